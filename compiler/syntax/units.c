/*
 * units.c - the body: which lines open units, how units nest, what is a
 * paragraph (language, "Nesting", "Title or sentence", "Paragraphs").
 *
 *     Kiểu dấu đang mở thì đi tiếp bậc ấy; kiểu mới nằm trong mục gần nhất
 *     có bậc cao hơn.
 *
 * Numbers are taken as written: a wrong one is never a move.
 */
#include "base/utf8.h"
#include "syntax/prose.h"
#include "syntax/units.h"

/* --- nesting ---------------------------------------------------------- */

static struct qc_unit *numbered(const struct qc_builder *builder, struct qc_str number, int below_rank)
{
    for (struct qc_unit *unit = builder->unit; unit->parent != NULL; unit = unit->parent)
        if (qc_style_info(unit->marker.style)->rank < below_rank && qc_str_equal(qc_marker_number(&unit->marker), number))
            return unit;
    return NULL;
}

/* Where a unit of this marker goes: beside the open one of its style, or under the nearest of a higher class. */
static struct qc_unit *parent_for(const struct qc_builder *builder, const struct qc_marker *marker)
{
    const struct qc_unit *same = qc_open_unit(builder, marker->style);
    if (same != NULL)
        return same->parent;
    int rank = qc_style_info(marker->style)->rank;
    struct qc_str prefix = qc_marker_prefix(marker);
    if (prefix.len > 0) { /* 1.1 goes under the open unit numbered 1 */
        struct qc_unit *under = numbered(builder, prefix, rank);
        if (under != NULL)
            return under;
    }
    struct qc_unit *parent = builder->unit;
    if (marker->style == QC_STYLE_STAR)
        return parent; /* closes nothing */
    while (parent->parent != NULL && qc_style_info(parent->marker.style)->rank > rank) {
        if (parent->marker.style == QC_STYLE_STAR && !qc_style_is_heading(marker->style))
            break; /* a star takes any clause, point or item */
        parent = parent->parent;
    }
    return parent;
}

static void add_unit(struct qc_builder *builder, const struct qc_token *token)
{
    /* written as a whole: memory that is read before it is written is fetched twice */
    struct qc_unit *unit = qc_alloc_bytes(&builder->cx->arena, sizeof *unit);
    struct qc_unit *parent = parent_for(builder, token->marker);
    *unit = (struct qc_unit){ .marker = *token->marker, .parent = parent, .depth = parent->depth + 1 };
    /* behind the unit beside it, the outermost of those that it closes */
    struct qc_unit *beside = builder->unit;
    while (beside != parent && beside->parent != parent)
        beside = beside->parent;
    *(beside == parent ? &parent->first_child : &beside->next) = unit;
    builder->unit = unit;
}

/* Room for one more paragraph. Most units have one; behind it the room is doubled each time it is full. */
static struct qc_prose *next_paragraph(struct qc_arena *arena, struct qc_unit *unit)
{
    size_t further = unit->paragraph_count;
    if (unit->paragraph_count++ == 0)
        return &unit->first;
    further--;
    if ((further & (further - 1)) == 0) /* 0, 1, 2, 4, 8 … are full */
        unit->further = qc_realloc(arena, unit->further, further * sizeof *unit->further,
                                   (further == 0 ? 1 : further * 2) * sizeof *unit->further);
    return &unit->further[further];
}

static struct qc_prose *last_paragraph(struct qc_unit *unit)
{
    return unit->paragraph_count == 1 ? &unit->first : &unit->further[unit->paragraph_count - 2];
}

static void add_paragraph(struct qc_builder *builder, struct qc_span span, uint32_t indent)
{
    *next_paragraph(&builder->cx->arena, builder->unit) = qc_prose_of(builder->source, span);
    builder->paragraph_indent = indent;
}

static void remember_line(struct qc_builder *builder, struct qc_span span, uint32_t indent)
{
    builder->last_line = span;
    builder->last_indent = indent;
    builder->paragraph_open = true;
}

static void report_marker(struct qc_builder *builder, const struct qc_token *token)
{
    struct qc_compilation *cx = builder->cx;
    const struct qc_marker *marker = token->marker;
    struct qc_span span = qc_marker_span(marker);
    if (token->glued) {
        struct qc_diagnostic *d = qc_report(cx, span, QC_MSG(marker_no_blank), QC_STR_ARGS(qc_marker_text(marker)));
        qc_fix(cx, d, (struct qc_span){ span.end, span.end, span.file }, QC_STR(" "));
        d->fix_is_safe = true;
    }
    if (marker->closed_series) {
        struct qc_diagnostic *d =
            qc_report(cx, span, QC_MSG(marker_closes_other), QC_STR_ARGS(qc_marker_text(marker)));
        const struct qc_unit *series = qc_open_unit(builder, marker->style);
        qc_fix(cx, d, (struct qc_span){ qc_marker_number_span(marker).end, span.end, span.file },
               series == NULL ? QC_STR(".") : qc_marker_separator(&series->marker));
        d->fix_is_safe = true;
    }
}

