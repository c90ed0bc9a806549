/*
 * markup.h - HTML that stayed behind in a text: tags and entities.
 */
#ifndef QC_CHECK_MARKUP_H
#define QC_CHECK_MARKUP_H

#include "base/str.h"

struct qc_markup {
    size_t end;       /* in the text, behind it */
    const char *text; /* what it stands for: "" for a tag */
    bool parts;       /* a tag of a block, cell or line: what stands before and behind it are two words */
};

/* Does a tag or an entity begin at text[at]? */
bool qc_markup_at(struct qc_str text, size_t at, struct qc_markup *markup);

/* Does one end the text, blanks aside? The ";" of "&nbsp;" is no mark of the sentence then. */
bool qc_markup_ends(struct qc_str text);

#endif
