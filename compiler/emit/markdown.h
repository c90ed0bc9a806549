/*
 * markdown.h - one line of CommonMark, used by emit_markdown.c only.
 */
#ifndef QC_EMIT_MARKDOWN_H
#define QC_EMIT_MARKDOWN_H

#include "emit/parts.h"

/* How the text of a line stands; a set. */
enum {
    QC_MD_STRONG = 1,
    QC_MD_EMPHASIS = 2,
    QC_MD_CODE = 4, /* never asked for: code spans of the text have it */
    QC_MD_CAPITALS = 8,
    QC_MD_HEADING = 16, /* after "# ": bold already, and no place where a block could open */
};

/*
 * Prints a marker and, after one blank, a paragraph, all on one line without
 * its end. Either may be empty or NULL.
 */
void qc_markdown_line(struct qc_out *out, struct qc_str marker, unsigned marker_look,
                      const struct qc_inlines *content, unsigned look);

#endif
