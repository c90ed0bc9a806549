/*
 * html_sheet.c - numbers that a page's own style sheet makes, as programs write them that keep lists flat:
 *
 *     .lst-a-1>li{counter-increment:ctn-a-1}
 *     .lst-a-1>li:before{content:"" counter(ctn-a-0,decimal) "." counter(ctn-a-1,lower-latin) ") "}
 *
 * Of a sheet only such rules are read: one class, its items, and what stands before them.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "import/html.h"

/* What the rules of a class say of its items; empty: nothing. */
struct html_form {
    struct qc_str counter, content;
};

static struct html_form *form_of(struct html_sheet *sheet, struct qc_str class)
{
    struct html_form *form = qc_alloc(sheet->arena, sizeof *form);
    *form = (struct html_form){ QC_STR(""), QC_STR("") };
    return qc_map_add(sheet->arena, &sheet->forms, class, form);
}

static void read_rule(struct html_sheet *sheet, struct qc_str selector, struct qc_str properties)
{
    struct qc_str class = qc_str_trim(selector);
    size_t item = qc_str_find(class, QC_STR(">"));
    if (item == class.len || !qc_str_starts(class, QC_STR(".")))
        return;
    struct qc_str of = qc_str_trim(qc_str_skip(class, item + 1));
    class = qc_str_trim(qc_str_slice(class, 1, item));
    if (qc_str_equal(of, QC_STR("li")))
        form_of(sheet, class)->counter = html_property(properties, QC_STR("counter-increment"));
    else if (qc_str_equal(of, QC_STR("li:before")) || qc_str_equal(of, QC_STR("li::before")))
        form_of(sheet, class)->content = html_property(properties, QC_STR("content"));
}

void html_read_sheet(struct html_sheet *sheet, struct qc_str text)
{
    while (text.len > 0) {
        size_t open = qc_str_find(text, QC_STR("{")), close = qc_str_find(text, QC_STR("}"));
        struct qc_str selector = qc_str_slice(text, 0, open);
        for (size_t comma; (comma = qc_str_find(selector, QC_STR(";"))) < selector.len;)
            selector = qc_str_skip(selector, comma + 1); /* "@import …;" before it */
        if (open < close && close < text.len)
            read_rule(sheet, selector, qc_str_slice(text, open + 1, close));
        text = qc_str_skip(text, close < text.len ? close + 1 : text.len);
    }
}

/* ---- what stands before an item ---- */

/* A string behind its quote, with its escapes; *at ends behind the quote that closes it. */
static void add_string(struct qc_buf *out, struct qc_str text, size_t *at, char quote)
{
    enum { HEX_DIGITS = 6 };
    while (*at < text.len && text.ptr[*at] != quote) {
        char hex[HEX_DIGITS + 1] = "";
        size_t length = 0;
        if (text.ptr[*at] != '\\') {
            qc_buf_char(out, text.ptr[(*at)++]);
            continue;
        }
        for (++*at;
             *at < text.len && length < HEX_DIGITS && strchr("0123456789abcdefABCDEF", text.ptr[*at]) != NULL;
             ++*at)
            hex[length++] = text.ptr[*at];
        if (length > 0)
            qc_buf_code(out, (unsigned)strtoul(hex, NULL, 16));
        else if (*at < text.len)
            qc_buf_char(out, text.ptr[(*at)++]);
        *at += length > 0 && *at < text.len && text.ptr[*at] == ' ';
    }
    *at += *at < text.len;
}

/* "counter(name, style)": false when its number cannot be told. */
static bool add_counter(struct html_sheet *sheet, struct qc_buf *out, struct qc_str inside)
{
    size_t comma = qc_str_find(inside, QC_STR(","));
    struct qc_str name = qc_str_trim(qc_str_slice(inside, 0, comma));
    struct qc_str style =
        comma < inside.len ? qc_str_trim(qc_str_skip(inside, comma + 1)) : QC_STR("decimal");
    const long *value = qc_map_get(&sheet->counters, name);
    if (value == NULL)
        return false;
    struct qc_str number = qc_import_numeral(sheet->arena, html_numeral(style), *value);
    qc_buf_add(out, number);
    return number.len > 0;
}

/* *counted: it has a counter, so that it is no bullet. */
static struct qc_str render(struct html_sheet *sheet, struct qc_str content, bool *counted, bool *lost)
{
    struct qc_buf out = { .arena = sheet->arena };
    for (size_t at = 0; at < content.len;) {
        struct qc_str rest = qc_str_skip(content, at);
        size_t end = qc_str_find(rest, QC_STR(")"));
        if (rest.ptr[0] == '"' || rest.ptr[0] == '\'') {
            at++;
            add_string(&out, content, &at, rest.ptr[0]);
        } else if (qc_str_starts(rest, QC_STR("counter(")) && end < rest.len) {
            *counted = true;
            *lost = !add_counter(sheet, &out, qc_str_slice(rest, sizeof "counter(" - 1, end)) || *lost;
            at += end + 1;
        } else {
            at++;
        }
    }
    return qc_str_trim(qc_buf_str(&out));
}

static void set_counter(struct html_sheet *sheet, struct qc_str name, long value)
{
    long *kept = qc_alloc(sheet->arena, sizeof *kept);
    kept = qc_map_add(sheet->arena, &sheet->counters, name, kept);
    *kept = value;
}

bool html_sheet_marker(struct html_sheet *sheet, const struct html_node *list, long value,
                       struct qc_str *marker, bool *lost)
{
    struct qc_str names = html_attribute(list, "class");
    const struct html_form *form = NULL;
    for (size_t at = 0; at < names.len && (form == NULL || form->content.len == 0);) {
        struct qc_str rest = qc_str_skip(names, at);
        size_t end = qc_str_find(rest, QC_STR(" "));
        form = qc_map_get(&sheet->forms, qc_str_slice(rest, 0, end));
        at += end + 1;
    }
    if (form == NULL || form->content.len == 0)
        return false;
    bool counted = false;
    *lost = false;
    if (form->counter.len > 0)
        set_counter(sheet, form->counter, value);
    struct qc_str text = render(sheet, form->content, &counted, lost);
    if (*lost || text.len == 0)
        *marker = QC_STR("");
    else
        *marker = counted ? qc_str_format(sheet->arena, "%.*s ", QC_STR_ARGS(text)) : QC_STR("- ");
    return true;
}
