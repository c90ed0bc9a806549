/*
 * settle.c - of declarations about one thing, who wins: the document's own,
 * field by field; two used ones must agree.
 */
#include "base/utf8.h"
#include "sema/sema.h"

static bool same_values(const struct qc_declaration *a, const struct qc_declaration *b)
{
    if (a->values.count != b->values.count)
        return false;
    for (size_t i = 0; i < a->values.count; i++)
        if (!qc_str_equal(a->values.items[i]->text, b->values.items[i]->text))
            return false;
    return true;
}

/*
 * What a declaration is about, as a key: the keyword, and the name of a block
 * without its marks. Empty when several of its kind stand side by side.
 */
static struct qc_str subject_key(struct qc_sema *sema, const struct qc_declaration *declaration)
{
    struct qc_arena *arena = &sema->cx->arena;
    const struct qc_keyword *keyword = declaration->keyword;
    if (keyword->form == QC_KEYWORD_LIST || keyword->form == QC_KEYWORD_PROSE || keyword->id == QC_KW_SIGNATORY)
        return QC_STR("");
    struct qc_str name = QC_STR("");
    if (keyword->form == QC_KEYWORD_BLOCK) {
        if (declaration->values.count == 0)
            return name;
        name = qc_name_bare(arena, qc_name_key(arena, declaration->values.items[0]->text));
    }
    return qc_str_format(arena, "%d:%.*s", keyword->id, QC_STR_ARGS(name));
}

/* Names of blocks agree with their marks, or one of them is typed without. */
static bool same_subject(struct qc_sema *sema, const struct qc_declaration *a, const struct qc_declaration *b)
{
    if (a->keyword->form != QC_KEYWORD_BLOCK)
        return true;
    struct qc_str left = qc_name_key(&sema->cx->arena, a->values.items[0]->text);
    struct qc_str right = qc_name_key(&sema->cx->arena, b->values.items[0]->text);
    return qc_name_matches(left, right) || qc_name_matches(right, left);
}

/* Fields of the loser that the winner lacks are taken over: "field by field". */
static const struct qc_declaration *merged(struct qc_sema *sema, const struct qc_declared *winner,
                                           const struct qc_declared *loser)
{
    struct qc_declaration *copy = qc_alloc(&sema->cx->arena, sizeof *copy);
    *copy = *winner->declaration;
    memset(&copy->fields, 0, sizeof copy->fields);
    *qc_vec_push(&sema->cx->arena, &copy->taken) = loser->declaration;
    for (size_t i = 0; i < winner->declaration->fields.count; i++)
        *qc_vec_push(&sema->cx->arena, &copy->fields) = winner->declaration->fields.items[i];
    for (size_t i = 0; i < loser->declaration->fields.count; i++) {
        struct qc_declaration *field = loser->declaration->fields.items[i];
        const struct qc_declaration *own = qc_sema_find_field(copy, (enum qc_field_id)field->keyword->id);
        if (own == NULL)
            *qc_vec_push(&sema->cx->arena, &copy->fields) = field;
        else if (!winner->own && !same_values(own, field))
            qc_report(sema->cx, field->key, QC_MSG(include_differs),
                      QC_STR_ARGS(qc_str_from(field->keyword->vietnamese)));
    }
    return copy;
}

/* Puts one declaration in its place among those kept so far; false when it is dropped or taken into another. */
static bool place(struct qc_sema *sema, struct qc_declared current, struct qc_declared *earlier)
{
    bool block = current.declaration->keyword->form == QC_KEYWORD_BLOCK;
    if (current.own && earlier->own) {
        if (block)
            return true; /* two blocks of one name: names.c reports the name */
        struct qc_diagnostic *d = qc_report(sema->cx, current.declaration->key, QC_MSG(declared_twice),
                                            QC_STR_ARGS(qc_str_from(current.declaration->keyword->vietnamese)));
        qc_note_at(sema->cx, d, earlier->declaration->key, QC_NOTE_MSG(first_here));
        return false;
    }
    struct qc_declared winner = current.own ? current : *earlier, loser = current.own ? *earlier : current;
    if (block) {
        winner.declaration = merged(sema, &winner, &loser);
    } else if (!winner.own && !same_values(winner.declaration, loser.declaration)) {
        struct qc_diagnostic *d = qc_report(sema->cx, loser.declaration->key, QC_MSG(include_differs),
                                            QC_STR_ARGS(qc_str_from(loser.declaration->keyword->vietnamese)));
        qc_note_at(sema->cx, d, winner.declaration->key, QC_NOTE_MSG(first_here));
    }
    *earlier = winner;
    return false;
}

/* The document's own first: against them it does not matter that two used files differ. */
static void settle_part(struct qc_sema *sema, struct qc_map *subjects, bool own, bool *dropped)
{
    for (size_t i = 0; i < sema->declared.count; i++) {
        struct qc_declared current = sema->declared.items[i];
        if (current.own != own)
            continue;
        struct qc_str key = subject_key(sema, current.declaration);
        struct qc_declared *here = &sema->declared.items[i];
        struct qc_declared *holder = key.len == 0 ? here : qc_map_add(&sema->cx->arena, subjects, key, here);
        if (holder != here && same_subject(sema, current.declaration, holder->declaration))
            dropped[i] = !place(sema, current, holder);
    }
}

void qc_sema_settle(struct qc_sema *sema)
{
    struct qc_map subjects = { 0 };
    bool *dropped = qc_alloc_array(&sema->cx->arena, sema->declared.count, sizeof *dropped);
    settle_part(sema, &subjects, true, dropped);
    settle_part(sema, &subjects, false, dropped);
    size_t kept = 0;
    for (size_t i = 0; i < sema->declared.count; i++)
        if (!dropped[i])
            sema->declared.items[kept++] = sema->declared.items[i];
    sema->declared.count = kept;
}
