/*
 * note.h - what the editor shows beside the text: Markdown, or plain text for
 * an editor that knows no Markdown.
 */
#ifndef QC_LSP_NOTE_H
#define QC_LSP_NOTE_H

#include "lsp/server.h"

struct lsp_note {
    struct lsp_server *server;
    bool markdown;
    struct qc_buf buf;
};

struct lsp_note lsp_note_new(struct lsp_server *server, bool markdown);

/* Paragraphs. What stands in the text means only itself: nothing of it becomes markup. */
void lsp_note_title(struct lsp_note *note, struct qc_str text);
void lsp_note_paragraph(struct lsp_note *note, struct qc_str text);

/* An item of a list: "label: value", nothing when the value is empty. */
void lsp_note_item(struct lsp_note *note, enum lsp_text label, struct qc_str value);

/* MarkupContent. */
json_t *lsp_note_markup(const struct lsp_note *note);

/* The first code points of a text that is too long for a line. */
struct qc_str lsp_shortened(struct qc_arena *arena, struct qc_str text, size_t most);

/* "Điều 5. Trách nhiệm của Nhà trường": a unit in a line, of so many code points behind its marker. */
struct qc_str lsp_unit_line(struct qc_arena *arena, const struct qc_unit *unit, size_t most);

/* ---- describe.c, describe_entry.c: what there is to say ---- */

struct lsp_thing;

struct qc_name;

/* What a name of "đặt" prints. */
struct qc_str lsp_value_of(const struct qc_name *name);

/* False when there is nothing to say. */
bool lsp_describe(struct lsp_note *note, struct lsp_document *document, const struct lsp_thing *thing);

struct qc_keyword;
void lsp_describe_keyword(struct lsp_note *note, const struct qc_keyword *keyword);

struct qc_instrument;
void lsp_describe_instrument(struct lsp_note *note, const struct qc_instrument *entry);

/* Is it in force on the day of the document? Nothing when that is not known. */
void lsp_describe_force(struct lsp_note *note, const struct lsp_document *document,
                        const struct qc_instrument *entry);

/* What a document itself declares of an instrument. */
struct qc_declaration;
void lsp_describe_block(struct lsp_note *note, const struct qc_declaration *block);

#endif
