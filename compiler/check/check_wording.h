/*
 * check_wording.h - what the word checks share: every text cut into words once,
 * the lists read once.
 */
#ifndef QC_CHECK_CHECK_WORDING_H
#define QC_CHECK_CHECK_WORDING_H

#include "check/lexicon.h"
#include "check/syllable.h"

/* A word of the document, however often it stands there, in small letters. */
struct qc_spelling {
    struct qc_syllable syllable;
    size_t count;
    const struct qc_lexicon_state *first; /* of the forms that begin with it, or NULL */
    enum { QC_WRITTEN_UNKNOWN, QC_WRITTEN_SO, QC_WRITTEN_OTHERWISE } written; /* also with i for y, or y for i? */
};

/* What may be wrong with a word, as far as the word alone tells: qc_lexeme.doubts. */
enum {
    QC_DOUBT_SYLLABLE = 1 << 0, /* it is no syllable */
    QC_DOUBT_EARLY = 1 << 1,    /* its tone stands as in hóa */
    QC_DOUBT_LATE = 1 << 2,     /* as in hoá */
    QC_DOUBT_I = 1 << 3,        /* it may also be written with y for i, or i for y */
    QC_DOUBT_SHORT = 1 << 4,    /* it may be an abbreviation */
};

struct qc_read_text {
    const struct qc_text *text;
    struct qc_words words;
};

/* A text that has doubtful words: it is read again when all words are known. */
struct qc_doubtful_text {
    const struct qc_text *text;
    unsigned doubts;
};

struct qc_wording {
    struct qc_compilation *cx;
    const struct qc_document *document;
    struct qc_lexicon lexicon;
    struct qc_read_text now;  /* the text that is being read */
    QC_VEC(uint32_t) starts;  /* its words with which a form of the lists may begin */
    QC_VEC(struct qc_doubtful_text) doubtful;
    size_t places[3];         /* how often a tone stands so; by enum qc_tone_place */
    struct qc_map spellings;  /* by folded word */
    struct phrases *phrases;  /* check_phrases.c */
    struct abbreviations *abbreviations; /* check_abbreviations.c */
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

/* check_spelling.c: what may be wrong with a word whose spelling is set; syllables, and two ways of writing, at the end. */
unsigned qc_words_doubts(struct qc_arena *arena, const struct qc_lexeme *lexeme);
void qc_words_count_places(struct qc_wording *reading);
void qc_words_check_spelling(struct qc_wording *reading);

/* check_phrases.c: wrong phrases and names of the text that is being read; notes the terms. At the end, what was left open. */
void qc_words_check_phrases(struct qc_wording *reading);
void qc_words_settle_names(struct qc_wording *reading);

/* check_term_variants.c: notes that a form of term stands at words from..to, and compares all that were noted. */
void qc_words_use_term(struct qc_wording *reading, const struct qc_read_text *text, size_t from, size_t to,
                       struct qc_term *term, bool of_party);
void qc_words_check_terms(struct qc_wording *reading);

/* check_abbreviations.c: notes those of the text that is being read; judges all. */
void qc_words_note_abbreviations(struct qc_wording *reading);
void qc_words_check_abbreviations(struct qc_wording *reading);

#endif
