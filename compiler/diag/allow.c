/*
 * allow.c - takes away the findings that a comment accepts, and reports the comments that accept nothing.
 *
 * Owns nothing. Must not read comments: syntax/allow.c does.
 */
#include "diag/allow.h"

static bool covers(const struct qc_allowance *allowance, const struct qc_diagnostic *diagnostic)
{
    struct qc_span here = allowance->covers, there = diagnostic->span;
    return allowance->id == diagnostic->id && here.file == there.file && here.begin <= there.begin &&
           (there.begin < here.end || there.begin == here.begin);
}

/* Several may accept the same finding, as one for the document and one for a unit: none of them is idle. */
static const struct qc_allowance *accept(struct qc_compilation *cx, const struct qc_diagnostic *diagnostic)
{
    const struct qc_allowance *found = NULL;
    for (size_t i = 0; i < cx->allowances.count; i++) {
        struct qc_allowance *allowance = cx->allowances.items[i];
        if (!covers(allowance, diagnostic))
            continue;
        allowance->used = true;
        found = allowance;
    }
    return found;
}

void qc_allowances_apply(struct qc_compilation *cx)
{
    size_t kept = 0;
    if (cx->allowances.count == 0)
        return;
    for (size_t i = 0; i < cx->diagnostics.count; i++) {
        struct qc_diagnostic *diagnostic = cx->diagnostics.items[i];
        bool binding = qc_diag_is_binding(diagnostic->id);
        diagnostic->allowance = binding ? NULL : accept(cx, diagnostic);
        if (diagnostic->allowance == NULL) {
            cx->diagnostics.items[kept++] = diagnostic;
            continue;
        }
        *qc_vec_push(&cx->arena, &cx->allowed) = diagnostic;
        cx->count[diagnostic->level]--;
    }
    cx->diagnostics.count = kept;
}

void qc_allowances_report_unused(struct qc_compilation *cx, uint32_t file)
{
    enum qc_level level;
    for (size_t i = 0; i < cx->allowances.count; i++) {
        const struct qc_allowance *allowance = cx->allowances.items[i];
        /* of a rule that is switched off, or not tried, nobody knows whether it would be found */
        if (allowance->used || allowance->name.file != file || qc_diag_is_of_printing(allowance->id) ||
            qc_diag_is_of_chains(allowance->id) || !qc_diag_chosen(cx->choices, allowance->id, &level))
            continue;
        struct qc_str name = qc_source_text(&cx->sources, allowance->name);
        struct qc_diagnostic *d = qc_report(cx, allowance->name, QC_MSG(allow_unused), QC_STR_ARGS(name));
        if (qc_diag_is_binding(allowance->id))
            qc_note(cx, d, QC_NOTE_MSG(never_allowed));
    }
}
