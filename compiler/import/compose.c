/*
 * compose.c - from the lines of a page to texts in the language, in the order of the steps.
 */
#include "import/writer.h"

#include "base/utf8.h"

/* "-quy-che" for the text that a decision brings into force; a number where that is taken. */
static struct qc_str name_text(struct import_draft *draft, const struct import_part *part, size_t number)
{
    struct qc_arena *arena = import_arena(draft);
    if (number == 0)
        return qc_str_format(arena, "%.*s.qc", QC_STR_ARGS(draft->stem));
    struct qc_buf name = { .arena = arena };
    qc_buf_add(&name, draft->stem);
    for (size_t i = 0; part->kind != NULL && i < part->kind->cut.words.count; i++) {
        qc_buf_char(&name, '-');
        qc_buf_add(&name, part->kind->cut.words.items[i].bare);
    }
    if (number > 1 || part->kind == NULL)
        qc_buf_add(&name, qc_str_format(arena, "-%zu", number + 1));
    qc_buf_add(&name, QC_STR(".qc"));
    return qc_buf_str(&name);
}

/* The paragraphs behind the last unit, from where words of a closing open one. */
static void find_closing(struct import_draft *draft, struct import_part *part)
{
    part->closing = part->text.items.count;
    for (size_t i = part->text.items.count; i-- > 0;) {
        const struct import_paragraph *paragraph = &part->text.items.items[i];
        struct import_cut cut;
        if (paragraph->opens_unit)
            break;
        import_cut(import_arena(draft), paragraph->text, &cut);
        if (i > 0 && import_phrase_at(&draft->phrases, IMPORT_CLASS_CLOSING, &cut, 0) != NULL)
            part->closing = i;
    }
}

static void read_part(struct import_draft *draft, struct import_part *part)
{
    import_read_title(draft, part);
    import_read_foot(draft, part);
    import_read_head(draft, part);
    import_join(draft, part->below, part->body, true, &part->preamble);
    import_read_authority(draft, part);
    import_find_rows(draft, part->body, part->ending);
    import_join(draft, part->body, part->ending, false, &part->text);
    find_closing(draft, part);
    import_read_parties(draft, part);
}

static void write_siblings(struct import_draft *draft, const struct import_parts *parts, size_t number)
{
    for (size_t i = 0; i < parts->items.count; i++) {
        if (i == number || (i > 0 && number > 0))
            continue; /* the first text knows all others, and they know it */
        struct qc_str name = name_text(draft, &parts->items.items[i], i);
        qc_buf_add(&draft->out, qc_str_format(import_arena(draft), "// Xem: %.*s\n", QC_STR_ARGS(name)));
    }
    if (parts->items.count > 1)
        import_put(draft, "\n");
}

static void write_part(struct import_draft *draft, struct import_parts *parts, size_t number)
{
    struct import_part *part = &parts->items.items[number];
    draft->text = qc_vec_push(import_arena(draft), &draft->result->texts);
    draft->out = (struct qc_buf){ .arena = import_arena(draft) };
    draft->aside_end = SIZE_MAX;
    draft->text->name = name_text(draft, part, number);
    write_siblings(draft, parts, number);
    import_write_head(draft, part, number > 0 ? &parts->items.items[0] : NULL);
    import_write_body(draft, part);
    import_write_foot(draft, part);
    draft->text->text = qc_buf_str(&draft->out);
}

void qc_import_compose(struct qc_compilation *cx, const struct import_page *page, struct qc_str stem,
                       struct import_result *result)
{
    struct import_draft draft = { .cx = cx, .page = page, .stem = stem, .result = result };
    struct import_parts parts = { 0 };
    *result = (struct import_result){ 0 };
    import_phrases_read(&cx->arena, &draft.phrases);
    import_clean(&draft);
    import_read_markers(&draft);
    import_find_layout(&draft);
    for (size_t i = 0; i < draft.pieces.count; i++)
        result->words +=
            import_count(draft.pieces.items[i].cut.text) + import_count(draft.pieces.items[i].dropped);
    import_split(&draft, &parts);
    for (size_t i = 0; i < parts.items.count; i++)
        read_part(&draft, &parts.items.items[i]);
    for (size_t i = 0; i < parts.items.count; i++)
        write_part(&draft, &parts, i);
}
