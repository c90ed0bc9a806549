/*
 * documents.c - the documents that the editor has open.
 *
 * Owns their texts, which are those of the editor: what lies on disk does not
 * count as long as one is open. A change of the text is made even when it
 * is strange; one that has no text or place at all is left out.
 */
#include "lsp/place.h"

#include <stdlib.h>

#include "lsp/uri.h"

/* ---- finding ------------------------------------------------------------- */

struct lsp_document *lsp_document_find(const struct lsp_server *server, const char *uri)
{
    struct lsp_document *document = server->documents;
    while (document != NULL && strcmp(document->uri, uri) != 0)
        document = document->next;
    return document;
}

struct lsp_document *lsp_document_at(struct lsp_server *server, const char *path)
{
    char *real = realpath(path, NULL);
    struct qc_str normal = real != NULL ? QC_STR("") : lsp_path_normal(&server->scratch, qc_str_from(path));
    struct lsp_document *document = server->documents;
    for (; document != NULL; document = document->next) {
        const char *own = real != NULL ? document->real_path : document->path;
        if (own != NULL && qc_str_equal(qc_str_from(own), real != NULL ? qc_str_from(real) : normal))
            break;
    }
    free(real);
    return document;
}

struct qc_str lsp_document_bytes(const struct lsp_document *document)
{
    return (struct qc_str){ document->bytes, document->length };
}

const struct qc_line_index *lsp_document_lines(struct lsp_server *server, struct lsp_document *document)
{
    if (document->lines_stale && !qc_line_index_make(&document->lines, lsp_document_bytes(document)))
        lsp_exhausted(server);
    document->lines_stale = false;
    return &document->lines;
}

/* ---- opening and closing --------------------------------------------------- */

static void free_document(struct lsp_document *document)
{
    for (size_t i = 0; i < document->used_count; i++)
        qc_line_index_free(&document->used_lines[i]);
    free(document->used_lines);
    qc_line_index_free(&document->lines);
    qc_context_free(document->qc);
    free(document->uri);
    free(document->path);
    free(document->real_path);
    free(document->bytes);
    free(document);
}

static void close_document(struct lsp_server *server, struct lsp_document *document)
{
    struct lsp_document **place = &server->documents;
    while (*place != document)
        place = &(*place)->next;
    *place = document->next;
    if (document->path != NULL)
        lsp_touch(server, document->path);
    lsp_publish_none(server, document);
    free_document(document);
}

void lsp_documents_lose(struct lsp_server *server, size_t size)
{
    struct qc_str text = lsp_format(server, LSP_MSG(message_too_large), size, LSP_MOST_BYTES);
    const char *message = qc_str_terminated(&server->scratch, text);
    while (server->documents != NULL)
        close_document(server, server->documents);
    lsp_refuse(server, LSP_INVALID_REQUEST, message);
    lsp_show(server, LSP_SHOW_ERROR, message);
}

void lsp_documents_free(struct lsp_server *server)
{
    while (server->documents != NULL) {
        struct lsp_document *document = server->documents;
        server->documents = document->next;
        free_document(document);
    }
}

static struct lsp_document *open_document(struct lsp_server *server, const char *uri)
{
    struct lsp_document *document = lsp_must(server, calloc(1, sizeof *document));
    document->next = server->documents;
    server->documents = document;
    document->uri = lsp_must(server, strdup(uri));
    const char *path = lsp_uri_path(&server->scratch, uri);
    if (path != NULL) {
        struct qc_str normal = lsp_path_normal(&server->scratch, qc_str_from(path));
        document->path = lsp_must(server, strndup(normal.ptr, normal.len));
        document->real_path = realpath(document->path, NULL);
    }
    document->qc = lsp_context_new(server);
    return document;
}

/* ---- changing ---------------------------------------------------------------- */

/* The text, or part of it, is another one now. */
static void changed(struct lsp_document *document)
{
    document->lines_stale = true;
    document->stale = document->unpublished = true;
}

