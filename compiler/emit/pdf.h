/*
 * pdf.h - what the files of the built-in PDF engine share, and of its engine.
 *
 * A document becomes a list of blocks (pdf_blocks.c, pdf_head_foot.c), their
 * text cleaned and cut into runs (pdf_text.c); the engine (../pdf/), which is
 * loaded when it is wanted, makes lines and pages of the blocks. Lengths are
 * points of 1/72 inch, from the left and downwards; rules by number are those of
 * NĐ 30/2020, Phụ lục I.
 *
 * Everything of a block lives in the arena. What lives in Pango and Cairo
 * hangs at the engine (pdf/engine.h), whose owner frees it when the arena
 * jumps away; so nothing else of theirs may be held across an allocation.
 */
#ifndef QC_EMIT_PDF_H
#define QC_EMIT_PDF_H

#include "base/map.h"
#include "emit/parts.h"
#include "emit/pdf_module.h"

#define QC_PDF_MM(mm) ((mm)*72.0 / 25.4)

/* A4, and the margins of I.I.3. */
#define QC_PDF_PAGE_WIDTH QC_PDF_MM(210)
#define QC_PDF_PAGE_HEIGHT QC_PDF_MM(297)
#define QC_PDF_LEFT QC_PDF_MM(30)
#define QC_PDF_TOP QC_PDF_MM(20)
#define QC_PDF_TEXT_WIDTH QC_PDF_MM(210 - 30 - 15)
#define QC_PDF_TEXT_HEIGHT QC_PDF_MM(297 - 20 - 20)

enum qc_pdf_face {
    QC_PDF_UPRIGHT = 0,
    QC_PDF_BOLD = 1 << 0,
    QC_PDF_ITALIC = 1 << 1,
    QC_PDF_MONO = 1 << 2,
    QC_PDF_FACES = 1 << 3,
};

enum { QC_PDF_NUMBERED = 255 }; /* in the place of a font: one character that no font has */

/* Text of one face and font, up to byte end. */
struct qc_pdf_run {
    size_t end;
    unsigned face;    /* enum qc_pdf_face */
    unsigned font;    /* 0: the font of the face; QC_PDF_NUMBERED; else that of qc_pdf_other_font */
    const char *link; /* attributes of Cairo's link tag, or NULL */
};

/* Blanks folded, nothing in it that does not print. */
struct qc_pdf_text {
    struct qc_buf buf;
    QC_VEC(struct qc_pdf_run) runs;
};

enum qc_pdf_align { QC_PDF_JUSTIFIED, QC_PDF_FLUSH_LEFT, QC_PDF_CENTRED };

/* A paragraph or, when frame is set, the head or a row of signatures. */
struct qc_pdf_block {
    struct qc_pdf_text text;
    enum qc_pdf_align align;
    double size, leading;  /* of the letters; from line to line */
    double indent, before; /* of the first line; space above, none at the top of a page */
    double rule;           /* drawn below, by the width of the last line: 0 for none, 1 for as long */
    bool keep;             /* no page ends behind it */
    bool cling;            /* nor does one, unless what is kept together is more than a page */
    const char *tag;       /* of the PDF's structure: "P", "H2" */
    const char *target;    /* where references to it lead; or NULL */
    const char *bookmark;  /* in the outline; or NULL */
    unsigned level;        /* of the bookmark, from 1 */
    struct qc_pdf_frame *frame;
};

/* A block of a frame. Those of one row and column stand below each other. */
struct qc_pdf_cell {
    struct qc_pdf_block block;
    unsigned row, column;
    bool spans;              /* does not make its row higher: it may go on beside the next */
    double left, top, width; /* set when it is measured; left of the text's edge, top of the frame's */
};

enum { QC_PDF_ROWS = 2, QC_PDF_COLUMNS = 2 };

/*
 * Blocks side by side in two columns; on one page, unless they are higher
 * than that. A column takes from the other one what that can spare, if so no
 * line of the row is broken.
 */
struct qc_pdf_frame {
    QC_VEC(struct qc_pdf_cell) cells;
    double right;     /* width of the right column; 0: there is one column only */
    double row_gap;   /* from the lower edge of the first row to the second */
    double height;    /* set when it is measured */
    bool spans_below; /* set for the paper: the cells that span rows are printed below the frame */
};

/* What is made of a document before there are pages. */
struct qc_pdf_draft {
    const struct qc_emission *emission;
    struct qc_arena *arena;
    const struct qc_pdf_module *module;
    struct qc_pdf_engine *engine;
    const char *title; /* of the file */
    QC_VEC(struct qc_pdf_block) blocks;
    struct qc_map lacking; /* characters whose lack is reported */
};

/* ---- pdf_text.c ------------------------------------------------------------------------------------------ */

/* Adds plain text. A character that no font has goes in by its number and is reported, once. */
void qc_pdf_add_text(struct qc_pdf_draft *draft, struct qc_pdf_text *text, struct qc_str added,
                     unsigned face);

/* Adds a paragraph's marks and text; capitals: all of it in capitals. NULL is allowed. */
void qc_pdf_add_inlines(struct qc_pdf_draft *draft, struct qc_pdf_text *text,
                        const struct qc_inlines *inlines, unsigned face, bool capitals);

/* The same text without faces, terminated: for bookmarks and the PDF's title. */
const char *qc_pdf_plain(struct qc_arena *arena, struct qc_str text);

/* The name of a unit's target, of letters that mean nothing to Cairo; NULL when the unit has none. */
const char *qc_pdf_target(struct qc_arena *arena, const struct qc_unit *unit);

/* ---- pdf_blocks.c, pdf_head_foot.c -------------------------------------------------------------------------- */

/* Fills the draft's blocks with the document's parts in order. */
void qc_pdf_make_blocks(struct qc_pdf_draft *draft);

/* Adds the head: issuers, state name, motto, number, place and date. */
void qc_pdf_add_head(struct qc_pdf_draft *draft);

/* Adds signatures and recipients. */
void qc_pdf_add_foot(struct qc_pdf_draft *draft);

/* Adds an empty block behind the others; it is the caller's until the next is added. */
struct qc_pdf_block *qc_pdf_add_block(struct qc_pdf_draft *draft, enum qc_pdf_align align, double size,
                                      double leading, double before);

#endif
