/*
 * import.c - qc import: .qc files from old documents.
 *
 * Owns the bytes of a file while they are read, and where the texts go:
 * beside the file, to --output, or to stdout. What is there already is never
 * overwritten unasked. All that is said goes to stderr.
 */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/output.h"
#include "cli/target.h"

struct source {
    const char *input, *name;
    struct cli_buffer bytes;
    char *stem; /* that --output gives the texts, or NULL */
    struct qc_imported imported;
};

/* ---- where the texts go ---- */

static bool takes_stdout(const struct cli_options *options, const struct source *source)
{
    return options->output != NULL ? strcmp(options->output, "-") == 0 : strcmp(source->input, "-") == 0;
}

static bool names_file(const struct cli_options *options)
{
    return options->output != NULL && strcmp(options->output, "-") != 0 && !cli_names_directory(options->output);
}

/* The name of --output's file without ".qc", in new memory; NULL when memory runs out. */
static char *stem_of_output(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
    size_t length = strlen(name);
    return strndup(name, length > 3 && strcmp(name + length - 3, ".qc") == 0 ? length - 3 : length);
}

/* Path of a text in new memory; NULL when memory runs out. */
static char *path_of(const struct cli_options *options, const struct source *source, size_t index,
                     const struct qc_imported_text *text)
{
    if (names_file(options) && index == 0)
        return strdup(options->output);
    const char *beside = options->output != NULL ? options->output : source->name,
               *slash = strrchr(beside, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - beside) + 1;
    bool directory = options->output != NULL && cli_names_directory(options->output);
    if (directory)
        folder = strlen(beside);
    bool lacks_slash = directory && beside[folder - 1] != '/';
    char *path = malloc(folder + text->name_length + 2);
    if (path == NULL)
        return NULL;
    memcpy(path, beside, folder);
    path[folder] = '/';
    memcpy(path + folder + lacks_slash, text->name, text->name_length);
    path[folder + lacks_slash + text->name_length] = '\0';
    return path;
}

static enum cli_status write_text(const struct cli *cli, const struct qc_imported_text *text,
                                  const char *path)
{
    const struct cli_options *options = &cli->options;
    struct cli_output output;
    int error = 0;
    if (options->output != NULL && cli_names_directory(options->output) &&
        !cli_make_directory(options->output, &error)) {
        cli_complain(options->language, CLI_MSG(cannot_write), options->output,
                     cli_error_text(options->language, error));
        return CLI_FAILED;
    }
    if (cli_output_open(&output, path)) {
        if (!cli_output_write(&output, text->bytes, text->length))
            cli_output_abandon(&output);
        else if (options->force ? cli_output_commit(&output) : cli_output_commit_new(&output))
            return CLI_FINE;
    }
    cli_complain(options->language, CLI_MSG(cannot_write), path,
                 cli_error_text(options->language, output.error));
    return CLI_FAILED;
}

/* ---- what is said ---- */

static void tell(const struct cli_options *options, const struct source *source,
                 const struct qc_imported_text *text, const char *path)
{
    const struct qc_imported *imported = &source->imported;
    cli_complain(options->language, CLI_MSG(import_done), source->name, imported->format, imported->encoding,
                 path, text->words, text->aside);
}

/* "Điều 12, 1. 40": the kinds of units that a document has. */
static void name_units(const struct qc_context *qc, char *text, size_t size)
{
    const char *name;
    size_t count, length = 0;
    text[0] = '\0';
    for (size_t kind = 0; length < size && qc_units_at(qc, kind, &name, &count); kind++)
        if (count > 0)
            length += (size_t)snprintf(text + length, size - length, "%s%s %zu", length > 0 ? ", " : "", name, count);
}

/* Figures of a text that was compiled. All findings count, those of the checks too. */
static enum cli_status tell_figures(struct cli *cli, const struct qc_imported_text *text, const char *path)
{
    char units[512];
    if (qc_check(cli->qc) == QC_NO_MEMORY)
        return cli_complain_memory(cli);
    name_units(cli->qc, units, sizeof units);
    cli_complain(cli->options.language, CLI_MSG(import_figures), path, text->words + text->aside, text->words, text->aside,
                 units, qc_message_count(cli->qc, QC_ERROR), qc_message_count(cli->qc, QC_WARNING),
                 qc_message_count(cli->qc, QC_INFO));
    return CLI_FINE;
}

/* Of all texts of a file together. */
static void tell_sum(const struct cli_options *options, const struct source *source,
                     const struct qc_context *importer)
{
    size_t words = 0, aside = 0, count = source->imported.texts;
    struct qc_imported_text text;
    for (size_t i = 0; i < count && qc_imported_text(importer, i, &text); i++) {
        words += text.words;
        aside += text.aside;
    }
    cli_complain(options->language, CLI_MSG(import_sum), source->name, count, source->imported.words, words, aside);
}

static void tell_left_out(const struct cli_options *options, const struct source *source)
{
    if (source->imported.deleted > 0)
        cli_complain(options->language, CLI_MSG(import_deleted), source->name, source->imported.deleted);
    if (source->imported.pictures > 0)
        cli_complain(options->language, CLI_MSG(import_pictures), source->name, source->imported.pictures);
}

static enum cli_status complain_fault(const struct cli_options *options, const struct source *source)
{
    const struct qc_imported *imported = &source->imported;
    cli_complain(options->language, CLI_MSG(import_fault), source->name, imported->fault[options->language]);
    if (imported->convert != NULL)
        cli_complain(options->language, CLI_MSG(import_convert), imported->convert);
    return CLI_FAILED;
}

