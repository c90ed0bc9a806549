/*
 * glance.h - what one look at a whole text says of it, so that nearly all
 * texts need no other: most hold no mark of the language and no reference.
 */
#ifndef QC_SEMA_GLANCE_H
#define QC_SEMA_GLANCE_H

#include "base/str.h"

struct qc_glance {
    bool tame;   /* of qc_bytes_tame, as a whole */
    bool marked; /* holds one of \ { } * ` [, so that its inlines have to be read */
    bool refers; /* a word of a unit stands in it, and behind that what may be a number: "Điều 5", "điểm a", "khoản này" */
};

/* The text is valid UTF-8. */
struct qc_glance qc_glance_at(struct qc_str text);

/* The same without the instructions that only some machines have. */
struct qc_glance qc_glance_at_portable(struct qc_str text);

#endif
