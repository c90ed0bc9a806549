/*
 * allow.h - the comments that accept findings.
 */
#ifndef QC_SYNTAX_ALLOW_H
#define QC_SYNTAX_ALLOW_H

#include "syntax/remark.h"

/*
 * Adds the allowances of a source to cx->allowances (diag/allow.h): what each
 * covers is the unit with all below it, the paragraph, declaration or field
 * that follows its comment, or the document when the comment stands before
 * all of them and a blank line follows it. Reports those that name no rule or
 * give no reason. tree is what the parser has made of tokens.
 */
void qc_allowances_collect(struct qc_compilation *cx, const struct qc_source *source, const struct qc_tokens *lines,
                           const struct qc_tokens *tokens, struct qc_tree *tree, const struct qc_remarks *remarks);

#endif
