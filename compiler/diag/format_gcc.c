/*
 * format_gcc.c - a line for each finding, as compilers print them:
 *
 *     quy-che.qc:41:1: error: “2.” trùng số với … [QC120 number-duplicate]
 *
 * Columns are those of a screen (GNU Coding Standards, "Formatting Error
 * Messages"), as Vim's %v and Emacs' compilation mode count them.
 *
 * Owns nothing. Text of a source goes through show.h: it is read on terminals.
 */
#include "diag/format.h"

#include <stdint.h>

#include "base/utf8.h"
#include "diag/show.h"

enum { MESSAGE_COLUMNS = 1000 };

static size_t screen_column(const struct qc_source *source, uint32_t begin, struct qc_position at)
{
    uint32_t end = begin < at.line_end ? begin : (uint32_t)at.line_end;
    return 1 + qc_utf8_width(qc_str_slice(source->text, at.line_begin, end), 0);
}

static void add_finding(struct qc_findings *findings, struct qc_compilation *cx,
                        const struct qc_diagnostic *diagnostic, struct qc_buf *out)
{
    const struct qc_source *source = qc_source_of(cx, diagnostic->span);
    struct qc_position at = qc_place_of(cx, diagnostic->span, diagnostic->span.begin);
    if (qc_str_equal(source->name, QC_STR("-")))
        qc_buf_add(out, QC_STR("<stdin>"));
    else
        qc_show_text(out, source->name, SIZE_MAX / 8);
    qc_buf_add(out, qc_str_format(&cx->arena, ":%zu:%zu: %s: ", at.line, screen_column(source, diagnostic->span.begin, at),
                                  qc_level_name(diagnostic->level)));
    qc_show_text(out, diagnostic->text[findings->lang], MESSAGE_COLUMNS);
    struct qc_str slug = qc_diag_slug(&cx->arena, diagnostic->id);
    qc_buf_add(out, qc_str_format(&cx->arena, " [%s %.*s]\n", qc_diag_info(diagnostic->id).code, QC_STR_ARGS(slug)));
}

static void add(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out)
{
    for (size_t i = 0; i < cx->diagnostics.count; i++)
        add_finding(findings, cx, cx->diagnostics.items[i], out);
}

const struct qc_findings_format qc_findings_gcc = { "gcc", NULL, add, NULL };
