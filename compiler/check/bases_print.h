/*
 * bases_print.h - the list of `qc bases`: each instrument that a document
 * rests on, and its state on a day.
 */
#ifndef QC_CHECK_BASES_PRINT_H
#define QC_CHECK_BASES_PRINT_H

#include "check/bases.h"
#include "diag/diag.h"

/* What is asked. A day without a year is none. */
struct qc_bases_question {
    struct qc_date on;    /* the day that counts; none: that of the document */
    struct qc_date today; /* counts for a document that has none, and tells how old the registry is */
    enum qc_lang lang;    /* of the text */
    bool json;            /* one object; qc(1) describes its members */
};

void qc_bases_print(struct qc_compilation *cx, const struct qc_document *document,
                    const struct qc_bases_question *question, struct qc_buf *out);

#endif
