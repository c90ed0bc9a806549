/*
 * vocabulary.h - the words of a document, each once: a regulation has a few
 * hundred, and what is known of one need not be found out again where it
 * stands again.
 */
#ifndef QC_BASE_VOCABULARY_H
#define QC_BASE_VOCABULARY_H

#include <stdint.h>

#include "base/str.h"

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
    struct qc_spelling *spelling; /* check/check_wording.c sets it */
};

/* What is known of one word; its key may be the typed bytes. */
struct qc_lexeme qc_lexeme_of(struct qc_arena *arena, struct qc_str typed);

/* bytes: the word itself when it has eight at most, as most have; else a hash of it. */
struct qc_vocabulary_slot {
    uint64_t bytes;
    struct qc_lexeme *lexeme;
};

struct qc_vocabulary {
    struct qc_arena *arena;
    struct qc_vocabulary_slot *slots; /* open addressing */
    size_t count, capacity;           /* capacity is 0 or a power of two */
};

/* The word's one lexeme. The typed bytes must live as long as the vocabulary. */
struct qc_lexeme *qc_vocabulary_word(struct qc_vocabulary *vocabulary, struct qc_str typed);

#endif
