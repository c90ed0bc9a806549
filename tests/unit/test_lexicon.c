/*
 * test_lexicon.c - the table of stdlib/checker/ that the program is built with is what reading the lists makes.
 */
#include "check/lexicon.h"
#include "embedded.h"
#include "unit.h"

static const struct qc_lexicon_node no_nodes[1];
static const uint32_t no_slots[1];

/* A lexicon that has nothing but what it is told. */
static void begin_empty(struct qc_arena *arena, struct qc_lexicon *lexicon)
{
    qc_lexicon_begin(arena, lexicon);
    lexicon->listed = (struct qc_lexicon_tree){ no_nodes, no_slots, 0, "" };
    lexicon->terms.count = 0;
}

static bool is_same_entry(const struct qc_entry *a, const struct qc_entry *b)
{
    bool terms = (a->term == NULL) == (b->term == NULL);
    if (a->term != NULL && b->term != NULL)
        terms = qc_str_equal(a->term->name, b->term->name) && a->term->party == b->term->party;
    return a->kind == b->kind && qc_str_equal(a->form, b->form) && qc_str_equal(a->right, b->right) &&
           a->wrong == b->wrong && a->exact == b->exact && a->named == b->named && a->declared == b->declared && terms;
}

static size_t length_of(const struct qc_entry *entries)
{
    size_t count = 0;
    for (; entries != NULL; entries = entries->next)
        count++;
    return count;
}

/* The forms that begin at each word of the line, in both; a capital behind it, for those that want one. Returns how many. */
static size_t compare_line(struct qc_arena *arena, struct qc_lexicon *built, struct qc_lexicon *read, struct qc_str line)
{
    struct qc_words words = { 0 };
    size_t matches = 0;
    qc_words_cut(arena, NULL, qc_str_format(arena, "%.*s Họ", QC_STR_ARGS(line)), &words);
    for (size_t i = 0; i < words.items.count; i++) {
        size_t to[2] = { 0, 0 };
        const struct qc_lexeme *word = words.items.items[i].lexeme;
        const struct qc_entry *a = qc_lexicon_match(built, qc_lexicon_first(built, word), &words, i, &to[0]);
        const struct qc_entry *b = qc_lexicon_match(read, qc_lexicon_first(read, word), &words, i, &to[1]);
        bool same = length_of(a) == length_of(b) && to[0] == to[1];
        for (matches += a != NULL; same && a != NULL; a = a->next, b = b->next)
            same = is_same_entry(a, b);
        same = same && qc_lexicon_knows(built, word->key) == qc_lexicon_knows(read, word->key) &&
               qc_lexicon_abbreviates(built, word->typed) == qc_lexicon_abbreviates(read, word->typed);
        if (!same) {
            printf("  at word %zu of: %.*s\n", i + 1, QC_STR_ARGS(line));
            unit_check(false, "a form is the same in the table and when it is read");
        }
    }
    return matches;
}

static size_t compare_list(struct qc_arena *arena, struct qc_lexicon *built, struct qc_lexicon *read, struct qc_str list)
{
    size_t matches = 0;
    while (list.len > 0) {
        size_t end = qc_str_find(list, QC_STR("\n"));
        struct qc_str rest = qc_str_slice(list, 0, end);
        list = qc_str_skip(list, end < list.len ? end + 1 : end);
        while (rest.len > 0) {
            size_t mark = 0;
            while (mark < rest.len && rest.ptr[mark] != ';' && rest.ptr[mark] != '=')
                mark++;
            matches += compare_line(arena, built, read, qc_str_slice(rest, 0, mark));
            rest = qc_str_skip(rest, mark < rest.len ? mark + 1 : mark);
        }
    }
    return matches;
}

int main(void)
{
    struct qc_arena arena = { 0 };
    struct qc_lexicon built, read;
    size_t matches = 0;
    qc_lexicon_begin(&arena, &built);
    begin_empty(&arena, &read);
    for (const struct qc_embedded *file = qc_embedded_files; file->name != NULL; file++)
        if (qc_str_starts(qc_str_from(file->name), QC_STR("checker/")))
            qc_lexicon_read_list(&read, (struct qc_str){ file->bytes, file->length });
    for (const struct qc_embedded *file = qc_embedded_files; file->name != NULL; file++)
        if (qc_str_starts(qc_str_from(file->name), QC_STR("checker/")))
            matches += compare_list(&arena, &built, &read, (struct qc_str){ file->bytes, file->length });
    unit_check(read.own_entries.count == qc_listed_form_count + 1, "the table has as many forms as the lists");
    unit_check(read.terms.count == qc_listed_term_count, "and as many groups of terms");
    unit_check(matches > qc_listed_form_count / 2, "its forms are found");
    qc_arena_free(&arena);
    return unit_end();
}
