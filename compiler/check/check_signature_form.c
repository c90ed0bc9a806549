/*
 * check_signature_form.c - how a signature is written (NĐ 30/2020, Điều 13
 * and PL I.II.7), and whether the signatures are those of the parties.
 *
 * What a signature lacks is check_signatures.c's. Signatures of the Party's
 * or the Youth Union's profile follow rules of their own.
 */
#include "base/map.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/visible.h"
#include "sema/reading.h"

static const struct {
    const char *wrong, *right;
} capacities[] = {
#define QC_CAPACITY(wrong, right) { wrong, right },
#include "check/signing.def"
};

static const struct {
    const char *shortened, *full;
} short_bodies[] = {
#define QC_SHORT_BODY(short, full) { short, full },
#include "check/signing.def"
};

static const char *const single_heads[] = {
#define QC_SINGLE_HEAD(words) words,
#include "check/signing.def"
};

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

/* --- fields --------------------------------------------------------------- */

static const struct qc_declaration *field(const struct qc_party *party, enum qc_field_id of_party,
                                          enum qc_field_id of_signatory)
{
    enum qc_field_id id = party->is_party ? of_party : of_signatory;
    for (size_t i = 0; i < party->declaration->fields.count; i++)
        if (party->declaration->fields.items[i]->keyword->id == (int)id)
            return party->declaration->fields.items[i];
    return NULL;
}

#define FIELD(party, name) field(party, QC_F_PARTY_##name, QC_F_SIGNATORY_##name)

static bool is_nd30(const struct qc_check *check, const struct qc_party *party)
{
    const struct qc_declaration *profile = FIELD(party, SIGN_PROFILE);
    if (profile == NULL || profile->values.count == 0)
        return check->document->profile == QC_PROFILE_ND30;
    return qc_word_find(&check->cx->arena, profile->values.items[0]->text) == QC_WORD_ND30;
}

static void report_form(const struct qc_check *check, const struct qc_prose *prose, size_t begin, size_t end,
                        struct qc_str right)
{
    struct qc_span span = qc_prose_span(prose, begin, end);
    struct qc_diagnostic *d = qc_report(check->cx, span, QC_MSG(sign_form),
                                        QC_STR_ARGS(qc_str_slice(prose->text, begin, end)), QC_STR_ARGS(right));
    qc_fix(check->cx, d, span, right);
    d->fix_is_safe = true;
}

/* --- words of authority and short names ------------------------------------ */

/* "T/M BCH": the words before the first blank, when letters or a stroke open them. */
static void check_capacity(const struct qc_check *check, const struct qc_prose *prose)
{
    struct qc_str text = prose->text;
    size_t begin = qc_blank_prefix(text), end = begin;
    while (end < text.len && text.ptr[end] != ' ' && text.ptr[end] != ':')
        end++;
    struct qc_str word = qc_str_upper(&check->cx->arena, qc_str_slice(text, begin, end));
    for (size_t i = 0; i < COUNT(capacities); i++)
        if (qc_str_equal(word, qc_str_from(capacities[i].wrong))) {
            bool colon = end < text.len && text.ptr[end] == ':';
            report_form(check, prose, begin, end + colon, qc_str_from(capacities[i].right));
        }
}

static void check_short_names(const struct qc_check *check, const struct qc_prose *prose)
{
    struct qc_arena *arena = &check->cx->arena;
    const struct qc_reading *reading = qc_reading_of(check->document->readings, prose->text);
    for (size_t i = 0; i < reading->items.count; i++) {
        const struct qc_item *item = &reading->items.items[i];
        struct qc_str word = qc_str_slice(prose->text, item->begin, item->end);
        for (size_t k = 0; k < COUNT(short_bodies); k++) {
            if (!qc_str_equal(word, qc_str_from(short_bodies[k].shortened)))
                continue;
            struct qc_str full = qc_str_from(short_bodies[k].full);
            bool capitals = qc_str_is_capitals(prose->text);
            report_form(check, prose, item->begin, item->end, capitals ? qc_str_upper(arena, full) : full);
        }
    }
}

/* --- the wrong capacity ----------------------------------------------------- */

/* "TM. NHÀ TRƯỜNG": a school has one head, who signs as himself. */
static void check_single_head(const struct qc_check *check, const struct qc_declaration *behalf)
{
    struct qc_arena *arena = &check->cx->arena;
    if (behalf == NULL || behalf->values.count == 0)
        return;
    const struct qc_prose *prose = behalf->values.items[0];
    struct qc_str text = qc_str_trim(qc_str_skip(prose->text, qc_keyword_opener(behalf->keyword, prose->text)));
    struct qc_str key = qc_name_key(arena, text);
    for (size_t i = 0; i < COUNT(single_heads); i++) {
        struct qc_str head = qc_str_from(single_heads[i]);
        bool longer = key.len > head.len && key.ptr[head.len] == ' ';
        if (!qc_str_starts(key, head) || (key.len > head.len && !longer))
            continue;
        struct qc_diagnostic *d =
            qc_report(check->cx, qc_prose_whole(prose), QC_MSG(sign_single_head), QC_STR_ARGS(text));
        struct qc_span lines = { behalf->key.begin, qc_prose_whole(prose).end, prose->file };
        if (behalf->values.count == 1)
            qc_fix(check->cx, d, qc_whole_lines(check->document->tree->source, lines), QC_STR(""));
        return;
    }
}

