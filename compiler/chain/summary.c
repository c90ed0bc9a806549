/*
 * summary.c - from a compiled document to what its chain needs of it.
 *
 * Everything kept is copied: the next document's compilation overwrites this
 * one's memory.
 */
#include <limits.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "chain/chain.h"
#include "check/check.h"
#include "diag/allow.h"
#include "source/excerpt.h"

/* One document on its way from its compilation (from) to the chains (to). */
struct reader {
    struct qc_compilation *cx, *from;
    struct qc_chains *chains;
    const struct qc_document *document;
    struct qc_chain_document *summary;
};

/* Findings point at these declarations. */
static const enum qc_keyword_id placed[] = { QC_KW_TYPE,   QC_KW_SUBJECT, QC_KW_SCHOOL_YEAR,
                                             QC_KW_NUMBER, QC_KW_DATE,    QC_KW_EFFECT };

enum { PLACED = sizeof placed / sizeof placed[0] };

/* ---- what is kept of the text ---- */

/* Where a declaration stands in the document itself; one of a used file, or none, is its kind, or its beginning. */
static struct qc_span place_of(const struct qc_document *document, enum qc_keyword_id id)
{
    const struct qc_declaration *declaration = document->first[id];
    uint32_t own = document->tree->source->id;
    if (declaration == NULL || declaration->key.file != own)
        return id == QC_KW_TYPE ? (struct qc_span){ 0, 0, own } : place_of(document, QC_KW_TYPE);
    return declaration->values.count > 0 ? qc_prose_whole(declaration->values.items[0]) : declaration->key;
}

static struct qc_span own_span(const struct qc_document *document, struct qc_span span)
{
    return span.file == document->tree->source->id ? span : place_of(document, QC_KW_TYPE);
}

static bool is_for_chains(const struct qc_allowance *allowance)
{
    return qc_diag_is_of_chains(allowance->id);
}

static void keep_lines(struct reader *r)
{
    const struct qc_document *document = r->document;
    struct qc_arena *arena = &r->from->arena;
    QC_VEC(struct qc_span) spans = { 0 };
    for (size_t i = 0; i < PLACED; i++)
        *qc_vec_push(arena, &spans) = place_of(document, placed[i]);
    for (size_t i = 0; i < document->replaced.count; i++)
        *qc_vec_push(arena, &spans) = own_span(document, document->replaced.items[i].span);
    for (size_t i = 0; i < r->from->allowances.count; i++)
        if (is_for_chains(r->from->allowances.items[i]))
            *qc_vec_push(arena, &spans) = own_span(document, r->from->allowances.items[i]->name);
    const struct qc_source *whole = document->tree->source;
    r->summary->excerpt = qc_source_excerpt(&r->cx->arena, &r->cx->sources, whole, spans.items, spans.count);
    for (size_t i = 0; i < PLACED; i++)
        r->summary->place[placed[i]] = qc_excerpt_span(r->summary->excerpt, spans.items[i]);
}

static void keep_allowances(struct reader *r)
{
    for (size_t i = 0; i < r->from->allowances.count; i++) {
        const struct qc_allowance *typed = r->from->allowances.items[i];
        if (!is_for_chains(typed) || typed->name.file != r->document->tree->source->id)
            continue;
        struct qc_allowance *kept = qc_alloc(&r->cx->arena, sizeof *kept);
        *kept = *typed;
        kept->name = qc_excerpt_span(r->summary->excerpt, typed->name);
        kept->covers = qc_excerpt_span(r->summary->excerpt, typed->covers);
        kept->reason = qc_str_copy(&r->cx->arena, typed->reason);
        *qc_vec_push(&r->cx->arena, &r->cx->allowances) = kept;
    }
}

static struct qc_identity kept_identity(struct qc_arena *arena, struct qc_identity identity)
{
    identity.number = qc_str_copy(arena, identity.number);
    identity.number_key = qc_str_copy(arena, identity.number_key);
    identity.kind_key = qc_str_copy(arena, identity.kind_key);
    identity.subject = qc_str_copy(arena, identity.subject);
    identity.subject_key = qc_str_copy(arena, identity.subject_key);
    return identity;
}

