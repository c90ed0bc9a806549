/*
 * walk.h - a walk through a document for what stands in it: between things.c, which goes through the tree, and
 * walk_prose.c, which reads a paragraph.
 */
#ifndef QC_LSP_WALK_H
#define QC_LSP_WALK_H

#include "check/mentions.h"
#include "lsp/things.h"
#include "sema/reference.h"

struct lsp_walk {
    struct qc_arena *arena;
    const struct qc_document *document;
    struct lsp_things *things;
    struct qc_span span; /* wanted, unless everywhere */
    bool everywhere;
    unsigned kinds;
    struct qc_references references;
    struct qc_mentions mentions;
};

static inline bool lsp_is_wanted(const struct lsp_walk *walk, enum lsp_thing_kind kind)
{
    return walk->kinds & 1u << kind;
}

/* Notes a thing, if its kind is wanted and it stands where things are wanted. */
void lsp_walk_add(struct lsp_walk *walk, struct lsp_thing thing);

/* What stands in a value that is no prose: names and addresses. */
void lsp_walk_value(struct lsp_walk *walk, const struct qc_prose *prose);

/* What stands in a value or title that names parties. */
void lsp_walk_title(struct lsp_walk *walk, const struct qc_prose *prose);

/* What stands in a paragraph; unit: that it stands in, or NULL. */
void lsp_walk_prose(struct lsp_walk *walk, const struct qc_prose *prose, const struct qc_unit *unit);

#endif
