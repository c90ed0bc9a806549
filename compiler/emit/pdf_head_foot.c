/*
 * pdf_head_foot.c - the parts that stand side by side: the head, signatures with
 * the recipients (NĐ 30/2020, I.II.1-4, 7 and 9).
 *
 * Owns which part stands in which row and column. Must not measure anything.
 */
#include "emit/pdf.h"

/* Sizes of I.V. One distance of lines for all, so that the columns stay level. */
enum { SIZE = 14, NAME_SIZE = 13, NUMBER_SIZE = 13, HEADING_SIZE = 12, LIST_SIZE = 11, LIST_LEADING = 14 };
static const double LEADING = 1.25 * SIZE;

/* The forms have about 40 : 60; the right column holds the name of the state on one line. */
static const double RIGHT = 0.59 * QC_PDF_TEXT_WIDTH;
static const double ROOM_TO_SIGN = QC_PDF_MM(30);
enum { TOGETHER = 20 }; /* recipients that stand on one page */
enum { ABOVE_NUMBER = 6, ABOVE_FOOT = 12, ABOVE_SIGNATURES = 24 };

static const double SHORT_RULE = 0.4, FULL_RULE = 1;

static struct qc_pdf_frame *add_frame(struct qc_pdf_draft *draft, double right, double row_gap, double before)
{
    struct qc_pdf_frame *frame = qc_alloc(draft->arena, sizeof *frame);
    frame->right = right;
    frame->row_gap = row_gap;
    qc_pdf_add_block(draft, QC_PDF_FLUSH_LEFT, SIZE, LEADING, before)->frame = frame;
    return frame;
}

struct place {
    unsigned row, column;
};

/* A centred part of the frame; NULL when it has no text. */
static struct qc_pdf_cell *add_cell(struct qc_pdf_draft *draft, struct qc_pdf_frame *frame,
                                    struct place place, const struct qc_inlines *inlines, double size,
                                    unsigned face, bool capitals)
{
    if (!qc_has_text(inlines))
        return NULL;
    struct qc_pdf_cell *cell = qc_vec_push(draft->arena, &frame->cells);
    *cell = (struct qc_pdf_cell){
        .block = { .align = QC_PDF_CENTRED, .size = size, .leading = LEADING, .tag = "P" },
        .row = place.row,
        .column = place.column,
    };
    if (place.row > 0) /* for the page that cannot hold the frame */
        cell->block.before = frame->row_gap;
    qc_pdf_add_inlines(draft, &cell->block.text, inlines, face, capitals);
    return cell;
}

/* ---- head ------------------------------------------------------------------------------------------------ */

static void add_issuers(struct qc_pdf_draft *draft, struct qc_pdf_frame *head)
{
    const struct qc_document *document = draft->emission->document;
    static const struct place LEFT = { 0, 0 };
    bool named = false;
    for (size_t i = 0; i < document->issuers.count; i++) {
        const struct qc_issuer *issuer = &document->issuers.items[i];
        for (size_t k = 0; k < issuer->parents.count; k++)
            add_cell(draft, head, LEFT, issuer->parents.items[k], NAME_SIZE, QC_PDF_UPRIGHT, true);
        named = add_cell(draft, head, LEFT, issuer->name, NAME_SIZE, QC_PDF_BOLD, true) != NULL || named;
    }
    if (named)
        head->cells.items[head->cells.count - 1].block.rule = SHORT_RULE;
}

static void add_state(struct qc_pdf_draft *draft, struct qc_pdf_frame *head)
{
    const struct qc_document *document = draft->emission->document;
    static const struct place RIGHT_TOP = { 0, 1 };
    size_t first = head->cells.count;
    add_cell(draft, head, RIGHT_TOP, document->state_name, NAME_SIZE, QC_PDF_BOLD, true);
    add_cell(draft, head, RIGHT_TOP, document->motto, SIZE, QC_PDF_BOLD, false);
    if (head->cells.count > first) /* the Party and the Youth Union have no motto: then below their name */
        head->cells.items[head->cells.count - 1].block.rule = FULL_RULE;
}

