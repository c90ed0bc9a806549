/*
 * import.h - what an old document becomes: one text in the language or
 * several, with a comment at each place that was uncertain (diag/doubts.def).
 */
#ifndef QC_IMPORT_IMPORT_H
#define QC_IMPORT_IMPORT_H

#include "diag/diag.h"
#include "import/page.h"

/* One .qc file of the result. */
struct import_text {
    struct qc_str
        name; /* of its file: the stem that was given, "-quy-che" behind it where it is not the first, ".qc" */
    struct qc_str text; /* NFC, ends with a line end */
    size_t words;       /* of the source that the document prints */
    size_t aside;       /* of the source that stand in comments */
    size_t signatures;
};

struct import_result {
    QC_VEC(struct import_text) texts; /* at least one; a decision before the text that it brings into force */
    size_t words;                     /* of the source; all of them stand in one of the texts */
};

/*
 * Writes the lines of a page as texts in the language. stem is the name of
 * the files to come, without ".qc". Reports nothing: the comments in the texts
 * do, when those are read.
 */
void qc_import_compose(struct qc_compilation *cx, const struct import_page *page, struct qc_str stem,
                       struct import_result *result);

#endif
