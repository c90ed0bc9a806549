/*
 * pdf_blocks.c - the parts of a document between head and foot, as blocks.
 *
 * Owns size, face and space of each (NĐ 30/2020, I.II.5-6 and the table I.V).
 * Must not measure anything.
 */
#include "emit/pdf.h"

/* Sizes of I.V, and what it leaves open: 6 points between paragraphs, lines 1.3 times as far apart as they are high. */
enum { SIZE = 14, GAP = 6, ABOVE_TITLE = 18, BELOW_TITLE = 12, LAST_HEADING = 6 };
static const double LEADING = 1.3 * SIZE;
static const double INDENT = QC_PDF_MM(10);
static const double SHORT_RULE = 0.4; /* of the line above it: the decree says a third to a half */

struct qc_pdf_block *qc_pdf_add_block(struct qc_pdf_draft *draft, enum qc_pdf_align align, double size,
                                      double leading, double before)
{
    struct qc_pdf_block *block = qc_vec_push(draft->arena, &draft->blocks);
    *block = (struct qc_pdf_block){
        .align = align,
        .size = size,
        .leading = leading,
        .before = before,
        .tag = "P",
    };
    return block;
}

/* A paragraph of the text; NULL, and nothing is added, when there is none. */
static struct qc_pdf_block *add_paragraph(struct qc_pdf_draft *draft, const struct qc_inlines *inlines,
                                          unsigned face)
{
    if (!qc_has_text(inlines))
        return NULL;
    struct qc_pdf_block *block = qc_pdf_add_block(draft, QC_PDF_JUSTIFIED, SIZE, LEADING, GAP);
    block->indent = INDENT;
    qc_pdf_add_inlines(draft, &block->text, inlines, face, false);
    return block;
}

/* Lines in the middle: title, authority, "QUYẾT ĐỊNH:"; what they head follows on the same page. */
static struct qc_pdf_block *add_centred(struct qc_pdf_draft *draft, const struct qc_inlines *inlines,
                                        unsigned face, bool capitals, double before)
{
    if (!qc_has_text(inlines))
        return NULL;
    struct qc_pdf_block *block = qc_pdf_add_block(draft, QC_PDF_CENTRED, SIZE, LEADING, before);
    qc_pdf_add_inlines(draft, &block->text, inlines, face, capitals);
    block->keep = true;
    return block;
}

/* ---- title and recitals (I.II.5, I.II.6.a) --------------------------------------------------------------- */

static bool add_title(struct qc_pdf_draft *draft)
{
    const struct qc_document *document = draft->emission->document;
    size_t first = draft->blocks.count;
    add_centred(draft, document->type, QC_PDF_BOLD, true, ABOVE_TITLE);
    for (size_t i = 0; i < document->subject.count; i++)
        add_centred(draft, document->subject.items[i], QC_PDF_BOLD, false,
                    draft->blocks.count == first ? ABOVE_TITLE : 0);
    size_t heading = draft->blocks.count;
    for (size_t i = first; i < heading; i++)
        draft->blocks.items[i].tag = "H1";
    add_centred(draft, document->attached_to, QC_PDF_ITALIC, false, heading == first ? ABOVE_TITLE : 0);
    if (draft->blocks.count > first)
        draft->blocks.items[draft->blocks.count - 1].rule = SHORT_RULE;
    return heading > first;
}

static void add_recitals(struct qc_pdf_draft *draft)
{
    const struct qc_document *document = draft->emission->document;
    add_centred(draft, document->authority, QC_PDF_BOLD, true, GAP);
    for (size_t i = 0; i < document->recitals.count; i++) {
        const struct qc_recital *recital = &document->recitals.items[i];
        unsigned face = recital->kind == QC_RECITAL_PREAMBLE ? QC_PDF_UPRIGHT : QC_PDF_ITALIC;
        add_paragraph(draft, recital->content, face);
    }
    add_centred(draft, document->enacting, QC_PDF_BOLD, false, GAP);
}

/* ---- units (I.II.6.c-đ) ---------------------------------------------------------------------------------- */

static const char *heading_tag(unsigned level)
{
    static const char *const TAGS[] = { "H1", "H2", "H3", "H4", "H5", "H6" };
    return level <= LAST_HEADING ? TAGS[level - 1] : "P";
}

