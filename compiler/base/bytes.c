/*
 * bytes.c - looks at long text, sixteen bytes at a time.
 *
 * Owns nothing. Must not decide what follows from an answer.
 */
#include "base/bytes.h"

#include <stdint.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* --- a byte at a time ------------------------------------------------------------------- */

/* Length of the plain code point at the start of text, or 0. */
static size_t plain_length(struct qc_str text)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    if (p[0] < 0x80)
        return p[0] != '\0' && p[0] != '\r';
    if (p[0] >= 0xC2 && p[0] <= 0xCB)
        return text.len > 1 && p[1] >> 6 == 2 ? 2 : 0;
    if (text.len < 3 || p[1] >> 6 != 2 || p[2] >> 6 != 2)
        return 0;
    return (p[0] == 0xE1 && p[1] >= 0xB8 && p[1] <= 0xBB) || (p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x82) ? 3 : 0;
}

bool qc_bytes_are_plain_portable(struct qc_str text)
{
    while (text.len > 0) {
        size_t length = plain_length(text);
        if (length == 0)
            return false;
        text = qc_str_skip(text, length);
    }
    return true;
}

static bool is_figure(unsigned char c)
{
    return c >= '0' && c <= '9';
}

/* A byte of a letter of Latin scripts, or the blank. */
static bool is_letter_or_blank(unsigned char c)
{
    unsigned char letter = c | 0x20;
    return (letter >= 'a' && letter <= 'z') || c == ' ' || (c >= 0x80 && c <= 0xBF) || (c >= 0xC3 && c <= 0xC6) ||
           c == 0xE1;
}

static bool is_tame(unsigned char c)
{
    return is_letter_or_blank(c) || (c >= '-' && c <= ';') || c == ',' || c == '(' || c == ')';
}

size_t qc_bytes_mark_portable(struct qc_str text, size_t from)
{
    while (from < text.len && (is_letter_or_blank((unsigned char)text.ptr[from]) || is_figure((unsigned char)text.ptr[from])))
        from++;
    return from;
}

size_t qc_bytes_word_portable(struct qc_str text, size_t from)
{
    while (from < text.len && text.ptr[from] != ' ' &&
           (is_letter_or_blank((unsigned char)text.ptr[from]) || is_figure((unsigned char)text.ptr[from])))
        from++;
    return from;
}

size_t qc_bytes_figure_portable(struct qc_str text, size_t from)
{
    while (from < text.len && !is_figure((unsigned char)text.ptr[from]))
        from++;
    return from;
}

size_t qc_bytes_tame_portable(struct qc_str text)
{
    size_t i = 0;
    while (i < text.len && is_tame((unsigned char)text.ptr[i]))
        i++;
    return i;
}

static bool may_begin_control(unsigned char c)
{
    return (c < ' ' && c != '\n' && c != '\t') || c == 0x7F || c == 0xC2 || c == 0xD8 || c == 0xE2;
}

size_t qc_bytes_control_portable(struct qc_str text, size_t from)
{
    while (from < text.len && !may_begin_control((unsigned char)text.ptr[from]))
        from++;
    return from;
}

static bool has_blank_at_end(struct qc_str text)
{
    return text.len > 0 && (text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ');
}

bool qc_bytes_tidy_portable(struct qc_str text)
{
    bool pair = false;
    for (size_t i = 1; i < text.len; i++)
        pair = pair || (text.ptr[i - 1] == ' ' && text.ptr[i] == ' ');
    return !pair && !has_blank_at_end(text) && qc_bytes_tame_portable(text) == text.len;
}

/* "ng", "ph", "tỉ", but not "này": two bytes with which a word in small letters begins. */
static bool begins_small_word(const unsigned char *p)
{
    return p[0] >= 'a' && p[0] <= 'z' && ((p[1] >= 'a' && p[1] <= 'z') || p[1] >= 0xC4);
}

size_t qc_bytes_gap_portable(struct qc_str text, size_t from)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    while (from < text.len && (p[from] != ' ' || (text.len - from > 2 && begins_small_word(p + from + 1))))
        from++;
    return from;
}

#ifndef __SSE2__

bool qc_bytes_are_plain(struct qc_str text)
{
    return qc_bytes_are_plain_portable(text);
}

size_t qc_bytes_tame(struct qc_str text)
{
    return qc_bytes_tame_portable(text);
}

size_t qc_bytes_gap(struct qc_str text, size_t from)
{
    return qc_bytes_gap_portable(text, from);
}

size_t qc_bytes_mark(struct qc_str text, size_t from)
{
    return qc_bytes_mark_portable(text, from);
}

size_t qc_bytes_word(struct qc_str text, size_t from)
{
    return qc_bytes_word_portable(text, from);
}

size_t qc_bytes_figure(struct qc_str text, size_t from)
{
    return qc_bytes_figure_portable(text, from);
}

size_t qc_bytes_control(struct qc_str text, size_t from)
{
    return qc_bytes_control_portable(text, from);
}

