/*
 * marker.c - reads the marker that a line opens with: sign, number, letter or
 * bullet (language, "Styles"); labels are marker_label.c's.
 *
 * Owns nothing. Looks at one line only: what depends on the open series is
 * the matter of series.c.
 */
#include "syntax/marker.h"

static bool is_small_roman(char c)
{
    return c == 'i' || c == 'v' || c == 'x';
}

bool qc_marker_finish(struct qc_token *token, struct qc_cursor *cursor, bool glue_allowed)
{
    size_t n;
    unsigned next = qc_peek(cursor, &n);
    token->glued = next != 0 && !qc_is_blank(next);
    if (token->glued && !(glue_allowed && qc_is_upper(next)))
        return false;
    token->marker->length = (uint32_t)cursor->at;
    qc_skip_blanks(cursor);
    token->rest = (struct qc_span){ token->span.begin + (uint32_t)cursor->at, token->span.end, token->span.file };
    return true;
}

/* 1. 1.1 1.1. 1) 12./ */
static bool read_decimal(struct qc_token *token, struct qc_cursor *cursor)
{
    struct qc_marker *marker = token->marker;
    size_t begin = cursor->at, components = 0;
    for (;;) {
        struct qc_str digits = qc_take_while(cursor, qc_is_digit);
        if (digits.len == 0)
            return false;
        marker->value = qc_number_value(digits);
        components++;
        bool more = qc_byte_at(cursor, 0) == '.' && qc_is_digit(qc_byte_at(cursor, 1));
        if (!more || components == 4)
            break;
        cursor->at++;
    }
    qc_put_number(marker, cursor, begin);
    marker->number_is_proper = true;
    if (components == 1 && qc_byte_at(cursor, 0) == ')') {
        marker->separator_length = 1;
        cursor->at++;
        marker->style = QC_STYLE_PAREN;
    } else {
        marker->separator_length = (uint8_t)qc_take_point(cursor);
        static const enum qc_style by_components[] = { QC_STYLE_DECIMAL1, QC_STYLE_DECIMAL2, QC_STYLE_DECIMAL3,
                                                       QC_STYLE_DECIMAL4 };
        marker->style = by_components[components - 1];
    }
    return qc_marker_finish(token, cursor, qc_ends_in(marker, cursor, '.', ')'));
}

/* (1) */
static bool read_parens(struct qc_token *token, struct qc_cursor *cursor)
{
    cursor->at++;
    struct qc_str digits = qc_take_while(cursor, qc_is_digit);
    qc_put_number(token->marker, cursor, 1);
    cursor->at++;
    token->marker->separator_length = 2;
    token->marker->style = QC_STYLE_PARENS;
    token->marker->value = qc_number_value(digits);
    token->marker->number_is_proper = true;
    return qc_marker_finish(token, cursor, true);
}

void qc_set_roman(struct qc_arena *arena, struct qc_marker *marker)
{
    struct qc_str number = qc_marker_number(marker);
    marker->value = qc_roman_value(number);
    struct qc_str proper = qc_roman_format(arena, marker->value);
    marker->number_is_proper = qc_str_equal(qc_str_upper(arena, number), proper);
}

/* a) đ. iv) : one letter, or small Roman digits */
static bool read_letter(struct qc_arena *arena, struct qc_token *token, struct qc_cursor *cursor)
{
    struct qc_marker *marker = token->marker;
    struct qc_str run = qc_take_while(cursor, is_small_roman);
    if (run.len < 2) {
        size_t n;
        cursor->at = 0;
        unsigned letter = qc_peek(cursor, &n);
        cursor->at += n;
        qc_put_number(marker, cursor, 0);
        marker->style = QC_STYLE_LETTER;
        marker->value = qc_letter_place(letter);
        marker->number_is_proper = marker->value != 0;
    } else {
        qc_put_number(marker, cursor, 0);
        marker->style = QC_STYLE_SMALL_ROMAN;
        qc_set_roman(arena, marker);
    }
    marker->separator_length = 1;
    cursor->at++;
    return qc_marker_finish(token, cursor, qc_ends_in(marker, cursor, '.', ')'));
}

