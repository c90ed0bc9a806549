/*
 * queue.c - messages that were read and wait for their turn.
 *
 * What the editor sends while qc is at work is read before the next message is
 * taken: so a cancelled request is never begun, and findings are not looked
 * for in a text that is about to change. Owns the queue.
 */
#include "lsp/queue.h"

#include <stdlib.h>

enum {
    MOST_WAITING = 1024, /* messages; with as many no more are read */
    MOST_BYTES = 64 << 20,
};

static struct lsp_message *place_at(struct lsp_server *server, size_t index)
{
    return &server->queue[(server->queue_first + index) % server->queue_room];
}

static void grow(struct lsp_server *server)
{
    size_t room = server->queue_room == 0 ? 16 : server->queue_room * 2;
    struct lsp_message *queue = lsp_must(server, malloc(room * sizeof *queue));
    for (size_t i = 0; i < server->queue_count; i++)
        queue[i] = *place_at(server, i);
    free(server->queue);
    server->queue = queue;
    server->queue_room = room;
    server->queue_first = 0;
}

static void cancel(struct lsp_server *server, const json_t *id)
{
    for (size_t i = 0; i < server->queue_count; i++) {
        struct lsp_message *message = place_at(server, i);
        if (json_equal(json_object_get(message->json, "id"), id))
            message->cancelled = true;
    }
}

/* Takes the reference; NULL: one that is too large. */
static void add(struct lsp_server *server, json_t *json, size_t size)
{
    const char *method = lsp_get_string(json, "method");
    if (method != NULL && strcmp(method, "$/cancelRequest") == 0) {
        json_t *id = lsp_get(json, "params.id");
        if (id != NULL)
            cancel(server, id);
        json_decref(json);
        return;
    }
    if (server->queue_count == server->queue_room)
        grow(server);
    *place_at(server, server->queue_count++) = (struct lsp_message){ .json = json, .size = size };
    server->queue_bytes += size;
}

/* Does an escape of half a surrogate pair stand there, the low half or the high one? */
static bool is_half(struct qc_str body, size_t at, bool low)
{
    if (at + 6 > body.len || body.ptr[at] != '\\' || body.ptr[at + 1] != 'u' ||
        (body.ptr[at + 2] | 32) != 'd')
        return false;
    char digit = body.ptr[at + 3];
    bool high_digit = digit == '8' || digit == '9' || (digit | 32) == 'a' || (digit | 32) == 'b';
    return low ? (digit | 32) >= 'c' && (digit | 32) <= 'f' : high_digit;
}

/*
 * Half of a surrogate pair, as an editor has it that cuts a text between the
 * two, is no text; U+FFFD in its place has the same width. Changes body in place.
 */
static void mend_surrogates(struct qc_str body)
{
    char *bytes = (char *)body.ptr; /* of our input */
    for (size_t at = 0; at < body.len;) {
        const char *escape = memchr(bytes + at, '\\', body.len - at);
        if (escape == NULL)
            return;
        at = (size_t)(escape - bytes);
        bool high = is_half(body, at, false), pair = high && is_half(body, at + 6, true);
        if (!pair && (high || is_half(body, at, true)))
            memcpy(bytes + at + 2, "fffd", 4);
        at += pair ? 12 : 2;
    }
}

static void take_in(struct lsp_server *server, struct qc_str body)
{
    mend_surrogates(body);
    json_error_t error;
    json_t *json = json_loadb(body.ptr, body.len, JSON_ALLOW_NUL, &error);
    if (json == NULL)
        lsp_refuse(server, LSP_PARSE_ERROR, error.text);
    else if (json_is_object(json))
        add(server, json, body.len);
    else {
        json_decref(json);
        lsp_refuse(server, LSP_INVALID_REQUEST, "not an object");
    }
}

void lsp_queue_fill(struct lsp_server *server, bool wait)
{
    while (server->fate == LSP_GOES_ON && server->queue_count < MOST_WAITING &&
           server->queue_bytes < MOST_BYTES) {
        struct qc_str body;
        switch (lsp_input_frame(&server->input, &body)) {
        case LSP_FRAME_READY:
            take_in(server, body);
            break;
        case LSP_FRAME_TOO_LARGE:
            add(server, NULL, body.len);
            break;
        case LSP_FRAME_BAD:
            server->fate = LSP_BAD_FRAME;
            break;
        case LSP_FRAME_NONE:
            if (!lsp_input_read(server, wait && server->queue_count == 0))
                return;
        }
    }
}

bool lsp_queue_take(struct lsp_server *server, struct lsp_message *message)
{
    if (server->queue_count == 0)
        return false;
    *message = *place_at(server, 0);
    server->queue_first = (server->queue_first + 1) % server->queue_room;
    server->queue_count--;
    server->queue_bytes -= message->size;
    return true;
}

void lsp_queue_free(struct lsp_server *server)
{
    struct lsp_message message;
    while (lsp_queue_take(server, &message))
        json_decref(message.json);
    free(server->queue);
    server->queue = NULL;
    server->queue_room = 0;
}
