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

static bool is_figure(char c)
{
    return c >= '0' && c <= '9';
}

static unsigned char kind_of(struct qc_str typed)
{
    size_t n;
    if (typed.len > 0 && is_figure(typed.ptr[0]))
        return QC_ITEM_NUMBER;
    return qc_is_letter(qc_utf8_decode(typed, 0, &n)) ? QC_ITEM_WORD : QC_ITEM_MARK;
}

struct qc_lexeme qc_lexeme_of(struct qc_arena *arena, struct qc_str typed)
{
    struct qc_lexeme lexeme = { .typed = typed, .key = typed };
    size_t letters = 0, others = 0, capitals = 0, small = 0, n;
    bool figures = false;
    for (size_t i = 0; i < typed.len; i += n) {
        enum qc_letter letter = qc_letter_of(qc_utf8_decode(typed, i, &n));
        figures = figures || is_figure(typed.ptr[i]);
        letters += letter != QC_NO_LETTER;
        others += letter == QC_NO_LETTER;
        small += letter == QC_SMALL_LETTER;
        capitals += letter == QC_CAPITAL_LETTER;
        lexeme.face.capital = lexeme.face.capital || (i == 0 && letter == QC_CAPITAL_LETTER);
    }
    lexeme.face.kind = kind_of(typed);
    lexeme.signs = figures ? QC_FIGURES : 0;
    lexeme.letters = others == 0;
    lexeme.face.whole = qc_word_end(typed, 0) == typed.len;
    lexeme.capitals = letters > 1 && small == 0;
    if (capitals > 0)
        lexeme.key = qc_name_key(arena, typed);
    lexeme.face.head = head_of(lexeme.key);
    lexeme.hash = (uint32_t)qc_hash(lexeme.key);
    return lexeme;
}

#define FIRST(count) ((count) <= 0 ? 0 : (count) >= 8 ? UINT64_MAX : ((uint64_t)1 << 8 * ((count) & 7)) - 1)
#define MASK(count) { FIRST(count), FIRST((count) - 8) }

const uint64_t qc_vocabulary_masks[][2] = { MASK(0),  MASK(1),  MASK(2),  MASK(3),  MASK(4),  MASK(5),
                                            MASK(6),  MASK(7),  MASK(8),  MASK(9),  MASK(10), MASK(11),
                                            MASK(12), MASK(13), MASK(14), MASK(15), MASK(16) };

static void take_bytes(struct qc_str typed, uint64_t bytes[2])
{
    bytes[0] = bytes[1] = 0;
    if (typed.len <= QC_SHORT_WORD) {
        memcpy(bytes, typed.ptr, typed.len);
    } else {
        bytes[0] = qc_hash(typed);
        bytes[1] = ~(uint64_t)typed.len; /* which no text is */
    }
}

static bool is_same(const struct qc_vocabulary_slot *slot, const uint64_t bytes[2], struct qc_str typed)
{
    return slot->bytes[0] == bytes[0] && slot->bytes[1] == bytes[1] &&
           (typed.len <= QC_SHORT_WORD || qc_str_equal(slot->lexeme->typed, typed));
}

static struct qc_vocabulary_slot *slot_of(const struct qc_vocabulary *vocabulary, const uint64_t bytes[2],
                                          struct qc_str typed)
{
    size_t mask = vocabulary->capacity - 1, i = qc_vocabulary_place(bytes, vocabulary->shift);
    while (vocabulary->slots[i].lexeme != NULL && !is_same(&vocabulary->slots[i], bytes, typed))
        i = (i + 1) & mask;
    return &vocabulary->slots[i];
}

static void grow(struct qc_vocabulary *vocabulary)
{
    struct qc_vocabulary larger = *vocabulary;
    larger.capacity = vocabulary->capacity == 0 ? FIRST_CAPACITY : vocabulary->capacity * 2;
    larger.shift = 64 - (unsigned)__builtin_ctzll(larger.capacity);
    larger.slots = qc_alloc_table(vocabulary->arena, larger.capacity, sizeof *larger.slots);
    for (size_t i = 0; i < vocabulary->capacity; i++) {
        const struct qc_vocabulary_slot *slot = &vocabulary->slots[i];
        if (slot->lexeme != NULL)
            *slot_of(&larger, slot->bytes, slot->lexeme->typed) = *slot;
    }
    qc_give_back_table(vocabulary->arena, vocabulary->slots);
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
    lexeme->signs |= signs_of(vocabulary, lexeme->key);
    if (vocabulary->count * 2 >= vocabulary->capacity)
        grow(vocabulary);
    struct qc_vocabulary_slot *slot = slot_of(vocabulary, bytes, typed);
    *slot = (struct qc_vocabulary_slot){ { bytes[0], bytes[1] }, lexeme };
    vocabulary->count++;
    return lexeme;
}

struct qc_lexeme *qc_vocabulary_look(struct qc_vocabulary *vocabulary, struct qc_str typed)
{
    uint64_t bytes[2];
    take_bytes(typed, bytes);
    struct qc_lexeme *lexeme = vocabulary->capacity == 0 ? NULL : slot_of(vocabulary, bytes, typed)->lexeme;
    return lexeme != NULL ? lexeme : add(vocabulary, bytes, typed);
}

static uint64_t hash_bit(uint32_t hash)
{
    return (uint64_t)1 << (hash & 63);
}

void qc_vocabulary_sign(struct qc_vocabulary *vocabulary, struct qc_str word, uint64_t signs)
{
    uint64_t *all = qc_map_get(&vocabulary->signs, word);
    if (all == NULL)
        all = qc_map_add(vocabulary->arena, &vocabulary->signs, word, qc_alloc(vocabulary->arena, sizeof *all));
    *all |= signs;
    vocabulary->new_signs |= hash_bit((uint32_t)qc_hash(word));
}

void qc_vocabulary_signed(struct qc_vocabulary *vocabulary)
{
    for (size_t i = 0; vocabulary->new_signs != 0 && i < vocabulary->capacity; i++) {
        struct qc_lexeme *lexeme = vocabulary->slots[i].lexeme;
        if (lexeme != NULL && (vocabulary->new_signs & hash_bit(lexeme->hash)) != 0)
            lexeme->signs = (lexeme->signs & QC_FIGURES) | signs_of(vocabulary, lexeme->key);
    }
    vocabulary->new_signs = 0;
}
