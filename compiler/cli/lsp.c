/*
 * lsp.c - qc lsp: serves an editor over standard input and output.
 *
 * Owns the two streams: nothing else may be printed on stdout. A build without
 * jansson has no language server, and says so.
 */
#include "cli/cli.h"

#ifdef QC_LSP

#include <errno.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "lsp/lsp.h"

/* Is something there to read? Waits for it, or not. */
static bool is_readable(bool wait)
{
    struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
    return poll(&input, 1, wait ? -1 : 0) > 0;
}

static int read_some(void *user, char *bytes, int size, bool wait)
{
    (void)user;
    for (;;) {
        if (!is_readable(wait)) {
            if (!wait)
                return LSP_READ_NOTHING;
            continue;
        }
        ssize_t got = read(STDIN_FILENO, bytes, (size_t)size);
        if (got >= 0)
            return (int)got;
        if (errno != EINTR && errno != EAGAIN)
            return LSP_READ_ERROR;
    }
}

static bool write_all(void *user, const char *bytes, size_t length)
{
    (void)user;
    while (length > 0) {
        ssize_t put = write(STDOUT_FILENO, bytes, length);
        if (put >= 0) {
            bytes += put;
            length -= (size_t)put;
        } else if (errno == EAGAIN) {
            struct pollfd output = { .fd = STDOUT_FILENO, .events = POLLOUT };
            poll(&output, 1, -1);
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

static enum cli_status status_of(const struct cli *cli, enum lsp_end end)
{
    enum qc_language language = cli->options.language;
    switch (end) {
    case LSP_GOES_ON:
    case LSP_EXIT:
        return CLI_FINE;
    case LSP_EXIT_EARLY:
        return CLI_FINDINGS; /* what LSP asks for */
    case LSP_BAD_FRAME:
        cli_complain(language, CLI_MSG(lsp_frame));
        break;
    case LSP_READ_FAILED:
        cli_complain(language, CLI_MSG(cannot_read), "-", cli_error_text(language, errno));
        break;
    case LSP_WRITE_FAILED:
        cli_complain(language, CLI_MSG(lsp_gone));
        break;
    case LSP_NO_MEMORY:
        cli_no_memory(language);
        break;
    }
    return CLI_FAILED;
}

/*
 * What a compilation gives back the next one takes: to return it to the system
 * each time costs a fifth of the time that findings of a large document take.
 */
static void keep_memory(void)
{
#ifdef __GLIBC__
    enum { KEPT = 64 << 20, LARGEST = 32 << 20 };
    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, LARGEST);
#endif
}

enum cli_status cli_run_lsp(struct cli *cli)
{
    const struct lsp_channel channel = { .read = read_some, .write = write_all };
    if (cli->options.operand_count > 0) {
        cli_complain(cli->options.language, CLI_MSG(operand_extra), cli->options.operands[0]);
        return CLI_FAILED;
    }
    if (!cli_choose(cli))
        return CLI_FAILED;
    qc_use_config(cli->qc, !cli->options.no_config);
    qc_use_library(cli->qc, cli->options.stdlib);
    keep_memory();
    signal(SIGPIPE, SIG_IGN); /* an editor that is gone is an error of writing */
    return status_of(cli, lsp_serve(cli->qc, cli->options.language, &channel));
}

const char *cli_lsp_version(void)
{
    return lsp_json_version();
}

#else

const char *cli_lsp_version(void)
{
    return NULL;
}

enum cli_status cli_run_lsp(struct cli *cli)
{
    cli_complain(cli->options.language, CLI_MSG(lsp_not_built));
    return CLI_FAILED;
}

#endif
