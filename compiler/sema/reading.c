/*
 * reading.c - cuts a text into words, figures and marks, and finds the
 * documents that it names.
 *
 * Owns no text. Must not judge what it reads.
 */
#include "sema/reading.h"

#include "base/bytes.h"
#include "base/utf8.h"
#include "inline/inline.h"

static bool is_figure(unsigned c)
{
    return c >= '0' && c <= '9';
}

/* --- what is no prose --------------------------------------------------- */

enum { LONGEST_ADDRESS = 2000 }; /* so that no mark is looked for through the whole text, again and again */

/* Length of the code span or address that text[at] opens, or 0. */
static size_t span_length(struct qc_str text, size_t at)
{
    bool address = text.ptr[at] == ']' && at + 1 < text.len && text.ptr[at + 1] == '(';
    if (!address && text.ptr[at] != '`')
        return 0;
    size_t room = text.len - at - 1 < LONGEST_ADDRESS ? text.len - at - 1 : LONGEST_ADDRESS;
    const char *close = memchr(text.ptr + at + 1, address ? ')' : '`', room);
    return close == NULL ? 0 : (size_t)(close - text.ptr) + 1 - at;
}

/* The next {…} in the text. */
struct braces {
    size_t begin, end;
    bool sought;
};

static size_t opaque_length(struct qc_str text, size_t at, struct braces *braces)
{
    if (text.ptr[at] != '{')
        return span_length(text, at);
    size_t from = braces->sought ? at : 0; /* a backslash before it says whether it opens one */
    if ((!braces->sought || braces->begin < at) && !qc_inline_next_reference(text, from, &braces->begin, &braces->end))
        braces->begin = text.len;
    braces->sought = true;
    return braces->begin == at ? braces->end - at : 0;
}

static struct qc_lexeme no_lexeme = { .typed = { "", 0 }, .key = { "", 0 } }; /* nobody writes to it */
const struct qc_item qc_no_item = { .lexeme = &no_lexeme, .kind = QC_ITEM_OPAQUE, .blank = true };

/* --- cutting ------------------------------------------------------------ */

enum {
    BYTES_AN_ITEM = 5, /* "quy định về": a little less than what Vietnamese takes with its blanks and marks */
    ASCII = 128,
};

/* What stands in the prose of any regulation, and nobody takes for anything else. */
static const bool is_ascii_prose_mark[ASCII] = {
    [','] = true, ['.'] = true, [';'] = true, [':'] = true, ['-'] = true, ['/'] = true,  ['('] = true, [')'] = true,
    ['"'] = true, ['\''] = true, ['%'] = true, ['!'] = true, ['?'] = true, ['+'] = true, ['='] = true,
};

/* Those that are written close to what stands before them, and apart from what stands behind. */
static const bool is_stop[ASCII] = {
    [','] = true, ['.'] = true, [';'] = true, [':'] = true, ['!'] = true, ['?'] = true,
};

static bool is_prose_mark(unsigned c)
{
    if (c < ASCII)
        return is_ascii_prose_mark[c];
    return c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 || c == 0x2013 || c == 0x2014 || c == 0x2026;
}

/* A text that is being cut. */
struct cutter {
    struct qc_readings *readings;
    struct qc_reading *reading;
    struct qc_str text;
    bool blank;           /* before the next item */
    struct braces braces;
    size_t tail_begin;    /* where the last bytes of the text begin: */
    char tail[2 * QC_SHORT_WORD]; /* the same, and zeroes behind them */
};

/* Sixteen bytes can be read there. */
static inline const char *bytes_at(const struct cutter *cutter, size_t at)
{
    return at < cutter->tail_begin ? cutter->text.ptr + at : cutter->tail + (at - cutter->tail_begin);
}

/* Does the byte at text[at], which is no ASCII, surely go on with no word: is it of U+2000 to U+203F, quotes and dashes? */
static inline bool parts_words(struct qc_str text, size_t at)
{
    return text.len - at > 2 && memcmp(text.ptr + at, "\xE2\x80", 2) == 0;
}

/* The lexeme of the mark of prose text[at], NULL when there is none or it is new. */
static inline struct qc_lexeme *known_mark(const struct cutter *cutter, size_t at)
{
    unsigned char c = (unsigned char)cutter->text.ptr[at];
    return c < ASCII ? cutter->readings->marks[c] : NULL;
}

/* The same of the word [at, end), when it is short. */
static inline struct qc_lexeme *known_word(const struct cutter *cutter, size_t at, size_t end)
{
    if (end - at > QC_SHORT_WORD)
        return NULL;
    struct qc_lexeme *lexeme = qc_vocabulary_known(&cutter->readings->vocabulary, bytes_at(cutter, at), end - at);
    return lexeme != NULL && lexeme->face.whole ? lexeme : NULL;
}

