/*
 * complete.h - what may be written at a place (textDocument/completion).
 *
 * complete.c finds out what the place wants; the other files know what there is.
 */
#ifndef QC_LSP_COMPLETE_H
#define QC_LSP_COMPLETE_H

#include "lsp/server.h"

/* CompletionItemKind of LSP. */
enum lsp_item_kind {
    LSP_ITEM_FIELD = 5,
    LSP_ITEM_VARIABLE = 6,
    LSP_ITEM_CLASS = 7,
    LSP_ITEM_MODULE = 9,
    LSP_ITEM_UNIT = 11,
    LSP_ITEM_VALUE = 12,
    LSP_ITEM_KEYWORD = 14,
    LSP_ITEM_FILE = 17,
    LSP_ITEM_REFERENCE = 18,
};

enum { LSP_LONGEST_DETAIL = 80 }; /* code points */

/* One thing that may be written. */
struct lsp_offer {
    struct qc_str label;
    struct qc_str text;   /* to be written; empty: the label */
    struct qc_str detail; /* beside the label, or empty */
    struct qc_str search; /* other words that it is found by, or empty */
    enum lsp_item_kind kind;
    unsigned rank;    /* smaller is shown earlier; those of one rank in the order in which they are offered */
    bool whole_start; /* found only by how it begins, not by a word inside */
    json_t *data;     /* for completionItem/resolve, or NULL; the reference goes with the offer */
};

struct lsp_completion {
    struct lsp_server *server;
    struct lsp_document *document;
    uint32_t offset;               /* of the cursor */
    struct qc_str line;            /* from the beginning of its line to the cursor */
    uint32_t end;                  /* of what an item is written over: the cursor, or behind it */
    struct qc_span span;           /* what an item is written over */
    struct qc_str typed;           /* up to the cursor */
    struct qc_str typed_key;       /* for comparing */
    struct qc_str opening, ending; /* written around each item */
    json_t *items;
    bool incomplete; /* more typed may bring other items */
};

/* The text from here to the cursor is what has been typed of an item. */
void lsp_complete_from(struct lsp_completion *completion, struct qc_str typed);

/* Offers a thing, if it goes on from what is typed. */
void lsp_offer(struct lsp_completion *completion, struct lsp_offer offer);

/* A name of the language as the document writes them: without marks in one that is typed without. */
struct qc_str lsp_as_written(struct lsp_completion *completion, struct qc_str name);

/* ---- complete_header.c ---- */

/* A keyword, a field, or a value: completion->line stands in the header. */
void lsp_complete_header(struct lsp_completion *completion);

/* The parts behind the body. */
void lsp_complete_endings(struct lsp_completion *completion);

/* ---- complete_names.c ---- */

/* What stands between braces, of which completion->typed is there. */
void lsp_complete_braces(struct lsp_completion *completion);

/* The instruments of the registry; form has a "%.*s" for the name. */
void lsp_complete_instruments(struct lsp_completion *completion, const char *form, unsigned rank);

/* ---- complete_files.c ---- */

/* Modules, and files beside the document. */
void lsp_complete_uses(struct lsp_completion *completion);

/* ---- complete_units.c ---- */

/* The markers that may come next in the body. */
void lsp_complete_markers(struct lsp_completion *completion);

/* Those that may open a body, as long as there is none. */
void lsp_complete_first_markers(struct lsp_completion *completion, unsigned rank);

#endif