void qc_build_unit(struct qc_builder *builder, const struct qc_token *token)
{
    qc_build_break(builder, token);
    struct qc_token line = *token;
    struct qc_marker marker = *token->marker; /* settled here; the token stays what it looks like */
    line.marker = &marker;
    if (qc_marker_is_wrapped(builder, &line)) {
        struct qc_diagnostic *d =
            qc_report(builder->cx, qc_marker_span(&marker), QC_MSG(marker_wrapped), QC_STR_ARGS(qc_marker_text(&marker)));
        qc_fix(builder->cx, d, (struct qc_span){ builder->last_line.end, line.span.begin, line.span.file },
               QC_STR(" "));
        qc_prose_join(&builder->cx->arena, last_paragraph(builder->unit), builder->source, line.span);
        remember_line(builder, line.span, line.indent);
        builder->on_first_line = false;
        return;
    }
    if (!qc_settle_marker(builder, line.marker)) {
        qc_build_unit_line(builder, &line);
        return;
    }
    report_marker(builder, &line);
    add_unit(builder, &line);
    if (line.rest.begin < line.rest.end)
        add_paragraph(builder, line.rest, line.indent);
    builder->paragraph_indent = line.indent;
    builder->on_first_line = true;
    remember_line(builder, line.span, line.indent);
}

void qc_build_unit_line(struct qc_builder *builder, const struct qc_token *token)
{
    qc_build_break(builder, token);
    struct qc_unit *unit = builder->unit;
    struct qc_line_place above = { builder->last_line, builder->last_indent };
    struct qc_line_place line = { qc_plain_line(builder->source, token), token->indent };
    bool heading = unit->parent != NULL && qc_style_is_heading(unit->marker.style);
    bool in_title = heading && unit->paragraph_count == 1;
    struct qc_str text = qc_builder_text(builder, line.span);
    bool label = qc_str_starts(text, QC_STR("{#")) && qc_str_find(text, QC_STR("}")) == text.len - 1;
    if (label && unit->paragraph_count > 0) { /* a label alone on its line belongs to the paragraph above */
        qc_prose_join(&builder->cx->arena, last_paragraph(unit), builder->source, line.span);
        return;
    }
    bool continues = builder->paragraph_open && unit->paragraph_count > 0 && token->line != QC_LINE_ESCAPED &&
                     qc_line_continues(builder->source, above, builder->paragraph_indent, line, in_title);
    if (continues) {
        qc_prose_join(&builder->cx->arena, last_paragraph(unit), builder->source, line.span);
    } else {
        qc_report_lookalike(builder, token);
        add_paragraph(builder, line.span, token->indent);
    }
    /* the title of a heading that is but a label is in effect its first line */
    builder->on_first_line = heading && unit->paragraph_count == 1 && !continues;
    remember_line(builder, line.span, token->indent);
}

/* --- title or sentence ------------------------------------------------ */

/* The whole text stands in one pair of double stars. */
static bool is_wholly_strong(struct qc_str text)
{
    return text.len > 4 && qc_str_starts(text, QC_STR("**")) && qc_str_ends(text, QC_STR("**")) &&
           qc_str_find(qc_str_slice(text, 2, text.len - 2), QC_STR("**")) == text.len - 4;
}

static enum qc_form form_of(const struct qc_unit *unit)
{
    if (unit->paragraph_count == 0)
        return QC_FORM_SENTENCE;
    struct qc_str first = unit->first.text;
    bool article = unit->marker.style == QC_STYLE_ARTICLE;
    if (!article && (qc_style_is_heading(unit->marker.style) || is_wholly_strong(first)))
        return QC_FORM_TITLE;
    bool followed = unit->first_child != NULL || unit->paragraph_count > 1;
    if (!article && !followed)
        return QC_FORM_SENTENCE;
    unsigned mark = qc_end_mark(first);
    if (article)
        return mark == 0 || mark == ':' ? QC_FORM_TITLE : QC_FORM_SENTENCE;
    bool item = qc_style_info(unit->marker.style)->citation[0] == '\0';
    return mark == ':' ? QC_FORM_LEAD : mark == 0 && !item ? QC_FORM_TITLE : QC_FORM_SENTENCE;
}

void qc_build_finish_units(struct qc_builder *builder)
{
    for (struct qc_unit *unit = qc_unit_next(builder->tree->root); unit != NULL; unit = qc_unit_next(unit))
        unit->form = form_of(unit);
}

struct qc_unit *qc_unit_next(struct qc_unit *unit)
{
    if (unit->first_child != NULL)
        return unit->first_child;
    while (unit != NULL && unit->next == NULL)
        unit = unit->parent;
    return unit == NULL ? NULL : unit->next;
}
