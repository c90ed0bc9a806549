/*
 * allow.h - allowances: findings that a comment accepts.
 *
 *     // qc: cho phép number-gap — khoản 3 đã bãi bỏ
 *
 * syntax/allow.c reads them and settles what each covers; here they take
 * effect. The same comment may name several rules: each is an allowance.
 */
#ifndef QC_DIAG_ALLOW_H
#define QC_DIAG_ALLOW_H

#include "diag/diag.h"

struct qc_allowance {
    enum qc_diag_id id;
    struct qc_span name;   /* the rule as typed */
    struct qc_span covers; /* findings that begin here are accepted */
    struct qc_str reason;  /* "" when there is none */
    bool used;
};

/* Moves the diagnostics that an allowance covers from cx->diagnostics to cx->allowed. May be called again. */
void qc_allowances_apply(struct qc_compilation *cx);

/*
 * Reports the allowances of a file that nothing has used, when all checks have
 * run. Those of other files are left alone: another document may need them.
 */
void qc_allowances_report_unused(struct qc_compilation *cx, uint32_t file);

#endif
