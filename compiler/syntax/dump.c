/*
 * dump.c - tokens and tree as text, for people and tests.
 */
#include "base/utf8.h"
#include "syntax/parse.h"

static void add_text(struct qc_buf *out, struct qc_str text)
{
    qc_buf_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"' || text.ptr[i] == '\\')
            qc_buf_char(out, '\\');
        qc_buf_char(out, text.ptr[i]);
    }
    qc_buf_char(out, '"');
}

void qc_dump_tokens(struct qc_compilation *cx, struct qc_source *source, struct qc_buf *out)
{
    struct qc_scanned lines = { 0 };
    qc_scan(cx, source, &lines);
    for (size_t i = 0; i + 1 < lines.items.count; i++) { /* the last is the end of file */
        const struct qc_scanned_line *line = &lines.items.items[i];
        enum qc_line_kind kind = (enum qc_line_kind)line->kind;
        qc_buf_add(out, qc_str_format(&cx->arena, "%zu\t%u\t%s\t", i + 1, line->indent, qc_line_name(kind)));
        add_text(out, qc_str_slice(source->text, line->begin, line->end));
        qc_buf_char(out, '\n');
    }
}

static void indent(struct qc_buf *out, size_t depth)
{
    for (size_t i = 0; i < depth; i++)
        qc_buf_add(out, QC_STR("  "));
}

static void add_line(struct qc_buf *out, size_t depth, const char *what, struct qc_str text)
{
    indent(out, depth);
    qc_buf_add(out, qc_str_from(what));
    qc_buf_char(out, ' ');
    add_text(out, text);
    qc_buf_char(out, '\n');
}

static void dump_declaration(struct qc_buf *out, const struct qc_declaration *declaration, size_t depth)
{
    indent(out, depth);
    qc_buf_add(out, qc_str_from(declaration->keyword->vietnamese));
    qc_buf_char(out, '\n');
    if (declaration->keyword->form != QC_KEYWORD_PROSE)
        for (size_t i = 0; i < declaration->values.count; i++)
            add_line(out, depth + 1, "value", declaration->values.items[i]->text);
    for (size_t i = 0; i < declaration->paragraphs.count; i++)
        add_line(out, depth + 1, "paragraph", declaration->paragraphs.items[i]->text);
    for (size_t i = 0; i < declaration->fields.count; i++)
        dump_declaration(out, declaration->fields.items[i], depth + 1);
}

void qc_dump_tree(const struct qc_tree *tree, struct qc_buf *out)
{
    for (size_t i = 0; i < tree->declarations.count; i++)
        dump_declaration(out, tree->declarations.items[i], 0);
    for (struct qc_unit *unit = qc_unit_next(tree->root); unit != NULL; unit = qc_unit_next(unit)) {
        indent(out, unit->depth - 1);
        qc_buf_add(out, QC_STR("unit "));
        qc_buf_add(out, qc_str_from(qc_style_info(unit->marker.style)->name));
        qc_buf_char(out, ' ');
        add_text(out, qc_marker_text(&unit->marker));
        qc_buf_char(out, ' ');
        qc_buf_add(out, qc_str_from(qc_form_name(unit->form)));
        qc_buf_char(out, '\n');
        for (size_t i = 0; i < unit->paragraph_count; i++)
            add_line(out, unit->depth, "paragraph", qc_unit_paragraph(unit, i)->text);
    }
    if (tree->closing != NULL)
        dump_declaration(out, tree->closing, 0);
    if (tree->recipients != NULL)
        dump_declaration(out, tree->recipients, 0);
}
