/*
 * answer.c - what was typed as the answer to a question of a template, and
 * how it is written in the document.
 *
 * Owns nothing. What comes in is not trusted: bytes of a terminal or of an argument.
 */
#include "template.h"

#include "base/utf8.h"
#include "sema/date.h"

/* In NFC, without blanks at the ends, and one where several are. False when it is not one line of text. */
static bool read_text(struct qc_arena *arena, struct qc_str typed, struct qc_str *answer)
{
    struct qc_buf buf = { .arena = arena };
    if (qc_utf8_invalid(typed.ptr, typed.len) < typed.len)
        return false;
    typed = qc_nfc(arena, qc_str_trim(typed));
    bool gap = false;
    size_t n;
    for (size_t i = 0; i < typed.len; i += n) {
        unsigned c = qc_utf8_decode(typed, i, &n);
        bool blank = qc_is_blank(c);
        if ((qc_is_control(c) && !blank) || qc_is_noncharacter(c))
            return false;
        if (gap && !blank)
            qc_buf_char(&buf, ' ');
        gap = blank;
        if (!blank)
            qc_buf_code(&buf, c);
    }
    *answer = buf.len == 0 ? QC_STR("") : qc_buf_str(&buf);
    return true;
}

static bool is_digits(struct qc_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
    return text.len > 0;
}

static unsigned number_of(struct qc_str digits)
{
    unsigned number = 0;
    for (size_t i = 0; i < digits.len; i++)
        number = 10 * number + (unsigned)(digits.ptr[i] - '0');
    return number;
}

static bool read_choice(struct qc_arena *arena, struct qc_str choices, struct qc_str typed,
                        struct qc_str *answer)
{
    struct qc_str key = qc_name_key(arena, typed);
    for (unsigned number = 1; choices.len > 0; number++) {
        *answer = qc_fill_line(&choices);
        if (qc_name_matches(key, qc_name_key(arena, *answer)) ||
            (is_digits(typed) && typed.len == 1 && number_of(typed) == number))
            return true;
    }
    return false;
}

/* "2026 - 2027", with any dash, or the year it begins in. */
static bool read_school_year(struct qc_arena *arena, struct qc_str typed, struct qc_str *answer)
{
    struct qc_str begin = qc_str_slice(typed, 0, typed.len < 4 ? typed.len : 4);
    if (begin.len < 4 || !is_digits(begin) || number_of(begin) < 1900 || number_of(begin) > 9998)
        return false;
    unsigned year = number_of(begin);
    *answer = qc_str_format(arena, "%u - %u", year, year + 1);
    struct qc_str second = qc_str_trim(qc_str_skip(typed, 4));
    if (second.len == 0)
        return true;
    size_t n;
    unsigned dash = qc_utf8_decode(second, 0, &n);
    second = qc_str_trim(qc_str_skip(second, n));
    return (dash == '-' || dash == '/' || dash == 0x2013 || dash == 0x2014) && second.len == 4 &&
           is_digits(second) && number_of(second) == year + 1;
}

/* Below 10 with a zero before it (NĐ 30/2020, PL I.II.3). */
static bool read_number(struct qc_arena *arena, struct qc_str typed, struct qc_str *answer)
{
    enum { MOST_DIGITS = 5 };
    if (!is_digits(typed) || typed.len > MOST_DIGITS || number_of(typed) == 0)
        return false;
    *answer = qc_str_format(arena, "%02u", number_of(typed));
    return true;
}

static bool read_day(struct qc_arena *arena, struct qc_str typed, struct qc_str *answer)
{
    struct qc_date date;
    if (qc_date_read(typed, &date) != QC_DATE_FINE || qc_date_number(date) == 0)
        return false;
    *answer = qc_date_short(arena, date);
    return true;
}

bool qc_answer_read(struct qc_arena *arena, const struct qc_question *row, struct qc_str typed,
                    struct qc_str *answer)
{
    if (!read_text(arena, typed, answer))
        return false;
    struct qc_str text = *answer;
    if (text.len == 0)
        return true;
    if (row->choices[0] != '\0')
        return read_choice(arena, qc_str_from(row->choices), text, answer);
    switch (row->kind) {
    case QC_ANSWER_TEXT:
    case QC_ANSWER_PERSON:
        return true;
    case QC_ANSWER_SCHOOL_YEAR:
        return read_school_year(arena, text, answer);
    case QC_ANSWER_NUMBER:
        return read_number(arena, text, answer);
    case QC_ANSWER_DAY:
        return read_day(arena, text, answer);
    }
    return false;
}
