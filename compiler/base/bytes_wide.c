/*
 * bytes_wide.c - the looks of bytes.h, thirty-two bytes at a time.
 */
#include "base/bytes_wide.h"

#include "base/bytes.h"
#include "base/wide.h"

#ifdef __x86_64__

/* --- the first byte of a kind ------------------------------------------------------------- */

/* The letters, the blank and figures. */
static const struct halves no_mark = {
    { [2] = 1, [3] = 2, [4] = 4, [5] = 8, [6] = 4, [7] = 8, [8] = 16, [9] = 16, [10] = 16, [11] = 16, [12] = 32, [14] = 64 },
    { 0x1B, 0x5E, 0x1E, 0x3E, 0x3E, 0x3E, 0x3E, 0x1E, 0x1E, 0x1E, 0x1C, 0x14, 0x14, 0x14, 0x14, 0x14 },
};

/* The letters and figures. */
static const struct halves no_word = {
    { [3] = 2, [4] = 4, [5] = 8, [6] = 4, [7] = 8, [8] = 16, [9] = 16, [10] = 16, [11] = 16, [12] = 32, [14] = 64 },
    { 0x1A, 0x5E, 0x1E, 0x3E, 0x3E, 0x3E, 0x3E, 0x1E, 0x1E, 0x1E, 0x1C, 0x14, 0x14, 0x14, 0x14, 0x14 },
};

static const struct halves no_figure = {
    { 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 },
    { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3 },
};

/* What begins no control character. */
static const struct halves no_control = {
    { [0] = 1, [2] = 2, 2, 2, 2, 2, [7] = 4, [8] = 2, 2, 2, 2, [12] = 8, [13] = 16, [14] = 8, [15] = 2 },
    { 0x1E, 0x1E, 0x16, 0x1E, 0x1E, 0x1E, 0x1E, 0x1E, 0x0E, 0x1F, 0x1F, 0x1E, 0x1E, 0x1E, 0x1E, 0x1A },
};

/* The bytes at both ends of 8 to 31, half of them each; the middle ones are there twice. */
WIDE static inline __m256i load_ends(const char *bytes, size_t len, size_t *half)
{
    const char *last = bytes + len;
    *half = len >= 16 ? 16 : 8;
    if (len >= 16)
        return _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)bytes)),
                                       _mm_loadu_si128((const __m128i *)(const void *)(last - 16)), 1);
    return _mm256_castsi128_si256(_mm_unpacklo_epi64(_mm_loadl_epi64((const __m128i *)(const void *)bytes),
                                                     _mm_loadl_epi64((const __m128i *)(const void *)(last - 8))));
}

/* The first byte that is in no rectangle, of fewer than QC_WIDTH. */
WIDE static inline size_t first_of_few(const struct halves *halves, const char *bytes, size_t len)
{
    if (len < 8) {
        size_t i = 0;
        while (i < len && (halves->high[(unsigned char)bytes[i] >> 4] & halves->low[bytes[i] & 15]) != 0)
            i++;
        return i;
    }
    size_t half;
    unsigned found = outside(halves, load_ends(bytes, len, &half));
    if (half == 8)
        found &= 0xFFFF;
    size_t at = found == 0 ? 2 * half : (size_t)__builtin_ctz(found);
    return at < half ? at : len - 2 * half + at;
}

/* The first byte at or behind from that is in no rectangle. */
WIDE static inline size_t first_outside(const struct halves *halves, struct qc_str text, size_t from)
{
    unsigned found;
    for (; text.len - from >= QC_WIDTH; from += QC_WIDTH)
        if ((found = outside(halves, load(text.ptr + from))) != 0)
            return from + (size_t)__builtin_ctz(found);
    return from + first_of_few(halves, text.ptr + from, text.len - from);
}

WIDE size_t qc_bytes_tame_wide(struct qc_str text)
{
    return first_outside(&tame, text, 0);
}

WIDE size_t qc_bytes_mark_wide(struct qc_str text, size_t from)
{
    return first_outside(&no_mark, text, from);
}

