/*
 * input.c - what build, check and dump do alike: read a document, compile it, tell what was found.
 *
 * Owns the bytes of standard input while they are compiled. Files are read
 * by the library.
 */
#include "cli/cli.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_ROOM = 64 * 1024, MOST = QC_INPUT_LIMIT + 1 /* the library refuses it then */ };

bool cli_inputs_fine(const struct cli_options *options, char **inputs, size_t count)
{
    size_t standard = 0;
    for (size_t i = 0; i < count; i++)
        standard += strcmp(inputs[i], "-") == 0;
    if (count == 0)
        cli_complain(options->language, CLI_MSG(no_input));
    else if (standard > 1)
        cli_complain(options->language, CLI_MSG(stdin_twice));
    return count > 0 && standard <= 1;
}

const char *cli_input_name(const struct cli_options *options, const char *input)
{
    if (strcmp(input, "-") != 0)
        return input;
    return options->stdin_filename != NULL ? options->stdin_filename : "-";
}

char *cli_read_stdin(size_t *length)
{
    size_t room = FIRST_ROOM;
    char *bytes = malloc(room);
    *length = 0;
    while (bytes != NULL) {
        ssize_t got = read(STDIN_FILENO, bytes + *length, room - *length);
        if (got == 0)
            break;
        *length += got > 0 ? (size_t)got : 0;
        if (got < 0 && errno == EAGAIN) {
            struct pollfd wait = { .fd = STDIN_FILENO, .events = POLLIN };
            poll(&wait, 1, -1);
        } else if (got < 0 && errno != EINTR) {
            int error = errno;
            free(bytes);
            errno = error;
            return NULL;
        }
        if (*length < room)
            continue;
        if (room == MOST)
            break;
        room = room > MOST / 2 ? MOST : room * 2;
        char *larger = realloc(bytes, room);
        if (larger == NULL)
            free(bytes);
        bytes = larger;
    }
    return bytes;
}

static void use_options(const struct cli *cli)
{
    qc_use_config(cli->qc, !cli->options.no_config);
    qc_use_library(cli->qc, cli->options.stdlib);
}

enum qc_result cli_compile_file(const struct cli *cli, const char *path)
{
    use_options(cli);
    return qc_compile_file(cli->qc, path);
}

bool cli_compile(struct cli *cli, const char *input, enum qc_result *result)
{
    const struct cli_options *options = &cli->options;
    use_options(cli);
    if (strcmp(input, "-") == 0) {
        size_t length;
        char *bytes = cli_read_stdin(&length);
        if (bytes == NULL) {
            cli_complain(options->language, CLI_MSG(cannot_read_stdin),
                         cli_error_text(options->language, errno));
            return false;
        }
        *result = qc_compile_memory(cli->qc, cli_input_name(options, input), bytes, length);
        free(bytes);
    } else {
        *result = qc_compile_file(cli->qc, input);
    }
    if (*result == QC_NO_MEMORY)
        cli_no_memory(options->language);
    return *result != QC_NO_MEMORY;
}

bool cli_wants_color(enum cli_color color, FILE *file)
{
    if (color != CLI_COLOR_AUTO)
        return color == CLI_COLOR_ALWAYS;
    const char *refused = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (refused != NULL && refused[0] != '\0')
        return false;
    return isatty(fileno(file)) && terminal != NULL && strcmp(terminal, "dumb") != 0;
}

enum cli_status cli_print_findings(struct cli *cli, FILE *file, enum qc_result result, enum cli_status status)
{
    const struct cli_options *options = &cli->options;
    bool color = cli_wants_color(options->color, file);
    if (qc_print_messages(cli->qc, options->language, color, cli_write, file) == QC_NO_MEMORY) {
        cli_no_memory(options->language);
        return CLI_FAILED;
    }
    if (result == QC_UNREADABLE)
        return CLI_FAILED;
    return cli_worst(status, qc_message_count(cli->qc, QC_ERROR) > 0 ? CLI_FINDINGS : CLI_FINE);
}
