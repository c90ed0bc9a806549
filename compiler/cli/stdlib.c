/*
 * stdlib.c - qc stdlib: what the library has, and the text of one part of it.
 */
#include "cli/cli.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static void print_row(const char *name, const char *summary, size_t width)
{
    size_t columns = cli_columns(name), gap = columns < width ? width - columns : 0;
    cli_print("  %s", name);
    if (summary[0] != '\0')
        cli_print("%*s  %s", (int)gap, "", summary);
    cli_print("\n");
}

/* Widest name of a kind; longer ones than this push their summary aside. */
static size_t name_width(struct cli *cli, enum qc_library_kind kind)
{
    enum { WIDEST = 40 };
    size_t width = 0;
    struct qc_library_entry entry;
    for (size_t i = 0; qc_library_at(cli->qc, kind, i, &entry) == QC_OK; i++) {
        size_t columns = cli_columns(entry.name);
        width = columns > width && columns <= WIDEST ? columns : width;
    }
    return width;
}

static void list_kind(struct cli *cli, enum qc_library_kind kind, const char *heading)
{
    struct qc_library_entry entry;
    size_t width = name_width(cli, kind);
    cli_print("%s%s\n", kind == QC_LIBRARY_MODULE ? "" : "\n", heading);
    for (size_t i = 0; qc_library_at(cli->qc, kind, i, &entry) == QC_OK; i++)
        print_row(entry.name, entry.summary, width);
}

static int is_module(const struct dirent *file)
{
    size_t length = strlen(file->d_name);
    return length > 3 && strcmp(file->d_name + length - 3, ".qc") == 0;
}

/* The files of a directory of one's own, by the name that "dùng" takes. */
static void list_directory(enum qc_language language, const char *directory)
{
    struct dirent **files;
    int count = scandir(directory, &files, is_module, alphasort);
    if (count > 0) {
        cli_print("\n");
        cli_print(CLI_PICK(language, library_own), directory);
        cli_print("\n");
    }
    for (int i = 0; i < count; i++) {
        char *name = files[i]->d_name;
        name[strlen(name) - 3] = '\0';
        for (char *c = name; *c != '\0'; c++)
            *c = *c == '-' ? ' ' : *c;
        cli_print("  ");
        cli_write_shown(stdout, name, strlen(name));
        cli_print("\n");
        free(files[i]);
    }
    if (count >= 0)
        free(files);
}

static void list_own(const struct cli_options *options)
{
    for (const char *at = options->stdlib; at != NULL && *at != '\0';) {
        char directory[4096];
        size_t length = strcspn(at, ":");
        if (length > 0 && length < sizeof directory) {
            memcpy(directory, at, length);
            directory[length] = '\0';
            list_directory(options->language, directory);
        }
        at += length + (at[length] != '\0');
    }
}

static enum cli_status list(struct cli *cli)
{
    enum qc_language language = cli->options.language;
    if (cli->options.operand_count > 1) {
        cli_complain(language, CLI_MSG(operand_extra), cli->options.operands[1]);
        return CLI_FAILED;
    }
    list_kind(cli, QC_LIBRARY_MODULE, CLI_PICK(language, library_modules));
    list_own(&cli->options);
    list_kind(cli, QC_LIBRARY_LIST, CLI_PICK(language, library_lists));
    list_kind(cli, QC_LIBRARY_TEMPLATE, CLI_PICK(language, library_templates));
    list_kind(cli, QC_LIBRARY_INSTRUMENT, CLI_PICK(language, library_instruments));
    return CLI_FINE;
}

static enum cli_status show(struct cli *cli, const char *name)
{
    enum qc_language language = cli->options.language;
    switch (qc_library_print(cli->qc, name, cli_write, stdout)) {
    case QC_BAD_ARGUMENT: break;
    case QC_NO_MEMORY: cli_complain(language, CLI_MSG(no_memory)); return CLI_FAILED;
    default: return CLI_FINE; /* a failed write is complained about when stdout is closed */
    }
    struct cli_guess guess = { .typed = name };
    cli_complain(language, CLI_MSG(library_unknown), name);
    if (qc_library_nearest(cli->qc, name, &guess.name) == QC_OK && guess.name != NULL)
        cli_guess_ask(language, &guess);
    return CLI_FAILED;
}

enum cli_status cli_run_stdlib(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    size_t count = options->operand_count;
    const char *action = count > 0 ? options->operands[0] : "";
    qc_use_library(cli->qc, options->stdlib);
    if (strcmp(action, "list") == 0)
        return list(cli);
    if (count == 0 || (strcmp(action, "show") == 0 && count == 1)) {
        cli_complain(options->language, CLI_MSG(operand_missing),
                     cli_commands[CLI_STDLIB].operands[options->language]);
        return CLI_FAILED;
    }
    if (strcmp(action, "show") != 0) {
        cli_complain(options->language, CLI_MSG(library_action), action);
        return CLI_FAILED;
    }
    enum cli_status status = CLI_FINE;
    for (size_t i = 1; i < count; i++) {
        if (i > 1)
            cli_print("\n");
        status = cli_worst(status, show(cli, options->operands[i]));
    }
    return status;
}
