/*
 * remark.h - the comments that speak to qc: "// qc: cho phép …" accepts findings
 * (allow.h), "// qc: xem lại …" says what to look at (review.h).
 */
#ifndef QC_SYNTAX_REMARK_H
#define QC_SYNTAX_REMARK_H

#include "syntax/token.h"

enum qc_remark_verb { QC_REMARK_ALLOW, QC_REMARK_REVIEW };

struct qc_remark {
    enum qc_remark_verb verb;
    size_t line;                  /* its number among the lines of the source, from 0 */
    QC_VEC(struct qc_span) names; /* the rules as typed; at least one, which may be empty */
    struct qc_str reason;         /* what stands behind the dash; "" when there is none */
};

struct qc_remarks {
    QC_VEC(struct qc_remark) items; /* in the order of the text */
};

/* Adds the remarks among the lines of a source. */
void qc_remarks_read(struct qc_compilation *cx, const struct qc_source *source,
                     const struct qc_scanned *lines, struct qc_remarks *remarks);

/* The rule that a name of a remark means; QC_DIAG_COUNT when there is none. */
enum qc_diag_id qc_remark_rule(struct qc_compilation *cx, struct qc_span name);

#endif
