/*
 * layout.h - between layout.c and layout_header.c; nobody else's.
 */
#ifndef QC_SYNTAX_LAYOUT_H
#define QC_SYNTAX_LAYOUT_H

#include "syntax/token.h"

struct qc_layout {
    struct qc_compilation *cx;
    const struct qc_source *source;
    struct qc_scanned *lines;
    size_t next; /* line behind the one that is placed */
    struct qc_marker *marker;         /* where that of the line goes, if it has one */
    const struct qc_keyword *keyword; /* of the line that is placed, if its part has one */
    uint32_t breaks;                  /* empty lines so far */
    size_t looked_up;        /* next when its keyword was looked up: */
    const struct qc_keyword *found;
    bool found_english;
    const struct qc_keyword *key;   /* the open declaration, or NULL */
    uint32_t key_indent;
    const struct qc_keyword *field; /* the open field of a block, or NULL */
    uint32_t field_indent;
    bool field_flush_left;          /* it stands flush left by mistake: indented fields after it are no part of it */
    struct qc_span key_span;
    bool after_mistake;             /* a line above was reported: what hangs on it is no second mistake */
    uint32_t mistake_indent;        /* of that line */
    bool after_blank;               /* a blank line stands right above */
    bool in_body;
    bool in_table;                  /* the line above is a table row: a table is reported once */
    bool before_body;               /* an ending, or a heading in stars, stood before the body: lines are skipped up to it */
    bool any_keyword;
    unsigned outdents;              /* suggested so far */
    struct qc_tree *tree;
};

/* Asked several times of a line, found once. Leaves *english as it is when there is none. */
const struct qc_keyword *qc_layout_keyword(struct qc_layout *layout, const struct qc_token *line, bool *english);

/* kết thúc: and nơi nhận:, flush left and alone on their line: gives the line its part. */
bool qc_layout_ending(struct qc_layout *layout, const struct qc_token *line);

/* A line before the body. */
void qc_layout_header_line(struct qc_layout *layout, struct qc_token *line);

static inline struct qc_str qc_layout_text(const struct qc_layout *layout, struct qc_span span)
{
    return qc_str_slice(layout->source->text, span.begin, span.end);
}

/* Gives the line that is placed its part. */
static inline void qc_layout_put(struct qc_layout *layout, enum qc_token_kind kind)
{
    layout->lines->items.items[layout->next - 1].token = (uint8_t)kind;
}

/* The same of a declaration or field. */
static inline void qc_layout_put_keyed(struct qc_layout *layout, enum qc_token_kind kind, const struct qc_keyword *keyword)
{
    qc_layout_put(layout, kind);
    layout->keyword = keyword;
    layout->lines->items.items[layout->next - 1].keyword = (uint16_t)keyword->id;
}

static inline bool qc_layout_marker(struct qc_layout *layout, struct qc_token *line)
{
    return qc_marker_read(&layout->cx->arena, layout->source, line, layout->marker);
}

#endif
