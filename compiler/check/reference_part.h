/*
 * reference_part.h - what reference.c and reference_target.c share.
 */
#ifndef QC_CHECK_REFERENCE_PART_H
#define QC_CHECK_REFERENCE_PART_H

#include "check/reference.h"

/* How a part goes on to the next. */
enum qc_reference_joint {
    QC_REFERENCE_INSIDE, /* "khoản 2 Điều 5", "khoản 2 của Điều 5" */
    QC_REFERENCE_COMMA,  /* "khoản 2, Điều 5": in it, or beside it */
    QC_REFERENCE_BESIDE, /* "khoản 2 và Điều 5" */
};

/* Finds the units of a reference's parts; unit is where it stands, or NULL. */
void qc_reference_resolve(struct qc_references *references, struct qc_reference *reference, const struct qc_unit *unit);

#endif
