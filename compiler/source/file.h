/*
 * file.h - reading files, and where they lie.
 *
 * Together with below.h the only place of the library that asks the file system.
 */
#ifndef QC_SOURCE_FILE_H
#define QC_SOURCE_FILE_H

#include "base/str.h"

/*
 * Reads a file, or standard input for "-", whole. Of more than limit bytes it
 * takes limit + 1 and stops: the caller sees that it is too large. False with
 * the errno in *error when it cannot be read, a directory included.
 */
bool qc_file_read(struct qc_arena *arena, const char *path, size_t limit, struct qc_str *bytes, int *error);

/* Same for a regular file that a document names; EXDEV when it does not lie below root (source/below.h). */
bool qc_file_read_below(struct qc_arena *arena, const char *root, const char *path, size_t limit, struct qc_str *bytes,
                        int *error);

/* Is there something at the path that is no regular file: a directory, a device, a pipe that would block? */
bool qc_path_is_special(const char *path);

/* Is there anything at the path? */
bool qc_path_exists(const char *path);

/* Directory of a document; "." for a bare name, for "-" and for "". */
char *qc_path_directory(struct qc_arena *arena, const char *path);

/* A path that is relative to a directory, as seen from where the program runs; terminated. */
struct qc_str qc_path_resolve(struct qc_arena *arena, const char *directory, struct qc_str relative);

/* Nearest directory above a document that holds .git or .qc.toml, else the document's own. */
char *qc_project_root(struct qc_arena *arena, const char *document_path);

/* A directory as seen from where the program runs, if it lies below or above that; else as it is. */
const char *qc_path_from_here(struct qc_arena *arena, const char *directory);

/*
 * A file as its repository names it: the path from the nearest directory
 * above it that holds .git. Without one: the path as given, "./" left out.
 */
struct qc_str qc_repository_path(struct qc_arena *arena, const char *path);

#endif
