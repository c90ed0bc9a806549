/*
 * lexicon.c - the lists of the word checks: those of stdlib/checker/, which
 * the program is built with as a table, and those of the document.
 *
 * Owns nothing beyond the arena.
 */
#include "check/lexicon.h"

#include "base/utf8.h"

/* --- forms ------------------------------------------------------------- */

static struct qc_str listed_text(size_t at, size_t length)
{
    return (struct qc_str){ qc_listed_text + at, length };
}

/* The form of this number of stdlib/checker/, and those behind it; NULL for 0. */
static struct qc_entry *listed_entry(struct qc_lexicon *lexicon, uint32_t number)
{
    if (number == 0)
        return NULL;
    if (lexicon->listed_made == NULL)
        lexicon->listed_made = qc_alloc_array(lexicon->arena, qc_listed_form_count + 1, sizeof *lexicon->listed_made);
    struct qc_entry *entry = lexicon->listed_made[number];
    if (entry != NULL)
        return entry;
    const struct qc_listed_form *form = &qc_listed_forms[number];
    entry = lexicon->listed_made[number] = qc_alloc(lexicon->arena, sizeof *entry);
    *entry = (struct qc_entry){
        .kind = (enum qc_entry_kind)form->kind,
        .form = listed_text(form->form, form->form_length),
        .right = listed_text(form->right, form->right_length),
        .wrong = form->wrong,
        .exact = form->exact,
        .named = form->named,
        .term = form->term == 0 ? NULL : lexicon->terms.items[form->term - 1],
        .next = listed_entry(lexicon, form->next),
    };
    return entry;
}

/* The entries of the forms that end at a place; those of the document have the others behind them. */
static struct qc_entry *entries_at(struct qc_lexicon *lexicon, struct qc_lexicon_place place)
{
    uint32_t own = place.own == 0 ? 0 : lexicon->own.nodes.items[place.own].entries;
    if (own != 0)
        return lexicon->own_entries.items[own];
    return place.listed == 0 ? NULL : listed_entry(lexicon, lexicon->listed.nodes[place.listed].entries);
}

/* The place behind another, the root being { 0, 0 }; one that is in none of the trees is no root. */
static struct qc_lexicon_place behind(const struct qc_lexicon *lexicon, struct qc_lexicon_place place, bool first,
                                      uint32_t gap, const struct qc_lexeme *word)
{
    uint32_t bit = qc_lexicon_bit(word);
    struct qc_lexicon_place found = { 0, 0 };
    if ((first || place.listed != 0) && (lexicon->listed.nodes[place.listed].next & bit) != 0) {
        uint32_t hash = qc_lexicon_hash(place.listed, gap, qc_hash_fixed(word->key));
        found.listed = qc_lexicon_find(&lexicon->listed, hash, place.listed, gap, word->key);
    }
    if ((first || place.own != 0) && (lexicon->own.nodes.items[place.own].next & bit) != 0) {
        struct qc_lexicon_tree own = qc_growing_tree_view(&lexicon->own);
        found.own = qc_lexicon_find(&own, qc_lexicon_hash(place.own, gap, word->hash), place.own, gap, word->key);
    }
    return found;
}

