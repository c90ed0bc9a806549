/*
 * workspace.c - workspace/symbol: what the open documents declare, by a part of its name.
 */
#include "base/utf8.h"
#include "lsp/place.h"
#include "sema/symbols.h"

enum { MOST_SYMBOLS = 500 };

struct query {
    struct lsp_server *server;
    struct lsp_document *document;
    struct qc_str bare; /* what is looked for, without marks */
    json_t *list;
};

static void add(struct query *query, struct qc_str name, struct qc_str bare, enum lsp_symbol_kind kind,
                struct qc_span span)
{
    bool found = query->bare.len == 0 || qc_str_find(bare, query->bare) < bare.len;
    if (!found || span.file != 0 || json_array_size(query->list) == MOST_SYMBOLS)
        return;
    json_t *json = json_object();
    json_object_set_new_nocheck(json, "name", lsp_string(query->server, name));
    json_object_set_new_nocheck(json, "kind", json_integer(kind));
    json_object_set_new_nocheck(json, "location", lsp_location(query->server, query->document, span));
    json_array_append_new(query->list, json);
}

static void search(struct query *query, const struct qc_symbols *symbols)
{
    for (size_t i = 0; i < symbols->names.count; i++) {
        const struct qc_name *name = symbols->names.items[i];
        if (name->declaration != NULL)
            add(query, name->name, name->bare,
                name->kind == QC_NAME_PARTY ? LSP_SYMBOL_CLASS : LSP_SYMBOL_VARIABLE, name->span);
    }
    for (size_t i = 0; i < symbols->labels.count; i++) {
        const struct qc_label *label = symbols->labels.items[i];
        add(query, label->name, label->bare, LSP_SYMBOL_KEY, label->span);
    }
}

json_t *lsp_workspace_symbol(struct lsp_server *server, const json_t *params, struct lsp_error *error)
{
    const char *typed = lsp_get_string(params, "query");
    if (typed == NULL)
        return lsp_fail(error, LSP_INVALID_PARAMS, "no query");
    struct qc_arena *arena = &server->scratch;
    struct query query = { .server = server, .list = json_array() };
    query.bare = qc_name_bare(arena, qc_name_key(arena, qc_str_from(typed)));
    for (struct lsp_document *document = server->documents; document != NULL; document = document->next) {
        lsp_compile(server, document);
        query.document = document;
        if (document->qc->document != NULL)
            search(&query, document->qc->document->symbols);
    }
    return query.list;
}
