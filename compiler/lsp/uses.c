/*
 * uses.c - which things mean the same.
 *
 * A party is one whatever it is called; a unit is one for its label, its
 * marker and the words that refer to it. What other documents declare is the
 * same when it is declared at the same place of the same file.
 */
#include "lsp/uses.h"

#include "lsp/place.h"

/* ---- declarations ------------------------------------------------------------- */

const struct qc_declaration *lsp_field_of(const struct lsp_thing *thing)
{
    const struct qc_declaration *block = thing->name == NULL ? NULL : thing->name->declaration;
    if (thing->name != NULL && thing->name->cited != NULL)
        block = thing->name->cited->block;
    for (size_t i = 0; block != NULL && i < block->fields.count; i++)
        if (block->fields.items[i]->keyword == thing->keyword)
            return block->fields.items[i];
    return NULL;
}

static const struct qc_declaration *of_keyword(const struct qc_document *document, const struct qc_name *name)
{
    return document->first[name->kind == QC_NAME_KEYWORD ? name->keyword : QC_KW_SCHOOL_YEAR];
}

static bool name_declared_at(const struct qc_document *document, const struct qc_name *name,
                             struct qc_span *span)
{
    if (name->kind == QC_NAME_KEYWORD || name->kind == QC_NAME_YEAR_BEFORE ||
        name->kind == QC_NAME_YEAR_AFTER) {
        const struct qc_declaration *declaration = of_keyword(document, name);
        if (declaration != NULL)
            *span = declaration->key;
        return declaration != NULL;
    }
    *span = name->span;
    return name->declaration != NULL; /* an entry of the registry has none */
}

bool lsp_declared_at(const struct lsp_document *document, const struct lsp_thing *thing, struct qc_span *span)
{
    const struct qc_declaration *field;
    *span = thing->span;
    switch (thing->kind) {
    case LSP_NAME:
        return thing->name != NULL && name_declared_at(document->qc->document, thing->name, span);
    case LSP_FIELD:
        if ((field = lsp_field_of(thing)) != NULL)
            *span = field->key;
        return field != NULL;
    case LSP_LABEL:
        *span = thing->label->span;
        return true;
    case LSP_MARKER:
    case LSP_REFERENCE:
        *span = qc_marker_span(&thing->unit->marker);
        return true;
    case LSP_MENTION:
        *span = thing->party->name_span;
        return true;
    case LSP_KEYWORD:
        return true;
    default:
        return false;
    }
}

/* ---- what means the same ------------------------------------------------------- */

/* What a thing means: as much of it as is known. */
struct meaning {
    const struct qc_unit *unit;
    const struct qc_declaration *party;
    const struct qc_instrument *entry;
    const struct qc_cited *cited;
    const struct qc_name *name;
    const struct qc_keyword *field; /* of the name */
    int keyword;                    /* enum qc_keyword_id, or -1 */
};

static struct meaning meaning_of(const struct lsp_thing *thing)
{
    struct meaning meaning = { .keyword = -1 };
    const struct qc_name *name = thing->name;
    if (thing->kind == LSP_FIELD)
        meaning.field = thing->keyword;
    if (thing->unit != NULL)
        meaning.unit = thing->unit;
    else if (thing->party != NULL)
        meaning.party = thing->party->declaration;
    else if (name != NULL && name->kind == QC_NAME_PARTY)
        meaning.party = name->declaration;
    else if (name != NULL && name->kind == QC_NAME_KEYWORD)
        meaning.keyword = (int)name->keyword;
    else if (name != NULL && name->kind != QC_NAME_VALUE && name->kind != QC_NAME_INSTRUMENT)
        meaning.keyword = QC_KW_SCHOOL_YEAR;
    else if (thing->entry != NULL)
        meaning.entry = thing->entry;
    else if (name != NULL && name->cited != NULL)
        meaning.cited = name->cited;
    else if (name != NULL)
        meaning.name = name;
    else if (thing->kind == LSP_KEYWORD && thing->keyword->block < 0 &&
             thing->keyword->braces != QC_BRACES_NO)
        meaning.keyword = thing->keyword->id;
    return meaning;
}

static bool is_something(const struct meaning *meaning)
{
    return meaning->unit != NULL || meaning->party != NULL || meaning->entry != NULL ||
           meaning->cited != NULL || meaning->name != NULL || meaning->keyword >= 0;
}

