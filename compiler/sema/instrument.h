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

/* How many entries the registry has, in the order of its files. */
extern const size_t qc_registry_count;

/* An entry of the registry: always the same address for the same index, from any thread. */
const struct qc_instrument *qc_registry_at(size_t index);

enum qc_force {
    QC_FORCE_UNKNOWN, /* a date that decides is not known */
    QC_FORCE_NOT_YET,
    QC_FORCE_IN,
    QC_FORCE_ENDED,
};

/* Is the instrument in force on a day? */
enum qc_force qc_instrument_force(const struct qc_instrument *instrument, struct qc_date day);

/* What replaced or amended an instrument, as a list. */
struct qc_str qc_instrument_links(struct qc_arena *arena, const struct qc_str links[QC_INSTRUMENT_LINKS],
                                  struct qc_str separator);

/* The entry that a link of another names; NULL when the registry does not have it. */
const struct qc_instrument *qc_registry_link(struct qc_str name);

/*
 * The one entry that stands in the place of another on a day, maybe at the end
 * of a chain; NULL when none is in force, or several share the place.
 */
const struct qc_instrument *qc_instrument_successor(const struct qc_instrument *instrument, struct qc_date day);

/* The entry of this name, with its marks or with none (language: "Names match …"); NULL when there is none. */
const struct qc_instrument *qc_registry_name(struct qc_arena *arena, struct qc_str name);

/*
 * Are two numbers and symbols the same but for how they are typed? Leading
 * zeros, blanks, case, which mark stands between two parts ("05/CT–TW") and
 * which letter for Đ do not count; nor do the marks inside "BGD&ĐT".
 */
bool qc_number_same(struct qc_str a, struct qc_str b);

/* The entry of this number and symbol, as qc_number_same compares. Numbers without a year come again each year. */
const struct qc_instrument *qc_registry_number(struct qc_str number);

/* What braces name: an entry by its name or by its number. */
const struct qc_instrument *qc_registry_find(struct qc_arena *arena, struct qc_str typed);

/*
 * The entry whose name or number is nearest to what is typed and nearer than
 * *distance (see qc_name_distance), which is set to it; else NULL. A law
 * without its year is at no distance; of several the one in force on the day,
 * else the last.
 */
const struct qc_instrument *qc_registry_nearest(struct qc_arena *arena, struct qc_str typed, struct qc_date day,
                                                size_t *distance);

/*
 * How the entry is cited (NĐ 30/2020, PL I.II.6): in full, as in a basis and
 * where a text first names it; else in short. In sema/cite.c.
 */
struct qc_str qc_instrument_cite(struct qc_arena *arena, const struct qc_instrument *instrument, bool full);

#endif
