/*
 * units.h - between units.c, series.c and lookalike.c; nobody else's.
 */
#ifndef QC_SYNTAX_UNITS_H
#define QC_SYNTAX_UNITS_H

#include "syntax/build.h"

static inline struct qc_str qc_builder_text(const struct qc_builder *builder, struct qc_span span)
{
    return qc_str_slice(builder->source->text, span.begin, span.end);
}

/* The open unit of a style, innermost first; NULL when the style is not open. */
static inline struct qc_unit *qc_open_unit(const struct qc_builder *builder, enum qc_style style)
{
    for (struct qc_unit *unit = builder->unit; unit->parent != NULL; unit = unit->parent)
        if (unit->marker.style == style)
            return unit;
    return NULL;
}

static inline bool qc_continues_by_one(const struct qc_unit *unit, unsigned value)
{
    return unit != NULL && value != 0 && value == unit->marker.value + 1;
}

/* Decides the style of a marker among the open series. False: the line is prose. */
bool qc_settle_marker(struct qc_builder *builder, struct qc_marker *marker);

/* A wrapped line that happens to open with a marker: it goes on with the sentence above. */
bool qc_marker_is_wrapped(const struct qc_builder *builder, const struct qc_token *token);

/* Reports the line of a new paragraph if it looks like a heading whose number lacks its mark. */
void qc_report_lookalike(struct qc_builder *builder, const struct qc_token *token);

#endif
