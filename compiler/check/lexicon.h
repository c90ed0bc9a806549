/*
 * lexicon.h - the lists of the word checks: phrases, names, terms and
 * abbreviations of stdlib/checker/, of the document and of the files it uses.
 *
 * Forms are kept in a tree of words, so that reading a text costs the same
 * for one form and for ten thousand. Must not report.
 */
#ifndef QC_CHECK_LEXICON_H
#define QC_CHECK_LEXICON_H

#include "check/check.h"
#include "check/words.h"

enum qc_entry_kind {
    QC_ENTRY_PHRASE, /* cụm từ: a wrong phrase */
    QC_ENTRY_NAME,   /* tên riêng: a right spelling, or a wrong one of it */
    QC_ENTRY_TERM,   /* thuật ngữ and the names of a party: one of several words for one thing */
};

struct qc_term;

/* One form of one list entry. */
struct qc_entry {
    enum qc_entry_kind kind;
    struct qc_str form;  /* as listed, without "…" */
    struct qc_str right; /* what to write; of a right form the same */
    bool wrong;          /* a wrong form of a name, in any case of its letters */
    bool exact;          /* a wrong form that differs from the right one in its capitals only */
    bool named;          /* "Trường Mầm non …": holds only before a capital, and then always */
    bool declared;       /* the document itself declares it as a party */
    struct qc_tally *tally; /* of what is declared: all that have its words share it */
    struct qc_term *term;
    struct qc_entry *next; /* another entry of the same words */
};

/* How often a party's name stands with its capital, and without. */
struct qc_tally {
    size_t capital, lower;
};

/* Where a form of a group stands in the text. */
struct qc_term_use {
    const struct qc_prose *prose;
    size_t begin, end;
    struct qc_str typed;
    struct qc_str key; /* folded; of a group with a capital as typed, but for its first letter */
    bool lower;        /* no capital */
    bool of_party;     /* one of the names of a party: other lists leave it alone */
};

/* A group of forms of which a text should use one. */
struct qc_term {
    struct qc_str name; /* the form to keep */
    bool party;         /* the names of a party: three may stand side by side */
    QC_VEC(struct qc_term_use) uses;
};

/* A node of the tree: a word, and the way to it. */
struct qc_lexicon_node {
    const struct qc_lexicon_node *parent;
    enum qc_gap gap; /* before the word */
    struct qc_str word;
    uint32_t hash; /* of all three */
    uint32_t next; /* words behind it: a bit each, by hash */
    struct qc_entry *entries;
};

struct qc_lexicon {
    struct qc_arena *arena;
    struct qc_lexicon_node root;
    struct qc_lexicon_node **nodes; /* of the whole tree, by hash: open addressing */
    size_t count, capacity;         /* capacity is a power of two */
    struct qc_words scratch;        /* of the form that was added last */
    struct qc_map known;            /* words that are spelled right because a list has them, folded */
    struct qc_map abbreviations;    /* known ones, as typed */
    struct qc_map tallies;          /* by declared name */
    struct qc_map own;              /* those that the document itself declares: they print through {…} */
    QC_VEC(struct qc_term *) terms;
};

/* Reads all lists. */
void qc_lexicon_load(const struct qc_check *check, struct qc_lexicon *lexicon);

/* Does a "named" entry have its capital behind it? Others always hold. */
bool qc_entry_holds(const struct qc_entry *entry, const struct qc_words *words, size_t behind);

/* The node of the forms that begin with a word, or NULL. */
const struct qc_lexicon_node *qc_lexicon_first(const struct qc_lexicon *lexicon, const struct qc_lexeme *lexeme);

/* The bit of a word in qc_lexicon_node.next. */
static inline uint32_t qc_lexicon_bit(const struct qc_lexeme *word)
{
    return (uint32_t)1 << (word->hash >> 27);
}

/* May a form stand at words[from], of which first is the node? False for nearly every word. */
static inline bool qc_lexicon_may_match(const struct qc_lexicon_node *first, const struct qc_words *words, size_t from)
{
    return first != NULL && (first->entries != NULL || (from + 1 < words->items.count &&
                                                        (first->next & qc_lexicon_bit(words->items.items[from + 1].lexeme)) != 0));
}

/*
 * The longest entries whose words stand at words[from], or NULL. first is the
 * node of that word; *to is the word behind them.
 */
const struct qc_entry *qc_lexicon_match(const struct qc_lexicon *lexicon, const struct qc_lexicon_node *first,
                                        const struct qc_words *words, size_t from, size_t *to);

#endif
