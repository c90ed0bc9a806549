/*
 * html.c - the reader of web pages.
 */
#include "import/html.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "import/lines.h"
#include "import/readers.h"

/* Encodings that pages name though they mean another: their letters are those of an old font, or they are UTF-8. */
static enum import_encoding named_encoding(struct qc_str bytes)
{
    enum { LOOKED_AT = 4096 };
    char small[LOOKED_AT];
    struct qc_str head = { small, bytes.len < LOOKED_AT ? bytes.len : LOOKED_AT };
    for (size_t i = 0; i < head.len; i++)
        small[i] = (char)((unsigned char)bytes.ptr[i] < 0x80 ? qc_lower((unsigned char)bytes.ptr[i]) : ' ');
    size_t at = qc_str_find(head, QC_STR("charset="));
    if (at == head.len)
        return IMPORT_ENCODING_COUNT;
    head = qc_str_skip(head, at + sizeof "charset=" - 1);
    size_t begin = strspn(small + (head.ptr - small), "\"' "), end = begin;
    while (end < head.len && strchr("\"' ;/>", head.ptr[end]) == NULL)
        end++;
    return begin > end ? IMPORT_ENCODING_COUNT : qc_import_encoding_find(qc_str_slice(head, begin, end));
}

/* UTF-8 if it is valid; else what the page says it is, if that is possible; else what it looks like. */
static enum import_fault decode(struct qc_arena *arena, struct qc_str bytes, enum import_encoding wanted,
                                enum import_encoding *found, struct qc_str *text)
{
    *found = named_encoding(bytes);
    bool utf8 = qc_utf8_invalid(bytes.ptr, bytes.len) == bytes.len;
    if (wanted == IMPORT_ENCODING_COUNT && !utf8 && *found != IMPORT_ENCODING_COUNT &&
        *found != IMPORT_UTF8 && qc_import_decode_as(arena, bytes, *found, text))
        return IMPORT_FINE;
    return qc_import_decode(arena, bytes, wanted, found, text);
}

/* Length of a directive of Word at the start of text, <![if !supportLists]> or <![endif]>, which is none of HTML; else 0. */
static size_t directive(struct qc_str text)
{
    if (!qc_str_starts(text, QC_STR("<![if ")) && !qc_str_starts(text, QC_STR("<![endif]")))
        return 0;
    size_t end = qc_str_find(qc_str_slice(text, 0, text.len < 80 ? text.len : 80), QC_STR("]"));
    return end + 1 < text.len && text.ptr[end + 1] == '>' ? end + 2 : 0;
}

static struct qc_str without_directives(struct qc_arena *arena, struct qc_str text)
{
    struct qc_buf out = { .arena = arena };
    size_t kept = 0;
    for (size_t at = 0; at < text.len; at++) {
        size_t length = text.ptr[at] == '<' ? directive(qc_str_skip(text, at)) : 0;
        if (length == 0)
            continue;
        qc_buf_add(&out, qc_str_slice(text, kept, at));
        kept = at + length;
        at = kept - 1;
    }
    if (kept == 0)
        return text;
    qc_buf_add(&out, qc_str_skip(text, kept));
    return qc_buf_str(&out);
}

static enum import_fault read_page(struct qc_arena *arena, const struct import_engine *engine,
                                   struct import_file *file, void *page)
{
    struct import_walk walk = { .arena = arena, .engine = engine, .file = file };
    struct html_sheet sheet = { .arena = arena };
    struct html_node *root = html_tree(&walk, &sheet);
    if (walk.fault != IMPORT_FINE)
        return walk.fault;
    html_find_furniture(arena, root);
    html_add_lines(&sheet, root, page);
    return IMPORT_FINE;
}

enum import_fault qc_import_read_html(struct qc_arena *arena, struct qc_str bytes,
                                      enum import_encoding wanted, struct import_page *page)
{
    enum import_encoding found;
    struct qc_str text;
    if (bytes.len > QC_MAX_IMPORT_TEXT)
        return IMPORT_FAULT_TOO_LARGE;
    enum import_fault fault = decode(arena, bytes, wanted, &found, &text);
    if (fault != IMPORT_FINE)
        return fault;
    page->format = IMPORT_HTML;
    page->encoding = qc_import_encoding_name(found);
    text = without_directives(arena, text);
    fault = qc_import_with_file(arena, text.ptr, text.len, true, read_page, page);
    if (fault != IMPORT_FINE)
        return fault;
    qc_import_mend(arena, page);
    return qc_import_outcome(page);
}
