/*
 * describe_entry.c - what there is to say of what the program knows by itself: keywords, and instruments of the registry.
 */
#include "check/bases.h"
#include "lsp/note.h"

/* ---- keywords ------------------------------------------------------------------ */

void lsp_describe_keyword(struct lsp_note *note, const struct qc_keyword *keyword)
{
    struct qc_arena *arena = &note->server->scratch;
    struct qc_str name = qc_str_from(keyword->vietnamese), english = qc_str_from(keyword->english);
    if (!qc_str_equal(name, english))
        name = qc_str_format(arena, "%.*s (%.*s)", QC_STR_ARGS(name), QC_STR_ARGS(english));
    lsp_note_title(note, name);
    lsp_note_paragraph(note, qc_str_from(keyword->meaning[note->server->language]));
    lsp_note_item(note, LSP_TEXT_hover_lead, qc_str_from(keyword->lead));
    if (keyword->braces != QC_BRACES_NO)
        lsp_note_item(note, LSP_TEXT_hover_braces, qc_str_format(arena, "{%s}", keyword->vietnamese));
}

/* ---- instruments ----------------------------------------------------------------- */

static struct qc_str day(struct qc_arena *arena, struct qc_date date)
{
    return date.given && date.year > 0 ? qc_date_short(arena, date) : QC_STR("");
}

void lsp_describe_instrument(struct lsp_note *note, const struct qc_instrument *entry)
{
    static const enum lsp_text sure[] = {
        [QC_CONFIDENCE_UNSURE] = LSP_TEXT_hover_unsure,
        [QC_CONFIDENCE_LIKELY] = LSP_TEXT_hover_likely,
        [QC_CONFIDENCE_CERTAIN] = LSP_TEXT_hover_certain,
    };
    struct qc_arena *arena = &note->server->scratch;
    lsp_note_title(note, entry->name);
    lsp_note_paragraph(note, qc_instrument_cite(arena, entry, true));
    lsp_note_item(note, LSP_TEXT_hover_number, entry->number);
    lsp_note_item(note, LSP_TEXT_hover_issued, day(arena, entry->issued));
    lsp_note_item(note, LSP_TEXT_hover_from, day(arena, entry->from));
    lsp_note_item(note, LSP_TEXT_hover_until, day(arena, entry->until));
    lsp_note_item(note, LSP_TEXT_hover_replaced,
                  qc_instrument_links(arena, entry->replaced_by, QC_STR("; ")));
    lsp_note_item(note, LSP_TEXT_hover_amended, qc_instrument_links(arena, entry->amended_by, QC_STR("; ")));
    struct qc_str sureness = qc_str_from(lsp_pick(note->server, sure[entry->confidence])),
                  seen = day(arena, entry->verified);
    if (seen.len > 0)
        sureness = qc_str_format(arena, "%.*s (%.*s)", QC_STR_ARGS(sureness), QC_STR_ARGS(seen));
    lsp_note_item(note, LSP_TEXT_hover_sure, sureness);
}

/* Is it in force on the day of the document? */
void lsp_describe_force(struct lsp_note *note, const struct lsp_document *document,
                        const struct qc_instrument *entry)
{
    struct lsp_server *server = note->server;
    struct qc_bases_day on = qc_bases_day_of(document->qc->document);
    struct qc_str day_of_it = qc_date_short(&server->scratch, on.day), text = QC_STR("");
    switch (on.origin == QC_DAY_NONE ? QC_FORCE_UNKNOWN : qc_instrument_force(entry, on.day)) {
    case QC_FORCE_UNKNOWN:
        break;
    case QC_FORCE_NOT_YET:
        text = lsp_format(server, LSP_MSG(hover_not_yet), QC_STR_ARGS(day_of_it));
        break;
    case QC_FORCE_IN:
        text = lsp_format(server, LSP_MSG(hover_in_force), QC_STR_ARGS(day_of_it));
        break;
    case QC_FORCE_ENDED:
        text = lsp_format(server, LSP_MSG(hover_ended), QC_STR_ARGS(day_of_it));
        break;
    }
    lsp_note_item(note, LSP_TEXT_hover_then, text);
}

/* What the document itself declares of it. */
void lsp_describe_block(struct lsp_note *note, const struct qc_declaration *block)
{
    for (size_t i = 0; i < block->fields.count; i++) {
        const struct qc_declaration *field = block->fields.items[i];
        struct qc_buf line = { .arena = &note->server->scratch };
        qc_buf_add(&line, qc_str_from(field->keyword->vietnamese));
        for (size_t k = 0; k < field->values.count; k++) {
            qc_buf_add(&line, k == 0 ? QC_STR(": ") : QC_STR("; "));
            qc_buf_add(&line, field->values.items[k]->text);
        }
        lsp_note_paragraph(note, qc_buf_str(&line));
    }
}
