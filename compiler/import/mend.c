/*
 * mend.c - letters of an old font in a page whose format is always Unicode.
 */
#include "import/encoding.h"
#include "import/lines.h"

/* All lines as one text, which has as many. */
static struct qc_str joined(struct qc_arena *arena, const struct import_page *page)
{
    struct qc_buf out = { .arena = arena };
    for (size_t i = 0; i < page->lines.count; i++) {
        qc_buf_add(&out, page->lines.items[i].text);
        qc_buf_char(&out, '\n');
    }
    return qc_buf_str(&out);
}

void qc_import_mend(struct qc_arena *arena, struct import_page *page)
{
    enum import_encoding found;
    struct qc_str text;
    if (qc_import_decode(arena, joined(arena, page), IMPORT_ENCODING_COUNT, &found, &text) != IMPORT_FINE ||
        found == IMPORT_UTF8)
        return;
    for (size_t i = 0, begin = 0; i < page->lines.count; i++) {
        struct qc_str rest = qc_str_skip(text, begin);
        size_t end = begin + qc_str_find(rest, QC_STR("\n"));
        page->lines.items[i].text = qc_import_clean(arena, qc_str_slice(text, begin, end));
        begin = end + 1;
    }
    page->encoding = qc_import_encoding_name(found);
}
