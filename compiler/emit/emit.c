/*
 * emit.c - the table of output formats.
 *
 * Owns the table made from emitters.def. Must not know what a format looks
 * like.
 */
#include "emit/emit.h"

#include "emit/parts.h"

const struct qc_emitter qc_emitters[] = {
#define QC_EMITTER(name, extension, vietnamese, english)                                                     \
    { #name, extension, { vietnamese, english }, qc_emit_##name },
#include "emit/emitters.def"
    { NULL, NULL, { NULL, NULL }, NULL },
};

const struct qc_emitter *qc_emitter_find(const char *name)
{
    for (const struct qc_emitter *emitter = qc_emitters; emitter->name != NULL; emitter++)
        if (strcmp(emitter->name, name) == 0)
            return emitter;
    return NULL;
}
