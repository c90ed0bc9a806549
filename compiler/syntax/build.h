/*
 * build.h - what the grammar's actions call: one function a construction.
 */
#ifndef QC_SYNTAX_BUILD_H
#define QC_SYNTAX_BUILD_H

#include "syntax/token.h"

struct qc_builder;

/* The next token of the layout pass, for the generated parser (parse.c). */
int qcparse_lex(struct qc_token *token, struct qc_span *span, struct qc_builder *builder);

/* The state of one parse. */
struct qc_builder {
    struct qc_compilation *cx;
    const struct qc_source *source;
    const struct qc_scanned *lines;
    struct qc_layout *layout;
    size_t taken;                /* tokens that the parser has taken */
    struct qc_marker markers[2]; /* of the last two */
    uint32_t breaks;             /* blank lines before the token that was built last */
    struct qc_tree *tree;
    struct qc_declaration *block;  /* the declaration that holds fields and values */
    struct qc_declaration *target; /* what a continuation or item belongs to: the block, or its last field */

    /* the body (units.c) */
    struct qc_unit *unit;          /* innermost open unit */
    bool paragraph_open;           /* no blank line since the last line of the unit's last paragraph */
    bool on_first_line;            /* the line above is the unit's marker line */
    uint32_t paragraph_indent;     /* of the open paragraph's first line */
    struct qc_span last_line;
    uint32_t last_indent;
};

/* Header: a declaration, a further line or item of its value, a field of a block. */
void qc_build_declaration(struct qc_builder *builder, const struct qc_token *token);
void qc_build_continuation(struct qc_builder *builder, const struct qc_token *token);
void qc_build_item(struct qc_builder *builder, const struct qc_token *token);
void qc_build_field(struct qc_builder *builder, const struct qc_token *token);

/* What a blank line before the token ends: called before anything is made of the token. */
void qc_build_break(struct qc_builder *builder, const struct qc_token *token);

/* Prose of mở đầu, kết thúc, nơi nhận. */
void qc_build_line(struct qc_builder *builder, const struct qc_token *token);
void qc_build_ending_unit(struct qc_builder *builder, const struct qc_token *token);

/* Body. */
void qc_build_unit(struct qc_builder *builder, const struct qc_token *token);
void qc_build_unit_line(struct qc_builder *builder, const struct qc_token *token);
void qc_build_finish_units(struct qc_builder *builder);

/* A part out of order. */
void qc_build_misplaced(struct qc_builder *builder, struct qc_span span);

/* A line of prose and the columns before it. */
struct qc_line_place {
    struct qc_span span;
    uint32_t indent;
};

/*
 * Does a line directly under another continue its paragraph (language,
 * "Paragraphs")? is_title: the paragraph is a heading's title.
 */
bool qc_line_continues(const struct qc_source *source, struct qc_line_place above, uint32_t paragraph_indent,
                       struct qc_line_place line, bool is_title);

/* The last word of a line cannot end anything: "… trách nhiệm của". */
bool qc_line_is_left_open(struct qc_str text);

/* The line's text, without the backslash that only makes it plain. */
struct qc_span qc_plain_line(const struct qc_source *source, const struct qc_token *token);

#endif
