/*
 * things.c - finds what stands in the text that means something.
 *
 * Walks the prose of the tree with the finders of the compiler; owns none of
 * their rules. Works on a document with errors as well: what is not
 * understood is not there.
 */
#include "lsp/things.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "check/bases.h"
#include "check/mentions.h"
#include "lsp/place.h"
#include "sema/reference.h"
#include "syntax/token.h"

struct walk {
    struct qc_arena *arena;
    const struct qc_document *document;
    struct lsp_things *things;
    struct qc_span span; /* wanted, unless everywhere */
    bool everywhere;
    unsigned kinds;
    struct qc_references references;
    struct qc_mentions mentions;
};

static bool is_wanted(const struct walk *walk, enum lsp_thing_kind kind)
{
    return walk->kinds & 1u << kind;
}

static bool touches(const struct walk *walk, struct qc_span span)
{
    return walk->everywhere ||
           (span.file == walk->span.file && span.begin <= walk->span.end && span.end >= walk->span.begin);
}

static void add(struct walk *walk, struct lsp_thing thing)
{
    if (is_wanted(walk, thing.kind) && thing.span.begin < thing.span.end && touches(walk, thing.span))
        *qc_vec_push(walk->arena, &walk->things->items) = thing;
}

/* ---- between braces ---------------------------------------------------------- */

/* The part of a prose that a view of its text is. */
static struct qc_span span_of(const struct qc_prose *prose, struct qc_str part)
{
    size_t begin = (size_t)(part.ptr - prose->text.ptr);
    return qc_prose_span(prose, begin, begin + part.len);
}

static void add_label(struct walk *walk, const struct qc_prose *prose, struct qc_str typed, bool declares)
{
    struct qc_str name = qc_str_trim(qc_str_skip(typed, 1));
    const struct qc_label *label = qc_symbols_label(walk->document->symbols, walk->arena, name);
    if (label != NULL)
        add(walk, (struct lsp_thing){ .kind = LSP_LABEL,
                                      .span = span_of(prose, name),
                                      .declares = declares,
                                      .label = label,
                                      .unit = label->unit });
}

static void add_name(struct walk *walk, const struct qc_prose *prose, struct qc_str typed)
{
    struct qc_braced braced = qc_symbols_braced(walk->document->symbols, walk->arena, typed);
    if ((braced.name == NULL && braced.entry == NULL) || braced.twin != NULL)
        return;
    struct lsp_thing thing = {
        .kind = LSP_NAME, .span = span_of(prose, braced.stem), .name = braced.name, .entry = braced.entry
    };
    if (braced.name != NULL && braced.name->cited != NULL)
        thing.entry = braced.name->cited->entry;
    add(walk, thing);
    enum qc_name_kind kind = braced.name != NULL ? braced.name->kind : QC_NAME_INSTRUMENT;
    if (!braced.has_field || (thing.keyword = qc_symbols_field(walk->arena, kind, braced.field)) == NULL)
        return;
    thing.kind = LSP_FIELD;
    thing.span = span_of(prose, braced.field);
    add(walk, thing);
}

static void walk_braces(struct walk *walk, const struct qc_prose *prose)
{
    size_t from = 0, begin, end;
    while (from < prose->text.len && qc_inline_next_reference(prose->text, from, &begin, &end)) {
        struct qc_str typed = qc_str_trim(qc_str_slice(prose->text, begin + 1, end - 1));
        if (typed.ptr[0] == '#' || typed.ptr[0] == '@')
            add_label(walk, prose, typed, typed.ptr[0] == '#');
        else
            add_name(walk, prose, typed);
        from = end;
    }
}

/* ---- in prose ------------------------------------------------------------------ */

/* "khoản 2 Điều 5": each part leads to its own unit. */
static void walk_references(struct walk *walk, const struct qc_prose *prose, const struct qc_unit *unit)
{
    struct qc_references *references = &walk->references;
    if (references->arena == NULL)
        qc_references_begin(references, walk->arena, walk->document);
    qc_references_find(references, prose->text, unit);
    for (size_t i = 0; i < references->items.count; i++) {
        const struct qc_reference *reference = &references->items.items[i];
        for (size_t k = 0; qc_reference_is_certain(references, reference) && k < reference->count; k++) {
            const struct qc_reference_part *part = &references->parts.items[reference->first + k];
            if (part->unit != NULL)
                add(walk, (struct lsp_thing){ .kind = LSP_REFERENCE,
                                              .unit = part->unit,
                                              .span = qc_prose_span(prose, part->begin, part->end) });
        }
    }
}

