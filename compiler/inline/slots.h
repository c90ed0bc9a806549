/*
 * slots.h - text on its way to cmark, with placeholders for what cmark must
 * not see. Between inline.c and inline_cmark.c; nobody else's.
 */
#ifndef QC_INLINE_SLOTS_H
#define QC_INLINE_SLOTS_H

#include "inline/inline.h"

/* A noncharacter: sources that hold one are refused, so that it is ours alone. */
#define QC_PLACEHOLDER 0xFDD0u

struct qc_slot {
    struct qc_str text;         /* what prints at the placeholder */
    const struct qc_unit *unit; /* of a reference to a unit */
};

struct qc_slotted {
    struct qc_buf buf;             /* the text, a placeholder for each slot in order */
    QC_VEC(struct qc_slot) slots;
    QC_VEC(struct qc_span) stars;    /* where each star of buf stands in the source */
    QC_VEC(struct qc_span) brackets; /* and each "[" */
};

/* The inlines of a slotted text. cx->scratch can be allocated from. */
struct qc_inline *qc_slots_read(struct qc_compilation *cx, const struct qc_slotted *text);

#endif
