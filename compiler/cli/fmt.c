/*
 * fmt.c - qc fmt: documents in the canonical form of their source.
 */
#include "cli/rewrite.h"

#include <string.h>

/* --check: names those that would change, unless --diff shows how. */
static enum cli_status tell_changed(const struct cli *cli, const struct cli_original *original, bool changed)
{
    const char *name = cli_input_name(&cli->options, original->path);
    if (changed)
        cli_print("%s\n", name);
    return changed ? CLI_FINDINGS : CLI_FINE;
}

static enum cli_status reformat(struct cli *cli, const struct cli_original *original)
{
    const struct cli_options *options = &cli->options;
    const char *name = cli_input_name(options, original->path);
    struct qc_reformatted reformatted;
    enum qc_result result = qc_reformat(cli->qc, options->wrap, &reformatted);
    if (result == QC_NO_MEMORY)
        return cli_complain_memory(cli);
    if (result != QC_OK) {
        qc_print_messages(cli->qc, options->language, cli_wants_color(options->color, stderr), cli_write, stderr);
        cli_complain(options->language, CLI_MSG(fmt_errors), name);
        return CLI_FINDINGS;
    }
    if (reformatted.refused) {
        cli_complain(options->language, CLI_MSG(fmt_refused), name);
        return CLI_FAILED;
    }
    if (reformatted.unwrapped)
        cli_complain(options->language, CLI_MSG(fmt_unwrapped), name);
    if (options->check && !options->diff)
        return tell_changed(cli, original, reformatted.changed);
    return cli_rewrite(cli, original, reformatted.changed);
}

static enum cli_status format(struct cli *cli, const char *input)
{
    struct cli_original original = { .path = input };
    enum cli_status status;
    enum qc_result result;
    if (!cli_compile(cli, input, &result))
        return CLI_FAILED;
    result = qc_text(cli->qc, cli_buffer_write, &original.bytes);
    if (result == QC_WRITE_FAILED)
        status = cli_complain_memory(cli);
    else if (result == QC_OK)
        status = reformat(cli, &original);
    else /* no text, or not to be read: that is a finding */
        status = cli_print_findings(cli, stderr, QC_UNREADABLE, CLI_FINE);
    cli_buffer_free(&original.bytes);
    return status;
}

enum cli_status cli_run_fmt(struct cli *cli)
{
    struct cli_options *options = &cli->options;
    if (!cli_inputs_fine(options, options->operands, options->operand_count))
        return CLI_FAILED;
    options->no_config = true;        /* which rules a project has chosen does not matter */
    qc_choose_level(cli->qc, QC_ERROR); /* of the findings those that keep a document from being formatted */
    enum cli_status status = CLI_FINE;
    for (size_t i = 0; i < options->operand_count; i++)
        status = cli_worst(status, format(cli, options->operands[i]));
    return status;
}
