/*
 * show.h - text of any origin made fit to be printed, and the part of a line that a caret needs.
 *
 * The only ways from a source to a terminal.
 */
#ifndef QC_DIAG_SHOW_H
#define QC_DIAG_SHOW_H

#include "source/position.h"

/* Room that qc_show_one needs. */
#define QC_SHOWN_ROOM 12

/*
 * Writes the first character of text as it may be shown: itself, or \n, \t,
 * \u{…} for what is no visible character, \xHH for a broken byte. Returns
 * the bytes taken (0 at the end), and those written in *out_length.
 */
size_t qc_show_one(const char *text, size_t length, char *out, size_t *out_length);

/* Appends text on one line, with "…" when it is wider than so many columns. */
void qc_show_text(struct qc_buf *out, struct qc_str text, size_t columns);

/* The part of a line round the begin of a span, and the columns of the span's caret in it. */
struct qc_snippet {
    struct qc_str text;
    size_t from, to;          /* columns of text that are shown */
    size_t caret, caret_end;  /* columns of text under which the caret stands; at least one is */
    bool cut_left, cut_right; /* is "…" shown for what was left out? */
};

/* at is the position of span.begin. */
struct qc_snippet qc_snippet_cut(const struct qc_source *source, struct qc_span span, struct qc_position at);

/* Appends the snippet's text, tabs as blanks to the next multiple of 8. */
void qc_snippet_show(struct qc_buf *out, const struct qc_snippet *snippet);

#endif
