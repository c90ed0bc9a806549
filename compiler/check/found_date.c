/*
 * found_date.c - finds the days that a text names.
 *
 * Owns nothing. Must not judge: the checks do.
 */
#include "check/citation.h"

static const struct qc_item *item_at(const struct qc_reading *reading, size_t at)
{
    return at < reading->items.count ? &reading->items.items[at] : &qc_no_item;
}

static bool is_number(const struct qc_reading *reading, size_t at, size_t at_least, size_t at_most)
{
    const struct qc_item *item = item_at(reading, at);
    return item->kind == QC_ITEM_NUMBER && item->lexeme->key.len >= at_least && item->lexeme->key.len <= at_most;
}

/* Number of items of "ngày 05 tháng 9 năm 2024", or 0. */
static size_t spelled_date(const struct qc_reading *reading, size_t at)
{
    if (qc_reading_phrase(reading, at, "ngày") == 0 || !is_number(reading, at + 1, 1, 2) ||
        qc_reading_phrase(reading, at + 2, "tháng") == 0 || !is_number(reading, at + 3, 1, 2) ||
        qc_reading_phrase(reading, at + 4, "năm") == 0 || !is_number(reading, at + 5, 4, 4))
        return 0;
    return 6;
}

/* Number of items of "05/9/2024", or 0: one mark twice, no blanks, no part of a longer number. */
static size_t short_date(const struct qc_reading *reading, size_t at)
{
    if (!is_number(reading, at, 1, 2) || !is_number(reading, at + 2, 1, 2) ||
        !is_number(reading, at + 4, 4, 4))
        return 0;
    const struct qc_item *mark = item_at(reading, at + 1);
    if (mark->kind != QC_ITEM_MARK || !qc_str_equal(mark->lexeme->key, item_at(reading, at + 3)->lexeme->key))
        return 0;
    if (mark->lexeme->key.len != 1 || strchr("/-.", mark->lexeme->key.ptr[0]) == NULL)
        return 0;
    for (size_t i = at + 1; i < at + 5; i++)
        if (item_at(reading, i)->blank)
            return 0;
    const struct qc_item *next = item_at(reading, at + 5);
    bool goes_on = !next->blank && next->kind == QC_ITEM_MARK && strchr("/-–", next->lexeme->key.ptr[0]) != NULL;
    bool number = at > 0 && (qc_reading_phrase(reading, at - 1, "số") > 0 ||
                             (item_at(reading, at - 1)->kind == QC_ITEM_MARK &&
                              !item_at(reading, at)->blank && !qc_reading_mark(reading, at - 1, '(')));
    return goes_on || number ? 0 : 5;
}

bool qc_found_date_next(const struct qc_reading *reading, size_t from, struct qc_found_date *found)
{
    for (size_t i = from; i < reading->items.count; i++) {
        size_t spelled = spelled_date(reading, i), count = spelled > 0 ? spelled : short_date(reading, i);
        if (count == 0)
            continue;
        *found = (struct qc_found_date){ .first = i, .end = i + count, .spelled = spelled > 0 };
        found->lead = found->spelled || (i > 0 && qc_reading_phrase(reading, i - 1, "ngày") > 0);
        found->begin_at = item_at(reading, i)->begin;
        found->end_at = item_at(reading, i + count - 1)->end;
        const struct qc_item *day = item_at(reading, found->spelled ? i + 1 : i);
        const struct qc_item *month = item_at(reading, found->spelled ? i + 3 : i + 2);
        const struct qc_item *year = item_at(reading, found->end - 1);
        char plain[16] = { 0 }; /* two, two and four figures */
        memcpy(plain, day->lexeme->key.ptr, day->lexeme->key.len);
        plain[day->lexeme->key.len] = '/';
        memcpy(plain + day->lexeme->key.len + 1, month->lexeme->key.ptr, month->lexeme->key.len);
        plain[day->lexeme->key.len + 1 + month->lexeme->key.len] = '/';
        memcpy(plain + day->lexeme->key.len + 2 + month->lexeme->key.len, year->lexeme->key.ptr, year->lexeme->key.len);
        enum qc_date_fault fault = qc_date_read(qc_str_from(plain), &found->date);
        found->impossible = fault == QC_DATE_IMPOSSIBLE;
        if (fault != QC_DATE_NOT_A_DATE)
            return true;
    }
    return false;
}

static bool is_year(const struct qc_item *item, unsigned *year)
{
    *year = 0;
    for (size_t i = 0; i < item->lexeme->key.len; i++)
        *year = item->lexeme->key.ptr[i] >= '0' && item->lexeme->key.ptr[i] <= '9' ? *year * 10 + (unsigned)(item->lexeme->key.ptr[i] - '0') : 0;
    return item->kind == QC_ITEM_NUMBER && item->lexeme->key.len == 4 && *year >= 1945 && *year < 2200;
}

bool qc_years_here(const struct qc_reading *reading, size_t at, unsigned *from)
{
    unsigned to;
    if (at + 2 >= reading->items.count || reading->items.items[at + 1].kind != QC_ITEM_MARK)
        return false;
    struct qc_str mark = reading->items.items[at + 1].lexeme->key;
    bool dash = qc_str_equal(mark, QC_STR("-")) || qc_str_equal(mark, QC_STR("–")) ||
                qc_str_equal(mark, QC_STR("—")) || qc_str_equal(mark, QC_STR("/"));
    return dash && is_year(&reading->items.items[at], from) && is_year(&reading->items.items[at + 2], &to) &&
           to == *from + 1;
}
