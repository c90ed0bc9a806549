/*
 * issuers.c - reads the bodies that a head names: who issues a document, and
 * who stands above them.
 */
#include "base/utf8.h"
#include "import/draft.h"
#include "syntax/build.h"

static const struct import_phrase *body_of(const struct import_draft *draft, struct qc_str text)
{
    struct import_cut cut;
    import_cut(&draft->cx->arena, text, &cut);
    return import_phrase_at(&draft->phrases, IMPORT_CLASS_BODY, &cut, 0);
}

static bool is_incomplete(const struct import_draft *draft, struct qc_str text)
{
    struct import_cut cut;
    import_cut(&draft->cx->arena, text, &cut);
    return import_is_phrase(&draft->phrases, IMPORT_CLASS_INCOMPLETE, &cut) || qc_line_is_left_open(text);
}

/* A line of a head that names a body: in capitals or bold, or in the cell of a table, or opening as one does. */
static bool names_body(const struct import_draft *draft, const struct import_part *part,
                       const struct import_fragment *fragment)
{
    const struct import_cut *cut = &fragment->cut;
    if (fragment->used || fragment->piece->kind != IMPORT_PIECE_TEXT || cut->words.count > 20 ||
        qc_end_mark(cut->text) != 0)
        return false;
    const struct import_phrase *body = import_phrase_at(&draft->phrases, IMPORT_CLASS_BODY, cut, 0);
    return import_is_capitals(cut) || (body != NULL && part->issuers.count < 4);
}

/* Does a line go on with the name of the body above it? */
static bool goes_on(const struct import_draft *draft, const struct import_issuer *above,
                    const struct import_fragment *fragment)
{
    return is_incomplete(draft, above->name) ||
           import_phrase_at(&draft->phrases, IMPORT_CLASS_BODY, &fragment->cut, 0) == NULL;
}

/* The bodies above others (sở, ủy ban nhân dân …) are parents where another body follows. */
static void find_parents(const struct import_draft *draft, struct import_part *part)
{
    bool told_by_bold = false; /* the head of our own Markdown: issuers are bold, parents are not */
    for (size_t i = 1; i < part->issuers.count; i++)
        told_by_bold = told_by_bold || part->issuers.items[i].bold != part->issuers.items[0].bold;
    for (size_t i = 0; i + 1 < part->issuers.count; i++) {
        struct import_issuer *issuer = &part->issuers.items[i];
        const struct import_phrase *body = body_of(draft, issuer->name);
        const struct import_phrase *next = body_of(draft, part->issuers.items[i + 1].name);
        bool above = body != NULL && body->value == 1 && !(next != NULL && next->value == 1 && next == body);
        bool alone = part->signatures.count < 2; /* one body issues, those before it stand above it */
        issuer->parent = told_by_bold && part->issuers.count > 2 ? !issuer->bold
                                                                 : above || alone || part->issuers.count == 2;
    }
    if (part->issuers.count == 2 && part->signatures.count > 1) {
        const struct import_phrase *body = body_of(draft, part->issuers.items[0].name);
        part->issuers.items[0].parent = body != NULL && body->value == 1;
    }
}

/* In the same column, or alone on a line below it. */
static bool stands_below(const struct import_fragment *above, const struct import_fragment *fragment)
{
    bool alone = above->column == 0 || fragment->column == 0;
    return above->column == fragment->column || (alone && above->piece->table == fragment->piece->table &&
                                                 above->at < fragment->end && fragment->at < above->end);
}

void import_read_issuers(struct import_draft *draft, struct import_part *part)
{
    struct qc_arena *arena = import_arena(draft);
    const struct import_fragment *above = NULL;
    for (size_t i = 0; i < part->head.items.count; i++) {
        struct import_fragment *fragment = &part->head.items.items[i];
        if (part->head_lines == IMPORT_MOST_LINES || !names_body(draft, part, fragment))
            continue;
        struct import_issuer *last =
            part->issuers.count == 0 ? NULL : &part->issuers.items[part->issuers.count - 1];
        bool same_column = above != NULL && stands_below(above, fragment);
        if (last != NULL && same_column && goes_on(draft, last, fragment))
            last->name =
                qc_str_format(arena, "%.*s %.*s", QC_STR_ARGS(last->name), QC_STR_ARGS(fragment->cut.text));
        else
            *qc_vec_push(arena, &part->issuers) =
                (struct import_issuer){ .name = fragment->cut.text, .bold = fragment->piece->bold };
        part->head_lines++;
        fragment->used = true;
        above = fragment;
    }
    find_parents(draft, part);
}
