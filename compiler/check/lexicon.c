/*
 * lexicon.c - reads the lists of the word checks into a tree of words.
 *
 * Owns nothing beyond the arena.
 */
#include "check/lexicon.h"

#include "base/utf8.h"
#include "embedded.h"

/* --- the tree ---------------------------------------------------------- */

/* The place of the node behind parent, or the empty one where it belongs. */
static struct qc_lexicon_node **slot_of(const struct qc_lexicon *lexicon,
                                        const struct qc_lexicon_node *parent, enum qc_gap gap,
                                        struct qc_str word, uint32_t hash)
{
    size_t mask = lexicon->capacity - 1, i = hash & mask;
    for (;; i = (i + 1) & mask) {
        const struct qc_lexicon_node *node = lexicon->nodes[i];
        if (node == NULL || (node->hash == hash && node->parent == parent && node->gap == gap &&
                             qc_str_equal(node->word, word)))
            return &lexicon->nodes[i];
    }
}

static uint32_t hash_behind(const struct qc_lexicon_node *parent, enum qc_gap gap, const struct qc_lexeme *word)
{
    uint32_t hash = (parent->hash * 31 + word->hash + (uint32_t)gap) * 2654435769u;
    return hash ^ hash >> 15;
}

static void grow(struct qc_lexicon *lexicon)
{
    struct qc_lexicon larger = *lexicon;
    larger.capacity = lexicon->capacity == 0 ? 4096 : lexicon->capacity * 2;
    larger.nodes = qc_alloc_array(lexicon->arena, larger.capacity, sizeof *larger.nodes);
    for (size_t i = 0; i < lexicon->capacity; i++) {
        struct qc_lexicon_node *node = lexicon->nodes[i];
        if (node != NULL)
            *slot_of(&larger, node->parent, node->gap, node->word, node->hash) = node;
    }
    lexicon->nodes = larger.nodes;
    lexicon->capacity = larger.capacity;
}

static struct qc_lexicon_node *step(struct qc_lexicon *lexicon, struct qc_lexicon_node *parent,
                                    const struct qc_word *word, enum qc_gap gap)
{
    if (lexicon->count * 2 >= lexicon->capacity)
        grow(lexicon);
    uint32_t hash = hash_behind(parent, gap, word->lexeme);
    struct qc_lexicon_node **slot = slot_of(lexicon, parent, gap, word->lexeme->key, hash);
    if (*slot == NULL) {
        *slot = qc_alloc(lexicon->arena, sizeof **slot);
        **slot = (struct qc_lexicon_node){ parent, gap, word->lexeme->key, hash, 0, NULL };
        parent->next |= qc_lexicon_bit(word->lexeme);
        lexicon->count++;
    }
    return *slot;
}

/* Adds a form; NULL when it has no words, or a mark that no phrase can have. */
static struct qc_entry *add_form(struct qc_lexicon *lexicon, enum qc_entry_kind kind, struct qc_str form)
{
    bool named = qc_str_ends(form, QC_STR("…"));
    if (named)
        form = qc_str_trim(qc_str_slice(form, 0, form.len - strlen("…")));
    qc_words_cut(lexicon->arena, NULL, form, &lexicon->scratch);
    struct qc_lexicon_node *node = &lexicon->root;
    for (size_t i = 0; i < lexicon->scratch.items.count; i++) {
        const struct qc_word *word = &lexicon->scratch.items.items[i];
        enum qc_gap gap = i == 0 ? QC_GAP_BLANK : word->gap;
        if (gap >= QC_GAPS_THAT_JOIN)
            return NULL;
        node = step(lexicon, node, word, gap);
    }
    if (node == &lexicon->root)
        return NULL;
    struct qc_entry *entry = qc_alloc(lexicon->arena, sizeof *entry);
    *entry =
        (struct qc_entry){ .kind = kind, .form = form, .right = form, .named = named, .next = node->entries };
    node->entries = entry;
    return entry;
}

bool qc_entry_holds(const struct qc_entry *entry, const struct qc_words *words, size_t behind)
{
    if (!entry->named)
        return true;
    if (behind >= words->items.count)
        return false;
    const struct qc_word *word = &words->items.items[behind];
    return word->gap == QC_GAP_BLANK && word->lexeme->capital && !word->lexeme->capitals;
}

static const struct qc_lexicon_node *behind(const struct qc_lexicon *lexicon, const struct qc_lexicon_node *node,
                                            enum qc_gap gap, const struct qc_lexeme *word)
{
    if ((node->next & qc_lexicon_bit(word)) == 0)
        return NULL; /* nearly always */
    return *slot_of(lexicon, node, gap, word->key, hash_behind(node, gap, word));
}

const struct qc_lexicon_node *qc_lexicon_first(const struct qc_lexicon *lexicon, const struct qc_lexeme *lexeme)
{
    return behind(lexicon, &lexicon->root, QC_GAP_BLANK, lexeme);
}

