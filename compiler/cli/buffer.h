/*
 * buffer.h - bytes of an output in memory, until it is known whether they are wanted.
 */
#ifndef QC_CLI_BUFFER_H
#define QC_CLI_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

/* All zero is an empty one. */
struct cli_buffer {
    char *bytes; /* malloc'ed, and ended by a NUL that length does not count; NULL while empty */
    size_t length, room;
};

/* Adds bytes to a struct cli_buffer; a qc_write_fn. False when memory runs out. */
bool cli_buffer_write(void *buffer, const char *bytes, size_t length);

/* Reads a file to its end or to most bytes, whichever comes first. False with errno. */
bool cli_buffer_read(struct cli_buffer *buffer, const char *path, size_t most);

/* Makes it empty. */
void cli_buffer_free(struct cli_buffer *buffer);

#endif
