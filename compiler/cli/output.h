/*
 * output.h - one output file, which appears whole or not at all.
 *
 *     if (cli_output_open(&output, path) && print(cli_output_write, &output))
 *         fine = cli_output_commit(&output);
 *     else
 *         cli_output_abandon(&output);
 *     if (!fine)
 *         complain(output.error);
 */
#ifndef QC_CLI_OUTPUT_H
#define QC_CLI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/buffer.h"

struct cli_output {
    char *target;    /* behind symbolic links; NULL for what is no regular file and is written directly */
    char *temporary; /* in the directory of target, renamed to it at the end */
    int fd;
    int error; /* errno of the first failure; it stays */
    size_t used;
    char buffer[32 * 1024];
};

/*
 * Begins to write a file. A directory is refused, a symbolic link stays and
 * what it points to is replaced, a device or a FIFO is written directly.
 */
bool cli_output_open(struct cli_output *output, const char *path);

/* Writes to a struct cli_output; a qc_write_fn. */
bool cli_output_write(void *output, const char *bytes, size_t length);

/* Puts the file in its place, and has the system store it. On failure everything is as it was before. */
bool cli_output_commit(struct cli_output *output);

/*
 * The same of what can be made again from its source: the system stores it
 * when it likes, so that after a power cut it may be empty, as a compiler's
 * output may be.
 */
bool cli_output_commit_made(struct cli_output *output);

/* As cli_output_commit, but a file that is there by now stays, and the error is EEXIST. */
bool cli_output_commit_new(struct cli_output *output);

/* As cli_output_commit, but only while the file in its place has these bytes: otherwise error is ESTALE. */
bool cli_output_commit_over(struct cli_output *output, const struct cli_buffer *old);

/* Leaves everything as it was before. */
void cli_output_abandon(struct cli_output *output);

/* Is it a directory, or named as one that is still to be made: with "/" at its end? */
bool cli_names_directory(const char *path);

/* Makes a directory and those above it that are missing. */
bool cli_make_directory(const char *path, int *error);

/* Makes the signals that end the program remove a half-written file, and a broken pipe a failed write. */
void cli_output_guard(void);

#endif
