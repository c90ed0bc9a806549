/*
 * utf8.c - code points: decoding, classes, case, width, normal form.
 *
 * Owns nothing. Must not use the locale: results are the same everywhere.
 */
#include "base/utf8.h"

#include <stdint.h>
#include <utf8proc.h>

size_t qc_utf8_invalid(const char *bytes, size_t len)
{
    const unsigned char *p = (const unsigned char *)bytes;
    size_t i = 0;
    while (i < len) {
        unsigned char c = p[i];
        if (c < 0x80) {
            i++;
            continue;
        }
        size_t n = c >= 0xC2 && c <= 0xDF ? 2 : c >= 0xE0 && c <= 0xEF ? 3 : c >= 0xF0 && c <= 0xF4 ? 4 : 0;
        if (n == 0 || n > len - i)
            return i;
        /* overlong forms, surrogates and values above U+10FFFF show in the second byte */
        unsigned char low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
        unsigned char high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
        if (p[i + 1] < low || p[i + 1] > high)
            return i;
        for (size_t k = 2; k < n; k++)
            if ((p[i + k] & 0xC0) != 0x80)
                return i;
        i += n;
    }
    return len;
}

size_t qc_utf8_encode(unsigned code_point, char *out)
{
    unsigned char *p = (unsigned char *)out;
    if (code_point < 0x80) {
        p[0] = (unsigned char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        p[0] = (unsigned char)(0xC0 | code_point >> 6);
        p[1] = (unsigned char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000) {
        p[0] = (unsigned char)(0xE0 | code_point >> 12);
        p[1] = (unsigned char)(0x80 | (code_point >> 6 & 0x3F));
        p[2] = (unsigned char)(0x80 | (code_point & 0x3F));
        return 3;
    }
    p[0] = (unsigned char)(0xF0 | code_point >> 18);
    p[1] = (unsigned char)(0x80 | (code_point >> 12 & 0x3F));
    p[2] = (unsigned char)(0x80 | (code_point >> 6 & 0x3F));
    p[3] = (unsigned char)(0x80 | (code_point & 0x3F));
    return 4;
}

unsigned qc_code_before(struct qc_str text, size_t at)
{
    size_t i = at, n;
    if (at == 0)
        return 0;
    do
        i--;
    while (i > 0 && ((unsigned char)text.ptr[i] & 0xC0) == 0x80);
    return qc_utf8_decode(text, i, &n);
}

size_t qc_utf8_count(struct qc_str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return count;
}

size_t qc_utf8_utf16(struct qc_str text)
{
    size_t units = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        units += (size_t)((c & 0xC0) != 0x80) + (size_t)(c >= 0xF0);
    }
    return units;
}

size_t qc_utf8_width(struct qc_str text, size_t start)
{
    size_t column = start, n;
    for (size_t i = 0; i < text.len; i += n) {
        unsigned c = qc_utf8_decode(text, i, &n);
        if (c == '\t')
            column += 8 - column % 8;
        else if (c < 0x20 || qc_is_control(c))
            column += 1;
        else {
            int width = utf8proc_charwidth((utf8proc_int32_t)c);
            column += width > 0 ? (size_t)width : 0;
        }
    }
    return column - start;
}

bool qc_is_mark(unsigned c)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
}

bool qc_is_control(unsigned c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x200E || c == 0x200F || c == 0x061C || c == 0x2028 || c == 0x2029;
}

bool qc_is_noncharacter(unsigned c)
{
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

enum qc_letter qc_letter_of_unicode(unsigned c)
{
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LL: return QC_SMALL_LETTER;
    case UTF8PROC_CATEGORY_LU: return QC_CAPITAL_LETTER;
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return QC_OTHER_LETTER;
    default: return QC_NO_LETTER;
    }
}

/* What a byte at the start of a code point says; that of a letter may be followed by any that are no start. */
enum byte_class { DECODE, NO_WORD, WORD, C3, E1 };

