/*
 * reference_part.h - what the files reference*.c share.
 */
#ifndef QC_SEMA_REFERENCE_PART_H
#define QC_SEMA_REFERENCE_PART_H

#include "sema/reference.h"

/* How a part goes on to the next. */
enum qc_reference_joint {
    QC_REFERENCE_INSIDE, /* "khoản 2 Điều 5", "khoản 2 của Điều 5" */
    QC_REFERENCE_COMMA,  /* "khoản 2, Điều 5": in it, or beside it */
    QC_REFERENCE_BESIDE, /* "khoản 2 và Điều 5" */
};

/* Where a document is named in the text. */
struct qc_named {
    size_t item;
    bool own; /* "Quy chế này" */
};

struct qc_named_list {
    QC_VEC(struct qc_named) items;
    size_t next; /* the first behind the reference that is looked at */
    bool made;
};

/* The items of a reference, and of the sentence that it stands in. */
struct qc_item_range {
    size_t item, behind;
    size_t sentence, sentence_end;
};

/* Sets scope and doubtful. The references of a text are given in order, with one list for them. */
void qc_reference_find_scope(const struct qc_references *references, struct qc_reference *reference,
                             struct qc_named_list *list, const struct qc_item_range *range);

/* Finds the units of a reference's parts; unit is where it stands, or NULL. */
void qc_reference_resolve(struct qc_references *references, struct qc_reference *reference, const struct qc_unit *unit);

#endif
