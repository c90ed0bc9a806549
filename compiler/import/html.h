/*
 * html.h - a web page while it is read; for html*.c.
 */
#ifndef QC_IMPORT_HTML_H
#define QC_IMPORT_HTML_H

#include "base/map.h"
#include "import/numeral.h"
#include "import/page.h"
#include "import/walk.h"

enum html_kind { HTML_TEXT, HTML_INLINE, HTML_BLOCK, HTML_FURNITURE, HTML_EDGE, HTML_DROPPED };

/* What an element is, by its name in small letters. */
enum html_kind html_kind_of(const char *name);

/* ---- html_pieces.c ---- */

enum html_piece {
    HTML_PIECE_TEXT,
    HTML_PIECE_COMMENT, /* without its marks */
    HTML_PIECE_BLOCK,   /* a tag where a line ends */
    HTML_PIECE_TAG,     /* another one */
};

/* HTML that is taken apart. */
struct html_pieces {
    struct qc_str rest;
    bool no_tag_ends, no_comment_ends; /* in the rest */
};

/* Takes the first piece off the rest, which is not empty. */
enum html_piece html_next_piece(struct html_pieces *pieces, struct qc_str *text);

/* Is the tag at the start of a text, an opening or a closing one, called so? */
bool html_tag_is(struct qc_str tag, const char *name);

/* ---- the tree ---- */

struct html_attribute {
    struct qc_str name, value;
    struct html_attribute *next;
};

struct html_node {
    enum html_kind kind;
    struct qc_str name; /* of an element */
    struct qc_str text; /* of a text */
    struct html_attribute *attributes;
    struct html_node *parent, *first, *next;
    unsigned line;
    bool furniture;              /* it is, and all in it */
    bool own;                    /* it has a text that only a document has */
    bool layout;                 /* of a table: it only places things */
    size_t words, linked, links; /* in it: words, those in links, and links */
};

/* What a page's style sheets say of lists, and how far those have counted. */
struct html_sheet {
    struct qc_arena *arena;
    struct qc_map forms;    /* by class */
    struct qc_map counters; /* by name: a long */
};

/* Adds the text of a sheet. */
void html_read_sheet(struct html_sheet *sheet, struct qc_str text);

/* What the sheet has stand before the items of a list; NULL: nothing. */
struct html_form;
const struct html_form *html_form_of(const struct html_sheet *sheet, const struct html_node *list);

/* The same before one, which is counted; value: its number. *lost: it cannot be told. */
struct qc_str html_form_marker(struct html_sheet *sheet, const struct html_form *form, long value,
                               bool *lost);

/* The tree of a page; what is DROPPED is not in it, and style sheets are read. */
struct html_node *html_tree(struct import_walk *walk, struct html_sheet *sheet);

/* Value of an attribute; empty when there is none, or it has none. */
struct qc_str html_attribute(const struct html_node *node, const char *name);
bool html_has_attribute(const struct html_node *node, const char *name);

/* Value of a property in the element's own style, in small letters; empty: none. */
struct qc_str html_style(const struct html_node *node, const char *property);

/* Value of a property among "name: value; …"; empty: none. */
struct qc_str html_property(struct qc_str properties, struct qc_str name);

bool html_is(const struct html_node *node, const char *name);

/* A list, and the number of its next item. */
struct html_list {
    bool ordered;
    const struct html_form *form; /* of a style sheet, or NULL */
    enum import_numeral numeral;
    long value, step;
};
struct html_list html_list_of(const struct html_sheet *sheet, const struct html_node *node);

/* A way to count by the name that CSS has for it; IMPORT_NUMERAL_OTHER: another one. */
enum import_numeral html_numeral(struct qc_str style);

/*
 * What stands before an item, with a blank; it is counted. A bullet is the dash that such items have in documents.
 * *lost: something does, and it cannot be told what.
 */
struct qc_str html_next_marker(struct html_sheet *sheet, struct html_list *list, const struct html_node *item,
                               bool *lost);

/* Does the text begin with a marker of its own, "-", "1." or "a)"? Then it gets no dash before it. */
bool html_has_marker(struct qc_str text);

/* Decides what of the tree is furniture. */
void html_find_furniture(struct qc_arena *arena, struct html_node *root);

/* Adds the tree's lines to the page. */
void html_add_lines(struct html_sheet *sheet, struct html_node *root, struct import_page *page);

#endif