WIDE void qc_bytes_words_wide(struct qc_str text, unsigned char *words)
{
    const unsigned char *end = words + QC_BYTES_BITS(text.len);
    size_t i = 0;
    uint32_t some;
    for (; text.len - i >= QC_WIDTH; i += QC_WIDTH, words += sizeof some) {
        some = ~outside(&no_word, load(text.ptr + i));
        memcpy(words, &some, sizeof some);
    }
    char rest[QC_WIDTH];
    memset(rest, ' ', sizeof rest);
    if (i < text.len)
        memcpy(rest, text.ptr + i, text.len - i);
    some = ~outside(&no_word, load(rest));
    memcpy(words, &some, sizeof some);
    words += sizeof some;
    memset(words, 0, (size_t)(end - words));
}

WIDE size_t qc_bytes_figure_wide(struct qc_str text, size_t from)
{
    return first_outside(&no_figure, text, from);
}

WIDE size_t qc_bytes_control_wide(struct qc_str text, size_t from)
{
    return first_outside(&no_control, text, from);
}

WIDE static inline __m256i same(__m256i x, unsigned char byte)
{
    return _mm256_cmpeq_epi8(x, every(byte));
}

WIDE static inline __m256i between(__m256i x, unsigned char low, unsigned char high)
{
    __m256i above = _mm256_sub_epi8(x, every(low));
    return _mm256_cmpeq_epi8(_mm256_min_epu8(above, every((unsigned char)(high - low))), above);
}

/* What is no white space but U+0020 and the line end. */
static const struct halves no_odd_space = {
    { [0] = 1, [2] = 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, [12] = 4, [13] = 2, [14] = 8, [15] = 2 },
    { 14, 14, 2, 6, 14, 14, 14, 14, 14, 14, 15, 14, 14, 14, 14, 6 },
};

WIDE size_t qc_bytes_untidy_wide(struct qc_str text, size_t from)
{
    for (; text.len - from > QC_WIDTH; from += QC_WIDTH) {
        __m256i x = load(text.ptr + from), next = load(text.ptr + from + 1);
        __m256i pairs = _mm256_and_si256(same(x, ' '), _mm256_or_si256(same(next, ' '), same(next, '\n')));
        __m256i ogham = _mm256_and_si256(same(x, 0xE1), same(next, 0x9A));
        unsigned untidy = outside(&no_odd_space, x) | bits(_mm256_or_si256(pairs, ogham));
        if (untidy != 0)
            return from + (size_t)__builtin_ctz(untidy);
    }
    return qc_bytes_untidy_portable(text, from);
}

/* --- plain text --------------------------------------------------------------------------- */

/* What two bytes may not be; but CONTINUE, which is right behind the lead of three bytes and nowhere else. */
enum pair {
    CUT_SHORT = 1 << 0, /* a lead, and nothing that continues it */
    NO_LEAD = 1 << 1,   /* ASCII, and what continues a code point */
    E1_8_TO_A = 1 << 2, /* of the lead 0xE1 only U+1E00 to U+1EFF is plain */
    E1_B = 1 << 3,
    E2_9_TO_B = 1 << 4, /* of the lead 0xE2 only U+2002 to U+203F is */
    E2_8 = 1 << 5,
    E2_80 = 1 << 6,     /* the second and third of U+2000 and U+2001 */
    CONTINUE = 1 << 7,
    ANY_FIRST = CUT_SHORT | NO_LEAD | CONTINUE,
    ANY_SECOND = CUT_SHORT | NO_LEAD | E1_8_TO_A | E2_9_TO_B | CONTINUE,
    LEADS_OF_THREE = E1_8_TO_A | E2_9_TO_B, /* what a first byte has that is one */
};

static const struct halves first = {
    { NO_LEAD, NO_LEAD, NO_LEAD, NO_LEAD, NO_LEAD, NO_LEAD, NO_LEAD, NO_LEAD, E2_80 | CONTINUE, CONTINUE, CONTINUE,
      CONTINUE, CUT_SHORT, 0, CUT_SHORT | E1_8_TO_A | E1_B | E2_9_TO_B | E2_8, 0 },
    { ANY_FIRST | E2_80, ANY_FIRST | E1_8_TO_A | E1_B, ANY_FIRST | E2_9_TO_B | E2_8, ANY_FIRST, ANY_FIRST, ANY_FIRST,
      ANY_FIRST, ANY_FIRST, ANY_FIRST, ANY_FIRST, ANY_FIRST, ANY_FIRST, ANY_FIRST, ANY_FIRST, ANY_FIRST, ANY_FIRST },
};

