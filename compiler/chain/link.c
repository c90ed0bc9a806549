/*
 * link.c - which documents are one chain, and which one each citation means.
 *
 * Owns the union-find of series and chains, and the keys by which documents
 * are known. Must not report: judge.c does.
 */
#include <limits.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "chain/chain.h"

/* What a key leads to: a document, or several that the key cannot tell apart. */
struct known {
    struct qc_chain_document *document;
    bool several;
};

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

/* ---- keys ---- */

enum key {
    NUMBER_DAY_SERIES,
    NUMBER_DAY_KIND,
    NUMBER_DAY,
    NUMBER_YEAR_SERIES,
    NUMBER_SCHOOL_YEAR_SERIES,
    NUMBER_YEAR,
    NUMBER_SERIES,
    NUMBER_ALONE,
    DAY_SERIES,
    SCHOOL_YEAR_SERIES,
    SUBJECT_SCHOOL_YEAR,
    KEY_COUNT
};

/* What each key is made of; the sure ones first. A part that is not given makes no key. */
static const struct {
    bool number, day, year, school_year, kind, subject, series;
} keys[KEY_COUNT] = {
    [NUMBER_DAY_SERIES] = { .number = true, .day = true, .series = true },
    [NUMBER_DAY_KIND] = { .number = true, .day = true, .kind = true },
    [NUMBER_DAY] = { .number = true, .day = true },
    [NUMBER_YEAR_SERIES] = { .number = true, .year = true, .series = true },
    [NUMBER_SCHOOL_YEAR_SERIES] = { .number = true, .school_year = true, .series = true },
    [NUMBER_YEAR] = { .number = true, .year = true },
    [NUMBER_SERIES] = { .number = true, .series = true },
    [NUMBER_ALONE] = { .number = true },
    [DAY_SERIES] = { .day = true, .series = true },
    [SCHOOL_YEAR_SERIES] = { .school_year = true, .series = true },
    [SUBJECT_SCHOOL_YEAR] = { .kind = true, .subject = true, .school_year = true },
};

/* False when the identity does not give all that the key is made of. */
static bool make_key(struct qc_arena *arena, enum key key, const struct qc_identity *identity,
                     const struct qc_chain_document *series, struct qc_str *made)
{
    struct qc_buf buf = { .arena = arena };
    long day = qc_date_number(identity->date);
    if ((keys[key].number && identity->number_key.len == 0) || (keys[key].day && day == 0) ||
        (keys[key].year && identity->date.year == 0) || (keys[key].school_year && identity->year_from == 0) ||
        (keys[key].kind && identity->kind_key.len == 0) ||
        (keys[key].subject && identity->subject_key.len == 0))
        return false;
    qc_buf_add(&buf, qc_str_format(arena, "%d|%ld|%u|%u|%zu|", (int)key, keys[key].day ? day : 0,
                                   keys[key].year ? identity->date.year : 0,
                                   keys[key].school_year ? identity->year_from : 0,
                                   keys[key].series ? series->rank + 1 : 0));
    if (keys[key].number)
        qc_buf_add(&buf, identity->number_key);
    qc_buf_char(&buf, '|');
    if (keys[key].kind)
        qc_buf_add(&buf, identity->kind_key);
    qc_buf_char(&buf, '|');
    if (keys[key].subject)
        qc_buf_add(&buf, identity->subject_key);
    *made = qc_buf_str(&buf);
    return true;
}

static void make_known(struct qc_compilation *cx, struct qc_chains *chains,
                       struct qc_chain_document *document)
{
    for (enum key key = 0; key < KEY_COUNT; key++) {
        struct qc_str made;
        if (!make_key(&cx->arena, key, &document->own, document->series, &made))
            continue;
        struct known *entry = qc_alloc(&cx->arena, sizeof *entry), *first;
        *entry = (struct known){ document, false };
        first = qc_map_add(&cx->arena, &chains->known, made, entry);
        first->several = first->several || first != entry;
    }
}

