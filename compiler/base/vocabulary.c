/*
 * vocabulary.c - finds the lexeme of a word.
 *
 * Owns the lexemes, in the arena. Must not judge a word.
 */
#include "base/vocabulary.h"

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
    lexeme.whole = qc_word_end(typed, 0) == typed.len;
    lexeme.capitals = letters > 1 && small == 0;
    if (capitals > 0)
        lexeme.key = qc_name_key(arena, typed);
    lexeme.head = head_of(lexeme.key);
    lexeme.hash = (uint32_t)qc_hash(lexeme.key);
    return lexeme;
}

enum { HALF = sizeof(uint64_t), SHORT = 2 * HALF };

/* The first count bytes of eight. */
static uint64_t first_of(uint64_t bytes, size_t count)
{
    static const unsigned char zeroes_behind[2 * HALF] = { 255, 255, 255, 255, 255, 255, 255, 255 };
    uint64_t mask;
    memcpy(&mask, zeroes_behind + HALF - count, HALF);
    return bytes & mask;
}

static void take_bytes(struct qc_str text, size_t begin, size_t end, uint64_t bytes[2])
{
    size_t len = end - begin;
    if (len > SHORT) {
        bytes[0] = qc_hash(qc_str_slice(text, begin, end));
        bytes[1] = ~(uint64_t)len; /* which no text is */
    } else if (text.len - begin >= SHORT) { /* one look each at what stands there, and behind it */
        memcpy(bytes, text.ptr + begin, SHORT);
        bytes[0] = len < HALF ? first_of(bytes[0], len) : bytes[0];
        bytes[1] = len > HALF ? first_of(bytes[1], len - HALF) : 0;
    } else {
        bytes[0] = bytes[1] = 0;
        memcpy(bytes, text.ptr + begin, len);
    }
}

static size_t place_of(const uint64_t bytes[2])
{
    uint64_t mixed = (bytes[0] ^ (bytes[1] << 29 | bytes[1] >> 35)) * 0x9E3779B97F4A7C15u; /* 2^64 / golden ratio */
    return (size_t)(mixed >> 32 ^ mixed >> 50);
}

static bool is_same(const struct qc_vocabulary_slot *slot, const uint64_t bytes[2], struct qc_str typed)
{
    return slot->bytes[0] == bytes[0] && slot->bytes[1] == bytes[1] &&
           (typed.len <= SHORT || qc_str_equal(slot->lexeme->typed, typed));
}

static struct qc_vocabulary_slot *slot_of(const struct qc_vocabulary *vocabulary, const uint64_t bytes[2],
                                          struct qc_str typed)
{
    size_t mask = vocabulary->capacity - 1, i = place_of(bytes) & mask;
    while (vocabulary->slots[i].lexeme != NULL && !is_same(&vocabulary->slots[i], bytes, typed))
        i = (i + 1) & mask;
    return &vocabulary->slots[i];
}

static void grow(struct qc_vocabulary *vocabulary)
{
    struct qc_vocabulary larger = *vocabulary;
    larger.capacity = vocabulary->capacity == 0 ? FIRST_CAPACITY : vocabulary->capacity * 2;
    larger.slots = qc_alloc_array(vocabulary->arena, larger.capacity, sizeof *larger.slots);
    for (size_t i = 0; i < vocabulary->capacity; i++) {
        const struct qc_vocabulary_slot *slot = &vocabulary->slots[i];
        if (slot->lexeme != NULL)
            *slot_of(&larger, slot->bytes, slot->lexeme->typed) = *slot;
    }
    *vocabulary = larger;
}

static uint64_t signs_of(const struct qc_vocabulary *vocabulary, struct qc_str key)
{
    const uint64_t *signs = qc_map_get(&vocabulary->signs, key);
    return signs == NULL ? 0 : *signs;
}

static struct qc_lexeme *add(struct qc_vocabulary *vocabulary, const uint64_t bytes[2], struct qc_str typed)
{
    struct qc_lexeme *lexeme = qc_alloc(vocabulary->arena, sizeof *lexeme);
    *lexeme = qc_lexeme_of(vocabulary->arena, typed);
    lexeme->signs = signs_of(vocabulary, lexeme->key);
    if (vocabulary->count * 2 >= vocabulary->capacity)
        grow(vocabulary);
    struct qc_vocabulary_slot *slot = slot_of(vocabulary, bytes, typed);
    *slot = (struct qc_vocabulary_slot){ { bytes[0], bytes[1] }, lexeme };
    vocabulary->count++;
    return lexeme;
}

struct qc_lexeme *qc_vocabulary_word(struct qc_vocabulary *vocabulary, struct qc_str text, size_t begin, size_t end)
{
    uint64_t bytes[2];
    struct qc_str typed = qc_str_slice(text, begin, end);
    take_bytes(text, begin, end, bytes);
    if (vocabulary->capacity > 0) {
        struct qc_lexeme *lexeme = slot_of(vocabulary, bytes, typed)->lexeme;
        if (lexeme != NULL)
            return lexeme;
    }
    return add(vocabulary, bytes, typed);
}

void qc_vocabulary_sign(struct qc_vocabulary *vocabulary, struct qc_str word, uint64_t signs)
{
    uint64_t *all = qc_map_get(&vocabulary->signs, word);
    if (all == NULL)
        all = qc_map_add(vocabulary->arena, &vocabulary->signs, word, qc_alloc(vocabulary->arena, sizeof *all));
    *all |= signs;
    vocabulary->sign_is_new = true;
}

void qc_vocabulary_signed(struct qc_vocabulary *vocabulary)
{
    for (size_t i = 0; vocabulary->sign_is_new && i < vocabulary->capacity; i++) {
        struct qc_lexeme *lexeme = vocabulary->slots[i].lexeme;
        if (lexeme != NULL)
            lexeme->signs = signs_of(vocabulary, lexeme->key);
    }
    vocabulary->sign_is_new = false;
}
