/*
 * bytes_wide.h - the looks of bytes.h that take thirty-two bytes at a time,
 * for bytes.c: they may only be called where qc_bytes_wide says so.
 */
#ifndef QC_BASE_BYTES_WIDE_H
#define QC_BASE_BYTES_WIDE_H

#include <stdint.h>

#include "base/str.h"

enum { QC_WIDTH = 32 };

/* Has the machine AVX2? */
static inline bool qc_bytes_wide(void)
{
#ifdef __x86_64__
    return __builtin_cpu_supports("avx2");
#else
    return false;
#endif
}

/* As those of the same name. */
bool qc_bytes_are_plain_wide(struct qc_str text);
size_t qc_bytes_tame_wide(struct qc_str text);
size_t qc_bytes_mark_wide(struct qc_str text, size_t from);
void qc_bytes_words_wide(struct qc_str text, unsigned char *bits);
size_t qc_bytes_marked_wide(struct qc_str text);
bool qc_bytes_address_wide(struct qc_str text);
size_t qc_bytes_figure_wide(struct qc_str text, size_t from);
size_t qc_bytes_control_wide(struct qc_str text, size_t from);
size_t qc_bytes_untidy_wide(struct qc_str text, size_t from);
size_t qc_bytes_count_wide(struct qc_str text, char byte);
void qc_bytes_behind_wide(struct qc_str text, char byte, uint32_t *behind);

#endif
