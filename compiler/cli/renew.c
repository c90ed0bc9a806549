/*
 * renew.c - qc renew: next year's draft from last year's file, and the report.
 *
 * Owns where the draft goes: into a new file, to stdout, or nowhere, as a
 * diff. The report then goes where stdout is free, else to stderr. The old file is
 * never written.
 */
#include "cli/cli.h"

#include <string.h>

#include "cli/output.h"
#include "cli/target.h"

static bool takes_stdout(const struct cli_options *options)
{
    return options->diff || strcmp(options->output, "-") == 0;
}

/* May the draft be written there? False after a complaint. */
static bool target_fine(const struct cli_options *options)
{
    if (options->output == NULL && !options->diff) {
        cli_complain(options->language, CLI_MSG(renew_output));
        return false;
    }
    return takes_stdout(options) || cli_target_is_free(options, options->operands[0], options->output);
}

static enum cli_status write_file(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    struct cli_output output;
    if (cli_output_open(&output, options->output)) {
        if (qc_renewed_text(cli->qc, cli_output_write, &output) != QC_OK)
            cli_output_abandon(&output);
        else if (options->force ? cli_output_commit(&output) : cli_output_commit_new(&output))
            return CLI_FINE;
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
    return result == QC_NO_MEMORY ? cli_complain_memory(cli) : result == QC_OK ? CLI_FINE : CLI_FAILED;
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

static enum cli_status renew(struct cli *cli, bool json)
{
    const struct cli_options *options = &cli->options;
    switch (qc_renew(cli->qc, options->year)) {
    case QC_OK:
        break;
    case QC_NO_MEMORY:
        return cli_complain_memory(cli);
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
    if (qc_print_renewal(cli->qc, json, options->language, cli_write, file) == QC_NO_MEMORY)
        return cli_complain_memory(cli);
    return CLI_FINE;
}

enum cli_status cli_run_renew(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    enum qc_result result;
    bool json;
    if (!cli_inputs_fine(options, options->operands, options->operand_count))
        return CLI_FAILED;
    if (options->operand_count > 1) {
        cli_complain(options->language, CLI_MSG(operand_extra), options->operands[1]);
        return CLI_FAILED;
    }
    if (!cli_text_or_json(options, &json) || !target_fine(options) || !cli_compile(cli, options->operands[0], &result))
        return CLI_FAILED;
    enum cli_status found = cli_print_findings(cli, stderr, result, CLI_FINE);
    if (!may_renew(cli, options->operands[0], result))
        return found;
    return cli_worst(found, renew(cli, json));
}
