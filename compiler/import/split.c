/*
 * split.c - finds the texts of a page, as a decision and the regulation that
 * it brings into force, and where the parts of each begin: title, recitals,
 * body, ending, annexes. How an ending looks is known by ending.c.
 */
#include "base/utf8.h"
#include "import/draft.h"

enum {
    NEAR = 12 /* pieces within which what belongs together stands */
};

static const struct import_piece *piece_at(const struct import_draft *draft, size_t at)
{
    return &draft->pieces.items[at];
}

/* Label, section sign, number or letter: what opens a body in the language. */
bool import_opens_body(const struct import_draft *draft, size_t at)
{
    const struct import_piece *piece = piece_at(draft, at);
    enum qc_style style = piece->marker.style;
    return piece->kind == IMPORT_PIECE_TEXT && piece->marked && style != QC_STYLE_DASH &&
           style != QC_STYLE_PLUS && style != QC_STYLE_STAR && qc_marker_may_open(&piece->marker) &&
           !import_is_basis(draft, piece);
}

/* "Chương" / "I", "Điều" / "1. …": the label of a heading, its number on the next line. */
static bool is_label_line(const struct import_draft *draft, size_t at)
{
    const struct import_piece *piece = piece_at(draft, at);
    int style;
    bool may_lack;
    if (piece->kind != IMPORT_PIECE_TEXT || piece->cut.text.len > 20 || at + 1 == draft->pieces.count ||
        qc_label_find(&draft->cx->arena, piece->cut.text, &style, &may_lack) < 0)
        return false;
    const struct import_cut *next = &piece_at(draft, at + 1)->cut;
    if (next->words.count == 0 || next->words.items[0].begin > 0)
        return false;
    struct qc_str number = qc_str_slice(next->text, 0, next->words.items[0].end);
    return (number.ptr[0] >= '0' && number.ptr[0] <= '9') || qc_roman_value(number) > 0;
}

static bool ends_in_issue(const struct import_cut *cut)
{
    size_t count = cut->words.count;
    return count > 1 && qc_str_equal(cut->words.items[count - 2].bare, QC_STR("ban")) &&
           qc_str_equal(cut->words.items[count - 1].bare, QC_STR("hanh"));
}

/*
 * Is the piece a better title than the one found so far? The last one in
 * capitals counts, and where there is none the first; but no line of a
 * title's subject.
 */
static bool is_title(const struct import_draft *draft, const struct import_part *part, size_t at, bool found)
{
    const struct import_piece *piece = piece_at(draft, at);
    const struct import_phrase *kind = piece->kind == IMPORT_PIECE_TEXT ? import_kind_of(draft, piece) : NULL;
    if (kind == NULL)
        return false;
    if (!found)
        return true;
    const struct import_piece *title = piece_at(draft, part->title);
    if (at == part->title + 1 && title->cut.words.count == part->kind->cut.words.count)
        return false; /* "QUYẾT ĐỊNH" / "QUY ĐỊNH …": the subject */
    size_t end = piece->cut.words.items[kind->cut.words.count - 1].end;
    bool capitals = qc_str_is_capitals(qc_str_slice(piece->cut.text, 0, end));
    return capitals && piece->opens && at > part->begin && !ends_in_issue(&piece_at(draft, at - 1)->cut);
}

/*
 * "Chúng tôi gồm: 1. … 2. … cùng thống nhất như sau:" names the parties: a list whose end leads to the first
 * heading belongs to the preamble. Returns where the body begins: there, or at the list itself.
 */
static size_t behind_preamble_list(const struct import_draft *draft, size_t at)
{
    enum { LONGEST = 40 };
    if (is_label_line(draft, at) || qc_style_is_heading(piece_at(draft, at)->marker.style))
        return at;
    for (size_t i = at + 1; i < draft->pieces.count && i < at + LONGEST; i++) {
        const struct import_piece *piece = piece_at(draft, i), *above = piece_at(draft, i - 1);
        if (piece->marked && qc_style_is_heading(piece->marker.style))
            return piece->marker.value == 1 && !above->marked && import_last_code(above->cut.text) == ':'
                       ? i
                       : at;
    }
    return at;
}

/* Where the sentences begin of a text that has no unit, as a letter or a form, below the line where its title stands. */
static size_t first_sentence(const struct import_draft *draft, size_t title)
{
    enum { LONG = 12 }; /* words: a title breaks its lines earlier */
    size_t count = draft->pieces.count;
    for (size_t at = title < count ? title + 1 : count; at < count; at++) {
        const struct import_cut *cut = &piece_at(draft, at)->cut;
        if (piece_at(draft, at)->kind == IMPORT_PIECE_TEXT && !import_is_capitals(cut) &&
            (qc_end_mark(cut->text) != 0 || cut->words.count > LONG))
            return at;
    }
    return count;
}

