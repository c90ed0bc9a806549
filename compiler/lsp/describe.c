/*
 * describe.c - what there is to say of a thing: for hover, and for completion when the editor asks for more.
 */
#include "check/bases.h"
#include "lsp/note.h"
#include "lsp/uses.h"
#include "sema/library.h"
#include "sema/reference.h"
#include "sema/resolve.h"
#include "source/position.h"

enum { LONGEST = 240 }; /* code points of a text of the document */

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

static struct qc_str joined(struct qc_arena *arena, const struct qc_str links[QC_INSTRUMENT_LINKS])
{
    struct qc_buf buf = { .arena = arena };
    for (size_t i = 0; i < QC_INSTRUMENT_LINKS && links[i].len > 0; i++) {
        if (i > 0)
            qc_buf_add(&buf, QC_STR("; "));
        qc_buf_add(&buf, links[i]);
    }
    return qc_buf_str(&buf);
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
    lsp_note_item(note, LSP_TEXT_hover_replaced, joined(arena, entry->replaced_by));
    lsp_note_item(note, LSP_TEXT_hover_amended, joined(arena, entry->amended_by));
    struct qc_str sureness = qc_str_from(lsp_pick(note->server, sure[entry->confidence])),
                  seen = day(arena, entry->verified);
    if (seen.len > 0)
        sureness = qc_str_format(arena, "%.*s (%.*s)", QC_STR_ARGS(sureness), QC_STR_ARGS(seen));
    lsp_note_item(note, LSP_TEXT_hover_sure, sureness);
}

/* Is it in force on the day of the document? */
static void describe_force(struct lsp_note *note, const struct lsp_document *document,
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
static void describe_block(struct lsp_note *note, const struct qc_declaration *block)
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

/* ---- units and parties --------------------------------------------------------------- */

static void describe_unit(struct lsp_note *note, const struct lsp_document *document,
                          const struct qc_unit *unit)
{
    struct qc_arena *arena = &note->server->scratch;
    struct qc_references references = { 0 };
    qc_references_begin(&references, arena, document->qc->document);
    struct qc_str name = qc_unit_reference(arena, unit, references.has_sections);
    bool cited = qc_style_info(unit->marker.style)->citation[0] != '\0';
    lsp_note_title(note, cited && name.len > 0 ? name : unit->marker.text);
    if (unit->paragraphs.count > 0)
        lsp_note_paragraph(note, lsp_shortened(arena, unit->content[0]->plain, LONGEST));
    if (unit->label.len > 0)
        lsp_note_item(note, LSP_TEXT_hover_label, unit->label);
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
        if (i > 0)
            qc_buf_add(&aliases, QC_STR(", "));
        qc_buf_add(&aliases, party->aliases.items[i]);
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
        if (i > 0)
            qc_buf_add(&buf, QC_STR("; "));
        qc_buf_add(&buf, declaration->values.items[i]->text);
    }
    return qc_buf_str(&buf);
}

static struct qc_str value_of(struct qc_arena *arena, const struct qc_document *document,
                              const struct qc_name *name)
{
    int step = name->kind == QC_NAME_YEAR_BEFORE ? -1 : 1;
    switch (name->kind) {
    case QC_NAME_VALUE:
        return name->printed.len > 0 ? name->printed : qc_str_slice(name->prose->text, name->from, name->to);
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
        describe_force(note, document, thing->entry);
    else if (name != NULL && name->cited != NULL && name->cited->block != NULL)
        describe_block(note, name->cited->block);
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
        describe_force(note, document, thing->entry);
        return true;
    case LSP_USE:
        return describe_use(note, document, thing->text);
    case LSP_LINK:
    case LSP_COMMENT:
        break;
    }
    return false;
}
