/*
 * server.h - what the files of the language server share.
 *
 * Everything is done in one thread, a message at a time in the order of the
 * input. What a message needs for itself lies in the scratch arena, which is
 * released behind it; running out of memory, there or anywhere, ends the session.
 */
#ifndef QC_LSP_SERVER_H
#define QC_LSP_SERVER_H

#include <jansson.h>

#include "base/vec.h"
#include "context.h"
#include "lsp/lsp.h"
#include "source/columns.h"

enum {
    LSP_MOST_BYTES = 16 << 20,     /* of a message */
    LSP_MOST_DIAGNOSTICS = 1000,   /* published of one document; then a count of the rest */
    LSP_MOST_DOCUMENT = 256 << 20, /* bytes of an open document; qc compiles fewer, see QC_INPUT_LIMIT */
};

/* Errors of JSON-RPC and of LSP. */
enum {
    LSP_PARSE_ERROR = -32700,
    LSP_INVALID_REQUEST = -32600,
    LSP_METHOD_NOT_FOUND = -32601,
    LSP_INVALID_PARAMS = -32602,
    LSP_INTERNAL_ERROR = -32603,
    LSP_NOT_INITIALIZED = -32002,
    LSP_REQUEST_FAILED = -32803,
    LSP_CONTENT_MODIFIED = -32801,
    LSP_CANCELLED = -32800,
};

/* Texts of text.def: by number for lsp_pick, and with LSP_MSG for lsp_format. */
enum lsp_text {
#define LSP_TEXT(name, vi, en) LSP_TEXT_##name,
#include "lsp/text.def"
};

#define LSP_TEXT(name, vi, en)                                                                               \
    static const char lsp_vi_##name[] __attribute__((unused)) = vi;                                          \
    static const char lsp_en_##name[] __attribute__((unused)) = en;
#include "lsp/text.def"
#define LSP_MSG(name) lsp_vi_##name, lsp_en_##name

/* A document that the editor has open. */
struct lsp_document {
    struct lsp_document *next;
    char *uri;       /* as the editor writes it */
    char *path;      /* of a file:, else NULL */
    char *real_path; /* as the file system knows it; NULL when it is in none */
    json_int_t version;
    char *bytes; /* the text as the editor has it: UTF-8 */
    size_t length, room;
    struct qc_line_index lines;
    bool lines_stale;
    struct qc_context *qc; /* compiled and checked, unless stale */
    bool stale;            /* the text, or a file that it uses, has changed since */
    bool unpublished;      /* its findings are not the ones that the editor has */
    struct qc_line_index
        *used_lines; /* of the other sources of the compilation, by number; NULL before they are wanted */
    size_t used_count;
};

/* What the editor said that it can do. */
struct lsp_client {
    bool symbol_tree;     /* documentSymbol.hierarchicalDocumentSymbolSupport */
    bool resolves_edits;  /* codeAction.resolveSupport has "edit" */
    bool action_objects;  /* codeAction.codeActionLiteralSupport */
    bool versioned_edits; /* workspaceEdit.documentChanges */
    bool related;         /* publishDiagnostics.relatedInformation */
    bool preferred;       /* codeAction.isPreferredSupport */
    bool hover_markdown;  /* hover.contentFormat has "markdown" */
    bool item_markdown;   /* completion.completionItem.documentationFormat has "markdown" */
    bool prepares_rename; /* rename.prepareSupport */
    bool watches;         /* didChangeWatchedFiles.dynamicRegistration */
};

enum lsp_phase { LSP_BEFORE_INITIALIZE, LSP_RUNNING, LSP_SHUT_DOWN };

struct lsp_message {
    json_t *json; /* NULL of one that is too large */
    size_t size;  /* bytes that it came in */
    bool cancelled;
};

struct lsp_input {
    char *bytes;
    size_t begin, end, room; /* what is read and not yet taken is bytes[begin..end) */
    size_t skip;             /* bytes of a message that is too large still to come */
};

struct lsp_server {
    const struct lsp_channel *channel;
    struct qc_context *model;
    enum qc_language language;
    enum qc_code_unit unit; /* that columns count */
    enum lsp_phase phase;
    enum lsp_end end;
    enum lsp_end fate; /* how it ends when what was read is done: nothing more can be read */
    struct lsp_client client;
    struct lsp_input input;
    struct lsp_message *queue; /* a ring; malloc'ed */
    size_t queue_first, queue_count, queue_room, queue_bytes;
    struct lsp_document *documents;
    struct qc_arena scratch;
    json_int_t last_id; /* of a request to the editor */
};

/* Why a request has no result. */
struct lsp_error {
    int code; /* 0: it has one */
    const char *message;
};

/* Ends the session for want of memory. Does not return. */
_Noreturn void lsp_exhausted(struct lsp_server *server);

/* block, unless it is NULL: then as lsp_exhausted. */
void *lsp_must(struct lsp_server *server, void *block);

/* A text of text.def in the language of the session. */
const char *lsp_pick(const struct lsp_server *server, enum lsp_text text);

