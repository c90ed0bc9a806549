/*
 * prose.h - making paragraphs out of source lines.
 */
#ifndef QC_SYNTAX_PROSE_H
#define QC_SYNTAX_PROSE_H

#include "diag/diag.h"
#include "syntax/tree.h"

/* A paragraph of one line's span; the second in the arena. */
struct qc_prose qc_prose_of(const struct qc_source *source, struct qc_span span);
struct qc_prose *qc_prose_new(struct qc_arena *arena, const struct qc_source *source, struct qc_span span);

/* Gives it another text than it has in the source; it stays where it is. */
void qc_prose_replace(struct qc_arena *arena, struct qc_prose *prose, struct qc_str text);

/* Joins a further line to the paragraph with one blank. */
void qc_prose_join(struct qc_arena *arena, struct qc_prose *prose, const struct qc_source *source,
                   struct qc_span span);

#endif
