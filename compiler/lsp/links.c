/*
 * links.c - textDocument/documentLink: files of dùng, and addresses of the web.
 */
#include "lsp/place.h"
#include "lsp/uses.h"

/* Where a thing leads; NULL when nowhere. */
static json_t *target_of(struct lsp_server *server, const struct lsp_document *document,
                         const struct lsp_thing *thing)
{
    if (thing->kind == LSP_LINK)
        return lsp_string(server, thing->text);
    const struct qc_source *source = lsp_used_source(server, document, thing->text);
    return source == NULL ? NULL : lsp_source_uri(server, document, source->id);
}

json_t *lsp_document_link(struct lsp_server *server, struct lsp_document *document, const json_t *params,
                          struct lsp_error *error)
{
    (void)params;
    (void)error;
    struct lsp_things things = { 0 };
    struct qc_span whole = { 0, (uint32_t)document->qc->source->text.len, 0 };
    lsp_things_in(server, document, whole, 1u << LSP_LINK | 1u << LSP_USE, &things);
    json_t *list = json_array();
    for (size_t i = 0; i < things.items.count; i++) {
        json_t *target = target_of(server, document, &things.items.items[i]);
        if (target == NULL)
            continue;
        json_t *link = json_object();
        json_object_set_new_nocheck(link, "range", lsp_range(server, document, things.items.items[i].span));
        json_object_set_new_nocheck(link, "target", target);
        json_array_append_new(list, link);
    }
    return list;
}
