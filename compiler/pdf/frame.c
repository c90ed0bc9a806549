/*
 * frame.c - measures and draws what stands side by side: columns, and
 * rows that begin on one level.
 *
 * Owns the widths of the columns and the places of the cells.
 */
#include "emit/pdf.h"

#include "pdf/engine.h"

static const double GUTTER = QC_PDF_MM(1);            /* between the columns */
static const double ROUNDING = 0.5;                   /* what a line of just that width could be broken for */
static const double ALONE = 0.59 * QC_PDF_TEXT_WIDTH; /* width of a column that has no other */

struct columns {
    double left[QC_PDF_COLUMNS], width[QC_PDF_COLUMNS];
};

static struct columns columns_of(double right)
{
    if (right <= 0)
        return (struct columns){ { (QC_PDF_TEXT_WIDTH - ALONE) / 2 }, { ALONE } };
    double left = QC_PDF_TEXT_WIDTH - right - GUTTER;
    return (struct columns){ { 0, left + GUTTER }, { left, right } };
}

/* Width of the right column with which no cell of the row is broken; as it was, when there is none. */
static double fit_row(const struct qc_pdf_engine *engine, const struct qc_pdf_frame *frame, unsigned row,
                      double right)
{
    double needs[QC_PDF_COLUMNS] = { 0 };
    for (size_t i = 0; i < frame->cells.count && right > 0; i++) {
        const struct qc_pdf_cell *cell = &frame->cells.items[i];
        if (cell->row == row && !cell->spans)
            needs[cell->column] =
                MAX(needs[cell->column], qc_pdf_natural_width(engine, &cell->block) + ROUNDING);
    }
    if (right <= 0 || needs[0] + GUTTER + needs[1] > QC_PDF_TEXT_WIDTH)
        return right;
    return MIN(MAX(right, needs[1]), QC_PDF_TEXT_WIDTH - GUTTER - needs[0]);
}

/* Where the next cell of each column goes. */
struct stacks {
    double down[QC_PDF_COLUMNS];
    double lowest; /* of all, those that span rows included */
};

/* Places a row's cells from top on; returns its lower edge. */
static double measure_row(const struct qc_pdf_engine *engine, struct qc_pdf_frame *frame, unsigned row,
                          double right, struct stacks *stacks)
{
    struct columns columns = columns_of(right);
    double bottom = stacks->down[0];
    for (size_t i = 0; i < frame->cells.count; i++) {
        struct qc_pdf_cell *cell = &frame->cells.items[i];
        if (cell->row != row || (cell->spans && frame->spans_below))
            continue;
        double *down = &stacks->down[cell->column];
        cell->left = columns.left[cell->column];
        cell->width = columns.width[cell->column];
        cell->top = *down;
        *down += qc_pdf_count_lines(engine, &cell->block, cell->width) * cell->block.leading +
                 qc_pdf_rule_height(&cell->block);
        stacks->lowest = MAX(stacks->lowest, *down);
        if (!cell->spans)
            bottom = MAX(bottom, *down);
    }
    return bottom;
}

static bool has_row(const struct qc_pdf_frame *frame, unsigned row)
{
    for (size_t i = 0; i < frame->cells.count; i++)
        if (frame->cells.items[i].row == row)
            return true;
    return false;
}

void qc_pdf_measure_frame(const struct qc_pdf_engine *engine, struct qc_pdf_frame *frame)
{
    double bottom = 0, right = frame->right;
    struct stacks stacks = { .lowest = 0 };
    for (unsigned row = 0; row < QC_PDF_ROWS; row++) {
        if (!has_row(frame, row))
            continue;
        stacks.down[0] = stacks.down[1] = bottom + (row > 0 ? frame->row_gap : 0);
        right = fit_row(engine, frame, row, right);
        bottom = measure_row(engine, frame, row, right, &stacks);
    }
    frame->height = MAX(bottom, stacks.lowest);
}

struct drawing {
    const struct qc_pdf_engine *engine;
    double left, top, width;
};

static void draw_next(void *user, const struct qc_pdf_box *box)
{
    struct drawing *drawing = user;
    struct qc_pdf_box own = *box;
    qc_pdf_draw_line(drawing->engine, box, drawing->left, drawing->top, drawing->width);
    drawing->top += box->height;
    qc_pdf_release_box(&own);
}

void qc_pdf_draw_frame(const struct qc_pdf_engine *engine, const struct qc_pdf_frame *frame, double left,
                       double top)
{
    for (size_t i = 0; i < frame->cells.count; i++) {
        const struct qc_pdf_cell *cell = &frame->cells.items[i];
        if (cell->spans && frame->spans_below)
            continue;
        struct drawing drawing = { engine, left + cell->left, top + cell->top, cell->width };
        cairo_tag_begin(engine->cr, cell->block.tag, NULL);
        qc_pdf_each_line(engine, &cell->block, cell->width, draw_next, &drawing);
        cairo_tag_end(engine->cr, cell->block.tag);
    }
}
