/*
 * lsp.h - the language server, as the command line starts it (LSP 3.17).
 *
 * It talks to one editor over two functions of its caller, and neither prints
 * nor writes files: what is to be changed the editor changes.
 */
#ifndef QC_LSP_LSP_H
#define QC_LSP_LSP_H

#include "qc.h"

/* What a read gave when it gave no bytes. */
enum { LSP_READ_END = 0, LSP_READ_NOTHING = -1, LSP_READ_ERROR = -2 };

/* Where the editor is. */
struct lsp_channel {
    /*
     * Reads 1 to size bytes and returns how many; LSP_READ_END at the end of the
     * input. With wait it waits for some, else it returns LSP_READ_NOTHING when there are none.
     */
    int (*read)(void *user, char *bytes, int size, bool wait);
    qc_write_fn *write; /* false: it is gone */
    void *user;
};

/* How a session ended. */
enum lsp_end {
    LSP_GOES_ON,
    LSP_EXIT,        /* shut down, then told to exit */
    LSP_EXIT_EARLY,  /* told to exit, or left, without being shut down */
    LSP_BAD_FRAME,   /* the input is no series of messages */
    LSP_READ_FAILED, /* errno says why */
    LSP_WRITE_FAILED,
    LSP_NO_MEMORY,
};

/*
 * Serves one session to its end. What was chosen in model (rules, project file,
 * directories of modules) holds for every document; model compiles nothing
 * itself. language is that of the environment: the editor may ask for another.
 */
enum lsp_end lsp_serve(struct qc_context *model, enum qc_language language,
                       const struct lsp_channel *channel);

/* Version of the JSON library. */
const char *lsp_json_version(void);

#endif
