/*
 * lexicon_tree.c - finds and adds words of a tree.
 *
 * Owns the nodes of trees that grow, in the arena. Must not know what the forms mean.
 */
#include "check/lexicon_tree.h"

enum { FIRST_SLOTS = 128 };

static const uint32_t *slot_of(const struct qc_lexicon_tree *tree, uint32_t hash, uint32_t parent, uint32_t gap,
                               struct qc_str word)
{
    for (uint32_t i = hash & tree->mask;; i = (i + 1) & tree->mask) {
        const struct qc_lexicon_node *node = &tree->nodes[tree->slots[i]];
        if (tree->slots[i] == 0 || (node->hash == hash && node->parent == parent && node->gap == gap &&
                                    qc_str_equal((struct qc_str){ tree->text + node->text, node->length }, word)))
            return &tree->slots[i];
    }
}

uint32_t qc_lexicon_find(const struct qc_lexicon_tree *tree, uint32_t hash, uint32_t parent, uint32_t gap,
                         struct qc_str word)
{
    return *slot_of(tree, hash, parent, gap, word);
}

static void make_slots(struct qc_growing_tree *tree, uint32_t count)
{
    tree->slots = qc_alloc_array(tree->arena, count, sizeof *tree->slots);
    tree->mask = count - 1;
    for (uint32_t n = 1; n < tree->nodes.count; n++) {
        uint32_t i = tree->nodes.items[n].hash & tree->mask;
        while (tree->slots[i] != 0)
            i = (i + 1) & tree->mask;
        tree->slots[i] = n;
    }
}

void qc_growing_tree_begin(struct qc_arena *arena, struct qc_growing_tree *tree)
{
    *tree = (struct qc_growing_tree){ .arena = arena, .text.arena = arena };
    qc_vec_reserve(arena, &tree->nodes, FIRST_SLOTS / 2);
    tree->nodes.count = 1; /* the root, which is zero */
    make_slots(tree, FIRST_SLOTS);
}

uint32_t qc_growing_tree_add(struct qc_growing_tree *tree, uint32_t parent, uint32_t gap, struct qc_str word,
                             uint32_t word_hash)
{
    if (tree->nodes.count > tree->mask / 2)
        make_slots(tree, (tree->mask + 1) * 2);
    struct qc_lexicon_tree view = qc_growing_tree_view(tree);
    uint32_t hash = qc_lexicon_hash(parent, gap, word_hash);
    size_t slot = (size_t)(slot_of(&view, hash, parent, gap, word) - tree->slots);
    if (tree->slots[slot] != 0)
        return tree->slots[slot];
    if (word.len > UINT32_MAX - tree->text.len) /* each node has a byte of it, so that the nodes can be counted, too */
        qc_arena_exhausted(tree->arena);
    uint32_t text = (uint32_t)tree->text.len, number = (uint32_t)tree->nodes.count;
    qc_buf_add(&tree->text, word);
    *qc_vec_push(tree->arena, &tree->nodes) =
        (struct qc_lexicon_node){ .parent = parent, .text = text, .length = (uint32_t)word.len, .hash = hash, .gap = gap };
    tree->slots[slot] = number;
    return number;
}
