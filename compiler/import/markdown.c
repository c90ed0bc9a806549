/*
 * markdown.c - the reader of Markdown: CommonMark, and tables drawn with "|".
 */
#include "import/markdown.h"

#include "base/limits.h"
#include "import/lines.h"
#include "import/readers.h"
#include "import/rows.h"

struct markdown {
    struct qc_arena *arena;
    struct import_page *page;
};

static void add_piece(void *user, struct import_line kind, struct qc_str piece)
{
    struct markdown *markdown = user;
    qc_import_add_markdown(markdown->arena, markdown->page, kind, piece);
}

enum import_fault qc_import_read_markdown(struct qc_arena *arena, struct qc_str bytes,
                                          enum import_encoding wanted, struct import_page *page)
{
    enum import_encoding found;
    struct qc_str text;
    if (bytes.len > QC_MAX_IMPORT_TEXT)
        return IMPORT_FAULT_TOO_LARGE;
    enum import_fault fault = qc_import_decode(arena, bytes, wanted, &found, &text);
    if (fault != IMPORT_FINE)
        return fault;
    page->format = IMPORT_MARKDOWN;
    page->encoding = qc_import_encoding_name(found);
    qc_import_cut_tables(arena, text, add_piece, &(struct markdown){ arena, page });
    return qc_import_outcome(page);
}
