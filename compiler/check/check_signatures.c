/*
 * check_signatures.c - every party that signs has a complete signature
 * (NĐ 30/2020, Điều 13; PL I.II.7).
 */
#include "check/check.h"

static bool has_field(const struct qc_party *party, enum qc_field_id of_party, enum qc_field_id of_signatory)
{
    enum qc_field_id id = party->is_party ? of_party : of_signatory;
    for (size_t i = 0; i < party->declaration->fields.count; i++)
        if (party->declaration->fields.items[i]->keyword->id == (int)id)
            return true;
    return false;
}

/* An acting head's position stands in his capacity: "Q. HIỆU TRƯỞNG". */
static bool has_position(const struct qc_party *party)
{
    return has_field(party, QC_F_PARTY_POSITION, QC_F_SIGNATORY_POSITION) ||
           has_field(party, QC_F_PARTY_ACTING, QC_F_SIGNATORY_ACTING);
}

static void check_party(const struct qc_check *check, const struct qc_party *party)
{
    struct qc_compilation *cx = check->cx;
    bool position = has_position(party), named = party->has_signer;
    bool begun = position || named || has_field(party, QC_F_PARTY_ON_BEHALF, QC_F_SIGNATORY_ON_BEHALF);
    if (!party->signs || (position && named) || (begun && check->document->tree->field_meant))
        return; /* a misspelt field is reported where it stands */
    if (!begun) {
        struct qc_diagnostic *d =
            qc_report(cx, party->name_span, QC_MSG(signature_missing), QC_STR_ARGS(party->name));
        qc_note(cx, d, QC_NOTE_MSG(how_not_signing));
        return;
    }
    const char *lacking = !position && !named ? "chức vụ, người ký" : position ? "người ký" : "chức vụ";
    qc_report(cx, party->name_span, QC_MSG(signature_incomplete), QC_STR_ARGS(party->name), lacking);
}

void qc_check_signatures(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_document *document = check->document;
    if (document->attached || qc_check_is_fragment(document))
        return; /* signed with its decision */
    bool anyone = false;
    for (size_t i = 0; i < document->parties.count; i++) {
        check_party(check, &document->parties.items[i]);
        anyone = anyone || document->parties.items[i].signs;
    }
    if (anyone || document->tree->meant[QC_KW_PARTY] || document->tree->meant[QC_KW_SIGNATORY])
        return;
    const struct qc_declaration *type = document->first[QC_KW_TYPE];
    struct qc_span start = { 0, 0, document->tree->source->id };
    qc_report(cx, type != NULL && type->key.file == start.file ? type->key : start, QC_MSG(signatory_missing));
}
