/*
 * renumber.h - the fix of wrong numbers: the new number of every unit that
 * moves and, in the same edits, the references in prose that point at it.
 *
 * References by label follow by themselves. A reference that may mean a unit
 * that moves, or may not, is reported: then the fix is only a suggestion.
 */
#ifndef QC_CHECK_RENUMBER_H
#define QC_CHECK_RENUMBER_H

#include "base/map.h"
#include "check/check.h"

/* A unit that gets another number. */
struct qc_move {
    const struct qc_unit *unit;
    unsigned value;
    struct qc_str number;
    struct qc_diagnostic *finding; /* that has the edit */
    struct qc_move *same_old, *same_new; /* another move from, or to, a number of that look */
};

struct qc_renumber {
    const struct qc_check *check;
    QC_VEC(struct qc_diagnostic *) findings;
    struct qc_map moves;            /* by unit */
    struct qc_map by_old, by_new;   /* by number, in small letters, Roman ones in figures */
};

/* The move of a unit, or NULL. */
const struct qc_move *qc_renumber_move(const struct qc_renumber *renumber, const struct qc_unit *unit);

/* Enters a finding that is fixed only together with the others of group; returns the one that edits are for. */
struct qc_diagnostic *qc_renumber_enter(struct qc_renumber *renumber, struct qc_diagnostic *finding,
                                        struct qc_fix_group *group);

/* Gives a unit the number of value, as an edit of a finding that was entered. */
void qc_renumber_unit(struct qc_renumber *renumber, struct qc_diagnostic *finding, const struct qc_unit *unit,
                      unsigned value, struct qc_str number);

/* When all units have their numbers: moves the references, and says which fixes are safe. */
void qc_renumber_references(struct qc_renumber *renumber);

/* What makes the units that follow one another count on from it. */
struct qc_renumbering {
    QC_VEC(struct qc_edit) edits; /* in several files, maybe; in no order */
    bool safe;                    /* no reference is left that may mean one of them, or may not */
};

/*
 * Numbers the units that follow first in its series anew: first keeps its
 * number, what was before it does not matter. What it finds on the way is
 * reported as by qc_check_numbers.
 */
void qc_renumber_from(struct qc_compilation *cx, const struct qc_document *document, const struct qc_unit *first,
                      struct qc_renumbering *renumbering);

/* The unit that follows in the series: the next sibling of the style or, of an article, the next one in the text; or NULL. */
const struct qc_unit *qc_series_next(const struct qc_unit *unit);

#endif
