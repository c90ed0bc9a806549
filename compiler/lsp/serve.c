/*
 * serve.c - a session: takes each message to its handler, and sends findings when none waits.
 *
 * Owns the server. Knows the methods only by the table.
 */
#include <stdlib.h>

#include "lsp/queue.h"

const struct lsp_method lsp_methods[] = {
/* clang-format off */
#define LSP_REQUEST(method, function, provider, value) { method, lsp_##function, NULL, NULL, provider, value },
#define LSP_DOCUMENT_REQUEST(method, function, provider, value) { method, NULL, lsp_##function, NULL, provider, value },
#define LSP_NOTIFICATION(method, function) { method, NULL, NULL, lsp_##function, NULL, NULL },
/* clang-format on */
#include "lsp/methods.def"
};

const size_t lsp_method_count = sizeof lsp_methods / sizeof lsp_methods[0];

/* ---- texts and memory --------------------------------------------------------- */

const char *lsp_pick(const struct lsp_server *server, enum lsp_text text)
{
    static const char *const texts[][2] = {
#define LSP_TEXT(name, vi, en) { vi, en },
#include "lsp/text.def"
    };
    return texts[text][server->language];
}

struct qc_str lsp_format(struct lsp_server *server, const char *vi, const char *en, ...)
{
    va_list args;
    va_start(args, en);
    struct qc_str text = qc_str_vformat(&server->scratch, server->language == QC_VIETNAMESE ? vi : en, args);
    va_end(args);
    return text;
}

void lsp_exhausted(struct lsp_server *server)
{
    qc_arena_exhausted(&server->scratch);
}

void *lsp_must(struct lsp_server *server, void *block)
{
    if (block == NULL)
        lsp_exhausted(server);
    return block;
}

/* jansson does not live through every allocation that fails: it is not told of one. */
static struct lsp_server *serving;

static void *json_allocate(size_t size)
{
    return lsp_must(serving, malloc(size + (size == 0)));
}

/* ---- what is sent ---------------------------------------------------------------- */

static json_t *new_message(struct lsp_server *server)
{
    json_t *message = lsp_must(server, json_object());
    json_object_set_new(message, "jsonrpc", json_string("2.0"));
    return message;
}

void lsp_notify(struct lsp_server *server, const char *method, json_t *params)
{
    json_t *message = new_message(server);
    json_object_set_new(message, "method", json_string(method));
    json_object_set_new(message, "params", params);
    lsp_send(server, message);
}

void lsp_request(struct lsp_server *server, const char *method, json_t *params)
{
    json_t *message = new_message(server);
    json_object_set_new(message, "id", json_integer(++server->last_id));
    json_object_set_new(message, "method", json_string(method));
    json_object_set_new(message, "params", params);
    lsp_send(server, message);
}

void lsp_show(struct lsp_server *server, enum lsp_message_type type, const char *message)
{
    json_t *params = lsp_must(server, json_object());
    json_object_set_new(params, "type", json_integer(type));
    json_object_set_new(params, "message", lsp_string(server, qc_str_from(message)));
    lsp_notify(server, "window/showMessage", params);
}

json_t *lsp_fail(struct lsp_error *error, int code, const char *message)
{
    *error = (struct lsp_error){ code, message };
    return NULL;
}

/* Takes the reference to id. */
static void send_error(struct lsp_server *server, json_t *id, const struct lsp_error *error)
{
    json_t *message = new_message(server), *object = lsp_must(server, json_object());
    json_object_set_new(object, "code", json_integer(error->code));
    json_object_set_new(object, "message", lsp_string(server, qc_str_from(error->message)));
    json_object_set_new(message, "id", id);
    json_object_set_new(message, "error", object);
    lsp_send(server, message);
}

void lsp_refuse(struct lsp_server *server, int code, const char *message)
{
    send_error(server, json_null(), &(struct lsp_error){ code, message });
}

/* Takes the reference to result; NULL is null. */
static void send_result(struct lsp_server *server, json_t *id, json_t *result)
{
    json_t *message = new_message(server);
    json_object_set(message, "id", id);
    json_object_set_new(message, "result", result == NULL ? json_null() : result);
    lsp_send(server, message);
}

/* ---- what is received -------------------------------------------------------------- */

static const struct lsp_method *find_method(const char *name)
{
    for (size_t i = 0; i < lsp_method_count; i++)
        if (strcmp(lsp_methods[i].name, name) == 0)
            return &lsp_methods[i];
    return NULL;
}

