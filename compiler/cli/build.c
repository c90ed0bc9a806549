/*
 * build.c - qc build: documents to files.
 *
 * Owns the order: plan everything, then input by input compile, print what
 * may find something into memory, tell what was found, write. With errors
 * nothing is written, unless forced.
 */
#include "cli/build.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/crew.h"
#include "cli/emission.h"
#include "cli/output.h"

enum { MOST_FORMATS = 32 /* bits of cli_options.formats */ };

/* One format of one input. */
struct product {
    enum cli_status status;  /* CLI_FINE: it is to be written */
    struct cli_buffer bytes; /* of a format that may find something */
};

/* What is written where. */
struct writing {
    struct cli *cli;
    const struct cli_target *target;
    size_t input, format;
    const struct product *product;
};

static enum cli_status complain_write(const struct cli *cli, const char *path, int error)
{
    cli_complain(cli->options.language, CLI_MSG(cannot_write), path,
                 cli_error_text(cli->options.language, error));
    return CLI_FAILED;
}

/* Has write take the output. *written: it took it all. */
static enum cli_status print_product(const struct writing *writing, qc_write_fn *write, void *user, bool *written)
{
    if (!cli_emission_finds(writing->format))
        return cli_emit(writing->cli, writing->format, write, user, written);
    *written = write(user, writing->product->bytes.bytes, writing->product->bytes.length);
    return *written ? CLI_FINE : CLI_FAILED;
}

static enum cli_status write_file(const struct writing *writing, const char *path)
{
    struct cli_output output;
    if (!cli_output_open(&output, path))
        return complain_write(writing->cli, path, output.error);
    bool written;
    enum cli_status status = print_product(writing, cli_output_write, &output, &written);
    if (status == CLI_FINE)
        written = cli_output_commit_made(&output);
    else
        cli_output_abandon(&output);
    return written ? status : complain_write(writing->cli, path, output.error);
}

static enum cli_status write_product(const struct writing *writing)
{
    bool written;
    if (writing->target->kind == CLI_TO_STDOUT) /* a failed write is complained about when stdout is closed */
        return print_product(writing, cli_write, stdout, &written);
    char *path = cli_target_path(writing->target, writing->input, writing->format);
    enum cli_status status = CLI_FAILED;
    if (path == NULL)
        cli_no_memory(writing->cli->options.language);
    else
        status = write_file(writing, path);
    free(path);
    return status;
}

/* What has to be known before the findings are told: what a format cannot print is one of them. */
static enum cli_status make_products(struct cli *cli, const struct cli_target *target, size_t input,
                                     struct product products[MOST_FORMATS])
{
    const char *name = cli_input_name(&cli->options, cli->options.operands[input]);
    enum cli_status worst = CLI_FINE;
    if (!qc_has_document(cli->qc)) { /* in whatever format */
        cli_complain(cli->options.language, CLI_MSG(nothing_to_write), name);
        for (size_t format = 0; format < MOST_FORMATS; format++)
            products[format].status = CLI_FINDINGS;
        return CLI_FINDINGS;
    }
    for (size_t format = 0; qc_format_name(format) != NULL; format++) {
        struct product *product = &products[format];
        if ((target->formats & 1u << format) == 0 || !cli_emission_finds(format))
            continue;
        product->status = cli_emit_found(cli, name, format, &product->bytes);
        worst = cli_worst(worst, product->status);
    }
    return worst;
}

static enum cli_status write_products(struct cli *cli, const struct cli_target *target, size_t input,
                                      const struct product products[MOST_FORMATS])
{
    enum cli_status worst = CLI_FINE;
    int error;
    for (size_t format = 0; qc_format_name(format) != NULL && worst < CLI_FAILED; format++) {
        if ((target->formats & 1u << format) == 0 || products[format].status != CLI_FINE)
            continue;
        if (target->kind == CLI_TO_DIRECTORY && !cli_make_directory(target->path, &error))
            return complain_write(cli, target->path, error);
        worst = cli_worst(worst, write_product(&(struct writing){ cli, target, input, format, &products[format] }));
    }
    return worst;
}

