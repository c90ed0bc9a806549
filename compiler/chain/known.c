/*
 * known.c - finds a document by what a citation gives of it: its number, day,
 * year, kind, subject, and the series of the citing document.
 *
 * Owns the keys. A citation may be wrong in one part, so that several keys
 * are tried, the sure ones first; each is one look into a map.
 */
#include "base/utf8.h"
#include "chain/chain.h"

/* What a key leads to: a document, or several that the key cannot tell apart. */
struct known {
    struct qc_chain_document *document;
    bool several;
};

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

void qc_chain_make_known(struct qc_compilation *cx, struct qc_chains *chains,
                         struct qc_chain_document *document)
{
    for (enum key key = 0; key < KEY_COUNT; key++) {
        struct qc_str made;
        if (!make_key(&cx->arena, key, &document->own, document->series, &made))
            continue;
        struct known *entry = qc_alloc(&cx->arena, sizeof *entry), *first;
        *entry = (struct known){ document, false };
        first = qc_map_add(&cx->arena, &chains->known, made, entry);
        if (first->document->draft == document->draft)
            first->several = first->several || first != entry;
        else if (first->document->draft) /* the one that was issued is meant */
            *first = *entry;
    }
}

bool qc_chain_fits(const struct qc_identity *cited, const struct qc_chain_document *document)
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

struct qc_chain_document *qc_chain_find_cited(struct qc_compilation *cx, const struct qc_chains *chains,
                                              const struct qc_chain_document *citing,
                                              const struct qc_chain_citation *citation)
{
    const struct qc_identity *cited = &citation->named;
    struct qc_chain_document *found = NULL;
    struct qc_arena_mark mark = qc_arena_mark(&cx->arena);
    for (enum key key = 0; key < KEY_COUNT && found == NULL; key++) {
        struct qc_str made;
        if (!may_try(key, citation) || !make_key(&cx->arena, key, cited, citing->series, &made))
            continue;
        const struct known *entry = qc_map_get(&chains->known, made);
        /* with number and day it may be the citing document itself, which is a mistake of its own */
        bool sure = keys[key].number && keys[key].day;
        if (entry != NULL && !entry->several && (sure || entry->document != citing) &&
            qc_chain_fits(cited, entry->document))
            found = entry->document;
    }
    qc_arena_release(&cx->arena, mark);
    return found;
}

const struct qc_chain_document *qc_chain_find_decision(struct qc_compilation *cx,
                                                       const struct qc_chains *chains,
                                                       const struct qc_chain_document *document)
{
    struct qc_identity decision = document->own;
    struct qc_str made;
    decision.kind_key = document->decision_kind;
    if (!document->attached || !make_key(&cx->arena, NUMBER_DAY_KIND, &decision, NULL, &made))
        return NULL;
    const struct known *entry = qc_map_get(&chains->known, made);
    return entry != NULL && !entry->several && !entry->document->attached ? entry->document : NULL;
}
