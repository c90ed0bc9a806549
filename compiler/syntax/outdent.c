/*
 * outdent.c - looks round a keyword that stands too far right.
 *
 * Owns nothing, reports nothing.
 */
#include "syntax/outdent.h"

enum { REACH = 200 }; /* lines looked at in either direction: a header is short */

static struct qc_str text_of(const struct qc_source *source, struct qc_span span)
{
    return qc_str_slice(source->text, span.begin, span.end);
}

static bool is_of(struct qc_compilation *cx, const struct qc_source *source, const struct qc_scanned_line *line,
                  const struct qc_keyword *keyword)
{
    bool english;
    if (line->kind != QC_LINE_KEYED)
        return false;
    struct qc_str name = text_of(source, qc_token_of(source, line).key);
    return keyword == (keyword->block < 0 ? qc_keyword_find(&cx->arena, name, &english)
                                          : qc_field_find(&cx->arena, keyword->block, name));
}

/* Does a line stand outside what line number at may belong to: the block of a field? */
static bool is_outside(const struct qc_scanned_line *line, const struct qc_keyword *keyword)
{
    return keyword->block >= 0 && line->kind == QC_LINE_KEYED && line->indent == 0;
}

static bool is_declared(struct qc_compilation *cx, const struct qc_source *source, const struct qc_scanned *lines,
                        size_t at, const struct qc_keyword *keyword, uint32_t columns)
{
    const struct qc_scanned_line *items = lines->items.items;
    for (size_t i = at; i-- > 0 && at - i < REACH && !is_outside(&items[i], keyword);)
        if (items[i].indent <= columns && is_of(cx, source, &items[i], keyword))
            return true;
    for (size_t i = at + 1; i < lines->items.count && i - at < REACH && !is_outside(&items[i], keyword); i++)
        if (items[i].indent <= columns && is_of(cx, source, &items[i], keyword))
            return true;
    return false;
}

/* A line behind it that is neither blank nor keyed was meant to go on with the value above. */
static bool hangs_on(const struct qc_scanned *lines, size_t at, const struct qc_keyword *keyword, uint32_t columns)
{
    size_t next = at + 1;
    while (next < lines->items.count && lines->items.items[next].kind == QC_LINE_COMMENT)
        next++;
    if (next == lines->items.count || keyword->form == QC_KEYWORD_PROSE)
        return false;
    const struct qc_scanned_line *line = &lines->items.items[next];
    return line->kind != QC_LINE_BLANK && line->kind != QC_LINE_KEYED &&
           (line->indent > columns || line->kind == QC_LINE_BULLET);
}

/* A date and a school year have figures. */
static bool can_be_value(const struct qc_keyword *keyword, struct qc_str value)
{
    if (keyword->block >= 0 || value.len == 0 || (keyword->id != QC_KW_DATE && keyword->id != QC_KW_SCHOOL_YEAR))
        return true;
    for (size_t i = 0; i < value.len; i++)
        if (value.ptr[i] >= '0' && value.ptr[i] <= '9')
            return true;
    return false;
}

bool qc_may_outdent(struct qc_compilation *cx, const struct qc_source *source, const struct qc_scanned *lines, size_t at,
                    const struct qc_keyword *keyword, uint32_t columns)
{
    bool repeatable = keyword->form == QC_KEYWORD_LIST || keyword->form == QC_KEYWORD_BLOCK;
    return keyword->form != QC_KEYWORD_ENDING && can_be_value(keyword, text_of(source, qc_token_of(source, &lines->items.items[at]).value)) &&
           !hangs_on(lines, at, keyword, columns) &&
           (repeatable || !is_declared(cx, source, lines, at, keyword, columns));
}
