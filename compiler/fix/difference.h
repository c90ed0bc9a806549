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

#endif
