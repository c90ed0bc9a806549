/*
 * excerpt.h - a few lines of a source, kept when the rest of it goes.
 *
 * An excerpt is a source itself: positions in it are those of the file, so
 * that findings about many files can be printed when none of them is in
 * memory any more.
 */
#ifndef QC_SOURCE_EXCERPT_H
#define QC_SOURCE_EXCERPT_H

#include "source/source.h"

/*
 * Adds the lines of whole that the spans touch, in their order there, to
 * sources; arena is theirs. Nothing of whole is referred to afterwards.
 */
struct qc_source *qc_source_excerpt(struct qc_arena *arena, struct qc_sources *sources,
                                    const struct qc_source *whole, const struct qc_span *spans, size_t count);

/*
 * A span of the whole as one of the excerpt. Where it begins or ends in a line
 * that was left out, the next one that was kept takes its place.
 */
struct qc_span qc_excerpt_span(const struct qc_source *excerpt, struct qc_span span);

#endif
