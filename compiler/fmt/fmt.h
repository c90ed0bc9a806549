/*
 * fmt.h - the canonical form of a source file.
 *
 * Keywords with their marks, one blank behind a colon and behind a marker,
 * fields indented by two, what goes on with a line above by two more; one
 * blank line between paragraphs and before parts, none at the ends. Words,
 * numbers, marks and comments stay, in their order. Must not report.
 */
#ifndef QC_FMT_FMT_H
#define QC_FMT_FMT_H

#include "syntax/token.h"

/*
 * The text of tree's source in canonical form, in the arena. Lines stay as
 * they are broken, or with wrap > 0 are broken anew at that many columns,
 * where a line can be broken. Only for a file without errors.
 */
struct qc_str qc_fmt(struct qc_arena *arena, const struct qc_tree *tree, unsigned wrap);

#endif
