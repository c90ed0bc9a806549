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

/* A word as it is typed. */
struct qc_lexeme {
    struct qc_str typed;
    struct qc_str key; /* the same in small letters */
    uint32_t hash;     /* of key */
    uint32_t head;     /* the first four bytes of key; nothing behind its end */
    bool capital;      /* begins with a capital */
    bool capitals;     /* two letters or more, none of them small */
    bool letters;      /* nothing but letters */
    bool figures;      /* a figure, or more */
    uint32_t last_text, text_before; /* check/check_repeats.c: numbers of the last two texts that have it */
    unsigned char doubts; /* check/check_wording.h */
    bool whole;        /* the word goes no further and is no two words, whatever its bytes look like: qc_word_end */
    uint64_t signs;    /* what a word like it may begin or be: qc_vocabulary_sign */
    struct qc_spelling *spelling; /* check/check_wording.c sets it */
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
    size_t count, capacity;           /* capacity is 0 or a power of two */
    struct qc_map signs;              /* of words in small letters: uint64_t */
    bool sign_is_new;                 /* lexemes that are older than a sign lack it */
};

enum { QC_SHORT_WORD = 16 }; /* bytes */

/* Of each length of a short word, which bits of sixteen bytes are its own. Bytes stand as in memory, the first lowest. */
extern const uint64_t qc_vocabulary_masks[][2];

static inline size_t qc_vocabulary_place(const uint64_t bytes[2])
{
    uint64_t mixed = (bytes[0] ^ (bytes[1] << 29 | bytes[1] >> 35)) * 0x9E3779B97F4A7C15u; /* 2^64 / golden ratio */
    return (size_t)(mixed >> 32 ^ mixed >> 50);
}

/* The same as qc_vocabulary_word, of any word. */
struct qc_lexeme *qc_vocabulary_look(struct qc_vocabulary *vocabulary, struct qc_str typed);

/* The one lexeme of the word [begin, end) of a text, which must live as long as the vocabulary; no byte of it is zero. */
static inline struct qc_lexeme *qc_vocabulary_word(struct qc_vocabulary *vocabulary, struct qc_str text, size_t begin,
                                                   size_t end)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t bytes[2];
    if (end - begin <= QC_SHORT_WORD && text.len - begin >= sizeof bytes && vocabulary->capacity > 0) {
        memcpy(bytes, text.ptr + begin, sizeof bytes); /* what stands behind the word goes */
        bytes[0] &= qc_vocabulary_masks[end - begin][0];
        bytes[1] &= qc_vocabulary_masks[end - begin][1];
        const struct qc_vocabulary_slot *slot = &vocabulary->slots[qc_vocabulary_place(bytes) & (vocabulary->capacity - 1)];
        if (slot->bytes[0] == bytes[0] && slot->bytes[1] == bytes[1] && slot->lexeme != NULL)
            return slot->lexeme;
    }
#endif
    return qc_vocabulary_look(vocabulary, qc_str_slice(text, begin, end));
}

/* Words that are word in small letters bear the signs, bits of the caller's choice. It must live as long as the vocabulary. */
void qc_vocabulary_sign(struct qc_vocabulary *vocabulary, struct qc_str word, uint64_t signs);

/* To be called behind the last of a row of signs, before a lexeme's are looked at. */
void qc_vocabulary_signed(struct qc_vocabulary *vocabulary);

#endif
