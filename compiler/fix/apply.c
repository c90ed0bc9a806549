/*
 * apply.c - applies the fixes of the findings to the bytes of a document.
 *
 * Owns which of two overlapping fixes is applied. Must not read or write
 * files, and leaves the findings as they are.
 */
#include "fix/apply.h"

#include <stdlib.h>

#include "source/position.h"

/* What has been edited at a text offset, by which fix; fixes count from 1. */
struct place {
    uint32_t replaced; /* the byte at the offset */
    uint32_t inserted; /* before it */
};

struct applier {
    struct qc_compilation *cx;
    const struct qc_source *source;
    const struct qc_fix_choice *choice;
    struct place *places; /* one for each byte of the text and one for its end; NULL before the first fix */
    QC_VEC(struct qc_edit) edits;
    uint32_t fixes; /* applied so far */
    bool normalizes; /* one of them writes the file from its text */
    struct qc_applied result;
};

/* --- what is applied together -------------------------------------------- */

void qc_fixes_chain(const struct qc_compilation *cx)
{
    for (size_t i = 0; i < cx->diagnostics.count; i++) {
        struct qc_diagnostic *d = cx->diagnostics.items[i];
        d->next_in_group = NULL;
        if (d->group != NULL)
            *d->group = (struct qc_fix_group){ .members = d->group->members, .unsafe = d->group->unsafe };
    }
    for (size_t i = 0; i < cx->diagnostics.count; i++) {
        struct qc_diagnostic *d = cx->diagnostics.items[i];
        if (d->group == NULL)
            continue;
        if (d->group->first == NULL)
            d->group->first = d;
        else
            d->group->last->next_in_group = d;
        d->group->last = d;
        d->group->reported++;
    }
}

bool qc_fix_is_complete(const struct qc_diagnostic *first)
{
    return first->group == NULL || first->group->reported == first->group->members;
}

static bool is_own(const struct applier *applier, const struct qc_diagnostic *d)
{
    for (size_t i = 0; i < d->edits.count; i++) {
        const struct qc_edit *edit = &d->edits.items[i];
        if (edit->span.file != applier->source->id)
            return false;
    }
    return true;
}

/* --- overlaps ------------------------------------------------------------- */

/* Taken by another fix than this one, or by this one when not even it may go there twice. */
static bool is_taken(uint32_t taken, uint32_t fix, bool by_itself)
{
    return taken != 0 && (by_itself || taken != fix);
}

/* May the edit be made beside those made already? Edits of one fix may touch each other. */
static bool is_free(const struct applier *applier, const struct qc_edit *edit, uint32_t fix)
{
    const struct place *places = applier->places;
    uint32_t begin = edit->span.begin, end = edit->span.end;
    if (begin > end || end > applier->source->text.len)
        return false;
    if (begin > 0 && is_taken(places[begin - 1].replaced, fix, false))
        return false;
    if (is_taken(places[begin].inserted, fix, begin == end) || is_taken(places[end].inserted, fix, false) ||
        is_taken(places[end].replaced, fix, false))
        return false;
    if (begin == end && begin > 0 && places[begin].replaced == fix && places[begin - 1].replaced == fix)
        return false; /* into the middle of what is replaced */
    for (uint32_t at = begin; at < end; at++)
        if (places[at].replaced != 0 || (at > begin && places[at].inserted != 0))
            return false;
    return true;
}

static void mark(struct applier *applier, const struct qc_edit *edit, uint32_t fix)
{
    if (edit->span.begin == edit->span.end)
        applier->places[edit->span.begin].inserted = fix;
    for (uint32_t at = edit->span.begin; at < edit->span.end; at++)
        applier->places[at].replaced = fix;
}

/* Takes the edits of a finding and of those chained to it, as far as they are free. */
static bool take(struct applier *applier, const struct qc_diagnostic *first, uint32_t fix)
{
    for (const struct qc_diagnostic *d = first; d != NULL; d = d->next_in_group)
        for (size_t i = 0; i < d->edits.count; i++) {
            if (!is_free(applier, &d->edits.items[i], fix))
                return false;
            mark(applier, &d->edits.items[i], fix);
            *qc_vec_push(&applier->cx->arena, &applier->edits) = d->edits.items[i];
        }
    return true;
}

