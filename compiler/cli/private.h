/*
 * private.h - a directory of our own for other programs to work in.
 *
 * Whoever makes one holds the signals that end us (signals.h) until it is
 * removed: then nothing is left behind.
 */
#ifndef QC_CLI_PRIVATE_H
#define QC_CLI_PRIVATE_H

#include <stdbool.h>

enum { CLI_PRIVATE_BYTES = 4096 };

/* Makes a directory that nobody else may enter, below TMPDIR or /tmp, and gives its absolute path. False with errno. */
bool cli_private_make(char directory[CLI_PRIVATE_BYTES]);

/* Removes it with all that is in it. */
void cli_private_remove(const char *directory);

#endif
