/*
 * vocabulary.c - finds the lexeme of a word.
 *
 * Owns the lexemes, in the arena. Must not judge a word.
 */
#include "base/vocabulary.h"

#include "base/map.h"
#include "base/utf8.h"

enum { FIRST_CAPACITY = 256 };

static uint32_t head_of(struct qc_str key)
{
    uint32_t head = 0;
    for (unsigned i = 0; i < 4 && i < key.len; i++)
        head |= (uint32_t)(unsigned char)key.ptr[i] << 8 * i;
    return head;
}

struct qc_lexeme qc_lexeme_of(struct qc_arena *arena, struct qc_str typed)
{
    struct qc_lexeme lexeme = { .typed = typed, .key = typed };
    size_t letters = 0, others = 0, capitals = 0, small = 0, n;
    for (size_t i = 0; i < typed.len; i += n) {
        enum qc_letter letter = qc_letter_of(qc_utf8_decode(typed, i, &n));
        letters += letter != QC_NO_LETTER;
        others += letter == QC_NO_LETTER;
        small += letter == QC_SMALL_LETTER;
        capitals += letter == QC_CAPITAL_LETTER;
        lexeme.capital = lexeme.capital || (i == 0 && letter == QC_CAPITAL_LETTER);
    }
    lexeme.letters = others == 0;
    lexeme.capitals = letters > 1 && small == 0;
    if (capitals > 0)
        lexeme.key = qc_name_key(arena, typed);
    lexeme.head = head_of(lexeme.key);
    lexeme.hash = (uint32_t)qc_hash(lexeme.key);
    return lexeme;
}

enum { SHORT = sizeof(uint64_t) };

static uint64_t bytes_of(struct qc_str typed)
{
    return typed.len <= SHORT ? qc_short_bytes(typed) : qc_hash(typed);
}

static struct qc_vocabulary_slot *slot_of(const struct qc_vocabulary *vocabulary, struct qc_str typed, uint64_t bytes)
{
    size_t mask = vocabulary->capacity - 1, i = (bytes * 0x9E3779B97F4A7C15u >> 32) & mask;
    for (;; i = (i + 1) & mask) {
        struct qc_vocabulary_slot *slot = &vocabulary->slots[i];
        if (slot->lexeme == NULL)
            return slot;
        if (slot->bytes == bytes && slot->lexeme->typed.len == typed.len &&
            (typed.len <= SHORT || memcmp(slot->lexeme->typed.ptr, typed.ptr, typed.len) == 0))
            return slot;
    }
}

static void grow(struct qc_vocabulary *vocabulary)
{
    struct qc_vocabulary larger = *vocabulary;
    larger.capacity = vocabulary->capacity == 0 ? FIRST_CAPACITY : vocabulary->capacity * 2;
    larger.slots = qc_alloc_array(vocabulary->arena, larger.capacity, sizeof *larger.slots);
    for (size_t i = 0; i < vocabulary->capacity; i++) {
        const struct qc_vocabulary_slot *slot = &vocabulary->slots[i];
        if (slot->lexeme != NULL)
            *slot_of(&larger, slot->lexeme->typed, slot->bytes) = *slot;
    }
    *vocabulary = larger;
}

struct qc_lexeme *qc_vocabulary_word(struct qc_vocabulary *vocabulary, struct qc_str typed)
{
    if (vocabulary->count * 2 >= vocabulary->capacity)
        grow(vocabulary);
    uint64_t bytes = bytes_of(typed);
    struct qc_vocabulary_slot *slot = slot_of(vocabulary, typed, bytes);
    if (slot->lexeme == NULL) {
        struct qc_lexeme *lexeme = qc_alloc(vocabulary->arena, sizeof *lexeme);
        *lexeme = qc_lexeme_of(vocabulary->arena, typed);
        *slot = (struct qc_vocabulary_slot){ bytes, lexeme };
        vocabulary->count++;
    }
    return slot->lexeme;
}
