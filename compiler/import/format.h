/*
 * format.h - which format a file is in.
 */
#ifndef QC_IMPORT_FORMAT_H
#define QC_IMPORT_FORMAT_H

#include "import/page.h"

/* "text", "markdown", "docx", "html"; static. */
const char *qc_import_format_name(enum import_format format);

/* A format by its name; IMPORT_FORMAT_COUNT: there is none. */
enum import_format qc_import_format_find(const char *name);

/* By what the bytes are, which counts more than the ending of the file's name. */
enum import_format qc_import_format_of(struct qc_str bytes, struct qc_str name);

/* A file that is not read: what it is in both languages, and what makes a readable one of it; all static. */
struct import_foreign {
    const char *what[2];
    const char *command; /* with FILE for its name; "": none */
};

/* NULL when the bytes are not those of such a file. */
const struct import_foreign *qc_import_foreign(struct qc_str bytes);

#endif
