/*
 * docx_fields.c - fields: what Word works out and writes into the text (ECMA-376, part 1, 17.16).
 */
#include "base/utf8.h"
#include "import/docx.h"

enum { MOST_FIELDS = 64 }; /* inside each other; deeper ones are not told apart */

void docx_read_instruction(struct docx *docx, struct qc_str text)
{
    static const struct qc_str names[] = {
        { "PAGE", 4 }, { "NUMPAGES", 8 }, { "SECTIONPAGES", 12 }, { "TOC", 3 }
    };
    struct qc_str word = qc_str_trim(text), name = qc_str_slice(word, 0, qc_str_find(word, QC_STR(" ")));
    if (docx->fields.count == 0)
        return;
    struct docx_field *field = &docx->fields.items[docx->fields.count - 1];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        field->furniture = field->furniture || qc_str_equal(name, names[i]);
}

void docx_step_field(struct docx *docx, const char *type)
{
    if (type == NULL)
        return;
    if (strcmp(type, "begin") == 0) {
        if (docx->fields.count < MOST_FIELDS)
            *qc_vec_push(docx->arena, &docx->fields) = (struct docx_field){ .result = false };
    } else if (docx->fields.count > 0 && strcmp(type, "separate") == 0) {
        docx->fields.items[docx->fields.count - 1].result = true;
    } else if (docx->fields.count > 0 && strcmp(type, "end") == 0) {
        docx->fields.count--;
    }
}

bool docx_in_instruction(const struct docx *docx)
{
    for (size_t i = 0; i < docx->fields.count; i++)
        if (!docx->fields.items[i].result)
            return true;
    return false;
}

bool docx_in_furniture(const struct docx *docx)
{
    for (size_t i = 0; i < docx->fields.count; i++)
        if (docx->fields.items[i].furniture)
            return true;
    return false;
}
