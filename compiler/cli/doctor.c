/*
 * doctor.c - qc doctor: what there is on this machine to make a PDF with, and what is missing.
 *
 * Owns the list of what is looked at. Changes nothing.
 */
#include "cli/cli.h"

#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/call.h"
#include "cli/engine.h"
#include "cli/process.h"
#include "cli/serve.h"
#include "cli/signals.h"

enum { PROGRAM_SECONDS = 15, LINE_BYTES = 160, NAME_COLUMNS = 16 };

/* Fonts like Times that may have all Vietnamese letters, and the Debian package of each. */
static const struct {
    const char *family, *package;
} fonts[] = {
    { "Times New Roman", NULL },
    { "Tinos", "fonts-croscore" },
    { "Liberation Serif", "fonts-liberation2" },
    { "TeX Gyre Termes", "fonts-texgyre" },
};

/* The letters that fonts for other languages lack, as fontconfig writes ranges of them. */
static const char vietnamese[] = "102-103 110-111 128-129 168-169 1a0-1a1 1af-1b0 1ea0-1ef9";

/* ---- printing ---- */

/* A row: is it there, what, and what there is to say of it. */
static void print_row(bool fine, const char *name, const char *about)
{
    size_t columns = cli_columns(name);
    cli_print("  %s  %s%*s  %s\n", fine ? "✓" : "–", name, columns < NAME_COLUMNS ? (int)(NAME_COLUMNS - columns) : 0,
              "", about);
}

static void print_heading(const char *heading)
{
    cli_print("%s\n", heading);
}

/* ---- asking programs ---- */

/* Runs a program of PATH; *result has what it printed. False when it is not there or fails. */
static bool ask(const char *path, const char *const *arguments, struct cli_process_result *result)
{
    char **environment = cli_call_environment("/tmp");
    const char *all[8] = { path };
    sigset_t before;
    for (size_t i = 0; arguments[i] != NULL && i < 6; i++)
        all[i + 1] = arguments[i];
    if (environment == NULL)
        return false;
    const struct cli_process process = {
        .arguments = (char *const *)all, .environment = environment, .seconds = PROGRAM_SECONDS,
    };
    cli_signals_hold(&before);
    cli_process_run(&process, result);
    cli_signals_release(&before);
    cli_call_environment_free(environment);
    return result->end == CLI_PROCESS_EXITED && result->code == 0;
}

