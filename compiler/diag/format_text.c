/*
 * format_text.c - findings for people: text.c file by file.
 *
 * Owns nothing.
 */
#include "diag/format.h"
#include "diag/text.h"

static void add(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out)
{
    qc_diagnostics_print(cx, findings->lang, findings->color, out);
}

const struct qc_findings_format qc_findings_text = { "text", NULL, add, NULL };
