/*
 * number.c - a character that no font has, printed as its number.
 *
 * "[U+6F22]" is what stands on the paper; a reader who copies or searches
 * finds the character itself. Pango leaves a place as wide as the number,
 * and calls back to have it drawn.
 */
#include "emit/pdf.h"

#include "pdf/engine.h"

struct number {
    unsigned code;
    PangoLayout *layout; /* of the number */
};

static gpointer copy_number(gconstpointer data)
{
    const struct number *number = data;
    struct number *copy = g_new(struct number, 1);
    *copy = (struct number){ number->code, g_object_ref(number->layout) };
    return copy;
}

static void free_number(gpointer data)
{
    struct number *number = data;
    g_object_unref(number->layout);
    g_free(number);
}

PangoAttribute *qc_pdf_number_attribute(const struct qc_pdf_engine *engine, unsigned code, unsigned face,
                                        double size)
{
    struct number *number = g_new(struct number, 1);
    *number = (struct number){ code, pango_layout_new(engine->context) };
    char *text = g_strdup_printf("[U+%04X]", code);
    PangoFontDescription *font = qc_pdf_describe(engine->family, face, size);
    pango_layout_set_font_description(number->layout, font);
    pango_layout_set_text(number->layout, text, -1);
    pango_font_description_free(font);
    g_free(text);
    PangoRectangle extents;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(number->layout, 0), NULL, &extents);
    return pango_attr_shape_new_with_data(&extents, &extents, number, copy_number, free_number);
}

/* Shows all glyphs of a run as one character. */
static void show_as(cairo_t *cr, const PangoGlyphItem *run, unsigned code)
{
    char utf8[6];
    int count = run->glyphs->num_glyphs;
    cairo_text_cluster_t cluster = { g_unichar_to_utf8(code, utf8), count };
    cairo_glyph_t *glyphs = g_new(cairo_glyph_t, (gsize)count);
    double x, y;
    cairo_get_current_point(cr, &x, &y);
    for (int i = 0; i < count; i++) {
        const PangoGlyphInfo *glyph = &run->glyphs->glyphs[i];
        glyphs[i] = (cairo_glyph_t){ glyph->glyph, x + (double)glyph->geometry.x_offset / PANGO_SCALE, y };
        x += (double)glyph->geometry.width / PANGO_SCALE;
    }
    cairo_set_scaled_font(cr, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(run->item->analysis.font)));
    cairo_show_text_glyphs(cr, utf8, cluster.num_bytes, glyphs, count, &cluster, 1,
                           (cairo_text_cluster_flags_t)0);
    g_free(glyphs);
}

/* The number is of one script and one font, so it is one run. */
static void draw(cairo_t *cr, PangoAttrShape *shape, gboolean as_path, gpointer user)
{
    (void)user;
    const struct number *number = shape->data;
    const PangoLayoutLine *line = pango_layout_get_line_readonly(number->layout, 0);
    if (!as_path && line->runs != NULL)
        show_as(cr, line->runs->data, number->code);
}

void qc_pdf_number_prepare(PangoContext *context)
{
    pango_cairo_context_set_shape_renderer(context, draw, NULL, NULL);
}
