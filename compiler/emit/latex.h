/*
 * latex.h - what the files of the LaTeX format share.
 */
#ifndef QC_EMIT_LATEX_H
#define QC_EMIT_LATEX_H

#include "emit/out.h"

/*
 * Does LaTeX print the text as it stands, its letters being those of
 * Vietnamese and its words short? False only means that somebody has to look
 * closer.
 */
enum { QC_LATEX_SHORT_WORD = 18 /* bytes */ };
bool qc_latex_is_plain(struct qc_str text);

/* The same without the instructions that only some machines have. */
bool qc_latex_is_plain_portable(struct qc_str text);

/*
 * Folds what was written since start: to TeX a line end is a blank, and a
 * line of 200,000 bytes is more than it reads. Of several blanks only the
 * first may become a line end: an empty line would end the paragraph.
 */
void qc_latex_fold(struct qc_out *out, size_t start);

#endif
