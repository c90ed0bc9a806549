/*
 * buffer.c - a growing block of bytes.
 */
#include "cli/buffer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_ROOM = 16 * 1024 };

static bool make_room(struct cli_buffer *buffer, size_t more)
{
    size_t wanted = buffer->length + more + 1, room = buffer->room > 0 ? buffer->room : FIRST_ROOM;
    if (wanted <= buffer->room)
        return true;
    while (room < wanted)
        room *= 2;
    char *bytes = realloc(buffer->bytes, room);
    if (bytes == NULL)
        return false;
    buffer->bytes = bytes;
    buffer->room = room;
    return true;
}

bool cli_buffer_write(void *user, const char *bytes, size_t length)
{
    struct cli_buffer *buffer = user;
    if (!make_room(buffer, length))
        return false;
    if (length > 0)
        memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
    return true;
}

bool cli_buffer_read(struct cli_buffer *buffer, const char *path, size_t most)
{
    int fd, error = 0;
    do
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return false;
    while (buffer->length < most) {
        char piece[16 * 1024];
        size_t wanted = most - buffer->length < sizeof piece ? most - buffer->length : sizeof piece;
        ssize_t got = read(fd, piece, wanted);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            error = errno;
        else if (!cli_buffer_write(buffer, piece, (size_t)got))
            error = ENOMEM;
        if (got <= 0 || error != 0)
            break;
    }
    close(fd);
    errno = error;
    return error == 0;
}

void cli_buffer_free(struct cli_buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct cli_buffer){ 0 };
}