void qc_pdf_add_head(struct qc_pdf_draft *draft)
{
    const struct qc_document *document = draft->emission->document;
    struct qc_pdf_frame *head = add_frame(draft, RIGHT, ABOVE_NUMBER, 0);
    add_issuers(draft, head);
    add_state(draft, head);
    static const struct place LEFT = { 1, 0 }, RIGHT_BELOW = { 1, 1 };
    add_cell(draft, head, LEFT, document->number, NUMBER_SIZE, QC_PDF_UPRIGHT, false);
    add_cell(draft, head, RIGHT_BELOW, document->place_date, SIZE, QC_PDF_ITALIC, false);
}

/* ---- foot ------------------------------------------------------------------------------------------------ */

/* Lines of capacity and position in the first row, the name below room to sign: so the names stand level. */
static void add_signature(struct qc_pdf_draft *draft, struct qc_pdf_frame *frame,
                          const struct qc_signature *signature, unsigned column)
{
    for (size_t i = 0; i < signature->lines.count; i++)
        add_cell(draft, frame, (struct place){ 0, column }, signature->lines.items[i], SIZE, QC_PDF_BOLD,
                 true);
    add_cell(draft, frame, (struct place){ 1, column }, signature->name, SIZE, QC_PDF_BOLD, false);
}

static void add_recipient(struct qc_pdf_draft *draft, struct qc_pdf_text *text,
                          const struct qc_recipient *recipient)
{
    if (recipient->dash) {
        qc_pdf_add_text(draft, text, recipient->dash_text, QC_PDF_UPRIGHT);
        qc_pdf_add_text(draft, text, QC_STR(" "), QC_PDF_UPRIGHT);
    }
    qc_pdf_add_inlines(draft, text, recipient->content, QC_PDF_UPRIGHT, false);
}

/* The next block of the list: beside the signature when there is a frame, else below. */
static struct qc_pdf_block *next_in_list(struct qc_pdf_draft *draft, struct qc_pdf_frame *beside,
                                         double before)
{
    if (beside == NULL)
        return qc_pdf_add_block(draft, QC_PDF_FLUSH_LEFT, LIST_SIZE, LIST_LEADING, before);
    struct qc_pdf_cell *cell = qc_vec_push(draft->arena, &beside->cells);
    *cell = (struct qc_pdf_cell){ .spans = true };
    cell->block = (struct qc_pdf_block){
        .align = QC_PDF_FLUSH_LEFT,
        .size = LIST_SIZE,
        .leading = LIST_LEADING,
        .before = before,
        .tag = "P",
    };
    return &cell->block;
}

static void add_recipients(struct qc_pdf_draft *draft, struct qc_pdf_frame *beside)
{
    const struct qc_document *document = draft->emission->document;
    double before = ABOVE_FOOT;
    if (qc_has_text(document->recipients_heading)) {
        struct qc_pdf_block *block = next_in_list(draft, beside, before);
        block->size = HEADING_SIZE;
        block->leading = LEADING; /* on a level with the first line of the signature */
        block->keep = true;
        qc_pdf_add_inlines(draft, &block->text, document->recipients_heading, QC_PDF_BOLD | QC_PDF_ITALIC,
                           false);
        before = 0;
    }
    for (size_t i = 0; i < document->recipients.count; i++) {
        struct qc_pdf_block *block = next_in_list(draft, beside, before);
        block->keep = document->recipients.count <= TOGETHER && i + 1 < document->recipients.count;
        add_recipient(draft, &block->text, &document->recipients.items[i]);
        before = 0;
    }
}

void qc_pdf_add_foot(struct qc_pdf_draft *draft)
{
    const struct qc_document *document = draft->emission->document;
    size_t count = document->signatures.count;
    struct qc_pdf_frame *frame = NULL;
    for (size_t i = 0; i < count; i++) {
        if (i % QC_PDF_COLUMNS == 0) {
            draft->blocks.items[draft->blocks.count - 1].keep = true;
            double right = count == 1 ? RIGHT : i + 1 == count ? 0 : QC_PDF_TEXT_WIDTH / 2;
            frame = add_frame(draft, right, ROOM_TO_SIGN, i == 0 ? ABOVE_FOOT : ABOVE_SIGNATURES);
        }
        unsigned column = count == 1 ? 1 : (unsigned)(i % QC_PDF_COLUMNS);
        add_signature(draft, frame, &document->signatures.items[i], column);
    }
    if (count > 1 && document->recipients.count > 0)
        draft->blocks.items[draft->blocks.count - 1].cling = true;
    add_recipients(draft, count == 1 ? frame : NULL);
}
