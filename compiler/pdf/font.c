/*
 * font.c - finds the fonts of the built-in PDF engine.
 *
 * Owns their order. A font is taken only if it is the one that was asked for,
 * not what fontconfig gives in its place, and only if it has every Vietnamese
 * letter: else words would be printed in two fonts, as "QUY" and "Ề" and "N".
 */
#include "emit/pdf.h"

#include <strings.h>

#include "pdf/engine.h"

/* NĐ 30/2020, I.I.4 asks for Times New Roman; the others have its widths. */
static const char *const TEXT_FONTS[] = { "Times New Roman", "Tinos", "Liberation Serif", "TeX Gyre Termes",
                                          NULL };
static const char *const CODE_FONTS[] = { "TeX Gyre Cursor", "Courier New",      "Cousine",
                                          "Liberation Mono", "DejaVu Sans Mono", NULL };

/* For what the text's font lacks: signs and other scripts. */
static const char *const OTHER_FONTS[QC_PDF_OTHER_FONTS] = { "DejaVu Sans", "Noto Sans",
                                                             "Noto Sans Symbols2" };

static const struct {
    unsigned first, last;
} VIETNAMESE[] = {
    { 0x21, 0x7E },   { 0xC0, 0xC3 },   { 0xC8, 0xCA },   { 0xCC, 0xCD },   { 0xD2, 0xD5 },
    { 0xD9, 0xDA },   { 0xDD, 0xDD },   { 0xE0, 0xE3 },   { 0xE8, 0xEA },   { 0xEC, 0xED },
    { 0xF2, 0xF5 },   { 0xF9, 0xFA },   { 0xFD, 0xFD },   { 0x102, 0x103 }, { 0x110, 0x111 },
    { 0x128, 0x129 }, { 0x168, 0x169 }, { 0x1A0, 0x1A1 }, { 0x1AF, 0x1B0 }, { 0x1EA0, 0x1EF9 },
};

