/*
 * date.c - days of the calendar as documents write them.
 *
 * Owns nothing. Must not know what a date is for.
 */
#include "sema/date.h"

#include "base/utf8.h"

struct cursor {
    struct qc_str text;
    size_t at;
};

static void skip_blanks(struct cursor *cursor)
{
    cursor->at += qc_blank_prefix(qc_str_skip(cursor->text, cursor->at));
}

/* A number of one to four digits, or a blank: nothing, "…", "..." */
static bool read_number(struct cursor *cursor, unsigned *value, bool *dots)
{
    skip_blanks(cursor);
    size_t begin = cursor->at;
    *value = 0;
    *dots = false;
    while (cursor->at < cursor->text.len && cursor->text.ptr[cursor->at] >= '0' &&
           cursor->text.ptr[cursor->at] <= '9' && cursor->at - begin < 4)
        *value = *value * 10 + (unsigned)(cursor->text.ptr[cursor->at++] - '0');
    if (cursor->at > begin)
        return true;
    struct qc_str rest = qc_str_skip(cursor->text, cursor->at);
    size_t n = qc_str_starts(rest, QC_STR("…")) ? 3 : 0;
    while (n < rest.len && rest.ptr[n] == '.' && n < 12)
        n++;
    *dots = n >= 3;
    cursor->at += *dots ? n : 0;
    skip_blanks(cursor);
    return *dots;
}

static bool accept(struct cursor *cursor, const char *word)
{
    skip_blanks(cursor);
    struct qc_str rest = qc_str_skip(cursor->text, cursor->at), expected = qc_str_from(word);
    if (!qc_str_starts(rest, expected))
        return false;
    cursor->at += expected.len;
    return true;
}

static bool at_end(struct cursor *cursor)
{
    skip_blanks(cursor);
    return cursor->at == cursor->text.len;
}

static unsigned days_in(unsigned month, unsigned year)
{
    static const unsigned days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

static enum qc_date_fault validate(struct qc_date *date)
{
    date->given = true;
    if (date->month > 12 || date->day > 31 || (date->year != 0 && (date->year < 1900 || date->year > 2999)))
        return QC_DATE_IMPOSSIBLE;
    unsigned year = date->year == 0 ? 2000 : date->year; /* 29/02 of a blank year may be */
    if (date->day != 0 && date->month != 0 && date->day > days_in(date->month, year))
        return QC_DATE_IMPOSSIBLE;
    return QC_DATE_FINE;
}

/* A part of a long date: a blank is 0; a written 0 becomes 99, which is no day and no month. */
static void read_long_part(struct cursor *cursor, unsigned *value)
{
    bool dots, given = read_number(cursor, value, &dots);
    if (given && !dots && *value == 0)
        *value = 99;
}

/* ngày 07 tháng 10 năm 2024 */
static bool read_long(struct cursor *cursor, struct qc_date *date)
{
    if (!accept(cursor, "ngày") && !accept(cursor, "Ngày"))
        return false;
    read_long_part(cursor, &date->day);
    if (!accept(cursor, "tháng"))
        return false;
    read_long_part(cursor, &date->month);
    if (!accept(cursor, "năm"))
        return false;
    read_long_part(cursor, &date->year);
    return at_end(cursor);
}

/* One part of a short date. False when it has other than at least to at most digits and is no blank. */
static bool read_part(struct cursor *cursor, unsigned *value, size_t at_least, size_t at_most)
{
    skip_blanks(cursor);
    size_t begin = cursor->at;
    bool dots, given = read_number(cursor, value, &dots) && !dots;
    size_t digits = cursor->at - begin;
    return !given || (digits >= at_least && digits <= at_most && *value != 0);
}

/* 7/10/2024, /10/2024, 07-10-2024, 07.10.2024 */
static bool read_short(struct cursor *cursor, struct qc_date *date, bool *zero)
{
    char mark = 0;
    *zero = false;
    for (unsigned part = 0; part < 2; part++) {
        unsigned *value = part == 0 ? &date->day : &date->month;
        struct cursor digits = *cursor;
        if (!read_part(cursor, value, 1, 2)) {
            size_t length = cursor->at - digits.at;
            if (*value != 0 || length > 2)
                return false;
            *zero = true; /* 0 was written, which is no blank */
        }
        skip_blanks(cursor);
        char next = cursor->at < cursor->text.len ? cursor->text.ptr[cursor->at] : 0;
        if (!(next == '/' || next == '-' || next == '.') || (part == 1 && next != mark))
            return false;
        mark = next;
        cursor->at++;
    }
    return read_part(cursor, &date->year, 4, 4) && at_end(cursor);
}

enum qc_date_fault qc_date_read(struct qc_str text, struct qc_date *date)
{
    text = qc_str_trim(text);
    if (text.len == 0) {
        *date = (struct qc_date){ .given = true };
        return QC_DATE_FINE;
    }
    struct cursor cursor = { text, 0 };
    *date = (struct qc_date){ 0 };
    if (read_long(&cursor, date))
        return validate(date);
    cursor.at = 0;
    *date = (struct qc_date){ 0 };
    bool zero;
    if (read_short(&cursor, date, &zero))
        return zero ? QC_DATE_IMPOSSIBLE : validate(date);
    *date = (struct qc_date){ 0 };
    return QC_DATE_NOT_A_DATE;
}

struct qc_str qc_date_format(struct qc_arena *arena, struct qc_date date)
{
    struct qc_str blank = QC_STR("…");
    struct qc_str day = date.day == 0 ? blank : qc_str_format(arena, "%02u", date.day);
    struct qc_str month = date.month == 0  ? blank
                          : date.month < 3 ? qc_str_format(arena, "%02u", date.month)
                                           : qc_str_format(arena, "%u", date.month);
    struct qc_str year = date.year == 0 ? blank : qc_str_format(arena, "%u", date.year);
    return qc_str_format(arena, "ngày %.*s tháng %.*s năm %.*s", QC_STR_ARGS(day), QC_STR_ARGS(month),
                         QC_STR_ARGS(year));
}

struct qc_str qc_date_short(struct qc_arena *arena, struct qc_date date)
{
    if (date.month == 0 || date.year == 0)
        return QC_STR("…");
    struct qc_str day = date.day == 0 ? QC_STR("") : qc_str_format(arena, "%02u/", date.day);
    return qc_str_format(arena, date.month < 3 ? "%.*s%02u/%u" : "%.*s%u/%u", QC_STR_ARGS(day), date.month, date.year);
}

long qc_date_number(struct qc_date date)
{
    if (date.day == 0 || date.month == 0 || date.month > 12 || date.year == 0)
        return 0; /* none, or as somebody wrote it: month 64 */
    long years = (long)date.year - 1, days = years * 365 + years / 4 - years / 100 + years / 400;
    for (unsigned month = 1; month < date.month; month++)
        days += (long)days_in(month, date.year);
    return days + (long)date.day;
}

struct qc_date qc_date_of_number(long number)
{
    struct qc_date date = { 1, 1, 1, true };
    if (number <= 0)
        return (struct qc_date){ 0 };
    for (date.year = (unsigned)(number / 366) + 1; qc_date_number((struct qc_date){ 1, 1, date.year + 1, true }) <= number;)
        date.year++;
    number -= qc_date_number(date);
    for (; number >= (long)days_in(date.month, date.year); date.month++)
        number -= (long)days_in(date.month, date.year);
    date.day += (unsigned)number;
    return date;
}
