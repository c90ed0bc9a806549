/*
 * transport.c - messages in the stream: "Content-Length: N", an empty line, N bytes (LSP 3.17, "Base Protocol").
 *
 * Owns the bytes that were read and not yet understood. Must not look into a message.
 */
#include "lsp/server.h"

#include <stdlib.h>
#include <strings.h>

enum {
    PIECE = 64 * 1024, /* bytes read at once */
    MOST_HEADER = 8 * 1024,
    KEPT = 1 << 20, /* bytes of room that stay when nothing is in it */
};

/* ---- reading --------------------------------------------------------------- */

/* Room for one more piece behind what is there. */
static void make_room(struct lsp_server *server)
{
    struct lsp_input *input = &server->input;
    if (input->begin == input->end) {
        input->begin = input->end = 0;
        if (input->room > KEPT)
            lsp_input_free(input);
    }
    if (input->begin > 0 && input->begin >= input->end - input->begin) {
        memcpy(input->bytes, input->bytes + input->begin, input->end - input->begin);
        input->end -= input->begin;
        input->begin = 0;
    }
    if (input->room - input->end >= PIECE)
        return;
    size_t room = input->room == 0 ? 2 * PIECE : input->room * 2;
    input->bytes = lsp_must(server, realloc(input->bytes, room));
    input->room = room;
}

bool lsp_input_read(struct lsp_server *server, bool wait)
{
    struct lsp_input *input = &server->input;
    make_room(server);
    int got = server->channel->read(server->channel->user, input->bytes + input->end, PIECE, wait);
    if (got == LSP_READ_END) {
        bool cut = input->begin < input->end || input->skip > 0;
        server->fate = cut ? LSP_BAD_FRAME : server->phase == LSP_SHUT_DOWN ? LSP_EXIT : LSP_EXIT_EARLY;
    } else if (got == LSP_READ_ERROR)
        server->fate = LSP_READ_FAILED;
    else if (got > 0)
        input->end += (size_t)got;
    return got > 0;
}

void lsp_input_free(struct lsp_input *input)
{
    free(input->bytes);
    input->bytes = NULL;
    input->begin = input->end = input->room = 0;
}

/* ---- frames ------------------------------------------------------------------ */

/* Length of the header with its empty line; 0 when its end has not been read. */
static size_t header_length(struct qc_str read)
{
    size_t at = qc_str_find(read, QC_STR("\r\n\r\n"));
    return at == read.len ? 0 : at + 4;
}

static bool read_number(struct qc_str text, size_t *number)
{
    size_t value = 0, digits = 0;
    for (; digits < text.len && text.ptr[digits] >= '0' && text.ptr[digits] <= '9'; digits++) {
        if (value > SIZE_MAX / 10 - 1)
            return false;
        value = value * 10 + (size_t)(text.ptr[digits] - '0');
    }
    *number = value;
    return digits > 0 && digits == text.len;
}

/* One line of a header. False when it is none. */
static bool read_field(struct qc_str line, size_t *length, bool *has_length)
{
    static const char content_length[] = "Content-Length";
    const char *colon = line.len == 0 ? NULL : memchr(line.ptr, ':', line.len);
    if (colon == NULL || colon == line.ptr)
        return false;
    struct qc_str name = qc_str_slice(line, 0, (size_t)(colon - line.ptr));
    struct qc_str value = qc_str_skip(line, name.len + 1);
    while (value.len > 0 && (value.ptr[0] == ' ' || value.ptr[0] == '\t'))
        value = qc_str_skip(value, 1);
    while (value.len > 0 && (value.ptr[value.len - 1] == ' ' || value.ptr[value.len - 1] == '\t'))
        value.len--;
    if (name.len != strlen(content_length) || strncasecmp(name.ptr, content_length, name.len) != 0)
        return true; /* Content-Type: nothing but UTF-8 is ever meant */
    bool first = !*has_length;
    *has_length = true;
    return first && read_number(value, length);
}

static bool read_header(struct qc_str header, size_t *length)
{
    bool has_length = false;
    while (header.len > 2) {
        size_t end = qc_str_find(header, QC_STR("\r\n"));
        if (!read_field(qc_str_slice(header, 0, end), length, &has_length))
            return false;
        header = qc_str_skip(header, end + 2);
    }
    return has_length;
}

/* Passes over what is left of a message that is too large. */
static void skip(struct lsp_input *input)
{
    size_t here = input->end - input->begin, some = input->skip < here ? input->skip : here;
    input->begin += some;
    input->skip -= some;
}

enum lsp_frame lsp_input_frame(struct lsp_input *input, struct qc_str *body)
{
    if (input->bytes == NULL)
        return LSP_FRAME_NONE;
    skip(input);
    struct qc_str read = { input->bytes + input->begin, input->end - input->begin };
    size_t header = header_length(qc_str_slice(read, 0, read.len < MOST_HEADER ? read.len : MOST_HEADER));
    if (header == 0)
        return read.len >= MOST_HEADER ? LSP_FRAME_BAD : LSP_FRAME_NONE;
    size_t length = 0;
    if (!read_header(qc_str_slice(read, 0, header), &length))
        return LSP_FRAME_BAD;
    if (length > LSP_MOST_BYTES) {
        input->begin += header;
        input->skip = length;
        *body = (struct qc_str){ NULL, length };
        return LSP_FRAME_TOO_LARGE;
    }
    if (read.len - header < length)
        return LSP_FRAME_NONE;
    *body = qc_str_slice(read, header, header + length);
    input->begin += header + length;
    return LSP_FRAME_READY;
}

/* ---- writing ------------------------------------------------------------------- */

void lsp_send(struct lsp_server *server, json_t *message)
{
    char *text = lsp_must(server, json_dumps(lsp_must(server, message), JSON_COMPACT));
    json_decref(message);
    struct qc_str body = qc_str_from(text);
    struct qc_str header = qc_str_format(&server->scratch, "Content-Length: %zu\r\n\r\n", body.len);
    const struct lsp_channel *channel = server->channel;
    bool fine = channel->write(channel->user, header.ptr, header.len) &&
                channel->write(channel->user, body.ptr, body.len);
    free(text);
    if (!fine && server->end == LSP_GOES_ON)
        server->end = LSP_WRITE_FAILED;
}
