/*
 * parties.c - parties, signatories and their signatures (NĐ 30/2020, Điều 13
 * and PL I.II.7).
 */
#include "base/utf8.h"
#include "sema/sema.h"

const struct qc_declaration *qc_sema_find_field(const struct qc_declaration *block, enum qc_field_id id)
{
    for (size_t i = 0; i < block->fields.count; i++)
        if (block->fields.items[i]->keyword->id == (int)id)
            return block->fields.items[i];
    return NULL;
}

struct qc_str qc_sema_field(struct qc_sema *sema, const struct qc_declaration *block, enum qc_field_id id)
{
    const struct qc_declaration *field = qc_sema_find_field(block, id);
    struct qc_buf buf = { .arena = &sema->cx->arena };
    if (field != NULL && field->values.count == 0)
        return QC_STR("…"); /* declared and blank: to be filled in */
    for (size_t i = 0; field != NULL && i < field->values.count; i++) {
        if (i > 0)
            qc_buf_add(&buf, QC_STR(", "));
        qc_buf_add(&buf, qc_sema_value(sema, field->values.items[i]));
    }
    return qc_buf_str(&buf);
}

/* The fields that make a signature, for a party and for a signatory block. */
struct signature_fields {
    enum qc_field_id position, on_behalf, capacities[4], profile;
};

static const struct signature_fields party_fields = {
    QC_F_PARTY_POSITION,
    QC_F_PARTY_ON_BEHALF,
    { QC_F_PARTY_FOR, QC_F_PARTY_BY_ORDER, QC_F_PARTY_AUTHORISED, QC_F_PARTY_ACTING },
    QC_F_PARTY_SIGN_PROFILE,
};

static const struct signature_fields signatory_fields = {
    QC_F_SIGNATORY_POSITION,
    QC_F_SIGNATORY_ON_BEHALF,
    { QC_F_SIGNATORY_FOR, QC_F_SIGNATORY_BY_ORDER, QC_F_SIGNATORY_AUTHORISED, QC_F_SIGNATORY_ACTING },
    QC_F_SIGNATORY_SIGN_PROFILE,
};

/* State bodies write TM., Party and Youth Union T/M (NĐ 30/2020, PL I.II.7.a; their own rules of form). */
static const char *lead_for(const struct qc_keyword *field, enum qc_profile profile)
{
    return profile == QC_PROFILE_ND30 ? field->lead : qc_keyword_party_lead(field);
}

enum qc_profile qc_sema_profile(struct qc_sema *sema, const struct qc_declaration *declaration,
                                enum qc_profile otherwise)
{
    if (declaration == NULL)
        return otherwise;
    if (declaration->values.count == 0) {
        qc_report(sema->cx, declaration->key, QC_MSG(value_missing),
                  QC_STR_ARGS(qc_str_from(declaration->keyword->vietnamese)));
        return otherwise;
    }
    const struct qc_prose *prose = declaration->values.items[0];
    switch (qc_word_find(&sema->cx->arena, prose->text)) {
    case QC_WORD_ND30: return QC_PROFILE_ND30;
    case QC_WORD_PARTY_FORM: return QC_PROFILE_PARTY;
    case QC_WORD_YOUTH_FORM: return QC_PROFILE_YOUTH;
    default: break;
    }
    qc_report(sema->cx, qc_prose_whole(prose), QC_MSG(word_unknown),
              QC_STR_ARGS(qc_str_from(declaration->keyword->vietnamese)), QC_STR_ARGS(prose->text),
              "nd30, đảng, đoàn");
    return otherwise;
}

static void add_lines(struct qc_sema *sema, struct qc_signature *signature, const struct qc_declaration *field,
                      const char *lead)
{
    struct qc_arena *arena = &sema->cx->arena;
    for (size_t i = 0; i < field->values.count; i++)
        *qc_vec_push(arena, &signature->lines) = qc_sema_lead(sema, field, field->values.items[i], lead);
    if (field->values.count > 0)
        return;
    qc_sema_blank(sema, field);
    *qc_vec_push(arena, &signature->lines) =
        qc_inline_plain(arena, qc_str_format(arena, "%s%s…", lead, *lead == '\0' ? "" : " "));
}

/* Line 1 on whose behalf, line 2 in what capacity, then the position (PL I.II.7.a–b). */
static void add_capacity(struct qc_sema *sema, struct qc_signature *signature, const struct signature_fields *fields,
                         enum qc_profile profile)
{
    const struct qc_declaration *block = signature->party->declaration, *given = NULL;
    const struct qc_declaration *behalf = qc_sema_find_field(block, fields->on_behalf);
    profile = qc_sema_profile(sema, qc_sema_find_field(block, fields->profile), profile);
    if (behalf != NULL)
        add_lines(sema, signature, behalf, lead_for(behalf->keyword, profile));
    for (size_t i = 0; i < sizeof fields->capacities / sizeof fields->capacities[0]; i++) {
        const struct qc_declaration *capacity = qc_sema_find_field(block, fields->capacities[i]);
        if (capacity == NULL)
            continue;
        if (given != NULL)
            qc_report(sema->cx, capacity->key, QC_MSG(capacity_conflict), QC_STR_ARGS(signature->party->name),
                      given->keyword->vietnamese, capacity->keyword->vietnamese);
        given = capacity;
        add_lines(sema, signature, capacity, lead_for(capacity->keyword, profile));
    }
    const struct qc_declaration *position = qc_sema_find_field(block, fields->position);
    if (position != NULL)
        add_lines(sema, signature, position, "");
}

