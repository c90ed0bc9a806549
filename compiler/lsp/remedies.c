/*
 * remedies.c - the changes that code actions offer: fixes, acceptance, new numbers.
 *
 * Owns their titles. What is changed is decided by the checks and by fix/.
 */
#include "base/utf8.h"
#include "check/renumber.h"
#include "lsp/actions.h"
#include "lsp/edits.h"
#include "lsp/find.h"
#include "source/position.h"

typedef QC_VEC(struct qc_edit) edit_list;

/* ---- fixes -------------------------------------------------------------------- */

/* Short enough, and seen as what it is, in a menu. */
static bool fits_a_title(struct qc_str text)
{
    enum { MOST = 60 };
    return text.len <= MOST && qc_str_find(text, QC_STR("\n")) == text.len &&
           qc_str_trim(text).len == text.len;
}

static struct qc_str title_of(struct lsp_server *server, const struct lsp_document *document,
                              const struct qc_diagnostic *d, const edit_list *edits)
{
    struct qc_str message = d->text[qc_lang_of(server->language)];
    if (edits->count > 1)
        return lsp_format(server, LSP_MSG(fix_several), edits->count, QC_STR_ARGS(message));
    struct qc_str new = edits->count == 1 ? edits->items[0].text : QC_STR("");
    struct qc_str old =
        edits->count == 1 ? qc_source_text(&document->qc->cx.sources, edits->items[0].span) : QC_STR("");
    if ((old.len == 0 && new.len == 0) || !fits_a_title(old) || !fits_a_title(new))
        return lsp_format(server, LSP_MSG(fix_message), QC_STR_ARGS(message));
    if (old.len == 0)
        return lsp_format(server, LSP_MSG(fix_insert), QC_STR_ARGS(new));
    if (new.len == 0)
        return lsp_format(server, LSP_MSG(fix_remove), QC_STR_ARGS(old));
    return lsp_format(server, LSP_MSG(fix_replace), QC_STR_ARGS(old), QC_STR_ARGS(new));
}

/* The whole text in normal form, with the edits: a fix that normalizes leaves no byte as it was. */
static json_t *normalized(struct lsp_server *server, struct lsp_document *document, const edit_list *edits)
{
    struct qc_str bytes =
        qc_edits_write(&server->scratch, document->qc->source, edits->items, edits->count, true);
    return lsp_document_edit(server, document, lsp_edits_to(server, document, bytes));
}

bool lsp_fix_of(struct lsp_server *server, struct lsp_document *document, const struct qc_diagnostic *d,
                struct lsp_remedy *remedy)
{
    const struct qc_diagnostic *first = d->group != NULL ? d->group->first : d;
    edit_list edits = { 0 };
    bool safe = true, own = true;
    const struct qc_diagnostic *member = first;
    do {
        safe = safe && member->fix_is_safe;
        for (size_t i = 0; i < member->edits.count; i++) {
            own = own && member->edits.items[i].span.file == document->qc->source->id;
            *qc_vec_push(&server->scratch, &edits) = member->edits.items[i];
        }
    } while ((member = member->next_in_group) != NULL);
    if ((edits.count == 0 && !first->fix_normalizes) || !qc_fix_is_complete(first) ||
        (first->fix_normalizes && !own))
        return false;
    struct qc_str title = title_of(server, document, d, &edits);
    if (!safe)
        title = lsp_format(server, LSP_MSG(fix_look), QC_STR_ARGS(title));
    json_t *edit = first->fix_normalizes ? normalized(server, document, &edits)
                                         : lsp_workspace_edit(server, document, edits.items, edits.count);
    *remedy = (struct lsp_remedy){ .title = title, .edit = edit, .safe = safe };
    return edit != NULL;
}

json_t *lsp_try_all_fixes(struct lsp_server *server, struct lsp_document *document, struct qc_context *qc)
{
    struct qc_repaired repaired;
    if (qc_repair(qc, false, &repaired) == QC_NO_MEMORY)
        lsp_exhausted(server);
    return repaired.changed
               ? lsp_document_edit(server, document, lsp_edits_to(server, document, qc->source->bytes))
               : NULL;
}

/* ---- accepting ------------------------------------------------------------------- */

