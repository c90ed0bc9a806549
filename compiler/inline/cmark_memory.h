/*
 * cmark_memory.h - libcmark's memory comes from an arena; for the files that call libcmark.
 */
#ifndef QC_INLINE_CMARK_MEMORY_H
#define QC_INLINE_CMARK_MEMORY_H

#include <cmark.h>

#include "base/arena.h"

/*
 * Memory for one parser and its nodes, to be used before another arena is
 * asked for on the same thread. Running out of it jumps, as in qc_alloc: what
 * cmark holds then is the arena's, too.
 */
cmark_mem *qc_cmark_memory(struct qc_arena *arena);

#endif
