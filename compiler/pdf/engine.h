/*
 * engine.h - what the built-in PDF engine holds of Pango and Cairo; for those emit/pdf_*.c that call them.
 *
 * Nothing that includes this file allocates in the arena. GLib ends the
 * program when memory runs out; Cairo says so at the end.
 */
#ifndef QC_PDF_ENGINE_H
#define QC_PDF_ENGINE_H

#include <pango/pangocairo.h>

#include "emit/pdf.h"

enum { QC_PDF_OTHER_FONTS = 3 };

/*
 * Where the letters stand in a line, from its upper edge and by its height:
 * the same whatever the font says and however large they are, so that
 * columns stay level. At the top of a page that is FIRST_BASE below the margin.
 */
#define QC_PDF_BASE 0.77
#define QC_PDF_FIRST_BASE 12

/* A line, or a frame, that waits for its page. */
struct qc_pdf_box {
    const struct qc_pdf_block *block;
    PangoLayout *layout; /* both references are the box's; NULL for a frame */
    PangoLayoutLine *line;
    size_t from;          /* where in the block's text the layout begins */
    double x, width;      /* of the letters */
    double space, height; /* above it, unless it is the first of its page */
    bool first, last;     /* of its block */
    bool may_break;       /* may a page end below it? */
    bool may_at_need;     /* or when there is no better place? */
};

struct qc_pdf_engine {
    PangoFontMap *map;
    PangoContext *context;
    const char *family, *mono; /* of text and code; mono: NULL until there is code */
    PangoFont *faces[QC_PDF_FACES];
    PangoFont *others[QC_PDF_OTHER_FONTS];
    bool looked_for[QC_PDF_OTHER_FONTS];
    GByteArray *bytes;
    cairo_surface_t *surface;
    cairo_t *cr;
    GArray *boxes; /* of the page that is being filled: struct qc_pdf_box */
};

/* ---- font.c ---------------------------------------------------------------------------------------------- */

/* A description of a face in points; the caller frees it. */
PangoFontDescription *qc_pdf_describe(const char *family, unsigned face, double size);

bool qc_pdf_open(struct qc_pdf_engine *engine);
void qc_pdf_close(struct qc_pdf_engine *engine);
const char *qc_pdf_text_font(const struct qc_pdf_engine *engine);
const char *qc_pdf_other_font(unsigned font);
bool qc_pdf_find_glyph(struct qc_pdf_engine *engine, unsigned face, unsigned code, unsigned *font);

/* ---- number.c -------------------------------------------------------------------------------------------- */

/* Makes the context able to draw numbers. */
void qc_pdf_number_prepare(PangoContext *context);

/* The attribute that makes its one character print as its number; the caller's. */
PangoAttribute *qc_pdf_number_attribute(const struct qc_pdf_engine *engine, unsigned code, unsigned face,
                                        double size);

/* ---- line.c ---------------------------------------------------------------------------------------------- */

/* A piece of a block's text, broken into lines of which the first count are to be printed. */
struct qc_pdf_lines {
    PangoLayout *layout; /* the caller's */
    size_t from, next;   /* where the piece begins, and where the next one does */
    int count;
    bool last;    /* there is no next one */
    double shift; /* of all lines to the right */
};
struct qc_pdf_lines qc_pdf_lines(const struct qc_pdf_engine *engine, const struct qc_pdf_block *block,
                                 double width, size_t from);

/* Width of the text on one line, or of as much of it as any page could hold. */
double qc_pdf_natural_width(const struct qc_pdf_engine *engine, const struct qc_pdf_block *block);

/* How many lines the block makes in this width. */
int qc_pdf_count_lines(const struct qc_pdf_engine *engine, const struct qc_pdf_block *block, double width);

/* Calls with each line of the block in turn; the box's references are the callee's. */
typedef void qc_pdf_line_fn(void *user, const struct qc_pdf_box *box);
void qc_pdf_each_line(const struct qc_pdf_engine *engine, const struct qc_pdf_block *block, double width,
                      qc_pdf_line_fn *take, void *user);

void qc_pdf_release_box(struct qc_pdf_box *box);

/* Number of the run that holds byte at. */
size_t qc_pdf_run_at(const struct qc_pdf_text *text, size_t at);

/* ---- draw.c ---------------------------------------------------------------------------------------------- */

/* Draws a line with its links, its block's target and rule; left and top of the block's column and of the line. */
void qc_pdf_draw_line(const struct qc_pdf_engine *engine, const struct qc_pdf_box *box, double left,
                      double top, double width);

/* A length as the attributes of Cairo's tags want it, whatever the locale; returns its text. */
typedef char qc_pdf_number[G_ASCII_DTOSTR_BUF_SIZE];
static inline const char *qc_pdf_format(qc_pdf_number text, double length)
{
    return g_ascii_formatd(text, G_ASCII_DTOSTR_BUF_SIZE, "%.3f", length);
}

/* Height of a block's rule with the space around it; 0 when it has none. */
double qc_pdf_rule_height(const struct qc_pdf_block *block);

/* ---- frame.c --------------------------------------------------------------------------------------------- */

/* Sets left, top and width of the cells, and the frame's height. */
void qc_pdf_measure_frame(const struct qc_pdf_engine *engine, struct qc_pdf_frame *frame);
void qc_pdf_draw_frame(const struct qc_pdf_engine *engine, const struct qc_pdf_frame *frame, double left,
                       double top);

/* ---- page.c ---------------------------------------------------------------------------------------------- */

/* Draws the blocks on pages of the engine's surface. */
void qc_pdf_fill_pages(struct qc_pdf_engine *engine, const struct qc_pdf_draft *draft);

/* ---- file.c ---------------------------------------------------------------------------------------------- */

bool qc_pdf_set_pages(struct qc_pdf_engine *engine, const struct qc_pdf_draft *draft);
struct qc_str qc_pdf_file(const struct qc_pdf_engine *engine);

#endif
