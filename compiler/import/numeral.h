/*
 * numeral.h - the numbers that word processors and browsers put before a paragraph.
 */
#ifndef QC_IMPORT_NUMERAL_H
#define QC_IMPORT_NUMERAL_H

#include "base/str.h"

enum import_numeral {
    IMPORT_NUMERAL_NONE,   /* nothing is shown */
    IMPORT_NUMERAL_BULLET, /* a sign that does not count */
    IMPORT_NUMERAL_DECIMAL,
    IMPORT_NUMERAL_TWO_DIGITS,   /* 01 */
    IMPORT_NUMERAL_SMALL_LETTER, /* a … z, aa, bb: as Word has it, without đ */
    IMPORT_NUMERAL_LETTER,
    IMPORT_NUMERAL_SMALL_ROMAN,
    IMPORT_NUMERAL_ROMAN,
    IMPORT_NUMERAL_OTHER, /* a way to count that is not known here */
};

/* A value as the numeral shows it; empty for those that do not count, and when it has no form for the value. */
struct qc_str qc_import_numeral(struct qc_arena *arena, enum import_numeral numeral, long value);

#endif
