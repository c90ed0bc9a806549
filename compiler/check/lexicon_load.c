/*
 * lexicon_load.c - reads the values of lists, and what a document declares,
 * into a lexicon.
 *
 * Owns nothing beyond the arena.
 */
#include "base/utf8.h"
#include "check/lexicon.h"

/* --- values of the lists ------------------------------------------------ */

/* The words that were cut last are spelled right. */
static void mark_known(struct qc_lexicon *lexicon)
{
    const struct qc_words *words = &lexicon->scratch;
    for (size_t i = 0; i < words->items.count; i++)
        qc_lexicon_add_word(lexicon, QC_SET_KNOWN, words->items.items[i].lexeme->key);
}

/* Cuts "a = b" at its first "=". */
static bool cut_value(struct qc_str value, struct qc_str *left, struct qc_str *right)
{
    size_t equals = qc_str_find(value, QC_STR("="));
    *left = qc_str_trim(qc_str_slice(value, 0, equals));
    *right = equals < value.len ? qc_str_trim(qc_str_skip(value, equals + 1)) : QC_STR("");
    return equals < value.len;
}

/* Takes the next of "a; b; c" off list. */
static bool next_form(struct qc_str *list, struct qc_str *form)
{
    while (list->len > 0) {
        size_t end = qc_str_find(*list, QC_STR(";"));
        *form = qc_str_trim(qc_str_slice(*list, 0, end));
        *list = qc_str_skip(*list, end < list->len ? end + 1 : end);
        if (form->len > 0)
            return true;
    }
    return false;
}

static void add_phrase(struct qc_lexicon *lexicon, struct qc_str value)
{
    struct qc_str wrong, right;
    struct qc_entry *entry =
        cut_value(value, &wrong, &right) ? qc_lexicon_add_form(lexicon, QC_ENTRY_PHRASE, wrong) : NULL;
    if (entry != NULL)
        entry->right = right;
}

/* "right = wrong; wrong", or names alone: "right; right". */
static void add_name(struct qc_lexicon *lexicon, struct qc_str value)
{
    struct qc_str right, wrongs, wrong;
    if (!cut_value(value, &wrongs, &right)) {
        while (next_form(&wrongs, &right)) {
            qc_lexicon_add_form(lexicon, QC_ENTRY_NAME, right);
            mark_known(lexicon);
        }
        return;
    }
    cut_value(value, &right, &wrongs);
    struct qc_entry *entry = qc_lexicon_add_form(lexicon, QC_ENTRY_NAME, right);
    if (entry == NULL)
        return;
    right = entry->form; /* without "…" */
    mark_known(lexicon);
    struct qc_str key = qc_name_key(lexicon->arena, right);
    while (next_form(&wrongs, &wrong)) {
        entry = qc_lexicon_add_form(lexicon, QC_ENTRY_NAME, wrong);
        if (entry == NULL)
            continue;
        entry->right = right;
        entry->exact = qc_str_equal(qc_name_key(lexicon->arena, entry->form), key);
        entry->wrong = !entry->exact;
    }
}

static void add_to_group(struct qc_lexicon *lexicon, struct qc_term *term, struct qc_str form)
{
    struct qc_entry *entry = qc_lexicon_add_form(lexicon, QC_ENTRY_TERM, form);
    if (entry != NULL)
        entry->term = term;
}

static void add_term(struct qc_lexicon *lexicon, struct qc_str value)
{
    struct qc_str name, forms, form;
    if (!cut_value(value, &name, &forms))
        return;
    struct qc_term *term = qc_lexicon_add_group(lexicon, name);
    add_to_group(lexicon, term, name);
    while (next_form(&forms, &form))
        add_to_group(lexicon, term, form);
}

static void add_abbreviation(struct qc_lexicon *lexicon, struct qc_str value, bool own)
{
    struct qc_str name, meaning;
    cut_value(value, &name, &meaning);
    if (name.len > 0 && own)
        qc_map_add(lexicon->arena, &lexicon->own_abbreviations, name, lexicon);
    else if (name.len > 0)
        qc_lexicon_add_word(lexicon, QC_SET_ABBREVIATION, name);
}

static void add_value(struct qc_lexicon *lexicon, const struct qc_keyword *list, struct qc_str value, bool own)
{
    switch (list->id) {
    case QC_KW_PHRASE: add_phrase(lexicon, value); break;
    case QC_KW_PROPER_NAME: add_name(lexicon, value); break;
    case QC_KW_TERM: add_term(lexicon, value); break;
    case QC_KW_ABBREVIATION: add_abbreviation(lexicon, value, own); break;
    default: break;
    }
}

