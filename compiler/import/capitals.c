/*
 * capitals.c - the capitals that TCVN3 does not have.
 */
#include "base/utf8.h"
#include "import/decode.h"

/* What stands between two line ends: has it capitals of ASCII, and no small letter of it? */
static bool is_capitals(struct qc_str text, size_t least)
{
    size_t capitals = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] >= 'a' && text.ptr[i] <= 'z')
            return false;
        capitals += text.ptr[i] >= 'A' && text.ptr[i] <= 'Z';
    }
    return capitals >= least;
}

static size_t piece_end(struct qc_str text, size_t at, const char *stops)
{
    while (at < text.len && strchr(stops, text.ptr[at]) == NULL)
        at++;
    return at;
}

static void raise_line(struct qc_buf *out, struct qc_str line)
{
    enum { LINE_CAPITALS = 4, WORD_CAPITALS = 2 };
    if (is_capitals(line, LINE_CAPITALS)) {
        qc_buf_add(out, qc_str_upper(out->arena, line));
        return;
    }
    for (size_t at = 0; at < line.len;) {
        size_t end = piece_end(line, at, " \t-/(),.;:");
        struct qc_str word = qc_str_slice(line, at, end);
        qc_buf_add(out, is_capitals(word, WORD_CAPITALS) ? qc_str_upper(out->arena, word) : word);
        if (end < line.len)
            qc_buf_char(out, line.ptr[end]);
        at = end + 1;
    }
}

void qc_import_raise_capitals(struct qc_buf *out, struct qc_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = piece_end(text, at, "\r\n");
        raise_line(out, qc_str_slice(text, at, end));
        if (end < text.len)
            qc_buf_char(out, text.ptr[end]);
        at = end + 1;
    }
}
