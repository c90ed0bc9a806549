/*
 * residue.h - paragraphs that are no part of the text: other checks take them
 * as if they were not there.
 */
#ifndef QC_CHECK_RESIDUE_H
#define QC_CHECK_RESIDUE_H

#include "syntax/tree.h"

/* The whole paragraph is furniture of a web page ("Xem thêm", a date in brackets, an address) or a rule (-----). */
bool qc_is_residue(struct qc_arena *arena, const struct qc_prose *prose);

#endif
