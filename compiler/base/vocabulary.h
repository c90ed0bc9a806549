/*
 * vocabulary.h - the words of a document, each once: a regulation has a few
 * hundred, and what is known of one need not be found out again where it
 * stands again.
 */
#ifndef QC_BASE_VOCABULARY_H
#define QC_BASE_VOCABULARY_H

#include <stdint.h>

#include "base/map.h"

struct qc_spelling;

/* What a text is made of. */
enum qc_item_kind {
    QC_ITEM_WORD,   /* letters, and figures behind them */
    QC_ITEM_NUMBER, /* a figure, and letters behind it: 5, 5a, 2024 */
    QC_ITEM_MARK,   /* one other character */
    QC_ITEM_OPAQUE, /* {…}, `…`, an address */
};

#define QC_FIGURES ((uint64_t)1 << 63) /* the sign of all that has a figure in it, or more */

/* What an item of a reading has of its lexeme, so that it can be taken over at once. */
union qc_face {
    struct {
        uint32_t head;      /* the first four bytes of the key; nothing behind its end */
        unsigned char kind; /* enum qc_item_kind, as far as the word alone tells: it is never opaque */
        bool capital;       /* begins with a capital */
        bool blank;         /* of an item: a blank stands before it, or nothing */
        bool whole;         /* the word goes no further and is no two words, whatever its bytes look like: qc_word_end */
    };
    uint64_t all;
};

/* A word as it is typed. */
struct qc_lexeme {
    struct qc_str typed;
    struct qc_str key; /* the same in small letters */
    uint32_t hash;     /* of key */
    union qc_face face;
    bool capitals;     /* two letters or more, none of them small */
    bool letters;      /* nothing but letters */
    uint32_t last_text, text_before; /* check/check_repeats.c: numbers of the last two texts that have it */
    unsigned char doubts; /* check/check_wording.h, as the next two */
    uint32_t behind;      /* words behind it in lists, by qc_lexicon_bit; all when it is in one alone */
    uint64_t signs;    /* what a word like it may begin or be: qc_vocabulary_sign; QC_FIGURES */
    struct qc_spelling *spelling;
};

/* What is known of one word; its key may be the typed bytes. */
struct qc_lexeme qc_lexeme_of(struct qc_arena *arena, struct qc_str typed);

/* bytes: the word itself when it has sixteen at most, as nearly all have, and zeroes; else a hash of it. */
struct qc_vocabulary_slot {
    uint64_t bytes[2];
    struct qc_lexeme *lexeme;
};

struct qc_vocabulary {
    struct qc_arena *arena;
    struct qc_vocabulary_slot *slots; /* open addressing */
    size_t count, capacity;           /* capacity is a power of two, and there is an empty slot; or 0 */
    unsigned shift;                   /* capacity is 2^(64 - shift) */
    struct qc_map signs;              /* of words in small letters: uint64_t */
    uint64_t new_signs;               /* by the hash of their words, a bit each: lexemes that are older lack them */
};

enum { QC_SHORT_WORD = 16 }; /* bytes */

/* Of each length of a short word, which bits of sixteen bytes are its own. Bytes stand as in memory, the first lowest. */
extern const uint64_t qc_vocabulary_masks[][2];

/* Where the search begins in a table of 2^(64 - shift) slots. */
static inline size_t qc_vocabulary_place(const uint64_t bytes[2], unsigned shift)
{
    return (size_t)((bytes[0] + bytes[1] * 0xC2B2AE3D27D4EB4Fu) * 0x9E3779B97F4A7C15u >> shift); /* odd, of mixed bits */
}

/* The same as qc_vocabulary_word, of any word. */
struct qc_lexeme *qc_vocabulary_look(struct qc_vocabulary *vocabulary, struct qc_str typed);

/*
 * The lexeme of a word of length bytes, 1 to QC_SHORT_WORD, NULL when it is new. Sixteen bytes can be read at word, none
 * of the word's is zero, and the vocabulary is not empty.
 */
static inline struct qc_lexeme *qc_vocabulary_known(const struct qc_vocabulary *vocabulary, const char *word, size_t length)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t bytes[2];
    memcpy(bytes, word, sizeof bytes); /* what stands behind the word goes */
    bytes[0] &= qc_vocabulary_masks[length][0];
    bytes[1] &= qc_vocabulary_masks[length][1];
    for (size_t i = qc_vocabulary_place(bytes, vocabulary->shift);; i = (i + 1) & (vocabulary->capacity - 1)) {
        const struct qc_vocabulary_slot *slot = &vocabulary->slots[i];
        if ((slot->bytes[0] == bytes[0] && slot->bytes[1] == bytes[1]) || slot->lexeme == NULL)
            return slot->lexeme;
    }
#else
    (void)vocabulary, (void)word, (void)length;
    return NULL;
#endif
}

/* The one lexeme of the word [begin, end) of a text, which must live as long as the vocabulary; no byte of it is zero. */
static inline struct qc_lexeme *qc_vocabulary_word(struct qc_vocabulary *vocabulary, struct qc_str text, size_t begin,
                                                   size_t end)
{
    struct qc_lexeme *known = NULL;
    if (end - begin <= QC_SHORT_WORD && text.len - begin >= QC_SHORT_WORD && vocabulary->capacity > 0)
        known = qc_vocabulary_known(vocabulary, text.ptr + begin, end - begin);
    return known != NULL ? known : qc_vocabulary_look(vocabulary, qc_str_slice(text, begin, end));
}

/* Words that are word in small letters bear the signs, bits of the caller's choice. It must live as long as the vocabulary. */
void qc_vocabulary_sign(struct qc_vocabulary *vocabulary, struct qc_str word, uint64_t signs);

/* To be called behind the last of a row of signs, before a lexeme's are looked at. */
void qc_vocabulary_signed(struct qc_vocabulary *vocabulary);

#endif
