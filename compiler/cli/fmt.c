/*
 * fmt.c - qc fmt: documents in the canonical form of their source.
 */
#include "cli/rewrite.h"

#include <stdlib.h>
#include <string.h>

#include "cli/crew.h"

/* --check: names those that would change, unless --diff shows how. */
static enum cli_status tell_changed(const struct cli *cli, const struct cli_original *original, bool changed)
{
    const char *name = cli_input_name(&cli->options, original->path);
    if (changed)
        cli_print("%s\n", name);
    return changed ? CLI_FINDINGS : CLI_FINE;
}

/* What is known of a file before anything is printed of it. */
struct formatted {
    struct cli_original original;
    enum qc_result read, result; /* of qc_text, and of qc_reformat when that was fine */
    struct qc_reformatted reformatted;
};

/* Of the document that is compiled. */
static void reformat(const struct cli *cli, struct formatted *formatted)
{
    formatted->read = qc_text(cli->qc, cli_buffer_write, &formatted->original.bytes);
    if (formatted->read == QC_OK)
        formatted->result = qc_reformat(cli->qc, cli->options.wrap, &formatted->reformatted);
}

static enum cli_status tell(struct cli *cli, const struct formatted *formatted)
{
    const struct cli_options *options = &cli->options;
    const struct cli_original *original = &formatted->original;
    const char *name = cli_input_name(options, original->path);
    if (formatted->read != QC_OK && formatted->read != QC_WRITE_FAILED) /* no text, or not to be read: that is a finding */
        return cli_print_findings(cli, stderr, QC_UNREADABLE, CLI_FINE);
    if (formatted->read == QC_WRITE_FAILED || formatted->result == QC_NO_MEMORY)
        return cli_complain_memory(cli);
    if (formatted->result != QC_OK) {
        qc_print_messages(cli->qc, options->language, cli_wants_color(options->color, stderr), cli_write, stderr);
        cli_complain(options->language, CLI_MSG(fmt_errors), name);
        return CLI_FINDINGS;
    }
    if (formatted->reformatted.refused) {
        cli_complain(options->language, CLI_MSG(fmt_refused), name);
        return CLI_FAILED;
    }
    if (formatted->reformatted.unwrapped)
        cli_complain(options->language, CLI_MSG(fmt_unwrapped), name);
    if (options->check && !options->diff)
        return tell_changed(cli, original, formatted->reformatted.changed);
    return cli_rewrite(cli, original, formatted->reformatted.changed);
}

static enum cli_status format(struct cli *cli, const char *input)
{
    struct formatted formatted = { .original = { .path = input } };
    enum qc_result result;
    if (!cli_compile(cli, input, &result))
        return CLI_FAILED;
    reformat(cli, &formatted);
    enum cli_status status = tell(cli, &formatted);
    cli_buffer_free(&formatted.original.bytes);
    return status;
}

/* --- several at a time ------------------------------------------------------------- */

/* A file of the crew; user: a struct formatted for each file. */
static enum qc_result compile(void *user, const struct cli *cli, size_t index)
{
    struct formatted *formatted = (struct formatted *)user + index;
    formatted->original.path = cli->options.operands[index];
    enum qc_result result = cli_compile_file(cli, formatted->original.path);
    if (result != QC_NO_MEMORY)
        reformat(cli, formatted);
    return result;
}

static bool prepare(struct cli *cli)
{
    qc_choose_level(cli->qc, QC_ERROR); /* of the findings those that keep a document from being formatted */
    return true;
}

static enum cli_status take(struct cli *cli, struct cli_crew *crew, size_t index, struct formatted *formatted)
{
    struct cli own = *cli;
    enum qc_result result;
    own.qc = cli_crew_take(crew, index, &result);
    enum cli_status status;
    if (result == QC_NO_MEMORY)
        status = cli_complain_memory(cli);
    else if (qc_file_at(own.qc, 1) != NULL) /* it uses others, which may have been written since */
        status = format(cli, cli->options.operands[index]);
    else
        status = tell(&own, formatted);
    cli_buffer_free(&formatted->original.bytes);
    return status;
}

enum cli_status cli_run_fmt(struct cli *cli)
{
    struct cli_options *options = &cli->options;
    if (!cli_inputs_fine(options, options->operands, options->operand_count))
        return CLI_FAILED;
    options->no_config = true; /* which rules a project has chosen does not matter */
    prepare(cli);
    struct formatted *formatted = calloc(options->operand_count, sizeof *formatted);
    struct cli_crew *crew =
        formatted == NULL ? NULL : cli_crew_new(cli, &(struct cli_crew_work){ prepare, compile, formatted });
    enum cli_status status = CLI_FINE;
    for (size_t i = 0; i < options->operand_count; i++)
        status = cli_worst(status, crew != NULL ? take(cli, crew, i, &formatted[i]) : format(cli, options->operands[i]));
    cli_crew_free(crew);
    free(formatted);
    return status;
}
