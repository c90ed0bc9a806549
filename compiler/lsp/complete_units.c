/*
 * complete_units.c - the markers that may open the next line: of the units that are open there, the next number.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "lsp/complete.h"
#include "lsp/find.h"

/* As deep as units nest, and what may open below. */
enum { MOST_MARKERS = 32 };

struct markers {
    struct lsp_completion *completion;
    unsigned rank; /* of the first */
    struct qc_str offered[MOST_MARKERS];
    size_t count;
};

static void offer(struct markers *markers, struct qc_str marker)
{
    for (size_t i = 0; i < markers->count; i++)
        if (qc_str_equal(markers->offered[i], marker))
            return;
    if (markers->count == MOST_MARKERS)
        return;
    markers->offered[markers->count] = marker;
    struct qc_str text = qc_str_format(&markers->completion->server->scratch, "%.*s ", QC_STR_ARGS(marker));
    lsp_offer(markers->completion, (struct lsp_offer){ .label = marker,
                                                       .text = text,
                                                       .kind = LSP_ITEM_UNIT,
                                                       .rank = markers->rank + (unsigned)markers->count,
                                                       .whole_start = true });
    markers->count++;
}

static void offer_number(struct markers *markers, const struct qc_unit *like, unsigned value)
{
    struct qc_arena *arena = &markers->completion->server->scratch;
    struct qc_str number = qc_check_number(arena, like, value);
    if (qc_style_info(like->marker.style)->numbering == QC_NUMBERING_NONE)
        offer(markers, qc_marker_text(&like->marker));
    else if (number.len > 0) /* there are no more letters */
        offer(markers, qc_check_marker(arena, like, number));
}

/* The unit before the place that has the style; NULL when there is none. */
static const struct qc_unit *last_before(const struct qc_document *document, const struct qc_unit *place,
                                         enum qc_style style)
{
    const struct qc_unit *found = NULL;
    for (struct qc_unit *unit = document->root->first_child; unit != NULL; unit = qc_unit_next(unit)) {
        if (unit->marker.style == style)
            found = unit;
        if (unit == place)
            break;
    }
    return found;
}

/* What opens below a unit: what does below others of its style. Articles are numbered through the document. */
static void offer_child(struct markers *markers, const struct qc_document *document,
                        const struct qc_unit *place)
{
    for (struct qc_unit *unit = document->root->first_child; unit != NULL; unit = qc_unit_next(unit)) {
        const struct qc_unit *child = unit->first_child;
        if (unit->marker.style != place->marker.style || child == NULL || unit == place ||
            qc_marker_prefix(&child->marker).len > 0)
            continue;
        const struct qc_unit *last =
            child->marker.style == QC_STYLE_ARTICLE ? last_before(document, place, QC_STYLE_ARTICLE) : NULL;
        offer_number(markers, child, last == NULL ? 1 : last->marker.value + 1);
        return;
    }
}

void lsp_complete_markers(struct lsp_completion *completion)
{
    const struct qc_document *document = completion->document->qc->document;
    struct markers markers = { .completion = completion };
    uint32_t line_begin = completion->offset - (uint32_t)completion->line.len;
    const struct qc_unit *place =
        lsp_unit_at(completion->document, line_begin - 1); /* the body: a line is before it */
    if (place == NULL)
        return;
    bool open =
        place->form != QC_FORM_SENTENCE; /* a title, or words with a colon: something follows below it */
    if (open)
        offer_child(&markers, document, place);
    for (const struct qc_unit *unit = place; unit->parent != NULL; unit = unit->parent)
        offer_number(&markers, unit, unit->marker.value + 1);
    if (!open)
        offer_child(&markers, document, place);
}

void lsp_complete_first_markers(struct lsp_completion *completion, unsigned rank)
{
    static const char *const openers[] = { "Chương I", "Điều 1.", "I.", "1." };
    struct markers markers = { .completion = completion, .rank = rank };
    if (completion->document->qc->tree->root->first_child != NULL)
        return;
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++)
        offer(&markers, qc_str_from(openers[i]));
}
