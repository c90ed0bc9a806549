/*
 * below.h - files that a document names must lie in its project.
 */
#ifndef QC_SOURCE_BELOW_H
#define QC_SOURCE_BELOW_H

#include <stdbool.h>

/*
 * Opens a regular file for reading if it lies below the directory root,
 * symbolic links followed. What is opened is what was looked at: a link that
 * is changed meanwhile cannot lead elsewhere. Returns the descriptor, or -1
 * with an errno in *error: EXDEV when it lies elsewhere, EISDIR when it is no
 * regular file.
 */
int qc_open_below(const char *root, const char *path, int *error);

/*
 * Does the path lie in the root, symbolic links followed? Of a path that does
 * not exist the part that does is asked: opening it will say what is missing.
 */
bool qc_path_is_inside(const char *root, const char *path);

#endif
