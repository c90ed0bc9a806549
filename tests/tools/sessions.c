/*
 * sessions.c - runs sessions of the language server in memory: sessions SEED < INPUTS > OUTPUTS
 *
 * An input is its length (32 bits, little-endian) and so many bytes, which the
 * server gets in pieces of any size, with pauses between them. Of each session
 * the output has how it ended (enum lsp_end), its length and what the server
 * said. What may be said is for scripts/lsp-robust to judge; here nothing may
 * crash, and the sanitizers are asked about the rest.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lsp/lsp.h"

struct session {
    const unsigned char *bytes;
    size_t length, at;
    char *said;
    size_t said_length, said_room;
};

static uint64_t state;

static unsigned random_below(unsigned most)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % most;
}

static int read_piece(void *user, char *bytes, int size, bool wait)
{
    struct session *session = user;
    size_t left = session->length - session->at;
    if (left == 0)
        return wait || random_below(2) == 0 ? LSP_READ_END : LSP_READ_NOTHING;
    if (!wait && random_below(8) == 0)
        return LSP_READ_NOTHING;
    size_t some = random_below(4) == 0 ? 1 + random_below(40) : (size_t)size;
    some = some < left ? some : left;
    some = some < (size_t)size ? some : (size_t)size;
    memcpy(bytes, session->bytes + session->at, some);
    session->at += some;
    return (int)some;
}

static bool write_piece(void *user, const char *bytes, size_t length)
{
    struct session *session = user;
    if (session->said_room - session->said_length < length) {
        session->said_room = (session->said_room + length) * 2;
        session->said = realloc(session->said, session->said_room);
        if (session->said == NULL)
            abort();
    }
    memcpy(session->said + session->said_length, bytes, length);
    session->said_length += length;
    return true;
}

static void put_number(size_t number)
{
    for (int i = 0; i < 4; i++)
        putchar((int)(number >> 8 * i & 0xFF));
}

static bool get_number(size_t *number)
{
    *number = 0;
    for (int i = 0; i < 4; i++) {
        int byte = getchar();
        if (byte == EOF)
            return false;
        *number |= (size_t)byte << 8 * i;
    }
    return true;
}

int main(int argc, char **argv)
{
    size_t length;
    state = argc > 1 ? strtoull(argv[1], NULL, 10) : 0;
    while (get_number(&length)) {
        unsigned char *bytes = malloc(length + 1);
        if (bytes == NULL || fread(bytes, 1, length, stdin) != length)
            return 2;
        struct session session = { .bytes = bytes, .length = length };
        struct lsp_channel channel = { read_piece, write_piece, &session };
        struct qc_context *model = qc_context_new();
        enum lsp_end end = lsp_serve(model, QC_ENGLISH, &channel);
        qc_context_free(model);
        put_number(end);
        put_number(session.said_length);
        if (session.said_length > 0)
            fwrite(session.said, 1, session.said_length, stdout);
        fflush(stdout);
        free(session.said);
        free(bytes);
    }
    return 0;
}
