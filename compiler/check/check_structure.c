/*
 * check_structure.c - units of one level that are built differently, a unit
 * that stands alone, dash items where points could be cited (NĐ 30/2020,
 * PL I.II.6.d–đ; PL II.V.7).
 *
 * Each is said once: what to do about it is the author's decision.
 */
#include "check/check.h"
#include "syntax/token.h"

static bool is_dash(const struct qc_unit *unit)
{
    return unit->marker.style == QC_STYLE_DASH || unit->marker.style == QC_STYLE_PLUS;
}

static bool is_sign(const struct qc_unit *unit)
{
    return unit->marker.style == QC_STYLE_ROMAN_SIGN || unit->marker.style == QC_STYLE_LETTER_SIGN;
}

static bool has_clauses(const struct qc_unit *unit)
{
    return unit->first_child != NULL && unit->first_child->marker.style == QC_STYLE_DECIMAL1;
}

/* Sections side by side: most have clauses, this one dashes alone. */
static const struct qc_unit *odd_section(const struct qc_unit *parent)
{
    const struct qc_unit *odd = NULL;
    size_t with = 0;
    for (const struct qc_unit *child = parent->first_child; child != NULL; child = child->next) {
        if (!is_sign(child))
            continue;
        if (has_clauses(child))
            with++;
        else if (odd == NULL && child->first_child != NULL && is_dash(child->first_child) &&
                 child->first_child->next != NULL)
            odd = child;
    }
    return with > 0 ? odd : NULL;
}

/* One clause, point or item alone: there is nothing to tell it from. */
static bool is_alone(const struct qc_unit *unit)
{
    const struct qc_unit *child = unit->first_child;
    return unit->parent != NULL && child != NULL && child->next == NULL && !qc_style_is_heading(child->marker.style) &&
           child->marker.style != QC_STYLE_STAR;
}

/* A clause, article or section with several dash items. */
static bool has_dashes(const struct qc_unit *unit)
{
    const struct qc_unit *child = unit->first_child;
    bool citable = unit->marker.style == QC_STYLE_DECIMAL1 || qc_style_is_heading(unit->marker.style);
    return citable && child != NULL && is_dash(child) && child->next != NULL && is_dash(child->next);
}

static struct qc_diagnostic *report(const struct qc_check *check, const struct qc_unit *unit)
{
    return qc_report(check->cx, qc_marker_span(&unit->first_child->marker), QC_MSG(structure_mixed),
                     QC_STR_ARGS(qc_marker_text(&unit->marker)));
}

void qc_check_structure(const struct qc_check *check)
{
    const struct qc_unit *odd = NULL;
    bool dashes_said = false;
    for (struct qc_unit *unit = check->document->root; unit != NULL; unit = qc_unit_next(unit)) {
        const struct qc_unit *differs = odd_section(unit);
        if (differs != NULL)
            odd = differs;
        if (unit == odd) {
            qc_note(check->cx, report(check, unit), QC_NOTE_MSG(structure_differs));
        } else if (is_alone(unit)) {
            qc_note(check->cx, report(check, unit), QC_NOTE_MSG(structure_alone));
        } else if (!dashes_said && has_dashes(unit)) {
            qc_note(check->cx, report(check, unit), QC_NOTE_MSG(structure_dashes));
            dashes_said = true;
        }
    }
}