static const struct halves second = {
    { CUT_SHORT, CUT_SHORT, CUT_SHORT, CUT_SHORT, CUT_SHORT, CUT_SHORT, CUT_SHORT, CUT_SHORT,
      NO_LEAD | E1_8_TO_A | E2_8 | E2_80 | CONTINUE, NO_LEAD | E1_8_TO_A | E2_9_TO_B | CONTINUE,
      NO_LEAD | E1_8_TO_A | E2_9_TO_B | CONTINUE, NO_LEAD | E1_B | E2_9_TO_B | CONTINUE, CUT_SHORT, CUT_SHORT, CUT_SHORT,
      CUT_SHORT },
    { ANY_SECOND | E1_B | E2_80, ANY_SECOND | E1_B | E2_8 | E2_80, ANY_SECOND | E1_B | E2_8, ANY_SECOND | E1_B | E2_8,
      ANY_SECOND | E1_B | E2_8, ANY_SECOND | E1_B | E2_8, ANY_SECOND | E1_B | E2_8, ANY_SECOND | E1_B | E2_8,
      ANY_SECOND | E2_8, ANY_SECOND | E2_8, ANY_SECOND | E2_8, ANY_SECOND | E2_8, ANY_SECOND | E1_B | E2_8,
      ANY_SECOND | E1_B | E2_8, ANY_SECOND | E1_B | E2_8, ANY_SECOND | E1_B | E2_8 },
};

/* Never plain, whatever stands beside it: NUL, the carriage return, other leads. */
static const struct halves refused = {
    { [0] = 1, [12] = 2, [13] = 4, [14] = 8, [15] = 4 },
    { 15, 6, 4, 12, 12, 12, 12, 12, 12, 12, 12, 12, 14, 15, 14, 14 },
};

/* Bytes of x that are not plain, behind those that looked as *before says, which becomes x's. */
WIDE static inline __m256i not_plain(__m256i x, __m256i *before)
{
    __m256i high = high_half(x), low = low_half(x);
    __m256i as_first = look_up(&first, high, low), as_second = look_up(&second, high, low);
    __m256i across = _mm256_permute2x128_si256(*before, as_first, 0x21);
    __m256i one_before = _mm256_alignr_epi8(as_first, across, 15), two_before = _mm256_alignr_epi8(as_first, across, 14);
    /* 0x80, which is CONTINUE, where any of the bits is set */
    __m256i must_continue = _mm256_and_si256(
        _mm256_adds_epu8(_mm256_and_si256(two_before, every(LEADS_OF_THREE)), every(0x7F)), every(CONTINUE));
    *before = as_first;
    __m256i wrong = _mm256_xor_si256(_mm256_and_si256(one_before, as_second), must_continue);
    return _mm256_or_si256(wrong, look_up(&refused, high, low));
}

WIDE bool qc_bytes_are_plain_wide(struct qc_str text)
{
    __m256i bad = _mm256_setzero_si256(), before = every(NO_LEAD);
    size_t i = 0;
    for (; text.len - i >= QC_WIDTH; i += QC_WIDTH)
        bad = _mm256_or_si256(bad, not_plain(load(text.ptr + i), &before));
    char rest[QC_WIDTH]; /* blanks behind the end show that a code point was cut short */
    memset(rest, ' ', sizeof rest);
    if (i < text.len)
        memcpy(rest, text.ptr + i, text.len - i);
    bad = _mm256_or_si256(bad, not_plain(load(rest), &before));
    return _mm256_testz_si256(bad, bad);
}

WIDE bool qc_bytes_address_wide(struct qc_str text)
{
    __m256i found = _mm256_setzero_si256();
    size_t i = 0;
    for (; text.len - i > QC_WIDTH; i += QC_WIDTH) {
        __m256i x = load(text.ptr + i), next = load(text.ptr + i + 1);
        found = _mm256_or_si256(found, _mm256_and_si256(same(x, ':'), same(next, '/')));
        found = _mm256_or_si256(found, _mm256_and_si256(same(x, 'w'), same(next, 'w')));
    }
    return !_mm256_testz_si256(found, found) || qc_bytes_address_portable(qc_str_skip(text, i));
}

