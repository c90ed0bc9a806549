/*
 * review.h - the comments that say what qc import was unsure of.
 */
#ifndef QC_SYNTAX_REVIEW_H
#define QC_SYNTAX_REVIEW_H

#include "syntax/remark.h"

/*
 * Adds the reviews of a source to cx->reviews. Reports those that name no finding
 * of an import.
 */
void qc_reviews_collect(struct qc_compilation *cx, const struct qc_source *source,
                        const struct qc_tokens *lines, const struct qc_remarks *remarks);

#endif
