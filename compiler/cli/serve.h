/*
 * serve.h - shows a page to browsers on this machine, and lets them load it anew when it changes.
 */
#ifndef QC_CLI_SERVE_H
#define QC_CLI_SERVE_H

#include "cli/buffer.h"
#include "cli/cli.h"

struct cli_server;

/* Serves on loopback, at the port that the options name. NULL after a complaint. */
struct cli_server *cli_serve_open(const struct cli_options *options);
void cli_serve_close(struct cli_server *server);

/* "http://127.0.0.1:41234/" */
const char *cli_serve_url(const struct cli_server *server);

/* Readable when a browser wants something; then, and after that many milliseconds, run is to be called. */
int cli_serve_fd(const struct cli_server *server);
int cli_serve_wait(const struct cli_server *server);
void cli_serve_run(struct cli_server *server);

/*
 * Puts another page in the place of the one before. findings, plain text,
 * stand over it; empty: none. An empty html leaves the page as it is and
 * changes only the findings. False when memory runs out.
 */
bool cli_serve_put(struct cli_server *server, const struct cli_buffer *html, const struct cli_buffer *findings);

#endif
