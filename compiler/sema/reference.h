/*
 * reference.h - references in prose ("điểm b khoản 2 Mục IV", "Điều 5",
 * "khoản này") and the units that they mean.
 *
 * Which of them are to this document: those with its own kind and "này"
 * behind them, and those in whose sentence no document is named after them
 * (language, "Labels and references"). For the checks, for renumbering and
 * for links: what is found are places in the text that was given, be it as
 * typed or as printed.
 */
#ifndef QC_SEMA_REFERENCE_H
#define QC_SEMA_REFERENCE_H

#include "base/map.h"
#include "sema/reading.h"
#include "sema/document.h"

/* From outer to inner, as in a reference read backwards. */
enum qc_reference_level {
    QC_REFERENCE_PART,
    QC_REFERENCE_CHAPTER,
    QC_REFERENCE_SECTION,
    QC_REFERENCE_SUBSECTION,
    QC_REFERENCE_ARTICLE,
    QC_REFERENCE_CLAUSE,
    QC_REFERENCE_POINT,
    QC_REFERENCE_LEVELS,
};

enum qc_reference_scope {
    QC_REFERENCE_HERE,  /* "… Quy chế này": to this document */
    QC_REFERENCE_BARE,  /* no document is named after it: to this document, it seems */
    QC_REFERENCE_OTHER, /* to another document, or quoted */
};

/* "khoản 2"; of "khoản 1, 2 và 3" the second and third have no word of their own. */
struct qc_reference_part {
    enum qc_reference_level level;
    bool own_word;                   /* the word stands before the number */
    bool itself;                     /* "khoản này" */
    size_t begin, end;               /* in the text, word included */
    size_t word_end;                 /* of the word; "từ" may stand between it and the number */
    size_t number_begin, number_end; /* of the number alone; of "này" when itself */
    size_t item;                     /* number of its first item in the reading */
    struct qc_str number;            /* in small letters */
    size_t around;                   /* index of the part that it is said to be in, or QC_REFERENCE_NO_PART */
    const struct qc_unit *unit;      /* what it means; NULL: nothing, or not one alone */
    bool missing;                    /* looked for in this document, and not there */
    const struct qc_unit *in;        /* when missing: the unit that lacks it; the root for the document */
    bool bracket;                    /* "điểm a)": a bracket stands behind the number */
};

#define QC_REFERENCE_NO_PART ((size_t)-1)

/* Parts that follow each other: "điểm a, b khoản 1 và khoản 2 Điều 5". */
struct qc_reference {
    size_t begin, end;        /* in the text, without what names the document */
    size_t first, count;      /* its parts */
    enum qc_reference_scope scope;
    bool doubtful;            /* bare, and another document is named before it in the sentence */
    bool is_chain;            /* each part is in the next or, when turned, in the one before */
    bool turned;              /* "Điều 5 khoản 2": from outer to inner */
    bool dotted;              /* "mục II.3": a clause has no word */
};

struct qc_references {
    struct qc_arena *arena;
    const struct qc_document *document;
    const char *kind;                          /* of the document, in small letters: "quy chế"; NULL: none */
    const struct qc_reading *reading;          /* of the text last given */
    struct qc_reading own;                     /* of one that qc_references_find has cut */
    QC_VEC(struct qc_reference_part) parts;
    QC_VEC(struct qc_reference) items;
    uint32_t kind_head;                        /* qc_word_head of kind */
    struct qc_map index;                       /* of numbered units, made when first needed */
    bool indexed, indexed_inner;               /* without clauses and points; those */
    bool has_parts;                            /* Phần n stands in the document */
};

/* The word of a level in small letters: "điều". */
const char *qc_reference_word(enum qc_reference_level level);

/* Makes references ready for a document. */
void qc_references_begin(struct qc_references *references, struct qc_arena *arena, const struct qc_document *document);

/* Gives back the room of the last text, before others take theirs. */
void qc_references_end(struct qc_references *references);

/* A heading's word in small letters, or "điểm 8", standing alone: also other things than references. */
bool qc_reference_is_uncertain(const struct qc_references *references, const struct qc_reference *reference);

/* Surely to this document and its units: a link says where words lead, so nothing may speak for another. */
bool qc_reference_is_certain(const struct qc_references *references, const struct qc_reference *reference);

/* Finds the references of a text that stands in unit (NULL: in none), into references->items and ->parts. */
void qc_references_find(struct qc_references *references, struct qc_str text, const struct qc_unit *unit);

/* The same of a text that is cut already; the reading must stay as long as what is found in it is looked at. */
void qc_references_read(struct qc_references *references, const struct qc_reading *reading, const struct qc_unit *unit);

#endif