static void replace(struct lsp_server *server, struct lsp_document *document, size_t begin, size_t end,
                    struct qc_str text)
{
    size_t length = document->length - (end - begin) + text.len;
    if (length > LSP_MOST_DOCUMENT)
        lsp_exhausted(server);
    if (length > document->room || document->bytes == NULL) {
        size_t room = length + length / 4 + 1;
        document->bytes = lsp_must(server, realloc(document->bytes, room));
        document->room = room;
    }
    memmove(document->bytes + begin + text.len, document->bytes + end, document->length - end);
    if (text.len > 0)
        memcpy(document->bytes + begin, text.ptr, text.len);
    document->length = length;
    changed(document);
}

static void make_change(struct lsp_server *server, struct lsp_document *document, const json_t *change)
{
    const json_t *text = json_object_get(change, "text"), *range = json_object_get(change, "range");
    if (!json_is_string(text))
        return;
    size_t begin = 0, end = document->length;
    struct qc_place first, last;
    if (range != NULL && !json_is_null(range)) {
        if (!lsp_read_place(lsp_get(range, "start"), &first) || !lsp_read_place(lsp_get(range, "end"), &last))
            return;
        const struct qc_line_index *lines = lsp_document_lines(server, document);
        begin = qc_byte_of_place(lsp_document_bytes(document), lines, first, server->unit);
        end = qc_byte_of_place(lsp_document_bytes(document), lines, last, server->unit);
    }
    if (begin > end) {
        size_t other = begin;
        begin = end;
        end = other;
    }
    replace(server, document, begin, end,
            (struct qc_str){ json_string_value(text), json_string_length(text) });
}

/* ---- what the editor says ------------------------------------------------------- */

void lsp_did_open(struct lsp_server *server, const json_t *params)
{
    const char *uri = lsp_get_string(params, "textDocument.uri");
    const json_t *text = lsp_get(params, "textDocument.text");
    if (uri == NULL || !json_is_string(text))
        return;
    struct lsp_document *document = lsp_document_find(server, uri);
    if (document == NULL)
        document = open_document(server, uri);
    document->version = lsp_get_integer(params, "textDocument.version", 0);
    replace(server, document, 0, document->length,
            (struct qc_str){ json_string_value(text), json_string_length(text) });
    if (document->path != NULL)
        lsp_touch(server, document->path);
}

void lsp_did_change(struct lsp_server *server, const json_t *params)
{
    const char *uri = lsp_get_string(params, "textDocument.uri");
    struct lsp_document *document = uri == NULL ? NULL : lsp_document_find(server, uri);
    const json_t *changes = lsp_get(params, "contentChanges");
    if (document == NULL)
        return;
    document->version = lsp_get_integer(params, "textDocument.version", document->version);
    for (size_t i = 0; i < json_array_size(changes); i++)
        make_change(server, document, json_array_get(changes, i));
    document->unpublished = true; /* of another version, if nothing else */
    if (document->path != NULL)
        lsp_touch(server, document->path);
}

void lsp_did_save(struct lsp_server *server, const json_t *params)
{
    const char *uri = lsp_get_string(params, "textDocument.uri");
    struct lsp_document *document = uri == NULL ? NULL : lsp_document_find(server, uri);
    if (document == NULL || document->path == NULL)
        return;
    free(document->real_path); /* it may be in the file system only now */
    document->real_path = realpath(document->path, NULL);
    document->stale = document->unpublished = true; /* and so may what it uses, or .qc.toml */
    lsp_touch(server, document->path);
}

void lsp_did_close(struct lsp_server *server, const json_t *params)
{
    const char *uri = lsp_get_string(params, "textDocument.uri");
    struct lsp_document *document = uri == NULL ? NULL : lsp_document_find(server, uri);
    if (document != NULL)
        close_document(server, document);
}

void lsp_did_change_watched_files(struct lsp_server *server, const json_t *params)
{
    (void)params; /* a project file decides about all documents below it */
    lsp_touch(server, NULL);
}
