/*
 * place.h - places: from what the compiler counts in to what the editor does, and back; and what stands at one.
 */
#ifndef QC_LSP_PLACE_H
#define QC_LSP_PLACE_H

#include "lsp/server.h"

/* SymbolKind of LSP. */
enum lsp_symbol_kind {
    LSP_SYMBOL_MODULE = 2,
    LSP_SYMBOL_NAMESPACE = 3,
    LSP_SYMBOL_CLASS = 5,
    LSP_SYMBOL_METHOD = 6,
    LSP_SYMBOL_PROPERTY = 7,
    LSP_SYMBOL_FIELD = 8,
    LSP_SYMBOL_VARIABLE = 13,
    LSP_SYMBOL_ARRAY = 18,
    LSP_SYMBOL_OBJECT = 19,
    LSP_SYMBOL_KEY = 20,
};

/* Reads a Position. False when it is none. */
bool lsp_read_place(const json_t *json, struct qc_place *place);

/* A Range from one byte of the open text to another. */
json_t *lsp_byte_range(struct lsp_server *server, struct lsp_document *document, size_t begin, size_t end);

/* The Range of a span, in whichever source it is. */
json_t *lsp_range(struct lsp_server *server, struct lsp_document *document, struct qc_span span);

/* The URI of a source of the compilation; NULL of one that is in no file, as a module that is built in. */
json_t *lsp_source_uri(struct lsp_server *server, const struct lsp_document *document, uint32_t file);

/* A Location; NULL as above. */
json_t *lsp_location(struct lsp_server *server, struct lsp_document *document, struct qc_span span);

/* The text offset that a Position of the compiled document means. False when it is no Position. */
bool lsp_read_offset(struct lsp_server *server, struct lsp_document *document, const json_t *position,
                     uint32_t *offset);

/* The text offsets of a Range, in their order. False when it is no Range. */
bool lsp_read_span(struct lsp_server *server, struct lsp_document *document, const json_t *range,
                   struct qc_span *span);

#endif