static json_t *answer_about_document(struct lsp_server *server, const struct lsp_method *method,
                                     const json_t *params, struct lsp_error *error)
{
    const char *uri = lsp_get_string(params, "textDocument.uri");
    struct lsp_document *document = uri == NULL ? NULL : lsp_document_find(server, uri);
    if (document == NULL)
        return lsp_fail(error, LSP_INVALID_PARAMS, "the document is not open");
    lsp_compile(server, document);
    return document->qc->document == NULL ? NULL : method->document(server, document, params, error);
}

static json_t *answer(struct lsp_server *server, const char *name, const json_t *params, bool cancelled,
                      struct lsp_error *error)
{
    bool initialize = strcmp(name, "initialize") == 0;
    const struct lsp_method *method = find_method(name);
    if (server->phase == LSP_BEFORE_INITIALIZE && !initialize)
        return lsp_fail(error, LSP_NOT_INITIALIZED, "initialize comes first");
    if (server->phase == LSP_SHUT_DOWN || (server->phase != LSP_BEFORE_INITIALIZE && initialize))
        return lsp_fail(error, LSP_INVALID_REQUEST, initialize ? "initialized before" : "shut down");
    if (method == NULL || (method->request == NULL && method->document == NULL))
        return lsp_fail(error, LSP_METHOD_NOT_FOUND, "no such method");
    if (cancelled && method->document != NULL) /* the others are done sooner than refused */
        return lsp_fail(error, LSP_CANCELLED, "cancelled");
    return method->request != NULL ? method->request(server, params, error)
                                   : answer_about_document(server, method, params, error);
}

static void take_notification(struct lsp_server *server, const char *name, const json_t *params)
{
    if (strcmp(name, "exit") == 0) {
        server->end = server->phase == LSP_SHUT_DOWN ? LSP_EXIT : LSP_EXIT_EARLY;
        return;
    }
    const struct lsp_method *method = find_method(name);
    if (server->phase == LSP_RUNNING && method != NULL && method->notification != NULL)
        method->notification(server, params);
}

static void take_message(struct lsp_server *server, const struct lsp_message *message)
{
    if (message->json == NULL) {
        lsp_documents_lose(server, message->size);
        return;
    }
    json_t *id = json_object_get(message->json, "id"), *params = json_object_get(message->json, "params");
    const char *name = lsp_get_string(message->json, "method");
    struct lsp_error error = { 0 };
    if (name == NULL) {
        bool response = json_object_get(message->json, "result") != NULL ||
                        json_object_get(message->json, "error") != NULL;
        if (!response)
            lsp_refuse(server, LSP_INVALID_REQUEST, "no method");
    } else if (id == NULL) {
        take_notification(server, name, params);
    } else if (!json_is_string(id) && !json_is_number(id)) {
        lsp_refuse(server, LSP_INVALID_REQUEST, "an id is a number or a string");
    } else {
        json_t *result = answer(server, name, params, message->cancelled, &error);
        if (error.code != 0)
            send_error(server, json_incref(id), &error);
        else
            send_result(server, id, result);
    }
}

/* ---- the session ---------------------------------------------------------------------- */

/* Does what there is to do next: a message, else findings, else waiting. */
static void step(struct lsp_server *server)
{
    struct lsp_message message;
    lsp_queue_fill(server, false);
    if (lsp_queue_take(server, &message)) {
        take_message(server, &message);
        json_decref(message.json);
    } else if (!lsp_publish_next(server)) {
        if (server->fate == LSP_GOES_ON)
            lsp_queue_fill(server, true);
        else
            server->end = server->fate;
    }
}

static void run(struct lsp_server *server)
{
    jmp_buf out_of_memory;
    server->scratch.out_of_memory = &out_of_memory;
    if (setjmp(out_of_memory) != 0)
        server->end = LSP_NO_MEMORY;
    while (server->end == LSP_GOES_ON) {
        step(server);
        qc_arena_free(&server->scratch);
    }
    server->scratch.out_of_memory = NULL;
}

enum lsp_end lsp_serve(struct qc_context *model, enum qc_language language, const struct lsp_channel *channel)
{
    struct lsp_server server = { .channel = channel, .model = model, .language = language };
    serving = &server;
    json_set_alloc_funcs(json_allocate, free);
    run(&server);
    lsp_documents_free(&server);
    lsp_queue_free(&server);
    lsp_input_free(&server.input);
    qc_arena_free(&server.scratch);
    return server.end;
}
