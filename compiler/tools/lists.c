/*
 * lists OUTPUT FILE.qc...: writes OUTPUT, the forms of the lists in stdlib/checker/ as a C table (check/lexicon.h).
 *
 * It reads them as the program reads those of a document, with the same code, so that both mean the same. The table is
 * the same whatever machine it is made on.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "check/lexicon.h"
#include "source/file.h"

/* What it is linked with itself: nothing listed. */
const struct qc_lexicon_node qc_listed_nodes[1];
const uint32_t qc_listed_slots[1], qc_listed_mask = 0;
const char qc_listed_text[1];
const struct qc_listed_form qc_listed_forms[1];
const struct qc_listed_term qc_listed_terms[1];
const size_t qc_listed_form_count = 0, qc_listed_term_count = 0;

_Noreturn static void fail(const char *what, const char *why)
{
    fprintf(stderr, "lists: %s: %s\n", what, why);
    exit(1);
}

/* A number that has to fit. */
static size_t within(size_t number, size_t most)
{
    if (number > most)
        fail("stdlib/checker", "more than struct qc_listed_form has room for");
    return number;
}

/* Words of the tree stand in its text; whole forms behind them. */
static size_t place_of(struct qc_buf *text, struct qc_str form)
{
    size_t at = qc_str_find(qc_buf_str(text), form);
    if (at == text->len)
        qc_buf_add(text, form);
    return within(at, UINT16_MAX);
}

/* As characters: a literal may not be as long. */
static void print_text(FILE *out, struct qc_str text)
{
    fprintf(out, "const char qc_listed_text[] = {");
    for (size_t i = 0; i < text.len; i++)
        fprintf(out, "%s'\\%03o',", i % 16 == 0 ? "\n    " : " ", (unsigned)(unsigned char)text.ptr[i]);
    fprintf(out, "\n};\n");
}

/* Nodes are hashed as no process does it for itself. */
static uint32_t hash_of(const struct qc_growing_tree *tree, const struct qc_lexicon_node *node)
{
    struct qc_str word = { tree->text.ptr + node->text, node->length };
    return qc_lexicon_hash(node->parent, node->gap, qc_hash_fixed(word));
}

static void print_tree(FILE *out, const struct qc_growing_tree *tree)
{
    uint32_t count = (uint32_t)tree->nodes.count, mask = 1;
    fprintf(out, "const struct qc_lexicon_node qc_listed_nodes[] = {\n");
    for (uint32_t i = 0; i < count; i++) {
        const struct qc_lexicon_node *node = &tree->nodes.items[i];
        fprintf(out, "    { %u, %u, %u, %#x, %#x, %u, %u },\n", node->parent, node->text, node->length, hash_of(tree, node),
                node->next, node->entries, node->gap);
    }
    while (mask < count * 2)
        mask = mask * 2 + 1;
    uint32_t *slots = calloc(mask + 1, sizeof *slots);
    if (slots == NULL)
        fail("slots", strerror(ENOMEM));
    for (uint32_t i = 1; i < count; i++) {
        uint32_t at = hash_of(tree, &tree->nodes.items[i]) & mask;
        while (slots[at] != 0)
            at = (at + 1) & mask;
        slots[at] = i;
    }
    fprintf(out, "};\n\nconst uint32_t qc_listed_mask = %u;\nconst uint32_t qc_listed_slots[] = {", mask);
    for (uint32_t i = 0; i <= mask; i++)
        fprintf(out, "%s%u,", i % 16 == 0 ? "\n    " : " ", slots[i]);
    fprintf(out, "\n};\n\n");
    free(slots);
}

static size_t number_of_term(const struct qc_lexicon *lexicon, const struct qc_term *term)
{
    for (size_t i = 0; i < lexicon->terms.count; i++)
        if (lexicon->terms.items[i] == term)
            return i + 1;
    return 0;
}

static size_t number_of_entry(const struct qc_lexicon *lexicon, const struct qc_entry *entry)
{
    for (size_t i = 1; i < lexicon->own_entries.count; i++)
        if (lexicon->own_entries.items[i] == entry)
            return i;
    return 0;
}

static void print_forms(FILE *out, const struct qc_lexicon *lexicon, struct qc_buf *text)
{
    fprintf(out, "const struct qc_listed_form qc_listed_forms[] = {\n    { 0 },\n");
    for (size_t i = 1; i < lexicon->own_entries.count; i++) {
        const struct qc_entry *entry = lexicon->own_entries.items[i];
        size_t form = place_of(text, entry->form), right = place_of(text, entry->right);
        fprintf(out, "    { %zu, %zu, %zu, %zu, %d, %zu, %d, %d, %d, %zu },\n", form, right,
                within(entry->form.len, UINT8_MAX), within(entry->right.len, UINT8_MAX), (int)entry->kind,
                within(number_of_term(lexicon, entry->term), UINT8_MAX), entry->wrong, entry->exact, entry->named,
                within(number_of_entry(lexicon, entry->next), UINT16_MAX));
    }
    fprintf(out, "};\n\nconst size_t qc_listed_form_count = %zu;\n\n", lexicon->own_entries.count - 1);
    fprintf(out, "const struct qc_listed_term qc_listed_terms[] = {\n");
    for (size_t i = 0; i < lexicon->terms.count; i++) {
        struct qc_str name = lexicon->terms.items[i]->name;
        fprintf(out, "    { %zu, %zu },\n", place_of(text, name), within(name.len, UINT16_MAX));
    }
    fprintf(out, "};\n\nconst size_t qc_listed_term_count = %zu;\n\n", lexicon->terms.count);
}

int main(int argc, char **argv)
{
    struct qc_arena arena = { 0 };
    struct qc_lexicon lexicon;
    if (argc < 3)
        fail("use", "lists OUTPUT FILE.qc...");
    qc_lexicon_begin(&arena, &lexicon);
    for (int i = 2; i < argc; i++) {
        struct qc_str list;
        int error;
        if (!qc_file_read(&arena, argv[i], QC_MAX_FILE_BYTES, &list, &error))
            fail(argv[i], strerror(error));
        qc_lexicon_read_list(&lexicon, list);
    }
    FILE *out = fopen(argv[1], "w");
    if (out == NULL)
        fail(argv[1], strerror(errno));
    fprintf(out, "/* Made by compiler/tools/lists from stdlib/checker/. */\n#include \"check/lexicon.h\"\n\n");
    struct qc_buf text = { .arena = &arena };
    qc_buf_add(&text, qc_buf_str(&lexicon.own.text));
    print_tree(out, &lexicon.own);
    print_forms(out, &lexicon, &text);
    print_text(out, qc_buf_str(&text));
    qc_arena_free(&arena);
    bool failed = ferror(out) != 0;
    if (fclose(out) != 0 || failed)
        fail(argv[1], strerror(errno));
    return 0;
}
