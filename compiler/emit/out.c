/*
 * out.c - the window of the output that an emitter writes.
 *
 * Owns nothing: the bytes live in the arena of the buffer. Must not escape
 * and must not open files.
 */
#include "emit/out.h"

#include "base/bytes.h"

enum { LOOKED_AT = 2 }; /* bytes at the end of the window that may be asked for */

/* Gives the origins in the window the lines that they stand in, and counts those that go with its first end bytes. */
static void count_lines(struct qc_out *out, size_t end)
{
    size_t at = 0;
    for (; out->placed < out->origins.count; out->placed++) {
        struct qc_origin *origin = &out->origins.items[out->placed];
        if (origin->at > end)
            break;
        out->lines += qc_bytes_count(qc_str_slice(qc_buf_str(&out->buf), at, origin->at), '\n');
        at = origin->at;
        origin->line = out->lines + 1;
    }
    out->lines += qc_bytes_count(qc_str_slice(qc_buf_str(&out->buf), at, end), '\n');
    for (size_t i = out->placed; i < out->origins.count; i++)
        out->origins.items[i].at -= end;
}

/* The first end bytes of the window go. */
static void give(struct qc_out *out, size_t end)
{
    if (out->has_origins)
        count_lines(out, end);
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
    *qc_vec_push(out->buf.arena, &out->origins) = (struct qc_origin){ .at = out->buf.len, .prose = inlines->prose };
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
