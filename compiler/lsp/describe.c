/*
 * describe.c - what there is to say of a thing, for hover.
 */
#include "lsp/note.h"
#include "lsp/uses.h"
#include "sema/library.h"
#include "sema/resolve.h"
#include "source/position.h"

enum { LONGEST = 240 }; /* code points of a text of the document */

/* ---- units and parties --------------------------------------------------------------- */

static void describe_unit(struct lsp_note *note, const struct lsp_document *document,
                          const struct qc_unit *unit)
{
    struct qc_arena *arena = &note->server->scratch;
    struct qc_str name = qc_unit_reference(arena, unit, document->qc->document->has_section_labels);
    bool cited = qc_style_info(unit->marker.style)->citation[0] != '\0';
    lsp_note_title(note, cited && name.len > 0 ? name : qc_marker_text(&unit->marker));
    if (unit->paragraph_count > 0)
        lsp_note_paragraph(note, lsp_shortened(arena, unit->content[0].plain, LONGEST));
    if (unit->label != NULL)
        lsp_note_item(note, LSP_TEXT_hover_label, unit->label->name);
    size_t count = 0;
    for (const struct qc_unit *child = unit->first_child; child != NULL; child = child->next)
        count++;
    if (count > 0)
        lsp_note_item(note, LSP_TEXT_hover_children, qc_str_format(arena, "%zu", count));
}

static const struct qc_party *party_of(const struct lsp_document *document, const struct lsp_thing *thing)
{
    const struct qc_document *resolved = document->qc->document;
    if (thing->party != NULL)
        return thing->party;
    for (size_t i = 0; i < resolved->parties.count; i++)
        if (resolved->parties.items[i].declaration == thing->name->declaration)
            return &resolved->parties.items[i];
    return NULL;
}

static size_t count_mentions(struct lsp_server *server, struct lsp_document *document,
                             const struct qc_party *party)
{
    struct lsp_things things = { 0 };
    size_t count = 0;
    lsp_things_everywhere(server, document, 1u << LSP_MENTION | 1u << LSP_NAME, &things);
    for (size_t i = 0; i < things.items.count; i++) {
        const struct lsp_thing *thing = &things.items.items[i];
        count += (thing->party == party && thing->exact) ||
                 (thing->name != NULL && !thing->declares && thing->name->declaration == party->declaration);
    }
    return count;
}

static void describe_party(struct lsp_note *note, struct lsp_document *document, const struct qc_party *party)
{
    struct qc_arena *arena = &note->server->scratch;
    struct qc_buf aliases = { .arena = arena };
    for (size_t i = 0; i < party->aliases.count; i++) {
        qc_buf_item(&aliases, QC_STR(", "), party->aliases.items[i]);
    }
    lsp_note_title(note, party->name);
    lsp_note_paragraph(note, party->full_name);
    lsp_note_item(note, LSP_TEXT_hover_alias, qc_buf_str(&aliases));
    if (party->signs)
        lsp_note_item(note, LSP_TEXT_hover_signer, party->signer);
    lsp_note_item(note, LSP_TEXT_hover_mentions,
                  qc_str_format(arena, "%zu", count_mentions(note->server, document, party)));
}

/* ---- names ------------------------------------------------------------------------------ */

/* "quy-uoc.qc:12"; nothing of what is not in the document's own file or one that it uses. */
static void describe_place(struct lsp_note *note, const struct lsp_document *document, struct qc_span span)
{
    const struct qc_source *source = document->qc->cx.sources.files.items[span.file];
    size_t line = qc_line_of(source, span.begin).number, slash = source->name.len;
    while (slash > 0 && source->name.ptr[slash - 1] != '/')
        slash--;
    struct qc_str file = qc_str_skip(source->name, slash);
    lsp_note_item(note, LSP_TEXT_hover_set,
                  qc_str_format(&note->server->scratch, "%.*s:%zu", QC_STR_ARGS(file), line));
}

static struct qc_str values_of(struct qc_arena *arena, const struct qc_declaration *declaration)
{
    struct qc_buf buf = { .arena = arena };
    for (size_t i = 0; declaration != NULL && i < declaration->values.count; i++) {
        qc_buf_item(&buf, QC_STR("; "), declaration->values.items[i]->text);
    }
    return qc_buf_str(&buf);
}

