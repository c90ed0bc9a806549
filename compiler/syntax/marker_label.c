/*
 * marker_label.c - reads labels: Chương II, Mục 1, Điều 5. (language,
 * "Labels").
 *
 * Owns nothing. Looks at one line only.
 */
#include "syntax/marker.h"

/* The word or two before the number of a label; the cursor stands on the number after it. */
static struct qc_str take_label_word(struct qc_cursor *cursor)
{
    size_t begin = cursor->at, end = begin, n;
    for (int words = 0; words < 3; words++) {
        unsigned c = qc_peek(cursor, &n);
        bool digits = c >= '0' && c <= '9';
        size_t run = cursor->at;
        while (run < cursor->text.len && qc_is_roman(cursor->text.ptr[run]))
            run++;
        size_t m;
        unsigned after = qc_utf8_decode(cursor->text, run, &m);
        bool roman = run > cursor->at && !qc_is_letter(after);
        if (words > 0 && (digits || roman))
            return qc_str_slice(cursor->text, begin, end);
        while (c != 0 && !qc_is_blank(c)) {
            cursor->at += n;
            c = qc_peek(cursor, &n);
        }
        end = cursor->at;
        qc_skip_blanks(cursor);
    }
    return QC_STR("");
}

/* The mark behind a label's number: . : - / (a dash may stand apart), or nothing. */
static size_t take_label_mark(struct qc_cursor *cursor)
{
    size_t n, point = qc_take_point(cursor);
    if (point > 0)
        return point;
    unsigned c = qc_peek(cursor, &n);
    if (c == ':') {
        cursor->at++;
        return 1;
    }
    struct qc_cursor apart = *cursor;
    qc_skip_blanks(&apart);
    c = qc_peek(&apart, &n);
    if (apart.at == cursor->at || !(c == '-' || c == 0x2013 || c == 0x2014 || c == ':' || c == '/'))
        return 0;
    size_t mark = n, behind = apart.at += n;
    unsigned next = qc_peek(&apart, &n);
    qc_skip_blanks(&apart);
    unsigned word = qc_peek(&apart, &n);
    if ((next != 0 && !qc_is_blank(next)) || (word >= '0' && word <= '9'))
        return 0; /* "Điều 5 - 7" is a range, not a heading */
    cursor->at = behind;
    return mark;
}

bool qc_read_label(struct qc_arena *arena, struct qc_token *token, struct qc_cursor *cursor)
{
    struct qc_marker *marker = token->marker;
    int style;
    bool mark_may_lack;
    struct qc_str word = take_label_word(cursor);
    if (word.len == 0 || qc_label_find(arena, word, &style, &mark_may_lack) < 0)
        return false;
    marker->style = (enum qc_style)style;
    struct qc_str number = qc_take_while(cursor, qc_is_digit);
    bool arabic = number.len > 0;
    if (!arabic)
        number = qc_take_while(cursor, qc_is_roman);
    if (number.len == 0 || number.len > (arabic ? 3 : 9))
        return false;
    qc_put_number(marker, cursor, cursor->at - number.len);
    marker->number_is_proper = true;
    if (arabic)
        marker->value = qc_number_value(number);
    else
        qc_set_roman(arena, marker);
    size_t mark_begin = cursor->at;
    marker->separator_length = (uint8_t)take_label_mark(cursor);
    bool ends = cursor->at == cursor->text.len;
    if (marker->separator_length == 0 && !ends) {
        struct qc_str title = qc_str_trim(qc_str_skip(cursor->text, cursor->at));
        if (!mark_may_lack || !qc_str_is_capitals(title))
            return false;
    }
    bool stands_apart = cursor->at > mark_begin + marker->separator_length;
    return qc_marker_finish(token, cursor, !stands_apart && qc_ends_in(marker, cursor, '.', ':'));
}
