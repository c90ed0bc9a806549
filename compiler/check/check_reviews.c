/*
 * check_reviews.c - what qc import was unsure of and nobody has looked at yet.
 */
#include "check/check.h"

/* "công văn" of "công văn, loại mà …" */
static struct qc_str name_in(struct qc_str reason)
{
    return qc_str_slice(reason, 0, qc_str_find(reason, QC_STR(",")));
}

static struct qc_diagnostic *report(struct qc_compilation *cx, const struct qc_review *review)
{
    switch (review->id) {
#define QC_DOUBT(slug, words)                                                                                \
    case QC_D_##slug:                                                                                        \
        return qc_report(cx, review->place, QC_MSG(slug));
#define QC_NAMED_DOUBT(slug, words)                                                                          \
    case QC_D_##slug:                                                                                        \
        return qc_report(cx, review->place, QC_MSG(slug), QC_STR_ARGS(name_in(review->reason)));
#include "diag/doubts.def"
    default:
        return NULL;
    }
}

/* Without edits: that a place was looked at is the user's to say, never qc check --fix. */
void qc_check_reviews(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    for (size_t i = 0; i < cx->reviews.count; i++) {
        struct qc_diagnostic *d = report(cx, &cx->reviews.items[i]);
        if (d != NULL)
            qc_note(cx, d, QC_NOTE_MSG(looked_at));
    }
}
