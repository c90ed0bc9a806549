/*
 * markdown.h - the blocks of Markdown, for markdown.c; markdown_cmark.c finds them.
 */
#ifndef QC_IMPORT_MARKDOWN_H
#define QC_IMPORT_MARKDOWN_H

#include "import/page.h"

/* Adds the lines of a piece of Markdown without tables; kind: where it stands, and the number of its first line. */
void qc_import_add_markdown(struct qc_arena *arena, struct import_page *page, struct import_line kind,
                            struct qc_str piece);

#endif
