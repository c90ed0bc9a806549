/*
 * instrument.h - legal instruments: who issued them, from when until when
 * they are in force, what replaced and amended them.
 *
 * The registry is made from the files of stdlib/instruments/ when the
 * program is built; a document may declare more (văn bản: …). Dates are those of the
 * instruments' own closing clauses; what is not known is a date without a
 * year. Nothing here reports: see check/ and sema/cite.c.
 */
#ifndef QC_SEMA_INSTRUMENT_H
#define QC_SEMA_INSTRUMENT_H

#include "sema/date.h"

/* How sure the registry is of an entry's dates (field tin cậy). */
enum qc_confidence { QC_CONFIDENCE_UNSURE, QC_CONFIDENCE_LIKELY, QC_CONFIDENCE_CERTAIN };

enum { QC_INSTRUMENT_LINKS = 4 }; /* what replaced or amended one instrument, at most */

struct qc_instrument {
    struct qc_str name;    /* "Luật Công đoàn 2024": what stands in {…} */
    struct qc_str type;    /* "Luật" */
    struct qc_str number;  /* "50/2024/QH15", or empty */
    struct qc_str issuer;  /* "Quốc hội" */
    struct qc_str subject; /* "Công đoàn": what stands behind the type, or the issuer */
    struct qc_date issued;
    struct qc_date from;  /* the first day in force */
    struct qc_date until; /* the first day no longer in force; no year: no end is known */
    struct qc_str replaced_by[QC_INSTRUMENT_LINKS]; /* names, as long as they have a length */
    struct qc_str amended_by[QC_INSTRUMENT_LINKS];  /* names, or numbers that have no entry */
    enum qc_confidence confidence;
    struct qc_date verified; /* when it was last compared with its source */
    struct qc_str source;    /* what it was compared with */
};

/* The registry, in the order of its files; qc_registry_count entries. */
extern const struct qc_instrument qc_registry[];
extern const size_t qc_registry_count;

enum qc_force {
    QC_FORCE_UNKNOWN, /* a date that decides is not known */
    QC_FORCE_NOT_YET,
    QC_FORCE_IN,
    QC_FORCE_ENDED,
};

/* Is the instrument in force on a day? */
enum qc_force qc_instrument_force(const struct qc_instrument *instrument, struct qc_date day);

/* The entry of this name, case and blanks apart; NULL when there is none. */
const struct qc_instrument *qc_registry_name(struct qc_arena *arena, struct qc_str name);

/* The entry of this number and symbol in the decree's form ("30/2020/NĐ-CP"); zeros before it do not count. */
const struct qc_instrument *qc_registry_number(struct qc_str number);

#endif
