/*
 * emit.h - the table of output formats.
 *
 * An emitter prints a resolved document through a qc_out. It prints every
 * part in the order of struct qc_document, escapes text for its format and
 * computes no meaning.
 */
#ifndef QC_EMIT_EMIT_H
#define QC_EMIT_EMIT_H

#include "emit/out.h"
#include "sema/document.h"

struct qc_emitter {
    const char *name;       /* "html" */
    const char *extension;  /* ".html" */
    const char *summary[2]; /* Vietnamese, English */
    void (*emit)(struct qc_out *out, const struct qc_document *document);
};

/* The formats in the order of emitters.def; ends with a name of NULL. */
extern const struct qc_emitter qc_emitters[];

/* The format called name ("html"), or NULL. */
const struct qc_emitter *qc_emitter_find(const char *name);

#endif
