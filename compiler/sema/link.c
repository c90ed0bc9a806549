/*
 * link.c - makes references in printed prose lead to their units: "điểm b
 * khoản 2 Mục IV" becomes one reference inline.
 *
 * Owns where a link begins and ends. Must not change a word that is printed.
 */
#include "base/bytes.h"
#include "base/utf8.h"
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
    struct qc_str words[QC_REFERENCE_LEVELS * 3];
    unsigned char first[256];                    /* word of each ending, by ending_of, counted from 1 */
    unsigned char next[QC_REFERENCE_LEVELS * 3]; /* the next of the same ending; 0 after the last */
};

/* --- may there be a reference at all? --------------------------------------------------- */

/* A number for the three bytes before end: one look passes over nearly every word that is no label. */
static unsigned char ending_of(const char *end)
{
    return (unsigned char)(end[-1] + 31 * end[-2] + 7 * end[-3]);
}

static void add_word(struct linker *linker, size_t place, struct qc_str word)
{
    unsigned char *first = &linker->first[ending_of(word.ptr + word.len)];
    linker->words[place] = word;
    linker->next[place] = *first;
    *first = (unsigned char)(place + 1);
}

/* "điều", "Điều", "ĐIỀU" of each label. */
static void take_words(struct linker *linker)
{
    for (enum qc_reference_level level = QC_REFERENCE_PART; level < QC_REFERENCE_LEVELS; level++) {
        struct qc_str word = qc_str_from(qc_reference_word(level)), upper = qc_str_upper(linker->arena, word);
        size_t small, capital;
        qc_utf8_decode(word, 0, &small);
        qc_utf8_decode(upper, 0, &capital);
        add_word(linker, 3 * level, word);
        add_word(linker, 3 * level + 1, upper);
        add_word(linker, 3 * level + 2,
                 qc_str_format(linker->arena, "%.*s%s", (int)capital, upper.ptr, word.ptr + small));
    }
}

static bool ends_in_label(const struct linker *linker, struct qc_str text)
{
    for (unsigned place = linker->first[ending_of(text.ptr + text.len)]; place > 0; place = linker->next[place - 1])
        if (qc_str_ends(text, linker->words[place - 1]))
            return true;
    return false;
}

/* "5", "IV", "a", "đ", "này"; not the second word of "điều kiện". */
static bool opens_number(struct qc_str text)
{
    size_t n, m;
    unsigned first = qc_utf8_decode(text, 0, &n);
    return (first >= '0' && first <= '9') || qc_is_upper(first) || qc_str_starts(text, QC_STR("này")) ||
           (n > 0 && !qc_is_letter(qc_utf8_decode(text, n, &m)));
}

/* Does a label end at the blank text[at], and a number follow? */
static inline bool refers_at(const struct linker *linker, struct qc_str text, size_t at)
{
    if (at < 3 || linker->first[ending_of(text.ptr + at)] == 0 || !ends_in_label(linker, qc_str_slice(text, 0, at)))
        return false;
    struct qc_str rest = qc_str_skip(text, at);
    size_t blank = qc_blank_prefix(rest);
    return blank > 0 && opens_number(qc_str_skip(rest, blank));
}

/* Most paragraphs hold no reference: they need not be cut into words to find that out. */
static bool may_refer(const struct linker *linker, const struct qc_inlines *inlines)
{
    struct qc_str text = inlines->plain;
    for (size_t at = 0; (at = qc_bytes_gap(text, at)) < text.len; at++)
        if (refers_at(linker, text, at))
            return true;
    if (inlines->tame)
        return false;
    /* bytes that other blanks begin with; that of Ogham is left out, as half of Vietnamese begins like it */
    static const bool may_be_blank[256] = {
        ['\t'] = true, ['\v'] = true, ['\f'] = true, [0xC2] = true, [0xE2] = true, [0xE3] = true, [0xEF] = true,
    };
    for (size_t i = 0; i < text.len; i++)
        if (may_be_blank[(unsigned char)text.ptr[i]] && refers_at(linker, text, i))
            return true;
    return false;
}

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
    if (!may_refer(linker, inlines))
        return;
    linker->leaves.count = linker->next_leaf = 0;
    linker->has_code = false;
    add_leaves(linker, qc_inline_nodes(linker->arena, inlines), 0, false);
    qc_references_find(&linker->references, prose_of(linker, inlines), place);
    count_inner(linker);
    for (size_t i = 0; i < linker->references.items.count; i++)
        if (qc_reference_is_certain(&linker->references, &linker->references.items.items[i]))
            link_reference(linker, &linker->references.items.items[i], place);
}

void qc_sema_link(struct qc_sema *sema)
{
    struct qc_document *document = sema->document;
    struct linker linker = { .arena = &sema->cx->arena };
    take_words(&linker);
    qc_references_begin(&linker.references, linker.arena, document);
    for (size_t i = 0; i < document->recitals.count; i++)
        if (document->recitals.items[i].kind == QC_RECITAL_PREAMBLE) /* bases are other documents */
            link_paragraph(&linker, document->recitals.items[i].content, NULL);
    for (struct qc_unit *unit = qc_unit_next(document->root); unit != NULL; unit = qc_unit_next(unit))
        for (size_t i = 0; i < unit->paragraphs.count; i++)
            link_paragraph(&linker, unit->content[i], unit);
    for (size_t i = 0; i < document->closing.count; i++)
        link_paragraph(&linker, document->closing.items[i], NULL);
    for (size_t i = 0; i < document->recipients.count; i++)
        link_paragraph(&linker, document->recipients.items[i].content, NULL);
    qc_references_end(&linker.references);
}