static bool has_capital(struct qc_str text)
{
    size_t n;
    for (size_t i = 0; i < text.len; i += n)
        if (qc_is_upper(qc_utf8_decode(text, i, &n)))
            return true;
    return false;
}

/* In small letters, where the party is declared with a capital, it is the common noun: "nhà trường". */
static void walk_mentions(struct walk *walk, const struct qc_prose *prose)
{
    struct qc_mentions *mentions = &walk->mentions;
    if (mentions->arena == NULL)
        qc_mentions_begin(mentions, walk->arena, walk->document);
    qc_mentions_find(mentions, prose->text);
    for (size_t i = 0; i < mentions->items.count; i++) {
        const struct qc_mention *mention = &mentions->items.items[i];
        bool named = mention->exact || has_capital(qc_str_slice(prose->text, mention->begin, mention->end));
        if (named && mention->whole)
            add(walk, (struct lsp_thing){ .kind = LSP_MENTION,
                                          .exact = mention->exact,
                                          .party = &walk->document->parties.items[mention->party],
                                          .span = qc_prose_span(prose, mention->begin, mention->end) });
    }
}

static size_t link_at(struct qc_str text, size_t at)
{
    size_t end = at;
    while (end < text.len && (unsigned char)text.ptr[end] > ' ' &&
           strchr("()<>{}\"`*\\", text.ptr[end]) == NULL)
        end++;
    while (end > at && strchr(".,;:!?'", text.ptr[end - 1]) != NULL)
        end--; /* of the sentence */
    return qc_link_allowed(qc_str_slice(text, at, end)) ? end : at;
}

static void walk_links(struct walk *walk, const struct qc_prose *prose)
{
    struct qc_str text = prose->text;
    if (memchr(text.ptr, ':', text.len) == NULL)
        return;
    for (size_t i = 0; i < text.len; i++) {
        bool begins = (text.ptr[i] == 'h' || text.ptr[i] == 'm') &&
                      (i == 0 || strchr(" (<\"", text.ptr[i - 1]) != NULL);
        size_t end = begins ? link_at(text, i) : i;
        if (end == i)
            continue;
        add(walk, (struct lsp_thing){ .kind = LSP_LINK,
                                      .span = qc_prose_span(prose, i, end),
                                      .text = qc_str_slice(text, i, end) });
        i = end - 1;
    }
}

/* unit: that it stands in, or NULL. */
static void walk_prose(struct walk *walk, const struct qc_prose *prose, const struct qc_unit *unit)
{
    if (!touches(walk, qc_prose_whole(prose)))
        return;
    walk_braces(walk, prose);
    if (is_wanted(walk, LSP_LINK))
        walk_links(walk, prose);
    if (is_wanted(walk, LSP_REFERENCE))
        walk_references(walk, prose, unit);
    if (is_wanted(walk, LSP_MENTION))
        walk_mentions(walk, prose);
}

/* ---- declarations ---------------------------------------------------------------- */

/* Values are names of bodies, days and citations: only these are prose. */
static bool is_prose(const struct qc_keyword *keyword)
{
    return keyword->block < 0 && (keyword->id == QC_KW_SUBJECT || keyword->id == QC_KW_LET);
}

static void walk_value(struct walk *walk, const struct qc_declaration *declaration,
                       const struct qc_prose *prose)
{
    const struct qc_keyword *keyword = declaration->keyword;
    if (!touches(walk, qc_prose_whole(prose)))
        return;
    if (keyword->block < 0 && keyword->id == QC_KW_USE) {
        add(walk, (struct lsp_thing){ .kind = LSP_USE, .span = qc_prose_whole(prose), .text = prose->text });
        return;
    }
    walk_braces(walk, prose);
    if (is_wanted(walk, LSP_LINK))
        walk_links(walk, prose);
    if (is_prose(keyword) && is_wanted(walk, LSP_MENTION))
        walk_mentions(walk, prose);
}

