/*
 * docx.c - the reader of .docx: finds the parts, and reads them in the order in which they need each other.
 */
#include "base/limits.h"
#include "import/docx.h"
#include "import/lines.h"
#include "import/readers.h"

/* Parts that the document names by the last word of a relationship's type. */
enum part_kind {
    PART_DOCUMENT,
    PART_STYLES,
    PART_NUMBERING,
    PART_FOOTNOTES,
    PART_ENDNOTES,
    PART_HEADER,
    PART_FOOTER,
    PART_COMMENTS,
    PART_KINDS
};

static const char *const part_types[] = { "/officeDocument", "/styles", "/numbering", "/footnotes",
                                          "/endnotes",       "/header", "/footer",    "/comments" };

struct parts {
    QC_VEC(const char *) of[PART_KINDS]; /* their names in the archive */
};

static const char *join(struct qc_arena *arena, struct qc_str folder, struct qc_str target)
{
    if (qc_str_starts(target, QC_STR("/")))
        return qc_str_terminated(arena, qc_str_skip(target, 1));
    for (; qc_str_starts(target, QC_STR("../")); target = qc_str_skip(target, 3)) {
        size_t end = folder.len > 0 ? folder.len - 1 : 0;
        while (end > 0 && folder.ptr[end - 1] != '/')
            end--;
        folder.len = end;
    }
    return qc_str_terminated(arena,
                             qc_str_format(arena, "%.*s%.*s", QC_STR_ARGS(folder), QC_STR_ARGS(target)));
}

/* Adds what a .rels part names; folder: of the part whose relationships they are. */
static void read_relationships(struct docx *docx, const char *name, struct qc_str folder, struct parts *parts)
{
    struct import_walk *walk = &docx->walk;
    if (!qc_walk_begin(walk, name) || !qc_walk_child(walk))
        return;
    while (qc_walk_child(walk)) {
        struct qc_str type = qc_walk_text(walk, "Type"), target = qc_walk_text(walk, "Target");
        bool outside = qc_walk_attribute(walk, "TargetMode") != NULL &&
                       strcmp(qc_walk_attribute(walk, "TargetMode"), "External") == 0;
        for (size_t i = 0; i < PART_KINDS && !outside; i++)
            if (qc_str_ends(type, qc_str_from(part_types[i])))
                *qc_vec_push(docx->arena, &parts->of[i]) = join(docx->arena, folder, target);
        qc_walk_skip(walk);
    }
}

static void find_parts(struct docx *docx, struct parts *parts)
{
    read_relationships(docx, "_rels/.rels", QC_STR(""), parts);
    if (docx->walk.fault != IMPORT_FINE || parts->of[PART_DOCUMENT].count == 0)
        return;
    const char *document = parts->of[PART_DOCUMENT].items[0], *slash = strrchr(document, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - document) + 1;
    struct qc_str name =
        qc_str_format(docx->arena, "%.*s_rels/%s.rels", (int)folder, document, document + folder);
    read_relationships(docx, qc_str_terminated(docx->arena, name), (struct qc_str){ document, folder },
                       parts);
}

/* Begins the first part of a kind, if there is one. */
static bool begin(struct docx *docx, const struct parts *parts, enum part_kind kind)
{
    return docx->walk.fault == IMPORT_FINE && parts->of[kind].count > 0 &&
           qc_walk_begin(&docx->walk, parts->of[kind].items[0]);
}

static void read_document(struct docx *docx)
{
    struct qc_buf carried = { .arena = docx->arena };
    if (qc_walk_child(&docx->walk) && qc_walk_is(&docx->walk, "document"))
        docx_read_blocks(docx, (struct import_line){ 0 }, &carried);
    else if (docx->walk.fault == IMPORT_FINE)
        docx->walk.fault = IMPORT_FAULT_NOT_DOCX;
    qc_import_add(docx->arena, docx->page, (struct import_line){ 0 }, qc_buf_str(&carried));
}

static void read_furniture(struct docx *docx, const struct parts *parts, enum part_kind kind)
{
    for (size_t i = 0; i < parts->of[kind].count && docx->walk.fault == IMPORT_FINE; i++) {
        struct qc_buf carried = { .arena = docx->arena };
        docx->fields.count = 0;
        if (qc_walk_begin(&docx->walk, parts->of[kind].items[i]))
            docx_read_blocks(docx, (struct import_line){ .furniture = true }, &carried);
    }
}

static enum import_fault read_parts(struct qc_arena *arena, const struct import_engine *engine,
                                    struct import_file *file, void *page)
{
    struct docx docx = { .arena = arena,
                         .page = page,
                         .walk = { .arena = arena, .engine = engine, .file = file },
                         .raw = { .arena = arena },
                         .text = { .arena = arena } };
    struct parts parts = { 0 };
    find_parts(&docx, &parts);
    if (begin(&docx, &parts, PART_STYLES))
        docx_read_styles(&docx);
    if (begin(&docx, &parts, PART_NUMBERING))
        docx_read_numbering(&docx);
    if (begin(&docx, &parts, PART_DOCUMENT))
        read_document(&docx);
    else if (docx.walk.fault == IMPORT_FINE)
        docx.walk.fault = IMPORT_FAULT_NOT_DOCX;
    if (begin(&docx, &parts, PART_FOOTNOTES))
        docx_read_notes(&docx, false);
    if (begin(&docx, &parts, PART_ENDNOTES))
        docx_read_notes(&docx, true);
    read_furniture(&docx, &parts, PART_HEADER);
    read_furniture(&docx, &parts, PART_FOOTER);
    read_furniture(&docx, &parts, PART_COMMENTS);
    return docx.walk.fault;
}

enum import_fault qc_import_read_docx(struct qc_arena *arena, struct qc_str bytes, struct import_page *page)
{
    page->format = IMPORT_DOCX;
    page->encoding = qc_import_encoding_name(IMPORT_UTF8);
    enum import_fault fault = qc_import_with_file(arena, bytes.ptr, bytes.len, false, read_parts, page);
    if (fault != IMPORT_FINE)
        return fault;
    qc_import_mend(arena, page);
    return qc_import_outcome(page);
}
