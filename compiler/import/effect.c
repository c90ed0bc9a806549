/*
 * effect.c - finds the sentences that say from when a text holds and what it
 * replaces.
 *
 * Only what the language prints with the same words becomes a declaration:
 * the text that was imported must print as it was.
 */
#include "base/utf8.h"
#include "import/writer.h"
#include "sema/sema.h"

/* "Quy chế này có hiệu lực", "được thực hiện": where what follows them begins, in words; 0: not there. */
static size_t behind_verb(const struct import_cut *cut)
{
    for (size_t i = 1; i + 2 < cut->words.count; i++) {
        if (import_bare_is(cut, i, "hieu") && import_bare_is(cut, i + 1, "luc")) {
            size_t at = i + 2;
            at += 2 * (size_t)(import_bare_is(cut, at, "thi") && import_bare_is(cut, at + 1, "hanh"));
            return at;
        }
        if (import_bare_is(cut, i, "duoc") &&
            (import_bare_is(cut, i + 1, "thuc") || import_bare_is(cut, i + 1, "ap")) &&
            (import_bare_is(cut, i + 2, "hien") || import_bare_is(cut, i + 2, "dung")))
            return i + 3;
    }
    return 0;
}

/* Speaks the sentence of this text: "Quy chế này", "Bản quy chế phối hợp này"? */
static bool is_about_itself(const struct import_draft *draft, const struct import_part *part,
                            const struct import_cut *cut, size_t before)
{
    size_t at = 0;
    const struct import_phrase *kind = import_phrase_in(&draft->phrases, IMPORT_CLASS_KIND, cut, &at);
    if (kind == NULL || at > before || (part->kind != NULL && !qc_str_ends(kind->text, part->kind->text)))
        return false;
    for (size_t i = at + kind->cut.words.count; i < before && i < at + 8; i++)
        if (qc_str_equal(cut->words.items[i].low, QC_STR("này")))
            return true;
    return false;
}

/* The longest run of words from `from` on that the language reads as an effect and prints alike. */
static void read_effect(struct import_draft *draft, const struct import_cut *cut, size_t from,
                        struct import_effect *effect)
{
    enum { LONGEST = 18 };
    for (size_t to = from + LONGEST < cut->words.count ? from + LONGEST : cut->words.count; to > from; to--) {
        size_t begin = cut->words.items[from].begin, end = cut->words.items[to - 1].end;
        struct qc_str typed = qc_str_slice(cut->text, begin, end), prints;
        if (qc_sema_read_effect(import_arena(draft), typed, &prints) && qc_str_equal(prints, typed)) {
            effect->begin = begin;
            effect->end = end;
            effect->effect = typed;
            return;
        }
    }
}

/* "Quyết định này … thay thế Quyết định số …" up to the end of the sentence. */
static void read_replaces(struct import_draft *draft, const struct import_part *part,
                          const struct import_cut *cut, struct import_effect *effect)
{
    for (size_t i = 2; i + 2 < cut->words.count; i++) {
        if (!import_bare_is(cut, i, "thay") || !import_bare_is(cut, i + 1, "the") ||
            !is_about_itself(draft, part, cut, i))
            continue;
        size_t next = i + 2;
        next += import_bare_is(cut, next, "cho");
        if (import_phrase_at(&draft->phrases, IMPORT_CLASS_KIND, cut, next) == NULL)
            continue;
        size_t begin = cut->words.items[next].begin, end = cut->words.items[cut->words.count - 1].end;
        struct qc_str typed = qc_str_slice(cut->text, begin, end);
        if (memchr(cut->text.ptr + end, ')', cut->text.len - end) != NULL ||
            qc_str_find(typed, QC_STR(". ")) < typed.len)
            return; /* another sentence follows */
        effect->replaces_begin = begin;
        effect->replaces_end = end;
        effect->replaces = typed;
        return;
    }
}

void import_find_effect(struct import_draft *draft, const struct import_part *part, size_t first,
                        struct import_effect *effect)
{
    *effect = (struct import_effect){ .paragraph = SIZE_MAX, .replaces_paragraph = SIZE_MAX };
    for (size_t i = first; i < part->text.items.count; i++) {
        struct import_cut cut;
        import_cut(import_arena(draft), part->text.items.items[i].text, &cut);
        size_t verb = behind_verb(&cut);
        if (effect->effect.len == 0 && verb > 0 && verb < cut.words.count &&
            is_about_itself(draft, part, &cut, verb)) {
            read_effect(draft, &cut, verb, effect);
            effect->paragraph = effect->effect.len > 0 ? i : SIZE_MAX;
        }
        if (effect->replaces.len == 0) {
            read_replaces(draft, part, &cut, effect);
            effect->replaces_paragraph = effect->replaces.len > 0 ? i : SIZE_MAX;
        }
    }
}
