/*
 * uses.h - where a thing is declared, and everywhere it is used, in the
 * document, the files that it uses and the other documents that are open.
 */
#ifndef QC_LSP_USES_H
#define QC_LSP_USES_H

#include "lsp/things.h"

struct lsp_use {
    struct lsp_document *document; /* in whose compilation it was found */
    struct lsp_thing thing;
};

struct lsp_uses {
    QC_VEC(struct lsp_use) items; /* none twice */
    bool built_in;                /* there are others in modules that are built in */
};

/* Where the thing is declared; false when it is declared nowhere. */
bool lsp_declared_at(const struct lsp_document *document, const struct lsp_thing *thing,
                     struct qc_span *span);

/* The field of a block that a thing of kind LSP_FIELD names, or NULL. */
const struct qc_declaration *lsp_field_of(const struct lsp_thing *thing);

/* The source of a file or module that a value of dùng names (locate.c); NULL when the document has not taken in a file of that name. */
const struct qc_source *lsp_used_source(struct lsp_server *server, const struct lsp_document *document,
                                        struct qc_str use);

/* What means the same as the thing, its declaration included. here: in the open text of the document alone. */
void lsp_uses_find(struct lsp_server *server, struct lsp_document *document, const struct lsp_thing *thing,
                   bool here, struct lsp_uses *uses);

#endif
