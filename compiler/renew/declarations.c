/*
 * declarations.c - each declaration of the header gets to those who renew it.
 *
 * Owns which of them are prose, and which only name something.
 */
#include "renew/draft.h"

static void leave_values(struct qc_draft *draft, const struct qc_declaration *declaration,
                         enum qc_year_left reason)
{
    for (size_t i = 0; i < declaration->values.count; i++)
        qc_draft_leave_prose(draft, declaration->values.items[i], reason);
    for (size_t i = 0; i < declaration->fields.count; i++)
        leave_values(draft, declaration->fields.items[i], reason);
}

static void renew_texts(struct qc_draft *draft, const struct qc_declaration *declaration,
                        enum qc_renewed_text kind)
{
    for (size_t i = 0; i < declaration->values.count; i++)
        qc_draft_prose(draft, declaration->values.items[i], kind);
    for (size_t i = 0; i < declaration->paragraphs.count; i++)
        qc_draft_prose(draft, declaration->paragraphs.items[i], kind);
}

/* Why the years of a declaration that is no prose stay. */
static enum qc_year_left reason_of(int keyword)
{
    switch (keyword) {
    case QC_KW_INSTRUMENT: return QC_LEFT_INSTRUMENT;
    case QC_KW_PHRASE:
    case QC_KW_PROPER_NAME:
    case QC_KW_TERM: return QC_LEFT_LIST;
    case QC_KW_USE: return QC_LEFT_FILE;
    default: return QC_LEFT_NAME;
    }
}

static void renew_other(struct qc_draft *draft, const struct qc_declaration *declaration)
{
    switch (declaration->keyword->id) {
    case QC_KW_SUBJECT:
    case QC_KW_LET: renew_texts(draft, declaration, QC_RENEWED_TITLE); break;
    case QC_KW_ABBREVIATION:
    case QC_KW_PREAMBLE: renew_texts(draft, declaration, QC_RENEWED_PROSE); break;
    case QC_KW_BASIS:
    case QC_KW_PROPOSAL:
        for (size_t i = 0; i < declaration->values.count; i++)
            qc_draft_basis(draft, declaration->values.items[i]);
        break;
    case QC_KW_REPLACES: break; /* replaces.c */
    default: leave_values(draft, declaration, reason_of(declaration->keyword->id)); break;
    }
}

void qc_draft_declarations(struct qc_draft *draft)
{
    const struct qc_tree *tree = draft->document->tree;
    for (size_t i = 0; i < tree->declarations.count; i++)
        if (!qc_draft_head(draft, tree->declarations.items[i]))
            renew_other(draft, tree->declarations.items[i]);
    qc_draft_state(draft);
    qc_draft_replaces(draft);
}
