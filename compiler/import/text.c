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

struct text {
    struct qc_arena *arena;
    struct import_page *page;
};

/* The lines of a piece: an empty one parts paragraphs. */
static void add_lines(void *user, struct import_line kind, struct qc_str piece)
{
    struct text *text = user;
    kind.before = IMPORT_BREAK_PARAGRAPH;
    for (size_t at = 0; at < piece.len; kind.source_line++) {
        size_t begin = at;
        while (at < piece.len && qc_import_line_end(piece, at) == 0)
            at++;
        struct qc_str line = qc_str_slice(piece, begin, at);
        qc_import_add(text->arena, text->page, kind, line);
        kind.before = qc_str_trim(line).len == 0 ? IMPORT_BREAK_PARAGRAPH : IMPORT_BREAK_LINE;
        at += at < piece.len ? qc_import_line_end(piece, at) : 0;
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

enum import_fault qc_import_read_text(struct qc_arena *arena, struct qc_str bytes,
                                      enum import_encoding wanted, struct import_page *page)
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
    qc_import_cut_tables(arena, text, add_lines, &(struct text){ arena, page });
    return qc_import_outcome(page);
}
