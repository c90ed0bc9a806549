/*
 * glance.c - one look at a whole text, 32 bytes at a time where the machine
 * has AVX2.
 *
 * Owns the words of units as they end. Must not decide what a reference is:
 * reference.c reads the texts that may hold one.
 */
#include "sema/glance.h"

#include "base/bytes.h"
#include "base/wide.h"
#include "base/utf8.h"

/* --- a word of a unit, and a number ------------------------------------------------------------ */

/* In small letters; "tiểu mục" ends as "mục" does. */
static const struct qc_str words[] = {
    { "điều", sizeof "điều" - 1 }, { "khoản", sizeof "khoản" - 1 },   { "điểm", sizeof "điểm" - 1 },
    { "mục", sizeof "mục" - 1 },   { "chương", sizeof "chương" - 1 }, { "phần", sizeof "phần" - 1 },
};

/* Does text end in a word, with capitals or without? A capital of theirs has as many bytes as its small letter. */
static bool ends_in(struct qc_str text, struct qc_str word)
{
    if (text.len < word.len)
        return false;
    struct qc_str end = qc_str_skip(text, text.len - word.len);
    for (size_t i = 0, n, m; i < word.len; i += n)
        if (qc_lower(qc_utf8_decode(end, i, &n)) != qc_utf8_decode(word, i, &m) || n != m)
            return false;
    return true;
}

static bool ends_in_word(struct qc_str text)
{
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (ends_in(text, words[i]))
            return true;
    return false;
}

/* "ii", "iv": a small Roman number as points have it, or a word like "vi". */
static bool is_small_roman(struct qc_str text)
{
    size_t end = 0, n;
    while (end < text.len && (text.ptr[end] == 'i' || text.ptr[end] == 'v' || text.ptr[end] == 'x'))
        end++;
    return end > 0 && !qc_is_letter(qc_utf8_decode(text, end, &n));
}

/* "5", "IV", "a", "đ", "ii", "này", and "từ" of "từ a đến d"; not the second word of "điều kiện". */
static bool opens_number(struct qc_str text)
{
    size_t n, m;
    unsigned first = qc_utf8_decode(text, 0, &n);
    return (first >= '0' && first <= '9') || qc_is_upper(first) || qc_str_starts(text, QC_STR("này")) ||
           qc_str_starts(text, QC_STR("từ")) || (n > 0 && !qc_is_letter(qc_utf8_decode(text, n, &m))) ||
           is_small_roman(text);
}

/* All blanks but that of Ogham begin with another byte. */
static bool may_be_letter(char c)
{
    return (c >= 'a' && c <= 'z') || c == (char)0xE1;
}

/* Does a word of a unit end at text[at], and a number follow? */
static bool refers_at(struct qc_str text, size_t at)
{
    struct qc_str rest = qc_str_skip(text, at);
    size_t blank = rest.len == 0 || may_be_letter(rest.ptr[0]) ? 0 : qc_blank_prefix(rest);
    return blank > 0 && opens_number(qc_str_skip(rest, blank)) && ends_in_word(qc_str_slice(text, 0, at));
}

/* --- by what base/bytes.h can look for ------------------------------------------------------------ */

static bool is_marked(struct qc_str text)
{
    static const bool is_mark[256] = { ['\\'] = true, ['{'] = true, ['}'] = true, ['*'] = true, ['`'] = true, ['['] = true };
    for (size_t i = 0; i < text.len; i++)
        if (is_mark[(unsigned char)text.ptr[i]])
            return true;
    return false;
}

static bool may_be_blank(unsigned char c)
{
    return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF;
}

struct qc_glance qc_glance_at_portable(struct qc_str text)
{
    struct qc_glance glance = { .tame = qc_bytes_tame(text) == text.len };
    glance.marked = !glance.tame && is_marked(text);
    for (size_t at = 0; !glance.refers && at < text.len; at++)
        glance.refers = may_be_blank((unsigned char)text.ptr[at]) && refers_at(text, at);
    return glance;
}

#ifndef __x86_64__

struct qc_glance qc_glance_at(struct qc_str text)
{
    return qc_glance_at_portable(text);
}

#else

/* --- 32 bytes at a time --------------------------------------------------------------------------- */

