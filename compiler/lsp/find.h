/*
 * find.h - what stands at a place of a compiled document, and how far it reaches.
 */
#ifndef QC_LSP_FIND_H
#define QC_LSP_FIND_H

#include "lsp/server.h"

/* The innermost unit that a text offset belongs to, its first line included; NULL in the header and behind the body. */
const struct qc_unit *lsp_unit_at(const struct lsp_document *document, uint32_t offset);

/* Where a unit ends with all below it. */
uint32_t lsp_unit_end(const struct qc_unit *unit);

/* Where a declaration or field ends, with its values, fields and paragraphs. */
uint32_t lsp_declaration_end(const struct qc_declaration *declaration);

#endif
