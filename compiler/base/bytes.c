/*
 * bytes.c - looks at long text: has bytes_wide.c do it, or bytes_portable.c
 * where the machine is an old one.
 *
 * Owns nothing. Must not decide what follows from an answer.
 */
#include "base/bytes.h"

#include "base/bytes_wide.h"

bool qc_bytes_are_plain(struct qc_str text)
{
    return qc_bytes_wide() ? qc_bytes_are_plain_wide(text) : qc_bytes_are_plain_portable(text);
}

size_t qc_bytes_tame(struct qc_str text)
{
    return qc_bytes_wide() ? qc_bytes_tame_wide(text) : qc_bytes_tame_portable(text);
}

size_t qc_bytes_gap(struct qc_str text, size_t from)
{
    return qc_bytes_wide() ? qc_bytes_gap_wide(text, from) : qc_bytes_gap_portable(text, from);
}

size_t qc_bytes_mark(struct qc_str text, size_t from)
{
    return qc_bytes_wide() ? qc_bytes_mark_wide(text, from) : qc_bytes_mark_portable(text, from);
}

size_t qc_bytes_figure(struct qc_str text, size_t from)
{
    return qc_bytes_wide() ? qc_bytes_figure_wide(text, from) : qc_bytes_figure_portable(text, from);
}

size_t qc_bytes_control(struct qc_str text, size_t from)
{
    return qc_bytes_wide() ? qc_bytes_control_wide(text, from) : qc_bytes_control_portable(text, from);
}

bool qc_bytes_tidy(struct qc_str text)
{
    return text.len > QC_WIDTH && qc_bytes_wide() ? qc_bytes_tidy_wide(text) : qc_bytes_tidy_portable(text);
}

size_t qc_bytes_count(struct qc_str text, char byte)
{
    return qc_bytes_wide() ? qc_bytes_count_wide(text, byte) : qc_bytes_count_portable(text, byte);
}

void qc_bytes_behind(struct qc_str text, char byte, uint32_t *behind)
{
    if (qc_bytes_wide())
        qc_bytes_behind_wide(text, byte, behind);
    else
        qc_bytes_behind_portable(text, byte, behind);
}

/* --- words are short: sixteen bytes hold most of them ------------------------------------- */

#ifdef __SSE2__

#include <emmintrin.h>

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

static __m128i letters(__m128i x)
{
    __m128i letter = between(_mm_or_si128(x, _mm_set1_epi8(0x20)), 'a', 'z');
    __m128i beyond = _mm_or_si128(_mm_cmplt_epi8(x, _mm_set1_epi8((char)0xC0)), /* signed: 0x80 to 0xBF */
                                  _mm_or_si128(between(x, 0xC3, 0xC6), same(x, 0xE1)));
    return _mm_or_si128(letter, beyond);
}

size_t qc_bytes_word(struct qc_str text, size_t from)
{
    for (; text.len - from >= WIDTH; from += WIDTH) {
        __m128i x = load(text.ptr + from);
        unsigned marks = (unsigned)_mm_movemask_epi8(_mm_or_si128(letters(x), between(x, '0', '9'))) ^ 0xFFFFu;
        if (marks != 0)
            return from + (size_t)__builtin_ctz(marks);
    }
    return qc_bytes_word_portable(text, from);
}

#else

size_t qc_bytes_word(struct qc_str text, size_t from)
{
    return qc_bytes_word_portable(text, from);
}

#endif
