/*
 * locate.c - textDocument/definition, references and documentHighlight.
 */
#include "lsp/place.h"
#include "lsp/uses.h"
#include "sema/library.h"
#include "source/file.h"

/* ---- the file of a dùng ---------------------------------------------------------- */

/* The source whose file is read under a path; NULL when the document uses none such. */
static const struct qc_source *source_at(const struct lsp_document *document, struct qc_str path)
{
    const struct qc_sources *sources = &document->qc->cx.sources;
    for (size_t i = 1; i < sources->files.count; i++)
        if (!sources->files.items[i]->built_in && qc_str_equal(sources->files.items[i]->name, path))
            return sources->files.items[i];
    return NULL;
}

const struct qc_source *lsp_used_source(struct lsp_server *server, const struct lsp_document *document,
                                        struct qc_str use)
{
    struct qc_arena *arena = &server->scratch;
    if (qc_str_ends(use, QC_STR(".qc"))) {
        const char *own = document->path != NULL ? document->path : "-";
        return source_at(document, qc_path_resolve(arena, qc_path_directory(arena, own), use));
    }
    size_t place = 0;
    const char *path = qc_module_path(arena, document->qc->library, qc_module_stem(arena, use), &place);
    return path == NULL ? NULL : source_at(document, qc_str_from(path));
}

/* ---- the requests ------------------------------------------------------------------ */

json_t *lsp_definition(struct lsp_server *server, struct lsp_document *document, const json_t *params,
                       struct lsp_error *error)
{
    struct lsp_thing thing;
    struct qc_span span;
    if (!lsp_thing_asked(server, document, params, &thing, error))
        return NULL;
    if (thing.kind == LSP_USE) {
        const struct qc_source *source = lsp_used_source(server, document, thing.text);
        return source == NULL ? NULL : lsp_location(server, document, (struct qc_span){ 0, 0, source->id });
    }
    return lsp_declared_at(document, &thing, &span) ? lsp_location(server, document, span) : NULL;
}

/* Does the thing name what it stands for where that is declared? */
static bool declares(const struct lsp_thing *thing)
{
    return thing->declares || thing->kind == LSP_MARKER || thing->kind == LSP_KEYWORD;
}

json_t *lsp_references(struct lsp_server *server, struct lsp_document *document, const json_t *params,
                       struct lsp_error *error)
{
    struct lsp_thing thing;
    struct lsp_uses uses = { 0 };
    bool all = lsp_get_bool(params, "context.includeDeclaration");
    if (!lsp_thing_asked(server, document, params, &thing, error))
        return NULL;
    lsp_uses_find(server, document, &thing, false, &uses);
    json_t *list = json_array();
    for (size_t i = 0; i < uses.items.count; i++) {
        const struct lsp_use *use = &uses.items.items[i];
        if (all || !declares(&use->thing))
            json_array_append_new(list, lsp_location(server, use->document, use->thing.span));
    }
    return list;
}

/* DocumentHighlightKind of LSP: what declares is written, what uses it is read. */
enum { HIGHLIGHT_READ = 2, HIGHLIGHT_WRITE = 3 };

json_t *lsp_document_highlight(struct lsp_server *server, struct lsp_document *document, const json_t *params,
                               struct lsp_error *error)
{
    struct lsp_thing thing;
    struct lsp_uses uses = { 0 };
    if (!lsp_thing_asked(server, document, params, &thing, error))
        return NULL;
    lsp_uses_find(server, document, &thing, true, &uses);
    json_t *list = json_array();
    for (size_t i = 0; i < uses.items.count; i++) {
        const struct lsp_thing *use = &uses.items.items[i].thing;
        json_t *json = json_object();
        json_object_set_new_nocheck(json, "range", lsp_range(server, document, use->span));
        json_object_set_new_nocheck(json, "kind",
                                    json_integer(declares(use) ? HIGHLIGHT_WRITE : HIGHLIGHT_READ));
        json_array_append_new(list, json);
    }
    return list;
}
