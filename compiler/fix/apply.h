/*
 * apply.h - applies the fixes of the findings to the bytes of a document.
 *
 * One round: what is found in the result is another compilation's to say.
 */
#ifndef QC_FIX_APPLY_H
#define QC_FIX_APPLY_H

#include "diag/diag.h"

struct qc_applied {
    struct qc_str bytes; /* of the file with the fixes; its own when there are none */
    size_t fixed;        /* findings whose fix was applied */
    size_t waiting;      /* whose fix overlaps with one of those */
    size_t unsafe;       /* whose fix is a suggestion, and suggestions were not wanted */
    size_t elsewhere;    /* whose fix changes another file than source */
};

/*
 * Applies the safe fixes of the findings in cx, in their order, or the
 * suggested ones as well. The edits of one finding, or of one group, are
 * applied all or none; of two that overlap or touch the first is applied. What
 * is not edited keeps its bytes.
 */
struct qc_applied qc_fixes_apply(struct qc_compilation *cx, const struct qc_source *source, bool suggested);

#endif
