/*
 * format_github.c - workflow commands, which GitHub Actions shows beside the lines:
 *
 *     ::error file=quy-che.qc,line=41,col=1,endLine=41,endColumn=3,title=QC120 number-duplicate::“2.” …
 *
 * Owns the escapes: without them a line of a source could give commands. It
 * shows few annotations of a step, so that the graver ones come first.
 */
#include "diag/format.h"

#include <stdint.h>

#include "diag/show.h"

enum { MESSAGE_COLUMNS = 1000 };

/* Text of a source: first made fit to be shown, then escaped. Colon and comma end a property. */
static void add_escaped(struct qc_buf *out, struct qc_str text, bool property)
{
    struct qc_buf shown = { .arena = out->arena };
    qc_show_text(&shown, text, property ? SIZE_MAX / 8 : MESSAGE_COLUMNS);
    for (size_t i = 0; i < shown.len; i++) {
        char c = shown.ptr[i];
        if (c == '%')
            qc_buf_add(out, QC_STR("%25"));
        else if (property && c == ':')
            qc_buf_add(out, QC_STR("%3A"));
        else if (property && c == ',')
            qc_buf_add(out, QC_STR("%2C"));
        else
            qc_buf_char(out, c); /* CR and LF do not come out of qc_show_text */
    }
}

static void add_property(struct qc_buf *out, const char *format, size_t number)
{
    qc_buf_add(out, qc_str_format(out->arena, format, number));
}

static void add_finding(struct qc_findings *findings, struct qc_compilation *cx,
                        const struct qc_diagnostic *diagnostic, struct qc_buf *out)
{
    static const char *const commands[] = { "notice", "warning", "error" };
    const struct qc_diag_info info = qc_diag_info(diagnostic->id);
    struct qc_span span = diagnostic->span;
    struct qc_position begin = qc_place_of(cx, span, span.begin), end = qc_place_of(cx, span, span.end);
    qc_buf_add(out, QC_STR("::"));
    qc_buf_add(out, qc_str_from(commands[diagnostic->level]));
    qc_buf_add(out, QC_STR(" file="));
    add_escaped(out, qc_repository_name(findings, cx, span.file), true);
    add_property(out, ",line=%zu", begin.line);
    add_property(out, ",col=%zu", begin.column);
    add_property(out, ",endLine=%zu", end.line);
    add_property(out, ",endColumn=%zu", end.column);
    qc_buf_add(out, QC_STR(",title="));
    add_escaped(out, qc_str_from(info.code), true);
    qc_buf_char(out, ' ');
    add_escaped(out, qc_diag_slug(&cx->arena, diagnostic->id), true);
    qc_buf_add(out, QC_STR("::"));
    add_escaped(out, diagnostic->text[findings->lang], false);
    for (size_t i = 0; i < diagnostic->notes.count; i++) {
        if (diagnostic->notes.items[i].has_span)
            continue; /* it points at another line: there is nothing to point with */
        qc_buf_add(out, QC_STR("%0A"));
        add_escaped(out, diagnostic->notes.items[i].text[findings->lang], false);
    }
    qc_buf_add(out, QC_STR("%0A"));
    add_escaped(out, qc_str_from(info.norm), false);
    qc_buf_char(out, '\n');
}

static void add(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out)
{
    for (int level = QC_LEVEL_ERROR; level >= QC_LEVEL_INFO; level--)
        for (size_t i = 0; i < cx->diagnostics.count; i++)
            if ((int)cx->diagnostics.items[i]->level == level)
                add_finding(findings, cx, cx->diagnostics.items[i], out);
}

const struct qc_findings_format qc_findings_github = { "github", NULL, add, NULL };
