/*
 * out.h - where an emitter writes: a buffer in the arena.
 *
 * Emitters never call stdio. The whole output is in memory before a file is
 * opened, so that a failed run leaves no half file.
 */
#ifndef QC_EMIT_OUT_H
#define QC_EMIT_OUT_H

#include "inline/inline.h"

/* What is written from offset at on prints a paragraph of the source; prose is NULL when it does not. */
struct qc_origin {
    size_t at;
    const struct qc_prose *prose;
};

struct qc_out {
    struct qc_buf buf;
    QC_VEC(struct qc_origin) origins; /* in order; a format that no other program reads has none */
};

/* Notes that a paragraph is written next, so that what is said of a line of the output can be said of the source. */
void qc_out_origin(struct qc_out *out, const struct qc_inlines *inlines);

/* Writes bytes of the format itself. */
static inline void qc_out_raw(struct qc_out *out, const char *text)
{
    qc_buf_add(&out->buf, qc_str_from(text));
}

/* Writes a view as it is; the caller has escaped it. */
static inline void qc_out_str(struct qc_out *out, struct qc_str text)
{
    qc_buf_add(&out->buf, text);
}

/* Writes a newline unless the output is empty or ends in one. */
void qc_out_line(struct qc_out *out);

/* Writes an empty line unless the output is empty or ends in one. */
void qc_out_blank(struct qc_out *out);

#endif
