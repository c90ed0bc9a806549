/*
 * renew.h - next year's draft of a document: which bytes change and why, and
 * which years do not.
 *
 * Made from the resolved document; the document itself is not changed. Every
 * change of a byte is an edit with a reason, every year of the file is in an
 * edit or in `left`: what the report says is what happens.
 */
#ifndef QC_RENEW_RENEW_H
#define QC_RENEW_RENEW_H

#include "sema/document.h"

/* Why a year is left alone: the rows of text.def. */
enum qc_year_left {
#define RENEW_LEFT(id, look, vi, en) QC_LEFT_##id,
#include "renew/text.def"
    QC_LEFT_COUNT
};

struct qc_year_reason {
    const char *id; /* "NO_SCHOOL_YEAR" */
    bool look;      /* somebody should look at it */
    const char *text[QC_LANG_COUNT];
};

const struct qc_year_reason *qc_year_reason(enum qc_year_left left);

/* A year that is left alone. */
struct qc_left_year {
    struct qc_span span;
    enum qc_year_left reason;
};

enum qc_change_kind {
    QC_CHANGE_TEXT,    /* within its lines */
    QC_CHANGE_NEW,     /* new lines behind the line at whose end it stands; the text begins with '\n' */
    QC_CHANGE_REMOVED, /* whole lines, with the newline of the last */
};

/* What the report says, in both languages. */
struct qc_said {
    struct qc_str text[QC_LANG_COUNT];
};

/* One edit of the old text, with its reason. */
struct qc_change {
    struct qc_edit edit;
    enum qc_change_kind kind;
    struct qc_said why;
};

/* Something to be looked at. */
struct qc_look {
    struct qc_span span; /* in the document or a file that it uses */
    struct qc_said what;
};

struct qc_renewal {
    const struct qc_source *source;
    struct qc_str old_year, new_year; /* as typed; empty when the document has none */
    QC_VEC(struct qc_change) changes; /* in the order of the text, without overlap */
    QC_VEC(struct qc_left_year) left; /* in the order of the text */
    QC_VEC(struct qc_look) looks;     /* in the order of the text */
    QC_VEC(uint32_t) following;       /* offsets of the {năm học} that print the new year by themselves */
    struct qc_str bytes;              /* of the new file */
};

/*
 * Renews a document. from: the first year of the school year that is wanted,
 * or 0 for the next one. NULL when it is before that of the document.
 */
struct qc_renewal *qc_renew_document(struct qc_compilation *cx, const struct qc_document *document,
                                     unsigned from);

/* Lines of the old and the new file, without their ends, as bytes of the file. */
struct qc_changed_lines {
    size_t line; /* the first of the old ones, from 1; where there are none, the line before the new ones */
    QC_VEC(struct qc_str) before, after;
    QC_VEC(const struct qc_change *) changes;
};

struct qc_line_list {
    QC_VEC(struct qc_changed_lines) items;
};

/* The lines that the changes touch, made from the edits themselves. */
void qc_renewal_lines(struct qc_arena *arena, const struct qc_renewal *renewal, struct qc_line_list *lines);

/* Why they change: each reason once, with "; " between them. */
struct qc_str qc_renewal_whys(struct qc_arena *arena, const struct qc_changed_lines *lines,
                              enum qc_lang lang);

/* The report as text for people, or as JSON for programs. */
void qc_renewal_print(struct qc_compilation *cx, const struct qc_renewal *renewal, enum qc_lang lang,
                      struct qc_buf *out);
void qc_renewal_print_json(struct qc_compilation *cx, const struct qc_renewal *renewal, enum qc_lang lang,
                           struct qc_buf *out);

#endif
