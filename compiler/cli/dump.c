/*
 * dump.c - qc dump: a stage of the compilation on stdout, findings on stderr.
 *
 * Owns nothing: the stages are the library's.
 */
#include "cli/cli.h"

#include <string.h>

static bool stage_fine(enum qc_language language, const char *typed)
{
    struct cli_guess guess = { .typed = typed };
    char known[128] = "";
    for (size_t i = 0; qc_stage_name(i) != NULL; i++) {
        if (strcmp(typed, qc_stage_name(i)) == 0)
            return true;
        cli_guess_try(&guess, qc_stage_name(i));
        snprintf(known + strlen(known), sizeof known - strlen(known), "%s%s", i > 0 ? ", " : "", qc_stage_name(i));
    }
    cli_complain(language, CLI_MSG(unknown_stage), typed, known);
    cli_guess_ask(language, &guess);
    return false;
}

enum cli_status cli_run_dump(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    enum qc_language language = options->language;
    if (options->operand_count == 0) {
        cli_complain(language, CLI_MSG(operand_missing), cli_commands[CLI_DUMP].operands[language]);
        return CLI_FAILED;
    }
    const char *stage = options->operands[0];
    if (!stage_fine(language, stage) ||
        !cli_inputs_fine(options, options->operands + 1, options->operand_count - 1))
        return CLI_FAILED;
    if (options->operand_count > 2) {
        cli_complain(language, CLI_MSG(operand_extra), options->operands[2]);
        return CLI_FAILED;
    }
    enum qc_result result;
    if (!cli_compile(cli, options->operands[1], &result))
        return CLI_FAILED;
    enum cli_status status = CLI_FINE;
    /* a document that is no text has no stages; its findings say so */
    if (result != QC_UNREADABLE && qc_dump(cli->qc, stage, cli_write, stdout) == QC_NO_MEMORY) {
        cli_no_memory(language);
        status = CLI_FAILED;
    }
    return cli_print_findings(cli, stderr, result, status);
}
