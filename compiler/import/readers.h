/*
 * readers.h - a reader for each format.
 *
 * Each fills a page whose name is set. What it is given must stay; what it
 * makes lives in the arena. Files are hostile until read: every reader is
 * bounded in time and memory by base/limits.h.
 */
#ifndef QC_IMPORT_READERS_H
#define QC_IMPORT_READERS_H

#include "import/encoding.h"
#include "import/page.h"

/* Text and Markdown, in any encoding; wanted as in qc_import_decode. */
enum import_fault qc_import_read_text(struct qc_arena *arena, struct qc_str bytes,
                                      enum import_encoding wanted, struct import_page *page);
enum import_fault qc_import_read_markdown(struct qc_arena *arena, struct qc_str bytes,
                                          enum import_encoding wanted, struct import_page *page);

/* A page of the web; its own word for its encoding counts before what its words look like. */
enum import_fault qc_import_read_html(struct qc_arena *arena, struct qc_str bytes,
                                      enum import_encoding wanted, struct import_page *page);

/* A document of Word or what writes its format. */
enum import_fault qc_import_read_docx(struct qc_arena *arena, struct qc_str bytes, struct import_page *page);

#endif
