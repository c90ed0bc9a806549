/*
 * edits.c - changes of texts, as the editor makes them.
 *
 * Owns nothing. A newline that is put in is written as the file ends its lines.
 */
#include "lsp/edits.h"

#include <stdlib.h>

#include "fix/apply.h"
#include "fix/difference.h"
#include "lsp/place.h"

json_t *lsp_text_edit(struct lsp_server *server, json_t *range, struct qc_str text)
{
    json_t *json = json_object();
    json_object_set_new_nocheck(json, "range", range);
    json_object_set_new_nocheck(json, "newText", lsp_string(server, text));
    return json;
}

/* {textDocument, edits}, or edits by URI for an editor that knows no versions. */
void lsp_add_file(const struct lsp_server *server, json_t *edit, json_t *uri, json_t *edits)
{
    const struct lsp_document *open = lsp_document_find(server, json_string_value(uri));
    if (server->client.versioned_edits) {
        json_t *file = json_object();
        json_object_set_new_nocheck(file, "uri", uri);
        json_object_set_new_nocheck(file, "version",
                                    open == NULL ? json_null() : json_integer(open->version));
        json_t *change = json_object();
        json_object_set_new_nocheck(change, "textDocument", file);
        json_object_set_new_nocheck(change, "edits", edits);
        if (json_object_get(edit, "documentChanges") == NULL)
            json_object_set_new_nocheck(edit, "documentChanges", json_array());
        json_array_append_new(json_object_get(edit, "documentChanges"), change);
    } else {
        if (json_object_get(edit, "changes") == NULL)
            json_object_set_new_nocheck(edit, "changes", json_object());
        json_object_set_new_nocheck(json_object_get(edit, "changes"), json_string_value(uri), edits);
        json_decref(uri);
    }
}

json_t *lsp_document_edit(struct lsp_server *server, const struct lsp_document *document, json_t *text_edits)
{
    json_t *edit = json_object();
    lsp_add_file(server, edit, json_string(document->uri), text_edits);
    return edit;
}

static int by_place(const void *left, const void *right)
{
    const struct qc_span *a = &((const struct qc_edit *)left)->span,
                         *b = &((const struct qc_edit *)right)->span;
    if (a->file != b->file)
        return a->file < b->file ? -1 : 1;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    return a->end < b->end ? -1 : a->end > b->end;
}

/* Which of two insertions at one place is the first nobody could say. */
static bool overlap(const struct qc_edit *edits, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct qc_span before = edits[i - 1].span, here = edits[i].span;
        bool twice = before.begin == before.end && here.begin == here.end && before.begin == here.begin;
        if (before.file == here.file && (here.begin < before.end || twice))
            return true;
    }
    return false;
}

/* The first edits, which are of one file. *count: how many. NULL when that is no file. */
static json_t *edits_of_file(struct lsp_server *server, struct lsp_document *document,
                             const struct qc_edit *edits, size_t *count)
{
    const struct qc_source *source = document->qc->cx.sources.files.items[edits[0].span.file];
    json_t *list = json_array();
    size_t i = 0;
    for (; i < *count && edits[i].span.file == source->id; i++) {
        struct qc_buf text = { .arena = &server->scratch };
        qc_add_lines(&text, edits[i].text, qc_line_end(source->bytes));
        json_array_append_new(
            list, lsp_text_edit(server, lsp_range(server, document, edits[i].span), qc_buf_str(&text)));
    }
    *count = i;
    return list;
}

json_t *lsp_workspace_edit(struct lsp_server *server, struct lsp_document *document, struct qc_edit *edits,
                           size_t count)
{
    if (count == 0)
        return NULL;
    qsort(edits, count, sizeof *edits, by_place);
    if (overlap(edits, count))
        return NULL;
    json_t *edit = json_object();
    while (count > 0) {
        json_t *uri = lsp_source_uri(server, document, edits[0].span.file);
        if (uri == NULL) {
            json_decref(edit);
            return NULL;
        }
        size_t some = count;
        json_t *list = edits_of_file(server, document, edits, &some);
        lsp_add_file(server, edit, uri, list);
        edits += some;
        count -= some;
    }
    return edit;
}

json_t *lsp_edits_to(struct lsp_server *server, struct lsp_document *document, struct qc_str after)
{
    struct qc_replacements changes = { 0 };
    qc_difference_find(&server->scratch, lsp_document_bytes(document), after, &changes);
    json_t *list = json_array();
    for (size_t i = 0; i < changes.items.count; i++) {
        const struct qc_replacement *change = &changes.items.items[i];
        json_array_append_new(
            list, lsp_text_edit(server, lsp_byte_range(server, document, change->begin, change->end),
                                change->text));
    }
    return list;
}