/* Formats that could not print the document; the findings have told why. */
static void complain_left_out(const struct cli *cli, const char *name, const struct product products[MOST_FORMATS])
{
    for (size_t format = 0; qc_format_name(format) != NULL; format++)
        if (products[format].status == CLI_FINDINGS)
            cli_complain(cli->options.language, CLI_MSG(not_written_as), name, qc_format_name(format));
}

enum cli_status cli_build_write(struct cli *cli, const struct cli_target *target, size_t input, enum qc_result result)
{
    const struct cli_options *options = &cli->options;
    const char *name = cli_input_name(options, options->operands[input]);
    size_t errors = qc_message_count(cli->qc, QC_ERROR);
    bool wanted = errors == 0 || options->force;
    struct product products[MOST_FORMATS] = { { 0 } };
    enum cli_status made = wanted ? make_products(cli, target, input, products) : CLI_FINE;
    enum cli_status status = cli_print_findings(cli, stderr, result, made), written = CLI_FINE;
    if (!wanted)
        cli_complain(options->language, CLI_MSG(not_written), name, errors);
    else
        written = write_products(cli, target, input, products);
    if (qc_message_count(cli->qc, QC_ERROR) > errors)
        complain_left_out(cli, name, products);
    if (wanted && errors > 0 && made == CLI_FINE && written == CLI_FINE)
        cli_complain(options->language, CLI_MSG(forced), name, errors);
    for (size_t format = 0; format < MOST_FORMATS; format++)
        cli_buffer_free(&products[format].bytes);
    return cli_worst(status, written);
}

bool cli_build_plan(struct cli_target *target, const struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    *target = (struct cli_target){ 0 };
    if (!cli_inputs_fine(options, options->operands, options->operand_count) || !cli_target_plan(target, cli) ||
        !cli_emission_fits(options, target->formats))
        return false;
    bool pdf = false;
    for (size_t i = 0; qc_format_name(i) != NULL; i++)
        pdf = pdf || ((target->formats & 1u << i) != 0 && strcmp(qc_format_name(i), "pdf") == 0);
    bool terminal = target->kind == CLI_TO_STDOUT && isatty(STDOUT_FILENO);
    if (pdf && terminal)
        cli_complain(options->language, CLI_MSG(pdf_terminal));
    else if (pdf)
        cli_want_modules(cli);
    return !(pdf && terminal);
}

/* A file of the crew. */
static enum qc_result compile(void *user, const struct cli *cli, size_t index)
{
    (void)user;
    return cli_compile_file(cli, cli->options.operands[index]);
}

static enum cli_status build(struct cli *cli, struct cli_crew *crew, const struct cli_target *target, size_t input)
{
    struct cli own = *cli;
    enum qc_result result;
    if (crew == NULL)
        return cli_compile(cli, cli->options.operands[input], &result) ? cli_build_write(cli, target, input, result)
                                                                       : CLI_FAILED;
    own.qc = cli_crew_take(crew, input, &result);
    return result == QC_NO_MEMORY ? cli_complain_memory(cli) : cli_build_write(&own, target, input, result);
}

enum cli_status cli_run_build(struct cli *cli)
{
    struct cli_options *options = &cli->options;
    struct cli_target target;
    struct cli_buffer css = { 0 };
    bool planned = cli_build_plan(&target, cli) && cli_emission_read_css(options, &css);
    enum cli_status status = planned ? CLI_FINE : CLI_FAILED;
    struct cli_crew *crew = planned ? cli_crew_new(cli, &(struct cli_crew_work){ .compile = compile }) : NULL;
    for (size_t i = 0; i < options->operand_count && planned; i++)
        status = cli_worst(status, build(cli, crew, &target, i));
    cli_crew_free(crew);
    cli_target_free(&target);
    cli_buffer_free(&css);
    return status;
}
