/*
 * walk_prose.c - what stands in a paragraph or value: names, labels, references, mentions, addresses.
 *
 * Goes by the finders of the compiler; owns none of their rules.
 */
#include "lsp/walk.h"

#include "base/utf8.h"

static bool touches(const struct lsp_walk *walk, struct qc_span span)
{
    return walk->everywhere ||
           (span.file == walk->span.file && span.begin <= walk->span.end && span.end >= walk->span.begin);
}

void lsp_walk_add(struct lsp_walk *walk, struct lsp_thing thing)
{
    if (lsp_is_wanted(walk, thing.kind) && thing.span.begin < thing.span.end && touches(walk, thing.span))
        *qc_vec_push(walk->arena, &walk->things->items) = thing;
}

/* ---- between braces ---------------------------------------------------------- */

/* The part of a prose that a view of its text is. */
static struct qc_span span_of(const struct qc_prose *prose, struct qc_str part)
{
    size_t begin = (size_t)(part.ptr - prose->text.ptr);
    return qc_prose_span(prose, begin, begin + part.len);
}

static void add_label(struct lsp_walk *walk, const struct qc_prose *prose, struct qc_str typed, bool declares)
{
    struct qc_str name = qc_str_trim(qc_str_skip(typed, 1));
    const struct qc_label *label = qc_symbols_label(walk->document->symbols, walk->arena, name);
    if (label != NULL)
        lsp_walk_add(walk, (struct lsp_thing){ .kind = LSP_LABEL,
                                               .span = span_of(prose, name),
                                               .declares = declares,
                                               .label = label,
                                               .unit = label->unit });
}

static void add_name(struct lsp_walk *walk, const struct qc_prose *prose, struct qc_str typed)
{
    struct qc_braced braced = qc_symbols_braced(walk->document->symbols, walk->arena, typed);
    if ((braced.name == NULL && braced.entry == NULL) || braced.twin != NULL)
        return;
    struct lsp_thing thing = {
        .kind = LSP_NAME, .span = span_of(prose, braced.stem), .name = braced.name, .entry = braced.entry
    };
    if (braced.name != NULL && braced.name->cited != NULL)
        thing.entry = braced.name->cited->entry;
    lsp_walk_add(walk, thing);
    enum qc_name_kind kind = braced.name != NULL ? braced.name->kind : QC_NAME_INSTRUMENT;
    if (!braced.has_field || (thing.keyword = qc_symbols_field(walk->arena, kind, braced.field)) == NULL)
        return;
    thing.kind = LSP_FIELD;
    thing.span = span_of(prose, braced.field);
    lsp_walk_add(walk, thing);
}

static void walk_braces(struct lsp_walk *walk, const struct qc_prose *prose)
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
static void walk_references(struct lsp_walk *walk, const struct qc_prose *prose, const struct qc_unit *unit)
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
                lsp_walk_add(walk,
                             (struct lsp_thing){ .kind = LSP_REFERENCE,
                                                 .unit = part->unit,
                                                 .span = qc_prose_span(prose, part->begin, part->end) });
        }
    }
}

static bool holds(struct qc_str text, bool (*is)(unsigned code_point))
{
    size_t n;
    for (size_t i = 0; i < text.len; i += n)
        if (is(qc_utf8_decode(text, i, &n)))
            return true;
    return false;
}

/* "TRÁCH NHIỆM CỦA NHÀ TRƯỜNG {#trách-nhiệm}": what stands between braces is not printed so. */
static bool is_in_capitals(struct qc_str text)
{
    size_t from = 0, begin, end;
    for (; qc_inline_next_reference(text, from, &begin, &end); from = end)
        if (holds(qc_str_slice(text, from, begin), qc_is_lower))
            return false;
    return !holds(qc_str_skip(text, from), qc_is_lower);
}

/* In small letters, where the party is declared with a capital, it is the common noun: "nhà trường". */
static void walk_mentions(struct lsp_walk *walk, const struct qc_prose *prose)
{
    struct qc_mentions *mentions = &walk->mentions;
    if (mentions->arena == NULL)
        qc_mentions_begin(mentions, walk->arena, walk->document);
    qc_mentions_find(mentions, prose->text);
    bool capitals = mentions->items.count > 0 && is_in_capitals(prose->text);
    for (size_t i = 0; i < mentions->items.count; i++) {
        const struct qc_mention *mention = &mentions->items.items[i];
        bool named =
            mention->exact || holds(qc_str_slice(prose->text, mention->begin, mention->end), qc_is_upper);
        if (named && mention->whole)
            lsp_walk_add(walk,
                         (struct lsp_thing){ .kind = LSP_MENTION,
                                             .exact = mention->exact || capitals,
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

static void walk_links(struct lsp_walk *walk, const struct qc_prose *prose)
{
    struct qc_str text = prose->text;
    if (text.len == 0 || memchr(text.ptr, ':', text.len) == NULL)
        return;
    for (size_t i = 0; i < text.len; i++) {
        bool begins = (text.ptr[i] == 'h' || text.ptr[i] == 'm') &&
                      (i == 0 || strchr(" (<\"", text.ptr[i - 1]) != NULL);
        size_t end = begins ? link_at(text, i) : i;
        if (end == i)
            continue;
        lsp_walk_add(walk, (struct lsp_thing){ .kind = LSP_LINK,
                                               .span = qc_prose_span(prose, i, end),
                                               .text = qc_str_slice(text, i, end) });
        i = end - 1;
    }
}

/* ---- all of it ----------------------------------------------------------------- */

void lsp_walk_value(struct lsp_walk *walk, const struct qc_prose *prose)
{
    if (!touches(walk, qc_prose_whole(prose)))
        return;
    walk_braces(walk, prose);
    if (lsp_is_wanted(walk, LSP_LINK))
        walk_links(walk, prose);
}

void lsp_walk_title(struct lsp_walk *walk, const struct qc_prose *prose)
{
    lsp_walk_value(walk, prose);
    if (lsp_is_wanted(walk, LSP_MENTION) && touches(walk, qc_prose_whole(prose)))
        walk_mentions(walk, prose);
}

void lsp_walk_prose(struct lsp_walk *walk, const struct qc_prose *prose, const struct qc_unit *unit)
{
    lsp_walk_title(walk, prose);
    if (lsp_is_wanted(walk, LSP_REFERENCE) && touches(walk, qc_prose_whole(prose)))
        walk_references(walk, prose, unit);
}