static void give_back(struct applier *applier, size_t kept)
{
    for (size_t i = kept; i < applier->edits.count; i++)
        mark(applier, &applier->edits.items[i], 0);
    applier->edits.count = kept;
}

/* --- choosing -------------------------------------------------------------- */

static void apply(struct applier *applier, const struct qc_diagnostic *first)
{
    size_t findings = 0, edits = 0, kept = applier->edits.count;
    bool safe = true, own = true;
    for (const struct qc_diagnostic *d = first; d != NULL; d = d->next_in_group) {
        findings++;
        edits += d->edits.count;
        safe = safe && d->fix_is_safe;
        own = own && is_own(applier, d);
    }
    if ((edits == 0 && !first->fix_normalizes) || !qc_fix_is_complete(first))
        return;
    if (!safe && !applier->choice->suggested) {
        applier->result.unsafe += findings;
        return;
    }
    if (!own) {
        applier->result.elsewhere += findings;
        return;
    }
    if (applier->places == NULL)
        applier->places =
            qc_alloc_array(&applier->cx->arena, applier->source->text.len + 1, sizeof *applier->places);
    size_t number = applier->result.offered++;
    bool left_out = applier->choice->left_out != NULL && applier->choice->left_out[number];
    if (!left_out && take(applier, first, applier->fixes + 1)) {
        applier->fixes++;
        applier->normalizes = applier->normalizes || first->fix_normalizes;
        applier->result.fixed += findings;
    } else {
        give_back(applier, kept);
        applier->result.waiting += findings;
    }
}

/* --- writing --------------------------------------------------------------- */

/* An insertion stands before what is replaced at the same place. */
static int by_place(const void *left, const void *right)
{
    const struct qc_edit *a = left, *b = right;
    if (a->span.begin != b->span.begin)
        return a->span.begin < b->span.begin ? -1 : 1;
    return a->span.end < b->span.end ? -1 : a->span.end > b->span.end;
}

struct qc_str qc_line_end(struct qc_str bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        if (bytes.ptr[i] == '\r')
            return i + 1 < bytes.len && bytes.ptr[i + 1] == '\n' ? QC_STR("\r\n") : QC_STR("\r");
        else if (bytes.ptr[i] == '\n')
            break;
    return QC_STR("\n");
}

void qc_add_lines(struct qc_buf *out, struct qc_str text, struct qc_str end)
{
    while (text.len > 0) {
        size_t length = qc_str_find(text, QC_STR("\n"));
        qc_buf_add(out, qc_str_slice(text, 0, length));
        if (length == text.len)
            return;
        qc_buf_add(out, end);
        text = qc_str_skip(text, length + 1);
    }
}

struct qc_str qc_edits_write(struct qc_arena *arena, const struct qc_source *source, const struct qc_edit *edits,
                             size_t count, bool from_text)
{
    struct qc_str kept = from_text ? source->text : source->bytes, end = qc_line_end(kept);
    struct qc_buf out = { .arena = arena };
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        const struct qc_edit *edit = &edits[i];
        size_t begin = from_text ? edit->span.begin : qc_byte_of(source, edit->span.begin);
        qc_buf_add(&out, qc_str_slice(kept, at, begin));
        qc_add_lines(&out, edit->text, end);
        at = from_text ? edit->span.end : qc_byte_of(source, edit->span.end);
    }
    qc_buf_add(&out, qc_str_skip(kept, at));
    return qc_buf_str(&out);
}

struct qc_applied qc_fixes_apply(struct qc_compilation *cx, const struct qc_source *source,
                                 const struct qc_fix_choice *choice)
{
    struct applier applier = { .cx = cx, .source = source, .choice = choice, .result.bytes = source->bytes };
    qc_fixes_chain(cx);
    for (size_t i = 0; i < cx->diagnostics.count; i++) {
        const struct qc_diagnostic *d = cx->diagnostics.items[i];
        if (d->group == NULL || d->group->first == d)
            apply(&applier, d);
    }
    if (applier.edits.count > 0)
        qsort(applier.edits.items, applier.edits.count, sizeof *applier.edits.items, by_place);
    if (applier.edits.count > 0 || applier.normalizes)
        applier.result.bytes =
            qc_edits_write(&cx->arena, source, applier.edits.items, applier.edits.count, applier.normalizes);
    return applier.result;
}
