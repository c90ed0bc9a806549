/*
 * docx_line.c - the line of a paragraph that is read: its letters, decoded by font, and how it looks.
 */
#include "base/limits.h"
#include "base/utf8.h"
#include "import/decode.h"
#include "import/docx.h"
#include "import/lines.h"
#include "import/signs.h"

static enum docx_font font_of(struct qc_str name)
{
    if (qc_str_starts(name, QC_STR(".Vn")))
        return qc_str_ends(name, QC_STR("H")) ? DOCX_FONT_TCVN3_CAPITALS : DOCX_FONT_TCVN3;
    return qc_str_starts(name, QC_STR("VNI-")) ? DOCX_FONT_VNI : DOCX_FONT_UNICODE;
}

/* ---- text ---- */

static const struct import_decoder *decoder_of(struct docx *docx, enum docx_font font)
{
    const struct import_decoder **decoder = font == DOCX_FONT_VNI ? &docx->vni : &docx->tcvn3;
    if (*decoder == NULL)
        *decoder = qc_import_decoder(docx->arena, font == DOCX_FONT_VNI ? IMPORT_VNI : IMPORT_TCVN3);
    return *decoder;
}

void docx_flush(struct docx_paragraph *p)
{
    struct qc_str text = qc_buf_str(&p->pending);
    struct qc_arena *arena = p->docx->arena;
    if (p->font != DOCX_FONT_UNICODE && !qc_import_is_beyond_font(text))
        text = qc_import_from_font(arena, text, decoder_of(p->docx, p->font));
    qc_buf_add(&p->text, p->font == DOCX_FONT_TCVN3_CAPITALS ? qc_str_upper(arena, text) : text);
    p->pending.len = 0;
}

void docx_add_text(struct docx_paragraph *p, struct qc_str text)
{
    struct qc_arena *arena = p->docx->arena;
    if (p->look.hidden == DOCX_ON) {
        qc_buf_add(&p->hidden, text);
        return;
    }
    enum docx_font font = font_of(p->look.font);
    text = qc_import_symbols(arena, text, p->look.font);
    if (p->look.raised == DOCX_ON)
        text = qc_import_raised(arena, text);
    if (font != p->font) {
        docx_flush(p);
        p->font = font;
    }
    qc_buf_add(&p->pending,
               p->look.capitals == DOCX_ON && font == DOCX_FONT_UNICODE ? qc_str_upper(arena, text) : text);
    if (qc_str_trim(text).len == 0)
        return;
    p->words = true;
    p->bold = p->bold && p->look.bold == DOCX_ON;
    p->italic = p->italic && p->look.italic == DOCX_ON;
    if (docx_in_furniture(p->docx))
        p->furniture = true;
    else
        p->other_letters = p->other_letters || import_count(text) > 0;
}

/* ---- lines ---- */

void docx_begin_line(struct docx_paragraph *p)
{
    p->text.len = 0;
    p->bold = p->italic = true;
    p->words = p->furniture = p->other_letters = false;
}

void docx_end_line(struct docx_paragraph *p)
{
    struct docx *docx = p->docx;
    docx_flush(p);
    struct import_line line = p->kind;
    size_t before = docx->page->lines.count;
    line.bold = p->bold && p->words;
    line.italic = p->italic && p->words;
    line.furniture = line.furniture || (p->furniture && !p->other_letters);
    qc_import_add(docx->arena, docx->page, line, qc_buf_str(&p->text));
    if (docx->page->lines.count == QC_MAX_IMPORT_LINES)
        docx->walk.fault = IMPORT_FAULT_TOO_LARGE;
    if (docx->page->lines.count > before)
        p->kind.before = IMPORT_BREAK_LINE, p->kind.numbered = p->kind.lost_number = false;
    docx_begin_line(p);
}
