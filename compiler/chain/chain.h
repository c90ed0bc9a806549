/*
 * chain.h - documents of several years that replace each other.
 *
 * A document is read into a summary, which keeps nothing of its text but the
 * lines that a finding may point at; when all are there they are linked and
 * judged. Nothing here compares each with each: what belongs together is found
 * by keys.
 */
#ifndef QC_CHAIN_CHAIN_H
#define QC_CHAIN_CHAIN_H

#include "base/map.h"
#include "diag/diag.h"
#include "sema/document.h"
#include "sema/reading.h"

/* A document as it names itself, or as another cites it. A part that is not given is empty, or 0. */
struct qc_identity {
    struct qc_str number;     /* as typed */
    struct qc_str number_key; /* for comparing: small letters, no zeros before */
    struct qc_date date;
    struct qc_str kind_key;    /* "quy chế" */
    struct qc_str subject;     /* as typed */
    struct qc_str subject_key; /* its words without the school year */
    unsigned year_from;        /* the school year */
};

struct qc_chain_document;

/* What a document says that it replaces. */
struct qc_chain_citation {
    struct qc_identity named;
    struct qc_str text;               /* the whole value */
    struct qc_span span;              /* in the excerpt */
    bool further;                     /* not the first that the value names: counts if it is found */
    struct qc_chain_document *target; /* or NULL */
    bool backwards;                   /* the target is the document itself, or came later */
};

/* How long a document holds; days as by qc_date_number, 0 when unknown. */
struct qc_validity {
    long from, until; /* until: LONG_MAX when it is open, also 0 for a plan of no known year */
};

enum qc_standing { QC_STANDING_NONE, QC_STANDING_OPEN, QC_STANDING_YEAR };

struct qc_chain_document {
    const struct qc_source *excerpt;
    struct qc_identity own;
    struct qc_str issuer_key;
    struct qc_str heading;     /* kind and subject without the school year, as typed */
    struct qc_str school_year; /* as typed */
    struct qc_validity force;     /* as the document itself says it */
    enum qc_standing standing;
    bool draft, attached;
    struct qc_str decision_kind; /* static; of what it is attached to; number and day are those of own */
    struct qc_span place[QC_KW_COUNT]; /* of each declaration that a finding points at, in the excerpt */
    QC_VEC(struct qc_chain_citation) replaces;

    /* by which it is linked */
    size_t rank;                      /* its place in the order of the files, from 0 */
    struct qc_chain_document *leader; /* union-find: of its series at first, then of its chain */
    struct qc_chain_document *series; /* the first with the same kind, issuer and subject, perhaps this one */
    struct qc_chain_document *chain;             /* the first of all that are linked with its series */
    long order;                                  /* for sorting: the day it was issued, or may have been */
    struct qc_chain_document *same_number;       /* another with its number and year, or NULL */
    bool is_copy;                                /* that one is the same document: this file is left out */
    const struct qc_chain_document *decision;    /* that it is attached to, or NULL */
    struct qc_chain_document *replaced_by;       /* the earliest that replaces it, or NULL */
    const struct qc_chain_citation *replacement; /* where that says so */

    /* while they are judged */
    struct qc_chain_document *latest; /* of a series: the last one so far that stands and is issued */
    enum { QC_CHAIN_NEW, QC_CHAIN_OPEN, QC_CHAIN_DONE } visit;
    bool in_circle;
};

struct qc_chains {
    QC_VEC(struct qc_chain_document *) documents; /* as they were added; once linked, by chain and time */
    struct qc_map series;  /* by key: the first document that has it */
    struct qc_map known;   /* by key: struct known of known.c */
    struct qc_map numbers; /* by number, year and issuer: the first document that has them */
};

/* ---- summary.c ---- */

/* Adds the summary of a document that compiled; from is its compilation. Nothing of that is kept. */
void qc_chain_add_document(struct qc_compilation *cx, struct qc_chains *chains, struct qc_compilation *from,
                           const struct qc_document *document);

/* Reports the file of a compilation that has errors, with the first of them. */
void qc_chain_add_broken(struct qc_compilation *cx, struct qc_compilation *from);

/* ---- identity.c ---- */

/*
 * The identity that a document gives itself; of one that is attached to a
 * decision, number and day are the decision's, whose kind goes to
 * *decision_kind. Texts are those of the document or made in arena.
 */
struct qc_identity qc_identity_of(struct qc_arena *arena, const struct qc_document *document,
                                  struct qc_str *decision_kind);

/* Is a kind, as "quy chế phối hợp", one of those that a name stands for, as "quy chế"? */
bool qc_chain_is_kind(struct qc_str kind_key, struct qc_str name);

/* The text without "năm học 2024 - 2025". */
struct qc_str qc_without_year(struct qc_arena *arena, struct qc_readings *readings, struct qc_str text);

/*
 * Reads the documents that a text cites by number from item *at on; the first
 * one also without a number. False when there is no more.
 */
bool qc_identity_cited(struct qc_arena *arena, const struct qc_reading *reading, size_t *at,
                       struct qc_identity *cited);

/* ---- known.c ---- */

/* Lets a document of a settled series be found. */
void qc_chain_make_known(struct qc_compilation *cx, struct qc_chains *chains, struct qc_chain_document *document);

/* The document that a citation means, or NULL; all have to be known. It may be the citing one. */
struct qc_chain_document *qc_chain_find_cited(struct qc_compilation *cx, const struct qc_chains *chains,
                                              const struct qc_chain_document *citing,
                                              const struct qc_chain_citation *citation);

/* The decision to which a document is attached, or NULL. */
const struct qc_chain_document *qc_chain_find_decision(struct qc_compilation *cx, const struct qc_chains *chains,
                                                       const struct qc_chain_document *document);

/* Does the cited kind leave the document possible? "Quy chế … kèm theo Quyết định số …" may mean either. */
bool qc_chain_fits(const struct qc_identity *cited, const struct qc_chain_document *document);

/* ---- link.c ---- */

/* Makes one series, or chain, of two. */
void qc_chain_unite(struct qc_chain_document *a, struct qc_chain_document *b);

/* Settles series, chains, and which document each citation means; sorts the documents by chain and time. */
void qc_chain_link(struct qc_compilation *cx, struct qc_chains *chains);

/* How a document is called where there is little room: by its number, or the name of its file. */
struct qc_str qc_chain_name(const struct qc_chain_document *document);

/* The last day on which a linked document holds, as by qc_date_number: that before its replacement, LONG_MAX for none. */
long qc_chain_last_day(const struct qc_chain_document *document);

/* ---- judge.c, circle.c ---- */

/* Reports what is wrong with linked chains. */
void qc_chain_judge(struct qc_compilation *cx, struct qc_chains *chains);

/* Reports documents that replace each other in a circle, and marks them. */
void qc_chain_report_circles(struct qc_compilation *cx, struct qc_chains *chains);

/* ---- list.c ---- */

/* Prints linked chains, the oldest document of each first. */
void qc_chain_list(const struct qc_chains *chains, enum qc_lang lang, struct qc_buf *out);

#endif
