/*
 * out.h - where an emitter writes: a buffer in the arena.
 *
 * Emitters never call stdio. The whole output is in memory before a file is
 * opened, so that a failed run leaves no half file.
 */
#ifndef QC_EMIT_OUT_H
#define QC_EMIT_OUT_H

#include "base/str.h"

struct qc_out {
    struct qc_buf buf;
};

/* Writes bytes of the format itself. */
void qc_out_raw(struct qc_out *out, const char *text);

/* Writes a view as it is; the caller has escaped it. */
void qc_out_str(struct qc_out *out, struct qc_str text);

/* Writes a newline unless the output is empty or ends in one. */
void qc_out_line(struct qc_out *out);

/* Writes an empty line unless the output is empty or ends in one. */
void qc_out_blank(struct qc_out *out);

#endif