/* Of one compilation. */
static bool same(const struct meaning *a, const struct meaning *b)
{
    return a->unit == b->unit && a->party == b->party && a->entry == b->entry && a->cited == b->cited &&
           a->name == b->name && a->keyword == b->keyword && a->field == b->field;
}

/* ---- collecting ------------------------------------------------------------------ */

struct search {
    struct lsp_server *server;
    struct lsp_uses *uses;
    struct qc_map found; /* places, so that what two documents use is there once */
};

static void take(struct search *search, struct lsp_document *document, const struct lsp_thing *thing)
{
    struct qc_arena *arena = &search->server->scratch;
    json_t *uri = lsp_source_uri(search->server, document, thing->span.file);
    search->uses->built_in = search->uses->built_in || uri == NULL;
    if (uri == NULL)
        return;
    struct qc_str key =
        qc_str_format(arena, "%u-%u %s", thing->span.begin, thing->span.end, json_string_value(uri));
    json_decref(uri);
    struct lsp_use *use = qc_alloc(arena, sizeof *use);
    *use = (struct lsp_use){ document, *thing };
    if (qc_map_add(arena, &search->found, key, use) == use)
        *qc_vec_push(arena, &search->uses->items) = *use;
}

static void search_document(struct search *search, struct lsp_document *document,
                            const struct meaning *wanted, bool here)
{
    struct lsp_things things = { 0 };
    unsigned kinds = LSP_EVERYTHING & ~(1u << LSP_LINK | 1u << LSP_COMMENT | 1u << LSP_USE);
    lsp_things_everywhere(search->server, document, kinds, &things);
    for (size_t i = 0; i < things.items.count; i++) {
        struct meaning meaning = meaning_of(&things.items.items[i]);
        if (same(&meaning, wanted) && !(here && things.items.items[i].span.file != 0))
            take(search, document, &things.items.items[i]);
    }
}

/* The name that a document knows by a declaration of a file, or NULL. */
static const struct qc_name *name_declared_there(struct lsp_server *server, struct lsp_document *document,
                                                 const char *uri, uint32_t begin)
{
    const struct qc_symbols *symbols = document->qc->document->symbols;
    for (size_t i = 0; i < symbols->names.count; i++) {
        const struct qc_name *name = symbols->names.items[i];
        if (name->declaration == NULL || name->span.begin != begin)
            continue;
        json_t *other = lsp_source_uri(server, document, name->span.file);
        bool found = other != NULL && strcmp(json_string_value(other), uri) == 0;
        json_decref(other);
        if (found)
            return name;
    }
    return NULL;
}

/* In the other open documents, what is declared in a file that both see. */
static void search_others(struct search *search, struct lsp_document *document, const struct lsp_thing *thing)
{
    struct qc_span span;
    const struct qc_name *name = thing->name;
    bool shared = (name != NULL && name->declaration != NULL) || thing->party != NULL;
    if (!shared || !lsp_declared_at(document, thing, &span))
        return;
    if (thing->kind == LSP_FIELD && name != NULL)
        span = name->span;
    json_t *uri = lsp_source_uri(search->server, document, span.file);
    struct lsp_document *other = uri == NULL ? NULL : search->server->documents;
    for (; other != NULL; other = other->next) {
        if (other == document)
            continue;
        lsp_compile(search->server, other);
        if (other->qc->document == NULL)
            continue;
        struct lsp_thing there = { .kind = thing->kind == LSP_FIELD ? LSP_FIELD : LSP_NAME,
                                   .keyword = thing->keyword };
        there.name = name_declared_there(search->server, other, json_string_value(uri), span.begin);
        if (there.name == NULL)
            continue;
        there.entry = there.name->cited != NULL ? there.name->cited->entry : NULL;
        struct meaning wanted = meaning_of(&there);
        search_document(search, other, &wanted, false);
    }
    json_decref(uri);
}

void lsp_uses_find(struct lsp_server *server, struct lsp_document *document, const struct lsp_thing *thing,
                   bool here, struct lsp_uses *uses)
{
    struct search search = { .server = server, .uses = uses };
    struct meaning wanted = meaning_of(thing);
    if (!is_something(&wanted))
        return;
    search_document(&search, document, &wanted, here);
    if (!here)
        search_others(&search, document, thing);
}
