/*
 * columns.h - places in a file as editors count them.
 *
 * Lines and columns count from 0; a line ends with "\n", "\r\n" or "\r"; a
 * column is a number of code units of the file's own bytes, before normal
 * form, a byte order mark included (LSP 3.17, "Position").
 */
#ifndef QC_SOURCE_COLUMNS_H
#define QC_SOURCE_COLUMNS_H

#include <stdint.h>

#include "base/str.h"

/* What a column counts. */
enum qc_code_unit { QC_UNIT_UTF16, QC_UNIT_UTF8, QC_UNIT_UTF32, QC_UNIT_COUNT };

struct qc_place {
    size_t line, column;
};

/* Where the lines of some bytes begin; there is at least one line. */
struct qc_line_index {
    uint32_t *begins; /* malloc'ed */
    size_t count, room;
};

/* Finds the lines of bytes (fewer than 4 GiB) anew. False when memory runs out; then there is no line. */
bool qc_line_index_make(struct qc_line_index *index, struct qc_str bytes);

void qc_line_index_free(struct qc_line_index *index);

/* Code units of some bytes, which need be no whole characters. */
size_t qc_code_units(struct qc_str bytes, enum qc_code_unit unit);

/* The place of a byte; one behind the end counts as the end, one inside a character as its beginning. */
struct qc_place qc_place_of_byte(struct qc_str bytes, const struct qc_line_index *index, size_t byte,
                                 enum qc_code_unit unit);

/*
 * The byte at a place. One behind the last line is the end of the text, one
 * behind the end of a line the end of that line, before its line end; one
 * inside a character is the beginning of the character.
 */
size_t qc_byte_of_place(struct qc_str bytes, const struct qc_line_index *index, struct qc_place place,
                        enum qc_code_unit unit);

#endif