static bool can_be_accepted(const struct qc_diagnostic *d, struct qc_str blanks, struct qc_line line)
{
    /* what is wrong with the blanks before a line belongs to nothing that a comment could stand before */
    bool before_line = d->span.begin > 0 && d->span.begin < line.begin + blanks.len;
    switch (d->id) {
    case QC_D_allow_reason: /* of such comments themselves */
    case QC_D_allow_unused:
    case QC_D_allow_unknown:
    case QC_D_review_unknown:
        return false;
    default:
        return !qc_diag_is_of_import(d->id) && !qc_diag_is_binding(d->id) && !before_line &&
               (d->span.begin == 0 || line.begin + blanks.len < line.end);
    }
}

/*
 * The comment goes before the line of the finding; before the document, with a
 * blank line behind it, when that is about the whole document. It has no reason:
 * that the user has to give, and qc asks for it until there is one.
 */
bool lsp_acceptance_of(struct lsp_server *server, struct lsp_document *document,
                       const struct qc_diagnostic *d, struct lsp_remedy *remedy)
{
    const struct qc_source *source = document->qc->source;
    const struct qc_tree *tree = document->qc->tree;
    struct qc_arena *arena = &server->scratch;
    if (d->span.file != source->id)
        return false;
    struct qc_line line = qc_line_of(source, d->span.begin);
    struct qc_str text = qc_str_slice(source->text, line.begin, line.end), slug = qc_diag_slug(arena, d->id);
    struct qc_str indent = qc_str_slice(text, 0, qc_blank_prefix(text));
    if (!can_be_accepted(d, indent, line))
        return false;
    /* a text that is typed without marks stays one */
    const char *words = tree->english ? "allow" : tree->unmarked ? "cho phep" : "cho phép";
    struct qc_edit edit = {
        .span = { (uint32_t)line.begin, (uint32_t)line.begin, source->id },
        .text = qc_str_format(arena, "%.*s// qc: %s %.*s %s \n%s", QC_STR_ARGS(indent), words,
                              QC_STR_ARGS(slug), tree->unmarked ? "-" : "—", d->span.begin == 0 ? "\n" : ""),
    };
    *remedy = (struct lsp_remedy){
        .title = lsp_format(server, LSP_MSG(accept), QC_STR_ARGS(slug)),
        .edit = lsp_workspace_edit(server, document, &edit, 1),
    };
    return remedy->edit != NULL;
}

/* ---- looking ---------------------------------------------------------------------- */

bool lsp_look_of(struct lsp_server *server, struct lsp_document *document, const struct qc_diagnostic *d,
                 struct lsp_remedy *remedy)
{
    const struct qc_compilation *cx = &document->qc->cx;
    for (size_t i = 0; i < cx->reviews.count; i++) {
        const struct qc_review *review = &cx->reviews.items[i];
        if (review->id != d->id || review->place.file != d->span.file || review->place.begin != d->span.begin)
            continue;
        struct qc_edit edit = { .span = review->removal, .text = QC_STR("") };
        *remedy = (struct lsp_remedy){
            .title = qc_str_from(lsp_pick(server, LSP_TEXT_looked_at)),
            .edit = lsp_workspace_edit(server, document, &edit, 1),
        };
        return remedy->edit != NULL;
    }
    return false;
}

/* ---- numbers ---------------------------------------------------------------------- */

bool lsp_is_miscounted_behind(const struct qc_unit *unit)
{
    unsigned value = unit->marker.value;
    if (qc_style_info(unit->marker.style)->numbering == QC_NUMBERING_NONE || !unit->marker.number_is_proper)
        return false;
    while ((unit = qc_series_next(unit)) != NULL)
        if (!unit->marker.number_is_proper || unit->marker.value != ++value)
            return true;
    return false;
}

static void renumber(struct qc_context *qc, const struct qc_unit *unit, struct qc_renumbering *renumbering)
{
    qc_renumber_from(&qc->cx, qc->document, unit, renumbering);
}

static enum qc_result renumber_safely(struct qc_context *qc, const struct qc_unit *unit,
                                      struct qc_renumbering *renumbering)
{
    WITH_MEMORY(qc, renumber(qc, unit, renumbering));
    return QC_OK;
}

json_t *lsp_try_renumbering(struct lsp_server *server, struct lsp_document *document, struct qc_context *qc,
                            uint32_t offset)
{
    struct qc_unit *unit = qc->document->root->first_child;
    while (unit != NULL && unit->marker.begin != offset)
        unit = qc_unit_next(unit);
    struct qc_renumbering renumbering = { 0 };
    if (unit == NULL)
        return NULL;
    if (renumber_safely(qc, unit, &renumbering) == QC_NO_MEMORY)
        lsp_exhausted(server);
    return lsp_workspace_edit(server, document, renumbering.edits.items, renumbering.edits.count);
}
