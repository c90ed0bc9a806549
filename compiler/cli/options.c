/*
 * options.c - reads the options of options.def and the environment.
 *
 * Owns the list of chosen rules; all other values point into argv. Must not act on what it reads.
 */
#include "cli/cli.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum {
    FIRST_ID = 256, /* beyond every letter */
    BEFORE_FIRST_ID = FIRST_ID - 1,
#define CLI_OPTION(id, name, letter, argument, commands, vi, en) OPTION_##id,
#include "cli/options.def"
    END_OF_IDS,
    ROW_COUNT = END_OF_IDS - FIRST_ID,
};

struct row {
    const char *name;
    char letter;
    const char *argument;
    unsigned commands;
    const char *help[2]; /* by enum qc_language */
};

static const struct row rows[ROW_COUNT] = {
#define CLI_OPTION(id, name, letter, argument, commands, vi, en)                                             \
    { name, letter, argument, commands, { vi, en } },
#include "cli/options.def"
};

/* Before the command stand the options of every command. */
static bool may_stand(const struct row *row, enum cli_command command)
{
    return command == CLI_COMMAND_COUNT ? row->commands == CLI_EVERYWHERE
                                        : (row->commands & 1u << command) != 0;
}

/* ---- the environment ---- */

/* "vi", "vi_VN.UTF-8" and their kin. */
static bool names_language(const char *value, const char *language)
{
    return strncmp(value, language, 2) == 0 && strchr("_.@-", value[2]) != NULL;
}

static enum qc_language default_language(void)
{
    const char *wanted = getenv("QC_LANG");
    if (wanted != NULL && names_language(wanted, "vi"))
        return QC_VIETNAMESE;
    if (wanted != NULL && names_language(wanted, "en"))
        return QC_ENGLISH;
    static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value != NULL && value[0] != '\0')
            return names_language(value, "vi") ? QC_VIETNAMESE : QC_ENGLISH;
    }
    return QC_ENGLISH;
}

void cli_options_default(struct cli_options *options)
{
    *options = (struct cli_options){ .language = default_language(), .format = "text" };
}

/* ---- values ---- */

const char *cli_format_names(void)
{
    static char names[256];
    names[0] = '\0';
    for (size_t i = 0; qc_format_name(i) != NULL; i++) {
        if (i > 0)
            strncat(names, ", ", sizeof names - strlen(names) - 1);
        strncat(names, qc_format_name(i), sizeof names - strlen(names) - 1);
    }
    return names;
}

static bool is(const char *text, size_t length, const char *name)
{
    return strlen(name) == length && memcmp(text, name, length) == 0;
}

static bool add_format(struct cli_options *options, const char *text, size_t length)
{
    char typed[64];
    struct cli_guess guess = { .typed = typed };
    snprintf(typed, sizeof typed, "%.*s", length < sizeof typed ? (int)length : (int)sizeof typed - 1, text);
    cli_guess_try(&guess, "all");
    for (size_t i = 0; qc_format_name(i) != NULL; i++) {
        /* its extension is as good a name */
        bool named = is(text, length, qc_format_name(i)) || is(text, length, qc_format_extension(i) + 1);
        if (named || is(text, length, "all"))
            options->formats |= 1u << i;
        if (named)
            return true;
        cli_guess_try(&guess, qc_format_name(i));
    }
    if (is(text, length, "all"))
        return true;
    char known[512];
    snprintf(known, sizeof known, "%s, all", cli_format_names());
    cli_complain(options->language, CLI_MSG(option_value), "to", typed, known);
    cli_guess_ask(options->language, &guess);
    return false;
}

static bool add_formats(struct cli_options *options, const char *list)
{
    for (;;) {
        size_t length = strcspn(list, ",");
        if (!add_format(options, list, length))
            return false;
        if (list[length] == '\0')
            return true;
        list += length + 1;
    }
}

/* Number of value among the words; -1 after a complaint. */
static int choose(const struct cli_options *options, const char *option, const char *value,
                  const char *const *words, int count, const char *known)
{
    for (int i = 0; i < count; i++)
        if (strcmp(value, words[i]) == 0)
            return i;
    cli_complain(options->language, CLI_MSG(option_value), option, value, known);
    return -1;
}

static bool add_choice(struct cli_options *options, const char *option, const char *rules, enum qc_choice choice)
{
    size_t count = options->choice_count + 1;
    struct cli_choice *choices = realloc(options->choices, count * sizeof *choices);
    if (choices == NULL) {
        cli_complain(options->language, CLI_MSG(no_memory));
        return false;
    }
    choices[options->choice_count] = (struct cli_choice){ option, rules, choice };
    options->choices = choices;
    options->choice_count = count;
    return true;
}

void cli_options_free(struct cli_options *options)
{
    free(options->choices);
    options->choices = NULL;
    options->choice_count = 0;
}