/* The same of one that takes arguments, which the compiler checks in both languages: LSP_MSG(name), … In the scratch arena. */
struct qc_str lsp_format(struct lsp_server *server, const char *vi, const char *en, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

/* ---- serve.c ---- */

void lsp_notify(struct lsp_server *server, const char *method, json_t *params);

/* Asks the editor for something and does not wait for what it says. */
void lsp_request(struct lsp_server *server, const char *method, json_t *params);

enum lsp_message_type { LSP_SHOW_ERROR = 1, LSP_SHOW_WARNING, LSP_SHOW_INFO };

/* Has the editor show a message. */
void lsp_show(struct lsp_server *server, enum lsp_message_type type, const char *message);

/* Answers what is no request with an error that belongs to none. */
void lsp_refuse(struct lsp_server *server, int code, const char *message);

/* Notes why a request fails. Returns NULL, for the handler to return. */
json_t *lsp_fail(struct lsp_error *error, int code, const char *message);

/* ---- transport.c ---- */

enum lsp_frame { LSP_FRAME_NONE, LSP_FRAME_READY, LSP_FRAME_TOO_LARGE, LSP_FRAME_BAD };

/* Reads what there is; with wait, waits for some. False when nothing came. Sets server->fate when nothing more will. */
bool lsp_input_read(struct lsp_server *server, bool wait);

/* Takes the next message from what was read; it stays until the next read. */
enum lsp_frame lsp_input_frame(struct lsp_input *input, struct qc_str *body);

void lsp_input_free(struct lsp_input *input);

/* Writes a message. Takes the reference. */
void lsp_send(struct lsp_server *server, json_t *message);

/* ---- json.c ---- */

/* The member at a path, "textDocument.uri"; NULL when there is none. */
json_t *lsp_get(const json_t *json, const char *path);

/* A string at a path, or NULL; an integer, or otherwise; a boolean, or false. */
const char *lsp_get_string(const json_t *json, const char *path);
json_int_t lsp_get_integer(const json_t *json, const char *path, json_int_t otherwise);
bool lsp_get_bool(const json_t *json, const char *path);

/* A text; what is no UTF-8 in it becomes "?". */
json_t *lsp_string(struct lsp_server *server, struct qc_str text);

/* ---- methods.def ---- */

typedef json_t *lsp_request_fn(struct lsp_server *server, const json_t *params, struct lsp_error *error);
typedef void lsp_notification_fn(struct lsp_server *server, const json_t *params);

/* document is open, compiled, checked, and is text: its context has a document. */
typedef json_t *lsp_document_fn(struct lsp_server *server, struct lsp_document *document,
                                const json_t *params, struct lsp_error *error);

#define LSP_REQUEST(method, function, provider, value) lsp_request_fn lsp_##function;
#define LSP_NOTIFICATION(method, function) lsp_notification_fn lsp_##function;
#define LSP_DOCUMENT_REQUEST(method, function, provider, value) lsp_document_fn lsp_##function;
#include "lsp/methods.def"

struct lsp_method {
    const char *name;
    lsp_request_fn *request; /* one of the three */
    lsp_document_fn *document;
    lsp_notification_fn *notification;
    const char *provider, *value; /* member of ServerCapabilities, as JSON; NULL: none */
};

extern const struct lsp_method lsp_methods[];
extern const size_t lsp_method_count;

/* ---- documents.c ---- */

/* The open document of a URI, or NULL. */
struct lsp_document *lsp_document_find(const struct lsp_server *server, const char *uri);

/* The open document that a path means, or NULL. */
struct lsp_document *lsp_document_at(struct lsp_server *server, const char *path);

/* The bytes of a document as a view, and its lines. */
struct qc_str lsp_document_bytes(const struct lsp_document *document);
const struct qc_line_index *lsp_document_lines(struct lsp_server *server, struct lsp_document *document);

/* Closes every document: a message of so many bytes was not read, and what it changed is not known. */
void lsp_documents_lose(struct lsp_server *server, size_t size);

void lsp_documents_free(struct lsp_server *server);

/* ---- compile.c ---- */

/* Compiles and checks the document if it is stale. */
void lsp_compile(struct lsp_server *server, struct lsp_document *document);

/* A context that compiles as those of the documents do, for trying things out. The caller frees it. */
struct qc_context *lsp_context_new(struct lsp_server *server);

/* Compiles the document into such a context. False when it is no text. */
bool lsp_compile_copy(struct lsp_server *server, const struct lsp_document *document, struct qc_context *qc);

/* Makes every document stale that uses the file at a path; NULL: every document. */
void lsp_touch(struct lsp_server *server, const char *path);

/* ---- publish.c ---- */

/* Sends the findings of one document that the editor does not have yet. False when there is none. */
bool lsp_publish_next(struct lsp_server *server);

/* Tells the editor that a document has no findings. */
void lsp_publish_none(struct lsp_server *server, const struct lsp_document *document);

/*
 * Where in the document a place is shown: itself or, of another file, the
 * "dùng" that leads there; of the project file the first line.
 */
struct qc_span lsp_shown_at(const struct lsp_document *document, struct qc_span span);

/* A finding as a Diagnostic. */
json_t *lsp_diagnostic(struct lsp_server *server, struct lsp_document *document,
                       const struct qc_diagnostic *d);

#endif
