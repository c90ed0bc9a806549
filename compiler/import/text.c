/*
 * text.c - the reader of plain text.
 *
 * Marks of Markdown, which texts made of web pages have, stay in the lines:
 * whether they are marks is not for a reader of text to say.
 */
#include "base/limits.h"
#include "base/utf8.h"
#include "import/lines.h"
#include "import/readers.h"
#include "import/rows.h"

/* Length of the line's end at text[at]; 0: none. */
static size_t line_end(struct qc_str text, size_t at)
{
    if (text.ptr[at] == '\r')
        return at + 1 < text.len && text.ptr[at + 1] == '\n' ? 2 : 1;
    return text.ptr[at] == '\n' || text.ptr[at] == '\f' ? 1 : 0;
}

static void add_row(struct qc_arena *arena, struct import_page *page, struct import_line kind, struct qc_str row)
{
    struct qc_str cell;
    if (qc_import_is_rule(row))
        return;
    for (size_t at = 0; qc_import_next_cell(arena, row, &at, &cell);) {
        kind.cell++;
        qc_import_add(arena, page, kind, cell);
    }
}

void qc_import_text_lines(struct qc_arena *arena, struct qc_str text, struct import_page *page)
{
    struct import_rows rows = { 0 };
    unsigned number = 0;
    enum import_break before = IMPORT_BREAK_PARAGRAPH;
    for (size_t at = 0; at < text.len;) {
        size_t begin = at;
        while (at < text.len && line_end(text, at) == 0)
            at++;
        struct qc_str line = qc_str_slice(text, begin, at);
        at += at < text.len ? line_end(text, at) : 0;
        number++;
        bool bar = qc_import_rows_step(&rows, line);
        if (bar || qc_str_trim(line).len == 0) {
            before = IMPORT_BREAK_PARAGRAPH;
            continue;
        }
        struct import_line kind = { .source_line = number, .before = before,
                                    .table = rows.row > 0 ? rows.table : 0, .row = rows.row, .cell = rows.cell };
        if (rows.row > 0 && !rows.bars) {
            kind.before = IMPORT_BREAK_PARAGRAPH;
            add_row(arena, page, kind, line);
        } else {
            qc_import_add(arena, page, kind, line);
        }
        before = IMPORT_BREAK_LINE;
    }
}

/* So many control characters that it is none that people write. */
static bool is_binary(struct qc_str text)
{
    enum { MOST_IN = 50 };
    size_t controls = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        controls += (c < ' ' && strchr("\t\n\v\f\r\x1A", c) == NULL) || c == 0;
    }
    return controls * MOST_IN > text.len;
}

enum import_fault qc_import_read_text(struct qc_arena *arena, struct qc_str bytes, enum import_encoding wanted,
                                      struct import_page *page)
{
    enum import_encoding found;
    struct qc_str text;
    if (bytes.len > QC_MAX_IMPORT_TEXT)
        return IMPORT_FAULT_TOO_LARGE;
    enum import_fault fault = qc_import_decode(arena, bytes, wanted, &found, &text);
    if (fault != IMPORT_FINE)
        return fault;
    if (is_binary(text))
        return IMPORT_FAULT_BINARY;
    page->format = IMPORT_TEXT;
    page->encoding = qc_import_encoding_name(found);
    qc_import_text_lines(arena, text, page);
    return qc_import_outcome(page);
}
