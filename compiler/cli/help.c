/*
 * help.c - qc help: the commands, and the options of one.
 *
 * Owns nothing; everything comes from commands.def, options.def and the library.
 */
#include "cli/cli.h"

static void print_formats(enum qc_language language)
{
    cli_print("\n%s\n", CLI_PICK(language, formats));
    for (size_t i = 0; qc_format_name(i) != NULL; i++)
        cli_print("  %-9s %-6s %s\n", qc_format_name(i), qc_format_extension(i),
                  qc_format_summary(i, language));
}

static void print_stages(enum qc_language language)
{
    cli_print("\n%s\n", CLI_PICK(language, stages));
    for (size_t i = 0; qc_stage_name(i) != NULL; i++)
        cli_print("  %s\n", qc_stage_name(i));
}

void cli_help_command(enum qc_language language, enum cli_command command)
{
    const struct cli_command_info *info = &cli_commands[command];
    char line[128];
    snprintf(line, sizeof line, "%s [%s]...%s%s", info->name, CLI_PICK(language, option),
             info->operands[language][0] != '\0' ? " " : "", info->operands[language]);
    cli_print(CLI_PICK(language, usage), line);
    if (info->synonym[0] != '\0')
        cli_print(CLI_PICK(language, synonym), info->synonym);
    cli_print("\n\n%s\n\n%s\n", info->summary[language], CLI_PICK(language, options));
    cli_options_print(language, command);
    if (command == CLI_BUILD || command == CLI_WATCH)
        print_formats(language);
    if (command == CLI_DUMP)
        print_stages(language);
    if (command != CLI_CHECK)
        return;
    cli_print("\n%s\n", CLI_PICK(language, formats));
    for (size_t i = 0; qc_findings_format_name(i) != NULL; i++)
        cli_print("  %-9s %s\n", qc_findings_format_name(i), qc_findings_format_summary(i, language));
}

static void help_all(enum qc_language language)
{
    cli_print(CLI_PICK(language, about), qc_version());
    cli_print("\n\n%s\n\n%s\n", CLI_PICK(language, usage_all), CLI_PICK(language, commands));
    for (int i = 0; i < CLI_COMMAND_COUNT; i++) {
        cli_print("  %-8s %s", cli_commands[i].name, cli_commands[i].summary[language]);
        if (cli_commands[i].synonym[0] != '\0')
            cli_print(CLI_PICK(language, synonym), cli_commands[i].synonym);
        cli_print("\n");
    }
    cli_print("\n%s\n", CLI_PICK(language, options_everywhere));
    cli_options_print(language, CLI_COMMAND_COUNT);
    cli_print("\n%s\n", CLI_PICK(language, more));
}

enum cli_status cli_run_help(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    enum cli_status status = CLI_FINE;
    if (options->operand_count == 0)
        help_all(options->language);
    for (size_t i = 0; i < options->operand_count; i++) {
        enum cli_command command = cli_find_command(options, options->operands[i]);
        if (command == CLI_COMMAND_COUNT)
            status = CLI_FAILED;
        else
            cli_help_command(options->language, command);
    }
    return status;
}
