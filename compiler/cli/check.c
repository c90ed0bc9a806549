/*
 * check.c - qc check: every finding on stdout, their number on stderr.
 *
 * Owns the totals of a run.
 */
#include "cli/cli.h"

struct totals {
    size_t count[3]; /* by enum qc_message_level */
    size_t files;    /* that have findings */
};

static enum cli_status check_one(struct cli *cli, const char *input, struct totals *totals)
{
    enum qc_result result;
    if (!cli_compile(cli, input, &result))
        return CLI_FAILED;
    if (result != QC_UNREADABLE && qc_check(cli->qc) == QC_NO_MEMORY) {
        cli_complain(cli->options.language, CLI_MSG(no_memory));
        return CLI_FAILED;
    }
    enum cli_status status = cli_print_findings(cli, stdout, result, CLI_FINE);
    size_t found = 0;
    for (int level = QC_INFO; level <= QC_ERROR; level++) {
        size_t count = qc_message_count(cli->qc, (enum qc_message_level)level);
        totals->count[level] += count;
        found += count;
    }
    totals->files += found > 0;
    return status;
}

/* Prints a part of the summary: a CLI_TEXT of one number, behind a comma unless it is the first. */
static bool print_part(bool first, const char *format, size_t count)
{
    char text[64];
    if (count == 0)
        return first;
    int length = snprintf(text, sizeof text, format, count);
    if (!first)
        cli_write(stderr, ", ", 2);
    cli_write(stderr, text, (size_t)length);
    return false;
}

static void print_summary(enum qc_language language, const struct totals *totals)
{
    size_t errors = totals->count[QC_ERROR], warnings = totals->count[QC_WARNING],
           infos = totals->count[QC_INFO];
    bool first = true;
    first = print_part(first, errors == 1 ? CLI_PICK(language, error) : CLI_PICK(language, errors), errors);
    first = print_part(first, warnings == 1 ? CLI_PICK(language, warning) : CLI_PICK(language, warnings),
                       warnings);
    print_part(first, infos == 1 ? CLI_PICK(language, info) : CLI_PICK(language, infos), infos);
    print_part(true, totals->files == 1 ? CLI_PICK(language, in_file) : CLI_PICK(language, in_files),
               totals->files);
}

enum cli_status cli_run_check(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    if (!cli_inputs_fine(options, options->operands, options->operand_count))
        return CLI_FAILED;
    enum cli_status status = CLI_FINE;
    struct totals totals = { 0 };
    for (size_t i = 0; i < options->operand_count && !cli_stdout_failed(); i++)
        status = cli_worst(status, check_one(cli, options->operands[i], &totals));
    if (totals.files > 0 && !options->quiet)
        print_summary(options->language, &totals);
    return status;
}
