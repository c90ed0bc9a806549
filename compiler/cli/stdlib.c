/*
 * stdlib.c - qc stdlib: what the library has, and the text of one part of it.
 */
#include "cli/cli.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { LONGEST_PATH = 4096 };

static void print_row(const char *name, const char *summary, size_t width)
{
    size_t columns = cli_columns(name), gap = columns < width ? width - columns : 0;
    cli_print("  %s", name);
    if (summary[0] != '\0')
        cli_print("%*s  %s", (int)gap, "", summary);
    cli_print("\n");
}

/* Widest name of a kind; longer ones than this push their summary aside. */
static size_t name_width(struct cli *cli, enum qc_library_kind kind)
{
    enum { WIDEST = 40 };
    size_t width = 0;
    struct qc_library_entry entry;
    for (size_t i = 0; qc_library_at(cli->qc, kind, i, &entry) == QC_OK; i++) {
        size_t columns = cli_columns(entry.name);
        width = columns > width && columns <= WIDEST ? columns : width;
    }
    return width;
}

static void list_kind(struct cli *cli, enum qc_library_kind kind, const char *heading)
{
    struct qc_library_entry entry;
    size_t width = name_width(cli, kind);
    cli_print("%s%s\n", kind == QC_LIBRARY_MODULE ? "" : "\n", heading);
    for (size_t i = 0; qc_library_at(cli->qc, kind, i, &entry) == QC_OK; i++)
        print_row(entry.name, entry.summary, width);
}

/* A name without marks, with hyphens: see qc_use_library. */
static int is_module(const struct dirent *file)
{
    size_t stem = strspn(file->d_name, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return stem > 0 && strcmp(file->d_name + stem, ".qc") == 0;
}

/* The files of a directory of one's own, by the name that "dùng" takes. */
static void list_directory(enum qc_language language, const char *directory)
{
    struct dirent **files;
    int count = scandir(directory, &files, is_module, alphasort);
    if (count > 0) {
        cli_print("\n%s ", CLI_PICK(language, library_own));
        cli_write_shown(stdout, directory, strlen(directory));
        cli_print(":\n");
    }
    for (int i = 0; i < count; i++) {
        char *name = files[i]->d_name;
        name[strlen(name) - 3] = '\0';
        for (char *c = name; *c != '\0'; c++)
            *c = *c == '-' ? ' ' : *c;
        cli_print("  %s\n", name);
        free(files[i]);
    }
    if (count >= 0)
        free(files);
}

/* Takes the next of several directories with ":" between them; false behind the last. Too long a one is "". */
static bool next_directory(const char **directories, char directory[LONGEST_PATH])
{
    const char *at = *directories;
    if (at == NULL || *at == '\0')
        return false;
    size_t length = strcspn(at, ":");
    snprintf(directory, LONGEST_PATH, "%.*s", length < LONGEST_PATH ? (int)length : 0, at);
    *directories = at + length + (at[length] != '\0');
    return true;
}

bool cli_stdlib_fine(enum qc_language language, const char *directories)
{
    char directory[LONGEST_PATH];
    struct stat about;
    bool any = false;
    for (; next_directory(&directories, directory); any = true)
        if (stat(directory, &about) != 0 || !S_ISDIR(about.st_mode)) {
            cli_complain(language, CLI_MSG(no_directory), "stdlib", directory);
            return false;
        }
    if (!any)
        cli_complain(language, CLI_MSG(no_directory), "stdlib", "");
    return any;
}

static void list_own(const struct cli_options *options)
{
    char directory[LONGEST_PATH];
    for (const char *rest = options->stdlib; next_directory(&rest, directory);)
        if (directory[0] != '\0')
            list_directory(options->language, directory);
}

static enum cli_status list(struct cli *cli)
{
    enum qc_language language = cli->options.language;
    if (cli->options.operand_count > 1) {
        cli_complain(language, CLI_MSG(operand_extra), cli->options.operands[1]);
        return CLI_FAILED;
    }
    list_kind(cli, QC_LIBRARY_MODULE, CLI_PICK(language, library_modules));
    list_own(&cli->options);
    list_kind(cli, QC_LIBRARY_LIST, CLI_PICK(language, library_lists));
    list_kind(cli, QC_LIBRARY_TEMPLATE, CLI_PICK(language, library_templates));
    list_kind(cli, QC_LIBRARY_INSTRUMENT, CLI_PICK(language, library_instruments));
    return CLI_FINE;
}

static enum cli_status show(struct cli *cli, const char *name)
{
    enum qc_language language = cli->options.language;
    switch (qc_library_print(cli->qc, name, cli_write, stdout)) {
    case QC_BAD_ARGUMENT: break;
    case QC_NO_MEMORY: cli_complain(language, CLI_MSG(no_memory)); return CLI_FAILED;
    default: return CLI_FINE; /* a failed write is complained about when stdout is closed */
    }
    struct cli_guess guess = { .typed = name };
    cli_complain(language, CLI_MSG(library_unknown), name);
    if (qc_library_nearest(cli->qc, name, &guess.name) == QC_OK && guess.name != NULL)
        cli_guess_ask(language, &guess);
    return CLI_FAILED;
}

enum cli_status cli_run_stdlib(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    size_t count = options->operand_count;
    const char *action = count > 0 ? options->operands[0] : "";
    qc_use_library(cli->qc, options->stdlib);
    if (strcmp(action, "list") == 0)
        return list(cli);
    if (count == 0 || (strcmp(action, "show") == 0 && count == 1)) {
        cli_complain(options->language, CLI_MSG(operand_missing),
                     cli_commands[CLI_STDLIB].operands[options->language]);
        return CLI_FAILED;
    }
    if (strcmp(action, "show") != 0) {
        cli_complain(options->language, CLI_MSG(library_action), action);
        return CLI_FAILED;
    }
    enum cli_status status = CLI_FINE;
    for (size_t i = 1; i < count; i++) {
        if (i > 1)
            cli_print("\n");
        status = cli_worst(status, show(cli, options->operands[i]));
    }
    return status;
}
