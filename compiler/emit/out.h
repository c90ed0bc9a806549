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

/*
 * A search for the paragraph of the source that a line of the output prints.
 * An output is printed a second time for it: so nothing is kept of the first.
 */
struct qc_line_search {
    size_t line;                    /* which, from 1; 0: none is searched for */
    size_t passed;                  /* ends of lines so far, */
    size_t counted;                 /* of the window up to here */
    const struct qc_prose *printed; /* what is printed from a place of the window on; NULL: what is in no source */
    size_t at;                      /* that place */
    bool open;                      /* whose line is not yet known */
    const struct qc_prose *found;   /* the last whose line is not behind the one searched for; NULL: none */
};

struct qc_out {
    struct qc_buf buf; /* the window */
    struct qc_arena *scratch; /* not the window's: for what an emitter makes and no longer needs when a line is printed */
    qc_write_fn *write;
    void *user;
    bool refused; /* the writer has returned false: nothing more is written */
    struct qc_line_search search;
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

/*
 * Notes that a paragraph is written next, so that what is said of a line of the output can be said of the source. For
 * a format that no other program reads it need not be called.
 */
void qc_out_origin(struct qc_out *out, const struct qc_inlines *inlines);

/* Begins to use out->scratch: what is made in it goes at the release of the mark. */
static inline struct qc_arena_mark qc_out_scratch(struct qc_out *out)
{
    out->scratch->out_of_memory = out->buf.arena->out_of_memory;
    return qc_arena_mark(out->scratch);
}

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
