/*
 * complete_names.c - what may stand between braces: names, fields, labels, instruments.
 */
#include "base/utf8.h"
#include "check/bases.h"
#include "lsp/complete.h"
#include "lsp/note.h"
#include "sema/symbols.h"

/* Order of what is offered. */
enum { RANK_OWN, RANK_PARTY_FIELD, RANK_SET, RANK_UNSET, RANK_REGISTRY };

/* ---- instruments ----------------------------------------------------------------- */

void lsp_complete_instruments(struct lsp_completion *completion, const char *form, unsigned rank)
{
    struct qc_arena *arena = &completion->server->scratch;
    struct qc_bases_day on = qc_bases_day_of(completion->document->qc->document);
    for (size_t i = 0; i < qc_registry_count; i++) {
        const struct qc_instrument *entry = qc_registry_at(i);
        struct lsp_offer offer = { .label = entry->name,
                                   .detail = entry->number,
                                   .search = entry->number,
                                   .kind = LSP_ITEM_REFERENCE,
                                   .rank = rank };
        if (on.origin != QC_DAY_NONE && qc_instrument_force(entry, on.day) == QC_FORCE_ENDED)
            offer.rank++; /* the document cannot rest on it */
        offer.text = qc_str_format(arena, form, QC_STR_ARGS(entry->name));
        if (entry->number.len > 0 && qc_str_ends(entry->name, entry->number))
            offer.detail = entry->subject;
        offer.data = json_pack("{s:o}", "instrument", lsp_string(completion->server, entry->name));
        lsp_offer(completion, offer);
    }
}

/* ---- names -------------------------------------------------------------------------- */

/* A keyword has two names, and the document is written in one language. */
static bool is_of_language(const struct qc_tree *tree, const struct qc_name *name)
{
    if (name->kind != QC_NAME_KEYWORD)
        return qc_str_equal(name->bare, name->key) == tree->english;
    const struct qc_keyword *keyword = qc_keyword_info(name->keyword);
    return qc_str_equal(name->name, qc_str_from(tree->english ? keyword->english : keyword->vietnamese));
}

static void offer_name(struct lsp_completion *completion, const struct qc_name *name)
{
    const struct qc_document *document = completion->document->qc->document;
    struct lsp_offer offer = { .label = name->name, .kind = LSP_ITEM_VARIABLE };
    switch (name->kind) {
    case QC_NAME_VALUE:
        offer.detail = lsp_value_of(name);
        break;
    case QC_NAME_PARTY:
        offer.kind = LSP_ITEM_CLASS;
        break;
    case QC_NAME_INSTRUMENT:
        offer.kind = LSP_ITEM_REFERENCE;
        break;
    case QC_NAME_KEYWORD:
        if (!is_of_language(document->tree, name))
            return;
        offer.kind = LSP_ITEM_KEYWORD;
        offer.rank = document->first[name->keyword] != NULL ? RANK_SET : RANK_UNSET;
        offer.detail = qc_str_from(qc_keyword_info(name->keyword)->meaning[completion->server->language]);
        break;
    case QC_NAME_YEAR_BEFORE:
    case QC_NAME_YEAR_AFTER:
        if (!is_of_language(document->tree, name))
            return;
        offer.kind = LSP_ITEM_KEYWORD;
        offer.rank = document->year_from > 0 ? RANK_SET : RANK_UNSET;
        break;
    }
    offer.text = lsp_as_written(completion, name->name);
    lsp_offer(completion, offer);
}

/* ---- fields ---------------------------------------------------------------------------- */

/* Those that the block sets come first. */
static void offer_fields(struct lsp_completion *completion, int block, const struct qc_declaration *declared)
{
    bool english = completion->document->qc->tree->english;
    for (int id = 0; id < QC_F_COUNT; id++) {
        const struct qc_keyword *field = qc_field_info((enum qc_field_id)id);
        struct lsp_offer offer = { .label = qc_str_from(english ? field->english : field->vietnamese),
                                   .kind = LSP_ITEM_FIELD,
                                   .rank = RANK_UNSET };
        offer.detail = qc_str_from(field->meaning[completion->server->language]);
        for (size_t i = 0; declared != NULL && i < declared->fields.count; i++)
            if (declared->fields.items[i]->keyword == field) {
                offer.rank = RANK_PARTY_FIELD;
                if (declared->fields.items[i]->values.count > 0)
                    offer.detail = declared->fields.items[i]->values.items[0]->text;
            }
        if (field->block != block || (block == QC_KW_PARTY && offer.rank == RANK_UNSET))
            continue; /* what a party does not set prints nothing; the registry knows the fields of instruments */
        offer.data = json_pack("{s:i}", "field", id);
        lsp_offer(completion, offer);
    }
}

/* "Nhà trường." is typed, and maybe more. False when it is no block's name. */
static bool complete_field(struct lsp_completion *completion)
{
    struct qc_symbols *symbols = completion->document->qc->document->symbols;
    struct qc_braced braced = qc_symbols_braced(symbols, &completion->server->scratch, completion->typed);
    const struct qc_name *name = braced.name;
    bool party = name != NULL && name->kind == QC_NAME_PARTY;
    if (!braced.has_field || (!party && braced.entry == NULL && (name == NULL || name->cited == NULL)))
        return false;
    lsp_complete_from(completion, braced.field);
    const struct qc_declaration *block = name == NULL ? NULL : party ? name->declaration : name->cited->block;
    offer_fields(completion, party ? QC_KW_PARTY : QC_KW_INSTRUMENT, block);
    return true;
}

/* ---- all ---------------------------------------------------------------------------------- */

static void offer_labels(struct lsp_completion *completion)
{
    const struct qc_symbols *symbols = completion->document->qc->document->symbols;
    for (size_t i = 0; i < symbols->labels.count; i++) {
        const struct qc_label *label = symbols->labels.items[i];
        const struct qc_unit *unit = label->unit;
        struct qc_str text = unit->paragraph_count > 0 ? unit->content[0].plain : QC_STR("");
        struct qc_str detail = lsp_unit_line(&completion->server->scratch, unit, LSP_LONGEST_DETAIL);
        lsp_offer(completion,
                  (struct lsp_offer){
                      .label = label->name, .detail = detail, .search = text, .kind = LSP_ITEM_REFERENCE });
    }
}

void lsp_complete_braces(struct lsp_completion *completion)
{
    struct qc_str typed = completion->typed;
    const struct qc_symbols *symbols = completion->document->qc->document->symbols;
    if (qc_str_starts(typed, QC_STR("#")))
        return; /* a new label, which its author names */
    if (qc_str_starts(typed, QC_STR("@"))) {
        typed = qc_str_skip(typed, 1);
        lsp_complete_from(completion, qc_str_skip(typed, qc_blank_prefix(typed)));
        offer_labels(completion);
        return;
    }
    if (complete_field(completion))
        return;
    for (size_t i = 0; i < symbols->names.count; i++)
        offer_name(completion, symbols->names.items[i]);
    lsp_complete_instruments(completion, "%.*s", RANK_REGISTRY);
}
