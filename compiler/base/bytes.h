/*
 * bytes.h - looks at long text, thirty-two bytes at a time where the machine
 * has AVX2. Each look has a twin in plain C, which gives the same answer.
 *
 * They say yes to what nearly all Vietnamese text is. A no means only that
 * somebody has to look closer.
 */
#ifndef QC_BASE_BYTES_H
#define QC_BASE_BYTES_H

#include <stdint.h>

#include "base/str.h"

/*
 * Is it valid UTF-8 in NFC that holds no NUL, carriage return or
 * noncharacter? Code points that do all of that where they stand: below
 * U+0300, U+1E00 to U+1EFF, U+2002 to U+203F; false for any other.
 */
bool qc_bytes_are_plain(struct qc_str text);
bool qc_bytes_are_plain_portable(struct qc_str text);

/*
 * How long is the run at the start of valid text that holds nothing but
 * letters of Latin scripts, figures, the blank, and , . ; : - / ( ) ?
 * It is no mark of the language, no blank of another kind, and no format has
 * to escape it; a format that lacks letters has to look all the same.
 */
size_t qc_bytes_tame(struct qc_str text);
size_t qc_bytes_tame_portable(struct qc_str text);

/*
 * The first byte at or behind from that is no letter, figure or blank
 * (U+0020) by the same count: where a mark may stand. The length of text when
 * there is none.
 */
size_t qc_bytes_mark(struct qc_str text, size_t from);
size_t qc_bytes_mark_portable(struct qc_str text, size_t from);

/*
 * A bit for each byte of text, those of the first eight in bits[0], the first
 * the lowest: is it a letter or figure by the same count, × and ÷ among them?
 * bits has room for QC_BYTES_BITS(text.len); those behind the end are clear.
 */
#define QC_BYTES_BITS(length) (((length) / 64 + 2) * 8)
void qc_bytes_words(struct qc_str text, unsigned char *bits);
void qc_bytes_words_portable(struct qc_str text, unsigned char *bits);

enum { QC_LONGEST_RUN = 56 };

/* How many bits are set from bit number at on without a gap, or any number above QC_LONGEST_RUN when there are more. */
static inline size_t qc_bytes_run(const unsigned char *bits, size_t at)
{
    uint64_t some;
    memcpy(&some, bits + at / 8, sizeof some);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    some = __builtin_bswap64(some);
#endif
    return (size_t)__builtin_ctzll(~(some >> at % 8) | (uint64_t)1 << 63);
}

/* How many runs without U+0020 have a letter of U+1E00 to U+1EFF, as every second word of Vietnamese has. */
size_t qc_bytes_marked(struct qc_str text);
size_t qc_bytes_marked_portable(struct qc_str text);

/* The first ASCII figure at or behind from, or the length of text. */
size_t qc_bytes_figure(struct qc_str text, size_t from);
size_t qc_bytes_figure_portable(struct qc_str text, size_t from);

/*
 * The first byte at or behind from that may begin a control character: below
 * the blank but for tab and line end, 0x7F, and the leads of U+0080 to U+00BF,
 * U+0600 to U+063F and U+2000 to U+2FFF. The length of text when there is none.
 */
size_t qc_bytes_control(struct qc_str text, size_t from);
size_t qc_bytes_control_portable(struct qc_str text, size_t from);

/*
 * The first byte at or behind from where white space may be out of order: a
 * blank (U+0020) before another, before a line end or at the end of text, a
 * control character but for the line end, and the leads of all that is blank or
 * not seen - U+0080 to U+00BF, U+1680, U+2000 to U+3FFF, U+F000 to U+FFFF. The
 * length of text when there is none.
 */
size_t qc_bytes_untidy(struct qc_str text, size_t from);
size_t qc_bytes_untidy_portable(struct qc_str text, size_t from);

/* Does "://" or "www" stand in it, or something that looks like their first two bytes? */
bool qc_bytes_address(struct qc_str text);
bool qc_bytes_address_portable(struct qc_str text);

/* How often the byte stands in text. */
size_t qc_bytes_count(struct qc_str text, char byte);
size_t qc_bytes_count_portable(struct qc_str text, char byte);

/* Where: the offset behind each of them, as many as qc_bytes_count says, goes to *behind. The text is below 4 GiB. */
void qc_bytes_behind(struct qc_str text, char byte, uint32_t *behind);
void qc_bytes_behind_portable(struct qc_str text, char byte, uint32_t *behind);

#endif