static bool ask_by_name(const char *name, const char *const *arguments, struct cli_process_result *result)
{
    char *path = cli_process_find(name);
    bool fine = path != NULL && ask(path, arguments, result);
    free(path);
    return fine;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The first line that has a version, as 1.2; before it a script around the program may complain. */
static void version_line(const struct cli_process_result *result, char line[LINE_BYTES])
{
    const char *begin = result->output;
    for (const char *at = begin; *at != '\0'; at++) {
        if (*at == '\n')
            begin = at + 1;
        if (at > begin && at[0] == '.' && is_digit(at[-1]) && is_digit(at[1]))
            break;
    }
    size_t length = strcspn(begin, "\n");
    snprintf(line, LINE_BYTES, "%.*s", length < LINE_BYTES ? (int)length : LINE_BYTES - 1, begin);
}

/* ---- what is looked at ---- */

static void look_at_qc(enum qc_language language)
{
    const char *name, *version;
    cli_print("qc %s\n", qc_version());
    for (size_t i = 0; qc_component_at(i, &name, &version); i++)
        print_row(version != NULL, name, version != NULL ? version : CLI_PICK(language, doctor_left_out));
    const struct cli_serve_module *serve = cli_serve_load();
    print_row(serve != NULL, "libmicrohttpd", serve != NULL ? serve->version() : CLI_PICK(language, doctor_left_out));
    version = cli_lsp_version();
    print_row(version != NULL, "jansson", version != NULL ? version : CLI_PICK(language, doctor_left_out));
}

/* Is there a font like Times with all Vietnamese letters? *known is false when nobody can tell. */
static bool look_at_fonts(enum qc_language language, bool *known)
{
    bool found = false;
    print_heading(CLI_PICK(language, doctor_fonts));
    *known = true;
    for (size_t i = 0; i < sizeof fonts / sizeof *fonts; i++) {
        struct cli_process_result result;
        char pattern[128], about[LINE_BYTES];
        snprintf(pattern, sizeof pattern, ":family=%s:charset=%s", fonts[i].family, vietnamese);
        if (!ask_by_name("fc-list", (const char *const[]){ pattern, "family", NULL }, &result)) {
            print_row(false, "fc-list", CLI_PICK(language, doctor_no_fontconfig));
            *known = false;
            return false;
        }
        bool here = result.length > 0;
        found = found || here;
        if (fonts[i].package == NULL && !here)
            continue; /* not to be had from Debian */
        snprintf(about, sizeof about, CLI_PICK(language, doctor_install),
                 fonts[i].package == NULL ? "" : fonts[i].package);
        print_row(here, fonts[i].family, here ? CLI_PICK(language, doctor_vietnamese) : about);
    }
    return found;
}

static bool look_at_builtin(enum qc_language language)
{
    const char *font = qc_pdf_font(), *name, *version;
    bool built = false;
    for (size_t i = 0; qc_component_at(i, &name, &version); i++)
        built = built || (strcmp(name, "Pango") == 0 && version != NULL);
    print_row(font != NULL, cli_engine_name(CLI_ENGINE_builtin),
              font != NULL ? font
              : built      ? CLI_PICK(language, doctor_no_font)
                           : CLI_PICK(language, doctor_left_out));
    return font != NULL;
}

/* Has this TeX what the documents need? */
static bool has_packages(void)
{
    struct cli_process_result result;
    return ask_by_name("kpsewhich", (const char *const[]){ "fontspec.sty", "texgyretermes-regular.otf", NULL },
                       &result);
}

static bool look_at_engine(enum qc_language language, const struct cli_engine_info *engine, bool font)
{
    char *path = cli_process_find(engine->programs), about[LINE_BYTES];
    struct cli_process_result result;
    bool there = path != NULL && ask(path, (const char *const[]){ "--version", NULL }, &result);
    bool tex = strcmp(engine->format, "latex") == 0;
    bool fine = there && (tex ? has_packages() : font);
    if (fine)
        version_line(&result, about);
    else
        snprintf(about, sizeof about,
                 there ? CLI_PICK(language, doctor_lacks) : CLI_PICK(language, doctor_install), engine->packages);
    print_row(fine, engine->name, about);
    free(path);
    return fine;
}

static bool look_at_engines(enum qc_language language, bool font)
{
    print_heading(CLI_PICK(language, doctor_engines));
    bool any = look_at_builtin(language);
    for (int i = 1; i < CLI_ENGINE_COUNT; i++)
        any = look_at_engine(language, cli_engine_info((enum cli_engine)i), font) || any;
    return any;
}

static void look_at_surroundings(struct cli *cli)
{
    enum qc_language language = cli->options.language;
    print_heading(CLI_PICK(language, doctor_surroundings));
    setlocale(LC_CTYPE, "");
    const char *encoding = nl_langinfo(CODESET);
    bool utf8 = strcmp(encoding, "UTF-8") == 0;
    print_row(utf8, CLI_PICK(language, doctor_terminal),
              utf8 ? encoding : CLI_PICK(language, doctor_no_utf8));
    setlocale(LC_CTYPE, "C");
    print_row(true, CLI_PICK(language, doctor_language), language == QC_VIETNAMESE ? "vi" : "en");

    qc_use_config(cli->qc, true);
    const char *path = NULL;
    if (qc_compile_memory(cli->qc, "./x.qc", "", 0) != QC_NO_MEMORY)
        path = qc_file_at(cli->qc, 0);
    char real[PATH_MAX];
    bool there = path != NULL && realpath(path, real) != NULL;
    print_row(there, ".qc.toml", there ? real : CLI_PICK(language, doctor_no_config));
}

enum cli_status cli_run_doctor(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    enum qc_language language = options->language;
    if (options->operand_count > 0) {
        cli_complain(language, CLI_MSG(operand_extra), options->operands[0]);
        return CLI_FAILED;
    }
    bool known;
    cli_want_modules(cli);
    look_at_qc(language);
    bool font = look_at_fonts(language, &known);
    bool pdf = look_at_engines(language, font || !known);
    look_at_surroundings(cli);
    cli_print("%s\n", pdf ? CLI_PICK(language, doctor_fine) : CLI_PICK(language, doctor_ill));
    return pdf ? CLI_FINE : CLI_FINDINGS;
}
