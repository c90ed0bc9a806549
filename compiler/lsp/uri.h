/*
 * uri.h - file: URIs (RFC 8089) and paths.
 */
#ifndef QC_LSP_URI_H
#define QC_LSP_URI_H

#include "base/str.h"

/* The absolute path of a file: URI of this machine; NULL when it is none. */
const char *lsp_uri_path(struct qc_arena *arena, const char *uri);

/* The URI of a path, which is absolute. */
struct qc_str lsp_uri_of(struct qc_arena *arena, struct qc_str path);

/* An absolute path without ".", ".." and "//", by its text alone. */
struct qc_str lsp_path_normal(struct qc_arena *arena, struct qc_str path);

#endif
