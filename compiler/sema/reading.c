/*
 * reading.c - the readings of a document, the phrases that stand in them, and
 * the documents that they name. reading_cut.c cuts them.
 *
 * Owns no text. Must not judge what it reads.
 */
#include "sema/reading.h"

static struct qc_lexeme no_lexeme = { .typed = { "", 0 }, .key = { "", 0 } }; /* nobody writes to it */
const struct qc_item qc_no_item = { .lexeme = &no_lexeme, .kind = QC_ITEM_OPAQUE, .blank = true };

/* --- readings of a document ---------------------------------------------- */

static struct qc_reading **slot_of(const struct qc_readings *readings, struct qc_str text)
{
    size_t mask = readings->capacity - 1, i = ((uintptr_t)text.ptr ^ text.len << 4) * 2654435769u >> 8 & mask;
    while (readings->slots[i] != NULL &&
           (readings->slots[i]->text.ptr != text.ptr || readings->slots[i]->text.len != text.len))
        i = (i + 1) & mask;
    return &readings->slots[i];
}

static void grow(struct qc_readings *readings)
{
    struct qc_readings larger = *readings;
    larger.capacity = readings->capacity == 0 ? 128 : readings->capacity * 2;
    larger.slots = qc_alloc_table(readings->arena, larger.capacity, sizeof *larger.slots);
    for (size_t i = 0; i < readings->capacity; i++)
        if (readings->slots[i] != NULL)
            *slot_of(&larger, readings->slots[i]->text) = readings->slots[i];
    qc_give_back_table(readings->arena, readings->slots);
    readings->slots = larger.slots;
    readings->capacity = larger.capacity;
}

struct qc_readings *qc_readings_new(struct qc_arena *arena)
{
    struct qc_readings *readings = qc_alloc(arena, sizeof *readings);
    readings->arena = readings->vocabulary.arena = arena;
    return readings;
}

const struct qc_reading *qc_reading_of(struct qc_readings *readings, struct qc_str text)
{
    if (readings->count * 2 >= readings->capacity)
        grow(readings);
    struct qc_reading **slot = slot_of(readings, text);
    if (*slot == NULL) {
        struct qc_reading *reading = qc_alloc(readings->arena, sizeof *reading);
        qc_reading_cut(readings, text, reading);
        *slot = reading;
        readings->count++;
    }
    return *slot;
}

/* --- looking ------------------------------------------------------------ */

static const char *phrase_in_row(const struct qc_phrases *phrases, size_t row)
{
    return *(const char *const *)(const void *)((const char *)phrases->first + row * phrases->stride);
}

/* Rows that begin alike are on one chain. */
static size_t chain_of(uint32_t head)
{
    return head * 2654435769u >> 27;
}

const struct qc_phrase_table *qc_phrase_table_new(struct qc_readings *readings, const struct qc_phrases *phrases)
{
    struct qc_phrase_table *table = &readings->tables[phrases->number];
    uint32_t *heads = qc_alloc_array(readings->arena, phrases->count, sizeof *heads);
    uint32_t *seconds = qc_alloc_array(readings->arena, phrases->count, sizeof *seconds);
    uint16_t *next = qc_alloc_array(readings->arena, phrases->count, sizeof *next);
    for (size_t i = phrases->count; i-- > 0;) { /* backwards: a chain has its rows in order */
        const char *phrase = phrase_in_row(phrases, i);
        heads[i] = qc_word_head(phrase);
        uint16_t *chain = &table->chains[chain_of(heads[i])];
        next[i] = *chain;
        *chain = (uint16_t)(i + 1);
        struct qc_str first = { phrase, strcspn(phrase, " ") };
        seconds[i] = phrase[first.len] == ' ' ? qc_word_head(phrase + first.len + 1) : 0;
        qc_vocabulary_sign(&readings->vocabulary, first, (uint64_t)1 << phrases->number);
    }
    qc_vocabulary_signed(&readings->vocabulary);
    table->next = next;
    table->seconds = seconds;
    table->heads = heads;
    return table;
}

size_t qc_reading_seek(const struct qc_reading *reading, size_t from, const struct qc_phrases *phrases)
{
    qc_phrase_table(reading->readings, phrases);
    while (from < reading->items.count && (reading->items.items[from].lexeme->signs >> phrases->number & 1) == 0)
        from++;
    return from;
}

size_t qc_reading_any(const struct qc_reading *reading, size_t at, const struct qc_phrases *phrases, size_t *row)
{
    if (at >= reading->items.count)
        return 0;
    const struct qc_phrase_table *table = qc_phrase_table(reading->readings, phrases);
    uint32_t head = reading->items.items[at].head;
    uint32_t second = at + 1 < reading->items.count ? reading->items.items[at + 1].head : 0;
    for (size_t i = table->chains[chain_of(head)]; i > 0; i = table->next[i - 1]) {
        *row = i - 1;
        if (table->heads[*row] != head || (table->seconds[*row] != 0 && table->seconds[*row] != second))
            continue;
        size_t count = qc_reading_whole_phrase(reading, at, phrase_in_row(phrases, *row));
        if (count > 0)
            return count;
    }
    return 0;
}

