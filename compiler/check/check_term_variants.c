/*
 * check_term_variants.c - one thing under several words: the forms of a thuật ngữ, the
 * many names of a party.
 *
 * check_phrases.c finds the forms; here they are compared at the end.
 */
#include "base/utf8.h"
#include "check/check_wording.h"

static bool begins_with_capital(struct qc_str text)
{
    size_t n;
    return qc_is_upper(qc_utf8_decode(text, 0, &n));
}

/* Words with single blanks between them: the same form however it is spaced. */
static struct qc_str form_key(struct qc_arena *arena, const struct qc_read_text *text, size_t from, size_t to,
                              bool folded)
{
    static const char *const gaps[] = { " ", ", ", " - ", " " };
    struct qc_buf buf = { .arena = arena };
    for (size_t i = from; i < to; i++) {
        const struct qc_word *word = &text->words.items.items[i];
        if (i > from)
            qc_buf_add(&buf, qc_str_from(gaps[word->gap]));
        qc_buf_add(&buf, folded || i == from ? word->lexeme->key : qc_word_text(&text->words, i));
    }
    return qc_buf_str(&buf);
}

/* Has it been used in the same form before? The first use tells all. Of many forms the first few are looked at. */
static bool is_known_use(const struct qc_term *term, struct qc_str typed, bool of_party)
{
    enum { FEW = 8 };
    for (size_t i = 0; i < term->uses.count && i < FEW; i++)
        if (term->uses.items[i].of_party == of_party && qc_str_equal(term->uses.items[i].typed, typed))
            return true;
    return false;
}

void qc_words_use_term(struct qc_wording *reading, const struct qc_read_text *text, size_t from, size_t to,
                       struct qc_term *term, bool of_party)
{
    struct qc_arena *arena = &reading->cx->arena;
    const struct qc_word *words = text->words.items.items;
    struct qc_str typed = qc_words_typed(text, from, to);
    if (is_known_use(term, typed, of_party))
        return;
    if (qc_str_is_capitals(typed) && to - from > 1)
        return; /* a heading: its words are those of the text below */
    bool folded = term->party || !begins_with_capital(term->name), lower = true;
    for (size_t i = from; i < to; i++)
        lower = lower && !words[i].lexeme->face.capital;
    *qc_vec_push(arena, &term->uses) = (struct qc_term_use){
        text->text->prose,
        words[from].begin,
        words[to - 1].end,
        typed,
        form_key(arena, text, from, to, folded),
        lower,
        of_party,
    };
}

/* The use whose form is kept: the first of the group's own form, else the first of all. */
static const struct qc_term_use *kept_use(struct qc_arena *arena, const struct qc_term *term)
{
    struct qc_str name = qc_name_key(arena, term->name);
    for (size_t i = 0; i < term->uses.count; i++)
        if (qc_str_equal(qc_name_key(arena, term->uses.items[i].key), name))
            return &term->uses.items[i];
    return &term->uses.items[0];
}

/* In small letters the name of a party may be a common word: "trong nhà trường". */
static bool counts(const struct qc_term *term, const struct qc_term_use *use)
{
    return term->party ? !use->lower : !use->of_party;
}

static void check_term(struct qc_wording *reading, const struct qc_term *term)
{
    enum { NAMES_OF_A_PARTY = 3 }; /* its name, its head, a short form */
    struct qc_compilation *cx = reading->cx;
    if (term->uses.count < 2)
        return;
    const struct qc_term_use *kept = kept_use(&cx->arena, term);
    struct qc_map seen = { 0 };
    QC_VEC(const struct qc_term_use *) others = { 0 };
    for (size_t i = 0; i < term->uses.count; i++) {
        const struct qc_term_use *use = &term->uses.items[i];
        if (!qc_str_equal(use->key, kept->key) && counts(term, use) && qc_map_get(&seen, use->key) == NULL) {
            qc_map_add(&cx->arena, &seen, use->key, (void *)&seen);
            *qc_vec_push(&cx->arena, &others) = use;
        }
    }
    if (term->party && others.count < NAMES_OF_A_PARTY)
        return;
    struct qc_str better = qc_str_slice(kept->prose->text, kept->begin, kept->end);
    for (size_t i = 0; i < others.count; i++) {
        const struct qc_term_use *use = others.items[i];
        struct qc_str typed = qc_str_slice(use->prose->text, use->begin, use->end);
        struct qc_span span = qc_prose_span(use->prose, use->begin, use->end);
        struct qc_diagnostic *d =
            qc_report(cx, span, QC_MSG(term_variant), QC_STR_ARGS(typed), QC_STR_ARGS(better));
        qc_note_at(cx, d, qc_prose_span(kept->prose, kept->begin, kept->end), QC_NOTE_MSG(first_here));
        qc_fix(cx, d, span, begins_with_capital(typed) ? qc_words_capital(&cx->arena, better) : better);
    }
}

void qc_words_check_terms(struct qc_wording *reading)
{
    for (size_t i = 0; i < reading->lexicon.terms.count; i++)
        check_term(reading, reading->lexicon.terms.items[i]);
}
