/*
 * rows.h - tables drawn with "|", as Markdown and programs that make text of pages write them.
 *
 * In two ways: a row a line, "| a | b |"; or a "|" alone on a line before
 * each cell and behind a row's last, which lets a cell have several lines.
 */
#ifndef QC_IMPORT_ROWS_H
#define QC_IMPORT_ROWS_H

#include "import/page.h"

/* Where in a table the next line of a text stands; zeroed before the first line. */
struct import_rows {
    unsigned table;    /* number of the last table */
    unsigned row, cell; /* 0: in no table */
    unsigned columns;  /* of the first row, once it has ended */
    bool bars;         /* cells are parted by lines that are a "|" */
    bool empty;        /* nothing stands in the cell as yet */
};

/* Is the line a row: does it begin and end with "|", with something between them? */
bool qc_import_is_row(struct qc_str line);

/* A row of dashes and colons between "|", which has no words. */
bool qc_import_is_rule(struct qc_str row);

/* The next cell of a row from *at on, without blanks at its ends and with "\|" as "|". False behind the last. */
bool qc_import_next_cell(struct qc_arena *arena, struct qc_str row, size_t *at, struct qc_str *cell);

/*
 * Takes a line of a text; an empty one, too. True when it is a "|" that parts
 * cells and no more needs be done; else rows->cell tells whether it is a line
 * of a cell.
 */
bool qc_import_rows_step(struct import_rows *rows, struct qc_str line);

#endif
