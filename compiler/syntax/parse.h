/*
 * parse.h - from a source to its tree.
 */
#ifndef QC_SYNTAX_PARSE_H
#define QC_SYNTAX_PARSE_H

#include "syntax/token.h"

/* Parses a source. Always returns a tree; what does not fit is reported. */
struct qc_tree *qc_parse(struct qc_compilation *cx, struct qc_source *source);

/* The lines of a source, and the declarations and units of a tree, for people and tests. */
void qc_dump_tokens(struct qc_compilation *cx, struct qc_source *source, struct qc_buf *out);
void qc_dump_tree(const struct qc_tree *tree, struct qc_buf *out);

#endif