struct qc_str lsp_value_of(const struct qc_name *name)
{
    return name->printed.len > 0 ? name->printed : qc_str_slice(name->prose->text, name->from, name->to);
}

static struct qc_str value_of(struct qc_arena *arena, const struct qc_document *document,
                              const struct qc_name *name)
{
    int step = name->kind == QC_NAME_YEAR_BEFORE ? -1 : 1;
    switch (name->kind) {
    case QC_NAME_VALUE:
        return lsp_value_of(name);
    case QC_NAME_KEYWORD:
        return values_of(arena, document->first[name->keyword]);
    case QC_NAME_YEAR_BEFORE:
    case QC_NAME_YEAR_AFTER:
        if (document->year_from == 0)
            return QC_STR("");
        return qc_str_format(arena, "%d - %d", (int)document->year_from + step,
                             (int)document->year_to + step);
    default:
        return QC_STR("");
    }
}

static void describe_name(struct lsp_note *note, struct lsp_document *document, const struct lsp_thing *thing)
{
    const struct qc_name *name = thing->name;
    const struct qc_party *party =
        name != NULL && name->kind == QC_NAME_PARTY ? party_of(document, thing) : NULL;
    struct qc_span declared;
    if (party != NULL)
        describe_party(note, document, party);
    else if (thing->entry != NULL)
        lsp_describe_instrument(note, thing->entry);
    else if (name != NULL)
        lsp_note_title(note, name->name);
    if (thing->entry != NULL)
        lsp_describe_force(note, document, thing->entry);
    else if (name != NULL && name->cited != NULL && name->cited->block != NULL)
        lsp_describe_block(note, name->cited->block);
    else if (name != NULL && party == NULL)
        lsp_note_paragraph(note, lsp_shortened(&note->server->scratch,
                                               value_of(&note->server->scratch, document->qc->document, name),
                                               LONGEST));
    if (lsp_declared_at(document, thing, &declared))
        describe_place(note, document, declared);
}

static void describe_field(struct lsp_note *note, const struct lsp_document *document,
                           const struct lsp_thing *thing)
{
    const struct qc_declaration *field = lsp_field_of(thing);
    lsp_describe_keyword(note, thing->keyword);
    if (field != NULL) {
        lsp_note_paragraph(
            note, lsp_shortened(&note->server->scratch, values_of(&note->server->scratch, field), LONGEST));
        describe_place(note, document, field->key);
    }
}

/* ---- all ------------------------------------------------------------------------------------ */

static bool describe_use(struct lsp_note *note, const struct lsp_document *document, struct qc_str use)
{
    struct qc_module module;
    const struct qc_source *source = lsp_used_source(note->server, document, use);
    if (source != NULL) {
        lsp_note_title(note, use);
        lsp_note_paragraph(note, source->name);
        return true;
    }
    if (qc_str_ends(use, QC_STR(".qc")) || !qc_module_find(&note->server->scratch, use, &module))
        return false;
    lsp_note_title(note, module.name);
    lsp_note_paragraph(note, module.summary);
    return true;
}

bool lsp_describe(struct lsp_note *note, struct lsp_document *document, const struct lsp_thing *thing)
{
    switch (thing->kind) {
    case LSP_KEYWORD:
        lsp_describe_keyword(note, thing->keyword);
        return true;
    case LSP_NAME:
        describe_name(note, document, thing);
        return true;
    case LSP_FIELD:
        describe_field(note, document, thing);
        return true;
    case LSP_MARKER:
    case LSP_LABEL:
    case LSP_REFERENCE:
        describe_unit(note, document, thing->unit);
        return true;
    case LSP_MENTION:
        describe_party(note, document, thing->party);
        return true;
    case LSP_INSTRUMENT:
        lsp_describe_instrument(note, thing->entry);
        lsp_describe_force(note, document, thing->entry);
        return true;
    case LSP_USE:
        return describe_use(note, document, thing->text);
    case LSP_LINK:
    case LSP_COMMENT:
        break;
    }
    return false;
}
