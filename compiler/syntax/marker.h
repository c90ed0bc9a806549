/*
 * marker.h - between marker.c and marker_label.c; nobody else's.
 */
#ifndef QC_SYNTAX_MARKER_H
#define QC_SYNTAX_MARKER_H

#include "base/utf8.h"
#include "syntax/token.h"

/* A place in the line while it is read. */
struct qc_cursor {
    struct qc_str text; /* the trimmed line */
    size_t at;
};

static inline bool qc_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool qc_is_roman(char c)
{
    return c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C';
}

/* The run of bytes that are of a kind. */
static inline struct qc_str qc_take_while(struct qc_cursor *cursor, bool (*is)(char c))
{
    size_t begin = cursor->at;
    while (cursor->at < cursor->text.len && is(cursor->text.ptr[cursor->at]))
        cursor->at++;
    return qc_str_slice(cursor->text, begin, cursor->at);
}

static inline void qc_skip_blanks(struct qc_cursor *cursor)
{
    cursor->at += qc_blank_prefix(qc_str_skip(cursor->text, cursor->at));
}

static inline unsigned qc_peek(const struct qc_cursor *cursor, size_t *n)
{
    return qc_utf8_decode(cursor->text, cursor->at, n);
}

/* The byte at a distance from the cursor; 0 behind the end. */
static inline char qc_byte_at(const struct qc_cursor *cursor, size_t distance)
{
    size_t at = cursor->at + distance;
    return at < cursor->text.len ? cursor->text.ptr[at] : '\0';
}

/* ./ .- / - . after a number or sign all count as "."; the longest is taken. How long it is. */
static inline size_t qc_take_point(struct qc_cursor *cursor)
{
    char first = qc_byte_at(cursor, 0), second = qc_byte_at(cursor, 1);
    size_t length = first == '.' || first == '/' || first == '-';
    if (first == '.' && (second == '/' || second == '-'))
        length = 2;
    cursor->at += length;
    return length;
}

/* The number is what stands from begin up to the cursor. */
static inline void qc_put_number(struct qc_marker *marker, const struct qc_cursor *cursor, size_t begin)
{
    marker->number_at = (uint32_t)begin;
    marker->number_length = (uint8_t)(cursor->at - begin);
}

/* Is the mark behind the number one of two, and alone? A capital may be glued to such a marker. */
static inline bool qc_ends_in(const struct qc_marker *marker, const struct qc_cursor *cursor, char a, char b)
{
    char mark = marker->separator_length == 1 ? cursor->text.ptr[cursor->at - 1] : '\0';
    return mark != '\0' && (mark == a || mark == b);
}

static inline unsigned qc_number_value(struct qc_str digits)
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
bool qc_marker_finish(struct qc_token *token, struct qc_cursor *cursor, bool glue_allowed);

/* Value of the marker's Roman digits, and whether they are the proper numeral. */
void qc_set_roman(struct qc_arena *arena, struct qc_marker *marker);

/* Chương II, Mục 1. TITLE, Điều 5. Title */
bool qc_read_label(struct qc_arena *arena, struct qc_token *token, struct qc_cursor *cursor);

#endif
