/*
 * words.h - cuts prose into words, for the checks that read them.
 *
 * What stands in {…}, in code and in the address of a link is no word. Must
 * not know any list: see lexicon.h.
 */
#ifndef QC_CHECK_WORDS_H
#define QC_CHECK_WORDS_H

#include <stdint.h>

#include "base/map.h"
#include "base/vec.h"
#include "base/vocabulary.h"

/* What stands between a word and the one before it. */
enum qc_gap {
    QC_GAP_BLANK,
    QC_GAP_COMMA, /* one comma, with or without blanks */
    QC_GAP_DASH,  /* one hyphen or dash, with or without blanks */
    QC_GAP_BREAK, /* anything else, and the start of the text */
};

#define QC_GAPS_THAT_JOIN QC_GAP_BREAK /* gaps before it join words to a phrase */

struct qc_spelling;

struct qc_word {
    uint32_t begin, end;  /* in the text */
    struct qc_str folded; /* in small letters */
    uint32_t hash;        /* of folded */
    struct qc_lexeme *lexeme; /* of all words like it, or NULL */
    enum qc_gap gap;
    bool capital;  /* begins with a capital */
    bool capitals; /* two letters or more, none of them small */
    bool letters;  /* nothing but letters */
    bool starts;   /* opens a sentence, a quotation or the text: its capital says nothing */
    bool code;     /* part of a number, symbol or address: 17/KH-MNBC */
};

struct qc_words {
    struct qc_str text;
    QC_VEC(struct qc_word) items;
};

/*
 * Cuts text; words are letters, digits and an & between letters ("GD&ĐT").
 * vocabulary is that of the document; or NULL for texts that are read once,
 * whose words have no lexeme. *words may be used again.
 */
void qc_words_cut(struct qc_arena *arena, struct qc_vocabulary *vocabulary, struct qc_str text, struct qc_words *words);

/* A word as typed. */
static inline struct qc_str qc_word_text(const struct qc_words *words, size_t index)
{
    const struct qc_word *word = &words->items.items[index];
    return qc_str_slice(words->text, word->begin, word->end);
}

#endif
