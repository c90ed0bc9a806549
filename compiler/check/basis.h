/*
 * basis.h - one legal basis, taken apart: opening words, type, number
 * (NĐ 30/2020, PL I.II.6.a).
 */
#ifndef QC_CHECK_BASIS_H
#define QC_CHECK_BASIS_H

#include "check/citation.h"
#include "sema/document.h"

/* Opening words of a basis. */
struct qc_basis_lead {
    const char *words;
    bool proper;     /* the decree's own */
    bool rules_only; /* wrong only in a text that sets rules: a plan may say what it carries out */
};

struct qc_basis {
    const struct qc_reading *reading;
    const struct qc_basis_lead *lead; /* or NULL */
    size_t lead_first, lead_end;      /* its items */
    size_t head;                      /* the first item behind it and behind "khoản 2 Điều 5" */
    const struct qc_act *type;        /* the kind named at head, or NULL */
    size_t type_end;
    size_t end;    /* behind the first instrument: at a ";", or the end */
    bool numbered; /* the first instrument has a number */
    struct qc_symbol symbol;
};

void qc_basis_read(const struct qc_document *document, struct qc_str text, struct qc_basis *basis);

/* The same of what begins at item number at: behind a ";", or behind a joint. */
void qc_basis_read_at(const struct qc_reading *reading, size_t at, struct qc_basis *basis);

/*
 * The item, at or after item number from, that joins a second instrument to the
 * first, before any subject begins: "Luật Công đoàn và Điều lệ Công đoàn Việt Nam". 0 when there is none.
 */
size_t qc_basis_joint(const struct qc_basis *basis, size_t from);

/* Is the basis no instrument, but tasks, minutes, circumstances? */
bool qc_basis_is_no_instrument(const struct qc_basis *basis);

/* The words with which a subject begins stand at item number at: "về", "quy định", "ban hành". */
bool qc_basis_subject_at(const struct qc_basis *basis, size_t at);

/* Does the recital stand in the document itself? */
bool qc_basis_is_own(const struct qc_document *document, const struct qc_recital *recital);

/*
 * Is the document a normative text, by its number (88/2025/QĐ-UBND)? Its form is that of NĐ 78/2025/NĐ-CP: no line
 * of authority, an enacting sentence behind the bases.
 */
bool qc_basis_of_normative(const struct qc_document *document);

#endif
