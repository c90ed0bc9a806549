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
#include "sema/reading.h"

/* What stands between a word and the one before it. */
enum qc_gap {
    QC_GAP_BLANK,
    QC_GAP_COMMA, /* one comma, with or without blanks */
    QC_GAP_DASH,  /* one hyphen or dash, with or without blanks */
    QC_GAP_BREAK, /* anything else, and the start of the text */
};

#define QC_GAPS_THAT_JOIN QC_GAP_BREAK /* gaps before it join words to a phrase */

struct qc_word {
    struct qc_lexeme *lexeme; /* of all words like it */
    uint32_t begin, end;      /* in the text */
    unsigned char gap;        /* enum qc_gap */
    bool starts;              /* opens a sentence, a quotation or the text: its capital says nothing */
    bool code;                /* part of a number, symbol or address: 17/KH-MNBC */
};

struct qc_words {
    struct qc_str text;
    QC_VEC(struct qc_word) items;
};

/*
 * Cuts text; words are letters, digits and an & between letters ("GD&ĐT").
 * vocabulary is that of the document; or NULL for texts that are read once,
 * each of whose words has a lexeme of its own. *words may be used again.
 */
void qc_words_cut(struct qc_arena *arena, struct qc_vocabulary *vocabulary, struct qc_str text, struct qc_words *words);

/* The same of a text that is cut already. */
void qc_words_of(struct qc_arena *arena, const struct qc_reading *reading, struct qc_words *words);

/* A word as typed. */
static inline struct qc_str qc_word_text(const struct qc_words *words, size_t index)
{
    const struct qc_word *word = &words->items.items[index];
    return qc_str_slice(words->text, word->begin, word->end);
}

#endif
