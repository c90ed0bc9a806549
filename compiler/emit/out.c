/*
 * out.c - the buffer that an emitter writes.
 *
 * Owns nothing: the bytes live in the arena of the buffer. Must not escape
 * and must not open files.
 */
#include "emit/out.h"

void qc_out_origin(struct qc_out *out, const struct qc_inlines *inlines)
{
    *qc_vec_push(out->buf.arena, &out->origins) = (struct qc_origin){ out->buf.len, inlines->prose };
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
