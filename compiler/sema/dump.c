/*
 * dump.c - the resolved document and its outline as text.
 */
#include "base/utf8.h"
#include "sema/resolve.h"

struct dump {
    struct qc_arena *arena;
    struct qc_buf *out;
};

static void add(struct dump *dump, const char *text)
{
    qc_buf_add(dump->out, qc_str_from(text));
}

static void add_part(struct dump *dump, const char *what, const struct qc_inlines *inlines)
{
    if (inlines == NULL)
        return;
    add(dump, what);
    qc_buf_char(dump->out, '\t');
    qc_buf_add(dump->out, inlines->plain);
    qc_buf_char(dump->out, '\n');
}

/* "reference", anchor, words: a row for each unit that the paragraph leads to. */
static void add_references(struct dump *dump, const struct qc_inline *node)
{
    for (; node != NULL; node = node->next) {
        if (node->kind == QC_INLINE_REFERENCE)
            qc_buf_add(dump->out, qc_str_format(dump->arena, "reference\t#%.*s\t%.*s\n",
                                                QC_STR_ARGS(node->unit->anchor), QC_STR_ARGS(node->text)));
        add_references(dump, node->children);
    }
}

static void add_paragraph(struct dump *dump, const char *what, const struct qc_inlines *inlines)
{
    add_part(dump, what, inlines);
    add_references(dump, inlines->first);
}

static const char *recital_name(enum qc_recital_kind kind)
{
    switch (kind) {
    case QC_RECITAL_BASIS: return "basis";
    case QC_RECITAL_PROPOSAL: return "proposal";
    case QC_RECITAL_PREAMBLE: return "preamble";
    }
    return "";
}

static void dump_head(struct dump *dump, const struct qc_document *document)
{
    for (size_t i = 0; i < document->issuers.count; i++) {
        const struct qc_issuer *issuer = &document->issuers.items[i];
        for (size_t k = 0; k < issuer->parents.count; k++)
            add_part(dump, "parent", issuer->parents.items[k]);
        add_part(dump, "issuer", issuer->name);
    }
    add_part(dump, "state", document->state_name);
    add_part(dump, "motto", document->motto);
    add_part(dump, "number", document->number);
    add_part(dump, "place-date", document->place_date);
    add_part(dump, "type", document->type);
    for (size_t i = 0; i < document->subject.count; i++)
        add_part(dump, "subject", document->subject.items[i]);
    add_part(dump, "attached-to", document->attached_to);
    add_part(dump, "authority", document->authority);
    for (size_t i = 0; i < document->recitals.count; i++)
        add_paragraph(dump, recital_name(document->recitals.items[i].kind), document->recitals.items[i].content);
    add_part(dump, "enacting", document->enacting);
}

static void dump_units(struct dump *dump, const struct qc_document *document)
{
    for (struct qc_unit *unit = qc_unit_next(document->root); unit != NULL; unit = qc_unit_next(unit)) {
        qc_buf_add(dump->out, qc_str_format(dump->arena, "unit\t%u\t#%.*s\t%.*s\t%s\n", unit->depth,
                                            QC_STR_ARGS(unit->anchor), QC_STR_ARGS(qc_marker_text(&unit->marker)),
                                            qc_form_name(unit->form)));
        for (size_t i = 0; i < unit->paragraph_count; i++)
            add_paragraph(dump, "paragraph", &unit->content[i]);
    }
}

void qc_dump_document(struct qc_arena *arena, const struct qc_document *document, struct qc_buf *out)
{
    struct dump dump = { arena, out };
    dump_head(&dump, document);
    dump_units(&dump, document);
    for (size_t i = 0; i < document->closing.count; i++)
        add_paragraph(&dump, "closing", document->closing.items[i]);
    for (size_t i = 0; i < document->signatures.count; i++) {
        const struct qc_signature *signature = &document->signatures.items[i];
        for (size_t k = 0; k < signature->lines.count; k++)
            add_part(&dump, "signature-line", signature->lines.items[k]);
        add_part(&dump, "signature-name", signature->name);
    }
    add_part(&dump, "recipients", document->recipients_heading);
    for (size_t i = 0; i < document->recipients.count; i++)
        add_paragraph(&dump, "recipient", document->recipients.items[i].content);
    if (document->draft)
        add(&dump, "draft\n");
}

/* The first words of a unit, for telling it from others. */
static struct qc_str first_words(struct qc_str text, unsigned count)
{
    size_t i = 0, n;
    bool in_word = false;
    for (; i < text.len; i += n) {
        bool blank = qc_is_blank(qc_utf8_decode(text, i, &n));
        if (in_word && blank && --count == 0)
            break;
        in_word = !blank;
    }
    return qc_str_slice(text, 0, i);
}

/* depth, marker, number, form, first five words: one row a unit. */
void qc_dump_outline(struct qc_arena *arena, const struct qc_document *document, struct qc_buf *out)
{
    for (struct qc_unit *unit = qc_unit_next(document->root); unit != NULL; unit = qc_unit_next(unit)) {
        struct qc_str number = unit->marker.number_length > 0 ? qc_marker_number(&unit->marker) : QC_STR("-");
        struct qc_str words = unit->paragraph_count > 0 ? first_words(unit->content[0].plain, 5) : QC_STR("");
        qc_buf_add(out, qc_str_format(arena, "%u\t%.*s\t%.*s\t%s\t%.*s\n", unit->depth,
                                      QC_STR_ARGS(qc_marker_text(&unit->marker)), QC_STR_ARGS(number), qc_form_name(unit->form),
                                      QC_STR_ARGS(words)));
    }
}
