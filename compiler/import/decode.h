/*
 * decode.h - the bytes of one encoding as text; for encoding.c, and for runs in an old font.
 */
#ifndef QC_IMPORT_DECODE_H
#define QC_IMPORT_DECODE_H

#include "import/encoding.h"

/*
 * Text in an old font that a program took for Western European, as Word does
 * with .VnTime and VNI-Times: each code point is a byte of windows-1252, or
 * of a symbol font (U+F0xx). encoding: TCVN3 or VNI. What is no such byte stays as it is.
 */
struct qc_str qc_import_from_font(struct qc_arena *arena, struct qc_str text, enum import_encoding encoding);

/*
 * TCVN3 has capitals with a tone only as another font: text in which the small
 * letters with a tone are capitals where the letters around them are.
 */
struct qc_str qc_import_raise_capitals(struct qc_arena *arena, struct qc_str text);

#endif