/*
 * What the words have near their ends, small or capital: the last byte of one
 * letter and the first of the next. The letters with an accent end in an odd
 * byte when they are small, in the even one before it when they are capitals.
 */
enum { EU = 1 /* điều */, EM = 2 /* điểm */, AN = 4 /* khoản, phần */, UC = 8 /* mục */, UO = 16 /* chương */ };
static const struct halves first_of_pair = {
    .low = {
        [0x0] = EU | UO, [0x1] = EU, [0x2] = EM | AN, [0x3] = EM | AN, [0x4] = UC, [0x5] = UC, [0x6] = AN, [0x7] = AN,
        [0xF] = UO,
    },
    .high = { [0x8] = EU | EM, [0xA] = AN | UC | UO, [0xB] = UO },
};
static const struct halves second_of_pair = {
    .low = { [0x3] = UC, [0x5] = EU, [0x6] = UO, [0xD] = EM, [0xE] = AN },
    .high = { [0x4] = EM | AN | UC, [0x5] = EU, [0x6] = EM | AN | UC, [0x7] = EU, [0xC] = UO },
};

WIDE static bool has_mark(__m256i x)
{
    static const char marks[] = { '\\', '{', '}', '*', '`', '[' };
    __m256i found = _mm256_setzero_si256();
    for (size_t i = 0; i < sizeof marks; i++)
        found = _mm256_or_si256(found, _mm256_cmpeq_epi8(x, every((unsigned char)marks[i])));
    return bits(found) != 0;
}

/* Goes a word on at text[at], or does another in small letters follow, as far as two bytes tell? */
static inline bool goes_on(struct qc_str text, size_t at)
{
    if (text.len - at < 3)
        return false;
    const unsigned char *p = (const unsigned char *)text.ptr + at + (text.ptr[at] == ' ');
    return p[0] >= 'a' && p[0] <= 'z' && (p < (const unsigned char *)text.ptr + at + 1 || (p[1] >= 'a' && p[1] <= 'z'));
}

/* pairs: a bit for each byte of text[at], … with which one begins. */
static bool refers_in(struct qc_str text, size_t at, unsigned pairs)
{
    enum { PAIR = 2, BEHIND_UO = 3 /* bytes of chương behind its pair */ };
    for (; pairs != 0; pairs &= pairs - 1) {
        size_t end = at + (size_t)__builtin_ctz(pairs) + PAIR;
        if ((unsigned char)text.ptr[end - 1] >= 0x80)
            end += BEHIND_UO;
        if (end < text.len && !goes_on(text, end) && refers_at(text, end))
            return true;
    }
    return false;
}

/* bytes: those of text, and more behind it where that is shorter than a block and one byte. */
WIDE static struct qc_glance glance_at(const char *bytes, struct qc_str text)
{
    struct qc_glance glance = { .tame = true };
    size_t final = text.len > QC_WIDTH ? text.len - QC_WIDTH - 1 : 0, at = 0;
    __m256i x = load(bytes + final + 1); /* its last byte begins no pair */
    if (outside(&tame, x) != 0) {
        glance.tame = false;
        glance.marked = has_mark(x);
    }
    for (;;) {
        x = load(bytes + at);
        if (outside(&tame, x) != 0) {
            glance.tame = false;
            glance.marked = glance.marked || has_mark(x);
        }
        unsigned pairs = both(&first_of_pair, x, &second_of_pair, load(bytes + at + 1));
        if (pairs != 0 && !glance.refers)
            glance.refers = refers_in(text, at, pairs);
        if (at == final)
            return glance;
        at = final - at > QC_WIDTH ? at + QC_WIDTH : final;
    }
}

struct qc_glance qc_glance_at(struct qc_str text)
{
    if (!qc_bytes_wide())
        return qc_glance_at_portable(text);
    if (text.len > QC_WIDTH)
        return glance_at(text.ptr, text);
    char room[QC_WIDTH + 1]; /* blanks behind the text say nothing */
    memset(room, ' ', sizeof room);
    if (text.len > 0)
        memcpy(room, text.ptr, text.len);
    return glance_at(room, (struct qc_str){ room, text.len });
}

#endif
