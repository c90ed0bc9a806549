/*
 * bases.c - collects the instruments that a document rests on.
 *
 * Owns nothing. Must not judge: the checks do.
 */
#include "check/bases.h"

/* --- the day -------------------------------------------------------------- */

/* The day on which the decision was issued that the document is attached to. */
static struct qc_date day_of_decision(const struct qc_document *document)
{
    struct qc_found_date found;
    bool dated =
        document->attached_to != NULL &&
        qc_found_date_next(qc_reading_of(document->readings, document->attached_to->plain), 0, &found);
    return dated && !found.impossible ? found.date : (struct qc_date){ 0 };
}

/* The last day that the bases name, no later than latest; else the earliest day. */
static struct qc_date youngest(const struct qc_document *document, struct qc_date earliest,
                               struct qc_date latest)
{
    struct qc_date day = earliest;
    for (size_t i = 0; i < document->recitals.count; i++) {
        const struct qc_recital *recital = &document->recitals.items[i];
        const struct qc_reading *reading = qc_reading_of(document->readings, recital->content->plain);
        struct qc_found_date found;
        for (size_t from = 0; recital->kind == QC_RECITAL_BASIS && qc_found_date_next(reading, from, &found);
             from = found.end)
            if (!found.impossible && qc_date_number(found.date) > qc_date_number(day) &&
                qc_date_number(found.date) <= qc_date_number(latest))
                day = found.date;
    }
    return day;
}

static struct qc_date later(struct qc_date a, struct qc_date b)
{
    return qc_date_number(a) >= qc_date_number(b) ? a : b;
}

struct qc_bases_day qc_bases_day_of(const struct qc_document *document)
{
    struct qc_date day = document->date, effect = document->effect.from;
    if (qc_date_number(day) > 0)
        return (struct qc_bases_day){ day, later(day, effect), QC_DAY_OF_DOCUMENT };
    day = day_of_decision(document);
    if (qc_date_number(day) > 0)
        return (struct qc_bases_day){ day, later(day, effect), QC_DAY_OF_DECISION };
    if (document->year_from == 0)
        return (struct qc_bases_day){ .origin = QC_DAY_NONE };
    struct qc_date begins = { 1, 9, document->year_from, true }, ends = { 31, 8, document->year_to, true };
    return (struct qc_bases_day){ youngest(document, begins, ends), later(ends, effect),
                                  QC_DAY_OF_SCHOOL_YEAR };
}

/* --- collecting ----------------------------------------------------------- */

static struct qc_str text_of(const struct qc_basis_cite *cite, size_t first, size_t end)
{
    const struct qc_reading *reading = cite->basis.reading;
    if (first >= end)
        return QC_STR("");
    return qc_str_slice(reading->text, reading->items.items[first].begin, reading->items.items[end - 1].end);
}

/* All that a basis cites; items of a text that {…} prints have no place of their own. */
static void collect(struct qc_arena *arena, const struct qc_document *document,
                    const struct qc_recital *recital, struct qc_date day, struct qc_bases *bases)
{
    const struct qc_prose *prose = recital->prose;
    bool typed = memchr(prose->text.ptr, '{', prose->text.len) == NULL;
    const struct qc_reading *reading =
        qc_reading_of(document->readings, typed ? prose->text : recital->content->plain);
    struct qc_basis_cite cite;
    for (size_t at = 0; qc_basis_cite_next(reading, &at, day, &cite);) {
        if (cite.first >= cite.end)
            continue;
        struct qc_str text = text_of(&cite, cite.first, cite.end);
        struct qc_span span = qc_prose_whole(prose);
        if (typed)
            span = qc_prose_span(prose, reading->items.items[cite.first].begin,
                                 reading->items.items[cite.end - 1].end);
        *qc_vec_push(arena, &bases->items) = (struct qc_base){ recital, cite, typed, span, text };
    }
}

void qc_bases_collect(struct qc_arena *arena, const struct qc_document *document, const struct qc_date *on,
                      struct qc_bases *bases)
{
    *bases = (struct qc_bases){ .day = qc_bases_day_of(document) };
    /* the document's own day says which version a title alone means, whatever day is asked for */
    struct qc_date own = bases->day.day;
    if (on != NULL)
        bases->day = (struct qc_bases_day){ *on, *on, QC_DAY_ASKED };
    if (own.year == 0)
        own = bases->day.day;
    for (size_t i = 0; i < document->recitals.count; i++)
        if (document->recitals.items[i].kind == QC_RECITAL_BASIS && document->recitals.items[i].prose != NULL)
            collect(arena, document, &document->recitals.items[i], own, bases);
}

/* --- questions ------------------------------------------------------------ */

const struct qc_base *qc_bases_find(const struct qc_bases *bases, struct qc_str name)
{
    for (size_t i = 0; i < bases->items.count; i++) {
        const struct qc_instrument *instrument = bases->items.items[i].cite.instrument;
        if (instrument != NULL && qc_str_equal(instrument->name, name))
            return &bases->items.items[i];
    }
    return NULL;
}

enum qc_force qc_base_force(const struct qc_bases *bases, const struct qc_base *base)
{
    const struct qc_instrument *instrument = base->cite.instrument;
    if (instrument == NULL)
        return QC_FORCE_UNKNOWN;
    enum qc_force force = qc_instrument_force(instrument, bases->day.day);
    if (force != QC_FORCE_NOT_YET)
        return force;
    return qc_instrument_force(instrument, bases->day.latest) == QC_FORCE_NOT_YET ? QC_FORCE_NOT_YET
                                                                                  : QC_FORCE_IN;
}

const struct qc_instrument *qc_base_amendment(const struct qc_bases *bases, const struct qc_base *base,
                                              size_t index)
{
    const struct qc_instrument *instrument = base->cite.instrument;
    for (size_t i = 0; instrument != NULL && !base->cite.says_amended && i < QC_INSTRUMENT_LINKS; i++) {
        const struct qc_instrument *other = qc_registry_link(instrument->amended_by[i]);
        bool holds = other != NULL && qc_instrument_force(other, bases->day.day) == QC_FORCE_IN &&
                     qc_bases_find(bases, other->name) == NULL;
        if (holds && index-- == 0)
            return other;
    }
    return NULL;
}
