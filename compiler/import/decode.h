/*
 * decode.h - the bytes of one encoding as text; for encoding.c, and for runs in an old font.
 */
#ifndef QC_IMPORT_DECODE_H
#define QC_IMPORT_DECODE_H

#include "import/encoding.h"

/* What the bytes of an encoding mean that is not one of Unicode's. */
struct import_decoder;
const struct import_decoder *qc_import_decoder(struct qc_arena *arena, enum import_encoding encoding);

/*
 * Text in an old font that a program took for Western European, as Word does
 * with .VnTime and VNI-Times: each code point is a byte of windows-1252, or
 * of a symbol font (U+F0xx). decoder: of TCVN3 or VNI. What is no such byte stays as it is.
 */
struct qc_str qc_import_from_font(struct qc_arena *arena, struct qc_str text,
                                  const struct import_decoder *decoder);

/* Has the text a letter that no such byte is, so that it is Unicode's whatever its font is called? */
bool qc_import_is_beyond_font(struct qc_str text);

/*
 * Adds text in which small letters with a tone may stand for capitals: TCVN3
 * has those only as another font. They become capitals where the letters
 * around them are.
 */
void qc_import_raise_capitals(struct qc_buf *out, struct qc_str text);

#endif
