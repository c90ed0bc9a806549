/*
 * check_marks.c - the mark behind a number, numbers that restart where
 * nothing can tell them apart.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "syntax/token.h"

/* --- the mark behind the number --------------------------------------- */

static bool same_separator(const struct qc_unit *a, const struct qc_unit *b)
{
    return qc_str_equal(qc_marker_separator(&a->marker), qc_marker_separator(&b->marker));
}

/* The mark of the decree: "1." "a)" "I.", none after "Chương I" (PL I.II.6.d–đ) */
static bool has_proper_mark(const struct qc_unit *unit)
{
    bool point = unit->marker.style == QC_STYLE_LETTER || unit->marker.style == QC_STYLE_PAREN ||
                 unit->marker.style == QC_STYLE_SMALL_ROMAN;
    bool label = qc_style_info(unit->marker.style)->rank <= qc_style_info(QC_STYLE_SUBSECTION)->rank;
    return qc_str_equal(qc_marker_separator(&unit->marker), point ? QC_STR(")") : label ? QC_STR("") : QC_STR("."));
}

/* Of a style's children, the first whose mark most of them have. */
static const struct qc_unit *usual(const struct qc_unit *parent, enum qc_style style)
{
    enum { KINDS = 16 };
    const struct qc_unit *kinds[KINDS];
    size_t counts[KINDS] = { 0 }, count = 0, best = 0;
    for (const struct qc_unit *child = parent->first_child; child != NULL; child = child->next) {
        if (child->marker.style != style)
            continue;
        size_t k = 0;
        while (k < count && !same_separator(kinds[k], child))
            k++;
        if (k == count && count < KINDS)
            kinds[count++] = child;
        if (k < KINDS)
            counts[k]++;
    }
    for (size_t k = 1; k < count; k++)
        if (counts[k] > counts[best] || (counts[k] == counts[best] && has_proper_mark(kinds[k])))
            best = k;
    return kinds[best];
}

void qc_check_separators(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_unit *unit = check->unit;
    const struct qc_unit *by_style[QC_STYLE_COUNT] = { NULL };
    for (const struct qc_unit *child = unit->first_child; child != NULL; child = child->next) {
        enum qc_style style = child->marker.style;
        if (qc_style_info(style)->numbering == QC_NUMBERING_NONE || child->marker.closed_series)
            continue;
        if (by_style[style] == NULL)
            by_style[style] = usual(unit, style);
        const struct qc_unit *model = by_style[style];
        if (same_separator(model, child))
            continue;
        struct qc_diagnostic *d = qc_report(cx, qc_marker_span(&child->marker), QC_MSG(separator_mixed),
                                            QC_STR_ARGS(qc_marker_text(&child->marker)), QC_STR_ARGS(qc_marker_text(&model->marker)));
        struct qc_span mark = { qc_marker_number_span(&child->marker).end, qc_marker_end(&child->marker), child->marker.file };
        qc_fix(cx, d, mark, qc_marker_separator(&model->marker));
        d->fix_is_safe = true;
    }
}

/* --- restarts under headings without a number -------------------------- */

static bool is_unnumbered(const struct qc_unit *unit)
{
    return qc_style_info(unit->marker.style)->numbering == QC_NUMBERING_NONE;
}

/* The citation that both would have: number and the nearest numbered unit around. */
static struct qc_str citation(struct qc_compilation *cx, const struct qc_unit *unit)
{
    const struct qc_unit *around = unit->parent->parent;
    while (around->parent != NULL && is_unnumbered(around))
        around = around->parent;
    struct qc_str word = qc_str_from(qc_style_info(unit->marker.style)->citation);
    struct qc_str own = qc_str_format(&cx->arena, "%.*s %.*s", QC_STR_ARGS(word), QC_STR_ARGS(qc_marker_number(&unit->marker)));
    if (around->parent == NULL)
        return own;
    return qc_str_format(&cx->arena, "%.*s %s %.*s", QC_STR_ARGS(own),
                         qc_style_info(around->marker.style)->citation, QC_STR_ARGS(qc_marker_number(&around->marker)));
}

/* Clauses that stand under headings without a number, and hold nothing that is numbered. */
static bool can_be_points(const struct qc_unit *parent)
{
    for (const struct qc_unit *group = parent->first_child; group != NULL; group = group->next) {
        if (group->marker.style != parent->first_child->marker.style)
            return false;
        unsigned count = 0;
        for (const struct qc_unit *child = group->first_child; child != NULL; child = child->next) {
            if (child->marker.style != QC_STYLE_DECIMAL1 || qc_letter_at(++count).len == 0)
                return false;
            for (const struct qc_unit *item = child->first_child; item != NULL; item = item->next)
                if (!is_unnumbered(item))
                    return false;
        }
    }
    return true;
}

/* "*" "1." "2." becomes "1." "a)" "b)": every place has a path of its own then. */
static void suggest_points(struct qc_compilation *cx, struct qc_diagnostic *d, const struct qc_unit *parent)
{
    unsigned clause = 0;
    if (!can_be_points(parent))
        return;
    for (const struct qc_unit *group = parent->first_child; group != NULL; group = group->next) {
        unsigned point = 0;
        qc_fix(cx, d, qc_marker_span(&group->marker), qc_str_format(&cx->arena, "%u.", ++clause));
        for (const struct qc_unit *child = group->first_child; child != NULL; child = child->next) {
            struct qc_str letter = qc_letter_at(++point);
            qc_fix(cx, d, qc_marker_span(&child->marker), qc_str_format(&cx->arena, "%.*s)", QC_STR_ARGS(letter)));
        }
    }
}

void qc_check_restarts(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_unit *unit = check->unit;
    enum { VALUES = 64 }; /* a series that restarts does so at a small number */
    const struct qc_unit *some = unit->first_child;
    while (some != NULL && !is_unnumbered(some))
        some = some->next;
    if (some == NULL)
        return; /* as nearly all are: the table below is large */
    const struct qc_unit *first[QC_STYLE_COUNT][VALUES] = { { NULL } };
    bool suggested = false; /* once for all groups */
    for (const struct qc_unit *group = unit->first_child; group != NULL; group = group->next) {
        if (!is_unnumbered(group))
            continue;
        bool reported = false; /* once a group: the rest of it follows from its first number */
        for (const struct qc_unit *child = group->first_child; child != NULL; child = child->next) {
            enum qc_style style = child->marker.style;
            unsigned value = child->marker.value;
            if (qc_style_info(style)->citation[0] == '\0' || value >= VALUES)
                continue;
            const struct qc_unit *same = first[style][value];
            if (same == NULL) {
                first[style][value] = child;
            } else if (!reported && same->parent != group) {
                struct qc_str cited = citation(cx, child);
                struct qc_diagnostic *d = qc_report(cx, qc_marker_span(&child->marker), QC_MSG(number_ambiguous),
                                                    QC_STR_ARGS(qc_marker_text(&child->marker)), QC_STR_ARGS(cited));
                qc_note_at(cx, d, qc_marker_span(&same->marker), QC_NOTE_MSG(first_here));
                if (!suggested)
                    suggest_points(cx, d, unit);
                reported = suggested = true;
            }
        }
    }
}
