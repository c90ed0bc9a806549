/*
 * registry.h - the registry as the program is built with it (compiler/tools/registry).
 *
 * Rows have places of texts instead of addresses, which each process would
 * have to fill in, whether it looks for an instrument or not.
 */
#ifndef QC_SEMA_REGISTRY_H
#define QC_SEMA_REGISTRY_H

#include <stdatomic.h>

#include "sema/instrument.h"

struct qc_registry_text {
    uint32_t at, length; /* in qc_registry_texts */
};

/* As struct qc_instrument. */
struct qc_registry_row {
    struct qc_registry_text name, type, number, issuer, subject, source;
    struct qc_date issued, from, until, verified;
    struct qc_registry_text replaced_by[QC_INSTRUMENT_LINKS], amended_by[QC_INSTRUMENT_LINKS];
    enum qc_confidence confidence;
};

/* An entry, once it was wanted: qc_registry_at. */
struct qc_registry_made {
    struct qc_instrument entry;
    atomic_bool done;
};

extern const struct qc_registry_row qc_registry_rows[];
extern struct qc_registry_made qc_registry_made[];
extern const char *const qc_registry_texts;

static inline struct qc_str qc_registry_text(struct qc_registry_text text)
{
    return (struct qc_str){ qc_registry_texts + text.at, text.length };
}

#endif
