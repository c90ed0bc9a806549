/*
 * glance.c - one look at a whole text, 32 bytes at a time where the machine
 * has AVX2.
 *
 * Owns the words of units as they end. Must not decide what a reference is:
 * reference.c reads the texts that may hold one.
 */
#include "sema/glance.h"

#include "base/bytes.h"
#include "base/utf8.h"

#if defined __x86_64__ && defined __GNUC__
#define QC_HAS_AVX2 1
#include <immintrin.h>
#endif

/* --- a word of a unit, and a number ------------------------------------------------------------ */

/* Each as it may be typed: small, with a capital, in capitals. "Tiểu mục" ends as "mục" does. */
#define WORD(small, rest, capital, upper) QC_STR_OF(small rest), QC_STR_OF(capital rest), QC_STR_OF(upper)
#define QC_STR_OF(literal) { (literal), sizeof(literal) - 1 }
static const struct qc_str words[] = {
    WORD("đ", "iều", "Đ", "ĐIỀU"),  WORD("k", "hoản", "K", "KHOẢN"),   WORD("đ", "iểm", "Đ", "ĐIỂM"),
    WORD("m", "ục", "M", "MỤC"),    WORD("c", "hương", "C", "CHƯƠNG"), WORD("p", "hần", "P", "PHẦN"),
};

static bool ends_in_word(struct qc_str text)
{
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (qc_str_ends(text, words[i]))
            return true;
    return false;
}

/* "5", "IV", "a", "đ", "này"; not the second word of "điều kiện". */
static bool opens_number(struct qc_str text)
{
    size_t n, m;
    unsigned first = qc_utf8_decode(text, 0, &n);
    return (first >= '0' && first <= '9') || qc_is_upper(first) || qc_str_starts(text, QC_STR("này")) ||
           (n > 0 && !qc_is_letter(qc_utf8_decode(text, n, &m)));
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
    for (size_t at = 0; !glance.refers && (at = qc_bytes_gap(text, at)) < text.len; at++)
        glance.refers = refers_at(text, at);
    /* qc_bytes_gap knows no blank but U+0020, and takes "a–" for a word */
    for (size_t at = 0; !glance.refers && !glance.tame && at < text.len; at++)
        glance.refers = may_be_blank((unsigned char)text.ptr[at]) && refers_at(text, at);
    return glance;
}

#ifndef QC_HAS_AVX2

struct qc_glance qc_glance_at(struct qc_str text)
{
    return qc_glance_at_portable(text);
}

#else

/* --- 32 bytes at a time --------------------------------------------------------------------------- */

enum { WIDTH = 32, HALF = 16 };

#define AVX2 __attribute__((target("avx2")))

/*
 * A class of bytes is a bit. A byte is in it when both tables have the bit:
 * by_low at its low four bits, by_high at its high four.
 */
struct classes {
    unsigned char by_low[HALF], by_high[HALF];
};

/* One class for each row of sixteen that holds tame bytes, or for several that hold the same. */
enum { SIGNS = 1, FIGURES = 2, A_TO_O = 4, P_TO_Z = 8, LEADS = 16, LEAD_OF_THREE = 32, FOLLOWING = 64 };
static const struct classes tame = {
    .by_low = {
        [0x0] = SIGNS | FIGURES | P_TO_Z | FOLLOWING,
        [0x1] = FIGURES | A_TO_O | P_TO_Z | LEAD_OF_THREE | FOLLOWING,
        [0x2] = FIGURES | A_TO_O | P_TO_Z | FOLLOWING,
        [0x3] = FIGURES | A_TO_O | P_TO_Z | LEADS | FOLLOWING,
        [0x4] = FIGURES | A_TO_O | P_TO_Z | LEADS | FOLLOWING,
        [0x5] = FIGURES | A_TO_O | P_TO_Z | LEADS | FOLLOWING,
        [0x6] = FIGURES | A_TO_O | P_TO_Z | LEADS | FOLLOWING,
        [0x7] = FIGURES | A_TO_O | P_TO_Z | FOLLOWING,
        [0x8] = SIGNS | FIGURES | A_TO_O | P_TO_Z | FOLLOWING,
        [0x9] = SIGNS | FIGURES | A_TO_O | P_TO_Z | FOLLOWING,
        [0xA] = FIGURES | A_TO_O | P_TO_Z | FOLLOWING,
        [0xB] = FIGURES | A_TO_O | FOLLOWING,
        [0xC] = SIGNS | A_TO_O | FOLLOWING,
        [0xD] = SIGNS | A_TO_O | FOLLOWING,
        [0xE] = SIGNS | A_TO_O | FOLLOWING,
        [0xF] = SIGNS | A_TO_O | FOLLOWING,
    },
    .by_high = {
        [0x2] = SIGNS, [0x3] = FIGURES, [0x4] = A_TO_O, [0x5] = P_TO_Z, [0x6] = A_TO_O, [0x7] = P_TO_Z,
        [0x8] = FOLLOWING, [0x9] = FOLLOWING, [0xA] = FOLLOWING, [0xB] = FOLLOWING,
        [0xC] = LEADS, [0xE] = LEAD_OF_THREE,
    },
};

