/*
 * aliases.c - what parties are called: "Trường Mầm non Hoa Mai (sau đây gọi là
 * Nhà trường)" gives a party the other one of its names.
 */
#include "base/utf8.h"
#include "import/draft.h"

/* May the name of a body reach from word w over the next one? */
static bool joins_next(const struct import_cut *cut, size_t w)
{
    struct qc_str gap = qc_str_slice(cut->text, cut->words.items[w].end, cut->words.items[w + 1].begin);
    for (size_t i = 0; i < gap.len; i++)
        if (strchr(",;.:()", gap.ptr[i]) != NULL)
            return false;
    return !import_bare_is(cut, w, "va") && !import_bare_is(cut, w, "voi") && !import_bare_is(cut, w, "giua");
}

/* The name of a body that ends before the bracket in front of word `at`. */
static struct qc_str name_before(const struct import_draft *draft, const struct import_cut *cut, size_t at)
{
    size_t open = cut->words.items[at].begin;
    while (open > 0 && cut->text.ptr[open] != '(')
        open--;
    size_t last = at, n;
    while (last > 0 && cut->words.items[last].begin >= open)
        last--;
    struct qc_str name = QC_STR("");
    for (size_t w = last + 1; w-- > 0;) {
        if (w < last && !joins_next(cut, w))
            break;
        if (qc_is_upper(qc_utf8_decode(cut->text, cut->words.items[w].begin, &n)) &&
            import_phrase_at(&draft->phrases, IMPORT_CLASS_BODY, cut, w) != NULL)
            name = qc_str_trim(qc_str_slice(cut->text, cut->words.items[w].begin, open));
    }
    return name;
}

/* A body's full name and what it is called: whichever of them the party has for its name, it gets the other. */
static void name_party(struct qc_arena *arena, struct import_part *part, struct qc_str full,
                       struct qc_str alias)
{
    struct import_party *party = import_party_named(part, arena, alias);
    if (full.len == 0 || alias.len == 0)
        return;
    if (party != NULL) {
        party->full_name = party->full_name.len > 0 ? party->full_name : full;
        return;
    }
    party = import_party_named(part, arena, full);
    if (party != NULL && party->alias.len == 0 && memchr(alias.ptr, ',', alias.len) == NULL)
        party->alias = alias;
}

/* "Trường Mầm non Hoa Mai (sau đây gọi là Nhà trường)": what stands behind "gọi là" in the brackets. */
void import_read_aliases(struct import_draft *draft, struct import_part *part, struct qc_str text)
{
    struct qc_arena *arena = import_arena(draft);
    struct import_cut cut;
    import_cut(arena, text, &cut);
    for (size_t i = 2; i + 1 < cut.words.count; i++) {
        bool called = import_bare_is(&cut, i - 1, "goi") &&
                      (import_bare_is(&cut, i, "la") || import_bare_is(&cut, i, "tat") ||
                       import_bare_is(&cut, i, "chung"));
        if (!called)
            continue;
        size_t from = i + (import_bare_is(&cut, i, "la") ? 1u : 2u);
        if (from >= cut.words.count)
            continue;
        struct qc_str rest = qc_str_skip(text, cut.words.items[from].begin);
        size_t close = qc_str_find(rest, QC_STR(")"));
        if (close < rest.len)
            name_party(arena, part, name_before(draft, &cut, i), qc_str_trim(qc_str_slice(rest, 0, close)));
    }
}
