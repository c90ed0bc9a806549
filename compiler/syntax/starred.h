/*
 * starred.h - a heading that is set in Markdown's stars: "**Điều 1. **Ban
 * hành", "**I. MỤC ĐÍCH**".
 */
#ifndef QC_SYNTAX_STARRED_H
#define QC_SYNTAX_STARRED_H

#include "diag/diag.h"
#include "syntax/token.h"

/*
 * Does the line open with stars and then with a label or a number and its
 * mark? Reports it (starred_heading) and returns true.
 */
bool qc_report_starred(struct qc_compilation *cx, const struct qc_source *source,
                       const struct qc_token *line);

#endif
