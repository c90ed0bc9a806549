/*
 * docx_body.c - paragraphs, tables and notes.
 */
#include "import/docx.h"

static void read_cells(struct docx *docx, struct import_line *kind)
{
    struct import_walk *walk = &docx->walk;
    while (qc_walk_child(walk)) {
        if (qc_walk_is(walk, "tc")) {
            struct qc_buf carried = { .arena = docx->arena };
            kind->cell++;
            docx_read_blocks(docx, *kind, &carried);
        } else if (qc_walk_is(walk, "sdt") || qc_walk_is(walk, "sdtContent") ||
                   qc_walk_is(walk, "customXml")) {
            read_cells(docx, kind);
        } else {
            qc_walk_skip(walk);
        }
    }
}

static void read_rows(struct docx *docx, struct import_line *kind)
{
    struct import_walk *walk = &docx->walk;
    while (qc_walk_child(walk)) {
        if (qc_walk_is(walk, "tr")) {
            kind->row++;
            kind->cell = 0;
            read_cells(docx, kind);
        } else if (qc_walk_is(walk, "sdt") || qc_walk_is(walk, "sdtContent") ||
                   qc_walk_is(walk, "customXml")) {
            read_rows(docx, kind);
        } else {
            qc_walk_skip(walk);
        }
    }
}

static void read_table(struct docx *docx, struct import_line kind, struct qc_buf *carried)
{
    if (kind.table != 0) { /* a table in a cell: lines of the cell */
        docx_read_blocks(docx, kind, carried);
        return;
    }
    kind.table = ++docx->tables;
    read_rows(docx, &kind);
}

/* What holds no text, or text that another part of the file has as well. */
static bool is_aside(const struct import_walk *walk)
{
    struct qc_str name = qc_str_from(walk->node.name);
    return qc_str_ends(name, QC_STR("Pr")) || qc_str_ends(name, QC_STR("Change")) ||
           qc_str_ends(name, QC_STR("Grid")) || qc_str_equal(name, QC_STR("Fallback"));
}

void docx_read_blocks(struct docx *docx, struct import_line kind, struct qc_buf *carried)
{
    struct import_walk *walk = &docx->walk;
    while (qc_walk_child(walk)) {
        if (qc_walk_is(walk, "p"))
            docx_read_paragraph(docx, kind, carried);
        else if (qc_walk_is(walk, "tbl"))
            read_table(docx, kind, carried);
        else if (is_aside(walk))
            qc_walk_skip(walk);
        else
            docx_read_blocks(docx, kind, carried);
    }
}

/* ---- notes ---- */

struct qc_str docx_note_sign(struct docx *docx, size_t number, bool at_end)
{
    enum import_numeral numeral = at_end ? IMPORT_NUMERAL_SMALL_ROMAN : IMPORT_NUMERAL_DECIMAL;
    struct qc_str figure = qc_import_numeral(docx->arena, numeral, (long)number);
    return qc_str_format(docx->arena, "[%.*s]", QC_STR_ARGS(figure));
}

size_t docx_note_number(struct docx *docx, struct qc_str id, bool at_end)
{
    struct qc_map *notes = at_end ? &docx->endnotes : &docx->footnotes;
    size_t *number = qc_alloc(docx->arena, sizeof *number);
    *number = notes->count + 1;
    return *(size_t *)qc_map_add(docx->arena, notes, id, number);
}

void docx_read_notes(struct docx *docx, bool at_end)
{
    struct import_walk *walk = &docx->walk;
    if (!qc_walk_child(walk)) /* w:footnotes, w:endnotes */
        return;
    while (qc_walk_child(walk)) {
        const size_t *number =
            qc_map_get(at_end ? &docx->endnotes : &docx->footnotes, qc_walk_text(walk, "id"));
        if (number == NULL) { /* none refers to it: a rule between notes and text */
            qc_walk_skip(walk);
            continue;
        }
        struct qc_buf carried = { .arena = docx->arena };
        qc_buf_add(&carried, docx_note_sign(docx, *number, at_end));
        qc_buf_char(&carried, ' ');
        docx_read_blocks(docx, (struct import_line){ .footnote = true }, &carried);
    }
}