static void walk_declaration(struct walk *walk, const struct qc_declaration *declaration)
{
    add(walk, (struct lsp_thing){ .kind = LSP_KEYWORD,
                                  .span = declaration->key,
                                  .keyword = declaration->keyword,
                                  .declaration = declaration });
    for (size_t i = 0; i < declaration->values.count; i++)
        walk_value(walk, declaration, declaration->values.items[i]);
    for (size_t i = 0; i < declaration->fields.count; i++)
        walk_declaration(walk, declaration->fields.items[i]);
    for (size_t i = 0; i < declaration->paragraphs.count; i++)
        walk_prose(walk, declaration->paragraphs.items[i], NULL);
}

/* Where a name is declared, by one declaration of it. */
static void add_declared(struct walk *walk, const struct qc_name *name,
                         const struct qc_declaration *declaration, struct qc_span span)
{
    add(walk, (struct lsp_thing){ .kind = LSP_NAME,
                                  .span = span,
                                  .declares = true,
                                  .name = name,
                                  .declaration = declaration,
                                  .entry = name->cited != NULL ? name->cited->entry : NULL });
}

/* A name may be declared in several files: the document's own declaration wins, or they agree. */
static void walk_names(struct walk *walk)
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

static void walk_bases(struct walk *walk)
{
    struct qc_bases bases = { 0 };
    qc_bases_collect(walk->arena, walk->document, NULL, &bases);
    for (size_t i = 0; i < bases.items.count; i++) {
        const struct qc_base *base = &bases.items.items[i];
        if (base->typed && base->cite.instrument != NULL) /* what braces print is found there */
            add(walk, (struct lsp_thing){
                          .kind = LSP_INSTRUMENT, .span = base->span, .entry = base->cite.instrument });
    }
}

/* ---- the document ------------------------------------------------------------------ */

static void walk_units(struct walk *walk)
{
    struct qc_unit *unit = walk->document->root->first_child;
    for (; unit != NULL; unit = qc_unit_next(unit)) {
        add(walk, (struct lsp_thing){ .kind = LSP_MARKER, .span = unit->marker.span, .unit = unit });
        for (size_t i = 0; i < unit->paragraphs.count; i++)
            walk_prose(walk, unit->paragraphs.items[i], unit);
    }
}

static void walk_comments(struct walk *walk)
{
    const struct qc_tokens *lines = walk->document->tree->lines;
    for (size_t i = 0; i < lines->items.count; i++)
        if (lines->items.items[i].line == QC_LINE_COMMENT)
            add(walk, (struct lsp_thing){ .kind = LSP_COMMENT, .span = lines->items.items[i].span });
}

static void walk_document(struct walk *walk)
{
    const struct qc_tree *tree = walk->document->tree;
    for (size_t i = 0; i < tree->declarations.count; i++)
        walk_declaration(walk, tree->declarations.items[i]);
    walk_units(walk);
    if (tree->closing != NULL)
        walk_declaration(walk, tree->closing);
    if (tree->recipients != NULL)
        walk_declaration(walk, tree->recipients);
    if (is_wanted(walk, LSP_NAME))
        walk_names(walk);
    if (is_wanted(walk, LSP_INSTRUMENT))
        walk_bases(walk);
    if (is_wanted(walk, LSP_COMMENT))
        walk_comments(walk);
}

/* Readings of texts are kept with the document, so that its arena has to know where to go without memory. */
static struct walk begin(struct lsp_server *server, const struct lsp_document *document, unsigned kinds,
                         struct lsp_things *things)
{
    document->qc->cx.arena.out_of_memory = server->scratch.out_of_memory;
    return (struct walk){
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
    struct walk walk = begin(server, document, kinds, things);
    walk.span = span;
    walk_document(&walk);
    if (things->items.count > 0)
        qsort(things->items.items, things->items.count, sizeof *things->items.items, by_place);
}

void lsp_things_everywhere(struct lsp_server *server, const struct lsp_document *document, unsigned kinds,
                           struct lsp_things *things)
{
    struct walk walk = begin(server, document, kinds, things);
    walk.everywhere = true;
    walk_document(&walk);
    for (size_t i = 0; i < walk.document->symbols->used.count; i++)
        walk_declaration(&walk, walk.document->symbols->used.items[i]);
}

bool lsp_thing_at(struct lsp_server *server, const struct lsp_document *document, uint32_t offset,
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
    return lsp_thing_at(server, document, offset, thing);
}
