/*
 * metadata.c - the data of the head that an output gives to machines: number,
 * what the text is attached to, what it replaces, each without the words
 * around it.
 */
#include "base/utf8.h"
#include "sema/sema.h"
#include "syntax/token.h"

static bool is_blank_text(struct qc_str text)
{
    return text.len == 0 || qc_str_find(text, QC_STR("…")) < text.len ||
           qc_str_find(text, QC_STR("...")) < text.len;
}

/* A printed line without its lead word: "Số: 05/QC-MNHS" is "05/QC-MNHS"; empty while something is left blank. */
static struct qc_str without_lead(const struct qc_inlines *line, enum qc_keyword_id id)
{
    if (line == NULL || is_blank_text(line->plain))
        return QC_STR("");
    return qc_str_trim(qc_str_skip(line->plain, qc_keyword_opener(qc_keyword_info(id), line->plain)));
}

static void read_replaced(struct qc_sema *sema)
{
    struct qc_document *document = sema->document;
    for (size_t i = 0; i < sema->declared.count; i++) {
        const struct qc_declaration *declaration = sema->declared.items[i].declaration;
        if (declaration->keyword->id != QC_KW_REPLACES)
            continue;
        for (size_t k = 0; k < declaration->values.count; k++) {
            const struct qc_prose *prose = declaration->values.items[k];
            struct qc_str name = qc_sema_value(sema, prose);
            if (!is_blank_text(name))
                *qc_vec_push(&sema->cx->arena, &document->replaced) =
                    (struct qc_replaced){ name, qc_prose_whole(prose) };
        }
    }
}

void qc_sema_metadata(struct qc_sema *sema)
{
    struct qc_document *document = sema->document;
    document->code = without_lead(document->number, QC_KW_NUMBER);
    document->attached_name = without_lead(document->attached_to, QC_KW_ATTACHED_TO);
    if (qc_str_ends(document->attached_name, QC_STR(")")) &&
        qc_str_starts(document->attached_to->plain, QC_STR("(")))
        document->attached_name = qc_str_slice(document->attached_name, 0, document->attached_name.len - 1);
    read_replaced(sema);
}
