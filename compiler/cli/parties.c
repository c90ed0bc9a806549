/*
 * parties.c - qc parties: for each party the units that name it, on stdout;
 * findings on stderr.
 */
#include "cli/cli.h"

enum cli_status cli_run_parties(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    if (!cli_inputs_fine(options, options->operands, options->operand_count))
        return CLI_FAILED;
    if (options->operand_count > 1) { /* the rows do not say of which document they are */
        cli_complain(options->language, CLI_MSG(operand_extra), options->operands[1]);
        return CLI_FAILED;
    }
    enum qc_result result;
    if (!cli_compile(cli, options->operands[0], &result))
        return CLI_FAILED;
    enum cli_status status = CLI_FINE;
    if (result != QC_UNREADABLE && qc_parties(cli->qc, cli_write, stdout) == QC_NO_MEMORY) {
        cli_no_memory(options->language);
        status = CLI_FAILED;
    }
    return cli_print_findings(cli, stderr, result, status);
}
