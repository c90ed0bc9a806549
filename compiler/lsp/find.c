/*
 * find.c - what stands at a place of a compiled document, and how far it reaches.
 *
 * Owns nothing. Reads the tree; blank lines and comments belong to what is before them.
 */
#include "lsp/find.h"

#include "sema/symbols.h"
#include "source/position.h"

static uint32_t later(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

/* Without what is below it. */
static uint32_t own_end(const struct qc_unit *unit)
{
    uint32_t end = later(qc_marker_end(&unit->marker), unit->label == NULL ? 0 : unit->label->span.end);
    for (size_t i = 0; i < unit->paragraph_count; i++)
        end = later(end, qc_prose_end(qc_unit_paragraph(unit, i)));
    return end;
}

uint32_t lsp_unit_end(const struct qc_unit *unit)
{
    uint32_t end = own_end(unit);
    for (unit = unit->first_child; unit != NULL; unit = unit->next == NULL ? unit->first_child : unit->next)
        end = later(end, own_end(unit));
    return end;
}

uint32_t lsp_declaration_end(const struct qc_declaration *declaration)
{
    uint32_t end = declaration->key.end;
    for (size_t i = 0; i < declaration->values.count; i++)
        end = later(end, qc_prose_end(declaration->values.items[i]));
    for (size_t i = 0; i < declaration->paragraphs.count; i++)
        end = later(end, qc_prose_end(declaration->paragraphs.items[i]));
    for (size_t i = 0; i < declaration->fields.count; i++)
        end = later(end, lsp_declaration_end(declaration->fields.items[i]));
    return end;
}

/* Does what ends the body begin at or before the offset? */
static bool is_behind_body(const struct qc_tree *tree, uint32_t offset)
{
    return (tree->closing != NULL && tree->closing->key.begin <= offset) ||
           (tree->recipients != NULL && tree->recipients->key.begin <= offset);
}

const struct qc_unit *lsp_unit_at(const struct lsp_document *document, uint32_t offset)
{
    const struct qc_context *qc = document->qc;
    uint32_t line_end = (uint32_t)qc_line_of(qc->source, offset).end;
    const struct qc_unit *found = NULL;
    if (is_behind_body(qc->tree, line_end))
        return NULL;
    for (struct qc_unit *unit = qc->document->root->first_child; unit != NULL; unit = qc_unit_next(unit)) {
        if (unit->marker.begin > line_end)
            break;
        found = unit;
    }
    return found;
}