struct qc_entry *qc_lexicon_add_form(struct qc_lexicon *lexicon, enum qc_entry_kind kind, struct qc_str form)
{
    bool named = qc_str_ends(form, QC_STR("…"));
    if (named)
        form = qc_str_trim(qc_str_slice(form, 0, form.len - strlen("…")));
    qc_words_cut(lexicon->arena, NULL, form, &lexicon->scratch);
    struct qc_lexicon_place place = { 0, 0 };
    for (size_t i = 0; i < lexicon->scratch.items.count; i++) {
        const struct qc_word *word = &lexicon->scratch.items.items[i];
        uint32_t gap = i == 0 ? QC_GAP_BLANK : word->gap;
        if (gap >= QC_GAPS_THAT_JOIN)
            return NULL;
        place.listed = behind(lexicon, place, i == 0, gap, word->lexeme).listed;
        lexicon->own.nodes.items[place.own].next |= qc_lexicon_bit(word->lexeme);
        place.own = qc_growing_tree_add(&lexicon->own, place.own, gap, word->lexeme->key, word->lexeme->hash);
    }
    if (place.own == 0)
        return NULL;
    struct qc_entry *entry = qc_alloc(lexicon->arena, sizeof *entry);
    *entry = (struct qc_entry){ .kind = kind, .form = form, .right = form, .named = named, .next = entries_at(lexicon, place) };
    lexicon->own.nodes.items[place.own].entries = (uint32_t)lexicon->own_entries.count;
    *qc_vec_push(lexicon->arena, &lexicon->own_entries) = entry;
    return entry;
}

bool qc_entry_holds(const struct qc_entry *entry, const struct qc_words *words, size_t behind)
{
    if (!entry->named)
        return true;
    if (behind >= words->items.count)
        return false;
    const struct qc_word *word = &words->items.items[behind];
    return word->gap == QC_GAP_BLANK && word->lexeme->face.capital && !word->lexeme->capitals;
}

/* --- matching ----------------------------------------------------------- */

/* The step that a word, with this gap before it, makes from a state; its lexeme lives as long as the lexicon. */
struct qc_lexicon_step {
    const struct qc_lexicon_state *from; /* NULL: the slot is free */
    const struct qc_lexeme *word;
    const struct qc_lexicon_state *to; /* NULL: there is no form with this word */
    uint32_t gap;
};

static const struct qc_lexicon_state *state_at(struct qc_lexicon *lexicon, struct qc_lexicon_place place)
{
    if ((place.listed | place.own) == 0)
        return NULL;
    struct qc_lexicon_state *state = qc_alloc(lexicon->arena, sizeof *state);
    uint32_t listed = place.listed == 0 ? 0 : lexicon->listed.nodes[place.listed].next;
    uint32_t own = place.own == 0 ? 0 : lexicon->own.nodes.items[place.own].next;
    *state = (struct qc_lexicon_state){ place, entries_at(lexicon, place), listed | own };
    return state;
}

static struct qc_lexicon_step *slot_of(const struct qc_lexicon *lexicon, const struct qc_lexicon_state *from,
                                       const struct qc_lexeme *word, uint32_t gap)
{
    uint64_t hash = ((uintptr_t)from * 3 + (uintptr_t)word + gap) * 0x9E3779B97F4A7C15u; /* 2^64 / golden ratio */
    for (size_t i = hash >> 32;; i++) {
        struct qc_lexicon_step *step = &lexicon->steps[i & (lexicon->step_capacity - 1)];
        if (step->from == NULL || (step->from == from && step->word == word && step->gap == gap))
            return step;
    }
}

static void grow(struct qc_lexicon *lexicon)
{
    enum { FIRST_CAPACITY = 256 };
    struct qc_lexicon larger = *lexicon;
    larger.step_capacity = lexicon->step_capacity == 0 ? FIRST_CAPACITY : lexicon->step_capacity * 2;
    larger.steps = qc_alloc_array(lexicon->arena, larger.step_capacity, sizeof *larger.steps);
    for (size_t i = 0; i < lexicon->step_capacity; i++) {
        const struct qc_lexicon_step *step = &lexicon->steps[i];
        if (step->from != NULL)
            *slot_of(&larger, step->from, step->word, step->gap) = *step;
    }
    lexicon->steps = larger.steps;
    lexicon->step_capacity = larger.step_capacity;
}

