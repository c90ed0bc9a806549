/*
 * bases.c - legal bases and proposals: a basis with a number or date keeps
 * its years, another moves on with the document.
 *
 * Owns nothing. That a basis has ended is looks.c's.
 */
#include "renew/draft.h"

void qc_draft_basis(struct qc_draft *draft, const struct qc_prose *prose)
{
    if (!qc_draft_is_dated(draft, prose)) {
        qc_draft_prose(draft, prose, QC_RENEWED_PROSE);
        return;
    }
    if (qc_draft_freeze(draft, prose))
        qc_draft_look(draft, qc_prose_whole(prose), qc_draft_say(draft, QC_RENEW_MSG(look_basis_year)));
    qc_draft_leave_prose(draft, prose, QC_LEFT_BASIS);
}
