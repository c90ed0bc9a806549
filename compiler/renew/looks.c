/*
 * looks.c - what somebody has to look at before the draft is signed: who
 * signs, which files it uses, what will be wrong on the new day.
 *
 * Owns the day on which the checks look ahead. Leaves the findings of the
 * old document as they are.
 */
#include "check/check.h"
#include "diag/allow.h"
#include "renew/draft.h"

static void look_at_signers(struct qc_draft *draft)
{
    const struct qc_document *document = draft->document;
    for (size_t i = 0; i < document->parties.count; i++) {
        const struct qc_party *party = &document->parties.items[i];
        if (party->signs && party->has_signer && party->signer.len > 0)
            qc_draft_look(draft, party->declaration->key,
                          qc_draft_say(draft, QC_RENEW_MSG(look_signer), QC_STR_ARGS(party->signer)));
    }
}

static void look_at_used_files(struct qc_draft *draft)
{
    for (size_t i = 0; i < draft->cx->sources.files.count; i++) {
        const struct qc_source *source = draft->cx->sources.files.items[i];
        struct qc_span start = { 0, 0, source->id };
        if (source != draft->source && !source->built_in)
            qc_draft_look(draft, start,
                          qc_draft_say(draft, QC_RENEW_MSG(look_used_file), QC_STR_ARGS(source->name)));
    }
}

/* ---- what the checks will say ---- */

/* Is the place in something that changes? */
static bool is_changed(const struct qc_draft *draft, struct qc_span span)
{
    for (size_t i = 0; i < draft->renewal->changes.count; i++) {
        struct qc_span changed = draft->renewal->changes.items[i].edit.span;
        if (span.file == changed.file && span.begin < changed.end && changed.begin < span.end)
            return true;
    }
    return false;
}

/* The finding with its notes, as what replaced a basis. */
static struct qc_said said_by(const struct qc_draft *draft, const struct qc_diagnostic *found)
{
    struct qc_said said;
    for (int lang = 0; lang < QC_LANG_COUNT; lang++) {
        struct qc_buf buf = { .arena = qc_draft_arena(draft) };
        qc_buf_add(&buf, found->text[lang]);
        for (size_t i = 0; i < found->notes.count; i++) {
            qc_buf_add(&buf, QC_STR("; "));
            qc_buf_add(&buf, found->notes.items[i].text[lang]);
        }
        said.text[lang] = qc_buf_str(&buf);
    }
    return said;
}

/* The successor of an ended basis, when the registry is certain of both and the check puts it in. */
static bool is_certain(const struct qc_bases *bases, const struct qc_diagnostic *found)
{
    for (size_t i = 0; i < bases->items.count && found->id == QC_D_basis_ended && found->edits.count > 0;
         i++) {
        const struct qc_base *base = &bases->items.items[i];
        if (base->span.file != found->span.file || base->span.begin != found->span.begin ||
            base->cite.instrument == NULL)
            continue;
        const struct qc_instrument *successor =
            qc_instrument_successor(base->cite.instrument, bases->day.day);
        return successor != NULL && successor->confidence == QC_CONFIDENCE_CERTAIN;
    }
    return false;
}

static void take_over(struct qc_draft *draft, const struct qc_bases *bases, const struct qc_diagnostic *found)
{
    bool own = found->span.file == draft->source->id && !is_changed(draft, found->span);
    if (!own || !is_certain(bases, found)) {
        qc_draft_look(draft, found->span, said_by(draft, found));
        return;
    }
    for (size_t i = 0; i < found->edits.count; i++)
        qc_draft_change(draft, found->edits.items[i].span, QC_CHANGE_TEXT, found->edits.items[i].text,
                        said_by(draft, found));
}

/* Runs the checks that go by the day of the document, over it as if it were of another day. */
static void check_on(struct qc_draft *draft, struct qc_date day, struct qc_bases *bases)
{
    struct qc_compilation *cx = draft->cx;
    struct qc_document document = *draft->document;
    struct qc_texts texts = { 0 };
    document.date = day;
    qc_texts_collect(&cx->arena, &document, &texts);
    qc_bases_collect(&cx->arena, &document, &day, bases);
    const struct qc_check check = { .cx = cx, .document = &document, .texts = &texts, .bases = bases };
    qc_check_prose(&check, qc_begin_levels, qc_check_levels);
    qc_check_base_levels(&check);
    qc_check_basis_ended(&check);
    qc_check_basis_early(&check);
    qc_check_basis_amended(&check);
    qc_check_basis_replaced(&check);
    qc_diagnostics_sort(cx);
    qc_allowances_apply(cx);
}

/* What would be found on the first day of the new school year; what the old document has found stays aside. */
static void look_ahead(struct qc_draft *draft)
{
    struct qc_compilation *cx = draft->cx, kept = *cx;
    struct qc_bases bases;
    if (draft->from == 0)
        return;
    memset(&cx->diagnostics, 0, sizeof cx->diagnostics);
    memset(cx->count, 0, sizeof cx->count);
    check_on(draft, (struct qc_date){ 1, 9, draft->from + draft->step, true }, &bases);
    for (size_t i = 0; i < cx->diagnostics.count; i++)
        take_over(draft, &bases, cx->diagnostics.items[i]);
    memcpy(&cx->diagnostics, &kept.diagnostics, sizeof cx->diagnostics);
    memcpy(cx->count, kept.count, sizeof cx->count);
    cx->allowed.count = kept.allowed.count;
    cx->dropped = kept.dropped;
}

void qc_draft_looks(struct qc_draft *draft)
{
    look_ahead(draft);
    look_at_signers(draft);
    look_at_used_files(draft);
}
