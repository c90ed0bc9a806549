/*
 * lines.h - how the readers add lines to a page.
 */
#ifndef QC_IMPORT_LINES_H
#define QC_IMPORT_LINES_H

#include "import/fault.h"
#include "import/page.h"

/*
 * Adds a line of the given kind with text as its words: in NFC, without control
 * characters and soft hyphens, without blanks at its end. Adds nothing when that leaves
 * only blanks. "\n" and "\v" in the text end lines; those behind the first have before IMPORT_BREAK_LINE.
 */
void qc_import_add(struct qc_arena *arena, struct import_page *page, struct import_line kind,
                   struct qc_str text);

/* A line's text as pages have it: in NFC, without control characters, soft hyphens and blanks at its end. */
struct qc_str qc_import_clean(struct qc_arena *arena, struct qc_str text);

/*
 * Where the words of a page are letters of an old font that nothing said, as
 * when they are written as entities of HTML, makes them those of Unicode.
 */
void qc_import_mend(struct qc_arena *arena, struct import_page *page);

/* What a reader that has read everything returns: FINE, EMPTY, or TOO_LARGE when there were more lines than a page takes. */
enum import_fault qc_import_outcome(const struct import_page *page);

#endif
