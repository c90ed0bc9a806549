/*
 * passage.h - a text on the way through: what its sentence has said so far
 * decides whose a year is.
 */
#ifndef QC_RENEW_PASSAGE_H
#define QC_RENEW_PASSAGE_H

#include "renew/draft.h"

/* What a sentence has said up to an item, and what it will say. */
struct qc_sentence {
    size_t end;
    bool replaced, done, result, this_document, own_effect;
    bool cited;          /* a document has been cited by its number */
    bool in_citation;    /* and no comma has been since */
    bool in_name;        /* a document has been named, and no mark has been since */
    bool own_named;      /* behind that citation the document's own type is named */
    bool figures;        /* it has a percentage, or says what was reached */
    bool counts;         /* it says how many there are, and not how many there shall be */
    bool from_left;      /* a span has begun, and its beginning is left alone */
    bool both_years;     /* it names both calendar years of the school year */
    size_t last_until;   /* its last "đến" */
    size_t citation_end; /* the item behind the last number */
};

struct qc_passage {
    struct qc_draft *draft;
    const struct qc_prose *prose;
    const struct qc_reading *reading;
    enum qc_renewed_text kind;
    const char *type; /* of the document, in small letters; "" when it has none */
    struct qc_sentence sentence;
};

/* A new sentence begins at an item. */
void qc_passage_begin(struct qc_passage *passage, size_t at);

/* Takes in item number at, which is no year. */
void qc_passage_take_in(struct qc_passage *passage, size_t at);

/* Why the year of a moment is left alone; QC_LEFT_COUNT: it moves on. */
enum qc_year_left qc_passage_judge(const struct qc_passage *passage, const struct qc_moment *moment);

/* Does the moment begin a span whose end the sentence names: "từ ngày … đến …"? */
bool qc_begins_span(const struct qc_passage *passage, const struct qc_moment *moment);

/* Does one of the phrases end right before item number end? */
bool qc_any_before(const struct qc_reading *reading, size_t end, const char *const *phrases, size_t count);

/* Is the item the number of a document that the text cites? */
bool qc_cites_number(const struct qc_reading *reading, size_t at);

#endif