size_t qc_reading_whole_phrase(const struct qc_reading *reading, size_t at, const char *phrase)
{
    size_t count = 0;
    while (*phrase != '\0') {
        if (at + count >= reading->items.count)
            return 0;
        const struct qc_item *item = &reading->items.items[at + count];
        size_t length = 0;
        while (!qc_ends_word(phrase[length]))
            length++;
        if (item->lexeme->key.len != length || memcmp(item->lexeme->key.ptr, phrase, length) != 0 || (count > 0 && !item->blank))
            return 0;
        phrase += length + (phrase[length] == ' ');
        count++;
    }
    return count;
}

/* A mark behind which a sentence begins. */
static bool ends_sentence(const struct qc_reading *reading, size_t at)
{
    const struct qc_item *item = &reading->items.items[at];
    bool mark = item->kind == QC_ITEM_MARK && (item->head == '.' || item->head == '!' || item->head == '?');
    if (!mark || at + 1 >= reading->items.count)
        return false;
    const struct qc_item *next = &reading->items.items[at + 1];
    return next->blank && next->kind != QC_ITEM_NUMBER && (next->kind != QC_ITEM_WORD || next->capital);
}

size_t qc_reading_sentence_end(const struct qc_reading *reading, size_t at)
{
    while (at < reading->items.count && !ends_sentence(reading, at))
        at++;
    return at;
}

static const struct {
    const char *words;
    bool common;
} instruments[] = {
#define QC_INSTRUMENT(words, common) { words, common },
#include "sema/instruments.def"
};

const struct qc_phrases qc_instrument_phrases = QC_PHRASES_OF(QC_TABLE_INSTRUMENTS, instruments, words);

/* "30/2020", "05-CT", "1186/HD": a figure, a stroke or dash, and more, in one piece. */
bool qc_reading_symbol(const struct qc_reading *reading, size_t at)
{
    const struct qc_item *items = reading->items.items;
    if (items[at].kind != QC_ITEM_NUMBER || at + 2 >= reading->items.count || items[at + 1].blank ||
        items[at + 2].blank)
        return false;
    bool letters = items[at + 2].kind == QC_ITEM_WORD && items[at + 2].capital;
    if (qc_reading_mark(reading, at + 1, '/')) /* not the date 30/4/2025 */
        return letters || (items[at + 2].lexeme->key.len == 4 && qc_reading_mark(reading, at + 3, '/'));
    return qc_reading_mark(reading, at + 1, '-') && letters;
}

/* The first word of a text, a sentence or a list item: its capital says nothing. */
static bool opens(const struct qc_reading *reading, size_t at)
{
    return at == 0 || (reading->items.items[at - 1].kind == QC_ITEM_MARK && !qc_reading_mark(reading, at - 1, ',') &&
                       !qc_reading_mark(reading, at - 1, '('));
}

/* A word that goes before a number of a unit: "quy định Điều 5" names no document. */
static bool is_label(const struct qc_reading *reading, size_t at)
{
    static const char *const labels[] = { "phần", "chương", "mục", "tiểu mục", "điều", "khoản", "điểm" };
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        size_t count = qc_reading_phrase(reading, at, labels[i]);
        if (count > 0 && at + count < reading->items.count &&
            (reading->items.items[at + count].kind == QC_ITEM_NUMBER || reading->items.items[at + count].capital))
            return true;
    }
    return false;
}

static bool is_named(const struct qc_reading *reading, size_t at, size_t next, bool common)
{
    const struct qc_item *items = reading->items.items;
    if (qc_reading_phrase(reading, next, "số") || qc_reading_phrase(reading, next, "này"))
        return true;
    if (items[at].capital)
        return !common || !opens(reading, at);
    return !common && next < reading->items.count && items[next].blank && items[next].capital &&
           !is_label(reading, next);
}

size_t qc_reading_instrument(const struct qc_reading *reading, size_t at)
{
    const struct qc_item *items = reading->items.items;
    if (at >= reading->items.count || !qc_reading_may_name(reading, at))
        return 0;
    if (qc_reading_symbol(reading, at))
        return 3;
    if (items[at].kind != QC_ITEM_WORD || (at > 0 && items[at].blank && qc_reading_phrase(reading, at - 1, "pháp")))
        return 0; /* "pháp luật" */
    size_t row, count = qc_reading_any(reading, at, &qc_instrument_phrases, &row);
    return count > 0 && is_named(reading, at, at + count, instruments[row].common) ? count : 0;
}
