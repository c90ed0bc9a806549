/*
 * marker.c - reads the marker that a line opens with: label, sign, number,
 * letter or bullet (language, "Labels" and "Styles").
 *
 * Owns nothing. Looks at one line only: what depends on the open series is
 * the matter of units.c.
 */
#include "base/utf8.h"
#include "syntax/token.h"

/* A place in the line while it is read. */
struct cursor {
    struct qc_str text; /* the trimmed line */
    size_t at;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_roman(char c)
{
    return c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C';
}

static bool is_small_roman(char c)
{
    return c == 'i' || c == 'v' || c == 'x';
}

/* The run of bytes that are of a kind. */
static inline struct qc_str take_while(struct cursor *cursor, bool (*is)(char c))
{
    size_t begin = cursor->at;
    while (cursor->at < cursor->text.len && is(cursor->text.ptr[cursor->at]))
        cursor->at++;
    return qc_str_slice(cursor->text, begin, cursor->at);
}

static void skip_blanks(struct cursor *cursor)
{
    cursor->at += qc_blank_prefix(qc_str_skip(cursor->text, cursor->at));
}

static unsigned peek(const struct cursor *cursor, size_t *n)
{
    return qc_utf8_decode(cursor->text, cursor->at, n);
}

/* ./ .- / - . after a number or sign all count as "."; the longest is taken. */
static struct qc_str take_point(struct cursor *cursor)
{
    static const char points[][3] = { "./", ".-", ".", "/", "-" };
    struct qc_str rest = qc_str_skip(cursor->text, cursor->at);
    for (size_t i = 0; i < sizeof points / sizeof points[0]; i++) {
        struct qc_str point = qc_str_from(points[i]);
        if (qc_str_starts(rest, point)) {
            cursor->at += point.len;
            return point;
        }
    }
    return QC_STR("");
}

static unsigned number_value(struct qc_str digits)
{
    unsigned value = 0;
    for (size_t i = 0; i < digits.len; i++)
        value = value * 10 + (unsigned)(digits.ptr[i] - '0');
    return value;
}

/*
 * Ends the marker at the cursor: sets its span and where the text begins.
 * False when the text is glued to it by more than a capital.
 */
static bool finish(struct qc_token *token, struct cursor *cursor, bool glue_allowed)
{
    uint32_t begin = token->span.begin, end = begin + (uint32_t)cursor->at;
    size_t n;
    unsigned next = peek(cursor, &n);
    token->glued = next != 0 && !qc_is_blank(next);
    if (token->glued && !(glue_allowed && qc_is_upper(next)))
        return false;
    token->marker->span = (struct qc_span){ begin, end, token->span.file };
    token->marker->text = qc_str_slice(cursor->text, 0, cursor->at);
    skip_blanks(cursor);
    token->rest = (struct qc_span){ begin + (uint32_t)cursor->at, token->span.end, token->span.file };
    return true;
}

/* 1. 1.1 1.1. 1) 12./ */
static bool read_decimal(struct qc_token *token, struct cursor *cursor)
{
    struct qc_marker *marker = token->marker;
    size_t begin = cursor->at, components = 0;
    for (;;) {
        struct qc_str digits = take_while(cursor, is_digit);
        if (digits.len == 0)
            return false;
        marker->value = number_value(digits);
        components++;
        bool more = cursor->at + 1 < cursor->text.len && cursor->text.ptr[cursor->at] == '.' &&
                    cursor->text.ptr[cursor->at + 1] >= '0' && cursor->text.ptr[cursor->at + 1] <= '9';
        if (!more || components == 4)
            break;
        cursor->at++;
    }
    token->marker->number = qc_str_slice(cursor->text, begin, cursor->at);
    marker->number_is_proper = true;
    if (components == 1 && cursor->at < cursor->text.len && cursor->text.ptr[cursor->at] == ')') {
        marker->separator = qc_str_slice(cursor->text, cursor->at, cursor->at + 1);
        cursor->at++;
        marker->style = QC_STYLE_PAREN;
    } else {
        marker->separator = take_point(cursor);
        static const enum qc_style by_components[] = { QC_STYLE_DECIMAL1, QC_STYLE_DECIMAL2, QC_STYLE_DECIMAL3,
                                                       QC_STYLE_DECIMAL4 };
        marker->style = by_components[components - 1];
    }
    return finish(token, cursor, marker->separator.len == 1 && marker->separator.ptr[0] != '/' &&
                                     marker->separator.ptr[0] != '-');
}

/* (1) */
static bool read_parens(struct qc_token *token, struct cursor *cursor)
{
    cursor->at++;
    struct qc_str digits = take_while(cursor, is_digit);
    token->marker->number = digits;
    cursor->at++;
    token->marker->separator = QC_STR("()");
    token->marker->style = QC_STYLE_PARENS;
    token->marker->value = number_value(digits);
    token->marker->number_is_proper = true;
    return finish(token, cursor, true);
}

/* Value of Roman digits, and whether they are the proper numeral. */
static void set_roman(struct qc_arena *arena, struct qc_marker *marker)
{
    marker->value = qc_roman_value(marker->number);
    struct qc_str proper = qc_roman_format(arena, marker->value);
    marker->number_is_proper = qc_str_equal(qc_str_upper(arena, marker->number), proper);
}

/* a) đ. iv) : one letter, or small Roman digits */
static bool read_letter(struct qc_arena *arena, struct qc_token *token, struct cursor *cursor)
{
    struct qc_marker *marker = token->marker;
    struct qc_str run = take_while(cursor, is_small_roman);
    if (run.len < 2) {
        size_t n;
        cursor->at = 0;
        unsigned letter = peek(cursor, &n);
        cursor->at += n;
        token->marker->number = qc_str_slice(cursor->text, 0, n);
        marker->style = QC_STYLE_LETTER;
        marker->value = qc_letter_place(letter);
        marker->number_is_proper = marker->value != 0;
    } else {
        token->marker->number = run;
        marker->style = QC_STYLE_SMALL_ROMAN;
        set_roman(arena, marker);
    }
    marker->separator = qc_str_slice(cursor->text, cursor->at, cursor->at + 1);
    cursor->at++;
    return finish(token, cursor, marker->separator.ptr[0] != '/');
}

/* A. Đ. I. IV./ : one capital (which of the series it is, units.c decides), or Roman digits */
static bool read_sign(struct qc_arena *arena, struct qc_token *token, struct cursor *cursor)
{
    struct qc_marker *marker = token->marker;
    struct qc_str run = take_while(cursor, is_roman);
    if (run.len < 2) {
        size_t n;
        cursor->at = 0;
        unsigned letter = peek(cursor, &n);
        cursor->at += n;
        token->marker->number = qc_str_slice(cursor->text, 0, n);
        marker->style = QC_STYLE_LETTER_SIGN;
        marker->value = qc_letter_place(letter);
        marker->number_is_proper = marker->value != 0;
    } else {
        token->marker->number = run;
        marker->style = QC_STYLE_ROMAN_SIGN;
        set_roman(arena, marker);
    }
    marker->separator = take_point(cursor);
    return marker->separator.len > 0 &&
           finish(token, cursor, marker->separator.len == 1 && marker->separator.ptr[0] == '.');
}

static bool read_bullet(struct qc_token *token, struct cursor *cursor)
{
    size_t n;
    unsigned bullet = peek(cursor, &n);
    cursor->at += n;
    token->marker->style = bullet == '+' ? QC_STYLE_PLUS : bullet == '*' ? QC_STYLE_STAR : QC_STYLE_DASH;
    token->marker->number = token->marker->separator = QC_STR("");
    token->marker->number_is_proper = true;
    struct qc_str rest = qc_str_skip(cursor->text, cursor->at);
    size_t rule = 0;
    while (rule < rest.len && strchr("*-+_ ", rest.ptr[rule]) != NULL)
        rule++;
    if (rest.len > 0 && rule == rest.len)
        return false; /* "* *", "- - -": a line that separates */
    return finish(token, cursor, false);
}

/* The word or two before the number of a label; the cursor stands on the number after it. */
static struct qc_str take_label_word(struct cursor *cursor)
{
    size_t begin = cursor->at, end = begin, n;
    for (int words = 0; words < 3; words++) {
        unsigned c = peek(cursor, &n);
        bool digits = c >= '0' && c <= '9';
        size_t run = cursor->at;
        while (run < cursor->text.len && is_roman(cursor->text.ptr[run]))
            run++;
        size_t m;
        unsigned after = qc_utf8_decode(cursor->text, run, &m);
        bool roman = run > cursor->at && !qc_is_letter(after);
        if (words > 0 && (digits || roman))
            return qc_str_slice(cursor->text, begin, end);
        while (c != 0 && !qc_is_blank(c)) {
            cursor->at += n;
            c = peek(cursor, &n);
        }
        end = cursor->at;
        skip_blanks(cursor);
    }
    return QC_STR("");
}

/* The mark behind a label's number: . : - / (a dash may stand apart), or nothing. */
static struct qc_str take_label_mark(struct cursor *cursor)
{
    size_t n;
    struct qc_str point = take_point(cursor);
    if (point.len > 0)
        return point;
    unsigned c = peek(cursor, &n);
    if (c == ':') {
        cursor->at++;
        return QC_STR(":");
    }
    struct cursor apart = *cursor;
    skip_blanks(&apart);
    c = peek(&apart, &n);
    if (apart.at == cursor->at || !(c == '-' || c == 0x2013 || c == 0x2014 || c == ':' || c == '/'))
        return QC_STR("");
    struct qc_str mark = qc_str_slice(apart.text, apart.at, apart.at + n);
    apart.at += n;
    size_t behind = apart.at;
    unsigned next = peek(&apart, &n);
    skip_blanks(&apart);
    unsigned word = peek(&apart, &n);
    if ((next != 0 && !qc_is_blank(next)) || (word >= '0' && word <= '9'))
        return QC_STR(""); /* "Điều 5 - 7" is a range, not a heading */
    cursor->at = behind;
    return mark;
}

/* Chương II, Mục 1. TITLE, Điều 5. Title */
static bool read_label(struct qc_arena *arena, struct qc_token *token, struct cursor *cursor)
{
    struct qc_marker *marker = token->marker;
    int style;
    bool mark_may_lack;
    struct qc_str word = take_label_word(cursor);
    if (word.len == 0 || qc_label_find(arena, word, &style, &mark_may_lack) < 0)
        return false;
    marker->style = (enum qc_style)style;
    struct qc_str number = take_while(cursor, is_digit);
    bool arabic = number.len > 0;
    if (!arabic)
        number = take_while(cursor, is_roman);
    if (number.len == 0 || number.len > (arabic ? 3 : 9))
        return false;
    token->marker->number = number;
    marker->number_is_proper = true;
    if (arabic)
        marker->value = number_value(number);
    else
        set_roman(arena, marker);
    size_t mark_begin = cursor->at;
    marker->separator = take_label_mark(cursor);
    bool ends = cursor->at == cursor->text.len;
    if (marker->separator.len == 0 && !ends) {
        struct qc_str title = qc_str_trim(qc_str_skip(cursor->text, cursor->at));
        if (!mark_may_lack || !qc_str_is_capitals(title))
            return false;
    }
    bool stands_apart = cursor->at > mark_begin + marker->separator.len;
    return finish(token, cursor, marker->separator.len == 1 && !stands_apart &&
                                     strchr(".:", marker->separator.ptr[0]) != NULL);
}

static bool read_marker(struct qc_arena *arena, const struct qc_source *source, struct qc_token *token)
{
    struct cursor cursor = { qc_str_slice(source->text, token->span.begin, token->span.end), 0 };
    switch (token->line) {
    case QC_LINE_KEYED: /* "Chương I QUY ĐỊNH CHUNG: …" has words and a colon as well */
    case QC_LINE_LABEL: return read_label(arena, token, &cursor);
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
    *marker = (struct qc_marker){ 0 };
    token->marker = marker;
    if (read_marker(arena, source, token))
        return true;
    token->marker = NULL;
    return false;
}

struct qc_str qc_marker_prefix(const struct qc_marker *marker)
{
    size_t end = marker->number.len;
    while (end > 0 && marker->number.ptr[end - 1] != '.')
        end--;
    return qc_str_slice(marker->number, 0, end > 0 ? end - 1 : 0);
}

struct qc_span qc_marker_number_span(const struct qc_marker *marker)
{
    uint32_t begin = marker->span.begin + (uint32_t)(marker->number.ptr - marker->text.ptr);
    return (struct qc_span){ begin, begin + (uint32_t)marker->number.len, marker->span.file };
}

bool qc_marker_may_open(const struct qc_marker *marker)
{
    if (marker->style == QC_STYLE_LETTER_SIGN)
        return qc_str_equal(marker->number, QC_STR("A")) || qc_str_equal(marker->number, QC_STR("I"));
    if (qc_style_is_heading(marker->style))
        return true;
    size_t digits = 0, longest = 0;
    for (size_t i = 0; i < marker->number.len; i++) {
        digits = marker->number.ptr[i] == '.' ? 0 : digits + 1;
        longest = digits > longest ? digits : longest;
    }
    return qc_style_info(marker->style)->numbering != QC_NUMBERING_ARABIC || longest <= 2;
}
