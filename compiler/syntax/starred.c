/*
 * starred.c - a heading that is set in Markdown's stars, as copies from web
 * pages and converters have it. Its marker does not open the line, so that
 * the unit would be lost.
 *
 * Must not decide what a unit is: see marker.c.
 */
#include "syntax/starred.h"

#include "base/utf8.h"
#include "syntax/keyword.h"

/* Length of the number at the start of text: figures, or a Roman numeral; 0 when there is none. */
static size_t number_length(struct qc_str text)
{
    static const char *const digits[] = { "0123456789", "IVXLC" };
    enum { LONGEST = 7 };
    for (size_t k = 0; k < sizeof digits / sizeof digits[0]; k++) {
        size_t i = 0;
        while (i < text.len && text.ptr[i] != '\0' && strchr(digits[k], text.ptr[i]) != NULL)
            i++;
        if (i > 0 && i <= LONGEST)
            return i;
    }
    return 0;
}

/* Bytes of the label words ("Điều", "Tiểu mục") and the blank behind them; 0 when text opens with none. */
static size_t label_length(struct qc_arena *arena, struct qc_str text)
{
    enum { WORDS = 2 };
    size_t end = 0;
    int style;
    bool mark_may_lack;
    for (size_t word = 0; word < WORDS; word++) {
        while (end < text.len && text.ptr[end] != ' ')
            end++;
        if (end == text.len)
            return 0;
        if (qc_label_find(arena, qc_str_slice(text, 0, end), &style, &mark_may_lack) >= 0)
            return end + qc_blank_prefix(qc_str_skip(text, end));
        end++;
    }
    return 0;
}

/* "a) ", "đ) " */
static bool opens_with_letter(struct qc_str text)
{
    size_t n;
    return qc_is_lower(qc_utf8_decode(text, 0, &n)) && qc_str_starts(qc_str_skip(text, n), QC_STR(") "));
}

/* "Điều 1.", "Chương I**", "I. ", "2. ", "a) " */
static bool opens_with_marker(struct qc_arena *arena, struct qc_str text)
{
    size_t label = label_length(arena, text), number = number_length(qc_str_skip(text, label));
    struct qc_str after = qc_str_skip(text, label + number);
    if (number == 0)
        return opens_with_letter(text);
    if (label > 0 && (after.len == 0 || after.ptr[0] == '*'))
        return true;
    return qc_str_starts(after, QC_STR(". ")) || qc_str_starts(after, QC_STR(".*")) ||
           (label > 0 && qc_str_starts(after, QC_STR(":")));
}

bool qc_report_starred(struct qc_compilation *cx, const struct qc_source *source, const struct qc_token *line)
{
    struct qc_str text = qc_str_trim(qc_str_slice(source->text, line->span.begin, line->span.end));
    uint32_t begin = (uint32_t)(text.ptr - source->text.ptr);
    size_t stars = 0;
    while (stars < text.len && text.ptr[stars] == '*')
        stars++;
    struct qc_str words = qc_str_skip(text, stars);
    if (stars == 0 || stars > 3 || !opens_with_marker(&cx->arena, words))
        return false;
    struct qc_span opening = { begin, begin + (uint32_t)stars, line->span.file };
    struct qc_diagnostic *d = qc_report(cx, line->span, QC_MSG(starred_heading));
    qc_fix(cx, d, opening, QC_STR(""));
    const char *closing = memchr(words.ptr, '*', words.len);
    if (closing != NULL) {
        uint32_t at = (uint32_t)(closing - source->text.ptr), end = at;
        while (end < begin + text.len && source->text.ptr[end] == '*')
            end++;
        qc_fix(cx, d, (struct qc_span){ at, end, line->span.file }, QC_STR(""));
    }
    d->fix_is_safe = true;
    return true;
}
