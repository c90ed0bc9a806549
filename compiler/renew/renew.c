/*
 * renew.c - next year's draft: the order of the steps, and what they share.
 *
 * Owns which school year is the document's own. Must not change the document.
 */
#include "renew/renew.h"

#include <stdlib.h>

#include "fix/apply.h"
#include "renew/draft.h"
#include "source/position.h"

/* ---- the document's own school year ---- */

/* The one school year that the subject names, when none is declared. */
static void read_subject(struct qc_draft *draft)
{
    const struct qc_declaration *subject = draft->document->first[QC_KW_SUBJECT];
    if (!qc_draft_is_own(draft, subject) || subject->values.count == 0)
        return;
    struct qc_str text = subject->values.items[0]->text;
    const struct qc_reading *reading = qc_reading_of(draft->document->readings, text);
    for (size_t i = 0; i < reading->items.count; i++) {
        struct qc_moment moment;
        if (!qc_moment_read(reading, i, &moment))
            continue;
        i = moment.end - 1;
        if (moment.kind != QC_MOMENT_PAIR || !moment.labelled)
            continue;
        if (draft->from != 0 && draft->from != moment.date.year) { /* two: neither is its own */
            draft->from = 0;
            return;
        }
        draft->from = moment.date.year;
        draft->renewal->old_year = qc_str_slice(text, reading->items.items[moment.years[0]].begin,
                                                reading->items.items[moment.years[1]].end);
    }
}

/* False when the wanted year is before that of the document. */
static bool read_years(struct qc_draft *draft, unsigned wanted)
{
    const struct qc_document *document = draft->document;
    const struct qc_declaration *declared = document->first[QC_KW_SCHOOL_YEAR];
    draft->from = document->year_from;
    draft->renewal->old_year = document->school_year;
    if (draft->from == 0)
        read_subject(draft);
    if (draft->from == 0) {
        draft->renewal->old_year = QC_STR("");
        struct qc_span start = { 0, 0, draft->source->id };
        qc_draft_look(draft, start, qc_draft_say(draft, QC_RENEW_MSG(look_no_year)));
        return true;
    }
    if (wanted != 0 && wanted < draft->from)
        return false;
    draft->step = wanted == 0 ? 1 : wanted - draft->from;
    draft->renewal->new_year =
        qc_years_moved(qc_draft_arena(draft), draft->renewal->old_year, (int)draft->step);
    if (declared != NULL && !qc_draft_is_own(draft, declared)) {
        struct qc_str name = draft->cx->sources.files.items[declared->key.file]->name;
        qc_draft_look(draft, declared->key,
                      qc_draft_say(draft, QC_RENEW_MSG(look_used_year), QC_STR_ARGS(name)));
    }
    return true;
}

/* ---- the body ---- */

static void renew_paragraphs(struct qc_draft *draft, const struct qc_declaration *part)
{
    for (size_t i = 0; part != NULL && i < part->paragraphs.count; i++)
        qc_draft_prose(draft, part->paragraphs.items[i], QC_RENEWED_PROSE);
}

static void renew_body(struct qc_draft *draft)
{
    const struct qc_tree *tree = draft->document->tree;
    for (struct qc_unit *unit = qc_unit_next(draft->document->root); unit != NULL; unit = qc_unit_next(unit))
        for (size_t i = 0; i < unit->paragraph_count; i++)
            qc_draft_prose(draft, qc_unit_paragraph(unit, i), QC_RENEWED_PROSE);
    renew_paragraphs(draft, tree->closing);
    renew_paragraphs(draft, tree->recipients);
}

/* ---- putting it together ---- */

/* By place, at the same place by text, so that the order is always the same. */
static int by_place(struct qc_span a, struct qc_span b, struct qc_str a_text, struct qc_str b_text)
{
    if (a.file != b.file)
        return a.file < b.file ? -1 : 1;
    if (a.begin != b.begin)
        return a.begin < b.begin ? -1 : 1;
    if (a.end != b.end)
        return a.end < b.end ? -1 : 1;
    int order = memcmp(a_text.ptr, b_text.ptr, a_text.len < b_text.len ? a_text.len : b_text.len);
    return order != 0 ? order : (a_text.len > b_text.len) - (a_text.len < b_text.len);
}

static int changes_by_place(const void *left, const void *right)
{
    const struct qc_change *a = left, *b = right;
    return by_place(a->edit.span, b->edit.span, a->edit.text, b->edit.text);
}

static int looks_by_place(const void *left, const void *right)
{
    const struct qc_look *a = left, *b = right;
    return by_place(a->span, b->span, a->what.text[QC_LANG_EN], b->what.text[QC_LANG_EN]);
}

static void write_bytes(struct qc_draft *draft)
{
    struct qc_renewal *renewal = draft->renewal;
    struct qc_arena *arena = qc_draft_arena(draft);
    struct qc_edit *edits = qc_alloc_array(arena, renewal->changes.count, sizeof *edits);
    for (size_t i = 0; i < renewal->changes.count; i++)
        edits[i] = renewal->changes.items[i].edit;
    renewal->bytes = qc_edits_write(arena, draft->source, edits, renewal->changes.count, false);
}

struct qc_renewal *qc_renew_document(struct qc_compilation *cx, const struct qc_document *document,
                                     unsigned from)
{
    struct qc_renewal *renewal = qc_alloc(&cx->arena, sizeof *renewal);
    struct qc_draft draft = {
        .cx = cx, .document = document, .source = document->tree->source, .renewal = renewal
    };
    renewal->source = draft.source;
    qc_draft_find_years(&draft);
    if (!read_years(&draft, from))
        return NULL;
    qc_draft_declarations(&draft);
    renew_body(&draft);
    qc_draft_looks(&draft);
    qc_draft_report_left(&draft);
    if (renewal->changes.count > 0)
        qsort(renewal->changes.items, renewal->changes.count, sizeof *renewal->changes.items,
              changes_by_place);
    if (renewal->looks.count > 0)
        qsort(renewal->looks.items, renewal->looks.count, sizeof *renewal->looks.items, looks_by_place);
    write_bytes(&draft);
    return renewal;
}
