/*
 * html_toc.c - the table of contents of the HTML format.
 *
 * Owns the nested list of links. Its words repeat the document's, so they
 * stand in a <nav> of their own, which is not printed on paper.
 */
#include "emit/html.h"

static bool has_entry(const struct qc_unit *unit)
{
    return qc_unit_look(unit) != QC_LOOK_PLAIN && unit->anchor.len > 0;
}

/* How many units with an entry stand around this one, itself included. */
static unsigned depth_of(const struct qc_unit *unit)
{
    unsigned depth = 0;
    for (; unit->parent != NULL; unit = unit->parent)
        depth += has_entry(unit);
    return depth;
}

static void print_entry(struct qc_out *out, const struct qc_unit *unit)
{
    qc_out_raw(out, "<li><a href=\"#");
    qc_out_str(out, unit->anchor);
    qc_out_raw(out, "\">");
    qc_escape_html(out, qc_marker_text(&unit->marker));
    if (qc_look_is_heading(qc_unit_look(unit)) && qc_has_text(qc_unit_text(unit))) {
        qc_buf_char(&out->buf, ' ');
        qc_escape_html(out, qc_unit_text(unit)->plain);
    }
    qc_out_raw(out, "</a>");
}

/* Ends the entries that are open until only depth lists are left. */
static void close_lists(struct qc_out *out, unsigned from, unsigned depth)
{
    for (; from > depth; from--)
        qc_out_raw(out, "</li>\n</ol>\n");
}

void qc_html_toc(struct qc_out *out, const struct qc_document *document)
{
    unsigned open = 0;
    for (struct qc_unit *unit = qc_unit_next(document->root); unit != NULL; unit = qc_unit_next(unit)) {
        if (!has_entry(unit))
            continue;
        unsigned depth = depth_of(unit);
        if (open == 0)
            qc_out_raw(out, "<nav class=\"qc-toc\" aria-label=\"Mục lục\">\n<h2>Mục lục</h2>");
        if (depth > open) { /* by one: an entry's parent is an entry of the depth above, or has none */
            qc_out_raw(out, "\n<ol>\n");
        } else {
            close_lists(out, open, depth);
            qc_out_raw(out, "</li>\n");
        }
        print_entry(out, unit);
        open = depth;
    }
    if (open == 0)
        return;
    close_lists(out, open, 0);
    qc_out_raw(out, "</nav>\n");
}