/* --- how often ---------------------------------------------------------------------------- */

WIDE size_t qc_bytes_count_wide(struct qc_str text, char byte)
{
    enum { MOST = 255 }; /* rounds until a byte of the sums is full */
    size_t count = 0, i = 0;
    while (text.len - i >= QC_WIDTH) {
        __m256i sums = _mm256_setzero_si256();
        for (int round = 0; round < MOST && text.len - i >= QC_WIDTH; round++, i += QC_WIDTH)
            sums = _mm256_sub_epi8(sums, same(load(text.ptr + i), (unsigned char)byte));
        uint64_t parts[4];
        _mm256_storeu_si256((__m256i *)(void *)parts, _mm256_sad_epu8(sums, _mm256_setzero_si256()));
        count += parts[0] + parts[1] + parts[2] + parts[3];
    }
    return count + qc_bytes_count_portable(qc_str_skip(text, i), byte);
}

/*
 * How many runs between blanks have one of marks or more; *counted: the run
 * that the block before ended in has been counted, and becomes that of this one.
 */
static inline size_t count_runs(unsigned marks, unsigned blanks, bool *counted)
{
    size_t count = 0;
    if (*counted) /* nothing before the first blank */
        marks &= -(blanks & -blanks);
    *counted = *counted && blanks == 0;
    while (marks != 0) {
        unsigned behind = blanks & -(marks & -marks);
        count++;
        *counted = behind == 0;
        marks &= -(behind & -behind);
    }
    return count;
}

WIDE size_t qc_bytes_marked_wide(struct qc_str text)
{
    size_t count = 0, i = 0;
    bool counted = false;
    for (; text.len - i > QC_WIDTH; i += QC_WIDTH) {
        __m256i x = load(text.ptr + i);
        unsigned marks = bits(_mm256_and_si256(same(x, 0xE1), between(load(text.ptr + i + 1), 0xB8, 0xBB)));
        count += count_runs(marks, bits(same(x, ' ')), &counted);
    }
    for (; counted && i < text.len && text.ptr[i] != ' '; i++) {
    }
    return count + qc_bytes_marked_portable(qc_str_skip(text, i));
}

WIDE void qc_bytes_behind_wide(struct qc_str text, char byte, uint32_t *behind)
{
    size_t i = 0;
    for (; text.len - i >= QC_WIDTH; i += QC_WIDTH)
        for (unsigned found = bits(same(load(text.ptr + i), (unsigned char)byte)); found != 0; found &= found - 1)
            *behind++ = (uint32_t)(i + (size_t)__builtin_ctz(found) + 1);
    for (; i < text.len; i++)
        if (text.ptr[i] == byte)
            *behind++ = (uint32_t)(i + 1);
}

#else

bool qc_bytes_are_plain_wide(struct qc_str text)
{
    return qc_bytes_are_plain_portable(text);
}

size_t qc_bytes_tame_wide(struct qc_str text)
{
    return qc_bytes_tame_portable(text);
}

size_t qc_bytes_mark_wide(struct qc_str text, size_t from)
{
    return qc_bytes_mark_portable(text, from);
}

void qc_bytes_words_wide(struct qc_str text, unsigned char *bits)
{
    qc_bytes_words_portable(text, bits);
}

size_t qc_bytes_marked_wide(struct qc_str text)
{
    return qc_bytes_marked_portable(text);
}

bool qc_bytes_address_wide(struct qc_str text)
{
    return qc_bytes_address_portable(text);
}

size_t qc_bytes_figure_wide(struct qc_str text, size_t from)
{
    return qc_bytes_figure_portable(text, from);
}

size_t qc_bytes_control_wide(struct qc_str text, size_t from)
{
    return qc_bytes_control_portable(text, from);
}

size_t qc_bytes_untidy_wide(struct qc_str text, size_t from)
{
    return qc_bytes_untidy_portable(text, from);
}

size_t qc_bytes_count_wide(struct qc_str text, char byte)
{
    return qc_bytes_count_portable(text, byte);
}

void qc_bytes_behind_wide(struct qc_str text, char byte, uint32_t *behind)
{
    qc_bytes_behind_portable(text, byte, behind);
}

#endif
