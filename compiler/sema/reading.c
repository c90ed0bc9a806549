/*
 * reading.c - cuts a text into words, figures and marks, and finds the
 * documents that it names.
 *
 * Owns no text. Must not judge what it reads.
 */
#include "sema/reading.h"

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
};

static size_t opaque_length(struct qc_str text, size_t at, struct braces *braces)
{
    if (text.ptr[at] != '{')
        return span_length(text, at);
    if (braces->begin < at && !qc_inline_next_reference(text, at, &braces->begin, &braces->end))
        braces->begin = text.len;
    return braces->begin == at ? braces->end - at : 0;
}

static bool has_braces_or_code(struct qc_str text)
{
    return text.len > 0 && (memchr(text.ptr, '{', text.len) != NULL || memchr(text.ptr, '`', text.len) != NULL ||
                            memchr(text.ptr, ']', text.len) != NULL);
}

/* --- cutting ------------------------------------------------------------ */

static struct qc_str key_of(struct qc_arena *arena, struct qc_str word)
{
    size_t n;
    for (size_t i = 0; i < word.len; i += n)
        if (qc_is_upper(qc_utf8_decode(word, i, &n)))
            return qc_name_key(arena, word);
    return word;
}

static size_t word_end(struct qc_str text, size_t at)
{
    size_t n;
    for (; at < text.len; at += n) {
        unsigned c = qc_utf8_decode(text, at, &n);
        if (!is_figure(c) && !qc_is_letter(c))
            break;
    }
    return at;
}

void qc_reading_take(struct qc_arena *arena, struct qc_reading *reading, struct qc_str text)
{
    reading->text = text;
    reading->items.count = 0;
    bool blank = true, opaque = has_braces_or_code(text);
    struct braces braces = { 0, 0 };
    size_t n;
    if (!opaque || !qc_inline_next_reference(text, 0, &braces.begin, &braces.end))
        braces.begin = text.len;
    for (size_t i = 0; i < text.len; i += n) {
        unsigned c = qc_utf8_decode(text, i, &n);
        if (qc_is_blank(c) || c == '\n') {
            blank = true;
            continue;
        }
        if (c == '*' || qc_inline_is_escape(text, i))
            continue; /* neither adds a blank nor is one */
        struct qc_item item = { .kind = QC_ITEM_MARK, .blank = blank, .begin = i };
        size_t length = opaque ? opaque_length(text, i, &braces) : 0;
        if (length > 0) {
            item.kind = QC_ITEM_OPAQUE;
            n = length;
        } else if (is_figure(c) || qc_is_letter(c)) {
            item.kind = is_figure(c) ? QC_ITEM_NUMBER : QC_ITEM_WORD;
            item.capital = qc_is_upper(c);
            n = word_end(text, i) - i;
        }
        item.end = i + n;
        item.key = key_of(arena, qc_str_slice(text, i, i + n));
        *qc_vec_push(arena, &reading->items) = item;
        blank = false;
    }
}

/* --- looking ------------------------------------------------------------ */

size_t qc_reading_phrase(const struct qc_reading *reading, size_t at, const char *phrase)
{
    size_t count = 0;
    while (*phrase != '\0') {
        if (at + count >= reading->items.count)
            return 0;
        const struct qc_item *item = &reading->items.items[at + count];
        if (item->key.len == 0 || item->key.ptr[0] != *phrase)
            return 0; /* nearly always: every word is tried against every phrase */
        size_t length = strcspn(phrase, " ");
        if (item->key.len != length || memcmp(item->key.ptr, phrase, length) != 0 || (count > 0 && !item->blank))
            return 0;
        phrase += length + (phrase[length] == ' ');
        count++;
    }
    return count;
}

bool qc_reading_mark(const struct qc_reading *reading, size_t at, char mark)
{
    if (at >= reading->items.count)
        return false;
    const struct qc_item *item = &reading->items.items[at];
    return item->kind == QC_ITEM_MARK && item->key.len == 1 && item->key.ptr[0] == mark;
}

/* A mark behind which a sentence begins. */
static bool ends_sentence(const struct qc_reading *reading, size_t at)
{
    bool mark = qc_reading_mark(reading, at, '.') || qc_reading_mark(reading, at, '!') ||
                qc_reading_mark(reading, at, '?');
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

/* "30/2020", "05-CT", "1186/HD": a figure, a stroke or dash, and more, in one piece. */
bool qc_reading_symbol(const struct qc_reading *reading, size_t at)
{
    const struct qc_item *items = reading->items.items;
    if (items[at].kind != QC_ITEM_NUMBER || at + 2 >= reading->items.count || items[at + 1].blank ||
        items[at + 2].blank)
        return false;
    bool letters = items[at + 2].kind == QC_ITEM_WORD && items[at + 2].capital;
    if (qc_reading_mark(reading, at + 1, '/')) /* not the date 30/4/2025 */
        return letters || (items[at + 2].key.len == 4 && qc_reading_mark(reading, at + 3, '/'));
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
    if (at >= reading->items.count)
        return 0;
    if (qc_reading_symbol(reading, at))
        return 3;
    if (items[at].kind != QC_ITEM_WORD || (at > 0 && items[at].blank && qc_reading_phrase(reading, at - 1, "pháp")))
        return 0; /* "pháp luật" */
    for (size_t i = 0; i < sizeof instruments / sizeof instruments[0]; i++) {
        size_t count = qc_reading_phrase(reading, at, instruments[i].words);
        if (count > 0)
            return is_named(reading, at, at + count, instruments[i].common) ? count : 0;
    }
    return 0;
}
