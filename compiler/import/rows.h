/*
 * rows.h - tables drawn with "|", as Markdown and programs that make text of pages write them.
 *
 * In two ways: a row a line, "| a | b |", or "a | b" with a rule below the first; or a "|" alone on a line before
 * each cell and behind a row's last, which lets a cell have several lines.
 */
#ifndef QC_IMPORT_ROWS_H
#define QC_IMPORT_ROWS_H

#include "import/page.h"

/*
 * Takes a text apart: what stands in a cell, and what stands between tables,
 * goes to the sink in its order; kind has the cell and the number of the
 * first line. A row of dashes has no words and goes nowhere.
 */
typedef void import_piece_sink(void *user, struct import_line kind, struct qc_str text);
void qc_import_cut_tables(struct qc_arena *arena, struct qc_str text, import_piece_sink *sink, void *user);

/* Length of the line end at text[at]; 0: none. */
size_t qc_import_line_end(struct qc_str text, size_t at);

#endif
