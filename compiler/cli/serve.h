/*
 * serve.h - shows a page to browsers on this machine, and lets them load it anew when it changes.
 *
 * A module, ../serve/: its library takes longer to start than a check does.
 */
#ifndef QC_CLI_SERVE_H
#define QC_CLI_SERVE_H

#include "cli/buffer.h"

struct qc_server;

/* What the module gives, under the name of CLI_SERVE_SYMBOL. */
struct cli_serve_module {
    const char *made_for;         /* QC_VERSION; first, see base/module.h */
    const char *(*version)(void); /* of libmicrohttpd */

    /* Serves on loopback; port 0: a free one. NULL with *error, of errno. */
    struct qc_server *(*open)(unsigned port, int *error);

    /* NULL is allowed. */
    void (*close)(struct qc_server *server);

    /* "http://127.0.0.1:41234/" */
    const char *(*url)(const struct qc_server *server);

    /* Readable when a browser wants something; then, and after that many milliseconds, run is to be called. */
    int (*fd)(const struct qc_server *server);
    int (*wait)(const struct qc_server *server);
    void (*run)(struct qc_server *server);

    /*
     * Puts another page in the place of the one before. findings, plain text,
     * stand over it; empty: none. An empty html leaves the page as it is and
     * changes only the findings. False when memory runs out.
     */
    bool (*put)(struct qc_server *server, const struct cli_buffer *html, const struct cli_buffer *findings);
};

#define CLI_SERVE_SYMBOL "qc_serve_module"

/* Loads the module; NULL when it is not there, or made for another qc. */
const struct cli_serve_module *cli_serve_load(void);

#endif