/* "PHÓ HIỆU TRƯỞNG" with no KT. above it. */
static void check_deputy(const struct qc_check *check, const struct qc_party *party)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_declaration *position = FIELD(party, POSITION);
    if (position == NULL || position->values.count == 0 || FIELD(party, FOR) != NULL ||
        FIELD(party, BY_ORDER) != NULL || FIELD(party, AUTHORISED) != NULL || FIELD(party, ACTING) != NULL)
        return;
    const struct qc_prose *prose = position->values.items[0]; /* "KT. …" may stand there as a line of its own */
    const struct qc_reading *reading = qc_reading_of(check->document->readings, prose->text);
    if (reading->items.count < 2 || !qc_reading_phrase(reading, 0, "phó"))
        return;
    struct qc_str head = qc_str_skip(prose->text, reading->items.items[1].begin);
    bool capitals = qc_str_is_capitals(prose->text);
    struct qc_diagnostic *d = qc_report(cx, qc_prose_whole(prose), QC_MSG(sign_deputy), QC_STR_ARGS(prose->text),
                                        QC_STR_ARGS(capitals ? head : qc_str_upper(&cx->arena, head)));
    const struct qc_tree *tree = check->document->tree;
    const struct qc_keyword *stead = qc_field_info(party->is_party ? QC_F_PARTY_FOR : QC_F_SIGNATORY_FOR);
    struct qc_span place = { position->key.begin, position->key.begin, position->key.file };
    struct qc_str indent = qc_line_before(tree->source, place);
    if (qc_str_trim(indent).len == 0 && !tree->unmarked)
        qc_fix(cx, d, place, qc_str_format(&cx->arena, "%s: %.*s\n%.*s", tree->english ? stead->english : stead->vietnamese,
                                           QC_STR_ARGS(head), QC_STR_ARGS(indent)));
}

static void check_party(const struct qc_check *check, const struct qc_party *party)
{
    const struct qc_declaration *lines[] = {
        FIELD(party, ON_BEHALF), FIELD(party, FOR),    FIELD(party, BY_ORDER),
        FIELD(party, AUTHORISED), FIELD(party, ACTING), FIELD(party, POSITION),
    };
    for (size_t i = 0; i < COUNT(lines); i++)
        for (size_t k = 0; lines[i] != NULL && k < lines[i]->values.count; k++) {
            check_capacity(check, lines[i]->values.items[k]);
            check_short_names(check, lines[i]->values.items[k]);
        }
    check_single_head(check, FIELD(party, ON_BEHALF));
    check_deputy(check, party);
}

void qc_check_signature_form(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    for (size_t i = 0; i < document->parties.count; i++) {
        const struct qc_party *party = &document->parties.items[i];
        if (party->declaration->key.file == document->tree->source->id && is_nd30(check, party))
            check_party(check, party);
    }
}

/* --- are they the parties'? -------------------------------------------------- */

/* A map holds no const pointers. */
struct holder {
    const struct qc_party *party;
};

/* One person for two parties. */
static void check_same_signer(const struct qc_check *check, struct qc_map *signers, const struct qc_party *party)
{
    struct qc_compilation *cx = check->cx;
    struct qc_str key = qc_name_key(&cx->arena, party->signer);
    if (!party->is_party || !party->signs || key.len == 0)
        return;
    struct holder *holder = qc_alloc(&cx->arena, sizeof *holder);
    holder->party = party;
    const struct qc_party *other = ((struct holder *)qc_map_add(&cx->arena, signers, key, holder))->party;
    if (other == party)
        return;
    struct qc_diagnostic *d = qc_report(cx, party->name_span, QC_MSG(signature_party), QC_STR_ARGS(party->signer),
                                        QC_STR_ARGS(other->name), QC_STR_ARGS(party->name));
    qc_note_at(cx, d, other->name_span, QC_NOTE_MSG(first_here));
}

/* An issuing body in the head that is none of the bodies that sign. */
static void check_issuers(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_document *document = check->document;
    struct qc_map bodies = { 0 };
    size_t signing = 0, named = 0;
    for (size_t i = 0; i < document->parties.count; i++) {
        const struct qc_party *party = &document->parties.items[i];
        if (!party->is_party || !party->signs)
            continue;
        signing++;
        if (party->full_name.len == 0)
            continue;
        named++;
        struct holder *holder = qc_alloc(&cx->arena, sizeof *holder);
        holder->party = party;
        qc_map_add(&cx->arena, &bodies, qc_name_key(&cx->arena, party->full_name), holder);
    }
    if (document->issuers.count < 2 || signing == 0 || named < signing)
        return; /* one body may issue what several sign */
    for (size_t i = 0; i < document->tree->declarations.count; i++) {
        const struct qc_declaration *declaration = document->tree->declarations.items[i];
        for (size_t k = 0; declaration->keyword->id == QC_KW_ISSUER && k < declaration->values.count; k++) {
            struct qc_str name = declaration->values.items[k]->text;
            if (memchr(name.ptr, '{', name.len) == NULL &&
                qc_map_get(&bodies, qc_name_key(&cx->arena, name)) == NULL)
                qc_report(cx, qc_prose_whole(declaration->values.items[k]), QC_MSG(issuer_party), QC_STR_ARGS(name));
        }
    }
}

void qc_check_signature_party(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    struct qc_map signers = { 0 };
    for (size_t i = 0; i < document->parties.count; i++)
        check_same_signer(check, &signers, &document->parties.items[i]);
    check_issuers(check);
}
