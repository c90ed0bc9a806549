/*
 * report.h - what the two reports of a renewal, for people and for programs, share.
 */
#ifndef QC_RENEW_REPORT_H
#define QC_RENEW_REPORT_H

#include "renew/renew.h"

struct qc_renewal_report {
    struct qc_compilation *cx;
    const struct qc_renewal *renewal;
    struct qc_line_list lines;
    enum qc_lang lang;
    struct qc_buf *out;
};

/* A report that has its lines and nothing printed. */
static inline struct qc_renewal_report qc_renewal_report_of(struct qc_compilation *cx, const struct qc_renewal *renewal,
                                                            enum qc_lang lang, struct qc_buf *out)
{
    struct qc_renewal_report report = { .cx = cx, .renewal = renewal, .lang = lang, .out = out };
    qc_renewal_lines(&cx->arena, renewal, &report.lines);
    return report;
}

static inline const struct qc_source *qc_renewal_source(const struct qc_renewal_report *report, struct qc_span span)
{
    return report->cx->sources.files.items[span.file];
}

#endif
