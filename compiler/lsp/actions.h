/*
 * actions.h - the changes that code actions offer.
 */
#ifndef QC_LSP_ACTIONS_H
#define QC_LSP_ACTIONS_H

#include "fix/apply.h"
#include "lsp/server.h"

/* A change that does away with a finding. */
struct lsp_remedy {
    struct qc_str title; /* in the scratch arena */
    json_t *edit;        /* a WorkspaceEdit */
    bool safe;           /* it changes no word's meaning */
};

/* What qc check --fix-suggested would do about a finding; the groups are chained. False: nothing. */
bool lsp_fix_of(struct lsp_server *server, struct lsp_document *document, const struct qc_diagnostic *d,
                struct lsp_remedy *remedy);

/* The comment that accepts it (qc.5, "// qc: cho phép"). False: it cannot be accepted. */
bool lsp_acceptance_of(struct lsp_server *server, struct lsp_document *document,
                       const struct qc_diagnostic *d, struct lsp_remedy *remedy);

/* The comment of qc import that asks to look at it goes away ("// qc: xem lại"). False: there is none. */
bool lsp_look_of(struct lsp_server *server, struct lsp_document *document, const struct qc_diagnostic *d,
                 struct lsp_remedy *remedy);

/*
 * What qc check --fix would write, as an edit; qc holds a copy of the document,
 * compiled, and another one afterwards. NULL: nothing.
 */
json_t *lsp_try_all_fixes(struct lsp_server *server, struct lsp_document *document, struct qc_context *qc);

/* Has the series a number behind the unit that does not count on from it? */
bool lsp_is_miscounted_behind(const struct qc_unit *unit);

/* Makes the units behind the one at an offset count on from it; qc as above. NULL: nothing. */
json_t *lsp_try_renumbering(struct lsp_server *server, struct lsp_document *document, struct qc_context *qc,
                            uint32_t offset);

#endif
