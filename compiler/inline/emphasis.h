/*
 * emphasis.h - one emphasis, as nearly all paragraphs with marks have it.
 */
#ifndef QC_INLINE_EMPHASIS_H
#define QC_INLINE_EMPHASIS_H

#include "base/str.h"

/* Text between two runs of as many stars. */
struct qc_emphasis {
    size_t begin, end; /* of the text */
    size_t stars;      /* on either side, one or two */
};

/*
 * Is the only markup of a text one emphasis, where CommonMark leaves no
 * choice? False for anything less plain, which is for cmark to decide. The
 * text has no escapes, braces, links or images; other characters mean
 * themselves.
 */
bool qc_emphasis_alone(struct qc_str text, struct qc_emphasis *found);

#endif
