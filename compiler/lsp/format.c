/*
 * format.c - textDocument/formatting: what qc fmt writes, as edits.
 *
 * A document with errors stays as it is, without a word: the errors are shown
 * already, and an editor that formats at each save would complain each time.
 */
#include "fix/apply.h"
#include "lsp/edits.h"

/* The canonical form with the line ends that the editor has: they are its own affair. NULL: there is none. */
static json_t *edits_of(struct lsp_server *server, struct lsp_document *document, struct qc_context *qc,
                        struct lsp_error *error)
{
    struct qc_reformatted reformatted = { 0 };
    enum qc_result result =
        lsp_compile_copy(server, document, qc) ? qc_reformat(qc, 0, &reformatted) : QC_FAILED;
    if (result == QC_NO_MEMORY)
        lsp_exhausted(server);
    if (result != QC_OK)
        return NULL;
    if (reformatted.refused)
        return lsp_fail(error, LSP_REQUEST_FAILED, lsp_pick(server, LSP_TEXT_format_refused));
    struct qc_buf text = { .arena = &server->scratch };
    qc_add_lines(&text, qc->source->bytes, qc_line_end(lsp_document_bytes(document)));
    return lsp_edits_to(server, document, qc_buf_str(&text));
}

json_t *lsp_formatting(struct lsp_server *server, struct lsp_document *document, const json_t *params,
                       struct lsp_error *error)
{
    (void)params; /* tabs and blanks: the canonical form has its own */
    struct qc_context *qc = lsp_context_new(server);
    qc_use_config(qc, false); /* which rules a project has chosen does not matter */
    qc_choose_level(qc, QC_ERROR);
    json_t *edits = edits_of(server, document, qc, error);
    qc_context_free(qc);
    return edits;
}