static bool set(struct cli_options *options, int id, const char *value)
{
    static const char *const languages[] = { "vi", "en" };
    static const char *const colors[] = { "auto", "always", "never" };
    static const char *const levels[] = { "info", "warning", "error" };
    int chosen;
    switch (id) {
    case OPTION_TO:
        return add_formats(options, value);
    case OPTION_OUTPUT:
        options->output = value;
        if (value[0] == '\0')
            cli_complain(options->language, CLI_MSG(output_empty));
        return value[0] != '\0';
    case OPTION_STDIN_FILENAME:
        options->stdin_filename = value;
        return true;
    case OPTION_LANG:
        chosen = choose(options, "lang", value, languages, 2, "vi, en");
        if (chosen >= 0)
            options->language = (enum qc_language)chosen;
        return chosen >= 0;
    case OPTION_COLOR:
        chosen = choose(options, "color", value, colors, 3, "auto, always, never");
        if (chosen >= 0)
            options->color = (enum cli_color)chosen;
        return chosen >= 0;
    case OPTION_WARNING:
        return add_choice(options, "warning", value, QC_CHOICE_WARNING);
    case OPTION_NO:
        return add_choice(options, "no", value, QC_CHOICE_OFF);
    case OPTION_ERROR:
        return add_choice(options, "error", value, QC_CHOICE_ERROR);
    case OPTION_LEVEL:
        chosen = choose(options, "level", value, levels, 3, "info, warning, error");
        if (chosen >= 0)
            options->level = (enum qc_message_level)chosen;
        options->level_chosen = true;
        return chosen >= 0;
    case OPTION_FORMAT:
        options->format = value;
        return cli_format_fine(options->language, value);
    case OPTION_JSON:
        return options->json = true;
    case OPTION_FIX:
        return options->fix = true;
    case OPTION_FIX_SUGGESTED:
        return options->fix = options->fix_suggested = true;
    case OPTION_DIFF:
        return options->fix = options->diff = true;
    case OPTION_NO_CONFIG:
        return options->no_config = true;
    case OPTION_STATISTICS:
        return options->statistics = true;
    case OPTION_FORCE:
        return options->force = true;
    case OPTION_QUIET:
        return options->quiet = true;
    case OPTION_ALL:
        return options->all = true;
    case OPTION_HELP:
        return options->help = true;
    case OPTION_VERSION:
        return options->version = true;
    default:
        return false;
    }
}

/* ---- getopt ---- */

/* typed: the argument that getopt could not make out, with its dashes. */
static void complain_unknown(enum qc_language language, enum cli_command command, const char *typed)
{
    char name[128];
    const char *bare = typed + strspn(typed, "-");
    snprintf(name, sizeof name, "%.*s", (int)strcspn(bare, "="), bare);
    struct cli_guess guess = { .typed = name };
    size_t fits = 0;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (may_stand(&rows[i], command)) {
            fits += strncmp(rows[i].name, name, strlen(name)) == 0;
            cli_guess_try(&guess, rows[i].name);
        } else if (strcmp(rows[i].name, name) == 0) {
            size_t owner = 0;
            while ((rows[i].commands & 1u << owner) == 0)
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
        const char *name = rows[optopt - FIRST_ID].name;
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
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (rows[i].letter == optopt && result == ':') {
            cli_complain(language, CLI_MSG(option_needs), rows[i].name);
            return;
        } else if (rows[i].letter == optopt) {
            complain_unknown(language, command, rows[i].name);
            return;
        }
    char letter[] = { '-', (char)optopt, '\0' };
    cli_complain(language, CLI_MSG(unknown_option), letter);
}

bool cli_options_parse(struct cli_options *options, enum cli_command command, int argc, char **argv)
{
    struct option table[ROW_COUNT + 1] = { { 0 } };
    char letters[2 * ROW_COUNT + 3];
    size_t count = 0, at = 0;
    if (command == CLI_COMMAND_COUNT)
        letters[at++] = '+'; /* stop at the first operand: it is the command */
    letters[at++] = ':';     /* tell a missing value from an unknown option */
    for (int i = 0; i < ROW_COUNT; i++) {
        if (!may_stand(&rows[i], command))
            continue;
        bool value = rows[i].argument != NULL;
        table[count++] =
            (struct option){ rows[i].name, value ? required_argument : no_argument, NULL, FIRST_ID + i };
        if (rows[i].letter != 0)
            letters[at++] = rows[i].letter;
        if (rows[i].letter != 0 && value)
            letters[at++] = ':';
    }
    letters[at] = '\0';

    opterr = 0;
    optind = 0; /* glibc: begin anew, with another argv */
    int result;
    while ((result = getopt_long(argc, argv, letters, table, NULL)) != -1) {
        if (result == '?' || result == ':') {
            complain_option(options->language, command, result, argv[optind - 1]);
            return false;
        }
        for (int i = 0; i < ROW_COUNT && result < FIRST_ID; i++)
            if (rows[i].letter == result)
                result = FIRST_ID + i;
        if (!set(options, result, optarg))
            return false;
    }
    options->operands = argv + optind;
    options->operand_count = (size_t)(argc - optind);
    return true;
}

void cli_options_print(enum qc_language language, enum cli_command command)
{
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (!may_stand(&rows[i], command))
            continue;
        char letter[] = { '-', rows[i].letter, ',', '\0' }, name[64];
        snprintf(name, sizeof name, "--%s%s%s", rows[i].name, rows[i].argument != NULL ? " " : "",
                 rows[i].argument != NULL ? rows[i].argument : "");
        cli_print("  %3s %-24s %s\n", rows[i].letter != 0 ? letter : "", name, rows[i].help[language]);
    }
}
