/*
 * lexicon_tree.h - forms of words as a tree: a node is a word behind others.
 *
 * Nodes name each other by number and words by their place in one text, so
 * that the tree of stdlib/checker/ can be a table that the program is built
 * with: without addresses in it a process need not even touch it. What a
 * document declares makes a second tree, which grows.
 */
#ifndef QC_CHECK_LEXICON_TREE_H
#define QC_CHECK_LEXICON_TREE_H

#include "base/vec.h"
#include "check/words.h"

/* Sets of single words stand in the same table, as if behind gaps that join nothing. */
enum qc_lexicon_set {
    QC_SET_KNOWN = QC_GAPS_THAT_JOIN, /* spelled right because a list has them; in small letters */
    QC_SET_ABBREVIATION,              /* as typed */
};

/* A word, and the way to it. */
struct qc_lexicon_node {
    uint32_t parent; /* 0: the root */
    uint32_t text, length; /* the word, in small letters: its bytes in the tree's text */
    uint32_t hash;   /* of parent, gap and word */
    uint32_t next;   /* words behind it: a bit each (qc_lexicon_bit) */
    uint32_t entries; /* of the form that ends here: number of its last one, or 0 */
    uint32_t gap;    /* enum qc_gap or qc_lexicon_set */
};

/* Node 0 is the root. Slots are open addressing: numbers of nodes, 0 is free. */
struct qc_lexicon_tree {
    const struct qc_lexicon_node *nodes;
    const uint32_t *slots;
    uint32_t mask; /* slots, a power of two, less one */
    const char *text;
};

struct qc_growing_tree {
    struct qc_arena *arena;
    QC_VEC(struct qc_lexicon_node) nodes;
    uint32_t *slots;
    uint32_t mask;
    struct qc_buf text;
};

/* The bit of a word in qc_lexicon_node.next. */
static inline uint32_t qc_lexicon_bit(const struct qc_lexeme *word)
{
    return (uint32_t)1 << (word->face.head * 2654435769u >> 27); /* 2^32 / golden ratio */
}

/* Is the word's bit among them? */
static inline bool qc_lexicon_may_follow(uint32_t bits, const struct qc_lexeme *word)
{
    return bits >> (word->face.head * 2654435769u >> 27) & 1;
}

/* The hash of a node. word: qc_hash of the word in a tree that grows, else qc_hash_fixed. */
static inline uint32_t qc_lexicon_hash(uint32_t parent, uint32_t gap, uint32_t word)
{
    uint32_t hash = (parent * 31 + word + gap) * 2654435769u;
    return hash ^ hash >> 15;
}

/* The node of this hash, parent, gap and word, or 0. */
uint32_t qc_lexicon_find(const struct qc_lexicon_tree *tree, uint32_t hash, uint32_t parent, uint32_t gap,
                         struct qc_str word);

/* An empty tree. */
void qc_growing_tree_begin(struct qc_arena *arena, struct qc_growing_tree *tree);

/* The node of a word behind parent; it is made when there is none. word_hash is (uint32_t)qc_hash(word). */
uint32_t qc_growing_tree_add(struct qc_growing_tree *tree, uint32_t parent, uint32_t gap, struct qc_str word,
                             uint32_t word_hash);

/* The tree as it is now, to be searched until it grows again. */
static inline struct qc_lexicon_tree qc_growing_tree_view(const struct qc_growing_tree *tree)
{
    return (struct qc_lexicon_tree){ tree->nodes.items, tree->slots, tree->mask, tree->text.ptr };
}

#endif
