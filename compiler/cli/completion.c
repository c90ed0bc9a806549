/*
 * completion.c - qc completion: what bash, zsh and fish need to complete a command line.
 *
 * Owns the three scripts. Commands, options and the words they take come from
 * the tables, so that a new one is completed at once.
 */
#include "cli/options.h"

#include <string.h>

/* Told of each word in turn. */
typedef void word_fn(const char *word, void *user);

/* ---- the words that options and operands take ---- */

/* "vi, en": the words of an enum's table. */
static void listed_words(const char *words, word_fn *tell, void *user)
{
    while (words != NULL && *words != '\0') {
        char word[64];
        size_t length = strcspn(words, ",");
        snprintf(word, sizeof word, "%.*s", (int)length, words);
        tell(word, user);
        words += length + strspn(words + length, ", ");
    }
}

static void format_words(word_fn *tell, void *user)
{
    for (size_t i = 0; qc_format_name(i) != NULL; i++)
        tell(qc_format_name(i), user);
    tell("all", user);
}

static void findings_format_words(word_fn *tell, void *user)
{
    for (size_t i = 0; qc_findings_format_name(i) != NULL; i++)
        tell(qc_findings_format_name(i), user);
}

static void engine_words(word_fn *tell, void *user)
{
    tell("builtin", user);
#define CLI_ENGINE(name, format, programs, packages) tell(#name, user);
#include "cli/engines.def"
}

static void level_words(word_fn *tell, void *user)
{
    for (int level = QC_INFO; level <= QC_ERROR; level++)
        tell(cli_level_name((enum qc_message_level)level), user);
}

static void rule_words(word_fn *tell, void *user)
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

static void stage_words(word_fn *tell, void *user)
{
    for (size_t i = 0; qc_stage_name(i) != NULL; i++)
        tell(qc_stage_name(i), user);
}

static void command_words(word_fn *tell, void *user)
{
    for (int i = 0; i < CLI_COMMAND_COUNT; i++)
        tell(cli_commands[i].name, user);
}

static void shell_words(word_fn *tell, void *user)
{
    listed_words("bash, zsh, fish", tell, user);
}

static void stdlib_words(word_fn *tell, void *user)
{
    listed_words("list, show", tell, user);
}

typedef void words_fn(word_fn *tell, void *user);

/* Options whose words are no enum's. */
static const struct {
    const char *option;
    words_fn *words;
} option_words[] = {
    { "to", format_words },     { "format", findings_format_words }, { "pdf-engine", engine_words },
    { "level", level_words },   { "warning", rule_words },           { "no", rule_words },
    { "error", rule_words },
};

/* Commands whose operands are no files. */
static const struct {
    enum cli_command command;
    words_fn *words;
} operand_words[] = {
    { CLI_DUMP, stage_words },   { CLI_EXPLAIN, rule_words },    { CLI_HELP, command_words },
    { CLI_STDLIB, stdlib_words }, { CLI_COMPLETION, shell_words },
};

static words_fn *words_of_option(const struct cli_option *option)
{
    for (size_t i = 0; i < sizeof option_words / sizeof *option_words; i++)
        if (strcmp(option_words[i].option, option->name) == 0)
            return option_words[i].words;
    return NULL;
}

/* False when the option takes anything, or nothing. */
static bool tell_option_words(const struct cli_option *option, word_fn *tell, void *user)
{
    words_fn *words = words_of_option(option);
    if (words != NULL)
        words(tell, user);
    else
        listed_words(option->words, tell, user);
    return words != NULL || option->words != NULL;
}

static words_fn *words_of_operands(enum cli_command command)
{
    for (size_t i = 0; i < sizeof operand_words / sizeof *operand_words; i++)
        if (operand_words[i].command == command)
            return operand_words[i].words;
    return NULL;
}

static bool stands_with(const struct cli_option *option, int command)
{
    return (option->commands & 1u << command) != 0;
}

static void print_word(const char *word, void *user)
{
    (void)user;
    cli_print(" %s", word);
}

static void ignore_word(const char *word, void *user)
{
    (void)word, (void)user;
}

/* ---- bash ---- */

static void print_bash_options(int command)
{
    cli_print("        %s) words='", cli_commands[command].name);
    for (size_t i = 0; i < cli_option_count; i++)
        if (stands_with(&cli_option_rows[i], command))
            cli_print(" --%s", cli_option_rows[i].name);
    cli_print("' ;;\n");
}

static void print_bash(void)
{
    cli_print("# bash completion of qc\n"
              "_qc() {\n"
              "    local IFS=$' \\t\\n' word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command='' words='' i\n"
              "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
              "        [[ ${COMP_WORDS[i]} == -* ]] || { command=${COMP_WORDS[i]}; break; }\n"
              "    done\n"
              "    COMPREPLY=()\n"
              "    case $previous in\n");
    for (size_t i = 0; i < cli_option_count; i++) {
        const struct cli_option *option = &cli_option_rows[i];
        if (!tell_option_words(option, ignore_word, NULL))
            continue;
        cli_print("    --%s", option->name);
        if (option->letter != 0)
            cli_print(" | -%c", option->letter);
        cli_print(") words='");
        tell_option_words(option, print_word, NULL);
        cli_print("' ;;\n");
    }
    cli_print("    esac\n"
              "    if [[ -z $words && $word == -* ]]; then\n"
              "        case $command in\n");
    for (int i = 0; i < CLI_COMMAND_COUNT; i++)
        print_bash_options(i);
    cli_print("        esac\n"
              "    elif [[ -z $words && -z $command ]]; then\n"
              "        words='");
    command_words(print_word, NULL);
    cli_print("'\n"
              "    elif [[ -z $words ]]; then\n"
              "        case $command in\n");
    for (size_t i = 0; i < sizeof operand_words / sizeof *operand_words; i++) {
        cli_print("        %s) words='", cli_commands[operand_words[i].command].name);
        operand_words[i].words(print_word, NULL);
        cli_print("' ;;\n");
    }
    cli_print("        esac\n"
              "    fi\n"
              "    if [[ -n $words ]]; then\n"
              "        mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
              "    fi\n"
              "    if [[ -z $words || $command == dump ]]; then\n"
              "        local files\n"
              "        mapfile -t files < <(compgen -f -X '!*.qc' -- \"$word\"; compgen -d -- \"$word\")\n"
              "        COMPREPLY+=(\"${files[@]}\")\n"
              "        compopt -o filenames 2>/dev/null\n"
              "    fi\n"
              "}\n"
              "complete -F _qc qc\n");
}