static const unsigned char classes[256] = {
    /* clang-format off */
    [' '] = NO_WORD, [','] = NO_WORD, ['.'] = NO_WORD, [';'] = NO_WORD, [':'] = NO_WORD,
    ['0'] = WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD,
    ['A'] = WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD,
            WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD,
    ['a'] = WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD,
            WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD,
    [0x80] = WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD,
             WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD,
             WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD,
             WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD,
    [0xC3] = C3, /* U+00C0 to U+00FF: letters, less × and ÷ */
    [0xC4] = WORD, WORD, WORD, /* U+0100 to U+01BF */
    [0xE1] = E1, /* U+1E00 to U+1EFF are letters; few others have names in Vietnam */
    /* clang-format on */
};

static bool is_letter_behind_c3(unsigned char second)
{
    return second != 0x97 && second != 0xB7;
}

static bool is_latin_behind_e1(unsigned char second)
{
    return second >= 0xB8 && second <= 0xBB;
}

size_t qc_word_end(struct qc_str text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    size_t n;
    while (at < text.len) {
        enum byte_class class = (enum byte_class)classes[p[at]];
        if (class == WORD)
            at++;
        else if (class == E1 && is_latin_behind_e1(p[at + 1]))
            at += 3;
        else if (class == C3 && is_letter_behind_c3(p[at + 1]))
            at += 2;
        else if (class != NO_WORD && qc_is_letter(qc_utf8_decode(text, at, &n)))
            at += n;
        else
            break;
    }
    return at;
}

unsigned qc_lower(unsigned c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (c >= 0x1EA0 && c <= 0x1EF9)
        return c | 1;
    if (c >= 0xC0 && c <= 0xFF && c != 0xD7)
        return c <= 0xDE ? c + 32 : c;
    if (c == 0x102 || c == 0x110 || c == 0x1A0 || c == 0x1AF)
        return c + 1;
    if (c == 0x103 || c == 0x111 || c == 0x1A1 || c == 0x1B0)
        return c;
    return (unsigned)utf8proc_tolower((utf8proc_int32_t)c);
}

size_t qc_blank_prefix(struct qc_str text)
{
    size_t i = 0, n;
    while (i < text.len && qc_is_blank(qc_utf8_decode(text, i, &n)))
        i += n;
    return i;
}

static bool is_visible(char c)
{
    return c > ' ' && (unsigned char)c < 0x80;
}

struct qc_str qc_str_trim(struct qc_str text)
{
    size_t n;
    if (text.len > 0 && (is_visible(text.ptr[0]) || (unsigned char)text.ptr[0] == 0xC4) && is_visible(text.ptr[text.len - 1]))
        return text; /* a letter or mark at both ends, as nearly always; 0xC4 begins Đ */
    while (text.len > 0) {
        unsigned c = qc_utf8_decode(text, 0, &n);
        if (c != '\n' && !qc_is_blank(c))
            break;
        text = qc_str_skip(text, n);
    }
    while (text.len > 0) {
        size_t last = text.len - 1;
        while (last > 0 && ((unsigned char)text.ptr[last] & 0xC0) == 0x80)
            last--;
        unsigned c = qc_utf8_decode(text, last, &n);
        if (c != '\n' && !qc_is_blank(c))
            break;
        text.len = last;
    }
    return text;
}

unsigned qc_str_first_code(struct qc_str text)
{
    size_t n;
    return qc_utf8_decode(text, qc_blank_prefix(text), &n);
}

bool qc_str_is_capitals(struct qc_str text)
{
    bool letters = false;
    size_t n;
    for (size_t i = 0; i < text.len; i += n) {
        unsigned c = qc_utf8_decode(text, i, &n);
        if (qc_is_lower(c))
            return false;
        letters = letters || qc_is_letter(c);
    }
    return letters;
}

struct qc_str qc_str_upper(struct qc_arena *arena, struct qc_str text)
{
    struct qc_buf buf = { .arena = arena };
    size_t n;
    for (size_t i = 0; i < text.len; i += n) {
        unsigned c = qc_utf8_decode(text, i, &n);
        qc_buf_code(&buf, c < 0x80 ? (c >= 'a' && c <= 'z' ? c - 32 : c)
                                   : (unsigned)utf8proc_toupper((utf8proc_int32_t)c));
    }
    return qc_buf_str(&buf);
}

