/*
 * link.c - makes references in printed prose lead to their units: "điểm b
 * khoản 2 Mục IV" becomes one reference inline.
 *
 * Owns where a link begins and ends. Must not change a word that is printed.
 */
#include "sema/glance.h"
#include "sema/reference.h"
#include "sema/sema.h"

/* A text, code or reference inline of a paragraph, and where its text begins in the paragraph's. */
struct leaf {
    struct qc_inline *node;
    size_t begin;
    bool may_split; /* text outside links */
};

struct linker {
    struct qc_arena *arena;
    struct qc_references references;
    QC_VEC(struct leaf) leaves; /* of the paragraph, in printed order */
    size_t next_leaf;           /* the first that may hold the next link */
    QC_VEC(size_t) inner;       /* of each part in references: how many parts are said to be in it */
    bool has_code;
};

/* --- the paragraph -------------------------------------------------------------------------- */

static size_t add_leaves(struct linker *linker, struct qc_inline *node, size_t at, bool in_link)
{
    for (; node != NULL; node = node->next) {
        bool code = node->kind == QC_INLINE_CODE;
        if (node->text.len > 0)
            *qc_vec_push(linker->arena, &linker->leaves) =
                (struct leaf){ node, at, node->kind == QC_INLINE_TEXT && !in_link };
        linker->has_code = linker->has_code || code;
        at += node->text.len;
        /* as deep as emphasis nests, which inline_cmark.c caps */
        at = add_leaves(linker, node->children, at, in_link || node->kind == QC_INLINE_LINK);
    }
    return at;
}

/* What a reader takes for prose: no code. */
static struct qc_str prose_of(struct linker *linker, const struct qc_inlines *inlines)
{
    if (!linker->has_code)
        return inlines->plain;
    char *text = qc_alloc(linker->arena, inlines->plain.len);
    memcpy(text, inlines->plain.ptr, inlines->plain.len);
    for (size_t i = 0; i < linker->leaves.count; i++) {
        const struct leaf *leaf = &linker->leaves.items[i];
        if (leaf->node->kind == QC_INLINE_CODE)
            memset(text + leaf->begin, '_', leaf->node->text.len);
    }
    return (struct qc_str){ text, inlines->plain.len };
}

static struct qc_inline *insert_text(struct linker *linker, struct qc_inline *before, struct qc_str text)
{
    struct qc_inline *node = qc_alloc(linker->arena, sizeof *node);
    *node = (struct qc_inline){ .kind = QC_INLINE_TEXT, .text = text, .next = before->next };
    before->next = node;
    return node;
}

/* Links [begin, end) of the paragraph's text, when one inline holds it. Links come in the order of the text. */
static void add_link(struct linker *linker, size_t begin, size_t end, const struct qc_unit *unit)
{
    struct leaf *leaf = &linker->leaves.items[linker->next_leaf];
    while (leaf->begin + leaf->node->text.len <= begin)
        leaf = &linker->leaves.items[++linker->next_leaf];
    struct qc_str text = leaf->node->text;
    if (!leaf->may_split || end > leaf->begin + text.len)
        return;
    size_t from = begin - leaf->begin, to = end - leaf->begin;
    struct qc_inline *link = leaf->node;
    if (from > 0) {
        link->text = qc_str_slice(text, 0, from);
        link = insert_text(linker, link, QC_STR(""));
    }
    *link = (struct qc_inline){ QC_INLINE_REFERENCE, .text = qc_str_slice(text, from, to), .unit = unit,
                                .next = link->next };
    bool more = to < text.len; /* which may hold the next link */
    *leaf = more ? (struct leaf){ insert_text(linker, link, qc_str_skip(text, to)), end, true }
                 : (struct leaf){ link, begin, false };
}

/* --- which references ------------------------------------------------------------------------- */

/*
 * The part behind the last one that shares a link with part first: each is
 * alone in the next ("khoản 2 Điều 5") or, turned, alone in the one before
 * ("Điều 5 khoản 2"). In "khoản 1, 2 Điều 5" nothing is alone.
 */
static size_t link_end(const struct linker *linker, size_t first, size_t end, const struct qc_unit **unit)
{
    const struct qc_reference_part *parts = linker->references.parts.items;
    const size_t *inner = linker->inner.items;
    size_t last = first;
    *unit = parts[first].unit;
    while (last + 1 < end && parts[last].around == last + 1 && inner[last + 1] == 1)
        last++;
    if (last > first)
        return last + 1;
    while (last + 1 < end && parts[last + 1].around == last && inner[last] == 1)
        *unit = parts[++last].unit;
    return last + 1;
}

static bool stands_in(const struct qc_unit *place, const struct qc_unit *unit)
{
    while (place != NULL && place != unit)
        place = place->parent;
    return place != NULL;
}

/* place: the unit that the reference stands in; where one stands already, no link leads. */
static void link_reference(struct linker *linker, const struct qc_reference *reference,
                           const struct qc_unit *place)
{
    const struct qc_reference_part *parts = linker->references.parts.items;
    size_t end = reference->first + reference->count, behind;
    for (size_t first = reference->first; first < end; first = behind) {
        const struct qc_unit *unit;
        behind = link_end(linker, first, end, &unit);
        if (unit != NULL && !stands_in(place, unit))
            add_link(linker, parts[first].begin, parts[behind - 1].end, unit);
    }
}

static void count_inner(struct linker *linker)
{
    const struct qc_references *references = &linker->references;
    linker->inner.count = 0;
    for (size_t i = 0; i < references->parts.count; i++)
        *qc_vec_push(linker->arena, &linker->inner) = 0;
    for (size_t i = 0; i < references->parts.count; i++)
        if (references->parts.items[i].around != QC_REFERENCE_NO_PART)
            linker->inner.items[references->parts.items[i].around]++;
}

static void link_paragraph(struct linker *linker, struct qc_inlines *inlines, const struct qc_unit *place)
{
    linker->leaves.count = linker->next_leaf = 0;
    linker->has_code = false;
    add_leaves(linker, qc_inline_nodes(linker->arena, inlines), 0, false);
    qc_references_find(&linker->references, prose_of(linker, inlines), place);
    count_inner(linker);
    for (size_t i = 0; i < linker->references.items.count; i++)
        if (qc_reference_is_certain(&linker->references, &linker->references.items.items[i]))
            link_reference(linker, &linker->references.items.items[i], place);
}

/* A paragraph outside the body. Most hold no reference: they need not be cut into words to find that out. */
static void link_outside(struct linker *linker, struct qc_inlines *inlines)
{
    if (qc_glance_at(inlines->plain).refers)
        link_paragraph(linker, inlines, NULL);
}

void qc_sema_link(struct qc_sema *sema)
{
    struct qc_document *document = sema->document;
    struct linker linker = { .arena = &sema->cx->arena };
    qc_references_begin(&linker.references, linker.arena, document);
    for (size_t i = 0; i < document->recitals.count; i++)
        if (document->recitals.items[i].kind == QC_RECITAL_PREAMBLE) /* bases are other documents */
            link_outside(&linker, document->recitals.items[i].content);
    for (size_t i = 0; i < sema->referring.count; i++)
        link_paragraph(&linker, sema->referring.items[i].inlines, sema->referring.items[i].unit);
    for (size_t i = 0; i < document->closing.count; i++)
        link_outside(&linker, document->closing.items[i]);
    for (size_t i = 0; i < document->recipients.count; i++)
        link_outside(&linker, document->recipients.items[i].content);
    qc_references_end(&linker.references);
}
