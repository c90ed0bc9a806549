/*
 * options.c - reads the arguments by the table of options, with getopt, and prints the table as help.
 *
 * Owns nothing. What a value means is in values.c.
 */
#include "cli/options.h"

#include <getopt.h>
#include <string.h>

enum { FIRST_ID = 256, /* beyond every letter: the row of a long option, added to it */ MOST_ROWS = 64 };

/* Before the command stand the options of every command. */
static bool may_stand(const struct cli_option *row, enum cli_command command)
{
    return command == CLI_COMMAND_COUNT ? row->commands == CLI_EVERYWHERE
                                        : (row->commands & 1u << command) != 0;
}

/* "[=PORT]": may be left out. */
static bool argument_is_optional(const struct cli_option *row)
{
    return row->argument != NULL && row->argument[0] == '[';
}

/* typed: the argument that getopt could not make out, with its dashes. */
static void complain_unknown(enum qc_language language, enum cli_command command, const char *typed)
{
    char name[128];
    const char *bare = typed + strspn(typed, "-");
    snprintf(name, sizeof name, "%.*s", (int)strcspn(bare, "="), bare);
    struct cli_guess guess = { .typed = name };
    size_t fits = 0;
    for (size_t i = 0; i < cli_option_count; i++) {
        const struct cli_option *row = &cli_option_rows[i];
        if (may_stand(row, command)) {
            fits += strncmp(row->name, name, strlen(name)) == 0;
            cli_guess_try(&guess, row->name);
        } else if (strcmp(row->name, name) == 0) {
            size_t owner = 0;
            while ((row->commands & 1u << owner) == 0)
                owner++;
            cli_complain(language, CLI_MSG(other_command), name, cli_commands[owner].name);
            return;
        }
    }
    if (fits > 1 && name[0] != '\0') {
        cli_complain(language, CLI_MSG(ambiguous_option), typed);
        return;
    }
    cli_complain(language, CLI_MSG(unknown_option), typed);
    if (guess.name != NULL) {
        char option[128];
        snprintf(option, sizeof option, "--%s", guess.name);
        guess.name = option;
        cli_guess_ask(language, &guess);
    }
}

/* result and optopt as getopt left them: a letter, an identifier, or 0 for an unknown long option. */
static void complain_option(enum qc_language language, enum cli_command command, int result,
                            const char *typed)
{
    if (optopt >= FIRST_ID) {
        const char *name = cli_option_rows[optopt - FIRST_ID].name;
        if (result == ':')
            cli_complain(language, CLI_MSG(option_needs), name);
        else
            cli_complain(language, CLI_MSG(option_takes_none), name);
        return;
    }
    if (optopt == 0) {
        complain_unknown(language, command, typed);
        return;
    }
    for (size_t i = 0; i < cli_option_count; i++)
        if (cli_option_rows[i].letter == optopt && result == ':') {
            cli_complain(language, CLI_MSG(option_needs), cli_option_rows[i].name);
            return;
        } else if (cli_option_rows[i].letter == optopt) {
            complain_unknown(language, command, cli_option_rows[i].name);
            return;
        }
    char letter[] = { '-', (char)optopt, '\0' };
    cli_complain(language, CLI_MSG(unknown_option), letter);
}

/* What getopt is told; a long option answers FIRST_ID and the number of its row. */
struct getopt_table {
    struct option options[MOST_ROWS + 1];
    char letters[2 * MOST_ROWS + 3];
};

static void make_table(struct getopt_table *table, enum cli_command command)
{
    size_t count = 0, at = 0;
    if (command == CLI_COMMAND_COUNT)
        table->letters[at++] = '+'; /* stop at the first operand: it is the command */
    table->letters[at++] = ':';     /* tell a missing value from an unknown option */
    for (size_t i = 0; i < cli_option_count && i < MOST_ROWS; i++) {
        const struct cli_option *row = &cli_option_rows[i];
        if (!may_stand(row, command))
            continue;
        int argument = row->argument == NULL       ? no_argument
                       : argument_is_optional(row) ? optional_argument
                                                   : required_argument;
        table->options[count++] = (struct option){ row->name, argument, NULL, FIRST_ID + (int)i };
        if (row->letter != 0)
            table->letters[at++] = row->letter;
        if (row->letter != 0 && argument == required_argument)
            table->letters[at++] = ':';
    }
    table->options[count] = (struct option){ 0 };
    table->letters[at] = '\0';
}

/* The row that getopt has found, by its letter or its number. */
static const struct cli_option *row_of(int result)
{
    if (result >= FIRST_ID)
        return &cli_option_rows[result - FIRST_ID];
    const struct cli_option *row = cli_option_rows;
    while (row->letter != result)
        row++;
    return row;
}

bool cli_options_parse(struct cli_options *options, enum cli_command command, int argc, char **argv)
{
    struct getopt_table table;
    make_table(&table, command);
    opterr = 0;
    optind = 0; /* glibc: begin anew, with another argv */
    int result;
    while ((result = getopt_long(argc, argv, table.letters, table.options, NULL)) != -1) {
        if (result == '?' || result == ':') {
            complain_option(options->language, command, result, argv[optind - 1]);
            return false;
        }
        const struct cli_option *row = row_of(result);
        if (!row->set(options, row, optarg))
            return false;
    }
    options->operands = argv + optind;
    options->operand_count = (size_t)(argc - optind);
    return true;
}

void cli_options_print(enum qc_language language, enum cli_command command)
{
    for (size_t i = 0; i < cli_option_count; i++) {
        const struct cli_option *row = &cli_option_rows[i];
        if (!may_stand(row, command))
            continue;
        char letter[] = { '-', row->letter, ',', '\0' }, name[64];
        snprintf(name, sizeof name, "--%s%s%s", row->name,
                 row->argument != NULL && !argument_is_optional(row) ? " " : "",
                 row->argument != NULL ? row->argument : "");
        cli_print("  %3s %-24s %s\n", row->letter != 0 ? letter : "", name, row->help[language]);
    }
}
