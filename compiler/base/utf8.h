/*
 * utf8.h - code points: decoding, classes, case, width, normal form, names.
 *
 * Functions that take a qc_str expect valid UTF-8, but for qc_utf8_invalid,
 * which is how text becomes valid. Unicode data is utf8proc's.
 */
#ifndef QC_BASE_UTF8_H
#define QC_BASE_UTF8_H

#include "base/str.h"

/* Offset of the first byte that is not strict UTF-8 (RFC 3629), or len. */
size_t qc_utf8_invalid(const char *bytes, size_t len);

/* Code point at text[at]; its length goes to *length. At the end: 0, 0. */
static inline unsigned qc_utf8_decode(struct qc_str text, size_t at, size_t *length)
{
    if (at >= text.len) {
        *length = 0;
        return 0;
    }
    const unsigned char *p = (const unsigned char *)text.ptr + at;
    if (p[0] < 0x80) {
        *length = 1;
        return p[0];
    }
    if (p[0] < 0xE0) {
        *length = 2;
        return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    }
    if (p[0] < 0xF0) {
        *length = 3;
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    *length = 4;
    return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
}

/* Writes 1 to 4 bytes, returns how many. */
size_t qc_utf8_encode(unsigned code_point, char *out);

/* Code point before text[at]; 0 at the start. */
unsigned qc_code_before(struct qc_str text, size_t at);

/* Number of code points. */
size_t qc_utf8_count(struct qc_str text);

/* Number of UTF-16 code units (positions of the language server). */
size_t qc_utf8_utf16(struct qc_str text);

/* Columns on a terminal; a tab goes to the next multiple of 8 from start. */
size_t qc_utf8_width(struct qc_str text, size_t start);

/* Blank, no-break space, zero-width space, tab and their kin; not a newline. */
static inline bool qc_is_blank(unsigned c)
{
    if (c < 0x80)
        return c == ' ' || c == '\t' || c == '\v' || c == '\f';
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F ||
           c == 0x3000 || c == 0xFEFF;
}

enum qc_letter { QC_NO_LETTER, QC_SMALL_LETTER, QC_CAPITAL_LETTER, QC_OTHER_LETTER };

/* What qc_letter_of does for code points that Vietnamese does not use. */
enum qc_letter qc_letter_of_unicode(unsigned code_point);

/* Which letter a code point is; those of Vietnamese without a look into the tables of Unicode. */
static inline enum qc_letter qc_letter_of(unsigned c)
{
    if (c < 0x80)
        return c >= 'a' && c <= 'z' ? QC_SMALL_LETTER : c >= 'A' && c <= 'Z' ? QC_CAPITAL_LETTER : QC_NO_LETTER;
    if (c >= 0x1EA0 && c <= 0x1EF9)
        return c & 1 ? QC_SMALL_LETTER : QC_CAPITAL_LETTER;
    if (c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7)
        return c >= 0xDF ? QC_SMALL_LETTER : QC_CAPITAL_LETTER;
    if (c == 0x111 || c == 0x103 || c == 0x1A1 || c == 0x1B0)
        return QC_SMALL_LETTER;
    if (c >= 0x2010 && c <= 0x205F)
        return QC_NO_LETTER; /* dashes, quotation marks */
    return qc_letter_of_unicode(c);
}

static inline bool qc_is_upper(unsigned c)
{
    return qc_letter_of(c) == QC_CAPITAL_LETTER;
}

static inline bool qc_is_lower(unsigned c)
{
    return qc_letter_of(c) == QC_SMALL_LETTER;
}

static inline bool qc_is_letter(unsigned c)
{
    return qc_letter_of(c) != QC_NO_LETTER;
}

/* The end of the run of letters and ASCII figures at text[at]; at when there is none. */
size_t qc_word_end(struct qc_str text, size_t at);

/* The small letter of a capital, by code points alone; others as they are. */
unsigned qc_lower(unsigned code_point);

/* Is it of one of Unicode's categories of marks (Mn, Mc, Me)? */
bool qc_is_mark(unsigned code_point);

/* C0 and C1 controls, bidirectional controls, line separators: never shown raw on a terminal. */
bool qc_is_control(unsigned code_point);

/* U+FDD0..U+FDEF and the last two of each plane: never characters. */
bool qc_is_noncharacter(unsigned code_point);

/* text without blanks at both ends; blanks as in qc_is_blank, and newlines. */
struct qc_str qc_str_trim(struct qc_str text);

/* Length in bytes of the blanks at the start of text. */
size_t qc_blank_prefix(struct qc_str text);

/* First code point that is not blank, or 0. */
unsigned qc_str_first_code(struct qc_str text);

static inline bool qc_str_is_ascii(struct qc_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0x80)
            return false;
    return true;
}

/* Has letters, and none is in lower case. */
bool qc_str_is_capitals(struct qc_str text);

/* text in capitals, in the arena. */
struct qc_str qc_str_upper(struct qc_arena *arena, struct qc_str text);

/* True when text is surely in NFC by ranges of code points (no tables). */
bool qc_nfc_quick(struct qc_str text);

/* text in NFC, in the arena. */
struct qc_str qc_nfc(struct qc_arena *arena, struct qc_str text);

/*
 * The form in which names are compared: NFC, lower case, a run of blanks or
 * hyphens as one blank, none at the ends (language: "Names match with their
 * marks, or with none").
 */
struct qc_str qc_name_key(struct qc_arena *arena, struct qc_str name);

/* A name key without its Vietnamese marks, đ as d. */
struct qc_str qc_name_bare(struct qc_arena *arena, struct qc_str key);

/* Does a typed key mean the declared one: equal, or typed with no mark at all and equal without marks? */
bool qc_name_matches(struct qc_str typed_key, struct qc_str declared_key);

/* Edits between two keys by code points, at most limit + 1 (for "did you mean"). */
size_t qc_name_distance(struct qc_arena *arena, struct qc_str a, struct qc_str b, size_t limit);

#endif
