/*
 * plain_latex.c - finds the texts that LaTeX prints as they stand, 32 bytes at
 * a time.
 *
 * Owns nothing. A no means only that escape_latex.c has to look closer.
 */
#include "base/bytes.h"
#include "base/wide.h"
#include "emit/latex.h"

/* --- a byte at a time --------------------------------------------------------------------------- */

/* Is the second byte of a letter one with which Vietnamese writes, the first being tame? */
static bool is_vietnamese(unsigned char first, unsigned char second)
{
    switch (first) {
    case 0xC4: return second < 0xB0;                                                         /* Ā to į */
    case 0xC5: return second == 0xA8 || second == 0xA9;                                      /* Ũ ũ */
    case 0xC6: return second == 0xA0 || second == 0xA1 || second == 0xAF || second == 0xB0; /* Ơ ơ Ư ư */
    case 0xE1: return second == 0xBA || second == 0xBB;
    case 0xBA: return second < 0x80 || second > 0x9F; /* behind 0xE1: Ạ to ế */
    case 0xBB: return second < 0xBA || second > 0xBF; /* behind 0xE1: Ề to ỹ */
    default: return true;
    }
}

bool qc_latex_is_plain_portable(struct qc_str text)
{
    size_t word = 0;
    if (qc_bytes_tame(text) < text.len)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        word = text.ptr[i] == ' ' ? 0 : word + 1;
        if (word > QC_LATEX_SHORT_WORD ||
            (i + 1 < text.len && !is_vietnamese((unsigned char)text.ptr[i], (unsigned char)text.ptr[i + 1])))
            return false;
    }
    return true;
}

#ifndef __x86_64__

bool qc_latex_is_plain(struct qc_str text)
{
    return qc_latex_is_plain_portable(text);
}

#else

/* --- 32 at a time --------------------------------------------------------------------------------- */

