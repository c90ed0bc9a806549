/*
 * docx_paragraph.c - a paragraph: its number, its runs, the fields and notes in it.
 *
 * What tracked changes deleted is counted and left out; what they inserted is
 * text. A text box is read where it is anchored, before its paragraph.
 */
#include <stdlib.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "import/decode.h"
#include "import/docx.h"
#include "import/lines.h"
#include "import/signs.h"

static void add_hidden(struct docx_paragraph *p)
{
    struct import_line line = p->kind;
    line.furniture = true;
    line.before = IMPORT_BREAK_PARAGRAPH;
    line.numbered = line.lost_number = false;
    qc_import_add(p->docx->arena, p->docx->page, line, qc_buf_str(&p->hidden));
}

/* ---- properties ---- */

static void over(struct docx_place *place, const struct docx_place *style)
{
    if (place->number < 0) {
        place->number = style->number;
        place->style = style->style;
        place->level = place->level >= 0 ? place->level : style->level;
    } else {
        place->style = QC_STR("");
    }
    place->align = place->align != IMPORT_ALIGN_UNKNOWN ? place->align : style->align;
    place->outline = place->outline >= 0 ? place->outline : style->outline;
}

/* Once the properties are known: how the paragraph stands, what number it has, and what was carried over to it. */
static void settle(struct docx_paragraph *p, struct qc_buf *carried)
{
    struct docx *docx = p->docx;
    struct qc_str id = p->place.style.len > 0 ? p->place.style : docx->default_style;
    struct docx_place style = docx_style_place(docx, id);
    if (p->settled)
        return;
    p->settled = true;
    p->style = p->look = docx_look_over(docx->default_look, docx_style_look(docx, id));
    over(&p->place, &style);
    p->kind.align = p->place.align;
    p->kind.heading =
        p->place.outline >= 0 && p->place.outline < DOCX_LEVELS ? (unsigned)p->place.outline + 1 : 0;
    if (!p->place.mark_deleted) {
        struct qc_str number = docx_count(docx, &p->place, &p->kind.lost_number);
        p->kind.numbered = number.len > 0;
        qc_buf_add(&p->text, number);
    }
    qc_buf_add(&p->text, qc_buf_str(carried));
    carried->len = 0;
}

/* ---- runs ---- */

/*
 * The text of the element that was entered last, line ends as blanks, signs of symbol fonts as Unicode's; it stays until
 * the next one is asked for.
 */
static struct qc_str docx_element_text(struct docx *docx)
{
    docx->raw.len = docx->text.len = 0;
    while (qc_walk_piece(&docx->walk)) {
        if (docx->walk.node.event == IMPORT_EVENT_TEXT)
            qc_buf_add(&docx->raw, (struct qc_str){ docx->walk.node.text, docx->walk.node.length });
        else
            qc_walk_skip(&docx->walk);
    }
    struct qc_str raw = qc_buf_str(&docx->raw);
    size_t n;
    for (size_t i = 0; i < raw.len; i += n) {
        unsigned code = qc_utf8_decode(raw, i, &n);
        qc_buf_code(&docx->text, code == '\n' || code == '\r' ? ' ' : qc_import_symbol(code));
    }
    return qc_buf_str(&docx->text);
}

static void add_code(struct docx_paragraph *p, unsigned code)
{
    char bytes[4];
    docx_add_text(p, (struct qc_str){ bytes, qc_utf8_encode(code, bytes) });
}

static void read_inline(struct docx_paragraph *p);

static void count_deleted(struct docx *docx)
{
    while (qc_walk_child(&docx->walk)) {
        if (qc_walk_is(&docx->walk, "delText") || qc_walk_is(&docx->walk, "t"))
            docx->page->deleted += import_count(docx_element_text(docx));
        else
            count_deleted(docx);
    }
}

static void read_run(struct docx_paragraph *p)
{
    p->look = p->style;
    read_inline(p);
    p->look = p->style;
}

static void read_run_look(struct docx_paragraph *p)
{
    struct docx_look direct = { 0 };
    docx_read_look(&p->docx->walk, &direct);
    p->look = docx_look_over(docx_look_over(p->look, docx_style_look(p->docx, direct.style)), direct);
}

/* w:footnoteReference, w:endnoteReference: its number in brackets, as its note has it. */
static void add_reference(struct docx_paragraph *p, bool at_end)
{
    struct docx *docx = p->docx;
    struct qc_str id = qc_walk_text(&docx->walk, "id");
    size_t number = docx_note_number(docx, id, at_end);
    docx_add_text(p, docx_note_sign(docx, number, at_end));
}

static void read_field(struct docx_paragraph *p)
{
    struct docx *docx = p->docx;
    struct qc_str instruction = qc_walk_text(&docx->walk, "instr");
    docx_step_field(docx, "begin");
    docx_read_instruction(docx, instruction);
    docx_step_field(docx, "separate");
    read_inline(p);
    docx_step_field(docx, "end");
}

