/*
 * wide.h - for the files that look at long text thirty-two bytes at a time,
 * where qc_bytes_wide says that the machine can.
 *
 * A byte is looked up by its two halves: a table for each has a bit for each
 * rectangle of the sixteen by sixteen bytes in which the half lies, and the
 * byte is in a rectangle whose bit both have. Two bytes beside each other are
 * looked up by their four halves (Keiser and Lemire, "Validating UTF-8 in
 * less than one instruction per byte", 2021).
 */
#ifndef QC_BASE_WIDE_H
#define QC_BASE_WIDE_H

#include "base/bytes_wide.h"

#ifdef __x86_64__

#include <immintrin.h>

#define WIDE __attribute__((target("avx2")))

/* By the upper half of a byte, and by the lower. */
struct halves {
    uint8_t high[16], low[16];
};

WIDE static inline __m256i load(const char *bytes)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)bytes);
}

WIDE static inline __m256i every(unsigned char byte)
{
    return _mm256_set1_epi8((char)byte);
}

WIDE static inline __m256i table(const uint8_t rows[16])
{
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)rows));
}

WIDE static inline __m256i low_half(__m256i x)
{
    return _mm256_and_si256(x, every(0x0F));
}

WIDE static inline __m256i high_half(__m256i x)
{
    return low_half(_mm256_srli_epi16(x, 4));
}

/* The bits that both halves have. */
WIDE static inline __m256i look_up(const struct halves *halves, __m256i high, __m256i low)
{
    return _mm256_and_si256(_mm256_shuffle_epi8(table(halves->high), high), _mm256_shuffle_epi8(table(halves->low), low));
}

WIDE static inline unsigned bits(__m256i x)
{
    return (unsigned)_mm256_movemask_epi8(x);
}

/* A bit for each byte that is in no rectangle. */
WIDE static inline unsigned outside(const struct halves *halves, __m256i x)
{
    __m256i found = look_up(halves, high_half(x), low_half(x));
    return bits(_mm256_cmpeq_epi8(found, _mm256_setzero_si256()));
}

/* A bit for each byte of x that is in the first rectangle of a pair, and whose neighbour in next is in the second. */
WIDE static inline unsigned both(const struct halves *first, __m256i x, const struct halves *second, __m256i next)
{
    __m256i pairs = _mm256_and_si256(look_up(first, high_half(x), low_half(x)), look_up(second, high_half(next), low_half(next)));
    return ~bits(_mm256_cmpeq_epi8(pairs, _mm256_setzero_si256()));
}

/* qc_bytes_tame: letters of Latin scripts and the blank, and , . ; : - / ( ) and figures. */
static const struct halves tame = {
    { [2] = 1, [3] = 2, [4] = 4, [5] = 8, [6] = 4, [7] = 8, [8] = 16, [9] = 16, [10] = 16, [11] = 16, [12] = 32, [14] = 64 },
    { 0x1B, 0x5E, 0x1E, 0x3E, 0x3E, 0x3E, 0x3E, 0x1E, 0x1F, 0x1F, 0x1E, 0x16, 0x15, 0x15, 0x15, 0x15 },
};

#endif

#endif
