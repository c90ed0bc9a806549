/*
 * chain.c - qc chain: the chains of documents below folders, and what is wrong with them, on stdout.
 *
 * Owns the second context, in which one document after the other is compiled.
 */
#include "cli/folder.h"

#include <string.h>

/* Compiles each file and adds it. False when memory runs out. */
static bool add_files(struct cli *cli, const struct cli_folder *folder, size_t *files)
{
    struct qc_context *reader = qc_context_new();
    bool fine = reader != NULL;
    if (fine) {
        qc_choose_level(reader, QC_ERROR); /* the rest is for qc check */
        qc_use_library(reader, cli->options.stdlib);
    }
    for (size_t i = 0; fine && i < folder->count; i++) {
        const char *path = cli_folder_path(folder, i);
        if (path == NULL)
            continue;
        fine =
            qc_compile_file(reader, path) != QC_NO_MEMORY && qc_chains_add(cli->qc, reader) != QC_NO_MEMORY;
        ++*files;
    }
    qc_context_free(reader);
    return fine;
}

static enum cli_status print(struct cli *cli, size_t files)
{
    const struct cli_options *options = &cli->options;
    bool text = strcmp(options->format, "text") == 0;
    struct qc_printer *printer = qc_printer_new(options->format, options->language,
                                                cli_wants_color(options->color, stdout), cli_write, stdout);
    if (printer == NULL)
        return cli_complain_memory(cli);
    size_t count[3];
    bool fine = !text || qc_chains_print(cli->qc, options->language, cli_write, stdout) != QC_NO_MEMORY;
    fine =
        fine && qc_printer_add(printer, cli->qc) != QC_NO_MEMORY && qc_printer_end(printer) != QC_NO_MEMORY;
    qc_printer_free(printer);
    if (!fine)
        return cli_complain_memory(cli);
    for (int level = QC_INFO; level <= QC_ERROR; level++)
        count[level] = qc_message_count(cli->qc, (enum qc_message_level)level);
    if (!options->quiet)
        cli_print_counts(options->language, count, files);
    return count[QC_ERROR] > 0 ? CLI_FINDINGS : CLI_FINE;
}

static enum cli_status judge(struct cli *cli, const struct cli_folder *folder)
{
    size_t files = 0;
    qc_use_config(cli->qc, !cli->options.no_config);
    enum qc_result result = qc_chains_begin(cli->qc, cli->options.operands[0]);
    bool fine = result != QC_NO_MEMORY;
    if (fine && result != QC_UNREADABLE)
        fine = add_files(cli, folder, &files) && qc_chains_judge(cli->qc) != QC_NO_MEMORY;
    if (!fine)
        return cli_complain_memory(cli);
    return cli_worst(print(cli, files), result == QC_UNREADABLE ? CLI_FAILED : CLI_FINE);
}

enum cli_status cli_run_chain(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    struct cli_folder folder;
    if (options->operand_count == 0) {
        cli_complain(options->language, CLI_MSG(no_folder));
        return CLI_FAILED;
    }
    if (!cli_choose(cli))
        return CLI_FAILED;
    enum cli_status status = CLI_FINE;
    if (!cli_folder_collect(&folder, options->language, options->operands))
        status = cli_complain_memory(cli);
    else if (folder.count > 0)
        status = judge(cli, &folder);
    else if (!folder.failed)
        cli_complain(options->language, CLI_MSG(folder_empty), options->operands[0]);
    if (folder.failed || folder.count == 0)
        status = CLI_FAILED;
    cli_folder_free(&folder);
    return status;
}
