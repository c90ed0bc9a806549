/*
 * difference.h - two versions of a file as a unified diff.
 */
#ifndef QC_FIX_DIFFERENCE_H
#define QC_FIX_DIFFERENCE_H

#include "base/str.h"
#include "base/vec.h"

/*
 * Adds what turns before into after, in the form that patch and git apply
 * read; nothing when they are the same. path is the file's, as it was given.
 * The lines are printed as they are.
 */
void qc_difference_print(struct qc_buf *out, struct qc_str path, struct qc_str before, struct qc_str after);

/* Bytes begin to end of the version before, and what stands there in the one after. */
struct qc_replacement {
    size_t begin, end;
    struct qc_str text; /* a view of after */
};

struct qc_replacements {
    QC_VEC(struct qc_replacement) items; /* in order; they neither overlap nor touch a character in its middle */
};

/* Adds the changes that turn before into after, each as small as comparing it from both ends makes it. */
void qc_difference_find(struct qc_arena *arena, struct qc_str before, struct qc_str after, struct qc_replacements *changes);

#endif