/* The library knows no such format, or no such encoding. */
static enum cli_status complain_option(const struct cli_options *options)
{
    char names[512] = "";
    bool known = options->from == NULL;
    for (size_t i = 0; qc_import_format_at(i) != NULL; i++)
        known = known || strcmp(options->from, qc_import_format_at(i)) == 0;
    const char *(*name_at)(size_t) = known ? qc_import_encoding_at : qc_import_format_at;
    for (size_t i = 0; name_at(i) != NULL; i++) {
        strncat(names, i == 0 ? "" : ", ", sizeof names - strlen(names) - 1);
        strncat(names, name_at(i), sizeof names - strlen(names) - 1);
    }
    cli_complain(options->language, CLI_MSG(option_value), known ? "encoding" : "from",
                 known ? options->encoding : options->from, names);
    return CLI_FAILED;
}

/* ---- one file ---- */

static enum cli_status put(struct cli *cli, const struct qc_context *importer, const struct source *source,
                           size_t index, const char *path)
{
    const struct cli_options *options = &cli->options;
    struct qc_imported_text text;
    enum cli_status status = CLI_FINE;
    qc_imported_text(importer, index, &text);
    if (takes_stdout(options, source))
        cli_write(stdout, text.bytes, text.length);
    else
        status = write_text(cli, &text, path);
    if (status != CLI_FINE)
        return status;
    enum qc_result result = qc_compile_imported(cli->qc, importer, index, path);
    if (result == QC_NO_MEMORY)
        return cli_complain_memory(cli);
    status = cli_print_findings(cli, stderr, result, status);
    tell(options, source, &text, path);
    return options->stats ? cli_worst(status, tell_figures(cli, &text, path)) : status;
}

static enum cli_status put_all(struct cli *cli, const struct qc_context *importer,
                               const struct source *source)
{
    const struct cli_options *options = &cli->options;
    size_t count = source->imported.texts;
    char **paths = calloc(count, sizeof *paths);
    enum cli_status status = paths == NULL ? cli_complain_memory(cli) : CLI_FINE;
    for (size_t i = 0; i < count && status == CLI_FINE; i++) {
        struct qc_imported_text text;
        qc_imported_text(importer, i, &text);
        paths[i] = takes_stdout(options, source) ? strdup("-") : path_of(options, source, i, &text);
        if (paths[i] == NULL)
            status = cli_complain_memory(cli);
        else if (!takes_stdout(options, source) && !cli_target_is_free(options, source->input, paths[i]))
            status = CLI_FAILED;
    }
    for (size_t i = 0; i < count && status != CLI_FAILED; i++)
        status = cli_worst(status, put(cli, importer, source, i, paths[i]));
    if (status != CLI_FAILED && options->stats && count > 1)
        tell_sum(options, source, importer);
    for (size_t i = 0; paths != NULL && i < count; i++)
        free(paths[i]);
    free(paths);
    return status;
}

static bool read_source(const struct cli_options *options, struct source *source)
{
    bool fine;
    if (strcmp(source->input, "-") == 0) {
        source->bytes.bytes = cli_read_stdin(&source->bytes.length);
        fine = source->bytes.bytes != NULL;
    } else {
        fine = cli_buffer_read(&source->bytes, source->input, QC_IMPORT_LIMIT + 1);
    }
    if (!fine)
        cli_complain(options->language, CLI_MSG(cannot_read), source->name,
                     cli_error_text(options->language, errno));
    return fine;
}

static enum cli_status import_source(struct cli *cli, struct qc_context *importer, struct source *source)
{
    const struct cli_options *options = &cli->options;
    const struct qc_import_options choices = { .format = options->from,
                                               .encoding = options->encoding,
                                               .stem = source->stem };
    if (!read_source(options, source))
        return CLI_FAILED;
    enum qc_result result =
        qc_import(importer, source->name, source->bytes.bytes == NULL ? "" : source->bytes.bytes,
                  source->bytes.length, &choices, &source->imported);
    switch (result) {
    case QC_OK:
        break;
    case QC_UNREADABLE:
        return complain_fault(options, source);
    case QC_BAD_ARGUMENT:
        return complain_option(options);
    default:
        return cli_complain_memory(cli);
    }
    if (takes_stdout(options, source) && source->imported.texts > 1) {
        cli_complain(options->language, CLI_MSG(import_several), source->name, source->imported.texts);
        return CLI_FAILED;
    }
    enum cli_status status = put_all(cli, importer, source);
    if (status != CLI_FAILED)
        tell_left_out(options, source);
    return status;
}

static enum cli_status import_file(struct cli *cli, struct qc_context *importer, const char *input)
{
    struct source source = { .input = input, .name = cli_input_name(&cli->options, input) };
    if (names_file(&cli->options)) {
        source.stem = stem_of_output(cli->options.output);
        if (source.stem == NULL)
            return cli_complain_memory(cli);
    }
    enum cli_status status = import_source(cli, importer, &source);
    cli_buffer_free(&source.bytes);
    free(source.stem);
    return status;
}

enum cli_status cli_run_import(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    cli_want_modules(cli);
    if (!cli_inputs_fine(options, options->operands, options->operand_count))
        return CLI_FAILED;
    if (options->operand_count > 1 && options->output != NULL && !cli_names_directory(options->output)) {
        cli_complain(options->language, CLI_MSG(one_input), options->output);
        return CLI_FAILED;
    }
    struct qc_context *importer = qc_context_new();
    if (importer == NULL)
        return cli_complain_memory(cli);
    enum cli_status status = CLI_FINE;
    for (size_t i = 0; i < options->operand_count && !cli_stdout_failed(); i++)
        status = cli_worst(status, import_file(cli, importer, options->operands[i]));
    qc_context_free(importer);
    return status;
}
