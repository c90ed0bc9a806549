/*
 * out.c - the window of the output that an emitter writes.
 *
 * Owns nothing: the bytes live in the arena of the buffer. Must not escape
 * and must not open files.
 */
#include "emit/out.h"

#include "base/bytes.h"

enum { LOOKED_AT = 2 }; /* bytes at the end of the window that may be asked for */

/* Counts the lines that end in the window before end. */
static void count_lines(struct qc_out *out, size_t end)
{
    struct qc_line_search *search = &out->search;
    search->passed += qc_bytes_count(qc_str_slice(qc_buf_str(&out->buf), search->counted, end), '\n');
    search->counted = end;
}

/* Finds out the line of what was noted last: no line end comes before it any more. */
static void settle(struct qc_out *out)
{
    struct qc_line_search *search = &out->search;
    if (!search->open)
        return;
    count_lines(out, search->at);
    if (search->passed < search->line)
        search->found = search->printed;
    search->open = false;
}

/* The first end bytes of the window go. */
static void give(struct qc_out *out, size_t end)
{
    if (out->search.line > 0) {
        settle(out);
        count_lines(out, end);
        out->search.counted = 0;
    }
    out->refused = out->refused || (end > 0 && !out->write(out->user, out->buf.ptr, end));
    memmove(out->buf.ptr, out->buf.ptr + end, out->buf.len - end);
    out->buf.len -= end;
}

void qc_out_give(struct qc_out *out)
{
    give(out, out->buf.len - LOOKED_AT);
}

bool qc_out_end(struct qc_out *out)
{
    if (out->buf.len > 0)
        give(out, out->buf.len);
    return !out->refused;
}

void qc_out_origin(struct qc_out *out, const struct qc_inlines *inlines)
{
    if (out->search.line == 0)
        return;
    settle(out);
    out->search.printed = inlines->prose;
    out->search.at = out->buf.len;
    out->search.open = true;
}

void qc_out_line(struct qc_out *out)
{
    if (out->buf.len > 0 && out->buf.ptr[out->buf.len - 1] != '\n')
        qc_buf_char(&out->buf, '\n');
}

void qc_out_blank(struct qc_out *out)
{
    qc_out_line(out);
    if (out->buf.len > 1 && out->buf.ptr[out->buf.len - 2] != '\n')
        qc_buf_char(&out->buf, '\n');
}