/* An empty element of a run. True when it is one. */
static bool read_sign(struct docx_paragraph *p)
{
    const struct import_walk *walk = &p->docx->walk;
    const char *code = qc_walk_attribute(walk, "char");
    if (qc_walk_is(walk, "tab") || qc_walk_is(walk, "ptab"))
        docx_add_text(p, QC_STR("\t"));
    else if (qc_walk_is(walk, "br") || qc_walk_is(walk, "cr"))
        docx_end_line(p);
    else if (qc_walk_is(walk, "noBreakHyphen"))
        docx_add_text(p, QC_STR("-"));
    else if (qc_walk_is(walk, "sym") && code != NULL)
        add_code(p, qc_import_symbol((unsigned)strtoul(code, NULL, 16) & 0xFFFFu));
    else if (qc_walk_is(walk, "footnoteReference") || qc_walk_is(walk, "endnoteReference"))
        add_reference(p, qc_walk_is(walk, "endnoteReference"));
    else if (qc_walk_is(walk, "fldChar"))
        docx_step_field(p->docx, qc_walk_attribute(walk, "fldCharType"));
    else
        return false;
    qc_walk_skip(&p->docx->walk);
    return true;
}

/* Older properties, kept by tracked changes, and what other programs get beside the text itself. */
static bool is_skipped(const struct import_walk *walk)
{
    struct qc_str name = qc_str_from(walk->node.name);
    return qc_str_ends(name, QC_STR("Change")) || qc_str_equal(name, QC_STR("Fallback")) ||
           (qc_str_ends(name, QC_STR("Pr")) && !qc_str_equal(name, QC_STR("rPr"))) ||
           qc_str_equal(name, QC_STR("delText"));
}

static void read_text_box(struct docx_paragraph *p)
{
    struct qc_buf carried = { .arena = p->docx->arena };
    struct import_line kind = {
        .table = p->kind.table, .row = p->kind.row, .cell = p->kind.cell, .furniture = p->kind.furniture
    };
    docx_read_blocks(p->docx, kind, &carried);
}

static void read_piece(struct docx_paragraph *p)
{
    struct docx *docx = p->docx;
    struct import_walk *walk = &docx->walk;
    bool math = strstr(walk->node.space, "math") != NULL;
    if (qc_walk_is(walk, "r")) {
        read_run(p);
    } else if (qc_walk_is(walk, "rPr")) {
        read_run_look(p);
    } else if (qc_walk_is(walk, "t") || (math && strcmp(walk->node.name, "t") == 0)) {
        struct qc_str text = docx_element_text(docx);
        if (!docx_in_instruction(docx))
            docx_add_text(p, text);
    } else if (qc_walk_is(walk, "instrText")) {
        docx_read_instruction(docx, docx_element_text(docx));
    } else if (qc_walk_is(walk, "fldSimple")) {
        read_field(p);
    } else if (qc_walk_is(walk, "del") || qc_walk_is(walk, "moveFrom")) {
        count_deleted(docx);
    } else if (qc_walk_is(walk, "txbxContent")) {
        read_text_box(p);
    } else if (is_skipped(walk)) {
        qc_walk_skip(walk);
    } else {
        docx->page->pictures +=
            strcmp(walk->node.name, "blip") == 0 || strcmp(walk->node.name, "imagedata") == 0;
        read_inline(p);
    }
}

static void read_inline(struct docx_paragraph *p)
{
    while (qc_walk_child(&p->docx->walk))
        if (!read_sign(p))
            read_piece(p);
}

void docx_read_paragraph(struct docx *docx, struct import_line kind, struct qc_buf *carried)
{
    struct import_walk *walk = &docx->walk;
    struct qc_arena *arena = docx->arena;
    struct docx_paragraph p = { .docx = docx,
                                .kind = kind,
                                .place = { .number = -1, .level = -1, .outline = -1 },
                                .text = { .arena = arena },
                                .hidden = { .arena = arena },
                                .pending = { .arena = arena } };
    p.kind.before = IMPORT_BREAK_PARAGRAPH;
    p.kind.source_line = ++docx->paragraphs;
    if (docx->paragraphs > QC_MAX_IMPORT_LINES)
        walk->fault = IMPORT_FAULT_TOO_LARGE;
    docx_begin_line(&p);
    while (qc_walk_child(walk)) {
        if (qc_walk_is(walk, "pPr")) { /* comes first, if at all */
            docx_read_place(walk, &p.place);
            continue;
        }
        settle(&p, carried);
        if (!read_sign(&p))
            read_piece(&p);
    }
    settle(&p, carried);
    if (p.place.mark_deleted) {
        docx_flush(&p);
        qc_buf_add(carried, qc_buf_str(&p.text));
    } else {
        docx_end_line(&p);
    }
    add_hidden(&p);
}
