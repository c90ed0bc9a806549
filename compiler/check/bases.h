/*
 * bases.h - the instruments that a document rests on, and the day on which
 * they have to be in force.
 */
#ifndef QC_CHECK_BASES_H
#define QC_CHECK_BASES_H

#include "check/basis_cite.h"

enum qc_day_origin {
    QC_DAY_NONE,           /* nothing says when the document is, or will be, issued */
    QC_DAY_OF_DOCUMENT,    /* ngày */
    QC_DAY_OF_DECISION,    /* of the decision that it is attached to */
    QC_DAY_OF_SCHOOL_YEAR, /* 01/9 of its school year, or its youngest basis when that is of a later day */
    QC_DAY_ASKED,          /* the caller's */
};

/*
 * The day that counts: what a document cites has to be in force on the day on
 * which it is issued. A draft without a day has that of its school year; no
 * clock is asked, so that the same text always gets the same findings.
 */
struct qc_bases_day {
    struct qc_date day;
    struct qc_date
        latest; /* what it rests on has to hold by then: its effect, or the end of a draft's school year */
    enum qc_day_origin origin;
};

/* The day of a document. */
struct qc_bases_day qc_bases_day_of(const struct qc_document *document);

/* One instrument that a basis cites. */
struct qc_base {
    const struct qc_recital *recital;
    struct qc_basis_cite cite;
    bool typed; /* it stands in the prose as it prints, so that the items of cite have places there */
    struct qc_span span; /* of the instrument, or of the {…} that prints it */
    struct qc_str text;  /* as it is typed, or as {…} prints it */
};

struct qc_bases {
    struct qc_bases_day day;
    QC_VEC(struct qc_base) items;
};

/* Collects what the document's bases cite; on is the day that counts, or NULL for that of the document. */
void qc_bases_collect(struct qc_arena *arena, const struct qc_document *document, const struct qc_date *on,
                      struct qc_bases *bases);

/* Is the instrument of this name cited by one of the bases? That one, or NULL. */
const struct qc_base *qc_bases_find(const struct qc_bases *bases, struct qc_str name);

/* Is the instrument cited to be in force then? QC_FORCE_UNKNOWN, too, when there is no day. */
enum qc_force qc_base_force(const struct qc_bases *bases, const struct qc_base *base);

/* What has amended the instrument by the day and is neither named with it nor cited beside it; NULL behind the last. */
const struct qc_instrument *qc_base_amendment(const struct qc_bases *bases, const struct qc_base *base,
                                              size_t index);

#endif
