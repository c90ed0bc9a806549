/*
 * check_twice.c - a word typed twice, of one syllable or of two.
 *
 * What rightly stands twice (word-pairs.def) is left alone.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "check/visible.h"

static bool is_blank_between(struct qc_str text, size_t begin, size_t end)
{
    return end > begin && qc_blanks_at(text, begin) == end - begin;
}

/* A reduplication (ngày ngày) that cannot be one before this word. */
static bool is_slip_before(struct qc_str word, struct qc_str next)
{
    static const char *const once[][2] = {
#define QC_ONCE(w, n) { w, n },
#include "check/word-pairs.def"
    };
    bool figure = next.len > 0 && qc_is_digit((unsigned char)next.ptr[0]);
    for (size_t i = 0; i < sizeof once / sizeof once[0]; i++)
        if (qc_str_equal(word, qc_str_from(once[i][0])) &&
            (once[i][1][0] == '#' ? figure : qc_str_equal(next, qc_str_from(once[i][1]))))
            return true;
    return false;
}

static bool may_stand_twice(struct qc_str word, struct qc_str next)
{
    static const char *const twice[] = {
#define QC_TWICE(w) w,
#include "check/word-pairs.def"
    };
    static const char *const begins[][2] = {
#define QC_BEGINS(w, n) { w, n },
#include "check/word-pairs.def"
    };
    for (size_t i = 0; i < sizeof twice / sizeof twice[0]; i++)
        if (qc_str_equal(word, qc_str_from(twice[i])))
            return !is_slip_before(word, next);
    for (size_t i = 0; i < sizeof begins / sizeof begins[0]; i++)
        if (qc_str_equal(word, qc_str_from(begins[i][0])) && qc_str_equal(next, qc_str_from(begins[i][1])))
            return true;
    return false;
}

/* Letters, not all capitals: II II, A A are marks of their own. */
static bool is_plain_word(struct qc_str word)
{
    size_t n;
    for (size_t i = 0; i < word.len; i += n)
        if (!qc_is_letter(qc_utf8_decode(word, i, &n)))
            return false;
    return !qc_str_is_capitals(word);
}

/* The same, or "Các các": only the first may open a sentence. */
static bool is_same_word(struct qc_arena *arena, struct qc_str first, struct qc_str second, bool opens)
{
    if (qc_str_equal(first, second))
        return true;
    return opens && first.len == second.len && qc_str_equal(qc_name_key(arena, first), second);
}

void *qc_begin_twice(const struct qc_check *check)
{
    return check->cx;
}

/* No word stands beside the same one: nearly always. */
static bool is_surely_once(const struct qc_check *check)
{
    const struct qc_item *items = check->reading->items.items;
    size_t count = check->reading->items.count;
    return !check->reading->odd && !check->reading->doubled && check->text->seen.ptr == check->reading->text.ptr &&
           (count < 2 || !items[0].capital || !qc_str_equal(items[0].lexeme->key, items[1].lexeme->key));
}

/* A pair that rightly stands twice: bodies that organise, a body and what it does, "từng bước từng bước". */
static bool may_pair_stand_twice(const struct qc_reading *reading, size_t at)
{
    static const char *const pairs[] = {
#define QC_TWO_TWICE(words) words,
#include "check/word-pairs.def"
    };
    static const char *const heads[] = {
#define QC_HEAD(word) word,
#include "check/word-pairs.def"
    };
    if (qc_reading_phrase(reading, at, "từng") > 0)
        return true;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        if (qc_reading_phrase(reading, at, pairs[i]) > 0)
            return true;
    for (size_t i = 0; at > 0 && reading->items.items[at].blank && i < sizeof heads / sizeof heads[0]; i++)
        if (qc_reading_phrase(reading, at - 1, heads[i]) > 0)
            return true;
    return false;
}

static bool is_typed_letters(const struct qc_item *item)
{
    return item->kind == QC_ITEM_WORD && is_plain_word(item->lexeme->typed);
}

/* "phối hợp phối hợp" from an item on: blanks between, and not a name, of which each word has a capital. */
static bool is_pair_twice(const struct qc_reading *reading, size_t at)
{
    const struct qc_item *item = &reading->items.items[at];
    bool opens = at == 0 && qc_str_equal(item[0].lexeme->key, item[2].lexeme->key);
    if (item[1].lexeme != item[3].lexeme || (item[0].lexeme != item[2].lexeme && !opens) || item[0].lexeme == item[1].lexeme)
        return false;
    return item[1].blank && item[2].blank && item[3].blank && is_typed_letters(&item[0]) && is_typed_letters(&item[1]) &&
           !(item[2].capital && item[3].capital) && !may_pair_stand_twice(reading, at);
}

/* The first item from number i on whose second and fourth are alike; the count of items when there is none. */
static size_t seek_alike(const struct qc_reading *reading, size_t i)
{
    const struct qc_item *items = reading->items.items;
    size_t count = reading->items.count;
    while (i + 3 < count && items[i + 1].lexeme != items[i + 3].lexeme)
        i++;
    return i + 3 < count ? i : count;
}

/* Two syllables typed twice. */
static void check_pairs(const struct qc_check *check)
{
    const struct qc_reading *reading = check->reading;
    const struct qc_item *items = reading->items.items;
    const struct qc_prose *prose = check->text->prose;
    for (size_t i = 0; (i = seek_alike(reading, i)) < reading->items.count; i++) {
        if (!is_pair_twice(reading, i))
            continue;
        struct qc_str words = qc_str_slice(reading->text, items[i + 2].begin, items[i + 3].end);
        struct qc_diagnostic *d = qc_report(check->cx, qc_gap_span(prose, items[i].begin, items[i + 3].end),
                                            QC_MSG(word_repeated), QC_STR_ARGS(words));
        if (qc_gap_is_empty(check->cx, qc_gap_span(prose, items[i + 1].end, items[i + 2].begin))) {
            qc_fix(check->cx, d, qc_gap_span(prose, items[i + 1].end, items[i + 3].end), QC_STR(""));
            d->fix_is_safe = true;
        }
        i += 2;
    }
}

void qc_check_twice(const struct qc_check *check)
{
    struct qc_arena *arena = &check->cx->arena;
    const struct qc_text *text = check->text;
    if (!text->own || text->kind == QC_TEXT_SIGNATURE)
        return;
    check_pairs(check);
    if (is_surely_once(check))
        return;
    struct qc_str seen = text->seen;
    struct qc_word first = { 0, 0 }, second, third;
    for (size_t at = 0; qc_word_next(seen, &at, &second); first = second) {
        struct qc_str word = qc_word_text(seen, second);
        if (first.end == 0 || !is_same_word(arena, qc_word_text(seen, first), word, first.begin == 0) ||
            !is_blank_between(seen, first.end, second.begin) || !is_plain_word(word))
            continue;
        size_t behind = at;
        bool has_next = qc_word_next(seen, &behind, &third) && is_blank_between(seen, second.end, third.begin);
        struct qc_str next = has_next ? qc_name_key(arena, qc_word_text(seen, third)) : QC_STR("");
        if (may_stand_twice(qc_name_key(arena, word), next))
            continue;
        struct qc_diagnostic *d = qc_report(check->cx, qc_gap_span(text->prose, first.begin, second.end),
                                            QC_MSG(word_repeated), QC_STR_ARGS(word));
        struct qc_span extra = qc_gap_span(text->prose, first.end, second.end);
        if (qc_gap_is_empty(check->cx, qc_gap_span(text->prose, first.end, second.begin))) {
            qc_fix(check->cx, d, extra, QC_STR(""));
            d->fix_is_safe = true;
        }
    }
}
