/*
 * folding.c - textDocument/foldingRange: units, blocks of the header, and runs of comments that take several lines.
 */
#include "lsp/find.h"
#include "lsp/server.h"
#include "source/position.h"
#include "syntax/token.h"

struct folds {
    const struct qc_source *source;
    json_t *list;
};

/* From the line of one offset to that of another; nothing when they are the same. kind: as LSP names it, or NULL. */
static void add(struct folds *folds, uint32_t begin, uint32_t end, const char *kind)
{
    /* lines of the file and of its text are the same */
    size_t first = qc_line_of(folds->source, begin).number - 1,
           last = qc_line_of(folds->source, end).number - 1;
    if (first >= last)
        return;
    json_t *fold = json_object();
    json_object_set_new_nocheck(fold, "startLine", json_integer((json_int_t)first));
    json_object_set_new_nocheck(fold, "endLine", json_integer((json_int_t)last));
    if (kind != NULL)
        json_object_set_new_nocheck(fold, "kind", json_string(kind));
    json_array_append_new(folds->list, fold);
}

static void add_declaration(struct folds *folds, const struct qc_declaration *declaration)
{
    if (declaration != NULL)
        add(folds, declaration->key.begin, lsp_declaration_end(declaration), NULL);
}

static void add_comments(struct folds *folds, const struct qc_scanned *lines)
{
    for (size_t i = 0; i < lines->items.count; i++) {
        size_t first = i;
        while (i + 1 < lines->items.count && lines->items.items[i].kind == QC_LINE_COMMENT &&
               lines->items.items[i + 1].kind == QC_LINE_COMMENT)
            i++;
        if (i > first)
            add(folds, lines->items.items[first].begin, lines->items.items[i].begin, "comment");
    }
}

json_t *lsp_folding_range(struct lsp_server *server, struct lsp_document *document, const json_t *params,
                          struct lsp_error *error)
{
    (void)server;
    (void)params;
    (void)error;
    const struct qc_tree *tree = document->qc->tree;
    struct folds folds = { document->qc->source, json_array() };
    for (size_t i = 0; i < tree->declarations.count; i++)
        add_declaration(&folds, tree->declarations.items[i]);
    for (struct qc_unit *unit = tree->root->first_child; unit != NULL; unit = qc_unit_next(unit))
        add(&folds, unit->marker.begin, lsp_unit_end(unit), NULL);
    add_declaration(&folds, tree->closing);
    add_declaration(&folds, tree->recipients);
    add_comments(&folds, tree->lines);
    return folds.list;
}