/* Takes the words and marks from text[at] on that stood in the document before, as nearly all do; returns where it stopped. */
static size_t take_known(struct cutter *cutter, size_t at)
{
    struct qc_reading *reading = cutter->reading;
    const struct qc_str text = cutter->text;
    const unsigned char *bits = cutter->readings->bits.items;
    struct qc_item *begin = reading->items.items, *item = begin + reading->items.count;
    const struct qc_item *limit = begin + reading->items.capacity;
    const struct qc_lexeme *before = item > begin ? item[-1].lexeme : NULL;
    uint64_t signs = 0;
    bool doubled = false, rough = false, blank = cutter->blank;
    while (at < text.len && item < limit) {
        size_t length = qc_bytes_run(bits, at), end = at + length + (length == 0);
        char behind = end < text.len ? text.ptr[end] : ' ';
        struct qc_lexeme *lexeme;
        if (length > 0) {
            if ((unsigned char)behind >= ASCII && !parts_words(text, end))
                break;
            lexeme = known_word(cutter, at, end);
        } else if (text.ptr[at] == ' ') {
            blank = true;
            at++;
            continue;
        } else {
            lexeme = known_mark(cutter, at);
            rough |= lexeme != NULL && (blank || behind != ' ' || !is_stop[(unsigned char)text.ptr[at]]);
        }
        if (lexeme == NULL)
            break;
        item->lexeme = lexeme;
        item->begin = (uint32_t)at;
        item->end = (uint32_t)end;
        item->face = lexeme->face;
        item->blank = blank;
        item++;
        signs |= lexeme->signs;
        doubled |= lexeme == before;
        before = lexeme;
        blank = behind == ' '; /* one, as nearly always */
        at = end + blank;
    }
    reading->items.count = (size_t)(item - begin);
    reading->signs |= signs;
    reading->doubled |= doubled;
    reading->rough |= rough;
    cutter->blank = blank;
    return at;
}

/* The character at text[at] is between two items and none of its own: returns its length, else 0. */
static size_t skip_between(struct cutter *cutter, size_t at)
{
    size_t length;
    unsigned c = qc_utf8_decode(cutter->text, at, &length);
    bool blank = qc_is_blank(c) || c == '\n';
    cutter->blank = cutter->blank || blank;
    if (!blank && c != '*' && !(c == '\\' && qc_inline_is_escape(cutter->text, at)))
        return 0; /* those that are no blank do not part words, either */
    cutter->reading->odd = cutter->reading->odd || c == '\\' || c == '\n';
    return length;
}

/* Takes the item at text[at], whatever it is; returns where it ends. */
static size_t take_any(struct cutter *cutter, size_t at)
{
    struct qc_readings *readings = cutter->readings;
    struct qc_reading *reading = cutter->reading;
    size_t n, length = opaque_length(cutter->text, at, &cutter->braces), end = at + length;
    unsigned c = qc_utf8_decode(cutter->text, at, &n);
    if (length > 0) {
        reading->odd = reading->rough = true;
    } else {
        bool word = qc_is_letter(c) || is_figure(c);
        end = word ? qc_word_end(cutter->text, at) : at + n;
        reading->odd = reading->odd || !(word || is_prose_mark(c));
        reading->rough = reading->rough || !word;
    }
    struct qc_lexeme *lexeme = qc_vocabulary_word(&readings->vocabulary, cutter->text, at, end);
    if (length == 0 && c < ASCII && is_ascii_prose_mark[c])
        readings->marks[c] = lexeme;
    size_t count = reading->items.count;
    reading->doubled = reading->doubled || (count > 0 && reading->items.items[count - 1].lexeme == lexeme);
    reading->signs |= lexeme->signs;
    struct qc_item *item = qc_vec_push(readings->arena, &reading->items);
    *item = (struct qc_item){
        .lexeme = lexeme,
        .begin = (uint32_t)at,
        .end = (uint32_t)end,
        .face = lexeme->face,
    };
    item->blank = cutter->blank;
    if (length > 0) {
        item->kind = QC_ITEM_OPAQUE;
        item->capital = false;
    }
    cutter->blank = false;
    return end;
}

static void begin_cut(struct cutter *cutter)
{
    struct qc_readings *readings = cutter->readings;
    struct qc_reading *reading = cutter->reading;
    struct qc_str text = cutter->text;
    reading->readings = readings;
    reading->text = text;
    reading->signs = 0;
    reading->doubled = reading->rough = reading->odd = false;
    reading->items.count = 0;
    cutter->tail_begin = text.len < QC_SHORT_WORD ? 0 : text.len - QC_SHORT_WORD + 1;
    if (text.len > 0)
        memcpy(cutter->tail, text.ptr + cutter->tail_begin, text.len - cutter->tail_begin);
    qc_vec_reserve(readings->arena, &reading->items, text.len / BYTES_AN_ITEM + 4);
    qc_vec_renew(readings->arena, &readings->bits, QC_BYTES_BITS(text.len));
    qc_bytes_words(text, readings->bits.items);
}

void qc_reading_cut(struct qc_readings *readings, struct qc_str text, struct qc_reading *reading)
{
    struct cutter cutter = { .readings = readings, .reading = reading, .text = text, .blank = true };
    begin_cut(&cutter);
    for (size_t at = 0, n; at < text.len;) {
        if (readings->vocabulary.capacity > 0 && (at = take_known(&cutter, at)) >= text.len)
            break;
        n = skip_between(&cutter, at);
        at = n > 0 ? at + n : take_any(&cutter, at);
    }
    reading->signs |= (uint64_t)reading->odd << QC_SIGN_ODD;
}

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
