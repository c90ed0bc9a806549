/*
 * out.h - where an emitter writes: a window of the output, in the arena.
 *
 * Emitters never call stdio. What fills the window goes to the caller's
 * writer, so that an output is never in memory as a whole; whether it is kept
 * when the rest fails is the caller's to decide.
 */
#ifndef QC_EMIT_OUT_H
#define QC_EMIT_OUT_H

#include "inline/inline.h"
#include "qc.h"

/* What is written from there on prints a paragraph of the source; prose is NULL when it does not. */
struct qc_origin {
    size_t at;   /* in the window; of no use once that has gone */
    size_t line; /* of the output, from 1; known then */
    const struct qc_prose *prose;
};

struct qc_out {
    struct qc_buf buf; /* the window */
    qc_write_fn *write;
    void *user;
    bool refused; /* the writer has returned false: nothing more is written */
    QC_VEC(struct qc_origin) origins; /* in order; a format that no other program reads has none */
    bool has_origins;                 /* the format notes them, so that its lines are counted */
    size_t placed;                    /* of how many the line is known */
    size_t lines;                     /* ends of lines that have gone */
};

enum { QC_OUT_WINDOW = 32 * 1024 };

/*
 * Between two parts of the output: lets what is written go when it fills the
 * window, but for its last bytes, which qc_out_line and qc_out_blank look at.
 */
void qc_out_give(struct qc_out *out);
static inline void qc_out_flow(struct qc_out *out)
{
    if (out->buf.len >= QC_OUT_WINDOW)
        qc_out_give(out);
}

/* At the end: lets all go. False when the writer refused. */
bool qc_out_end(struct qc_out *out);

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
