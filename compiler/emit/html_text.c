/*
 * html_text.c - paragraphs of the HTML format.
 *
 * Owns the tags inside a paragraph. Must not write text that is not escaped.
 */
#include "emit/html.h"

static void print_leaf(struct qc_out *out, const struct qc_inline *node, bool in_link)
{
    switch (node->kind) {
    case QC_INLINE_CODE:
        qc_out_raw(out, "<code>");
        qc_escape_html(out, node->text);
        qc_out_raw(out, "</code>");
        break;
    case QC_INLINE_REFERENCE:
        if (node->unit == NULL || node->unit->anchor.len == 0 || in_link) {
            qc_escape_html(out, node->text);
            break;
        }
        qc_out_raw(out, "<a href=\"#");
        qc_out_str(out, node->unit->anchor);
        qc_out_raw(out, "\">");
        qc_escape_html(out, node->text);
        qc_out_raw(out, "</a>");
        break;
    case QC_INLINE_TEXT:
    case QC_INLINE_EMPHASIS:
    case QC_INLINE_STRONG:
    case QC_INLINE_LINK:
        qc_escape_html(out, node->text);
        break;
    }
}

static void print_mark(struct qc_out *out, const struct qc_inline *node, bool open)
{
    switch (node->kind) {
    case QC_INLINE_EMPHASIS:
        qc_out_raw(out, open ? "<em>" : "</em>");
        break;
    case QC_INLINE_STRONG:
        qc_out_raw(out, open ? "<strong>" : "</strong>");
        break;
    case QC_INLINE_LINK:
        if (open) {
            qc_out_raw(out, "<a");
            qc_html_attribute(out, "href", qc_url_encode(out->buf.arena, node->target));
            qc_out_raw(out, " rel=\"noopener noreferrer\">");
        } else {
            qc_out_raw(out, "</a>");
        }
        break;
    case QC_INLINE_TEXT:
    case QC_INLINE_CODE:
    case QC_INLINE_REFERENCE:
        break;
    }
}

static void print_nodes(struct qc_out *out, const struct qc_inlines *inlines)
{
    struct qc_walk walk = qc_walk_start(out->scratch, inlines);
    const struct qc_inline *node;
    for (;;) {
        switch (qc_walk_next(&walk, &node)) {
        case QC_STEP_END:
            return;
        case QC_STEP_TEXT:
            print_leaf(out, node, walk.link != NULL);
            break;
        case QC_STEP_ENTER:
            print_mark(out, node, true);
            break;
        case QC_STEP_LEAVE:
            print_mark(out, node, false);
            break;
        }
    }
}

void qc_html_inlines(struct qc_out *out, const struct qc_inlines *inlines)
{
    if (inlines->first == NULL && inlines->tame) { /* most paragraphs: nothing in it is escaped */
        qc_out_str(out, inlines->plain);
        return;
    }
    struct qc_arena_mark mark = qc_out_scratch(out);
    print_nodes(out, inlines);
    qc_arena_release(out->scratch, mark);
}

void qc_html_element(struct qc_out *out, const char *open, const struct qc_inlines *inlines,
                     const char *close)
{
    if (!qc_has_text(inlines))
        return;
    qc_out_raw(out, open);
    qc_html_inlines(out, inlines);
    qc_out_raw(out, close);
    qc_out_line(out);
}

void qc_html_attribute(struct qc_out *out, const char *name, struct qc_str value)
{
    qc_buf_char(&out->buf, ' ');
    qc_out_raw(out, name);
    qc_out_raw(out, "=\"");
    qc_escape_html_attribute(out, value);
    qc_buf_char(&out->buf, '"');
}
