/*
 * escape_markdown.c - inline text of CommonMark.
 *
 * Owns the lists of what means something to CommonMark, and to the common
 * extensions ($ ~ ^ | { :), inside a line and at its start. Must not write
 * markup. A backslash before ASCII punctuation is the only escape used: every
 * reader knows it, and the text stays readable.
 */
#include "emit/escape.h"
#include "emit/parts.h"

/* clang-format off */
static const unsigned char SPECIAL[256] = {
    QC_UNPRINTABLE_BYTES,
    ['\t'] = 1, ['\\'] = 1, ['`'] = 1, ['*'] = 1, ['_'] = 1, ['['] = 1, [']'] = 1, ['<'] = 1, ['&'] = 1,
    ['#'] = 1,  ['$'] = 1,  ['~'] = 1, ['^'] = 1, ['|'] = 1, ['{'] = 1, ['}'] = 1,
};
/* clang-format on */

static struct qc_str in_line(struct qc_arena *arena, unsigned code)
{
    (void)arena;
    static const char ESCAPES[] = "\\\\\\`\\*\\_\\[\\]\\<\\&\\#\\$\\~\\^\\|\\{\\}";
    for (const char *escape = ESCAPES; *escape != '\0'; escape += 2)
        if (code == (unsigned char)escape[1])
            return (struct qc_str){ escape, 2 };
    if (code == '\t' || code == '\n')
        return QC_BLANK; /* a tab could indent, a line end could open a block */
    return qc_is_unprintable(code) ? QC_REPLACED : QC_KEEP;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/*
 * Length of what a reader may take for the number of a list item, up to its
 * "." or ")", or 0. CommonMark lists are digits only; others also know "a)",
 * "IV." and "(1)".
 */
static size_t list_number(struct qc_str text)
{
    size_t start = text.len > 0 && text.ptr[0] == '(', end = start;
    while (end < text.len && is_digit(text.ptr[end]))
        end++;
    if (end == start) {
        while (end < text.len && is_letter(text.ptr[end]) &&
               memchr("ivxlcdmIVXLCDM", text.ptr[end], 14) != NULL)
            end++;
        if (end == start && end < text.len && is_letter(text.ptr[end]))
            end++;
    }
    if (end == start || end == text.len || (text.ptr[end] != '.' && text.ptr[end] != ')'))
        return 0;
    /* what follows the text is unknown: it may be a blank */
    return end + 1 == text.len || is_blank(text.ptr[end + 1]) ? end : 0;
}

/* Writes what could open a block at the start of text; returns how much of text that was. */
static size_t open_line(struct qc_out *out, struct qc_str text)
{
    size_t at = 0;
    while (at < text.len && is_blank(text.ptr[at]))
        at++; /* a paragraph begins without blanks; four of them would make it code */
    struct qc_str rest = qc_str_skip(text, at);
    size_t number = list_number(rest);
    if (number > 0) {
        qc_out_str(out, qc_str_slice(rest, 0, number));
        qc_buf_char(&out->buf, '\\');
        qc_buf_char(&out->buf, rest.ptr[number]);
        return at + number + 1;
    }
    if (rest.len > 0 && memchr("-+=>:%", rest.ptr[0], 6) != NULL) {
        qc_buf_char(&out->buf, '\\');
        qc_buf_char(&out->buf, rest.ptr[0]);
        return at + 1;
    }
    return at;
}

void qc_escape_markdown(struct qc_out *out, struct qc_str text, bool at_line_start)
{
    if (at_line_start)
        text = qc_str_skip(text, open_line(out, text));
    /* a link may follow, and would become an image */
    bool bang = text.len > 0 && text.ptr[text.len - 1] == '!';
    if (bang)
        text.len--;
    qc_escape_runs(out, text, SPECIAL, in_line);
    if (bang)
        qc_out_raw(out, "\\!");
}
