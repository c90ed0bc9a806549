/*
 * token.h - a line of the source, first as the scanner sees it, then as the
 * layout pass places it.
 *
 * One token is one line: prose is not cut into words.
 */
#ifndef QC_SYNTAX_TOKEN_H
#define QC_SYNTAX_TOKEN_H

#include "diag/diag.h"
#include "syntax/tree.h"

enum qc_line_kind {
#define QC_LINE(id, name) QC_LINE_##id,
#include "syntax/token.def"
    QC_LINE_COUNT
};

enum qc_token_kind {
#define QC_TOKEN(id) QC_TOKEN_##id,
#include "syntax/token.def"
    QC_TOKEN_COUNT
};

/* A line as it is kept: a text has many. */
struct qc_scanned_line {
    uint32_t begin, end; /* the line without its indentation and trailing blanks */
    uint32_t indent;     /* columns before it */
    uint8_t kind;        /* enum qc_line_kind */
    uint8_t token;       /* enum qc_token_kind; QC_TOKEN_COUNT while it has no part */
    uint16_t keyword;    /* of a declaration its enum qc_keyword_id, of a field its enum qc_field_id */
};

/* The same with all that can be read in it. */
struct qc_token {
    enum qc_line_kind line;
    enum qc_token_kind kind;
    struct qc_span span;
    uint32_t indent;

    /* of a keyed line, and of the declarations and fields made from it */
    struct qc_span key, value;
    const struct qc_keyword *keyword;

    /* of a unit, and of an item: where its text begins */
    struct qc_marker *marker; /* NULL of another line */
    struct qc_span rest;
    bool glued; /* no blank between marker and text */

    uint32_t number; /* of its line, from 0 */
    uint32_t breaks; /* blank lines above it that have a part */
};

struct qc_scanned {
    QC_VEC(struct qc_scanned_line) items;
};

const char *qc_line_name(enum qc_line_kind kind);

/* Cuts a source into lines, the last of kind BLANK at the end of file. */
void qc_scan(struct qc_compilation *cx, const struct qc_source *source, struct qc_scanned *lines);

/* Where a line stands. */
struct qc_span qc_span_of_line(const struct qc_source *source, const struct qc_scanned_line *line);

/* What can be read in a line: key, value and keyword, but no marker. */
struct qc_token qc_token_of(const struct qc_source *source, const struct qc_scanned_line *line);

/* The same, and the marker, which lives in *marker, of a line whose part has one: a unit, an item. */
struct qc_token qc_token_marked(struct qc_arena *arena, const struct qc_source *source, const struct qc_scanned_line *line,
                                struct qc_marker *marker);

/*
 * The layout pass over a source, made in the arena: gives each line its part,
 * in order - where the header ends, what continues what. Reports lines that
 * have none; comments have none, nor has a blank line outside prose. The tree
 * gets what is known of its keywords.
 */
struct qc_layout;
struct qc_layout *qc_layout_begin(struct qc_compilation *cx, const struct qc_source *source, struct qc_scanned *lines,
                                  struct qc_tree *tree);

/* The next line with a part, blank ones aside; its marker, if its part has one, goes to *marker. At the end QC_TOKEN_END. */
void qc_layout_next(struct qc_layout *layout, struct qc_token *token, struct qc_marker *marker);

/*
 * Reads the marker that a line opens with into *marker, token->rest and
 * glued, and sets token->marker to it. Returns false, and token->marker is
 * NULL, when its look is deceptive and the line is prose. Letter and
 * Roman signs of one capital come out as QC_STYLE_LETTER_SIGN: which of the
 * two they are depends on the open series (series.c).
 */
bool qc_marker_read(struct qc_arena *arena, const struct qc_source *source, struct qc_token *token,
                    struct qc_marker *marker);

/*
 * May the marker open a series where none is open? Not a single capital other
 * than A and I, nor a number of more than two digits (language, "Styles").
 */
bool qc_marker_may_open(const struct qc_marker *marker);

/* Value of a Roman numeral in capitals or small letters; 0 when it has other letters. */
unsigned qc_roman_value(struct qc_str text);

/* The proper numeral of value (1 to 3999), in capitals. */
struct qc_str qc_roman_format(struct qc_arena *arena, unsigned value);

/* Place of a letter in the order of Vietnamese points (a = 1 … y = 23), case apart; 0 when it has none. */
unsigned qc_letter_place(unsigned code_point);

/* The letter at a place, small; place 24 and more give "". */
struct qc_str qc_letter_at(unsigned place);

/*
 * The end mark of a text (. ; : , ? ! …), sought through closing quotes,
 * brackets, emphasis and {#…}; 0 when it has none.
 */
unsigned qc_end_mark(struct qc_str text);

/* First letter of a text begins in lower case; opening quotes, brackets and stars are looked through. */
bool qc_opens_in_lower_case(struct qc_str text);

#endif
