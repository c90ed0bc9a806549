/*
 * ending.c - where a text ends: with who signs, with the recipients, or with
 * its last mark.
 */
#include "base/utf8.h"
#include "import/draft.h"

enum {
    NEAR = 12,      /* pieces within which what belongs together stands */
    SHORT_REST = 8, /* pieces under a signature that has no name */
};

static bool names_signer(const struct import_draft *draft, const struct import_cut *cut)
{
    const struct import_phrase *mark = import_phrase_at(&draft->phrases, IMPORT_CLASS_SIGNED, cut, 0);
    return import_is_person(draft, cut) || (mark != NULL && qc_str_starts(cut->text, QC_STR("(")));
}

/* Does a signer's name follow, before any unit? The text may also end here, where nobody has signed yet. */
static bool signer_follows(struct import_draft *draft, size_t at, size_t reach)
{
    size_t end = at + 1 + reach, last = draft->pieces.count;
    for (size_t i = at; i < last && i < end; i++) {
        if (i > at && (import_opens_body(draft, i) || import_kind_of(draft, &draft->pieces.items[i]) != NULL))
            return false;
        struct import_fragments fragments = { 0 };
        import_fragments_cut(draft, i, i + 1, false, &fragments);
        for (size_t f = 0; f < fragments.items.count; f++)
            if ((i > at || f > 0) && names_signer(draft, &fragments.items.items[f].cut))
                return true;
    }
    return end >= last && last - at <= SHORT_REST;
}

/* "Tháng 9   Khai giảng   Hiệu trưởng" is a row of a table: what stands beside a position in small letters signs, too. */
static bool signs_as_row(const struct import_draft *draft, const struct import_fragments *fragments,
                         size_t at)
{
    if (import_is_capitals(&fragments->items.items[at].cut))
        return true;
    for (size_t f = 0; f < fragments->items.count; f++)
        if (!import_is_signing(draft, &fragments->items.items[f].cut))
            return false;
    return true;
}

static bool has_ending_words(struct import_draft *draft, size_t at)
{
    const struct import_piece *piece = &draft->pieces.items[at];
    struct import_fragments fragments = { 0 };
    import_fragments_cut(draft, at, at + 1, false, &fragments);
    for (size_t f = 0; f < fragments.items.count; f++) {
        const struct import_cut *cut = &fragments.items.items[f].cut;
        if (import_is_recipients(draft, cut))
            return true;
        if (!piece->marked && import_is_signing(draft, cut) && signs_as_row(draft, &fragments, f) &&
            signer_follows(draft, at, import_is_capitals(cut) ? NEAR : 2))
            return true;
    }
    return false;
}

static bool has_ending(struct import_draft *draft, size_t at)
{
    enum { LONGEST = 24 }; /* words of such a line */
    const struct import_piece *piece = &draft->pieces.items[at];
    if (piece->kind != IMPORT_PIECE_TEXT || piece->cut.words.count > LONGEST)
        return false;
    struct qc_arena_mark mark =
        qc_arena_mark(import_arena(draft)); /* nearly every line is asked, few say yes */
    bool found = has_ending_words(draft, at);
    qc_arena_release(import_arena(draft), mark);
    return found;
}

size_t import_body_goes_on(struct import_draft *draft, size_t at)
{
    for (size_t i = at; i < draft->pieces.count; i++) {
        const struct import_piece *piece = &draft->pieces.items[i];
        if (import_opens_annex(draft, i))
            return 0;
        if (piece->marked && piece->kind == IMPORT_PIECE_TEXT && qc_style_is_heading(piece->marker.style) &&
            piece->marker.style != QC_STYLE_LETTER_SIGN)
            return piece->marker.value > 1 ? i : 0;
    }
    return 0;
}

/* "./." ends a text: what stands behind it, under no signature, is the page's and not the text's. */
static bool is_behind_end(struct import_draft *draft, size_t at)
{
    struct qc_str above = draft->pieces.items[at - 1].cut.text;
    if (!qc_str_ends(above, QC_STR("./.")) || draft->pieces.items[at].marked)
        return false;
    for (size_t i = at; i < draft->pieces.count && i < at + NEAR; i++)
        if (draft->pieces.items[i].marked)
            return false;
    return true;
}

bool import_names_signing_bodies(struct import_draft *draft, size_t at)
{
    const struct import_piece *piece = &draft->pieces.items[at];
    struct import_fragments fragments = { 0 };
    if (piece->marked || piece->kind != IMPORT_PIECE_TEXT || piece->table > 0)
        return false;
    import_fragments_cut(draft, at, at + 1, false, &fragments);
    for (size_t f = 0; f < fragments.items.count; f++) {
        const struct import_cut *cut = &fragments.items.items[f].cut;
        if (!import_is_capitals(cut) || import_phrase_at(&draft->phrases, IMPORT_CLASS_BODY, cut, 0) == NULL)
            return false;
    }
    return fragments.items.count > 1;
}

bool import_opens_ending(struct import_draft *draft, size_t at)
{
    return has_ending(draft, at) || is_behind_end(draft, at);
}