bool qc_bytes_tidy(struct qc_str text)
{
    return qc_bytes_tidy_portable(text);
}

size_t qc_bytes_count(struct qc_str text, char byte)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == byte;
    return count;
}

#else

/* --- sixteen at a time -------------------------------------------------------------------- */

enum { WIDTH = 16 };

static __m128i load(const char *bytes)
{
    return _mm_loadu_si128((const __m128i *)(const void *)bytes);
}

static __m128i same(__m128i x, unsigned char byte)
{
    return _mm_cmpeq_epi8(x, _mm_set1_epi8((char)byte));
}

static __m128i between(__m128i x, unsigned char low, unsigned char high)
{
    __m128i above = _mm_sub_epi8(x, _mm_set1_epi8((char)low));
    return _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8((char)(high - low))), above);
}

/* The lead bytes of a block, and where they stand in the block before it. */
struct leads {
    __m128i two, e1, e2; /* of two bytes; of U+1E00 to U+1EFF; of U+2002 to U+203F */
};

/* A mask of x, moved one byte on; of before, the last. */
static __m128i moved_one(__m128i x, __m128i before)
{
    return _mm_or_si128(_mm_slli_si128(x, 1), _mm_srli_si128(before, WIDTH - 1));
}

static __m128i moved_two(__m128i x, __m128i before)
{
    return _mm_or_si128(_mm_slli_si128(x, 2), _mm_srli_si128(before, WIDTH - 2));
}

/* Bytes of x that are not plain, behind those whose leads are before. */
static __m128i not_plain(__m128i x, struct leads *before)
{
    __m128i refused = _mm_or_si128(same(x, '\0'), same(x, '\r'));
    struct leads leads = { between(x, 0xC2, 0xCB), same(x, 0xE1), same(x, 0xE2) };
    __m128i second_e1 = moved_one(leads.e1, before->e1), second_e2 = moved_one(leads.e2, before->e2);
    __m128i third_e2 = moved_two(leads.e2, before->e2);
    __m128i three = _mm_or_si128(leads.e1, leads.e2), three_before = _mm_or_si128(before->e1, before->e2);
    __m128i must_follow = _mm_or_si128(
        moved_one(_mm_or_si128(leads.two, three), _mm_or_si128(before->two, three_before)), moved_two(three, three_before));
    __m128i follows = _mm_cmplt_epi8(x, _mm_set1_epi8((char)0xC0)); /* signed: 0x80 to 0xBF */
    __m128i lead_or_ascii = _mm_or_si128(_mm_or_si128(leads.two, three), _mm_cmpgt_epi8(x, _mm_set1_epi8(-1)));
    __m128i known = _mm_or_si128(lead_or_ascii, follows);
    __m128i second = _mm_or_si128(_mm_andnot_si128(between(x, 0xB8, 0xBB), second_e1),
                                  _mm_andnot_si128(same(x, 0x80), second_e2));
    __m128i third = _mm_and_si128(between(x, 0x80, 0x81), third_e2);
    *before = leads;
    return _mm_or_si128(_mm_or_si128(_mm_or_si128(refused, _mm_xor_si128(must_follow, follows)), _mm_or_si128(second, third)),
                        _mm_andnot_si128(known, _mm_set1_epi8(-1)));
}

bool qc_bytes_are_plain(struct qc_str text)
{
    __m128i none = _mm_setzero_si128(), bad = none;
    struct leads before = { none, none, none };
    size_t i = 0;
    for (; text.len - i >= WIDTH; i += WIDTH)
        bad = _mm_or_si128(bad, not_plain(load(text.ptr + i), &before));
    char rest[WIDTH]; /* blanks behind the end show that a code point was cut short */
    memset(rest, ' ', sizeof rest);
    if (i < text.len)
        memcpy(rest, text.ptr + i, text.len - i);
    bad = _mm_or_si128(bad, not_plain(load(rest), &before));
    return _mm_movemask_epi8(bad) == 0;
}

static __m128i letters(__m128i x)
{
    __m128i letter = between(_mm_or_si128(x, _mm_set1_epi8(0x20)), 'a', 'z');
    __m128i beyond = _mm_or_si128(_mm_cmplt_epi8(x, _mm_set1_epi8((char)0xC0)), /* signed: 0x80 to 0xBF */
                                  _mm_or_si128(between(x, 0xC3, 0xC6), same(x, 0xE1)));
    return _mm_or_si128(letter, beyond);
}

static __m128i letters_and_blanks(__m128i x)
{
    return _mm_or_si128(letters(x), same(x, ' '));
}

/* A bit for each byte that is not among some. */
static unsigned others(__m128i some)
{
    return (unsigned)_mm_movemask_epi8(some) ^ 0xFFFFu;
}

static unsigned wild_of(__m128i x)
{
    __m128i mark = _mm_or_si128(between(x, '-', ';'), _mm_or_si128(same(x, ','), between(x, '(', ')')));
    return others(_mm_or_si128(letters_and_blanks(x), mark));
}

