/*
 * moment.c - what a year belongs to: two years, a day, a month, a quarter.
 *
 * Owns nothing. Must not judge whose it is.
 */
#include "renew/draft.h"

static const char *const labels[] = {
#define RENEW_LABEL(words) words,
#include "renew/words.def"
};

size_t qc_words_before(const struct qc_reading *reading, size_t end, const char *phrase)
{
    size_t words = 1;
    for (const char *c = phrase; *c != '\0'; c++)
        words += *c == ' ';
    return end >= words && qc_reading_phrase(reading, end - words, phrase) == words ? words : 0;
}

static const struct qc_item *item_at(const struct qc_reading *reading, size_t at)
{
    return at < reading->items.count ? &reading->items.items[at] : &qc_no_item;
}

/* A figure of one or two digits, or 0. */
static unsigned small_number(const struct qc_reading *reading, size_t at)
{
    const struct qc_item *item = item_at(reading, at);
    unsigned value = 0;
    if (item->kind != QC_ITEM_NUMBER || item->lexeme->key.len > 2)
        return 0;
    for (size_t i = 0; i < item->lexeme->key.len; i++)
        value = item->lexeme->key.ptr[i] >= '0' && item->lexeme->key.ptr[i] <= '9'
                    ? value * 10 + (unsigned)(item->lexeme->key.ptr[i] - '0')
                    : 99;
    return value < 99 ? value : 0;
}

static bool is_stroke(const struct qc_reading *reading, size_t at)
{
    return qc_reading_mark(reading, at, '/') || qc_reading_mark(reading, at, '-') ||
           qc_reading_mark(reading, at, '.');
}

/* "-", "–", "—", "/" between two years. */
static bool is_dash(const struct qc_reading *reading, size_t at)
{
    const struct qc_item *item = item_at(reading, at);
    return item->kind == QC_ITEM_MARK &&
           (qc_str_equal(item->lexeme->key, QC_STR("-")) || qc_str_equal(item->lexeme->key, QC_STR("–")) ||
            qc_str_equal(item->lexeme->key, QC_STR("—")) || qc_str_equal(item->lexeme->key, QC_STR("/")));
}

/* The label of a school year that ends before item number at, colon or not; at when there is none. */
static size_t label_before(const struct qc_reading *reading, size_t at)
{
    size_t end = at > 0 && (qc_reading_mark(reading, at - 1, ':') || qc_reading_mark(reading, at - 1, '.'))
                     ? at - 1
                     : at;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t words = qc_words_before(reading, end, labels[i]);
        if (words > 0)
            return end - words;
    }
    return at;
}

/* 2024 - 2025, 2024-25: the second is not the day of a date. */
static bool read_pair(const struct qc_reading *reading, size_t at, struct qc_moment *moment)
{
    unsigned first = qc_item_year(item_at(reading, at)), second = qc_item_year(item_at(reading, at + 2));
    if (!is_dash(reading, at + 1))
        return false;
    moment->first = label_before(reading, at);
    moment->labelled = moment->first < at;
    bool shortened = second == 0 && moment->labelled && item_at(reading, at + 2)->lexeme->key.len == 2 &&
                     small_number(reading, at + 2) == (first + 1) % 100 &&
                     (!is_stroke(reading, at + 3) || item_at(reading, at + 4)->kind != QC_ITEM_NUMBER);
    second = shortened ? first + 1 : second;
    if (second <= first)
        return false;
    moment->kind = second == first + 1 ? QC_MOMENT_PAIR : QC_MOMENT_PERIOD;
    moment->end = at + 3;
    moment->years[1] = at + 2;
    return true;
}

/* How many items a month at item number at has: "tháng" and the months before it in a list, "tháng 10, 11". 0: no month. */
static size_t month_items(const struct qc_reading *reading, size_t at)
{
    for (size_t first = at; small_number(reading, first) > 0; first -= 2) {
        if (qc_words_before(reading, first, "tháng") > 0)
            return at - first + 2;
        if (first < 2 || !(qc_reading_mark(reading, first - 1, ',') || is_dash(reading, first - 1) ||
                           qc_words_before(reading, first, "và") > 0))
            return 0;
    }
    return 0;
}

