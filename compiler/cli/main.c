/*
 * main.c - the command qc: from arguments to a command to an exit status.
 *
 * Owns the context of the library. Must not know what the commands do.
 */
#include "cli/cli.h"

#include <string.h>
#include <unistd.h>

#include "cli/output.h"

const struct cli_command_info cli_commands[CLI_COMMAND_COUNT] = {
/* clang-format off */
#define CLI_BOTH(vi, en) { vi, en }
#define CLI_COMMAND(id, name, synonym, operands, summary) { #name, synonym, operands, summary, cli_run_##name },
/* clang-format on */
#include "cli/commands.def"
};

enum cli_command cli_find_command(const struct cli_options *options, const char *name)
{
    struct cli_guess guess = { .typed = name };
    for (int i = 0; i < CLI_COMMAND_COUNT; i++) {
        const struct cli_command_info *command = &cli_commands[i];
        bool synonym = command->synonym[0] != '\0';
        if (strcmp(name, command->name) == 0 || (synonym && strcmp(name, command->synonym) == 0))
            return (enum cli_command)i;
        cli_guess_try(&guess, command->name);
        if (synonym)
            cli_guess_try(&guess, command->synonym);
    }
    size_t length = strlen(name);
    bool source = length > 3 && strcmp(name + length - 3, ".qc") == 0;
    if (source || strcmp(name, "-") == 0 || (guess.name == NULL && access(name, F_OK) == 0)) {
        cli_complain(options->language, CLI_MSG(file_for_command), name, name, name);
    } else {
        cli_complain(options->language, CLI_MSG(unknown_command), name);
        cli_guess_ask(options->language, &guess);
    }
    return CLI_COMMAND_COUNT;
}

enum cli_status cli_run_version(struct cli *cli)
{
    if (cli->options.operand_count > 0) {
        cli_complain(cli->options.language, CLI_MSG(operand_extra), cli->options.operands[0]);
        return CLI_FAILED;
    }
    cli_print("qc %s\n", qc_version());
    return CLI_FINE;
}

static enum cli_status run_command(struct cli *cli, int argc, char **argv)
{
    struct cli_options *options = &cli->options;
    enum cli_command command = cli_find_command(options, argv[0]);
    if (command == CLI_COMMAND_COUNT)
        return CLI_FAILED;
    const struct cli_command_info *info = &cli_commands[command];
    if (!cli_options_parse(options, command, argc, argv)) {
        cli_complain(options->language, CLI_MSG(see_help), info->name);
        return CLI_FAILED;
    }
    if (options->help) {
        cli_help_command(options->language, command);
        return CLI_FINE;
    }
    if (options->version) {
        options->operand_count = 0;
        return cli_run_version(cli);
    }
    cli->qc = qc_context_new();
    if (cli->qc == NULL) {
        cli_no_memory(options->language);
        return CLI_FAILED;
    }
    enum cli_status status = info->run(cli);
    qc_context_free(cli->qc);
    return status;
}

static enum cli_status run(struct cli *cli, int argc, char **argv)
{
    struct cli_options *options = &cli->options;
    cli_options_default(options);
    if (!cli_options_parse(options, CLI_COMMAND_COUNT, argc, argv))
        return CLI_FAILED;
    bool help = options->help, version = options->version;
    if (help || version)
        options->operand_count = 0;
    if (version)
        return cli_run_version(cli);
    if (help)
        return cli_run_help(cli);
    if (options->operand_count == 0) {
        cli_complain(options->language, CLI_MSG(no_command));
        return CLI_FAILED;
    }
    return run_command(cli, (int)options->operand_count, options->operands);
}

int main(int argc, char **argv)
{
    struct cli cli = { .arguments = argv };
    cli_guard_streams();
    cli_output_guard();
    enum cli_status status = argc > 0 ? run(&cli, argc, argv) : CLI_FAILED;
    cli_options_free(&cli.options);
    return (int)cli_close_streams(cli.options.language, status);
}
