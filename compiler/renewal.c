/*
 * renewal.c - the public functions that make next year's draft.
 *
 * Must not read or write files; where the text goes is the caller's.
 */
#include "context.h"

#include "fix/difference.h"
#include "sema/sema.h"

enum qc_result qc_renew(struct qc_context *qc, const char *school_year)
{
    unsigned from = 0, to;
    if (qc->document == NULL ||
        (school_year != NULL && !qc_sema_read_years(qc_str_from(school_year), &from, &to)))
        return QC_BAD_ARGUMENT;
    qc->renewal = NULL;
    WITH_MEMORY(qc, qc->renewal = qc_renew_document(&qc->cx, qc->document, from));
    return qc->renewal == NULL ? QC_BAD_ARGUMENT : QC_OK;
}

enum qc_result qc_renewed_text(struct qc_context *qc, qc_write_fn *write, void *user)
{
    if (qc->renewal == NULL)
        return QC_BAD_ARGUMENT;
    struct qc_str bytes = qc->renewal->bytes;
    return bytes.len == 0 || write(user, bytes.ptr, bytes.len) ? QC_OK : QC_WRITE_FAILED;
}

enum qc_result qc_print_renewed(struct qc_context *qc, qc_write_fn *write, void *user)
{
    struct qc_buf out = { .arena = &qc->cx.arena };
    if (qc->renewal == NULL)
        return QC_BAD_ARGUMENT;
    WITH_MEMORY(qc, qc_difference_print(&out, qc->source->name, qc->source->bytes, qc->renewal->bytes));
    return qc_hand_over(&out, write, user);
}

enum qc_result qc_print_renewal(struct qc_context *qc, bool json, enum qc_language language,
                                qc_write_fn *write, void *user)
{
    struct qc_buf out = { .arena = &qc->cx.arena };
    if (qc->renewal == NULL)
        return QC_BAD_ARGUMENT;
    WITH_MEMORY(qc, (json ? qc_renewal_print_json : qc_renewal_print)(
                        &qc->cx, qc->renewal, qc_lang_of(language), &out));
    return qc_hand_over(&out, write, user);
}
