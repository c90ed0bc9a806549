/*
 * page.c - fills pages with lines, and decides where they end.
 *
 * A page takes lines until one does not fit; it then ends below the last line
 * that allows it, and what is left begins the next page. So no heading is
 * left alone, no single line of a paragraph, and no signature without text.
 */
#include "emit/pdf.h"

#include <cairo-pdf.h>

#include "pdf/engine.h"

enum { NUMBER_SIZE = 14, DRAFT_SIZE = 96, DRAFT_ANGLE = 55, DEEPEST_BOOKMARK = 32 };
static const double NUMBER_BASE = QC_PDF_MM(20 - 8.4); /* of the page number, in the top margin: I.I.7 */
static const double DRAFT_GRAY = 0.88;

struct press {
    struct qc_pdf_engine *engine;
    const struct qc_pdf_draft *draft;
    double used;                       /* height of the boxes that wait */
    unsigned page;                     /* how many are finished */
    int outline[DEEPEST_BOOKMARK + 1]; /* the last bookmark of each level */
};

static double space_above(const struct qc_pdf_box *box, guint at)
{
    return at == 0 ? QC_PDF_FIRST_BASE - QC_PDF_BASE * box->block->leading : box->space;
}

/* ---- one page -------------------------------------------------------------------------------------------- */

static PangoLayout *layout_of(const struct qc_pdf_engine *engine, const char *text, unsigned face,
                              double size)
{
    PangoLayout *layout = pango_layout_new(engine->context);
    PangoFontDescription *font = qc_pdf_describe(engine->family, face, size);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, text, -1);
    pango_font_description_free(font);
    return layout;
}

/* Across the page, as an outline: it is no word of the text, so it is neither found nor copied. */
static void draw_draft_mark(const struct qc_pdf_engine *engine)
{
    cairo_t *cr = engine->cr;
    PangoLayout *layout = layout_of(engine, "DỰ THẢO", QC_PDF_BOLD, DRAFT_SIZE);
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
    PangoRectangle ink;
    pango_layout_line_get_extents(line, &ink, NULL);
    cairo_save(cr);
    cairo_translate(cr, QC_PDF_PAGE_WIDTH / 2, QC_PDF_PAGE_HEIGHT / 2);
    cairo_rotate(cr, -DRAFT_ANGLE * G_PI / 180);
    cairo_move_to(cr, -(double)(ink.x + ink.width / 2) / PANGO_SCALE,
                  -(double)(ink.y + ink.height / 2) / PANGO_SCALE);
    pango_cairo_layout_line_path(cr, line);
    cairo_set_source_rgb(cr, DRAFT_GRAY, DRAFT_GRAY, DRAFT_GRAY);
    cairo_fill(cr);
    cairo_restore(cr);
    g_object_unref(layout);
}

static void draw_number(const struct qc_pdf_engine *engine, unsigned page)
{
    char *text = g_strdup_printf("%u", page);
    PangoLayout *layout = layout_of(engine, text, QC_PDF_UPRIGHT, NUMBER_SIZE);
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
    PangoRectangle extents;
    pango_layout_line_get_extents(line, NULL, &extents);
    double middle = QC_PDF_LEFT + QC_PDF_TEXT_WIDTH / 2;
    cairo_move_to(engine->cr, middle - (double)extents.width / PANGO_SCALE / 2, NUMBER_BASE);
    pango_cairo_show_layout_line(engine->cr, line);
    g_object_unref(layout);
    g_free(text);
}