size_t qc_bytes_tame(struct qc_str text)
{
    size_t i = 0;
    for (; text.len - i >= WIDTH; i += WIDTH) {
        unsigned wild = wild_of(load(text.ptr + i));
        if (wild != 0)
            return i + (size_t)__builtin_ctz(wild);
    }
    if (text.len < WIDTH)
        return qc_bytes_tame_portable(text);
    /* the last sixteen, of which the first are known to be tame */
    unsigned wild = wild_of(load(text.ptr + text.len - WIDTH));
    return wild == 0 ? text.len : text.len - WIDTH + (size_t)__builtin_ctz(wild);
}

size_t qc_bytes_gap(struct qc_str text, size_t from)
{
    for (; text.len - from >= WIDTH + 2; from += WIDTH) {
        const char *at = text.ptr + from;
        __m128i second = load(at + 2);
        __m128i goes_on = _mm_or_si128(between(second, 'a', 'z'), between(second, 0xC4, 0xFF));
        __m128i small_word = _mm_and_si128(between(load(at + 1), 'a', 'z'), goes_on);
        unsigned gaps = (unsigned)_mm_movemask_epi8(_mm_andnot_si128(small_word, same(load(at), ' ')));
        if (gaps != 0)
            return from + (size_t)__builtin_ctz(gaps);
    }
    return qc_bytes_gap_portable(text, from);
}

size_t qc_bytes_mark(struct qc_str text, size_t from)
{
    for (; text.len - from >= WIDTH; from += WIDTH) {
        __m128i x = load(text.ptr + from);
        unsigned marks = others(_mm_or_si128(letters_and_blanks(x), between(x, '0', '9')));
        if (marks != 0)
            return from + (size_t)__builtin_ctz(marks);
    }
    return qc_bytes_mark_portable(text, from);
}

size_t qc_bytes_word(struct qc_str text, size_t from)
{
    for (; text.len - from >= WIDTH; from += WIDTH) {
        __m128i x = load(text.ptr + from);
        unsigned marks = others(_mm_or_si128(letters(x), between(x, '0', '9')));
        if (marks != 0)
            return from + (size_t)__builtin_ctz(marks);
    }
    return qc_bytes_word_portable(text, from);
}

size_t qc_bytes_figure(struct qc_str text, size_t from)
{
    for (; text.len - from >= WIDTH; from += WIDTH) {
        unsigned figures = (unsigned)_mm_movemask_epi8(between(load(text.ptr + from), '0', '9'));
        if (figures != 0)
            return from + (size_t)__builtin_ctz(figures);
    }
    return qc_bytes_figure_portable(text, from);
}

static unsigned controls_of(__m128i x)
{
    __m128i low = _mm_andnot_si128(between(x, '\t', '\n'), between(x, 0, ' ' - 1));
    __m128i leads = _mm_or_si128(same(x, 0xC2), _mm_or_si128(same(x, 0xD8), same(x, 0xE2)));
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(low, same(x, 0x7F)), leads));
}

size_t qc_bytes_control(struct qc_str text, size_t from)
{
    for (; text.len - from >= WIDTH; from += WIDTH) {
        unsigned controls = controls_of(load(text.ptr + from));
        if (controls != 0)
            return from + (size_t)__builtin_ctz(controls);
    }
    return qc_bytes_control_portable(text, from);
}

/* A bit for each byte that is not tame, or a blank before another; of text[at] to text[at + 16], which must be there. */
static unsigned untidy_at(struct qc_str text, size_t at)
{
    __m128i x = load(text.ptr + at);
    __m128i pairs = _mm_and_si128(same(x, ' '), same(load(text.ptr + at + 1), ' '));
    return wild_of(x) | (unsigned)_mm_movemask_epi8(pairs);
}

bool qc_bytes_tidy(struct qc_str text)
{
    if (text.len <= WIDTH)
        return qc_bytes_tidy_portable(text);
    unsigned untidy = 0;
    for (size_t i = 0; text.len - i > WIDTH; i += WIDTH)
        untidy |= untidy_at(text, i);
    untidy |= untidy_at(text, text.len - WIDTH - 1) | wild_of(load(text.ptr + text.len - WIDTH));
    return untidy == 0 && !has_blank_at_end(text);
}

size_t qc_bytes_count(struct qc_str text, char byte)
{
    enum { MOST = 255 }; /* rounds until a byte of the sums is full */
    size_t count = 0, i = 0;
    while (text.len - i >= WIDTH) {
        __m128i sums = _mm_setzero_si128();
        for (int round = 0; round < MOST && text.len - i >= WIDTH; round++, i += WIDTH)
            sums = _mm_sub_epi8(sums, same(load(text.ptr + i), (unsigned char)byte));
        sums = _mm_sad_epu8(sums, _mm_setzero_si128());
        count += (size_t)_mm_cvtsi128_si32(sums) + (size_t)_mm_cvtsi128_si32(_mm_srli_si128(sums, WIDTH / 2));
    }
    for (; i < text.len; i++)
        count += text.ptr[i] == byte;
    return count;
}

#endif
