/*
 * library.h - the modules of the library: declarations that a document takes
 * in by name, "dùng: trường mầm non".
 *
 * A module is a file of stdlib/modules/, built into the program. Its first
 * line names it, the second says what it is for:
 *
 *     // thư viện: trường THCS; trường trung học cơ sở
 *     // Nhà trường là một bên: …
 *
 * A directory of one's own may hold others, and others of the same file name,
 * which come before those that are built in.
 */
#ifndef QC_SEMA_LIBRARY_H
#define QC_SEMA_LIBRARY_H

#include "base/str.h"

struct qc_module {
    struct qc_str names;   /* of the first line, with ";" between them */
    struct qc_str name;    /* the first of them */
    struct qc_str summary; /* of the second line */
    struct qc_str stem;    /* its file name without .qc: "truong-thcs" */
    struct qc_str bytes;
};

/* A module that is built in, by number from 0; false after the last. */
bool qc_module_at(size_t index, struct qc_module *module);

/* The one of this name, typed with its marks or with none; false when there is none. */
bool qc_module_find(struct qc_arena *arena, struct qc_str name, struct qc_module *module);

/* The one with the name nearest to it; false when none is near. */
bool qc_module_nearest(struct qc_arena *arena, struct qc_str name, struct qc_module *module);

/*
 * The file name, without .qc, that a module of this name has in a directory:
 * that of the built-in one, else the name without marks and with hyphens for
 * blanks. Empty when a module cannot have the name.
 */
struct qc_str qc_module_stem(struct qc_arena *arena, struct qc_str name);

/*
 * The file of a module in the directories, which have ":" between them, from
 * directory number *place on; its number is set. NULL: none of them has it.
 */
const char *qc_module_path(struct qc_arena *arena, const char *directories, struct qc_str stem, size_t *place);

#endif