static void add_list(struct qc_lexicon *lexicon, const struct qc_declaration *declaration, uint32_t own_file)
{
    for (size_t i = 0; i < declaration->values.count; i++)
        add_value(lexicon, declaration->keyword, declaration->values.items[i]->text,
                  declaration->key.file == own_file);
}

/* --- what the document itself declares ----------------------------------- */

static void add_declared_name(struct qc_lexicon *lexicon, struct qc_str name)
{
    size_t n;
    bool plain = name.len > 0 && qc_str_find(name, QC_STR("{")) == name.len && !qc_str_is_capitals(name) &&
                 qc_is_letter(qc_utf8_decode(name, 0, &n));
    struct qc_entry *entry = plain ? qc_lexicon_add_form(lexicon, QC_ENTRY_NAME, name) : NULL;
    if (entry == NULL)
        return;
    struct qc_str key = qc_name_key(lexicon->arena, entry->form);
    struct qc_tally *tally = qc_map_get(&lexicon->tallies, key);
    entry->declared = true;
    entry->tally = tally != NULL ? tally
                                 : qc_map_add(lexicon->arena, &lexicon->tallies, key, qc_alloc(lexicon->arena, sizeof *tally));
}

/* A party's names go into the name list, and are one group of terms. */
static void add_party(struct qc_lexicon *lexicon, const struct qc_party *party)
{
    struct qc_term *term = qc_lexicon_add_group(lexicon, party->name);
    term->party = true;
    add_declared_name(lexicon, party->name);
    add_declared_name(lexicon, party->full_name);
    add_to_group(lexicon, term, party->name);
    for (size_t i = 0; i < party->aliases.count; i++) {
        struct qc_str alias = party->aliases.items[i];
        add_declared_name(lexicon, alias);
        add_to_group(lexicon, term, alias);
        qc_lexicon_add_word(lexicon, QC_SET_ABBREVIATION, alias);
    }
    qc_words_cut(lexicon->arena, NULL, party->name, &lexicon->scratch);
    mark_known(lexicon);
    qc_words_cut(lexicon->arena, NULL, party->full_name, &lexicon->scratch);
    mark_known(lexicon);
}

/* "Quy chế này" in its own text, and what stands for it (PL II.V.7). */
static void add_self_reference(struct qc_lexicon *lexicon, const struct qc_document *document)
{
    if (document->type == NULL)
        return;
    struct qc_arena *arena = lexicon->arena;
    struct qc_str small = qc_name_key(arena, document->type->plain), rest = small;
    size_t n = 0;
    qc_utf8_decode(small, 0, &n);
    rest = qc_str_skip(small, n);
    struct qc_str initial = qc_str_upper(arena, qc_str_slice(small, 0, n));
    struct qc_str capital = qc_str_format(arena, "%.*s%.*s", QC_STR_ARGS(initial), QC_STR_ARGS(rest));
    add_name(lexicon,
             qc_str_format(arena,
                           "%.*s này = %.*s này; bản %.*s này; bản %.*s phối hợp này; %.*s phối hợp này",
                           QC_STR_ARGS(capital), QC_STR_ARGS(small), QC_STR_ARGS(small), QC_STR_ARGS(small),
                           QC_STR_ARGS(small)));
}

/* --- loading -------------------------------------------------------------- */

/* They do without the parser; the test of these lists sees to it that they have no other lines. */
void qc_lexicon_read_list(struct qc_lexicon *lexicon, struct qc_str list)
{
    const struct qc_keyword *keyword = NULL;
    bool english;
    while (list.len > 0) {
        size_t end = qc_str_find(list, QC_STR("\n"));
        struct qc_str line = qc_str_slice(list, 0, end);
        if (keyword != NULL && qc_str_starts(line, QC_STR("- ")))
            add_value(lexicon, keyword, qc_str_skip(line, 2), false);
        else if (qc_str_ends(line, QC_STR(":")))
            keyword = qc_keyword_find(lexicon->arena, qc_str_slice(line, 0, line.len - 1), &english);
        list = qc_str_skip(list, end < list.len ? end + 1 : end);
    }
}

void qc_lexicon_load(const struct qc_check *check, struct qc_lexicon *lexicon)
{
    const struct qc_document *document = check->document;
    uint32_t own_file = document->tree->source->id;
    qc_lexicon_begin(&check->cx->arena, lexicon);
    for (size_t i = 0; i < document->lists.count; i++)
        add_list(lexicon, document->lists.items[i], own_file);
    for (size_t i = 0; i < document->parties.count; i++)
        add_party(lexicon, &document->parties.items[i]);
    add_self_reference(lexicon, document);
}
