/*
 * import.h - what an old document becomes: one text in the language or
 * several, and what was uncertain in making them.
 */
#ifndef QC_IMPORT_IMPORT_H
#define QC_IMPORT_IMPORT_H

#include "diag/diag.h"
#include "import/page.h"

/* Something that the user should look at, in the text that was made. */
struct import_doubt {
    enum qc_diag_id id;  /* QC7xx */
    uint32_t begin, end; /* bytes of the text */
    struct qc_str what;  /* for the message's %.*s; may be empty */
    size_t count;        /* for its %zu */
};

/* One .qc file of the result. */
struct import_text {
    struct qc_str
        name; /* of its file: the stem that was given, "-quy-che" behind it where it is not the first, ".qc" */
    struct qc_str text;                 /* NFC, ends with a line end */
    QC_VEC(struct import_doubt) doubts; /* in the order of the text */
    size_t words;                       /* of the source that the document prints */
    size_t aside;                       /* of the source that stand in comments */
    size_t signatures;
};

struct import_result {
    QC_VEC(struct import_text) texts; /* at least one; a decision before the text that it brings into force */
    size_t words;                     /* of the source; all of them stand in one of the texts */
};

/*
 * Writes the lines of a page as texts in the language. stem is the name of
 * the files to come, without ".qc". Reports nothing: the texts are compiled
 * first, then qc_import_report tells of the doubts where they stand in them.
 */
void qc_import_compose(struct qc_compilation *cx, const struct import_page *page, struct qc_str stem,
                       struct import_result *result);

/* Reports the doubts of a text that was compiled as source number file. */
void qc_import_report(struct qc_compilation *cx, const struct import_text *text, uint32_t file);

#endif
