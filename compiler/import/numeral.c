/*
 * numeral.c - the numbers that word processors and browsers put before a paragraph.
 */
#include "import/numeral.h"

#include "base/utf8.h"
#include "syntax/token.h"

/* The letter of a value, as often as the alphabet has been gone through: 1 a, 27 aa, 53 aaa. */
static struct qc_str letters(struct qc_arena *arena, char first, long value)
{
    enum { ALPHABET = 26, MOST_REPEATED = 30 };
    struct qc_buf out = { .arena = arena };
    if (value < 1 || value > ALPHABET * MOST_REPEATED)
        return qc_buf_str(&out);
    for (long i = 0; i <= (value - 1) / ALPHABET; i++)
        qc_buf_char(&out, (char)(first + (value - 1) % ALPHABET));
    return qc_buf_str(&out);
}

static struct qc_str roman(struct qc_arena *arena, bool small, long value)
{
    enum { MOST = 3999 };
    struct qc_buf out = { .arena = arena };
    if (value < 1 || value > MOST)
        return qc_buf_str(&out);
    struct qc_str capitals = qc_roman_format(arena, (unsigned)value);
    for (size_t i = 0; i < capitals.len; i++)
        qc_buf_char(&out, small ? (char)qc_lower((unsigned char)capitals.ptr[i]) : capitals.ptr[i]);
    return qc_buf_str(&out);
}

struct qc_str qc_import_numeral(struct qc_arena *arena, enum import_numeral numeral, long value)
{
    switch (numeral) {
    case IMPORT_NUMERAL_DECIMAL:
        return qc_str_format(arena, "%ld", value);
    case IMPORT_NUMERAL_TWO_DIGITS:
        return qc_str_format(arena, "%02ld", value);
    case IMPORT_NUMERAL_SMALL_LETTER:
        return letters(arena, 'a', value);
    case IMPORT_NUMERAL_LETTER:
        return letters(arena, 'A', value);
    case IMPORT_NUMERAL_SMALL_ROMAN:
        return roman(arena, true, value);
    case IMPORT_NUMERAL_ROMAN:
        return roman(arena, false, value);
    case IMPORT_NUMERAL_NONE:
    case IMPORT_NUMERAL_BULLET:
    case IMPORT_NUMERAL_OTHER:
        break;
    }
    return QC_STR("");
}
