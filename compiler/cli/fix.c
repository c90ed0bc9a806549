/*
 * fix.c - qc check --fix: repairs a compiled document and puts the text where it belongs.
 *
 * Owns the way of the text: into its file, to stdout for standard input, or
 * as a diff. A file whose text does not change is not touched.
 */
#include "cli/cli.h"

#include <string.h>
#include <sys/stat.h>

#include "cli/buffer.h"
#include "cli/output.h"

/* The text of a file before it is repaired. */
struct original {
    struct cli_buffer bytes;
    const char *path;
};

/* Is the file what was read? An editor may have saved it since; its text would be lost. */
static bool is_as_read(const struct original *original)
{
    struct cli_buffer now = { 0 };
    bool same = cli_buffer_read(&now, original->path, original->bytes.length + 1) &&
                now.length == original->bytes.length &&
                (now.length == 0 || memcmp(now.bytes, original->bytes.bytes, now.length) == 0);
    cli_buffer_free(&now);
    return same;
}

static enum cli_status complain_write(const struct cli *cli, const char *path, int error)
{
    cli_complain(cli->options.language, CLI_MSG(cannot_write), path,
                 cli_error_text(cli->options.language, error));
    return CLI_FAILED;
}

static enum cli_status write_file(struct cli *cli, const struct original *original)
{
    const char *path = original->path;
    struct cli_output output;
    struct stat about;
    if (stat(path, &about) == 0 && !S_ISREG(about.st_mode)) {
        cli_complain(cli->options.language, CLI_MSG(fix_no_file), path);
        return CLI_FAILED;
    }
    if (!cli_output_open(&output, path))
        return complain_write(cli, path, output.error);
    if (qc_text(cli->qc, cli_output_write, &output) == QC_OK) {
        if (!is_as_read(original)) {
            cli_output_abandon(&output);
            cli_complain(cli->options.language, CLI_MSG(fix_changed), path);
            return CLI_FAILED;
        }
        if (cli_output_commit(&output))
            return CLI_FINE;
    } else {
        cli_output_abandon(&output);
    }
    return complain_write(cli, path, output.error);
}

static enum cli_status complain_memory(const struct cli *cli)
{
    cli_complain(cli->options.language, CLI_MSG(no_memory));
    return CLI_FAILED;
}

/* Failed writes to stdout are complained about when it is closed. */
static enum cli_status put(struct cli *cli, const struct original *original, bool changed)
{
    if (cli->options.diff) {
        enum qc_result result = qc_print_repairs(cli->qc, cli_write, stdout);
        if (result == QC_NO_MEMORY)
            return complain_memory(cli);
        return result == QC_WRITE_FAILED ? CLI_FAILED : changed ? CLI_FINDINGS : CLI_FINE;
    }
    if (strcmp(original->path, "-") == 0)
        return qc_text(cli->qc, cli_write, stdout) == QC_WRITE_FAILED ? CLI_FAILED : CLI_FINE;
    return changed ? write_file(cli, original) : CLI_FINE;
}

static enum cli_status repair(struct cli *cli, const struct original *original, struct cli_fixes *fixes)
{
    const struct cli_options *options = &cli->options;
    struct qc_repaired repaired;
    if (qc_repair(cli->qc, options->fix_suggested, &repaired) == QC_NO_MEMORY)
        return complain_memory(cli);
    enum cli_status status = put(cli, original, repaired.changed);
    if (status == CLI_FAILED)
        return status;
    if (repaired.unsettled)
        cli_complain(options->language, CLI_MSG(fix_unsettled), cli_input_name(options, original->path));
    fixes->fixed += repaired.fixed;
    fixes->suggested += repaired.suggested;
    fixes->elsewhere += repaired.elsewhere;
    return status;
}

enum cli_status cli_fix(struct cli *cli, const char *input, struct cli_fixes *fixes, bool *fixed)
{
    const struct cli_options *options = &cli->options;
    struct original original = { .path = input };
    enum cli_status status = CLI_FINE;
    enum qc_result result = qc_text(cli->qc, cli_buffer_write, &original.bytes);
    *fixed = result == QC_OK;
    if (result == QC_WRITE_FAILED)
        status = complain_memory(cli);
    else if (*fixed)
        status = repair(cli, &original, fixes);
    else if (!options->diff && strcmp(input, "-") == 0) { /* a file that is no text stays as it is */
        cli_complain(options->language, CLI_MSG(nothing_to_write), cli_input_name(options, input));
        status = CLI_FAILED;
    }
    cli_buffer_free(&original.bytes);
    return status;
}

bool cli_fix_takes_stdout(const struct cli_options *options)
{
    bool standard = false;
    for (size_t i = 0; i < options->operand_count; i++)
        standard = standard || strcmp(options->operands[i], "-") == 0;
    return options->diff || (options->fix && standard);
}

static void print_line(const char *format, size_t number, size_t other)
{
    char text[256];
    int length = snprintf(text, sizeof text, format, number, other);
    cli_write(stderr, text, (size_t)length);
}

void cli_print_fixes(const struct cli_options *options, const struct cli_fixes *fixes, size_t left)
{
    enum qc_language language = options->language;
    if (fixes->fixed > 0)
        print_line(options->diff ? CLI_PICK(language, would_fix) : CLI_PICK(language, fixed), fixes->fixed, left);
    if (fixes->suggested > 0 && !options->fix_suggested)
        print_line(CLI_PICK(language, fix_suggested), fixes->suggested, 0);
    if (fixes->elsewhere > 0)
        print_line(CLI_PICK(language, fix_elsewhere), fixes->elsewhere, 0);
}
