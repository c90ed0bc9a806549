/*
 * check_head.c - the parts that a document must have, by its type
 * (NĐ 30/2020, Điều 8 and PL I.II).
 */
#include "base/utf8.h"
#include "check/basis.h"
#include "check/check.h"

struct kind {
    const char *name, *code;
    bool needs_basis, needs_effect, needs_authority;
};

static const struct kind kinds[] = {
#define QC_KIND(name, code, basis, effect, authority) { name, code, basis, effect, authority },
#include "check/kinds.def"
};

/* A type that is not in the table must have what every document must. */
static struct kind kind_of(struct qc_arena *arena, const struct qc_document *document)
{
    struct kind unknown = { "", "", false, false, false };
    if (document->type == NULL)
        return unknown;
    struct qc_str key = qc_name_key(arena, document->type->plain);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (qc_name_matches(key, qc_str_from(kinds[i].name)))
            return kinds[i];
    return unknown;
}

static bool is_absent(const struct qc_document *document, enum qc_keyword_id id)
{
    return document->first[id] == NULL && !document->tree->meant[id];
}

/* What is missing has no place of its own: it is reported at the type, or at the start. */
static struct qc_span place_of(const struct qc_document *document)
{
    const struct qc_declaration *type = document->first[QC_KW_TYPE];
    if (type != NULL && type->key.file == document->tree->source->id)
        return type->key;
    return (struct qc_span){ 0, 0, document->tree->source->id };
}

/* An attached text has its number, date, bases and effect in the decision (PL III, Mẫu 1.3). */
static void check_standalone(const struct qc_check *check, const struct kind *kind)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_document *document = check->document;
    struct qc_span place = place_of(document);
    bool has_basis = false;
    for (size_t i = 0; i < document->recitals.count; i++)
        has_basis = has_basis || document->recitals.items[i].kind == QC_RECITAL_BASIS;
    if (is_absent(document, QC_KW_NUMBER))
        qc_report(cx, place, QC_MSG(number_missing));
    if (is_absent(document, QC_KW_DATE) || is_absent(document, QC_KW_PLACE))
        qc_report(cx, place, QC_MSG(date_missing));
    if (kind->needs_basis && !has_basis && is_absent(document, QC_KW_BASIS))
        qc_report(cx, place, QC_MSG(basis_missing));
    if (kind->needs_authority && is_absent(document, QC_KW_AUTHORITY) &&
        !qc_basis_of_normative(document))
        qc_report(cx, place, QC_MSG(authority_missing));
    if (kind->needs_effect && is_absent(document, QC_KW_EFFECT) && !document->tree->body_lost &&
        !qc_check_states_effect(check))
        qc_report(cx, place, QC_MSG(effect_missing), QC_STR_ARGS(document->type->plain));
}

bool qc_check_is_fragment(const struct qc_document *document)
{
    return document->root->first_child == NULL && document->tree->declarations.count > 0 &&
           is_absent(document, QC_KW_TYPE);
}

void qc_check_head(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_document *document = check->document;
    const struct qc_tree *tree = document->tree;
    bool reported = tree->declarations.count == 0 && check->cx->count[QC_LEVEL_ERROR] > 0;
    if (qc_check_is_fragment(document) || reported)
        return; /* no document at all: its lines have been reported */
    struct kind kind = kind_of(&cx->arena, document);
    struct qc_span place = place_of(document);
    if (is_absent(document, QC_KW_TYPE))
        qc_report(cx, place, QC_MSG(type_missing));
    if (is_absent(document, QC_KW_SUBJECT))
        qc_report(cx, place, QC_MSG(subject_missing));
    if (document->issuers.count == 0 && is_absent(document, QC_KW_ISSUER))
        qc_report(cx, place, QC_MSG(issuer_missing));
    if (document->root->first_child == NULL && !tree->body_lost)
        qc_report(cx, place, QC_MSG(body_missing));
    if (!document->attached)
        check_standalone(check, &kind);
}
