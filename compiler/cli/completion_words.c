/*
 * completion_words.c - the words that options and operands take.
 */
#include "cli/completion.h"

#include <string.h>

/* "vi, en": the words of an enum's table. */
static void listed_words(const char *words, cli_word_fn *tell, void *user)
{
    while (words != NULL && *words != '\0') {
        char word[64];
        size_t length = strcspn(words, ",");
        snprintf(word, sizeof word, "%.*s", (int)length, words);
        tell(word, user);
        words += length + strspn(words + length, ", ");
    }
}

static void format_words(cli_word_fn *tell, void *user)
{
    for (size_t i = 0; qc_format_name(i) != NULL; i++)
        tell(qc_format_name(i), user);
    tell("all", user);
}

static void findings_format_words(cli_word_fn *tell, void *user)
{
    for (size_t i = 0; qc_findings_format_name(i) != NULL; i++)
        tell(qc_findings_format_name(i), user);
}

static void engine_words(cli_word_fn *tell, void *user)
{
    tell("builtin", user);
#define CLI_ENGINE(name, format, programs, packages) tell(#name, user);
#include "cli/engines.def"
}

static void level_words(cli_word_fn *tell, void *user)
{
    for (int level = QC_INFO; level <= QC_ERROR; level++)
        tell(cli_level_name((enum qc_message_level)level), user);
}

static void rule_words(cli_word_fn *tell, void *user)
{
    struct qc_rule rule;
    for (size_t i = 0; qc_rule_at(i, &rule); i++) {
        char slug[64];
        snprintf(slug, sizeof slug, "%s", rule.slug);
        for (char *c = slug; *c != '\0'; c++)
            *c = *c == '_' ? '-' : *c;
        tell(slug, user);
    }
}

static void import_format_words(cli_word_fn *tell, void *user)
{
    for (size_t i = 0; qc_import_format_at(i) != NULL; i++)
        tell(qc_import_format_at(i), user);
}

static void encoding_words(cli_word_fn *tell, void *user)
{
    for (size_t i = 0; qc_import_encoding_at(i) != NULL; i++)
        tell(qc_import_encoding_at(i), user);
}

static void stage_words(cli_word_fn *tell, void *user)
{
    for (size_t i = 0; qc_stage_name(i) != NULL; i++)
        tell(qc_stage_name(i), user);
}

void cli_command_words(cli_word_fn *tell, void *user)
{
    for (int i = 0; i < CLI_COMMAND_COUNT; i++)
        tell(cli_commands[i].name, user);
}

static void shell_words(cli_word_fn *tell, void *user)
{
    listed_words("bash, zsh, fish", tell, user);
}

static void stdlib_words(cli_word_fn *tell, void *user)
{
    listed_words("list, show", tell, user);
}

static void hook_words(cli_word_fn *tell, void *user)
{
    listed_words("install, uninstall, status", tell, user);
}

/* Options whose words are no enum's. */
static const struct {
    const char *option;
    cli_words_fn *words;
} option_words[] = {
    { "to", format_words },     { "format", findings_format_words }, { "pdf-engine", engine_words },
    { "level", level_words },   { "warning", rule_words },           { "no", rule_words },
    { "only", rule_words },
    { "error", rule_words },    { "from", import_format_words },     { "encoding", encoding_words },
};

/* Commands whose operands are no files. */
static const struct {
    enum cli_command command;
    cli_words_fn *words;
} operand_words[] = {
    { CLI_DUMP, stage_words },   { CLI_EXPLAIN, rule_words },    { CLI_HELP, cli_command_words },
    { CLI_STDLIB, stdlib_words }, { CLI_COMPLETION, shell_words },
    { CLI_HOOK, hook_words },
};

static cli_words_fn *words_of_option(const struct cli_option *option)
{
    for (size_t i = 0; i < sizeof option_words / sizeof *option_words; i++)
        if (strcmp(option_words[i].option, option->name) == 0)
            return option_words[i].words;
    return NULL;
}

bool cli_option_words(const struct cli_option *option, cli_word_fn *tell, void *user)
{
    cli_words_fn *words = words_of_option(option);
    if (words != NULL)
        words(tell, user);
    else
        listed_words(option->words, tell, user);
    return words != NULL || option->words != NULL;
}

cli_words_fn *cli_operand_words(enum cli_command command)
{
    for (size_t i = 0; i < sizeof operand_words / sizeof *operand_words; i++)
        if (operand_words[i].command == command)
            return operand_words[i].words;
    return NULL;
}
