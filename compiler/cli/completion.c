/*
 * completion.c - qc completion: what bash, zsh and fish need to complete a command line.
 *
 * Owns the three scripts. Commands, options and the words they take come from
 * the tables, so that a new one is completed at once.
 */
#include "cli/completion.h"

#include <string.h>

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
        if (!cli_option_words(option, ignore_word, NULL))
            continue;
        cli_print("    --%s", option->name);
        if (option->letter != 0)
            cli_print(" | -%c", option->letter);
        cli_print(") words='");
        cli_option_words(option, print_word, NULL);
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
    cli_command_words(print_word, NULL);
    cli_print("'\n"
              "    elif [[ -z $words ]]; then\n"
              "        case $command in\n");
    for (int i = 0; i < CLI_COMMAND_COUNT; i++) {
        cli_words_fn *operands = cli_operand_words((enum cli_command)i);
        if (operands == NULL)
            continue;
        cli_print("        %s) words='", cli_commands[i].name);
        operands(print_word, NULL);
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
        if (cli_option_words(option, ignore_word, NULL)) {
            cli_print("(");
            cli_option_words(option, print_word, NULL);
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
        cli_words_fn *operands = cli_operand_words((enum cli_command)i);
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
    if (cli_option_words(option, ignore_word, NULL)) {
        cli_print(" -x -a '");
        cli_option_words(option, print_word, NULL);
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
    for (int i = 0; i < CLI_COMMAND_COUNT; i++) {
        cli_words_fn *operands = cli_operand_words((enum cli_command)i);
        if (operands == NULL)
            continue;
        cli_print("complete -c qc%s -n '__fish_seen_subcommand_from %s' -a '", i == CLI_DUMP ? "" : " -f", cli_commands[i].name);
        operands(print_word, NULL);
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
    else {
        cli_complain(options->language, CLI_MSG(no_shell));
        return CLI_FAILED;
    }
    return CLI_FINE;
}
