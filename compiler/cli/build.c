/*
 * build.c - qc build: documents to files.
 *
 * Owns the order: plan everything, then compile and write input by input.
 * With errors nothing is written, unless forced.
 */
#include "cli/cli.h"

#include <stdlib.h>

#include "cli/output.h"
#include "cli/target.h"

static enum cli_status complain_write(const struct cli *cli, const char *path, int error)
{
    cli_complain(cli->options.language, CLI_MSG(cannot_write), path,
                 cli_error_text(cli->options.language, error));
    return CLI_FAILED;
}

static enum cli_status complain_memory(const struct cli *cli)
{
    cli_complain(cli->options.language, CLI_MSG(no_memory));
    return CLI_FAILED;
}

/* What an emitter's result means when it is not the writing that failed. */
static enum cli_status after_emit(const struct cli *cli, const char *input, enum qc_result result)
{
    if (result == QC_OK || result == QC_FAILED)
        return CLI_FINE;
    if (result == QC_NO_MEMORY)
        return complain_memory(cli);
    cli_complain(cli->options.language, CLI_MSG(nothing_to_write), cli_input_name(&cli->options, input));
    return CLI_FINDINGS;
}

static enum cli_status write_file(struct cli *cli, const char *input, const char *path, const char *format)
{
    struct cli_output output;
    if (!cli_output_open(&output, path))
        return complain_write(cli, path, output.error);
    enum qc_result result = qc_emit(cli->qc, format, &cli->options.emit, cli_output_write, &output);
    if (result == QC_OK || result == QC_FAILED) {
        if (cli_output_commit(&output))
            return CLI_FINE;
    } else {
        cli_output_abandon(&output);
    }
    return output.error != 0 ? complain_write(cli, path, output.error) : after_emit(cli, input, result);
}

static enum cli_status write_all(struct cli *cli, const struct cli_target *target, size_t input)
{
    const char *name = cli->options.operands[input];
    enum cli_status status = CLI_FINE;
    int error;
    if (target->kind == CLI_TO_DIRECTORY && !cli_make_directory(target->path, &error))
        return complain_write(cli, target->path, error);
    for (size_t format = 0; qc_format_name(format) != NULL && status == CLI_FINE; format++) {
        if ((target->formats & 1u << format) == 0)
            continue;
        if (target->kind == CLI_TO_STDOUT) {
            /* a failed write is complained about when stdout is closed */
            enum qc_result result = qc_emit(cli->qc, qc_format_name(format), &cli->options.emit, cli_write, stdout);
            return result == QC_WRITE_FAILED ? CLI_FAILED : after_emit(cli, name, result);
        }
        char *path = cli_target_path(target, input, format);
        status = path == NULL ? complain_memory(cli) : write_file(cli, name, path, qc_format_name(format));
        free(path);
    }
    return status;
}

static enum cli_status build_one(struct cli *cli, const struct cli_target *target, size_t input)
{
    const struct cli_options *options = &cli->options;
    const char *operand = options->operands[input], *name = cli_input_name(options, operand);
    enum qc_result result;
    if (!cli_compile(cli, operand, &result))
        return CLI_FAILED;
    enum cli_status status = cli_print_findings(cli, stderr, result, CLI_FINE);
    if (status == CLI_FAILED)
        return status;
    size_t errors = qc_message_count(cli->qc, QC_ERROR);
    if (errors > 0 && !options->force) {
        cli_complain(options->language, CLI_MSG(not_written), name, errors);
        return status;
    }
    enum cli_status written = write_all(cli, target, input);
    if (errors > 0 && written == CLI_FINE)
        cli_complain(options->language, CLI_MSG(forced), name, errors);
    return cli_worst(status, written);
}

enum cli_status cli_run_build(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    struct cli_target target;
    if (!cli_inputs_fine(options, options->operands, options->operand_count))
        return CLI_FAILED;
    bool planned = cli_target_plan(&target, options);
    enum cli_status status = planned ? CLI_FINE : CLI_FAILED;
    for (size_t i = 0; i < options->operand_count && planned; i++)
        status = cli_worst(status, build_one(cli, &target, i));
    cli_target_free(&target);
    return status;
}
