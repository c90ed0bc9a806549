/*
 * outdent.h - may a line that opens with a keyword, inside the value above it,
 * be moved out to be a declaration of its own?
 */
#ifndef QC_SYNTAX_OUTDENT_H
#define QC_SYNTAX_OUTDENT_H

#include "diag/diag.h"
#include "syntax/keyword.h"
#include "syntax/token.h"

/*
 * Line number at of lines, which opens with keyword, a field of a block when
 * keyword->block is one: would it be read well with an indentation of columns?
 * Not when the keyword is declared already and cannot be twice, when the lines
 * behind it would hang on it, or when what it says can be no value of it.
 */
bool qc_may_outdent(struct qc_compilation *cx, const struct qc_source *source, const struct qc_scanned *lines, size_t at,
                    const struct qc_keyword *keyword, uint32_t columns);

#endif
