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
#include "check/lexicon_tree.h"

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

/* One form of stdlib/checker/, as the program is built with it; texts are places in that of the tree. */
struct qc_listed_form {
    uint16_t form, right;
    uint8_t form_length, right_length;
    uint8_t kind; /* enum qc_entry_kind */
    uint8_t term; /* number of its group, from 1, or 0 */
    bool wrong, exact, named;
    uint16_t next; /* another form of the same words, or 0 */
};

/* Made by compiler/tools/lists: the tree of stdlib/checker/; its forms, from 1; the names of its groups of terms. */
extern const struct qc_lexicon_node qc_listed_nodes[];
extern const uint32_t qc_listed_slots[], qc_listed_mask;
extern const char qc_listed_text[];
extern const struct qc_listed_form qc_listed_forms[];
extern const struct qc_listed_term { uint16_t name, length; } qc_listed_terms[];
extern const size_t qc_listed_form_count, qc_listed_term_count;

struct qc_lexicon {
    struct qc_arena *arena;
    struct qc_lexicon_tree listed;  /* of stdlib/checker/ */
    struct qc_entry **listed_made;  /* of its forms, those that were wanted */
    struct qc_growing_tree own;     /* of the document and the files that it uses */
    QC_VEC(struct qc_entry *) own_entries; /* by number of the tree; the first is none */
    struct qc_words scratch;        /* of the form that was added last */
    struct qc_map tallies;          /* by declared name */
    struct qc_map own_abbreviations; /* those that the document itself declares: they print through {…} */
    QC_VEC(struct qc_term *) terms; /* those of stdlib/checker/ first */
    struct qc_lexicon_step *steps;  /* from state to state that were made: open addressing */
    size_t step_count, step_capacity; /* capacity is a power of two, or 0 */
};

/* Reads all lists. */
void qc_lexicon_load(const struct qc_check *check, struct qc_lexicon *lexicon);

/* The same without a document, in two steps: what is listed; a text like those of stdlib/checker/. For compiler/tools/lists. */
void qc_lexicon_begin(struct qc_arena *arena, struct qc_lexicon *lexicon);
void qc_lexicon_read_list(struct qc_lexicon *lexicon, struct qc_str list);

/* Adds a form to the document's tree; NULL when it has no words, or a mark that no phrase can have. */
struct qc_entry *qc_lexicon_add_form(struct qc_lexicon *lexicon, enum qc_entry_kind kind, struct qc_str form);

/* Adds a word to a set. It must be as the set wants it. */
void qc_lexicon_add_word(struct qc_lexicon *lexicon, enum qc_lexicon_set set, struct qc_str word);

/* Adds a group of terms that has no forms yet. */
struct qc_term *qc_lexicon_add_group(struct qc_lexicon *lexicon, struct qc_str name);

/* Is a word, in small letters, spelled right because a list has it? */
bool qc_lexicon_knows(const struct qc_lexicon *lexicon, struct qc_str word);

/* Is an abbreviation, as typed, in a list that is not the document's own? */
bool qc_lexicon_abbreviates(const struct qc_lexicon *lexicon, struct qc_str typed);

/* Does a "named" entry have its capital behind it? Others always hold. */
bool qc_entry_holds(const struct qc_entry *entry, const struct qc_words *words, size_t behind);

/* A place in both trees: their nodes, or 0. */
struct qc_lexicon_place {
    uint32_t listed, own;
};

/* How far a form has been read: what is known of a place, once for all texts that come there. */
struct qc_lexicon_state {
    struct qc_lexicon_place place;
    const struct qc_entry *entries; /* of the forms that end there; those of the document have the others behind them */
    uint32_t next;                  /* words behind it: a bit each (qc_lexicon_bit) */
};

/* Where the forms are that begin with a word; NULL when there are none. */
const struct qc_lexicon_state *qc_lexicon_first(struct qc_lexicon *lexicon, const struct qc_lexeme *lexeme);

/*
 * The longest entries whose words stand at words[from], or NULL; the
 * document's own come first. first is that of this word, or NULL; *to is the
 * word behind them.
 */
const struct qc_entry *qc_lexicon_match(struct qc_lexicon *lexicon, const struct qc_lexicon_state *first,
                                        const struct qc_words *words, size_t from, size_t *to);

#endif