static void add_signature(struct qc_sema *sema, const struct qc_party *party, const struct qc_prose *signer)
{
    struct qc_arena *arena = &sema->cx->arena;
    struct qc_signature signature = { .party = party };
    add_capacity(sema, &signature, party->is_party ? &party_fields : &signatory_fields, sema->document->profile);
    if (party->has_signer)
        signature.name = qc_inline_plain(arena, signer != NULL ? qc_sema_value(sema, signer) : QC_STR("…"));
    if (signature.lines.count > 0 || signature.name != NULL)
        *qc_vec_push(arena, &sema->document->signatures) = signature;
}

static struct qc_str key_of_block(const struct qc_declaration *const *block)
{
    return (struct qc_str){ (const char *)block, sizeof *block };
}

/* The names that the parties have beside their own; one pass, as there may be thousands of both. */
static void add_aliases(struct qc_sema *sema)
{
    struct qc_arena *arena = &sema->cx->arena;
    struct qc_map by_block = { 0 };
    for (size_t i = 0; i < sema->document->parties.count; i++) {
        struct qc_party *party = &sema->document->parties.items[i];
        qc_map_add(arena, &by_block, key_of_block(&party->declaration), party);
    }
    for (size_t i = 0; i < sema->symbols->names.count; i++) {
        const struct qc_name *name = sema->symbols->names.items[i];
        struct qc_party *party =
            name->kind == QC_NAME_PARTY ? qc_map_get(&by_block, key_of_block(&name->declaration)) : NULL;
        if (party != NULL && !qc_str_equal(name->name, party->name))
            *qc_vec_push(arena, &party->aliases) = name->name;
    }
}

static void read_party(struct qc_sema *sema, const struct qc_declaration *block)
{
    struct qc_arena *arena = &sema->cx->arena;
    bool is_party = block->keyword->id == QC_KW_PARTY;
    const struct qc_prose *value = block->values.count > 0 ? block->values.items[0] : NULL;
    if (value == NULL && is_party) {
        qc_report(sema->cx, block->key, QC_MSG(value_missing), QC_STR_ARGS(qc_str_from(block->keyword->vietnamese)));
        return;
    }
    struct qc_party *party = qc_vec_push(arena, &sema->document->parties);
    party->declaration = block;
    party->is_party = is_party;
    party->name = value == NULL ? QC_STR("…") : qc_sema_value(sema, value);
    party->name_span = value == NULL ? block->key : qc_prose_whole(value);
    party->signs = true;
    const struct qc_prose *signer = value;
    if (is_party) {
        const struct qc_declaration *full_name = qc_sema_find_field(block, QC_F_PARTY_FULL_NAME);
        if (full_name != NULL && full_name->values.count == 0)
            qc_sema_blank(sema, full_name);
        party->full_name = qc_sema_field(sema, block, QC_F_PARTY_FULL_NAME);
        const struct qc_declaration *field = qc_sema_find_field(block, QC_F_PARTY_SIGNER);
        signer = field != NULL && field->values.count > 0 ? field->values.items[0] : NULL;
        party->has_signer = field != NULL;
        party->signs = signer == NULL || qc_word_find(arena, signer->text) != QC_WORD_NONE;
        if (field != NULL && signer == NULL)
            qc_sema_blank(sema, field);
    } else {
        party->has_signer = true;
        if (signer == NULL)
            qc_sema_blank(sema, block);
    }
    party->signer = signer == NULL ? QC_STR("") : qc_sema_value(sema, signer);
}

void qc_sema_parties(struct qc_sema *sema)
{
    for (size_t i = 0; i < sema->declared.count; i++) {
        const struct qc_declaration *declaration = sema->declared.items[i].declaration;
        if (declaration->keyword->id == QC_KW_PARTY || declaration->keyword->id == QC_KW_SIGNATORY)
            read_party(sema, declaration);
    }
    /* the vector has its final place only now: a map and the signatures point into it */
    add_aliases(sema);
    for (size_t i = 0; i < sema->document->parties.count; i++) {
        const struct qc_party *party = &sema->document->parties.items[i];
        const struct qc_declaration *field =
            party->is_party ? qc_sema_find_field(party->declaration, QC_F_PARTY_SIGNER) : party->declaration;
        const struct qc_prose *signer = field != NULL && field->values.count > 0 ? field->values.items[0] : NULL;
        if (party->signs)
            add_signature(sema, party, signer);
    }
}
