/*
 * walk.h - going through what the engine reads, element by element.
 *
 *     while (qc_walk_child(walk))       the children of the element that was entered last
 *         if (qc_walk_is(walk, "p"))
 *             read_paragraph(walk);     goes through its children to its end
 *         else
 *             qc_walk_skip(walk);
 *
 * Each child must be gone through or skipped. After a fault there are no more children anywhere.
 */
#ifndef QC_IMPORT_WALK_H
#define QC_IMPORT_WALK_H

#include "base/str.h"
#include "import/engine.h"

struct import_walk {
    struct qc_arena *arena;
    const struct import_engine *engine;
    struct import_file *file;
    struct import_node node; /* the last one */
    size_t text, elements;   /* bytes of text, and elements so far, of all parts */
    enum import_fault fault;
};

/* Begins with a part of an archive; false when there is none, or with walk->fault. */
bool qc_walk_begin(struct import_walk *walk, const char *part);

/* Goes to the next child, past the texts between. False at the end of the element. */
bool qc_walk_child(struct import_walk *walk);

/* The same, but texts count: node.event tells which it is. */
bool qc_walk_piece(struct import_walk *walk);

/* Goes to the end of the element that was entered last. */
void qc_walk_skip(struct import_walk *walk);

/* Is the element that was entered last called so, and of WordprocessingML? */
bool qc_walk_is(const struct import_walk *walk, const char *name);

/* An attribute of it, terminated, valid until the walk goes on; NULL: it has none. */
const char *qc_walk_attribute(const struct import_walk *walk, const char *name);

/* The same copied into the arena; empty: it has none. */
struct qc_str qc_walk_text(const struct import_walk *walk, const char *name);

/* A whole number, or otherwise when there is none. */
long qc_walk_number(const struct import_walk *walk, const char *name, long otherwise);

/* Whether a property is on, as w:b is: without a value, or with one that is not false. */
bool qc_walk_on(const struct import_walk *walk);

#endif
