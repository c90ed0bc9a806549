/*
 * lines.c - text becomes clean lines of a page.
 */
#include "import/lines.h"

#include "base/limits.h"
#include "base/utf8.h"

enum { SOFT_HYPHEN = 0xAD, BYTE_ORDER_MARK = 0xFEFF, ZERO_WIDTH_SPACE = 0x200B };

static bool is_dropped(unsigned c)
{
    return (qc_is_control(c) && c != '\t') || c == SOFT_HYPHEN || c == BYTE_ORDER_MARK ||
           c == ZERO_WIDTH_SPACE;
}

static bool ends_line(unsigned c)
{
    return c == '\n' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

struct qc_str qc_import_clean(struct qc_arena *arena, struct qc_str text)
{
    struct qc_buf out = { .arena = arena };
    size_t n;
    for (size_t i = 0; i < text.len; i += n) {
        unsigned c = qc_utf8_decode(text, i, &n);
        if (!is_dropped(c))
            qc_buf_add(&out, qc_str_slice(text, i, i + n));
    }
    struct qc_str composed = qc_nfc(arena, qc_buf_str(&out)), trimmed = qc_str_trim(composed);
    size_t indent = (size_t)(trimmed.ptr - composed.ptr);
    return qc_str_slice(composed, 0, trimmed.len == 0 ? 0 : indent + trimmed.len);
}

void qc_import_add(struct qc_arena *arena, struct import_page *page, struct import_line kind,
                   struct qc_str text)
{
    bool room = page->lines.count < QC_MAX_IMPORT_LINES;
    for (size_t begin = 0, at = 0, n = 0; room && at <= text.len; at += n == 0 ? 1 : n) {
        unsigned c = qc_utf8_decode(text, at, &n);
        if (n != 0 && !ends_line(c))
            continue;
        kind.text = qc_import_clean(arena, qc_str_slice(text, begin, at));
        begin = at + n;
        if (kind.text.len == 0)
            continue;
        *qc_vec_push(arena, &page->lines) = kind;
        room = page->lines.count < QC_MAX_IMPORT_LINES;
        kind.before = IMPORT_BREAK_LINE;
        kind.numbered = kind.lost_number = false;
    }
}

enum import_fault qc_import_outcome(const struct import_page *page)
{
    return page->lines.count == 0                     ? IMPORT_FAULT_EMPTY
           : page->lines.count == QC_MAX_IMPORT_LINES ? IMPORT_FAULT_TOO_LARGE
                                                      : IMPORT_FINE;
}
