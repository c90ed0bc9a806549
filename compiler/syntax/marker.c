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

/* The byte at a distance from the cursor; 0 behind the end. */
static char byte_at(const struct cursor *cursor, size_t distance)
{
    size_t at = cursor->at + distance;
    return at < cursor->text.len ? cursor->text.ptr[at] : '\0';
}

/* ./ .- / - . after a number or sign all count as "."; the longest is taken. How long it is. */
static size_t take_point(struct cursor *cursor)
{
    char first = byte_at(cursor, 0), second = byte_at(cursor, 1);
    size_t length = first == '.' || first == '/' || first == '-';
    if (first == '.' && (second == '/' || second == '-'))
        length = 2;
    cursor->at += length;
    return length;
}

/* The number is what stands from begin up to the cursor. */
static void put_number(struct qc_marker *marker, const struct cursor *cursor, size_t begin)
{
    marker->number_at = (uint32_t)begin;
    marker->number_length = (uint8_t)(cursor->at - begin);
}

/* Is the mark behind the number one of two, and alone? A capital may be glued to such a marker. */
static bool ends_in(const struct qc_marker *marker, const struct cursor *cursor, char a, char b)
{
    char mark = marker->separator_length == 1 ? cursor->text.ptr[cursor->at - 1] : '\0';
    return mark != '\0' && (mark == a || mark == b);
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
    size_t n;
    unsigned next = peek(cursor, &n);
    token->glued = next != 0 && !qc_is_blank(next);
    if (token->glued && !(glue_allowed && qc_is_upper(next)))
        return false;
    token->marker->length = (uint32_t)cursor->at;
    skip_blanks(cursor);
    token->rest = (struct qc_span){ token->span.begin + (uint32_t)cursor->at, token->span.end, token->span.file };
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
        bool more = byte_at(cursor, 0) == '.' && is_digit(byte_at(cursor, 1));
        if (!more || components == 4)
            break;
        cursor->at++;
    }
    put_number(marker, cursor, begin);
    marker->number_is_proper = true;
    if (components == 1 && byte_at(cursor, 0) == ')') {
        marker->separator_length = 1;
        cursor->at++;
        marker->style = QC_STYLE_PAREN;
    } else {
        marker->separator_length = (uint8_t)take_point(cursor);
        static const enum qc_style by_components[] = { QC_STYLE_DECIMAL1, QC_STYLE_DECIMAL2, QC_STYLE_DECIMAL3,
                                                       QC_STYLE_DECIMAL4 };
        marker->style = by_components[components - 1];
    }
    return finish(token, cursor, ends_in(marker, cursor, '.', ')'));
}

/* (1) */
static bool read_parens(struct qc_token *token, struct cursor *cursor)
{
    cursor->at++;
    struct qc_str digits = take_while(cursor, is_digit);
    put_number(token->marker, cursor, 1);
    cursor->at++;
    token->marker->separator_length = 2;
    token->marker->style = QC_STYLE_PARENS;
    token->marker->value = number_value(digits);
    token->marker->number_is_proper = true;
    return finish(token, cursor, true);
}

/* Value of Roman digits, and whether they are the proper numeral. */
static void set_roman(struct qc_arena *arena, struct qc_marker *marker)
{
    struct qc_str number = qc_marker_number(marker);
    marker->value = qc_roman_value(number);
    struct qc_str proper = qc_roman_format(arena, marker->value);
    marker->number_is_proper = qc_str_equal(qc_str_upper(arena, number), proper);
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
        put_number(marker, cursor, 0);
        marker->style = QC_STYLE_LETTER;
        marker->value = qc_letter_place(letter);
        marker->number_is_proper = marker->value != 0;
    } else {
        put_number(marker, cursor, 0);
        marker->style = QC_STYLE_SMALL_ROMAN;
        set_roman(arena, marker);
    }
    marker->separator_length = 1;
    cursor->at++;
    return finish(token, cursor, ends_in(marker, cursor, '.', ')'));
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
        put_number(marker, cursor, 0);
        marker->style = QC_STYLE_LETTER_SIGN;
        marker->value = qc_letter_place(letter);
        marker->number_is_proper = marker->value != 0;
    } else {
        put_number(marker, cursor, 0);
        marker->style = QC_STYLE_ROMAN_SIGN;
        set_roman(arena, marker);
    }
    marker->separator_length = (uint8_t)take_point(cursor);
    return marker->separator_length > 0 && finish(token, cursor, ends_in(marker, cursor, '.', '.'));
}

static bool read_bullet(struct qc_token *token, struct cursor *cursor)
{
    size_t n;
    unsigned bullet = peek(cursor, &n);
    cursor->at += n;
    token->marker->style = bullet == '+' ? QC_STYLE_PLUS : bullet == '*' ? QC_STYLE_STAR : QC_STYLE_DASH;
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
static size_t take_label_mark(struct cursor *cursor)
{
    size_t n, point = take_point(cursor);
    if (point > 0)
        return point;
    unsigned c = peek(cursor, &n);
    if (c == ':') {
        cursor->at++;
        return 1;
    }
    struct cursor apart = *cursor;
    skip_blanks(&apart);
    c = peek(&apart, &n);
    if (apart.at == cursor->at || !(c == '-' || c == 0x2013 || c == 0x2014 || c == ':' || c == '/'))
        return 0;
    size_t mark = n, behind = apart.at += n;
    unsigned next = peek(&apart, &n);
    skip_blanks(&apart);
    unsigned word = peek(&apart, &n);
    if ((next != 0 && !qc_is_blank(next)) || (word >= '0' && word <= '9'))
        return 0; /* "Điều 5 - 7" is a range, not a heading */
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
    put_number(marker, cursor, cursor->at - number.len);
    marker->number_is_proper = true;
    if (arabic)
        marker->value = number_value(number);
    else
        set_roman(arena, marker);
    size_t mark_begin = cursor->at;
    marker->separator_length = (uint8_t)take_label_mark(cursor);
    bool ends = cursor->at == cursor->text.len;
    if (marker->separator_length == 0 && !ends) {
        struct qc_str title = qc_str_trim(qc_str_skip(cursor->text, cursor->at));
        if (!mark_may_lack || !qc_str_is_capitals(title))
            return false;
    }
    bool stands_apart = cursor->at > mark_begin + marker->separator_length;
    return finish(token, cursor, !stands_apart && ends_in(marker, cursor, '.', ':'));
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
