/*
 * template.h - the text of a template with answers put in, for template.c.
 *
 * A template is a document with places to fill:
 *
 *     <<năm học>>                        the answer to a question of questions.def
 *     <<trường: chữ đầu>>                made from it: initials (of a school), tên riêng (of a place), đầy đủ (of a day)
 *     <<cấp học: mầm non = trẻ | học sinh>>
 *                                        what stands behind the choice answered; behind no choice, for all others
 */
#ifndef QC_TEMPLATE_H
#define QC_TEMPLATE_H

#include "qc.h"

#include "base/str.h"

struct qc_filling {
    struct qc_buf *out;
    const struct qc_answer *answers; /* as qc_template_answer gives them */
    size_t count;
    bool plain;         /* answers are written as they are, not as text of the language */
    bool lacking;       /* is set when a place has no answer */
    struct qc_str made; /* what is made from an answer just now: a blank names it; empty otherwise */
};

/* Is a row of questions.def asked, and not made from answers? */
static inline bool qc_question_is_asked(const struct qc_question *row)
{
    return row->text[QC_VIETNAMESE][0] != '\0';
}

/* The row of questions.def with this Vietnamese name; NULL when there is none. */
const struct qc_question *qc_question_row(struct qc_str name);

/* Writes text with the places of it filled. */
void qc_fill(struct qc_filling *filling, struct qc_str text);

/* Does text have a place for the answer of this name? */
bool qc_fill_asks(struct qc_str text, struct qc_str name);

/* The first of the lines, taken off text without its end. */
struct qc_str qc_fill_line(struct qc_str *text);

/* answer.c: what was typed as an answer, as the document has it; "" for blanks. False when it is none. */
bool qc_answer_read(struct qc_arena *arena, const struct qc_question *row, struct qc_str typed, struct qc_str *answer);

#endif
