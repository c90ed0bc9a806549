/*
 * edits.h - changes of texts, as the editor makes them.
 */
#ifndef QC_LSP_EDITS_H
#define QC_LSP_EDITS_H

#include "lsp/server.h"

/*
 * A WorkspaceEdit of a fix's edits, in whichever files; NULL when it has none,
 * when two of them overlap or when one is in no file that could be changed.
 * Sorts the edits.
 */
json_t *lsp_workspace_edit(struct lsp_server *server, struct lsp_document *document, struct qc_edit *edits,
                           size_t count);

/* A WorkspaceEdit of TextEdits of the document itself. Takes the reference. */
json_t *lsp_document_edit(struct lsp_server *server, const struct lsp_document *document, json_t *text_edits);

/* TextEdits that make the document's text into another, each as small as may be. */
json_t *lsp_edits_to(struct lsp_server *server, struct lsp_document *document, struct qc_str after);

/* A TextEdit. Takes the reference. */
json_t *lsp_text_edit(struct lsp_server *server, json_t *range, struct qc_str text);

/* Adds the TextEdits of a file to a WorkspaceEdit. Takes the references to uri and edits. */
void lsp_add_file(const struct lsp_server *server, json_t *edit, json_t *uri, json_t *edits);

#endif
