/*
 * anchors.h - an anchor for each unit, none twice in the document.
 */
#ifndef QC_SEMA_ANCHORS_H
#define QC_SEMA_ANCHORS_H

#include "base/map.h"
#include "syntax/tree.h"

/*
 * Which anchors are taken. In nearly every document no number stands twice:
 * then four bytes of the hash of each anchor are enough to see that. Once two
 * look alike, the anchors themselves are kept.
 */
struct qc_anchors {
    struct qc_arena *arena;   /* of the anchors */
    char *room;               /* the next goes here: they stand close to each other, */
    size_t left;              /* as long as there is so much of it */
    struct qc_arena *scratch; /* of what is here, of use until the last anchor is set */
    uint32_t *prints;         /* a table of hashes, 0 where it is free */
    size_t mask;              /* of an index in it */
    bool exact;               /* taken has all anchors so far, and prints is of no more use */
    struct qc_map taken;
};

/* For a document of at most that many units. */
struct qc_anchors qc_anchors_new(struct qc_arena *arena, struct qc_arena *scratch, size_t units);

/* Sets the anchor of a unit. Its ordinal is known, and the anchors of all units before it. */
void qc_anchors_set(struct qc_anchors *anchors, struct qc_unit *unit);

#endif