static void add_bookmark(struct press *press, const struct qc_pdf_block *block)
{
    unsigned level = MIN(block->level, DEEPEST_BOOKMARK);
    char *target = g_strdup_printf("dest='%s'", block->target);
    int id = cairo_pdf_surface_add_outline(press->engine->surface, press->outline[level - 1], block->bookmark,
                                           target, level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
    for (unsigned i = level; i <= DEEPEST_BOOKMARK; i++)
        press->outline[i] = id;
    g_free(target);
}

/* Where a reference or a bookmark leads: the upper left corner of the block's first line. */
static void draw_target(struct press *press, const struct qc_pdf_block *block, double top)
{
    cairo_t *cr = press->engine->cr;
    qc_pdf_number x, y;
    char *attributes = g_strdup_printf("name='%s' x=%s y=%s", block->target, qc_pdf_format(x, QC_PDF_LEFT),
                                       qc_pdf_format(y, top));
    cairo_tag_begin(cr, CAIRO_TAG_DEST, attributes);
    cairo_tag_end(cr, CAIRO_TAG_DEST);
    g_free(attributes);
    if (block->bookmark != NULL)
        add_bookmark(press, block);
}

static void draw_boxes(struct press *press, guint count)
{
    const struct qc_pdf_engine *engine = press->engine;
    double top = QC_PDF_TOP;
    const char *tag = NULL;
    for (guint i = 0; i < count; i++) {
        const struct qc_pdf_box *box = &g_array_index(engine->boxes, struct qc_pdf_box, i);
        top += space_above(box, i);
        if (box->block->frame != NULL) {
            qc_pdf_draw_frame(engine, box->block->frame, QC_PDF_LEFT, top);
        } else {
            if (tag == NULL)
                cairo_tag_begin(engine->cr, tag = box->block->tag, NULL);
            if (box->first && box->block->target != NULL)
                draw_target(press, box->block, top);
            qc_pdf_draw_line(engine, box, QC_PDF_LEFT, top, QC_PDF_TEXT_WIDTH);
            if (box->last || i + 1 == count) {
                cairo_tag_end(engine->cr, tag);
                tag = NULL;
            }
        }
        top += box->height;
    }
}

/* Prints the first count boxes that wait as a page. */
static void finish_page(struct press *press, guint count)
{
    struct qc_pdf_engine *engine = press->engine;
    GArray *boxes = engine->boxes;
    press->page++;
    if (press->draft->emission->document->draft)
        draw_draft_mark(engine);
    if (press->page > 1)
        draw_number(engine, press->page);
    draw_boxes(press, count);
    cairo_show_page(engine->cr);

    for (guint i = 0; i < count; i++)
        qc_pdf_release_box(&g_array_index(boxes, struct qc_pdf_box, i));
    g_array_remove_range(boxes, 0, count);
    press->used = 0;
    for (guint i = 0; i < boxes->len; i++) {
        const struct qc_pdf_box *box = &g_array_index(boxes, struct qc_pdf_box, i);
        press->used += space_above(box, i) + box->height;
    }
}

/* ---- where pages end ------------------------------------------------------------------------------------- */

/* How many of the waiting boxes make a page when the next one does not fit: all, if no line allows an end. */
static guint end_of_page(const GArray *boxes)
{
    guint at_need = 0;
    for (guint i = boxes->len; i > 0; i--) {
        const struct qc_pdf_box *box = &g_array_index(boxes, struct qc_pdf_box, i - 1);
        if (box->may_break)
            return i;
        if (box->may_at_need && at_need == 0)
            at_need = i;
    }
    return at_need > 0 ? at_need : boxes->len;
}

/* Takes a box and its references. */
static void take(void *user, const struct qc_pdf_box *box)
{
    struct press *press = user;
    GArray *boxes = press->engine->boxes;
    while (boxes->len > 0 && press->used + box->space + box->height > QC_PDF_TEXT_HEIGHT)
        finish_page(press, end_of_page(boxes));
    press->used += space_above(box, boxes->len) + box->height;
    g_array_append_val(boxes, *box);
}

/* The cells of a frame below each other; all, or only those that span its rows. */
static void take_cells(struct press *press, const struct qc_pdf_frame *frame, bool all)
{
    for (size_t i = 0; i < frame->cells.count; i++)
        if (all || frame->cells.items[i].spans)
            qc_pdf_each_line(press->engine, &frame->cells.items[i].block, QC_PDF_TEXT_WIDTH, take, press);
}

/* What no page can hold side by side is printed one below the other. */
static void take_frame(struct press *press, const struct qc_pdf_block *block)
{
    struct qc_pdf_frame *frame = block->frame;
    qc_pdf_measure_frame(press->engine, frame);
    if (frame->height > QC_PDF_TEXT_HEIGHT) {
        frame->spans_below = true;
        qc_pdf_measure_frame(press->engine, frame);
    }
    if (frame->height > QC_PDF_TEXT_HEIGHT) {
        take_cells(press, frame, true);
        return;
    }
    struct qc_pdf_box box = {
        .block = block,
        .space = block->before,
        .height = frame->height,
        .first = true,
        .last = true,
        .may_break = !block->keep && !block->cling,
        .may_at_need = !block->keep,
    };
    take(press, &box);
    if (frame->spans_below)
        take_cells(press, frame, false);
}

void qc_pdf_fill_pages(struct qc_pdf_engine *engine, const struct qc_pdf_draft *draft)
{
    struct press press = { .engine = engine, .draft = draft };
    engine->boxes = g_array_new(FALSE, TRUE, sizeof(struct qc_pdf_box));
    for (size_t i = 0; i < draft->blocks.count; i++) {
        const struct qc_pdf_block *block = &draft->blocks.items[i];
        if (block->frame != NULL)
            take_frame(&press, block);
        else
            qc_pdf_each_line(engine, block, QC_PDF_TEXT_WIDTH, take, &press);
    }
    while (engine->boxes->len > 0 || press.page == 0)
        finish_page(&press, engine->boxes->len);
}