const struct qc_entry *qc_lexicon_match(const struct qc_lexicon *lexicon, const struct qc_lexicon_node *first,
                                        const struct qc_words *words, size_t from, size_t *to)
{
    const struct qc_lexicon_node *node = first;
    const struct qc_entry *found = NULL;
    for (size_t i = from; node != NULL && !words->items.items[i].code;) {
        const struct qc_entry *entry = node->entries;
        while (entry != NULL && !qc_entry_holds(entry, words, i + 1))
            entry = entry->next;
        if (entry != NULL) {
            found = node->entries;
            *to = i + 1;
        }
        if (++i == words->items.count || words->items.items[i].gap >= QC_GAPS_THAT_JOIN)
            break;
        node = behind(lexicon, node, (enum qc_gap)words->items.items[i].gap, words->items.items[i].lexeme);
    }
    return found;
}

/* --- values of the lists ------------------------------------------------ */

/* The words that were cut last are spelled right. */
static void mark_known(struct qc_lexicon *lexicon)
{
    const struct qc_words *words = &lexicon->scratch;
    for (size_t i = 0; i < words->items.count; i++)
        qc_map_add(lexicon->arena, &lexicon->known, words->items.items[i].lexeme->key, lexicon);
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
        cut_value(value, &wrong, &right) ? add_form(lexicon, QC_ENTRY_PHRASE, wrong) : NULL;
    if (entry != NULL)
        entry->right = right;
}

/* "right = wrong; wrong", or names alone: "right; right". */
static void add_name(struct qc_lexicon *lexicon, struct qc_str value)
{
    struct qc_str right, wrongs, wrong;
    if (!cut_value(value, &wrongs, &right)) {
        while (next_form(&wrongs, &right)) {
            add_form(lexicon, QC_ENTRY_NAME, right);
            mark_known(lexicon);
        }
        return;
    }
    cut_value(value, &right, &wrongs);
    struct qc_entry *entry = add_form(lexicon, QC_ENTRY_NAME, right);
    if (entry == NULL)
        return;
    right = entry->form; /* without "…" */
    mark_known(lexicon);
    struct qc_str key = qc_name_key(lexicon->arena, right);
    while (next_form(&wrongs, &wrong)) {
        entry = add_form(lexicon, QC_ENTRY_NAME, wrong);
        if (entry == NULL)
            continue;
        entry->right = right;
        entry->exact = qc_str_equal(qc_name_key(lexicon->arena, entry->form), key);
        entry->wrong = !entry->exact;
    }
}

static struct qc_term *add_group(struct qc_lexicon *lexicon, struct qc_str name)
{
    struct qc_term *term = qc_alloc(lexicon->arena, sizeof *term);
    term->name = name;
    *qc_vec_push(lexicon->arena, &lexicon->terms) = term;
    return term;
}

static void add_to_group(struct qc_lexicon *lexicon, struct qc_term *term, struct qc_str form)
{
    struct qc_entry *entry = add_form(lexicon, QC_ENTRY_TERM, form);
    if (entry != NULL)
        entry->term = term;
}

static void add_term(struct qc_lexicon *lexicon, struct qc_str value)
{
    struct qc_str name, forms, form;
    if (!cut_value(value, &name, &forms))
        return;
    struct qc_term *term = add_group(lexicon, name);
    add_to_group(lexicon, term, name);
    while (next_form(&forms, &form))
        add_to_group(lexicon, term, form);
}

static void add_abbreviation(struct qc_lexicon *lexicon, struct qc_str value, bool own)
{
    struct qc_str name, meaning;
    cut_value(value, &name, &meaning);
    if (name.len > 0)
        qc_map_add(lexicon->arena, own ? &lexicon->own : &lexicon->abbreviations, name, lexicon);
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
    struct qc_entry *entry = plain ? add_form(lexicon, QC_ENTRY_NAME, name) : NULL;
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
    struct qc_term *term = add_group(lexicon, party->name);
    term->party = true;
    add_declared_name(lexicon, party->name);
    add_declared_name(lexicon, party->full_name);
    add_to_group(lexicon, term, party->name);
    for (size_t i = 0; i < party->aliases.count; i++) {
        struct qc_str alias = party->aliases.items[i];
        add_declared_name(lexicon, alias);
        add_to_group(lexicon, term, alias);
        qc_map_add(lexicon->arena, &lexicon->abbreviations, alias, lexicon);
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

/* --- loading ------------------------------------------------------------- */

/*
 * Reads a list of stdlib/checker/: a keyword, and a value a line. Every run
 * reads all of them, so they do without the parser; the test of these lists
 * sees to it that they have no other lines.
 */
static void read_list(struct qc_lexicon *lexicon, struct qc_str list)
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

static void load_embedded(struct qc_lexicon *lexicon)
{
    for (const struct qc_embedded *file = qc_embedded_files; file->name != NULL; file++)
        if (qc_str_starts(qc_str_from(file->name), QC_STR("checker/")))
            read_list(lexicon, (struct qc_str){ file->bytes, file->length });
}

void qc_lexicon_load(const struct qc_check *check, struct qc_lexicon *lexicon)
{
    const struct qc_document *document = check->document;
    uint32_t own_file = document->tree->source->id;
    *lexicon = (struct qc_lexicon){ .arena = &check->cx->arena };
    grow(lexicon); /* a search wants at least one empty place */
    load_embedded(lexicon);
    for (size_t i = 0; i < document->lists.count; i++)
        add_list(lexicon, document->lists.items[i], own_file);
    for (size_t i = 0; i < document->parties.count; i++)
        add_party(lexicon, &document->parties.items[i]);
    add_self_reference(lexicon, document);
}
