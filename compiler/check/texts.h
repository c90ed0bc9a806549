/*
 * texts.h - every piece of prose of a document, in printed order, with what
 * it is: for checks that read words and marks.
 */
#ifndef QC_CHECK_TEXTS_H
#define QC_CHECK_TEXTS_H

#include "sema/document.h"

enum qc_text_kind {
    QC_TEXT_ISSUER,     /* cơ quan, cơ quan chủ quản */
    QC_TEXT_SUBJECT,    /* a line of trích yếu */
    QC_TEXT_BASIS,      /* căn cứ, theo đề nghị */
    QC_TEXT_PREAMBLE,   /* a paragraph of mở đầu */
    QC_TEXT_TITLE,      /* the title of a unit */
    QC_TEXT_BODY,       /* any other paragraph of a unit */
    QC_TEXT_CLOSING,    /* a paragraph of kết thúc */
    QC_TEXT_SIGNATURE,  /* capacity, position, name */
    QC_TEXT_RECIPIENT,  /* a line of nơi nhận, its dash included */
    QC_TEXT_VALUE,      /* a value that prints through {…}: đặt, viết tắt, thay thế */
};

struct qc_text {
    enum qc_text_kind kind;
    const struct qc_prose *prose;    /* as typed: edits point into it */
    const struct qc_inlines *printed; /* as printed, or NULL for a value */
    const struct qc_keyword *keyword; /* of a declared value: whose it is, else NULL */
    const struct qc_unit *unit;      /* of a title or body paragraph, else NULL */
    size_t index;                    /* of the paragraph in its unit or list, from 0 */
    bool own;                        /* stands in the document itself, not in a file that it uses */
    struct qc_str seen;              /* its prose without what is none: qc_visible; empty before qc_texts_see */
};

struct qc_texts {
    QC_VEC(struct qc_text) items;
};

/* Collects the texts of a document. */
void qc_texts_collect(struct qc_arena *arena, const struct qc_document *document, struct qc_texts *texts);

/* Finds out what is seen of each. */
void qc_texts_see(struct qc_arena *arena, struct qc_texts *texts);

/* Running prose: paragraphs of preamble, body and closing (not titles, signatures or recipients). */
bool qc_text_is_running(const struct qc_text *text);

/* Has its prose a figure? */
bool qc_text_has_figures(const struct qc_text *text);

/* May a reference to a unit stand in its prose? */
bool qc_text_may_refer(const struct qc_text *text);

#endif
