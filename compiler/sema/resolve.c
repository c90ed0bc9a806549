/*
 * resolve.c - from the tree to the document: the order of the steps.
 */
#include "sema/resolve.h"

#include "base/utf8.h"
#include "sema/reading.h"
#include "sema/sema.h"

static void resolve_closing(struct qc_sema *sema)
{
    const struct qc_declaration *closing = sema->tree->closing;
    for (size_t i = 0; closing != NULL && i < closing->paragraphs.count; i++)
        *qc_vec_push(&sema->cx->arena, &sema->document->closing) =
            qc_sema_inlines(sema, closing->paragraphs.items[i]);
}

/* "- Lưu: VT." is a dash and its text; any other line prints as it is. */
static void add_recipient(struct qc_sema *sema, const struct qc_prose *prose)
{
    static const char *const dashes[] = { "- ", "– ", "— ", "• ", "+ " };
    struct qc_recipient recipient = { 0 };
    size_t from = 0;
    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++) {
        struct qc_str dash = qc_str_from(dashes[i]);
        if (qc_str_starts(prose->text, dash)) {
            recipient.dash = true;
            recipient.dash_text = qc_str_slice(prose->text, 0, dash.len - 1);
            from = dash.len + qc_blank_prefix(qc_str_skip(prose->text, dash.len));
        }
    }
    recipient.content = qc_inline_read(sema->cx, prose, from, prose->text.len, &sema->expander);
    *qc_vec_push(&sema->cx->arena, &sema->document->recipients) = recipient;
}

static void resolve_recipients(struct qc_sema *sema)
{
    const struct qc_declaration *recipients = sema->tree->recipients;
    if (recipients == NULL)
        return;
    sema->document->recipients_heading = qc_inline_plain(&sema->cx->arena, QC_STR("Nơi nhận:"));
    for (size_t i = 0; i < recipients->paragraphs.count; i++)
        add_recipient(sema, recipients->paragraphs.items[i]);
}

/* "a = b", with words on both sides. */
static bool is_pair(struct qc_str value)
{
    size_t equals = qc_str_find(value, QC_STR("="));
    return equals < value.len && qc_str_trim(qc_str_slice(value, 0, equals)).len > 0 &&
           qc_str_trim(qc_str_skip(value, equals + 1)).len > 0;
}

static void check_list(struct qc_sema *sema, const struct qc_declaration *list)
{
    struct qc_str keyword = qc_str_from(list->keyword->vietnamese);
    if (list->values.count == 0)
        qc_report(sema->cx, list->key, QC_MSG(value_missing), QC_STR_ARGS(keyword));
    for (size_t i = 0; list->keyword->id != QC_KW_PROPER_NAME && i < list->values.count; i++)
        if (!is_pair(list->values.items[i]->text))
            qc_report(sema->cx, qc_prose_whole(list->values.items[i]), QC_MSG(assignment_form), QC_STR_ARGS(keyword));
}

/* The lists that the checks read; they print nothing. */
static void collect_lists(struct qc_sema *sema)
{
    for (size_t i = 0; i < sema->declared.count; i++) {
        const struct qc_declaration *declaration = sema->declared.items[i].declaration;
        switch (declaration->keyword->id) {
        case QC_KW_PHRASE:
        case QC_KW_PROPER_NAME:
        case QC_KW_TERM: check_list(sema, declaration); break;
        case QC_KW_ABBREVIATION: break; /* names.c has looked at it */
        default: continue;
        }
        *qc_vec_push(&sema->cx->arena, &sema->document->lists) = declaration;
    }
}

struct qc_document *qc_resolve(struct qc_compilation *cx, struct qc_tree *tree, const char *path)
{
    struct qc_sema sema = { .cx = cx, .tree = tree, .path = path };
    struct qc_document *document = qc_alloc(&cx->arena, sizeof *document);
    sema.document = document;
    document->tree = tree;
    document->readings = qc_readings_new(&cx->arena);
    document->root = tree->root;
    qc_sema_collect(&sema);
    qc_sema_name_all(&sema);
    collect_lists(&sema);
    qc_sema_units(&sema);
    qc_sema_header(&sema);
    sema.in_text = true;
    qc_sema_read_body(&sema);
    resolve_closing(&sema);
    sema.in_text = false;
    resolve_recipients(&sema);
    qc_sema_link(&sema);
    if (tree->root->first_child != NULL || document->first[QC_KW_TYPE] != NULL)
        qc_sema_report_unused(&sema); /* else it declares for other files */
    qc_sema_metadata(&sema); /* last: reading a value counts its names as used */
    return document;
}
