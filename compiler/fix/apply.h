/*
 * apply.h - applies the fixes of the findings to the bytes of a document.
 *
 * One round: what is found in the result is another compilation's to say.
 */
#ifndef QC_FIX_APPLY_H
#define QC_FIX_APPLY_H

#include "diag/diag.h"

/* Which fixes are wanted. They are numbered from 0 in the order of their findings, all that may be applied. */
struct qc_fix_choice {
    bool suggested;       /* those that are suggestions as well */
    const bool *left_out; /* by number; NULL: none */
};

struct qc_applied {
    struct qc_str bytes; /* of the file with the fixes; its own when there are none */
    size_t offered;      /* fixes that may be applied, those left out among them */
    size_t fixed;        /* findings whose fix was applied */
    size_t waiting;      /* whose fix overlaps with one of those, or was left out */
    size_t unsafe;       /* whose fix is a suggestion, and suggestions were not wanted */
    size_t elsewhere;    /* whose fix changes another file than source */
};

/*
 * Applies the chosen fixes of the findings in cx, in their order. The edits of one finding, or of one group, are
 * applied all or none; of two that overlap or touch the first is applied. What
 * is not edited keeps its bytes, unless one of the fixes normalizes the file.
 */
struct qc_applied qc_fixes_apply(struct qc_compilation *cx, const struct qc_source *source,
                                 const struct qc_fix_choice *choice);

/* Chains the reported findings of each group in their order: group->first, and from there next_in_group. */
void qc_fixes_chain(const struct qc_compilation *cx);

/*
 * Are all findings of the group reported, once they are chained? One that is not was not to be changed, and without it
 * the others come out wrong. True of a finding without a group.
 */
bool qc_fix_is_complete(const struct qc_diagnostic *first);

/* How the lines of a file end: as its first one does. */
struct qc_str qc_line_end(struct qc_str bytes);

/* Adds text with this end for each newline. */
void qc_add_lines(struct qc_buf *out, struct qc_str text, struct qc_str end);

/*
 * The bytes of a file with edits made to its text, which stand in the order of the text and do not overlap. A newline in
 * them is written as the file ends its lines. from_text: what is not edited comes from the text, not from the bytes.
 */
struct qc_str qc_edits_write(struct qc_arena *arena, const struct qc_source *source, const struct qc_edit *edits,
                             size_t count, bool from_text);

#endif
