/*
 * bases.c - qc bases: the instruments that documents rest on, and whether they
 * are in force, on stdout; findings of reading on stderr.
 */
#include "cli/cli.h"

#include <string.h>

/* Lists the bases of a file; *listed counts the documents of the JSON. */
static enum cli_status list_one(struct cli *cli, const char *input, const struct qc_bases_options *asked,
                                size_t *listed)
{
    enum qc_result result;
    if (!cli_compile(cli, input, &result))
        return CLI_FAILED;
    enum cli_status status = CLI_FINE;
    if (result != QC_UNREADABLE && asked->json)
        cli_print((*listed)++ == 0 ? "\n" : ",\n");
    /* a failed write is complained about when stdout is closed */
    if (result != QC_UNREADABLE && qc_bases(cli->qc, asked, cli_write, stdout) == QC_NO_MEMORY) {
        cli_no_memory(cli->options.language);
        status = CLI_FAILED;
    }
    return cli_print_findings(cli, stderr, result, status);
}

enum cli_status cli_run_bases(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    struct qc_bases_options asked = { .on = options->on, .today = cli_today(), .language = options->language };
    if (!cli_text_or_json(options, &asked.json) || !cli_inputs_fine(options, options->operands, options->operand_count))
        return CLI_FAILED;
    if (asked.json)
        cli_print("{\"schema\":1,\"documents\":[");
    enum cli_status status = CLI_FINE;
    size_t listed = 0;
    for (size_t i = 0; i < options->operand_count && !cli_stdout_failed(); i++)
        status = cli_worst(status, list_one(cli, options->operands[i], &asked, &listed));
    if (asked.json)
        cli_print("]}\n");
    return status;
}
