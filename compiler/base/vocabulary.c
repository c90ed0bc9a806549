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

static struct qc_lexeme **slot_of(const struct qc_vocabulary *vocabulary, struct qc_str typed)
{
    size_t mask = vocabulary->capacity - 1, i = qc_hash(typed) & mask;
    while (vocabulary->slots[i] != NULL && !qc_str_equal(vocabulary->slots[i]->typed, typed))
        i = (i + 1) & mask;
    return &vocabulary->slots[i];
}

static void grow(struct qc_vocabulary *vocabulary)
{
    struct qc_vocabulary larger = *vocabulary;
    larger.capacity = vocabulary->capacity == 0 ? FIRST_CAPACITY : vocabulary->capacity * 2;
    larger.slots = qc_alloc_array(vocabulary->arena, larger.capacity, sizeof *larger.slots);
    for (size_t i = 0; i < vocabulary->capacity; i++)
        if (vocabulary->slots[i] != NULL)
            *slot_of(&larger, vocabulary->slots[i]->typed) = vocabulary->slots[i];
    *vocabulary = larger;
}

struct qc_lexeme *qc_vocabulary_word(struct qc_vocabulary *vocabulary, struct qc_str typed)
{
    if (vocabulary->count * 2 >= vocabulary->capacity)
        grow(vocabulary);
    struct qc_lexeme **slot = slot_of(vocabulary, typed);
    if (*slot == NULL) {
        struct qc_lexeme *lexeme = qc_alloc(vocabulary->arena, sizeof *lexeme);
        *lexeme = qc_lexeme_of(vocabulary->arena, typed);
        *slot = lexeme;
        vocabulary->count++;
    }
    return *slot;
}
