/*
 * loose.c - reads what looks like a marker but for its mark: "a,", "1 -",
 * "(a)", "A)", "Điều 5".
 */
#include "base/utf8.h"
#include "import/loose.h"

static size_t run_of(struct qc_str text, const char *set)
{
    size_t n = 0;
    while (n < text.len && text.ptr[n] != '\0' && strchr(set, text.ptr[n]) != NULL)
        n++;
    return n;
}

static unsigned value_of(struct qc_str digits)
{
    unsigned value = 0;
    for (size_t i = 0; i < digits.len; i++)
        value = value * 10 + (unsigned)(digits.ptr[i] - '0');
    return value;
}

/* "Điều 5"; its length, or 0. */
static size_t take_article(const struct import_cut *cut, struct import_opening *opening)
{
    enum { LONGEST = 3 };
    if (cut->words.count < 3 || cut->words.items[0].begin > 0 ||
        !qc_str_equal(cut->words.items[0].low, QC_STR("điều")))
        return 0;
    struct qc_str number = cut->words.items[1].low;
    if (number.len > LONGEST || run_of(number, "0123456789") < number.len)
        return 0;
    opening->series = SERIES_ARTICLE;
    opening->value = value_of(number);
    return cut->words.items[1].end;
}

/* "5", "IV", "A", "a" at the start of text; its length. */
static size_t take_number(struct qc_str text, struct import_opening *opening)
{
    enum { LONGEST = 2 };
    size_t n = run_of(text, "0123456789");
    if (n > 0) {
        opening->series = n <= LONGEST ? SERIES_NUMBER : SERIES_NONE;
        opening->value = n <= LONGEST ? value_of(qc_str_slice(text, 0, n)) : 0;
        return n;
    }
    n = run_of(text, "IVX");
    if (n > 0) {
        opening->series = SERIES_ROMAN;
        opening->value = qc_roman_value(qc_str_slice(text, 0, n));
        return n;
    }
    unsigned letter = qc_utf8_decode(text, 0, &n);
    opening->series = qc_is_upper(letter) ? SERIES_SIGN : SERIES_LETTER;
    opening->value = qc_letter_place(letter);
    return n;
}

/* Marks and the blanks among and behind them. */
static size_t take_marks(struct qc_str text, struct qc_str *marks)
{
    size_t at = 0, end = 0, n;
    for (;;) {
        unsigned c = qc_utf8_decode(text, at, &n);
        bool mark = c == 0x2013 || (c != 0 && c < 0x80 && strchr(",:;.)/-", (int)c) != NULL);
        if (!mark && !qc_is_blank(c))
            break;
        at += n;
        end = mark ? at : end;
    }
    *marks = qc_str_trim(qc_str_slice(text, 0, end));
    return at;
}

/* May these words stand behind such a marker? */
static bool may_follow(const struct import_opening *opening, const struct import_piece *piece,
                       struct qc_str rest)
{
    unsigned first = qc_str_first_code(rest);
    if (opening->value == 0 || !qc_is_letter(first))
        return false;
    switch (opening->series) {
    case SERIES_ARTICLE:
    case SERIES_ROMAN:
        return qc_is_upper(first);
    case SERIES_SIGN: /* "B, C" may be names */
        return qc_str_is_capitals(rest) || (piece->bold && qc_is_upper(first));
    default:
        return true;
    }
}

bool import_read_loose(const struct import_piece *piece, struct import_opening *opening)
{
    struct qc_str text = piece->cut.text;
    size_t bracket = qc_str_starts(text, QC_STR("(")), end = take_article(&piece->cut, opening);
    if (end == 0)
        end = bracket + take_number(qc_str_skip(text, bracket), opening);
    size_t marks = take_marks(qc_str_skip(text, end), &opening->mark);
    opening->number = qc_str_slice(text, bracket, end);
    opening->rest = end + marks;
    opening->loose = true;
    if (opening->mark.len == 0 && opening->series != SERIES_ARTICLE)
        return false;
    if (bracket > 0 && !qc_str_equal(opening->mark, QC_STR(")")))
        return false;
    return may_follow(opening, piece, qc_str_skip(text, opening->rest));
}
