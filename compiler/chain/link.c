/*
 * link.c - which documents are one chain, and which one each citation means.
 *
 * Owns the union-find of series and chains. Must not report: judge.c does.
 */
#include <limits.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "chain/chain.h"

static struct qc_chain_document *leader_of(struct qc_chain_document *document)
{
    while (document->leader != document) {
        document->leader = document->leader->leader; /* halves the way for the next one */
        document = document->leader;
    }
    return document;
}

/* The earlier leader leads, so that a chain keeps its place among the others. */
void qc_chain_unite(struct qc_chain_document *a, struct qc_chain_document *b)
{
    a = leader_of(a);
    b = leader_of(b);
    if (a->rank < b->rank)
        b->leader = a;
    else
        a->leader = b;
}

struct qc_str qc_chain_name(const struct qc_chain_document *document)
{
    return document->own.number.len > 0 ? document->own.number : document->excerpt->name;
}

/* ---- order ---- */

/* The day of issue; of a document without one, which is a draft as a rule, the first of its school year; else the last. */
static long order_of(const struct qc_chain_document *document)
{
    long day = qc_date_number(document->own.date);
    if (day == 0 && document->own.year_from > 0)
        day = qc_date_number((struct qc_date){ 1, 9, document->own.year_from, true });
    return day > 0 ? day : LONG_MAX;
}

static int by_time(const struct qc_chain_document *a, const struct qc_chain_document *b)
{
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    return a->rank < b->rank ? -1 : a->rank > b->rank;
}

static int by_day(const void *left, const void *right)
{
    return by_time(*(struct qc_chain_document *const *)left, *(struct qc_chain_document *const *)right);
}

static int by_chain(const void *left, const void *right)
{
    const struct qc_chain_document *a = *(struct qc_chain_document *const *)left;
    const struct qc_chain_document *b = *(struct qc_chain_document *const *)right;
    if (a->chain != b->chain)
        return a->chain->rank < b->chain->rank ? -1 : 1;
    return by_time(a, b);
}

static void sort(struct qc_chains *chains, int (*compare)(const void *, const void *))
{
    if (chains->documents.count > 1)
        qsort(chains->documents.items, chains->documents.count, sizeof *chains->documents.items, compare);
}

/* ---- copies ---- */

/*
 * A number is given once a year (NĐ 30/2020, Điều 15). A second file with it
 * is the same document when kind, subject and day agree as well.
 */
static void find_copy(struct qc_compilation *cx, struct qc_chains *chains, struct qc_chain_document *document)
{
    const struct qc_identity *own = &document->own;
    if (own->number_key.len == 0 || own->date.year == 0 || document->attached)
        return;
    struct qc_str key = qc_str_format(&cx->arena, "%u|%.*s|%.*s", own->date.year,
                                      QC_STR_ARGS(own->number_key), QC_STR_ARGS(document->issuer_key));
    struct qc_chain_document *first = qc_map_add(&cx->arena, &chains->numbers, key, document);
    if (first == document)
        return;
    document->same_number = first;
    document->is_copy = first->series == document->series && first->order == document->order;
}

/* ---- citations ---- */

/* The one before it in its series, for a citation without number, day and year. */
static struct qc_chain_document *find_before(const struct qc_chain_document *citing,
                                             struct qc_chain_document *before,
                                             const struct qc_identity *cited)
{
    bool bare = cited->number_key.len == 0 && cited->date.year == 0 && cited->year_from == 0;
    bool same = before != NULL && !before->is_copy && before->series == citing->series &&
                before->own.subject_key.len > 0 &&
                qc_str_find(cited->subject_key, before->own.subject_key) < cited->subject_key.len;
    return bare && same && qc_chain_fits(cited, before) ? before : NULL;
}

/* Was a issued after b? Unknown days tell nothing. */
static bool came_later(const struct qc_chain_document *a, const struct qc_chain_document *b)
{
    long day = qc_date_number(b->own.date);
    return day > 0 && qc_date_number(a->own.date) > day;
}

static void link_citations(struct qc_compilation *cx, struct qc_chains *chains,
                           struct qc_chain_document *document, struct qc_chain_document *before)
{
    for (size_t i = 0; i < document->replaces.count; i++) {
        struct qc_chain_citation *citation = &document->replaces.items[i];
        citation->target = qc_chain_find_cited(cx, chains, document, citation);
        if (citation->target == NULL && !citation->further)
            citation->target = find_before(document, before, &citation->named);
        if (citation->target == NULL)
            continue;
        qc_chain_unite(document, citation->target);
        citation->backwards = citation->target == document || came_later(citation->target, document);
    }
}

/* Who is replaced by whom: the first that does so counts; issued documents come before drafts. */
static void link_replaced(struct qc_chain_document *document, bool draft)
{
    if (document->is_copy || document->draft != draft)
        return;
    for (size_t i = 0; i < document->replaces.count; i++) {
        struct qc_chain_citation *citation = &document->replaces.items[i];
        if (citation->target == NULL || citation->backwards || citation->target->replaced_by != NULL)
            continue;
        citation->target->replaced_by = document;
        citation->target->replacement = citation;
    }
}

/* The text that is attached to a decision holds as long as that. */
static void link_decision(struct qc_compilation *cx, const struct qc_chains *chains,
                          struct qc_chain_document *document)
{
    document->decision = qc_chain_find_decision(cx, chains, document);
    if (document->decision != NULL)
        document->force = document->decision->force;
}

long qc_chain_last_day(const struct qc_chain_document *document)
{
    if (document->decision != NULL && document->replaced_by == NULL)
        document = document->decision;
    const struct qc_chain_document *next = document->replaced_by;
    long last = document->force.until;
    /* a draft ends nothing as yet; when its day is not known, neither is the end */
    return next != NULL && !next->draft && next->force.from - 1 < last ? next->force.from - 1 : last;
}

void qc_chain_link(struct qc_compilation *cx, struct qc_chains *chains)
{
    struct qc_chain_document **items = chains->documents.items;
    size_t count = chains->documents.count;
    for (size_t i = 0; i < count; i++) {
        items[i]->order = order_of(items[i]);
        items[i]->series = items[i]->chain = leader_of(items[i]);
    }
    for (size_t i = 0; i < count; i++) {
        find_copy(cx, chains, items[i]);
        if (!items[i]->is_copy)
            qc_chain_make_known(cx, chains, items[i]);
    }
    sort(chains, by_chain); /* by series as yet, so that the one before is at hand */
    for (size_t i = 0; i < count; i++) {
        link_citations(cx, chains, items[i], i > 0 ? items[i - 1] : NULL);
        link_decision(cx, chains, items[i]);
    }
    sort(chains, by_day);
    for (size_t i = 0; i < 2 * count; i++)
        link_replaced(items[i % count], i >= count);
    for (size_t i = 0; i < count; i++)
        items[i]->chain = leader_of(items[i]);
    sort(chains, by_chain);
}
