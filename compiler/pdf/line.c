/*
 * line.c - breaks the text of a block into lines.
 *
 * Owns what Pango is told. A long text is given to it in pieces: it shapes
 * the rest of a paragraph anew for each line, which takes quadratic time.
 */
#include "emit/pdf.h"

#include "pdf/engine.h"

enum {
    PIECE = 2048,  /* bytes; some ten lines */
    KEPT_BACK = 2, /* lines at the end of a piece that are broken anew, with what follows */
    BALANCE = 6,   /* centred lines that get nearly one length, and steps of the search for it */
};

static const double CODE_SCALE = 0.9; /* small letters of a typewriter font are higher */

/* ---- the text of a layout -------------------------------------------------------------------------------- */

size_t qc_pdf_run_at(const struct qc_pdf_text *text, size_t at)
{
    size_t low = 0, high = text->runs.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text->runs.items[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void insert(PangoAttrList *list, PangoAttribute *attribute, size_t from, size_t to)
{
    attribute->start_index = (guint)from;
    attribute->end_index = (guint)to;
    pango_attr_list_insert(list, attribute);
}

static void insert_run(const struct qc_pdf_engine *engine, const struct qc_pdf_block *block,
                       PangoAttrList *list, const struct qc_pdf_run *run, size_t from, size_t to)
{
    if (run->font == QC_PDF_NUMBERED) {
        unsigned code = g_utf8_get_char(g_utf8_prev_char(block->text.buf.ptr + run->end));
        insert(list, qc_pdf_number_attribute(engine, code, run->face & ~(unsigned)QC_PDF_MONO, block->size),
               from, to);
        return;
    }
    bool mono = (run->face & QC_PDF_MONO) != 0;
    const char *family = run->font != 0 ? qc_pdf_other_font(run->font) : mono ? engine->mono : engine->family;
    bool small = mono && run->font == 0 && engine->mono != engine->family;
    PangoFontDescription *font = qc_pdf_describe(family, run->font != 0 ? QC_PDF_UPRIGHT : run->face,
                                                 block->size * (small ? CODE_SCALE : 1));
    insert(list, pango_attr_font_desc_new(font), from, to);
    pango_font_description_free(font);
}

/* Attributes of text[from, to), at offsets from 0. */
static PangoAttrList *make_attributes(const struct qc_pdf_engine *engine, const struct qc_pdf_block *block,
                                      size_t from, size_t to)
{
    PangoAttrList *list = pango_attr_list_new();
    size_t begin = from;
    for (size_t i = qc_pdf_run_at(&block->text, from); begin < to; i++) {
        const struct qc_pdf_run *run = &block->text.runs.items[i];
        insert_run(engine, block, list, run, begin - from, MIN(run->end, to) - from);
        begin = run->end;
    }
    /* the letters as typed; never a font that nobody chose, nor a hyphen that nobody wrote */
    insert(list, pango_attr_font_features_new("liga=0, clig=0, dlig=0"), 0, to - from);
    insert(list, pango_attr_fallback_new(FALSE), 0, to - from);
    insert(list, pango_attr_insert_hyphens_new(FALSE), 0, to - from);
    return list;
}

static PangoLayout *make_layout(const struct qc_pdf_engine *engine, const struct qc_pdf_block *block,
                                size_t from, size_t to, PangoAttrList *attributes)
{
    PangoLayout *layout = pango_layout_new(engine->context);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_text(layout, block->text.buf.ptr + from, (int)(to - from));
    pango_layout_set_attributes(layout, attributes);
    return layout;
}

static double width_of(PangoLayout *layout)
{
    int width;
    pango_layout_get_size(layout, &width, NULL);
    return (double)width / PANGO_SCALE;
}

/* ---- words that are not broken --------------------------------------------------------------------------- */

/* Could Pango end a line inside of it: behind the hyphen or the slash of 474/QC-MNHS? */
static bool may_be_broken(const char *word, size_t length)
{
    for (size_t i = 0; i + 1 < length; i++)
        if (!g_ascii_isalnum(word[i]) && (unsigned char)word[i] < 0x80)
            return true;
        else if ((unsigned char)word[i] == 0xE2) /* dashes, dots, quotation marks */
            return true;
    return false;
}

static bool fits_a_line(const struct qc_pdf_engine *engine, const struct qc_pdf_block *block, size_t from,
                        size_t to, double width)
{
    if ((double)(to - from) * block->size < width) /* no letter is wider than high */
        return true;
    PangoAttrList *attributes = make_attributes(engine, block, from, to);
    PangoLayout *layout = make_layout(engine, block, from, to, attributes);
    bool fits = width_of(layout) < width;
    g_object_unref(layout);
    pango_attr_list_unref(attributes);
    return fits;
}

/* A word is broken only when it is longer than a line. */
static void hold_words(const struct qc_pdf_engine *engine, const struct qc_pdf_block *block, size_t from,
                       size_t to, double width, PangoAttrList *attributes)
{
    const char *text = block->text.buf.ptr;
    for (size_t begin = from, end; begin < to; begin = end + 1) {
        for (end = begin; end < to && text[end] != ' '; end++)
            ;
        if (may_be_broken(text + begin, end - begin) &&
            fits_a_line(engine, block, begin, end, width - block->indent))
            insert(attributes, pango_attr_allow_breaks_new(FALSE), begin - from, end - from);
    }
}

/* ---- lines ----------------------------------------------------------------------------------------------- */

static size_t end_of(const struct qc_pdf_block *block)
{
    size_t end = block->text.buf.len;
    return end > 0 && block->text.buf.ptr[end - 1] == ' ' ? end - 1 : end;
}

/* Where a piece that begins at from ends: behind a blank if there is one, never inside a character. */
static size_t end_of_piece(const struct qc_pdf_block *block, size_t from)
{
    const char *text = block->text.buf.ptr;
    size_t end = end_of(block);
    if (end - from <= PIECE + PIECE / 4)
        return end;
    size_t cut = from + PIECE;
    while (cut > from + PIECE / 2 && text[cut] != ' ')
        cut--;
    if (text[cut] == ' ')
        return cut;
    for (cut = from + PIECE; ((unsigned char)text[cut] & 0xC0) == 0x80; cut--)
        ;
    return cut;
}

/* Centred lines of nearly one length rather than a full one above a short one. Returns the shift to the middle. */
static double balance(PangoLayout *layout, double width)
{
    int lines = pango_layout_get_line_count(layout);
    if (lines < 2 || lines > BALANCE)
        return 0;
    double narrow = width / 2, fits = width;
    for (int i = 0; i < BALANCE; i++) {
        double middle = (narrow + fits) / 2;
        pango_layout_set_width(layout, (int)(middle * PANGO_SCALE));
        if (pango_layout_get_line_count(layout) > lines)
            narrow = middle;
        else
            fits = middle;
    }
    pango_layout_set_width(layout, (int)(fits * PANGO_SCALE));
    return (width - fits) / 2;
}

struct qc_pdf_lines qc_pdf_lines(const struct qc_pdf_engine *engine, const struct qc_pdf_block *block,
                                 double width, size_t from)
{
    size_t end = end_of_piece(block, from);
    PangoAttrList *attributes = make_attributes(engine, block, from, end);
    hold_words(engine, block, from, end, width, attributes);
    PangoLayout *layout = make_layout(engine, block, from, end, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (from == 0)
        pango_layout_set_indent(layout, (int)(block->indent * PANGO_SCALE));
    pango_layout_set_justify(layout, block->align == QC_PDF_JUSTIFIED);
    pango_layout_set_alignment(layout,
                               block->align == QC_PDF_CENTRED ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);

    struct qc_pdf_lines lines = { .layout = layout, .from = from, .next = end };
    lines.last = end == end_of(block);
    if (lines.last && from == 0 && block->align == QC_PDF_CENTRED)
        lines.shift = balance(layout, width);
    lines.count = pango_layout_get_line_count(layout);
    if (!lines.last && lines.count > KEPT_BACK) {
        lines.count -= KEPT_BACK;
        lines.next = from + (size_t)pango_layout_get_line_readonly(layout, lines.count)->start_index;
    }
    return lines;
}

double qc_pdf_natural_width(const struct qc_pdf_engine *engine, const struct qc_pdf_block *block)
{
    size_t end = end_of_piece(block, 0);
    PangoAttrList *attributes = make_attributes(engine, block, 0, end);
    PangoLayout *layout = make_layout(engine, block, 0, end, attributes);
    double width = width_of(layout);
    g_object_unref(layout);
    pango_attr_list_unref(attributes);
    return width;
}

int qc_pdf_count_lines(const struct qc_pdf_engine *engine, const struct qc_pdf_block *block, double width)
{
    int count = 0;
    struct qc_pdf_lines lines = { 0 };
    do {
        lines = qc_pdf_lines(engine, block, width, lines.next);
        count += lines.count;
        g_object_unref(lines.layout);
    } while (!lines.last);
    return count;
}

void qc_pdf_each_line(const struct qc_pdf_engine *engine, const struct qc_pdf_block *block, double width,
                      qc_pdf_line_fn *take, void *user)
{
    struct qc_pdf_lines lines = { 0 };
    int number = 0; /* of the line in the block, 0 and 1 are told from the others */
    do {
        lines = qc_pdf_lines(engine, block, width, lines.next);
        int all = pango_layout_get_line_count(lines.layout);
        PangoLayoutIter *at = pango_layout_get_iter(lines.layout);
        for (int i = 0; i < lines.count; i++, number++) {
            PangoRectangle extents;
            pango_layout_iter_get_line_extents(at, NULL, &extents);
            bool last = lines.last && i + 1 == lines.count;
            struct qc_pdf_box box = {
                .block = block,
                .layout = g_object_ref(lines.layout),
                .line = pango_layout_line_ref(pango_layout_iter_get_line_readonly(at)),
                .from = lines.from,
                .x = lines.shift + (double)extents.x / PANGO_SCALE,
                .width = (double)extents.width / PANGO_SCALE,
                .space = number == 0 ? block->before : 0,
                .height = block->leading + (last ? qc_pdf_rule_height(block) : 0),
                .first = number == 0,
                .last = last,
                .may_break = last ? !block->keep : number >= 1 && all - (i + 1) >= 2,
            };
            take(user, &box);
            pango_layout_iter_next_line(at);
        }
        pango_layout_iter_free(at);
        g_object_unref(lines.layout);
    } while (!lines.last);
}

void qc_pdf_release_box(struct qc_pdf_box *box)
{
    g_clear_pointer(&box->line, pango_layout_line_unref);
    g_clear_object(&box->layout);
}
