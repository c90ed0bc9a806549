/*
 * html_list.c - the numbers that a browser shows before the items of lists.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "import/html.h"

static const struct {
    const char *type, *style; /* the attribute of HTML, or "", and the word of CSS */
    enum import_numeral numeral;
} numerals[] = {
    { "1", "decimal", IMPORT_NUMERAL_DECIMAL },
    { "a", "lower-alpha", IMPORT_NUMERAL_SMALL_LETTER },
    { "A", "upper-alpha", IMPORT_NUMERAL_LETTER },
    { "i", "lower-roman", IMPORT_NUMERAL_SMALL_ROMAN },
    { "I", "upper-roman", IMPORT_NUMERAL_ROMAN },
    { "none", "none", IMPORT_NUMERAL_NONE },
    { "", "lower-latin", IMPORT_NUMERAL_SMALL_LETTER },
    { "", "upper-latin", IMPORT_NUMERAL_LETTER },
    { "", "decimal-leading-zero", IMPORT_NUMERAL_TWO_DIGITS },
    { "disc", "disc", IMPORT_NUMERAL_BULLET },
    { "circle", "circle", IMPORT_NUMERAL_BULLET },
    { "square", "square", IMPORT_NUMERAL_BULLET },
};
enum { NUMERALS = sizeof numerals / sizeof *numerals };

enum import_numeral html_numeral(struct qc_str style)
{
    for (size_t i = 0; i < NUMERALS; i++)
        if (qc_str_equal(style, qc_str_from(numerals[i].style)))
            return numerals[i].numeral;
    return IMPORT_NUMERAL_OTHER;
}

/* By the words of "list-style", which may have others beside it. */
static enum import_numeral among(struct qc_str words, enum import_numeral otherwise)
{
    for (size_t end; words.len > 0; words = qc_str_skip(words, end < words.len ? end + 1 : end)) {
        end = qc_str_find(words, QC_STR(" "));
        enum import_numeral numeral = html_numeral(qc_str_slice(words, 0, end));
        if (numeral != IMPORT_NUMERAL_OTHER)
            return numeral;
    }
    return otherwise;
}

static enum import_numeral numeral_of(const struct html_node *node, enum import_numeral otherwise)
{
    struct qc_str type = html_attribute(node, "type"), style = html_style(node, "list-style-type");
    if (style.len > 0)
        return html_numeral(style);
    for (size_t i = 0; i < NUMERALS; i++)
        if (type.len > 0 && qc_str_equal(type, qc_str_from(numerals[i].type)))
            otherwise = numerals[i].numeral;
    return among(html_style(node, "list-style"), otherwise);
}

static long number_of(const struct html_node *node, const char *name, long otherwise)
{
    struct qc_str text = html_attribute(node, name);
    char digits[12], *end;
    if (text.len == 0 || text.len >= sizeof digits)
        return otherwise;
    memcpy(digits, text.ptr, text.len);
    digits[text.len] = '\0';
    long value = strtol(digits, &end, 10), most = 1000000; /* so that counting on never overflows */
    return end == digits || value > most || value < -most ? otherwise : value;
}

struct html_list html_list_of(const struct html_node *node)
{
    if (!html_is(node, "ol"))
        return (struct html_list){ .node = node, .numeral = numeral_of(node, IMPORT_NUMERAL_BULLET) };
    struct html_list list = {
        .node = node, .numeral = numeral_of(node, IMPORT_NUMERAL_DECIMAL), .value = 1, .step = 1
    };
    if (html_has_attribute(node, "reversed")) {
        list.step = -1;
        list.value = 0;
        for (const struct html_node *child = node->first; child != NULL; child = child->next)
            list.value += html_is(child, "li");
    }
    list.value = number_of(node, "start", list.value);
    return list;
}

struct qc_str html_next_marker(struct html_sheet *sheet, struct html_list *list, const struct html_node *item,
                               bool *lost)
{
    enum import_numeral numeral = numeral_of(item, list->numeral);
    struct qc_str marker;
    list->value = number_of(item, "value", list->value);
    long value = list->value;
    list->value += list->step;
    if (html_sheet_marker(sheet, list->node, value, &marker, lost))
        return marker;
    *lost = numeral == IMPORT_NUMERAL_OTHER && html_is(list->node, "ol");
    if (numeral == IMPORT_NUMERAL_BULLET || (numeral == IMPORT_NUMERAL_OTHER && !*lost))
        return QC_STR("- ");
    struct qc_str number = qc_import_numeral(sheet->arena, numeral, value);
    return number.len == 0 ? number : qc_str_format(sheet->arena, "%.*s. ", QC_STR_ARGS(number));
}

bool html_has_marker(struct qc_str text)
{
    text = qc_str_trim(text);
    size_t n;
    unsigned first = qc_utf8_decode(text, 0, &n);
    if (first == '-' || first == '+' || first == '*' || first == 0x2013 || first == 0x2022)
        return true;
    size_t end = 0;
    while (end < text.len && text.ptr[end] >= '0' && text.ptr[end] <= '9')
        end++;
    if (end == 0 && qc_is_lower(first))
        end = n;
    return end > 0 && end + 1 < text.len && (text.ptr[end] == ')' || text.ptr[end] == '.') &&
           text.ptr[end + 1] == ' ';
}
