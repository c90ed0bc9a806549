/*
 * things.c - finds what stands in the text that means something.
 *
 * Goes through the tree, whatever errors it has: what is not understood is not there.
 */
#include <stdlib.h>

#include "check/bases.h"
#include "lsp/place.h"
#include "lsp/walk.h"
#include "syntax/token.h"

/* ---- declarations ---------------------------------------------------------------- */

/* Values are names of bodies, days and citations: only these are prose. */
static bool is_prose(const struct qc_keyword *keyword)
{
    return keyword->block < 0 && (keyword->id == QC_KW_SUBJECT || keyword->id == QC_KW_LET);
}

static void walk_value(struct lsp_walk *walk, const struct qc_declaration *declaration,
                       const struct qc_prose *prose)
{
    const struct qc_keyword *keyword = declaration->keyword;
    if (keyword->block < 0 && keyword->id == QC_KW_USE)
        lsp_walk_add(
            walk, (struct lsp_thing){ .kind = LSP_USE, .span = qc_prose_whole(prose), .text = prose->text });
    else if (is_prose(keyword))
        lsp_walk_title(walk, prose);
    else
        lsp_walk_value(walk, prose);
}

static void walk_declaration(struct lsp_walk *walk, const struct qc_declaration *declaration)
{
    lsp_walk_add(walk, (struct lsp_thing){ .kind = LSP_KEYWORD,
                                           .span = declaration->key,
                                           .keyword = declaration->keyword,
                                           .declaration = declaration });
    for (size_t i = 0; i < declaration->values.count; i++)
        walk_value(walk, declaration, declaration->values.items[i]);
    for (size_t i = 0; i < declaration->fields.count; i++)
        walk_declaration(walk, declaration->fields.items[i]);
    for (size_t i = 0; i < declaration->paragraphs.count; i++)
        lsp_walk_prose(walk, declaration->paragraphs.items[i], NULL);
}

/* Where a name is declared, by one declaration of it. */
static void add_declared(struct lsp_walk *walk, const struct qc_name *name,
                         const struct qc_declaration *declaration, struct qc_span span)
{
    lsp_walk_add(walk, (struct lsp_thing){ .kind = LSP_NAME,
                                           .span = span,
                                           .declares = true,
                                           .name = name,
                                           .declaration = declaration,
                                           .entry = name->cited != NULL ? name->cited->entry : NULL });
}

/* A name may be declared in several files: the document's own declaration wins, or they agree. */
static void walk_names(struct lsp_walk *walk)
{
    const struct qc_symbols *symbols = walk->document->symbols;
    for (size_t i = 0; i < symbols->names.count; i++) {
        const struct qc_name *name = symbols->names.items[i];
        const struct qc_declaration *declaration = name->declaration; /* NULL of a name of the language */
        if (declaration != NULL)
            add_declared(walk, name, declaration, name->span);
        bool of_block = declaration != NULL && declaration->values.count > 0 &&
                        qc_str_equal(declaration->values.items[0]->text, name->name); /* no alias of it */
        for (size_t k = 0; of_block && k < declaration->taken.count; k++)
            add_declared(walk, name, declaration->taken.items[k],
                         qc_prose_whole(declaration->taken.items[k]->values.items[0]));
    }
    for (size_t i = 0; i < symbols->repeated.count; i++)
        if (symbols->repeated.items[i]->declaration != NULL &&
            symbols->repeated.items[i]->holder->declaration != NULL)
            add_declared(walk, symbols->repeated.items[i]->holder, symbols->repeated.items[i]->declaration,
                         symbols->repeated.items[i]->span);
}

static void walk_bases(struct lsp_walk *walk)
{
    struct qc_bases bases = { 0 };
    qc_bases_collect(walk->arena, walk->document, NULL, &bases);
    for (size_t i = 0; i < bases.items.count; i++) {
        const struct qc_base *base = &bases.items.items[i];
        if (base->typed && base->cite.instrument != NULL) /* what braces print is found there */
            lsp_walk_add(walk, (struct lsp_thing){ .kind = LSP_INSTRUMENT,
                                                   .span = base->span,
                                                   .entry = base->cite.instrument });
    }
}

/* ---- the document ------------------------------------------------------------------ */