static const char *bookmark_of(struct qc_arena *arena, const struct qc_unit *unit, enum qc_look look)
{
    if (look == QC_LOOK_PLAIN || unit->anchor.len == 0)
        return NULL;
    if (!qc_look_is_heading(look) || !qc_has_text(qc_unit_text(unit)))
        return qc_pdf_plain(arena, qc_marker_text(&unit->marker));
    return qc_pdf_plain(arena, qc_str_format(arena, "%.*s %.*s", QC_STR_ARGS(qc_marker_text(&unit->marker)),
                                             QC_STR_ARGS(qc_unit_text(unit)->plain)));
}

/* "Chương I", and its title in capitals on the next line. */
static void add_label(struct qc_pdf_draft *draft, const struct qc_unit *unit, unsigned heading)
{
    struct qc_pdf_block *label = qc_pdf_add_block(draft, QC_PDF_CENTRED, SIZE, LEADING, GAP);
    qc_pdf_add_text(draft, &label->text, qc_marker_text(&unit->marker), QC_PDF_BOLD);
    label->keep = true;
    label->tag = heading_tag(heading);
    struct qc_pdf_block *title = add_centred(draft, qc_unit_text(unit), QC_PDF_BOLD, true, 0);
    if (title != NULL)
        title->tag = heading_tag(heading);
}

/* Marker and text in one paragraph. */
static void add_run_in(struct qc_pdf_draft *draft, const struct qc_unit *unit, enum qc_look look,
                       unsigned heading)
{
    struct qc_pdf_block *block = qc_pdf_add_block(draft, QC_PDF_JUSTIFIED, SIZE, LEADING, GAP);
    block->indent = INDENT;
    if (look == QC_LOOK_TITLE) {
        block->keep = true;
        block->tag = heading_tag(heading);
    }
    qc_pdf_add_text(draft, &block->text, qc_marker_text(&unit->marker),
                    look == QC_LOOK_PLAIN ? QC_PDF_UPRIGHT : QC_PDF_BOLD);
    qc_pdf_add_text(draft, &block->text, QC_STR(" "), QC_PDF_UPRIGHT);
    qc_pdf_add_inlines(draft, &block->text, qc_unit_text(unit),
                       look == QC_LOOK_TITLE ? QC_PDF_BOLD : QC_PDF_UPRIGHT, false);
}

/* heading: level of the heading that a titled unit gets; bookmark: of the bookmark. */
static void add_unit(struct qc_pdf_draft *draft, const struct qc_unit *unit, unsigned heading,
                     unsigned bookmark)
{
    enum qc_look look = qc_unit_look(unit);
    size_t first = draft->blocks.count;
    if (look == QC_LOOK_LABEL)
        add_label(draft, unit, heading);
    else
        add_run_in(draft, unit, look, heading);
    struct qc_pdf_block *block = &draft->blocks.items[first];
    block->target = qc_pdf_target(draft->arena, unit);
    block->bookmark = bookmark_of(draft->arena, unit, look);
    block->level = bookmark;
    for (size_t i = 1; i < unit->paragraph_count; i++)
        add_paragraph(draft, &unit->content[i], QC_PDF_UPRIGHT);
    for (const struct qc_unit *child = unit->first_child; child != NULL; child = child->next)
        add_unit(draft, child, heading + (qc_look_is_heading(look) ? 1 : 0),
                 bookmark + (look == QC_LOOK_PLAIN ? 0 : 1));
}

void qc_pdf_make_blocks(struct qc_pdf_draft *draft)
{
    const struct qc_document *document = draft->emission->document;
    qc_pdf_add_head(draft);
    unsigned heading = add_title(draft) ? 2 : 1;
    size_t text = draft->blocks.count;
    add_recitals(draft);
    for (const struct qc_unit *unit = document->root->first_child; unit != NULL; unit = unit->next)
        add_unit(draft, unit, heading, 1);
    for (size_t i = 0; i < document->closing.count; i++)
        add_paragraph(draft, document->closing.items[i], QC_PDF_UPRIGHT);
    if (text < draft->blocks.count && draft->blocks.items[text].before < BELOW_TITLE)
        draft->blocks.items[text].before = BELOW_TITLE;
    qc_pdf_add_foot(draft);
}