PangoFontDescription *qc_pdf_describe(const char *family, unsigned face, double size)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family_static(description, family);
    pango_font_description_set_weight(description,
                                      (face & QC_PDF_BOLD) != 0 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(description,
                                     (face & QC_PDF_ITALIC) != 0 ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(description, size * PANGO_SCALE);
    return description;
}

/* Is the font of this family, and of this face? */
static bool is_wanted(PangoFont *font, const char *family, unsigned face)
{
    PangoFontDescription *is = pango_font_describe(font);
    const char *name = pango_font_description_get_family(is);
    bool bold = pango_font_description_get_weight(is) >= PANGO_WEIGHT_SEMIBOLD;
    bool italic = pango_font_description_get_style(is) != PANGO_STYLE_NORMAL;
    bool wanted = name != NULL && strcasecmp(name, family) == 0 && bold == ((face & QC_PDF_BOLD) != 0) &&
                  italic == ((face & QC_PDF_ITALIC) != 0);
    pango_font_description_free(is);
    return wanted;
}

static PangoFont *load(const struct qc_pdf_engine *engine, const char *family, unsigned face)
{
    PangoFontDescription *description = qc_pdf_describe(family, face, 14);
    PangoFont *font = pango_font_map_load_font(engine->map, engine->context, description);
    pango_font_description_free(description);
    if (font != NULL && is_wanted(font, family, face))
        return font;
    if (font != NULL)
        g_object_unref(font);
    return NULL;
}

static bool has_vietnamese(PangoFont *font)
{
    for (size_t i = 0; i < G_N_ELEMENTS(VIETNAMESE); i++)
        for (unsigned code = VIETNAMESE[i].first; code <= VIETNAMESE[i].last; code++)
            if (!pango_font_has_char(font, code))
                return false;
    return true;
}

static bool is_vietnamese(unsigned code)
{
    for (size_t i = 0; i < G_N_ELEMENTS(VIETNAMESE); i++)
        if (code >= VIETNAMESE[i].first && code <= VIETNAMESE[i].last)
            return true;
    return code == ' ' || code == 0xA0;
}

/* Loads the four faces of the first family that has all letters, from faces[with] on; NULL: none has. */
static const char *load_family(struct qc_pdf_engine *engine, const char *const *families, unsigned with)
{
    for (; *families != NULL; families++) {
        bool whole = true;
        for (unsigned face = 0; face < QC_PDF_MONO; face++) {
            PangoFont **slot = &engine->faces[face | with];
            g_clear_object(slot);
            *slot = whole ? load(engine, *families, face) : NULL;
            whole = *slot != NULL && has_vietnamese(*slot);
        }
        if (whole)
            return *families;
    }
    return NULL;
}

bool qc_pdf_open(struct qc_pdf_engine *engine)
{
    engine->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    if (engine->map == NULL) /* a Cairo that cannot read fonts */
        return false;
    engine->context = pango_font_map_create_context(engine->map);
    pango_cairo_context_set_resolution(engine->context, 72);
    pango_context_set_round_glyph_positions(engine->context, FALSE);
    qc_pdf_number_prepare(engine->context);
    pango_context_set_language(engine->context, pango_language_from_string("vi"));
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(engine->context, options);
    cairo_font_options_destroy(options);

    engine->family = load_family(engine, TEXT_FONTS, 0);
    return engine->family != NULL;
}

/* Most documents have no code: its fonts are looked for with the first letter of it. */
static void load_code(struct qc_pdf_engine *engine)
{
    engine->mono = load_family(engine, CODE_FONTS, QC_PDF_MONO);
    if (engine->mono != NULL)
        return;
    engine->mono = engine->family; /* code then looks like text */
    for (unsigned face = 0; face < QC_PDF_MONO; face++) {
        g_clear_object(&engine->faces[face | QC_PDF_MONO]);
        engine->faces[face | QC_PDF_MONO] = g_object_ref(engine->faces[face]);
    }
}

/* Another font by its index, looked for when it is wanted first; NULL: it is not there. */
static PangoFont *other(struct qc_pdf_engine *engine, unsigned i)
{
    if (!engine->looked_for[i])
        engine->others[i] = load(engine, OTHER_FONTS[i], QC_PDF_UPRIGHT);
    engine->looked_for[i] = true;
    return engine->others[i];
}

void qc_pdf_close(struct qc_pdf_engine *engine)
{
    if (engine->boxes != NULL) {
        for (guint i = 0; i < engine->boxes->len; i++)
            qc_pdf_release_box(&g_array_index(engine->boxes, struct qc_pdf_box, i));
        g_array_free(engine->boxes, TRUE);
        engine->boxes = NULL;
    }
    g_clear_pointer(&engine->cr, cairo_destroy);
    g_clear_pointer(&engine->surface, cairo_surface_destroy);
    g_clear_pointer(&engine->bytes, g_byte_array_unref);
    for (int i = 0; i < QC_PDF_FACES; i++)
        g_clear_object(&engine->faces[i]);
    for (int i = 0; i < QC_PDF_OTHER_FONTS; i++)
        g_clear_object(&engine->others[i]);
    g_clear_object(&engine->context);
    g_clear_object(&engine->map);
}

bool qc_pdf_find_glyph(struct qc_pdf_engine *engine, unsigned face, unsigned code, unsigned *font)
{
    *font = 0;
    if ((face & QC_PDF_MONO) != 0 && engine->mono == NULL)
        load_code(engine);
    if (is_vietnamese(code) || pango_font_has_char(engine->faces[face], code))
        return true;
    for (unsigned i = 0; i < QC_PDF_OTHER_FONTS; i++)
        if (other(engine, i) != NULL && pango_font_has_char(engine->others[i], code)) {
            *font = i + 1;
            return true;
        }
    return false;
}

const char *qc_pdf_text_font(const struct qc_pdf_engine *engine)
{
    return engine->family;
}

const char *qc_pdf_other_font(unsigned font)
{
    return OTHER_FONTS[font - 1];
}
