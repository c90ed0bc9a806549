/*
 * basis_cite.h - which instruments of the registry a legal basis cites.
 *
 * An instrument is recognised by its number, a law, an ordinance or a charter
 * also by its title and the day it was issued, or by its title alone, which
 * means the version in force on the day of the document. What is not
 * recognised is no fault: the registry does not hold everything.
 */
#ifndef QC_CHECK_BASIS_CITE_H
#define QC_CHECK_BASIS_CITE_H

#include "check/basis.h"
#include "sema/instrument.h"

enum qc_cite_by {
    QC_CITE_BY_NUMBER,
    QC_CITE_BY_DAY,   /* title, and the day, the year or the term ("khóa XII") */
    QC_CITE_BY_TITLE, /* title alone: which version is meant goes by the day of the document */
};

/* One instrument that a basis cites; first to end are items of the reading. */
struct qc_basis_cite {
    const struct qc_instrument *instrument; /* or NULL: the registry does not have it */
    enum qc_cite_by by;
    struct qc_basis basis;    /* the part of the text that cites it */
    size_t first, end;        /* from its type to its subject, its closing mark left out */
    bool parts;               /* an article of it is cited: "khoản 2 Điều 5 Luật …" */
    bool says_amended;        /* it is cited as amended: "đã được sửa đổi, bổ sung …" */
    bool other_day;           /* the day is another than that of the registry */
    bool other_title;         /* so is the title */
    struct qc_found_date day; /* of a citation with its day; else its date is not given */
};

/*
 * The next thing cited in the text of a basis, as typed or as printed. *at is 0
 * at first, and kept between the calls; day is that of the document, with no
 * year when it has none. False when there is nothing more.
 */
bool qc_basis_cite_next(const struct qc_reading *reading, size_t *at, struct qc_date day,
                        struct qc_basis_cite *cited);

#endif
