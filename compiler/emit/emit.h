/*
 * emit.h - the table of output formats.
 *
 * An emitter prints a resolved document into a qc_out. It prints every
 * part in the order of struct qc_document, escapes text for its format and
 * computes no meaning.
 */
#ifndef QC_EMIT_EMIT_H
#define QC_EMIT_EMIT_H

#include "emit/out.h"
#include "qc.h"
#include "sema/document.h"

/* What an emitter is given. */
struct qc_emission {
    struct qc_out *out;
    const struct qc_document *document;
    const struct qc_emit_options *options; /* never NULL */
    struct qc_compilation *cx;             /* for what a format cannot print: reported, not dropped */
};

struct qc_emitter {
    const char *name;       /* "html" */
    const char *extension;  /* ".html" */
    const char *summary[2]; /* Vietnamese, English */
    void (*emit)(const struct qc_emission *emission);
};

/* The formats in the order of emitters.def; ends with a name of NULL. */
extern const struct qc_emitter qc_emitters[];

/* The format called name ("html"), or NULL. */
const struct qc_emitter *qc_emitter_find(const char *name);

#endif