/* A. Đ. I. IV./ : one capital (which of the series it is, series.c decides), or Roman digits */
static bool read_sign(struct qc_arena *arena, struct qc_token *token, struct qc_cursor *cursor)
{
    struct qc_marker *marker = token->marker;
    struct qc_str run = qc_take_while(cursor, qc_is_roman);
    if (run.len < 2) {
        size_t n;
        cursor->at = 0;
        unsigned letter = qc_peek(cursor, &n);
        cursor->at += n;
        qc_put_number(marker, cursor, 0);
        marker->style = QC_STYLE_LETTER_SIGN;
        marker->value = qc_letter_place(letter);
        marker->number_is_proper = marker->value != 0;
    } else {
        qc_put_number(marker, cursor, 0);
        marker->style = QC_STYLE_ROMAN_SIGN;
        qc_set_roman(arena, marker);
    }
    marker->separator_length = (uint8_t)qc_take_point(cursor);
    return marker->separator_length > 0 && qc_marker_finish(token, cursor, qc_ends_in(marker, cursor, '.', '.'));
}

static bool read_bullet(struct qc_token *token, struct qc_cursor *cursor)
{
    size_t n;
    unsigned bullet = qc_peek(cursor, &n);
    cursor->at += n;
    token->marker->style = bullet == '+' ? QC_STYLE_PLUS : bullet == '*' ? QC_STYLE_STAR : QC_STYLE_DASH;
    token->marker->number_is_proper = true;
    struct qc_str rest = qc_str_skip(cursor->text, cursor->at);
    size_t rule = 0;
    while (rule < rest.len && strchr("*-+_ ", rest.ptr[rule]) != NULL)
        rule++;
    if (rest.len > 0 && rule == rest.len)
        return false; /* "* *", "- - -": a line that separates */
    return qc_marker_finish(token, cursor, false);
}

static bool read_marker(struct qc_arena *arena, const struct qc_source *source, struct qc_token *token)
{
    struct qc_cursor cursor = { qc_str_slice(source->text, token->span.begin, token->span.end), 0 };
    switch (token->line) {
    case QC_LINE_KEYED: /* "Chương I QUY ĐỊNH CHUNG: …" has words and a colon as well */
    case QC_LINE_LABEL: return qc_read_label(arena, token, &cursor);
    case QC_LINE_SIGN: return read_sign(arena, token, &cursor);
    case QC_LINE_DECIMAL: return read_decimal(token, &cursor);
    case QC_LINE_PARENS: return read_parens(token, &cursor);
    case QC_LINE_LETTER: return read_letter(arena, token, &cursor);
    case QC_LINE_BULLET: return read_bullet(token, &cursor);
    case QC_LINE_BLANK:
    case QC_LINE_COMMENT:
    case QC_LINE_ESCAPED:
    case QC_LINE_HASH:
    case QC_LINE_TEXT:
    case QC_LINE_COUNT: return false;
    }
    return false;
}

bool qc_marker_read(struct qc_arena *arena, const struct qc_source *source, struct qc_token *token,
                    struct qc_marker *marker)
{
    *marker = (struct qc_marker){
        .typed = source->text.ptr + token->span.begin, .begin = token->span.begin, .file = token->span.file,
    };
    token->marker = marker;
    if (read_marker(arena, source, token))
        return true;
    token->marker = NULL;
    return false;
}

struct qc_str qc_marker_prefix(const struct qc_marker *marker)
{
    struct qc_str number = qc_marker_number(marker);
    size_t end = number.len;
    while (end > 0 && number.ptr[end - 1] != '.')
        end--;
    return qc_str_slice(number, 0, end > 0 ? end - 1 : 0);
}

struct qc_span qc_marker_number_span(const struct qc_marker *marker)
{
    uint32_t begin = marker->begin + marker->number_at;
    return (struct qc_span){ begin, begin + marker->number_length, marker->file };
}

struct qc_str qc_marker_separator(const struct qc_marker *marker)
{
    struct qc_str text = qc_marker_text(marker);
    return marker->style == QC_STYLE_PARENS ? QC_STR("()") : qc_str_skip(text, text.len - marker->separator_length);
}

bool qc_marker_may_open(const struct qc_marker *marker)
{
    struct qc_str number = qc_marker_number(marker);
    if (marker->style == QC_STYLE_LETTER_SIGN)
        return qc_str_equal(number, QC_STR("A")) || qc_str_equal(number, QC_STR("I"));
    if (qc_style_is_heading(marker->style))
        return true;
    size_t digits = 0, longest = 0;
    for (size_t i = 0; i < number.len; i++) {
        digits = number.ptr[i] == '.' ? 0 : digits + 1;
        longest = digits > longest ? digits : longest;
    }
    return qc_style_info(marker->style)->numbering != QC_NUMBERING_ARABIC || longest <= 2;
}
