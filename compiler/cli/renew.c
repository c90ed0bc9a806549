/*
 * renew.c - qc renew: next year's draft from last year's file, and the report.
 *
 * Owns where the draft goes: into a new file, to stdout, or nowhere, as a
 * diff. The report then goes where stdout is free, else to stderr. The old file is
 * never written.
 */
#include "cli/cli.h"

#include <string.h>
#include <sys/stat.h>

#include "cli/output.h"

static bool is_same_file(const char *a, const char *b)
{
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

static bool takes_stdout(const struct cli_options *options)
{
    return options->diff || strcmp(options->output, "-") == 0;
}

static bool format_fine(const struct cli_options *options)
{
    if (strcmp(options->format, "text") == 0 || strcmp(options->format, "json") == 0)
        return true;
    cli_complain(options->language, CLI_MSG(option_value), "format", options->format, "text, json");
    return false;
}

/* May the draft be written there? False after a complaint. */
static bool target_fine(const struct cli_options *options)
{
    const char *path = options->output, *old = options->operands[0];
    struct stat about;
    if (options->diff)
        return true;
    if (path == NULL)
        cli_complain(options->language, CLI_MSG(renew_output));
    else if (strcmp(path, "-") == 0)
        return true;
    else if (strcmp(old, "-") != 0 && is_same_file(old, path))
        cli_complain(options->language, CLI_MSG(output_is_input), path);
    else if (!options->force && lstat(path, &about) == 0)
        cli_complain(options->language, CLI_MSG(renew_exists), path);
    else
        return true;
    return false;
}

static enum cli_status complain_memory(const struct cli *cli)
{
    cli_complain(cli->options.language, CLI_MSG(no_memory));
    return CLI_FAILED;
}

static enum cli_status write_file(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    struct cli_output output;
    if (cli_output_open(&output, options->output)) {
        if (qc_renewed_text(cli->qc, cli_output_write, &output) != QC_OK)
            cli_output_abandon(&output);
        else if (target_fine(options)) { /* somebody may have made the file meanwhile */
            if (cli_output_commit(&output))
                return CLI_FINE;
        } else {
            cli_output_abandon(&output);
            return CLI_FAILED;
        }
    }
    cli_complain(options->language, CLI_MSG(cannot_write), options->output,
                 cli_error_text(options->language, output.error));
    return CLI_FAILED;
}

/* Failed writes to stdout are complained about when it is closed. */
static enum cli_status put(struct cli *cli)
{
    if (!takes_stdout(&cli->options))
        return write_file(cli);
    enum qc_result result = cli->options.diff ? qc_print_renewed(cli->qc, cli_write, stdout)
                                              : qc_renewed_text(cli->qc, cli_write, stdout);
    return result == QC_NO_MEMORY ? complain_memory(cli) : result == QC_OK ? CLI_FINE : CLI_FAILED;
}

/* A document with errors may not be what it looks like. */
static bool may_renew(struct cli *cli, const char *input, enum qc_result result)
{
    const struct cli_options *options = &cli->options;
    const char *name = cli_input_name(options, input);
    size_t errors = qc_message_count(cli->qc, QC_ERROR);
    if (result != QC_UNREADABLE && errors > 0 && !options->force)
        cli_complain(options->language, CLI_MSG(not_written), name, errors);
    return result != QC_UNREADABLE && (errors == 0 || options->force);
}

static enum cli_status renew(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    switch (qc_renew(cli->qc, options->year)) {
    case QC_OK:
        break;
    case QC_NO_MEMORY:
        return complain_memory(cli);
    default:
        if (options->year == NULL) /* the bytes are no text */
            cli_complain(options->language, CLI_MSG(nothing_to_write),
                         cli_input_name(options, options->operands[0]));
        else
            cli_complain(options->language, CLI_MSG(renew_year), options->year);
        return CLI_FAILED;
    }
    enum cli_status status = put(cli);
    if (status != CLI_FINE)
        return status;
    FILE *file = takes_stdout(options) ? stderr : stdout;
    bool json = strcmp(options->format, "json") == 0;
    if (qc_print_renewal(cli->qc, json, options->language, cli_write, file) == QC_NO_MEMORY)
        return complain_memory(cli);
    return CLI_FINE;
}

enum cli_status cli_run_renew(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    enum qc_result result;
    if (!cli_inputs_fine(options, options->operands, options->operand_count))
        return CLI_FAILED;
    if (options->operand_count > 1) {
        cli_complain(options->language, CLI_MSG(operand_extra), options->operands[1]);
        return CLI_FAILED;
    }
    if (!format_fine(options) || !target_fine(options) || !cli_compile(cli, options->operands[0], &result))
        return CLI_FAILED;
    enum cli_status found = cli_print_findings(cli, stderr, result, CLI_FINE);
    if (!may_renew(cli, options->operands[0], result))
        return found;
    return cli_worst(found, renew(cli));
}