/*
 * What the words have near their ends, small or capital: the last byte of one
 * letter and the first of the next. The letters with an accent end in an odd
 * byte when they are small, in the even one before it when they are capitals.
 */
enum { EU = 1 /* điều */, EM = 2 /* điểm */, AN = 4 /* khoản, phần */, UC = 8 /* mục */, UO = 16 /* chương */ };
static const struct classes first_of_pair = {
    .by_low = {
        [0x0] = EU | UO, [0x1] = EU, [0x2] = EM | AN, [0x3] = EM | AN, [0x4] = UC, [0x5] = UC, [0x6] = AN, [0x7] = AN,
        [0xF] = UO,
    },
    .by_high = { [0x8] = EU | EM, [0xA] = AN | UC | UO, [0xB] = UO },
};
static const struct classes second_of_pair = {
    .by_low = { [0x3] = UC, [0x5] = EU, [0x6] = UO, [0xD] = EM, [0xE] = AN },
    .by_high = { [0x4] = EM | AN | UC, [0x5] = EU, [0x6] = EM | AN | UC, [0x7] = EU, [0xC] = UO },
};

struct lookup {
    __m256i by_low, by_high;
};

AVX2 static inline struct lookup lookup_of(const struct classes *classes)
{
    return (struct lookup){
        _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)classes->by_low)),
        _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)classes->by_high)),
    };
}

AVX2 static inline __m256i load(const char *bytes)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)bytes);
}

/* The classes of each byte. */
AVX2 static inline __m256i classes_of(__m256i x, struct lookup lookup)
{
    __m256i low = _mm256_set1_epi8(0x0F);
    return _mm256_and_si256(_mm256_shuffle_epi8(lookup.by_low, _mm256_and_si256(x, low)),
                            _mm256_shuffle_epi8(lookup.by_high, _mm256_and_si256(_mm256_srli_epi16(x, 4), low)));
}

/* A bit for each byte that is zero. */
AVX2 static inline unsigned zeros_of(__m256i x)
{
    return (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(x, _mm256_setzero_si256()));
}

AVX2 static bool has_mark(__m256i x)
{
    static const char marks[] = { '\\', '{', '}', '*', '`', '[' };
    __m256i found = _mm256_setzero_si256();
    for (size_t i = 0; i < sizeof marks; i++)
        found = _mm256_or_si256(found, _mm256_cmpeq_epi8(x, _mm256_set1_epi8(marks[i])));
    return _mm256_movemask_epi8(found) != 0;
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
AVX2 static struct qc_glance glance_at(const char *bytes, struct qc_str text)
{
    const struct lookup for_tame = lookup_of(&tame), for_first = lookup_of(&first_of_pair), for_second = lookup_of(&second_of_pair);
    struct qc_glance glance = { .tame = true };
    size_t final = text.len > WIDTH ? text.len - WIDTH - 1 : 0, at = 0;
    __m256i x = load(bytes + final + 1); /* its last byte begins no pair */
    if (zeros_of(classes_of(x, for_tame)) != 0) {
        glance.tame = false;
        glance.marked = has_mark(x);
    }
    for (;;) {
        x = load(bytes + at);
        if (zeros_of(classes_of(x, for_tame)) != 0) {
            glance.tame = false;
            glance.marked = glance.marked || has_mark(x);
        }
        unsigned pairs = ~zeros_of(_mm256_and_si256(classes_of(x, for_first), classes_of(load(bytes + at + 1), for_second)));
        if (pairs != 0 && !glance.refers)
            glance.refers = refers_in(text, at, pairs);
        if (at == final)
            return glance;
        at = final - at > WIDTH ? at + WIDTH : final;
    }
}

struct qc_glance qc_glance_at(struct qc_str text)
{
    if (!__builtin_cpu_supports("avx2"))
        return qc_glance_at_portable(text);
    if (text.len > WIDTH)
        return glance_at(text.ptr, text);
    char room[WIDTH + 1]; /* blanks behind the text say nothing */
    memset(room, ' ', sizeof room);
    if (text.len > 0)
        memcpy(room, text.ptr, text.len);
    return glance_at(room, (struct qc_str){ room, text.len });
}

#endif
