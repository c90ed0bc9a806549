/*
 * docx_fields.c - fields: what Word works out and writes into the text (ECMA-376, part 1, 17.16).
 */
#include "base/utf8.h"
#include "import/docx.h"

enum { MOST_FIELDS = 64 }; /* inside each other; deeper ones are not told apart */

/* Is it of the page: a number, a table of contents? */
static bool is_furniture(const struct docx_field *field)
{
    static const struct qc_str names[] = {
        { "PAGE", 4 }, { "NUMPAGES", 8 }, { "SECTIONPAGES", 12 }, { "TOC", 3 }
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (qc_str_equal((struct qc_str){ field->name, field->length }, names[i]))
            return true;
    return false;
}

/* The name may be in capitals or not, and in several pieces. */
void docx_read_instruction(struct docx *docx, struct qc_str text)
{
    struct docx_field *field = docx->fields.count == 0 ? NULL : &docx->fields.items[docx->fields.count - 1];
    for (size_t i = 0; field != NULL && i < text.len && !field->named; i++) {
        char c = text.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter && field->length < sizeof field->name)
            field->name[field->length++] = (char)(c & ~0x20);
        else
            field->named = field->length > 0 || c != ' ';
    }
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
        if (is_furniture(&docx->fields.items[i]))
            return true;
    return false;
}