/*
 * One document in two files: the same number in the same year, which nothing
 * else has. Of another subject it is another document, with a number that was
 * given twice.
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

/* Does a cited kind rule the document out? "Quy chế … kèm theo Quyết định số …" may mean either. */
static bool fits(const struct qc_identity *cited, const struct qc_chain_document *document)
{
    return cited->number_key.len > 0 || cited->kind_key.len == 0 ||
           qc_chain_is_kind(document->own.kind_key, cited->kind_key);
}

/* May the key be tried? A number without a time is too little where the citation gives one: each year begins with 01. */
static bool may_try(enum key key, const struct qc_chain_citation *citation)
{
    bool timed = citation->named.date.year > 0 || citation->named.year_from > 0;
    bool weak = key == NUMBER_SERIES || key == NUMBER_ALONE;
    return !(weak && timed) && (keys[key].number || !citation->further);
}

static struct qc_chain_document *find_cited(struct qc_compilation *cx, struct qc_chains *chains,
                                            const struct qc_chain_document *citing,
                                            const struct qc_chain_citation *citation)
{
    const struct qc_identity *cited = &citation->named;
    for (enum key key = 0; key < KEY_COUNT; key++) {
        struct qc_str made;
        if (!may_try(key, citation) || !make_key(&cx->arena, key, cited, citing->series, &made))
            continue;
        const struct known *entry = qc_map_get(&chains->known, made);
        bool sure = keys[key].number &&
                    keys[key].day; /* then it may be the citing document itself, which is a mistake */
        if (entry != NULL && !entry->several && (sure || entry->document != citing) &&
            fits(cited, entry->document))
            return entry->document;
    }
    return NULL;
}

/* The one before it in its series, for a citation without number, day and year. */
static struct qc_chain_document *find_before(const struct qc_chain_document *citing,
                                             struct qc_chain_document *before,
                                             const struct qc_identity *cited)
{
    bool bare = cited->number_key.len == 0 && cited->date.year == 0 && cited->year_from == 0;
    bool same = before != NULL && before->series == citing->series && before->own.subject_key.len > 0 &&
                qc_str_find(cited->subject_key, before->own.subject_key) < cited->subject_key.len;
    return bare && same && fits(cited, before) ? before : NULL;
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
        citation->target = find_cited(cx, chains, document, citation);
        if (citation->target == NULL && !citation->further)
            citation->target = find_before(document, before, &citation->named);
        if (citation->target == NULL)
            continue;
        qc_chain_unite(document, citation->target);
        citation->backwards = citation->target == document || came_later(citation->target, document);
    }
}

/* Who is replaced by whom: the first that does so counts. */
static void link_replaced(struct qc_chain_document *document)
{
    for (size_t i = 0; i < document->replaces.count; i++) {
        struct qc_chain_citation *citation = &document->replaces.items[i];
        if (citation->target == NULL || citation->backwards || citation->target->replaced_by != NULL ||
            document->is_copy)
            continue;
        citation->target->replaced_by = document;
        citation->target->replacement = citation;
    }
}

/* The decision that the document is attached to, if the folder has it. */
static void link_decision(struct qc_compilation *cx, struct qc_chains *chains,
                          struct qc_chain_document *document)
{
    struct qc_identity decision = document->own;
    struct qc_str made;
    decision.kind_key = document->decision_kind;
    if (!document->attached || !make_key(&cx->arena, NUMBER_DAY_KIND, &decision, NULL, &made))
        return;
    const struct known *entry = qc_map_get(&chains->known, made);
    if (entry == NULL || entry->several || entry->document->attached)
        return;
    document->decision = entry->document;
    document->force = entry->document->force;
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
            make_known(cx, chains, items[i]);
    }
    sort(chains, by_chain); /* by series as yet, so that the one before is at hand */
    for (size_t i = 0; i < count; i++) {
        link_citations(cx, chains, items[i], i > 0 ? items[i - 1] : NULL);
        link_decision(cx, chains, items[i]);
    }
    sort(chains, by_day);
    for (size_t i = 0; i < count; i++)
        link_replaced(items[i]);
    for (size_t i = 0; i < count; i++)
        items[i]->chain = leader_of(items[i]);
    sort(chains, by_chain);
}
