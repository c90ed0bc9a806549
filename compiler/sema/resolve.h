/*
 * resolve.h - from the tree to the document.
 */
#ifndef QC_SEMA_RESOLVE_H
#define QC_SEMA_RESOLVE_H

#include "sema/document.h"

/*
 * Resolves a tree: takes in the files that it uses, substitutes names,
 * supplies lead words and end marks, numbers anchors, finds what references
 * point to. Always returns a document; what cannot be resolved is reported
 * and prints as typed. path is the document's file, for finding others.
 */
struct qc_document *qc_resolve(struct qc_compilation *cx, struct qc_tree *tree, const char *path);

/*
 * The reference to a unit, "điểm a khoản 2 Điều 5" (NĐ 30/2020, PL II.V.7), from the numbers as they stand; of an
 * item, that of the unit around it. has_section_labels: the document has headings "Mục 1".
 */
struct qc_str qc_unit_reference(struct qc_arena *arena, const struct qc_unit *unit, bool has_section_labels);

/* The document for people and tests, and its outline as tab-separated rows. */
void qc_dump_document(struct qc_arena *arena, const struct qc_document *document, struct qc_buf *out);
void qc_dump_outline(struct qc_arena *arena, const struct qc_document *document, struct qc_buf *out);

#endif
