/*
 * texts.c - collects the prose of a document.
 */
#include "base/bytes.h"
#include "check/visible.h"

/* What is printed as it is typed, and known to be tame, hides nothing but addresses. */
static bool hides_nothing(const struct qc_prose *prose, const struct qc_inlines *printed)
{
    return printed != NULL && printed->tame && printed->plain.ptr == prose->text.ptr && !qc_may_hold_address(prose->text);
}

static struct qc_text *add_printed(struct qc_arena *arena, const struct qc_document *document, struct qc_texts *texts,
                                   enum qc_text_kind kind, const struct qc_prose *prose,
                                   const struct qc_inlines *printed)
{
    struct qc_text *text = qc_vec_push(arena, &texts->items);
    text->kind = kind;
    text->prose = prose;
    text->own = prose->file == document->tree->source->id;
    text->printed = printed;
    return text;
}

static struct qc_text *add(struct qc_arena *arena, const struct qc_document *document, struct qc_texts *texts,
                           enum qc_text_kind kind, const struct qc_prose *prose)
{
    return add_printed(arena, document, texts, kind, prose, NULL);
}

static void add_values(struct qc_arena *arena, const struct qc_document *document, struct qc_texts *texts,
                       enum qc_text_kind kind, const struct qc_declaration *declaration)
{
    for (size_t i = 0; i < declaration->values.count; i++) {
        struct qc_text *text = add(arena, document, texts, kind, declaration->values.items[i]);
        text->index = i;
        text->keyword = declaration->keyword;
    }
}

static void add_declaration(struct qc_arena *arena, const struct qc_document *document, struct qc_texts *texts,
                            const struct qc_declaration *declaration)
{
    switch (declaration->keyword->id) {
    case QC_KW_ISSUER:
    case QC_KW_PARENT: add_values(arena, document, texts, QC_TEXT_ISSUER, declaration); break;
    case QC_KW_SUBJECT:
        for (size_t i = 0; i < declaration->lines.count; i++)
            add(arena, document, texts, QC_TEXT_SUBJECT, declaration->lines.items[i])->index = i;
        break;
    case QC_KW_BASIS:
    case QC_KW_PROPOSAL: add_values(arena, document, texts, QC_TEXT_BASIS, declaration); break;
    case QC_KW_PREAMBLE:
        for (size_t i = 0; i < declaration->paragraphs.count; i++)
            add(arena, document, texts, QC_TEXT_PREAMBLE, declaration->paragraphs.items[i])->index = i;
        break;
    case QC_KW_PARTY:
    case QC_KW_SIGNATORY:
        for (size_t i = 0; i < declaration->fields.count; i++)
            add_values(arena, document, texts, QC_TEXT_SIGNATURE, declaration->fields.items[i]);
        break;
    case QC_KW_LET:
    case QC_KW_ABBREVIATION:
    case QC_KW_REPLACES: add_values(arena, document, texts, QC_TEXT_VALUE, declaration); break;
    default: break;
    }
}

static void add_units(struct qc_arena *arena, const struct qc_document *document, struct qc_texts *texts)
{
    for (struct qc_unit *unit = qc_unit_next(document->root); unit != NULL; unit = qc_unit_next(unit))
        for (size_t i = 0; i < unit->paragraph_count; i++) {
            bool title = i == 0 && unit->form == QC_FORM_TITLE;
            struct qc_text *text = add_printed(arena, document, texts, title ? QC_TEXT_TITLE : QC_TEXT_BODY,
                                               qc_unit_paragraph(unit, i), &unit->content[i]);
            text->unit = unit;
            text->index = i;
        }
}

void qc_texts_collect(struct qc_arena *arena, const struct qc_document *document, struct qc_texts *texts)
{
    const struct qc_tree *tree = document->tree;
    for (size_t i = 0; i < tree->declarations.count; i++)
        add_declaration(arena, document, texts, tree->declarations.items[i]);
    add_units(arena, document, texts);
    for (size_t i = 0; tree->closing != NULL && i < tree->closing->paragraphs.count; i++) {
        struct qc_text *text = add(arena, document, texts, QC_TEXT_CLOSING, tree->closing->paragraphs.items[i]);
        text->index = i;
        text->printed = document->closing.items[i];
    }
    for (size_t i = 0; tree->recipients != NULL && i < tree->recipients->paragraphs.count; i++) {
        struct qc_text *text = add(arena, document, texts, QC_TEXT_RECIPIENT, tree->recipients->paragraphs.items[i]);
        text->index = i;
        text->printed = document->recipients.items[i].content;
    }
}

void qc_texts_see(struct qc_arena *arena, struct qc_texts *texts)
{
    for (size_t i = 0; i < texts->items.count; i++) {
        struct qc_text *text = &texts->items.items[i];
        text->seen = hides_nothing(text->prose, text->printed) ? text->prose->text : qc_visible(arena, text->prose);
    }
}

bool qc_text_is_running(const struct qc_text *text)
{
    return text->kind == QC_TEXT_PREAMBLE || text->kind == QC_TEXT_BODY || text->kind == QC_TEXT_CLOSING;
}

bool qc_text_has_figures(const struct qc_text *text)
{
    return qc_bytes_figure(text->prose->text, 0) < text->prose->text.len;
}

bool qc_text_may_refer(const struct qc_text *text)
{
    const struct qc_inlines *printed = text->printed;
    struct qc_str prose = text->prose->text;
    bool read_as_printed = printed != NULL && printed->plain.ptr == prose.ptr && printed->no_reference;
    /* a line end parts words as a blank does */
    return !read_as_printed || (!printed->tame && prose.len > 0 && memchr(prose.ptr, '\n', prose.len) != NULL);
}
