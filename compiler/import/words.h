/*
 * words.h - a text cut into words, and the phrases of words.def that stand in it.
 */
#ifndef QC_IMPORT_WORDS_H
#define QC_IMPORT_WORDS_H

#include "base/str.h"
#include "base/vec.h"

/* A run of letters and digits. */
struct import_word {
    uint32_t begin, end; /* in the text */
    struct qc_str low;   /* in small letters */
    struct qc_str bare;  /* the same without its marks */
};

/* A text and its words. */
struct import_cut {
    struct qc_str text;
    QC_VEC(struct import_word) words;
};

void import_cut(struct qc_arena *arena, struct qc_str text, struct import_cut *cut);

/* Is it the word at `at`, but for marks and capitals? */
bool import_bare_is(const struct import_cut *cut, size_t at, const char *bare);

/* --- phrases ------------------------------------------------------------ */

enum import_class {
    IMPORT_CLASS_NATION,
    IMPORT_CLASS_BASIS,
    IMPORT_CLASS_PROPOSAL,
    IMPORT_CLASS_ENACTING,
    IMPORT_CLASS_KIND,
    IMPORT_CLASS_FOREIGN,
    IMPORT_CLASS_LETTER_SUBJECT,
    IMPORT_CLASS_ATTACHED,
    IMPORT_CLASS_BODY,
    IMPORT_CLASS_INCOMPLETE,
    IMPORT_CLASS_POSITION,
    IMPORT_CLASS_CAPACITY,
    IMPORT_CLASS_SIGNED,
    IMPORT_CLASS_RECIPIENTS,
    IMPORT_CLASS_CLOSING,
    IMPORT_CLASS_ADDRESS,
    IMPORT_CLASS_ANNEX,
    IMPORT_CLASS_SUBJECT,
    IMPORT_CLASS_NO_PARTY,
    IMPORT_CLASS_SCHOOL_HEAD,
    IMPORT_CLASS_SCHOOL,
    IMPORT_CLASS_COMMITTEE,
    IMPORT_CLASS_SURNAME,
    IMPORT_CLASS_DEGREE, /* and titles of honour, before a name */
    IMPORT_CLASS_COUNT
};

enum { IMPORT_STATE, IMPORT_PARTY, IMPORT_YOUTH }; /* whose head a document has: values of NATION */

struct import_phrase {
    struct qc_str text;
    struct import_cut cut;
    int value;
};

struct import_phrases {
    QC_VEC(struct import_phrase) of[IMPORT_CLASS_COUNT];
};

void import_phrases_read(struct qc_arena *arena, struct import_phrases *phrases);

/* The longest phrase of a class that stands at word `at`, or NULL. */
const struct import_phrase *import_phrase_at(const struct import_phrases *phrases, enum import_class class,
                                             const struct import_cut *cut, size_t at);

/* The same, anywhere from word *at on; *at becomes where it stands. */
const struct import_phrase *import_phrase_in(const struct import_phrases *phrases, enum import_class class,
                                             const struct import_cut *cut, size_t *at);

/* Is a text, but for marks, nothing else than one phrase of the class? */
bool import_is_phrase(const struct import_phrases *phrases, enum import_class class,
                      const struct import_cut *cut);

#endif