/* tháng 9 năm 2024, with ngày 05 before it or not */
static bool read_spelled(const struct qc_reading *reading, size_t at, struct qc_moment *moment)
{
    size_t months =
        at >= 3 && qc_reading_phrase(reading, at - 1, "năm") > 0 ? month_items(reading, at - 2) : 0;
    if (months == 0)
        return false;
    moment->date.month = small_number(reading, at - 2);
    moment->kind = QC_MOMENT_MONTH;
    moment->first = at - 1 - months;
    if (months == 2 && at >= 5 && small_number(reading, at - 4) > 0 &&
        qc_reading_phrase(reading, at - 5, "ngày") > 0) {
        moment->kind = QC_MOMENT_DAY;
        moment->first = at - 5;
        moment->date.day = small_number(reading, at - 4);
    }
    return true;
}

/* 31/5/2025, tháng 9/2024 */
static bool read_short(const struct qc_reading *reading, size_t at, struct qc_moment *moment)
{
    if (at < 2 || !is_stroke(reading, at - 1) || item_at(reading, at)->blank ||
        item_at(reading, at - 1)->blank)
        return false;
    moment->date.month = small_number(reading, at - 2);
    bool day = at >= 4 && small_number(reading, at - 4) > 0 && !item_at(reading, at - 2)->blank &&
               !item_at(reading, at - 3)->blank &&
               qc_str_equal(item_at(reading, at - 3)->lexeme->key, item_at(reading, at - 1)->lexeme->key);
    size_t months = day ? 0 : month_items(reading, at - 2);
    moment->kind = day ? QC_MOMENT_DAY : QC_MOMENT_MONTH;
    moment->date.day = day ? small_number(reading, at - 4) : 0;
    moment->first = day ? at - 4 - qc_words_before(reading, at - 4, "ngày") : at - 1 - months;
    return moment->date.month > 0 && (day || months > 0);
}

/* quý I năm 2025, quý 1/2025: the month is its first */
static bool read_quarter(const struct qc_reading *reading, size_t at, struct qc_moment *moment)
{
    static const char *const roman[] = { "i", "ii", "iii", "iv" };
    bool word = at >= 3 && qc_reading_phrase(reading, at - 1, "năm") > 0;
    if (at < 3 || (!word && !qc_reading_mark(reading, at - 1, '/')) ||
        qc_reading_phrase(reading, at - 3, "quý") == 0)
        return false;
    unsigned quarter = small_number(reading, at - 2);
    for (unsigned i = 0; i < 4; i++)
        if (qc_str_equal(item_at(reading, at - 2)->lexeme->key, qc_str_from(roman[i])))
            quarter = i + 1;
    moment->kind = QC_MOMENT_QUARTER;
    moment->first = at - 3;
    moment->date.month = quarter * 3 - 2;
    return quarter >= 1 && quarter <= 4;
}

bool qc_moment_read(const struct qc_reading *reading, size_t at, struct qc_moment *moment)
{
    unsigned year = qc_item_year(item_at(reading, at));
    if (year == 0)
        return false;
    const struct qc_moment plain = { .kind = QC_MOMENT_YEAR,
                                     .first = at,
                                     .end = at + 1,
                                     .years = { at, at },
                                     .date = { .year = year, .given = true } };
    bool (*const readers[])(const struct qc_reading *, size_t, struct qc_moment *) = {
        read_spelled,
        read_quarter,
        read_short,
        read_pair,
    };
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        *moment = plain;
        if (readers[i](reading, at, moment))
            return true;
    }
    *moment = plain;
    moment->first -= qc_words_before(reading, at, "năm");
    return true;
}
