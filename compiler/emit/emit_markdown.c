/*
 * emit_markdown.c - the document as CommonMark.
 *
 * Owns the order of lines and paragraphs. No list and no raw HTML: numbers
 * and dashes are text, since CommonMark's lists count for themselves. Must
 * not add words; CommonMark has no anchors, so references are plain text.
 */
#include "base/utf8.h"
#include "emit/markdown.h"

enum { LAST_HEADING = 6 };

static const struct qc_str NO_MARKER = { "", 0 };

/* ---- paragraphs ------------------------------------------------------------------------------------------ */

static void print_paragraph(struct qc_out *out, const struct qc_inlines *inlines, unsigned look)
{
    if (!qc_has_text(inlines))
        return;
    qc_out_blank(out);
    qc_markdown_line(out, NO_MARKER, 0, inlines, look);
    qc_out_line(out);
}

/* A block of lines: one paragraph with hard breaks. */
struct block {
    struct qc_out *out;
    bool open;
};

/* What comes before the text of the next line of a block. */
static void next_line(struct block *block)
{
    if (block->open)
        qc_out_raw(block->out, "\\\n");
    else
        qc_out_blank(block->out);
    block->open = true;
}

static void print_line(struct block *block, const struct qc_inlines *inlines, unsigned look)
{
    if (!qc_has_text(inlines))
        return;
    next_line(block);
    qc_markdown_line(block->out, NO_MARKER, 0, inlines, look);
}

static void end_block(struct block *block)
{
    qc_out_line(block->out);
    block->open = false;
}

/* ---- parts ----------------------------------------------------------------------------------------------- */

static void print_head(struct qc_out *out, const struct qc_document *document)
{
    struct block block = { .out = out };
    for (size_t i = 0; i < document->issuers.count; i++) {
        const struct qc_issuer *issuer = &document->issuers.items[i];
        for (size_t k = 0; k < issuer->parents.count; k++)
            print_line(&block, issuer->parents.items[k], QC_MD_CAPITALS);
        print_line(&block, issuer->name, QC_MD_CAPITALS | QC_MD_STRONG);
    }
    end_block(&block);
    print_line(&block, document->state_name, QC_MD_CAPITALS | QC_MD_STRONG);
    print_line(&block, document->motto, QC_MD_STRONG);
    end_block(&block);
    print_paragraph(out, document->number, 0);
    print_paragraph(out, document->place_date, QC_MD_EMPHASIS);
}

static void print_heading(struct qc_out *out, int level)
{
    qc_out_blank(out);
    for (int i = 0; i < level; i++)
        qc_buf_char(&out->buf, '#');
    qc_buf_char(&out->buf, ' ');
}

/* Returns whether there is a heading: the type, or without one the first line of the subject. */
static bool print_title(struct qc_out *out, const struct qc_document *document)
{
    bool any = qc_has_text(document->type);
    if (any) {
        print_heading(out, 1);
        qc_markdown_line(out, NO_MARKER, 0, document->type, QC_MD_HEADING | QC_MD_CAPITALS);
        qc_out_line(out);
    }
    struct block block = { .out = out };
    for (size_t i = 0; i < document->subject.count; i++) {
        if (any) {
            print_line(&block, document->subject.items[i], QC_MD_STRONG);
        } else if (qc_has_text(document->subject.items[i])) {
            print_heading(out, 1);
            qc_markdown_line(out, NO_MARKER, 0, document->subject.items[i], QC_MD_HEADING);
            qc_out_line(out);
            any = true;
        }
    }
    end_block(&block);
    print_paragraph(out, document->attached_to, QC_MD_EMPHASIS);
    return any;
}

static void print_recitals(struct qc_out *out, const struct qc_document *document)
{
    print_paragraph(out, document->authority, QC_MD_CAPITALS | QC_MD_STRONG);
    for (size_t i = 0; i < document->recitals.count; i++) {
        const struct qc_recital *recital = &document->recitals.items[i];
        unsigned look = 0;
        switch (recital->kind) {
        case QC_RECITAL_BASIS:
        case QC_RECITAL_PROPOSAL:
            look = QC_MD_EMPHASIS;
            break;
        case QC_RECITAL_PREAMBLE:
            break;
        }
        print_paragraph(out, recital->content, look);
    }
    print_paragraph(out, document->enacting, QC_MD_STRONG);
}

/* A heading of CommonMark is one line, so a label's marker and title share it. */
static void print_first_line(struct qc_out *out, const struct qc_unit *unit, enum qc_look look, bool heading)
{
    unsigned marker_look = 0, text_look = 0;
    switch (look) {
    case QC_LOOK_LABEL:
        marker_look = QC_MD_STRONG;
        text_look = QC_MD_STRONG | QC_MD_CAPITALS;
        break;
    case QC_LOOK_TITLE:
        marker_look = text_look = QC_MD_STRONG;
        break;
    case QC_LOOK_RUN_IN:
        marker_look = QC_MD_STRONG;
        break;
    case QC_LOOK_PLAIN:
        break;
    }
    qc_markdown_line(out, qc_marker_text(&unit->marker), marker_look, qc_unit_text(unit),
                     text_look | (heading ? QC_MD_HEADING : 0u));
    qc_out_line(out);
}

/* level: of the heading that a titled unit gets; beyond the last one titles are bold paragraphs. */
static void print_unit(struct qc_out *out, const struct qc_unit *unit, int level)
{
    qc_out_flow(out);
    enum qc_look look = qc_unit_look(unit);
    bool heading = qc_look_is_heading(look) && level <= LAST_HEADING;
    if (heading)
        print_heading(out, level);
    else
        qc_out_blank(out);
    print_first_line(out, unit, look, heading);
    for (size_t i = 1; i < unit->paragraph_count; i++)
        print_paragraph(out, &unit->content[i], 0);
    for (const struct qc_unit *child = unit->first_child; child != NULL; child = child->next)
        print_unit(out, child, level + (heading ? 1 : 0));
}

static void print_foot(struct qc_out *out, const struct qc_document *document)
{
    struct block block = { .out = out };
    for (size_t i = 0; i < document->signatures.count; i++) {
        const struct qc_signature *signature = &document->signatures.items[i];
        for (size_t k = 0; k < signature->lines.count; k++)
            print_line(&block, signature->lines.items[k], QC_MD_CAPITALS | QC_MD_STRONG);
        end_block(&block);
        print_paragraph(out, signature->name, QC_MD_STRONG);
    }
    print_paragraph(out, document->recipients_heading, QC_MD_STRONG | QC_MD_EMPHASIS);
    for (size_t i = 0; i < document->recipients.count; i++) {
        const struct qc_recipient *recipient = &document->recipients.items[i];
        if (!recipient->dash && !qc_has_text(recipient->content))
            continue;
        next_line(&block);
        qc_markdown_line(out, recipient->dash ? recipient->dash_text : NO_MARKER, 0, recipient->content, 0);
    }
    end_block(&block);
}

void qc_emit_markdown(const struct qc_emission *emission)
{
    struct qc_out *out = emission->out;
    const struct qc_document *document = emission->document;
    print_head(out, document);
    int level = print_title(out, document) ? 2 : 1;
    print_recitals(out, document);
    for (const struct qc_unit *unit = document->root->first_child; unit != NULL; unit = unit->next)
        print_unit(out, unit, level);
    for (size_t i = 0; i < document->closing.count; i++)
        print_paragraph(out, document->closing.items[i], 0);
    print_foot(out, document);
}
