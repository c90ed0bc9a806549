/*
 * compile.c - compiles open documents, each in a context of its own, which stays until its text changes.
 *
 * A file that a document uses is read as the editor has it open. Must not know
 * what the findings are for.
 */
#include "lsp/server.h"

#include <stdlib.h>

#include "lsp/uri.h"

/* qc_read_fn: what the editor has open comes before what is on disk. */
static bool read_open(void *user, const char *path, const char **bytes, size_t *length)
{
    struct lsp_server *server = user;
    const struct lsp_document *document = lsp_document_at(server, path);
    if (document == NULL)
        return false;
    *bytes = document->bytes;
    *length = document->length;
    return true;
}

struct qc_context *lsp_context_new(struct lsp_server *server)
{
    struct qc_context *qc = lsp_must(server, qc_context_new());
    qc->choices = server->model->choices;
    qc_use_config(qc, server->model->use_config);
    qc_use_library(qc, server->model->library);
    qc_use_reader(qc, read_open, server);
    return qc;
}

/* One that is no file lies nowhere: as standard input it uses what is where the program runs. */
static enum qc_result compile(struct lsp_server *server, const struct lsp_document *document,
                              struct qc_context *qc)
{
    const char *name = document->path != NULL ? document->path : "-";
    enum qc_result result = qc_compile_memory(qc, name, document->bytes, document->length);
    if (result == QC_NO_MEMORY)
        lsp_exhausted(server);
    return result;
}

bool lsp_compile_copy(struct lsp_server *server, const struct lsp_document *document, struct qc_context *qc)
{
    compile(server, document, qc);
    return qc->document != NULL;
}

void lsp_compile(struct lsp_server *server, struct lsp_document *document)
{
    if (!document->stale)
        return;
    for (size_t i = 0; i < document->used_count; i++)
        qc_line_index_free(&document->used_lines[i]);
    free(document->used_lines);
    document->used_lines = NULL;
    document->used_count = 0;
    if (compile(server, document, document->qc) != QC_UNREADABLE && qc_check(document->qc) == QC_NO_MEMORY)
        lsp_exhausted(server);
    document->stale = false;
}

/* real: the path as the file system knows it, or NULL when it is in none. */
static bool uses(struct lsp_server *server, const struct lsp_document *document, const char *path,
                 const char *real)
{
    const char *used;
    bool found = false;
    for (size_t i = 0; !found && (used = qc_file_at(document->qc, i)) != NULL; i++) {
        char *other = real == NULL ? NULL : realpath(used, NULL);
        if (real != NULL)
            found = other != NULL && strcmp(real, other) == 0;
        else
            found = qc_str_equal(lsp_path_normal(&server->scratch, qc_str_from(used)), qc_str_from(path));
        free(other);
    }
    return found;
}

void lsp_touch(struct lsp_server *server, const char *path)
{
    char *real = path == NULL ? NULL : realpath(path, NULL);
    for (struct lsp_document *document = server->documents; document != NULL; document = document->next)
        if (path == NULL || uses(server, document, path, real))
            document->stale = document->unpublished = true;
    free(real);
}
