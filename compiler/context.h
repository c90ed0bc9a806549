/*
 * context.h - what a context holds, for the files that make up the public library.
 */
#ifndef QC_CONTEXT_H
#define QC_CONTEXT_H

#include "qc.h"

#include "chain/chain.h"
#include "emit/emit.h"
#include "import/import.h"
#include "renew/renew.h"
#include "sema/document.h"

struct qc_context {
    struct qc_compilation cx;
    struct qc_source *source;
    struct qc_tree *tree;
    struct qc_document *document;
    bool checked;
    const struct qc_emitter *emitter; /* of the last output, or NULL */
    struct qc_emit_options emitted;   /* its options */
    size_t compiled_count;     /* diagnostics before the checks */
    size_t compiled_levels[3]; /* the same by level */
    size_t compiled_allowed;   /* of those that an allowance took away */
    struct qc_choices choices; /* of the caller; kept from one compilation to the next */
    bool use_config;           /* so is this */
    const char *library;       /* so are the directories of modules */
    qc_read_fn *read;          /* so is who has files open */
    void *read_user;
    struct qc_choices chosen;  /* the project's, and over them the caller's */
    struct qc_chains chains;   /* of a context that judges several documents; it compiles none itself */
    bool judged;               /* the chains are linked, and judged */
    char *before;              /* bytes of the document before it was repaired, malloc'ed; or NULL */
    size_t before_length;
    const struct import_result *imported; /* of a context that imports, or NULL */
    const struct qc_renewal *renewal; /* the last one of this document, or NULL */
};

/* Releases what the context has compiled; what was chosen stays. */
void qc_context_reset(struct qc_context *qc);

/* The language of findings that a caller means. */
static inline enum qc_lang qc_lang_of(enum qc_language language)
{
    return language == QC_VIETNAMESE ? QC_LANG_VI : QC_LANG_EN;
}

/* Gives what was printed to the caller's writer. */
static inline enum qc_result qc_hand_over(const struct qc_buf *buf, qc_write_fn *write, void *user)
{
    return buf->len == 0 || write(user, buf->ptr, buf->len) ? QC_OK : QC_WRITE_FAILED;
}

/*
 * Runs body with the arena's way out in place. The label is reached by
 * longjmp as well, so locals that change are not used behind it.
 */
#define WITH_MEMORY(qc, body)                                                                                 \
    do {                                                                                                      \
        jmp_buf out_of_memory;                                                                                \
        (qc)->cx.arena.out_of_memory = &out_of_memory;                                                        \
        if (setjmp(out_of_memory) != 0) {                                                                     \
            (qc)->cx.arena.out_of_memory = NULL;                                                              \
            return QC_NO_MEMORY;                                                                              \
        }                                                                                                     \
        body;                                                                                                 \
        (qc)->cx.arena.out_of_memory = NULL;                                                                  \
    } while (0)

#endif