static void find_title(struct import_draft *draft, struct import_part *part)
{
    bool titled = false, attached = false, reciting = false;
    size_t at = part->begin, count = draft->pieces.count, addressed = SIZE_MAX;
    for (; at < count && !import_opens_body(draft, at) && !is_label_line(draft, at); at++) {
        const struct import_piece *piece = piece_at(draft, at);
        attached = attached || (titled && import_is_attached(draft, at));
        if (addressed == SIZE_MAX &&
            import_phrase_at(&draft->phrases, IMPORT_CLASS_ADDRESS, &piece->cut, 0) != NULL)
            addressed = at;
        if (!reciting && !attached && addressed == SIZE_MAX && is_title(draft, part, at, titled)) {
            part->title = at;
            part->kind = import_kind_of(draft, piece);
            titled = true;
        } else if (!reciting && piece->kind == IMPORT_PIECE_TEXT && import_is_basis(draft, piece)) {
            part->recitals = at;
            reciting = true;
        }
    }
    part->body = at < count ? behind_preamble_list(draft, at)
                            : first_sentence(draft, titled ? part->title : addressed);
    if (!reciting || part->recitals > part->body)
        part->recitals = part->body;
    if (!titled || part->title > part->recitals) {
        part->title = addressed < part->recitals ? addressed : part->recitals; /* a letter has no title */
        part->kind = NULL;
    }
}

/* --- the next text ---------------------------------------------------------- */

/* "QUY ĐỊNH CHUNG" under "Chương I": the title of a heading that has none on its own line. */
static bool is_title_of_heading(const struct import_draft *draft, size_t at)
{
    const struct import_piece *above = piece_at(draft, at - 1);
    if (at > 1 && is_label_line(draft, at - 2))
        return true;
    return above->marked && qc_style_is_heading(above->marker.style) && above->rest == above->cut.text.len;
}

/* Does a title stand here that another text begins with: "(Ban hành kèm theo …)" or its first unit follows. */
static bool opens_text(struct import_draft *draft, size_t at)
{
    const struct import_piece *piece = piece_at(draft, at);
    if (piece->kind != IMPORT_PIECE_TEXT || !piece->opens || import_kind_of(draft, piece) == NULL ||
        !qc_str_is_capitals(qc_str_slice(piece->cut.text, 0, piece->cut.words.items[0].end)) ||
        is_title_of_heading(draft, at))
        return false;
    for (size_t i = at + 1; i < draft->pieces.count && i <= at + NEAR; i++) {
        const struct import_piece *next = piece_at(draft, i);
        if (import_is_attached(draft, i) || import_is_basis(draft, next))
            return true;
        if (next->marked)
            return qc_style_is_heading(next->marker.style) && next->marker.value == 1;
    }
    return false;
}

/* The first line of the head that stands above the title at `at`. */
static size_t head_above(struct import_draft *draft, size_t at, size_t least)
{
    while (at > least) {
        const struct import_piece *piece = piece_at(draft, at - 1);
        struct import_place_date date;
        int whose;
        struct import_fragments fragments = { 0 };
        import_fragments_cut(draft, at - 1, at, true, &fragments);
        bool head = fragments.items.count > 0, nation = false;
        for (size_t f = 0; f < fragments.items.count; f++) {
            const struct import_cut *cut = &fragments.items.items[f].cut;
            nation = nation || import_is_nation(draft, cut, &whose);
            head = head && (nation || import_read_place_date(draft, cut, &date) ||
                            (import_is_capitals(cut) && !import_is_signing(draft, cut) && piece->opens &&
                             import_phrase_at(&draft->phrases, IMPORT_CLASS_BODY, cut, 0) != NULL));
        }
        head = head || nation; /* another column may hold anything */
        if (!head)
            break;
        at--;
    }
    return at;
}

/* Does another text begin here? Behind the title of an annex only one that says what it is attached to. */
static bool ends_part(struct import_draft *draft, const struct import_part *part, size_t at)
{
    if (part->annex == draft->pieces.count)
        return opens_text(draft, at);
    for (size_t i = at + 1; i < draft->pieces.count && i <= at + NEAR; i++)
        if (import_is_attached(draft, i))
            return opens_text(draft, at);
    return false;
}

static void find_ending(struct import_draft *draft, struct import_part *part, bool may_split)
{
    size_t count = draft->pieces.count, at = part->body, goes_on = 0;
    part->ending = part->annex = part->end = count;
    for (; at < count; at++) {
        size_t least = part->ending < at ? part->ending + 1 : part->body + 1;
        if (may_split && at > part->body && ends_part(draft, part, at)) {
            part->end = head_above(draft, at, least);
            break;
        }
        if (part->annex == count && at > part->body && import_opens_annex(draft, at) &&
            import_body_goes_on(draft, at + 1) == 0)
            part->annex = head_above(draft, at, least);
        if (part->ending == count && part->annex == count && at > part->body && at >= goes_on &&
            (import_opens_ending(draft, at))) {
            goes_on = import_body_goes_on(draft, at);
            part->ending = goes_on > 0 ? count : at;
        }
    }
    if (part->annex > part->end)
        part->annex = part->end;
    if (part->ending > part->annex)
        part->ending = part->annex;
    if (part->ending < part->annex && part->ending > part->body + 1 &&
        import_names_signing_bodies(draft, part->ending - 1))
        part->ending--;
    struct import_place_date date;
    if (part->ending < part->annex && part->ending > part->body + 1 &&
        import_read_place_date(draft, &piece_at(draft, part->ending - 1)->cut, &date))
        part->ending--; /* the day stands above the signatures */
}

void import_split(struct import_draft *draft, struct import_parts *parts)
{
    size_t at = 0;
    do {
        struct import_part *part = qc_vec_push(import_arena(draft), &parts->items);
        part->begin = at;
        find_title(draft, part);
        find_ending(draft, part, parts->items.count < IMPORT_MOST_TEXTS);
        at = part->end;
    } while (at < draft->pieces.count);
}
