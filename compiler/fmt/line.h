/*
 * line.h - what the files of fmt/ share: a line of the canonical text.
 */
#ifndef QC_FMT_LINE_H
#define QC_FMT_LINE_H

#include "fmt/fmt.h"

enum { QC_FMT_STEP = 2 /* columns */ };

struct qc_fmt_line {
    struct qc_str text;  /* without indentation and trailing blanks */
    size_t head;         /* length of its marker or keyword, behind which it is not broken */
    unsigned indent;
    bool blank_before;   /* a blank line stands above */
    bool comment;
    bool continues;      /* goes on with the paragraph or value above */
    bool unit;           /* of the body; below a broken paragraph it might be taken for a line of that */
    bool kept;           /* it must begin and end where it does, and so must what stands above */
};

struct qc_fmt_lines {
    struct qc_arena *arena;
    QC_VEC(struct qc_fmt_line) items;
};

/* A blank line above the line last added, and above the comments that stand right above that. */
void qc_fmt_set_apart(struct qc_fmt_lines *lines);

/* Breaks the paragraphs and values anew at width columns. */
void qc_fmt_wrap(struct qc_fmt_lines *lines, unsigned width);

#endif