/* ---- zsh ---- */

/* In single quotes; zsh gives : [ ] a meaning there. */
static void print_zsh_text(const char *text)
{
    for (; *text != '\0'; text++)
        if (*text == '\'')
            cli_print("'\\''");
        else if (strchr(":[]\\", *text) != NULL)
            cli_print("\\%c", *text);
        else
            cli_print("%c", *text);
}

static void print_zsh_option(const struct cli_option *option, enum qc_language language)
{
    cli_print("            '*--%s%s[", option->name, option->argument == NULL || option->argument[0] == '[' ? "" : "=");
    print_zsh_text(option->help[language]);
    cli_print("]");
    if (option->argument != NULL && option->argument[0] != '[') {
        cli_print(":%s:", option->argument);
        if (tell_option_words(option, ignore_word, NULL)) {
            cli_print("(");
            tell_option_words(option, print_word, NULL);
            cli_print(" )");
        } else {
            cli_print("_files");
        }
    }
    cli_print("' \\\n");
}

static void print_zsh(enum qc_language language)
{
    cli_print("#compdef qc\n"
              "_qc() {\n"
              "    local -a commands\n"
              "    commands=(\n");
    for (int i = 0; i < CLI_COMMAND_COUNT; i++) {
        cli_print("        '%s:", cli_commands[i].name);
        print_zsh_text(cli_commands[i].summary[language]);
        cli_print("'\n");
    }
    cli_print("    )\n"
              "    if (( CURRENT == 2 )); then\n"
              "        _describe command commands\n"
              "        return\n"
              "    fi\n"
              "    case $words[2] in\n");
    for (int i = 0; i < CLI_COMMAND_COUNT; i++) {
        cli_print("        %s) shift words; (( CURRENT-- )); _arguments \\\n", cli_commands[i].name);
        for (size_t k = 0; k < cli_option_count; k++)
            if (stands_with(&cli_option_rows[k], i))
                print_zsh_option(&cli_option_rows[k], language);
        words_fn *operands = words_of_operands((enum cli_command)i);
        cli_print("            '*:");
        if (operands != NULL && i != CLI_DUMP) {
            cli_print("word:(");
            operands(print_word, NULL);
            cli_print(" )' ;;\n");
        } else {
            cli_print("file:_files -g \"*.qc(-.)\"' ;;\n");
        }
    }
    cli_print("    esac\n"
              "}\n"
              "_qc \"$@\"\n");
}

/* ---- fish ---- */

/* In single quotes. */
static void print_fish_text(const char *text)
{
    cli_print("'");
    for (; *text != '\0'; text++)
        cli_print(*text == '\'' || *text == '\\' ? "\\%c" : "%c", *text);
    cli_print("'");
}

static void print_fish_option(const struct cli_option *option, enum qc_language language)
{
    cli_print("complete -c qc -n '__fish_seen_subcommand_from");
    for (int i = 0; i < CLI_COMMAND_COUNT; i++)
        if (stands_with(option, i))
            cli_print(" %s", cli_commands[i].name);
    cli_print("' -l %s", option->name);
    if (option->letter != 0)
        cli_print(" -s %c", option->letter);
    if (tell_option_words(option, ignore_word, NULL)) {
        cli_print(" -x -a '");
        tell_option_words(option, print_word, NULL);
        cli_print("'");
    } else if (option->argument != NULL && option->argument[0] != '[') {
        cli_print(" -r");
    }
    cli_print(" -d ");
    print_fish_text(option->help[language]);
    cli_print("\n");
}

static void print_fish(enum qc_language language)
{
    cli_print("# fish completion of qc\n");
    for (int i = 0; i < CLI_COMMAND_COUNT; i++) {
        cli_print("complete -c qc -f -n __fish_use_subcommand -a %s -d ", cli_commands[i].name);
        print_fish_text(cli_commands[i].summary[language]);
        cli_print("\n");
    }
    for (size_t i = 0; i < cli_option_count; i++)
        print_fish_option(&cli_option_rows[i], language);
    for (size_t i = 0; i < sizeof operand_words / sizeof *operand_words; i++) {
        cli_print("complete -c qc%s -n '__fish_seen_subcommand_from %s' -a '",
                  operand_words[i].command == CLI_DUMP ? "" : " -f", cli_commands[operand_words[i].command].name);
        operand_words[i].words(print_word, NULL);
        cli_print("'\n");
    }
}

enum cli_status cli_run_completion(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    const char *shell = options->operand_count == 1 ? options->operands[0] : "";
    if (strcmp(shell, "bash") == 0)
        print_bash();
    else if (strcmp(shell, "zsh") == 0)
        print_zsh(options->language);
    else if (strcmp(shell, "fish") == 0)
        print_fish(options->language);
    else
        cli_complain(options->language, CLI_MSG(no_shell));
    return strcmp(shell, "bash") == 0 || strcmp(shell, "zsh") == 0 || strcmp(shell, "fish") == 0 ? CLI_FINE : CLI_FAILED;
}
