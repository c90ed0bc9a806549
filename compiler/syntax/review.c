/*
 * review.c - reviews, the remarks that say what to look at: what each of them speaks of.
 *
 * Owns nothing.
 */
#include "syntax/review.h"

#include "source/position.h"

/*
 * What each remark speaks of, in their order: the block of ordinary comments
 * right below it; else the next line that is none, and itself where there is
 * none. Remarks that follow each other speak of the same. Read from the end,
 * so that many of them take no longer than the text is.
 */
static const struct qc_span *find_places(struct qc_compilation *cx, const struct qc_source *source,
                                         const struct qc_scanned *lines, const struct qc_remarks *remarks)
{
    struct qc_span *places = qc_alloc_array(&cx->arena, remarks->items.count, sizeof *places);
    struct qc_span printed = { 0 }, below = { 0 }; /* begin == end: nothing yet */
    size_t left = remarks->items.count;
    bool in_block = false;
    for (size_t i = lines->items.count; i-- > 0;) {
        const struct qc_scanned_line *line = &lines->items.items[i];
        struct qc_span span = qc_span_of_line(source, line);
        bool remark = left > 0 && remarks->items.items[left - 1].line == i;
        if (remark)
            places[--left] = below.begin < below.end ? below : span;
        else if (line->kind == QC_LINE_COMMENT)
            below = (struct qc_span){ span.begin, in_block ? below.end : span.end, span.file };
        else if (line->kind == QC_LINE_BLANK)
            below = printed;
        else
            below = printed = span;
        in_block = !remark && line->kind == QC_LINE_COMMENT;
    }
    return places;
}

/* Of a name with others beside it, itself with the comma that parts it from them; else the line with its end. */
static struct qc_span removal_of(const struct qc_source *source, const struct qc_remark *remark, size_t name,
                                 struct qc_span comment)
{
    const struct qc_span *names = remark->names.items;
    size_t last = remark->names.count - 1;
    if (last > 0)
        return (struct qc_span){ name < last ? names[name].begin : names[name - 1].end,
                                 name < last ? names[name + 1].begin : names[name].end, comment.file };
    struct qc_line line = qc_line_of(source, comment.begin);
    uint32_t end = (uint32_t)line.end;
    return (struct qc_span){ (uint32_t)line.begin, end + (end < source->text.len), comment.file };
}

static void add_review(struct qc_compilation *cx, const struct qc_source *source,
                       const struct qc_remark *remark, size_t name, struct qc_span comment,
                       struct qc_span place)
{
    enum qc_diag_id id = qc_remark_rule(cx, remark->names.items[name]);
    if (id == QC_DIAG_COUNT || !qc_diag_is_of_import(id)) {
        struct qc_str typed = qc_source_text(&cx->sources, remark->names.items[name]);
        qc_report(cx, typed.len > 0 ? remark->names.items[name] : comment, QC_MSG(review_unknown),
                  QC_STR_ARGS(typed));
        return;
    }
    *qc_vec_push(&cx->arena, &cx->reviews) =
        (struct qc_review){ id, place, remark->reason, removal_of(source, remark, name, comment) };
}

void qc_reviews_collect(struct qc_compilation *cx, const struct qc_source *source,
                        const struct qc_scanned *lines, const struct qc_remarks *remarks)
{
    if (remarks->items.count == 0)
        return;
    const struct qc_span *places = find_places(cx, source, lines, remarks);
    for (size_t i = 0; i < remarks->items.count; i++) {
        const struct qc_remark *remark = &remarks->items.items[i];
        for (size_t k = 0; remark->verb == QC_REMARK_REVIEW && k < remark->names.count; k++)
            add_review(cx, source, remark, k, qc_span_of_line(source, &lines->items.items[remark->line]),
                       places[i]);
    }
}