/* Pairs of bytes that is_vietnamese refuses. A bit for each row of sixteen that the second may be in. */
enum {
    WITH_80 = 1,         /* to 0x9F: 0xBA, 0xC5, 0xC6, 0xE1 */
    C6_WITH_A2 = 2,      /* to 0xAE */
    C6_WITH_B1 = 4,      /* to 0xBF */
    E1_WITH_A0 = 8,      /* to 0xAF */
    E1_WITH_B0 = 16,     /* to 0xBF, but for 0xBA and 0xBB */
    BB_WITH_BA = 32,     /* to 0xBF */
    C5_WITH_A0 = 64,     /* to 0xAF, but for 0xA8 and 0xA9 */
    C4_C5_WITH_B0 = 128, /* to 0xBF */
};
#define ALWAYS (WITH_80 | E1_WITH_A0 | C4_C5_WITH_B0)
static const struct halves first_of_pair = {
    .low = {
        [0x1] = WITH_80 | E1_WITH_A0 | E1_WITH_B0,
        [0x4] = C4_C5_WITH_B0,
        [0x5] = WITH_80 | C5_WITH_A0 | C4_C5_WITH_B0,
        [0x6] = WITH_80 | C6_WITH_A2 | C6_WITH_B1,
        [0xA] = WITH_80,
        [0xB] = BB_WITH_BA,
    },
    .high = {
        [0xB] = WITH_80 | BB_WITH_BA,
        [0xC] = WITH_80 | C6_WITH_A2 | C6_WITH_B1 | C5_WITH_A0 | C4_C5_WITH_B0,
        [0xE] = WITH_80 | E1_WITH_A0 | E1_WITH_B0,
    },
};
static const struct halves second_of_pair = {
    .low = {
        [0x0] = ALWAYS | C5_WITH_A0 | E1_WITH_B0,
        [0x1] = ALWAYS | C5_WITH_A0 | E1_WITH_B0 | C6_WITH_B1,
        [0x2] = ALWAYS | C5_WITH_A0 | E1_WITH_B0 | C6_WITH_B1 | C6_WITH_A2,
        [0x3] = ALWAYS | C5_WITH_A0 | E1_WITH_B0 | C6_WITH_B1 | C6_WITH_A2,
        [0x4] = ALWAYS | C5_WITH_A0 | E1_WITH_B0 | C6_WITH_B1 | C6_WITH_A2,
        [0x5] = ALWAYS | C5_WITH_A0 | E1_WITH_B0 | C6_WITH_B1 | C6_WITH_A2,
        [0x6] = ALWAYS | C5_WITH_A0 | E1_WITH_B0 | C6_WITH_B1 | C6_WITH_A2,
        [0x7] = ALWAYS | C5_WITH_A0 | E1_WITH_B0 | C6_WITH_B1 | C6_WITH_A2,
        [0x8] = ALWAYS | E1_WITH_B0 | C6_WITH_B1 | C6_WITH_A2,
        [0x9] = ALWAYS | E1_WITH_B0 | C6_WITH_B1 | C6_WITH_A2,
        [0xA] = ALWAYS | C5_WITH_A0 | BB_WITH_BA | C6_WITH_B1 | C6_WITH_A2,
        [0xB] = ALWAYS | C5_WITH_A0 | BB_WITH_BA | C6_WITH_B1 | C6_WITH_A2,
        [0xC] = ALWAYS | C5_WITH_A0 | BB_WITH_BA | E1_WITH_B0 | C6_WITH_B1 | C6_WITH_A2,
        [0xD] = ALWAYS | C5_WITH_A0 | BB_WITH_BA | E1_WITH_B0 | C6_WITH_B1 | C6_WITH_A2,
        [0xE] = ALWAYS | C5_WITH_A0 | BB_WITH_BA | E1_WITH_B0 | C6_WITH_B1 | C6_WITH_A2,
        [0xF] = ALWAYS | C5_WITH_A0 | BB_WITH_BA | E1_WITH_B0 | C6_WITH_B1,
    },
    .high = {
        [0x8] = WITH_80,
        [0x9] = WITH_80,
        [0xA] = C6_WITH_A2 | E1_WITH_A0 | C5_WITH_A0,
        [0xB] = C6_WITH_B1 | E1_WITH_B0 | BB_WITH_BA | C4_C5_WITH_B0,
    },
};

/* Is a run of more ones in bits than a short word has bytes? */
static inline bool has_long_run(unsigned bits)
{
    _Static_assert(QC_LATEX_SHORT_WORD == 18, "2, 4, 8, 16 and 19 ones");
    bits &= bits >> 1;
    bits &= bits >> 2;
    bits &= bits >> 4;
    bits &= bits >> 8;
    return (bits & bits >> 3) != 0;
}

/* Of a block of text and the byte behind it. *word: how many bytes of a word stand before it, then at its end. */
WIDE static inline bool is_plain_block(const char *block, unsigned *word)
{
    __m256i x = load(block);
    unsigned blanks = bits(_mm256_cmpeq_epi8(x, every(' ')));
    if (outside(&tame, x) != 0 || both(&first_of_pair, x, &second_of_pair, load(block + 1)) != 0 || blanks == 0 ||
        *word + (unsigned)__builtin_ctz(blanks) > QC_LATEX_SHORT_WORD || has_long_run(~blanks))
        return false;
    *word = (unsigned)__builtin_clz(blanks);
    return true;
}

WIDE static bool is_plain(struct qc_str text)
{
    unsigned word = 0;
    while (text.len > QC_WIDTH) {
        if (!is_plain_block(text.ptr, &word))
            return false;
        text = qc_str_skip(text, QC_WIDTH);
    }
    char rest[QC_WIDTH + 1]; /* blanks behind the text say nothing */
    memset(rest, ' ', sizeof rest);
    if (text.len > 0)
        memcpy(rest, text.ptr, text.len);
    return is_plain_block(rest, &word);
}

bool qc_latex_is_plain(struct qc_str text)
{
    return qc_bytes_wide() ? is_plain(text) : qc_latex_is_plain_portable(text);
}

#endif