static const struct qc_lexicon_state *step_from(struct qc_lexicon *lexicon, const struct qc_lexicon_state *from,
                                                uint32_t gap, const struct qc_lexeme *word)
{
    if (!qc_lexicon_may_follow(from->next, word))
        return NULL; /* nearly always */
    if (lexicon->step_count * 2 >= lexicon->step_capacity)
        grow(lexicon);
    struct qc_lexicon_step *step = slot_of(lexicon, from, word, gap);
    if (step->from == NULL) {
        const struct qc_lexicon_state *to = state_at(lexicon, behind(lexicon, from->place, false, gap, word));
        *step = (struct qc_lexicon_step){ from, word, to, gap };
        lexicon->step_count++;
    }
    return step->to;
}

const struct qc_lexicon_state *qc_lexicon_first(struct qc_lexicon *lexicon, const struct qc_lexeme *lexeme)
{
    return state_at(lexicon, behind(lexicon, (struct qc_lexicon_place){ 0, 0 }, true, QC_GAP_BLANK, lexeme));
}

const struct qc_entry *qc_lexicon_match(struct qc_lexicon *lexicon, const struct qc_lexicon_state *first,
                                        const struct qc_words *words, size_t from, size_t *to)
{
    const struct qc_word *word = &words->items.items[from], *end = &words->items.items[words->items.count];
    const struct qc_entry *found = NULL;
    for (const struct qc_lexicon_state *state = first; state != NULL && !word->code;) {
        const struct qc_entry *entry = state->entries;
        word++;
        while (entry != NULL && !qc_entry_holds(entry, words, (size_t)(word - words->items.items)))
            entry = entry->next;
        if (entry != NULL) {
            found = state->entries;
            *to = (size_t)(word - words->items.items);
        }
        if (word == end || word->gap >= QC_GAPS_THAT_JOIN)
            break;
        state = step_from(lexicon, state, word->gap, word->lexeme);
    }
    return found;
}

/* --- sets of words -------------------------------------------------------- */

void qc_lexicon_add_word(struct qc_lexicon *lexicon, enum qc_lexicon_set set, struct qc_str word)
{
    qc_growing_tree_add(&lexicon->own, 0, set, word, (uint32_t)qc_hash(word));
}

static bool is_in_set(const struct qc_lexicon *lexicon, enum qc_lexicon_set set, struct qc_str word)
{
    struct qc_lexicon_tree own = qc_growing_tree_view(&lexicon->own);
    return qc_lexicon_find(&lexicon->listed, qc_lexicon_hash(0, set, qc_hash_fixed(word)), 0, set, word) != 0 ||
           qc_lexicon_find(&own, qc_lexicon_hash(0, set, (uint32_t)qc_hash(word)), 0, set, word) != 0;
}

bool qc_lexicon_knows(const struct qc_lexicon *lexicon, struct qc_str word)
{
    return is_in_set(lexicon, QC_SET_KNOWN, word);
}

bool qc_lexicon_abbreviates(const struct qc_lexicon *lexicon, struct qc_str typed)
{
    return is_in_set(lexicon, QC_SET_ABBREVIATION, typed);
}

/* --- beginning ------------------------------------------------------------ */

struct qc_term *qc_lexicon_add_group(struct qc_lexicon *lexicon, struct qc_str name)
{
    struct qc_term *term = qc_alloc(lexicon->arena, sizeof *term);
    term->name = name;
    *qc_vec_push(lexicon->arena, &lexicon->terms) = term;
    return term;
}

void qc_lexicon_begin(struct qc_arena *arena, struct qc_lexicon *lexicon)
{
    *lexicon = (struct qc_lexicon){
        .arena = arena,
        .listed = { qc_listed_nodes, qc_listed_slots, qc_listed_mask, qc_listed_text },
    };
    qc_growing_tree_begin(arena, &lexicon->own);
    *qc_vec_push(arena, &lexicon->own_entries) = NULL;
    for (size_t i = 0; i < qc_listed_term_count; i++)
        qc_lexicon_add_group(lexicon, listed_text(qc_listed_terms[i].name, qc_listed_terms[i].length));
}
