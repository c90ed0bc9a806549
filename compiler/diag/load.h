/*
 * load.h - says why bytes are no text.
 */
#ifndef QC_DIAG_LOAD_H
#define QC_DIAG_LOAD_H

#include "diag/diag.h"

/*
 * Reports a fault that qc_source_add found in bytes at offset at. encoding:
 * the one that qc import recognises in them, or NULL; then it is guessed.
 */
void qc_source_report(struct qc_compilation *cx, struct qc_span span, enum qc_source_fault fault, size_t at,
                      struct qc_str bytes, const char *encoding);

/* Reports that a file cannot be read, with the reason that error (an errno) gives. */
void qc_unreadable_report(struct qc_compilation *cx, struct qc_span span, struct qc_str name, int error);

#endif
