/*
 * fix.c - qc check --fix: repairs a compiled document.
 *
 * Owns the counts of what was fixed. Where the text goes is rewrite.c's.
 */
#include "cli/rewrite.h"

#include <string.h>

static enum cli_status repair(struct cli *cli, const struct cli_original *original, struct cli_fixes *fixes)
{
    const struct cli_options *options = &cli->options;
    struct qc_repaired repaired;
    enum qc_result result = qc_repair(cli->qc, options->fix_suggested, &repaired);
    if (result == QC_NO_MEMORY)
        return cli_complain_memory(cli);
    if (result == QC_UNREADABLE) {
        qc_print_messages(cli->qc, options->language, cli_wants_color(options->color, stderr), cli_write, stderr);
        return CLI_FAILED;
    }
    enum cli_status status = cli_rewrite(cli, original, repaired.changed);
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
    struct cli_original original = { .path = input };
    enum cli_status status = CLI_FINE;
    enum qc_result result = qc_text(cli->qc, cli_buffer_write, &original.bytes);
    *fixed = result == QC_OK;
    if (result == QC_WRITE_FAILED)
        status = cli_complain_memory(cli);
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