static void keep_citations(struct reader *r)
{
    for (size_t i = 0; i < r->document->replaced.count; i++) {
        const struct qc_replaced *replaced = &r->document->replaced.items[i];
        const struct qc_reading *reading = qc_reading_of(r->document->readings, replaced->text);
        struct qc_identity named;
        struct qc_str text = qc_str_copy(&r->cx->arena, replaced->text);
        struct qc_span span = qc_excerpt_span(r->summary->excerpt, own_span(r->document, replaced->span));
        for (size_t at = 0, count = 0; qc_identity_cited(&r->from->arena, reading, &at, &named); count++)
            *qc_vec_push(&r->cx->arena, &r->summary->replaces) = (struct qc_chain_citation){
                .named = kept_identity(&r->cx->arena, named), .text = text, .span = span, .further = count > 0
            };
    }
}

/* ---- what it says of its force ---- */

static enum qc_standing standing_of(const struct qc_identity *own)
{
    static const struct {
        const char *kind, *subject;
        enum qc_standing standing;
    } rows[] = {
#define QC_STANDING(kind, subject, ends) { kind, subject, QC_STANDING_##ends },
#include "chain/standing.def"
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (qc_chain_is_kind(own->kind_key, qc_str_from(rows[i].kind)) &&
            qc_str_starts(own->subject_key, qc_str_from(rows[i].subject)))
            return rows[i].standing;
    return QC_STANDING_NONE;
}

/* A school year ends on 31 May, by when its teaching has to end everywhere; next year's texts are signed from June on. */
static long school_year_end(unsigned year_to)
{
    return qc_date_number((struct qc_date){ 31, 5, year_to, true });
}

static struct qc_validity force_of(const struct qc_document *document, const struct qc_identity *own,
                                enum qc_standing standing)
{
    const struct qc_effect *effect = &document->effect;
    struct qc_validity force = { qc_date_number(own->date), LONG_MAX };
    if (effect->blank)
        force.from = 0;
    else if (effect->from.given)
        force.from = qc_date_number(effect->from);
    else if (force.from > 0)
        force.from += (long)effect->delay;
    if (effect->until.given)
        force.until = qc_date_number(effect->until);
    else if (effect->school_year_to > 0)
        force.until = school_year_end(effect->school_year_to);
    else if (standing == QC_STANDING_YEAR && document->year_to > 0)
        force.until = school_year_end(document->year_to);
    else if (standing == QC_STANDING_YEAR)
        force.until = 0;
    return force;
}

/* ---- what it belongs to ---- */

static int by_text(const void *left, const void *right)
{
    const struct qc_str *a = left, *b = right;
    int order = memcmp(a->ptr, b->ptr, a->len < b->len ? a->len : b->len);
    return order != 0 ? order : a->len < b->len ? -1 : a->len > b->len;
}

/*
 * The parties, and which of them sign, in the order of the alphabet: they are
 * named in another order now and then. Empty when there are not two.
 */
static struct qc_str parties_key(struct qc_arena *arena, const struct qc_document *document)
{
    QC_VEC(struct qc_str) names = { 0 };
    struct qc_buf key = { .arena = arena };
    for (size_t i = 0; i < document->parties.count; i++) {
        const struct qc_party *party = &document->parties.items[i];
        if (party->is_party)
            *qc_vec_push(arena, &names) = qc_str_format(
                arena, "%.*s%s", QC_STR_ARGS(qc_name_key(arena, party->name)), party->signs ? "; " : ", ");
    }
    if (names.count < 2)
        return QC_STR("");
    qsort(names.items, names.count, sizeof *names.items, by_text);
    for (size_t i = 0; i < names.count; i++)
        qc_buf_add(&key, names.items[i]);
    return qc_buf_str(&key);
}

/* Length of a subject before it names the sides; all of it when it names none. */
static size_t before_sides(struct qc_str subject_key)
{
    size_t between = qc_str_find(subject_key, QC_STR(" giữa ")),
           with = qc_str_find(subject_key, QC_STR(" với "));
    return between < with ? between : with;
}

/* Joins the series that a key names. */
static void join(struct reader *r, struct qc_str key)
{
    struct qc_str kept = qc_str_copy(&r->cx->arena, key);
    qc_chain_unite(r->summary, qc_map_add(&r->cx->arena, &r->chains->series, kept, r->summary));
}

/*
 * A series: the same kind of the same issuer with the same subject but for
 * the year, or about the same with the same parties. A subject that does not
 * name the parties needs them.
 */
static void join_series(struct reader *r)
{
    struct qc_arena *arena = &r->from->arena;
    const struct qc_identity *own = &r->summary->own;
    struct qc_str parties = parties_key(arena, r->document), issuer = r->summary->issuer_key;
    size_t lead = before_sides(own->subject_key);
    if (own->subject_key.len == 0)
        return;
    if (parties.len == 0 || lead < own->subject_key.len)
        join(r, qc_str_format(arena, "%.*s|%.*s|%.*s", QC_STR_ARGS(own->kind_key), QC_STR_ARGS(issuer),
                              QC_STR_ARGS(own->subject_key)));
    if (parties.len > 0)
        join(r, qc_str_format(arena, "%.*s|%.*s|%.*s|%.*s", QC_STR_ARGS(own->kind_key), QC_STR_ARGS(issuer),
                              QC_STR_ARGS(parties), (int)lead, own->subject_key.ptr));
}

static struct qc_str issuer_key(struct qc_arena *arena, const struct qc_document *document)
{
    for (size_t i = 0; i < document->issuers.count; i++)
        if (document->issuers.items[i].name != NULL)
            return qc_name_key(arena, document->issuers.items[i].name->plain);
    return QC_STR("");
}

static struct qc_str heading(struct qc_arena *arena, const struct qc_document *document)
{
    return qc_str_copy(arena, qc_without_year(arena, document->readings, document->title));
}

void qc_chain_add_document(struct qc_compilation *cx, struct qc_chains *chains, struct qc_compilation *from,
                           const struct qc_document *document)
{
    if (qc_check_is_fragment(document))
        return; /* declarations that documents use */
    struct qc_chain_document *summary = qc_alloc(&cx->arena, sizeof *summary);
    struct reader r = { cx, from, chains, document, summary };
    keep_lines(&r);
    keep_allowances(&r);
    summary->own = kept_identity(&cx->arena, qc_identity_of(&from->arena, document, &summary->decision_kind));
    keep_citations(&r);
    summary->issuer_key = qc_str_copy(&cx->arena, issuer_key(&from->arena, document));
    summary->heading = heading(&cx->arena, document);
    summary->school_year =
        qc_str_copy(&cx->arena, document->year_from > 0 ? document->school_year : QC_STR(""));
    summary->standing = standing_of(&summary->own);
    summary->force = force_of(document, &summary->own, summary->standing);
    summary->draft = document->draft;
    summary->attached = document->attached;
    summary->leader = summary;
    summary->rank = chains->documents.count;
    join_series(&r);
    *qc_vec_push(&cx->arena, &chains->documents) = summary;
}

void qc_chain_add_broken(struct qc_compilation *cx, struct qc_compilation *from)
{
    const struct qc_diagnostic *first = NULL;
    qc_diagnostics_sort(from);
    for (size_t i = 0; i < from->diagnostics.count && first == NULL; i++)
        if (from->diagnostics.items[i]->level == QC_LEVEL_ERROR)
            first = from->diagnostics.items[i];
    if (first == NULL)
        return;
    const struct qc_source *file = from->sources.files.items[0];
    struct qc_span span = first->span.file == file->id ? first->span : (struct qc_span){ 0, 0, file->id };
    const struct qc_source *excerpt = qc_source_excerpt(&cx->arena, &cx->sources, file, &span, 1);
    struct qc_diagnostic *d =
        qc_report(cx, qc_excerpt_span(excerpt, span), QC_MSG(chain_skipped), from->count[QC_LEVEL_ERROR]);
    struct qc_note *note = qc_vec_push(&cx->arena, &d->notes);
    for (int lang = 0; lang < QC_LANG_COUNT; lang++)
        note->text[lang] = qc_str_copy(&cx->arena, first->text[lang]);
}
