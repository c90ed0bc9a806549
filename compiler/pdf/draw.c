/*
 * draw.c - draws a line of a block, with its links and its rule.
 *
 * Owns where in a line the letters stand. Must not break lines.
 */
#include "emit/pdf.h"

#include "pdf/engine.h"

static const double RULE_WIDTH = 0.75, RULE_ABOVE = 2.25, RULE_BELOW = 3;

double qc_pdf_rule_height(const struct qc_pdf_block *block)
{
    return block->rule > 0 ? RULE_ABOVE + RULE_WIDTH + RULE_BELOW : 0;
}

/* A tag around nothing, whose attributes say where it is. */
static void mark(cairo_t *cr, const char *tag, const char *attributes)
{
    cairo_tag_begin(cr, tag, attributes);
    cairo_tag_end(cr, tag);
}

static void draw_link(cairo_t *cr, const struct qc_pdf_box *box, const char *link, int from, int to,
                      double left, double top)
{
    int *ranges, count;
    pango_layout_line_get_x_ranges(box->line, from, to, &ranges, &count);
    for (int i = 0; i < count; i++) {
        qc_pdf_number x, y, w, h;
        char *attributes = g_strdup_printf(
            "rect=[%s %s %s %s] %s", qc_pdf_format(x, left + (double)ranges[2 * i] / PANGO_SCALE),
            qc_pdf_format(y, top),
            qc_pdf_format(w, (double)(ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE),
            qc_pdf_format(h, box->block->leading), link);
        mark(cr, CAIRO_TAG_LINK, attributes);
        g_free(attributes);
    }
    g_free(ranges);
}

static void draw_links(cairo_t *cr, const struct qc_pdf_box *box, double left, double top)
{
    const struct qc_pdf_text *text = &box->block->text;
    size_t begin = box->from + (size_t)box->line->start_index, end = begin + (size_t)box->line->length;
    for (size_t i = qc_pdf_run_at(text, begin); begin < end; i++) {
        const struct qc_pdf_run *run = &text->runs.items[i];
        if (run->link != NULL)
            draw_link(cr, box, run->link, (int)(begin - box->from), (int)(MIN(run->end, end) - box->from),
                      left, top);
        begin = run->end;
    }
}

void qc_pdf_draw_line(const struct qc_pdf_engine *engine, const struct qc_pdf_box *box, double left,
                      double top, double width)
{
    cairo_t *cr = engine->cr;
    const struct qc_pdf_block *block = box->block;
    cairo_move_to(cr, left + box->x, top + QC_PDF_BASE * block->leading);
    pango_cairo_show_layout_line(cr, box->line);
    draw_links(cr, box, left, top);
    if (box->last && block->rule > 0) {
        double length = block->rule * box->width, y = top + block->leading + RULE_ABOVE;
        cairo_rectangle(cr, left + (width - length) / 2, y, length, RULE_WIDTH);
        cairo_fill(cr);
    }
}
