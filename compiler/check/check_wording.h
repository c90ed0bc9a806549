/*
 * check_wording.h - what the word checks share: every text cut into words once,
 * the lists read once.
 */
#ifndef QC_CHECK_CHECK_WORDING_H
#define QC_CHECK_CHECK_WORDING_H

#include "check/lexicon.h"
#include "check/syllable.h"

/* A word of the document, however often it stands there. */
struct qc_spelling {
    struct qc_syllable syllable;
    size_t count;
    enum { QC_WRITTEN_UNKNOWN, QC_WRITTEN_SO, QC_WRITTEN_OTHERWISE } written; /* also with i for y, or y for i? */
};

struct qc_read_text {
    const struct qc_text *text;
    struct qc_words words;
};

struct qc_wording {
    struct qc_compilation *cx;
    struct qc_lexicon lexicon;
    QC_VEC(struct qc_read_text) texts; /* of the document itself */
    struct qc_map spellings;           /* by folded word */
};

static inline struct qc_span qc_words_span(const struct qc_read_text *text, size_t from, size_t to)
{
    const struct qc_word *words = text->words.items.items;
    return qc_prose_span(text->text->prose, words[from].begin, words[to - 1].end);
}

/* Words from..to as typed, what stands between them included. */
static inline struct qc_str qc_words_typed(const struct qc_read_text *text, size_t from, size_t to)
{
    const struct qc_word *words = text->words.items.items;
    return qc_str_slice(text->words.text, words[from].begin, words[to - 1].end);
}

/* text with its first letter as a capital. */
struct qc_str qc_words_capital(struct qc_arena *arena, struct qc_str text);

/* check_spelling.c: syllables, and two ways of writing in one document. */
void qc_words_check_spelling(struct qc_wording *reading);

/* check_phrases.c: wrong phrases and names; notes the terms. */
void qc_words_check_phrases(struct qc_wording *reading);

/* check_term_variants.c: notes that a form of term stands at words from..to, and compares all that were noted. */
void qc_words_use_term(struct qc_wording *reading, const struct qc_read_text *text, size_t from, size_t to,
                       struct qc_term *term, bool of_party);
void qc_words_check_terms(struct qc_wording *reading);

/* check_abbreviations.c */
void qc_words_check_abbreviations(struct qc_wording *reading);

#endif
