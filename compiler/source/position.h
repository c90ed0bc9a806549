/*
 * position.h - from offsets to what people and programs count in.
 *
 * The only place that turns a text offset into a line and a column.
 */
#ifndef QC_SOURCE_POSITION_H
#define QC_SOURCE_POSITION_H

#include "source/source.h"

struct qc_position {
    size_t line;   /* from 1 */
    size_t column; /* from 1, in code points of the file's text */
    size_t byte;   /* offset into the file's bytes, from 0 */
    size_t line_begin, line_end; /* text offsets of the line, without its newline */
};

/* Where text offset at is; an offset behind the text counts as its end. */
struct qc_position qc_position_of(const struct qc_source *source, uint32_t at);

/* A line, as text offsets without its newline. */
struct qc_line {
    size_t number; /* from 1 */
    size_t begin, end;
};

/* The line alone: no column is counted, which takes as long as the line is. */
struct qc_line qc_line_of(const struct qc_source *source, uint32_t at);

/* The offset into the file's bytes alone. */
size_t qc_byte_of(const struct qc_source *source, uint32_t at);

/*
 * The way back: the text offset of a byte of the file. A byte inside what
 * became one character of the text, as a letter typed with a mark behind it,
 * is that character; one behind the file is the end of the text.
 */
uint32_t qc_text_of(const struct qc_source *source, size_t byte);

#endif