static void walk_units(struct lsp_walk *walk)
{
    struct qc_unit *unit = walk->document->root->first_child;
    for (; unit != NULL; unit = qc_unit_next(unit)) {
        lsp_walk_add(walk, (struct lsp_thing){ .kind = LSP_MARKER, .span = qc_marker_span(&unit->marker), .unit = unit });
        for (size_t i = 0; i < unit->paragraph_count; i++)
            lsp_walk_prose(walk, qc_unit_paragraph(unit, i), unit);
    }
}

static void walk_comments(struct lsp_walk *walk)
{
    const struct qc_tree *tree = walk->document->tree;
    const struct qc_scanned *lines = tree->lines;
    for (size_t i = 0; i < lines->items.count; i++)
        if (lines->items.items[i].kind == QC_LINE_COMMENT)
            lsp_walk_add(walk, (struct lsp_thing){ .kind = LSP_COMMENT,
                                                   .span = qc_token_of(tree->source, &lines->items.items[i]).span });
}

static void walk_document(struct lsp_walk *walk)
{
    const struct qc_tree *tree = walk->document->tree;
    for (size_t i = 0; i < tree->declarations.count; i++)
        walk_declaration(walk, tree->declarations.items[i]);
    walk_units(walk);
    if (tree->closing != NULL)
        walk_declaration(walk, tree->closing);
    if (tree->recipients != NULL)
        walk_declaration(walk, tree->recipients);
    if (lsp_is_wanted(walk, LSP_NAME))
        walk_names(walk);
    if (lsp_is_wanted(walk, LSP_INSTRUMENT))
        walk_bases(walk);
    if (lsp_is_wanted(walk, LSP_COMMENT))
        walk_comments(walk);
}

/* Readings of texts are kept with the document, so that its arena has to know where to go without memory. */
static struct lsp_walk begin(struct lsp_server *server, const struct lsp_document *document, unsigned kinds,
                             struct lsp_things *things)
{
    document->qc->cx.arena.out_of_memory = server->scratch.out_of_memory;
    return (struct lsp_walk){
        .arena = &server->scratch, .document = document->qc->document, .things = things, .kinds = kinds
    };
}

static int by_place(const void *left, const void *right)
{
    const struct qc_span *a = &((const struct lsp_thing *)left)->span,
                         *b = &((const struct lsp_thing *)right)->span;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    return a->end < b->end ? -1 : a->end > b->end;
}

void lsp_things_in(struct lsp_server *server, const struct lsp_document *document, struct qc_span span,
                   unsigned kinds, struct lsp_things *things)
{
    struct lsp_walk walk = begin(server, document, kinds, things);
    walk.span = span;
    walk_document(&walk);
    if (things->items.count > 0)
        qsort(things->items.items, things->items.count, sizeof *things->items.items, by_place);
}

void lsp_things_everywhere(struct lsp_server *server, const struct lsp_document *document, unsigned kinds,
                           struct lsp_things *things)
{
    struct lsp_walk walk = begin(server, document, kinds, things);
    walk.everywhere = true;
    walk_document(&walk);
    for (size_t i = 0; i < walk.document->symbols->used.count; i++)
        walk_declaration(&walk, walk.document->symbols->used.items[i]);
}

/* The smallest thing that an offset of the document touches; false when it touches none. */
static bool thing_at(struct lsp_server *server, const struct lsp_document *document, uint32_t offset,
                     struct lsp_thing *thing)
{
    struct lsp_things things = { 0 };
    const struct lsp_thing *found = NULL;
    lsp_things_in(server, document, (struct qc_span){ offset, offset, 0 }, LSP_EVERYTHING, &things);
    for (size_t i = 0; i < things.items.count; i++) { /* of two side by side, the one behind the cursor */
        const struct lsp_thing *one = &things.items.items[i];
        uint32_t length = one->span.end - one->span.begin;
        if (found == NULL || found->span.end == offset ||
            (one->span.end > offset && length < found->span.end - found->span.begin))
            found = one;
    }
    if (found != NULL)
        *thing = *found;
    return found != NULL;
}

bool lsp_thing_asked(struct lsp_server *server, struct lsp_document *document, const json_t *params,
                     struct lsp_thing *thing, struct lsp_error *error)
{
    uint32_t offset;
    if (!lsp_read_offset(server, document, lsp_get(params, "position"), &offset)) {
        lsp_fail(error, LSP_INVALID_PARAMS, "no position");
        return false;
    }
    return thing_at(server, document, offset, thing);
}
