/*
 * check_force.c - are the instruments that a document rests on in force on its
 * day? The registry says so, and how sure it is of it (stdlib/instruments/).
 *
 * What the registry does not hold is passed over. What a used file cites is
 * looked at, too, for such a file has no day of its own. No clock is asked:
 * see bases.h for the day.
 */
#include "check/bases.h"
#include "check/check.h"

void qc_check_note_registry(struct qc_compilation *cx, struct qc_diagnostic *d,
                            const struct qc_instrument *instrument)
{
    struct qc_str month = qc_date_short(&cx->arena, instrument->verified);
    if (instrument->verified.year != 0)
        qc_note(cx, d, QC_NOTE_MSG(registry_verified), QC_STR_ARGS(month), QC_STR_ARGS(instrument->source));
    else
        qc_note(cx, d, QC_NOTE_MSG(registry_unverified));
}

static void note_day(const struct qc_check *check, struct qc_diagnostic *d)
{
    if (check->bases->day.origin == QC_DAY_OF_SCHOOL_YEAR)
        qc_note(check->cx, d, QC_NOTE_MSG(day_of_school_year));
}

/* --- no longer in force --------------------------------------------------- */

/* Puts the successor's citation, or its name in {…}, in the place of what is cited. */
static void fix_ended(const struct qc_check *check, struct qc_diagnostic *d, const struct qc_base *base,
                      const struct qc_instrument *successor)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_prose *prose = base->recital->prose;
    bool marked =
        memchr(base->text.ptr, '*', base->text.len) != NULL; /* emphasis that would lose its partner */
    bool unsure = base->cite.instrument->confidence == QC_CONFIDENCE_UNSURE;
    bool there = qc_bases_find(check->bases, successor->name) != NULL;
    if (marked || unsure || there || base->cite.parts) /* an article has another number in the new text */
        return;
    if (base->typed) {
        qc_fix(cx, d, base->span, qc_instrument_cite(&cx->arena, successor, true));
        return;
    }
    struct qc_str name = base->cite.instrument->name;
    struct qc_str braces = qc_str_format(&cx->arena, "{%.*s}", QC_STR_ARGS(name));
    size_t at = qc_str_find(prose->text, braces);
    if (at < prose->text.len)
        qc_fix(cx, d, qc_prose_span(prose, at + 1, at + 1 + name.len), successor->name);
}

/* One successor in force on the day; else those that the registry names. */
static void note_successors(const struct qc_check *check, struct qc_diagnostic *d, const struct qc_base *base)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_instrument *instrument = base->cite.instrument;
    const struct qc_instrument *one = qc_instrument_successor(instrument, check->bases->day.day);
    if (one != NULL) {
        qc_note(cx, d, QC_NOTE_MSG(basis_successor), QC_STR_ARGS(qc_instrument_cite(&cx->arena, one, true)));
        fix_ended(check, d, base, one);
        return;
    }
    for (size_t i = 0; i < QC_INSTRUMENT_LINKS && instrument->replaced_by[i].len > 0; i++)
        qc_note(cx, d, QC_NOTE_MSG(basis_successor), QC_STR_ARGS(instrument->replaced_by[i]));
}

static struct qc_diagnostic *report_ended(struct qc_compilation *cx, const struct qc_base *base,
                                          struct qc_str since, struct qc_str day)
{
    struct qc_str name = base->cite.instrument->name;
    switch (base->cite.instrument->confidence) {
    case QC_CONFIDENCE_CERTAIN:
        return qc_report(cx, base->span, QC_MSG(basis_ended), QC_STR_ARGS(name), QC_STR_ARGS(since),
                         QC_STR_ARGS(day));
    case QC_CONFIDENCE_LIKELY:
        return qc_report(cx, base->span, QC_MSG(basis_ended_likely), QC_STR_ARGS(name), QC_STR_ARGS(since),
                         QC_STR_ARGS(day));
    case QC_CONFIDENCE_UNSURE:
        break;
    }
    return qc_report(cx, base->span, QC_MSG(basis_uncertain), QC_STR_ARGS(name), QC_STR_ARGS(since),
                     QC_STR_ARGS(day));
}

void qc_check_basis_ended(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    struct qc_str day = qc_date_short(&cx->arena, check->bases->day.day);
    for (size_t i = 0; i < check->bases->items.count; i++) {
        const struct qc_base *base = &check->bases->items.items[i];
        if (qc_base_force(check->bases, base) != QC_FORCE_ENDED)
            continue;
        const struct qc_instrument *instrument = base->cite.instrument;
        struct qc_diagnostic *d = report_ended(cx, base, qc_date_short(&cx->arena, instrument->until), day);
        note_successors(check, d, base);
        note_day(check, d);
        qc_check_note_registry(cx, d, instrument);
    }
}

/* --- not yet in force ----------------------------------------------------- */

/*
 * A normative text may rest on one that is passed and does not hold yet. A day
 * written that is behind the document's own is check_dates.c's to report.
 */
void qc_check_basis_early(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    struct qc_date latest = check->bases->day.latest;
    long signed_on = qc_date_number(check->document->date);
    if (qc_basis_of_normative(check->document))
        return;
    for (size_t i = 0; i < check->bases->items.count; i++) {
        const struct qc_base *base = &check->bases->items.items[i];
        bool dated_later = qc_basis_is_own(check->document, base->recital) && signed_on > 0 &&
                           qc_date_number(base->cite.day.date) > signed_on;
        if (dated_later || qc_base_force(check->bases, base) != QC_FORCE_NOT_YET ||
            base->cite.instrument->confidence == QC_CONFIDENCE_UNSURE)
            continue;
        const struct qc_instrument *instrument = base->cite.instrument;
        struct qc_date from = qc_date_number(instrument->from) > 0 ? instrument->from : instrument->issued;
        struct qc_diagnostic *d = qc_report(
            cx, base->span, QC_MSG(basis_early), QC_STR_ARGS(instrument->name),
            QC_STR_ARGS(qc_date_short(&cx->arena, from)), QC_STR_ARGS(qc_date_short(&cx->arena, latest)));
        note_day(check, d);
        qc_check_note_registry(cx, d, instrument);
    }
}

/* --- amended since -------------------------------------------------------- */

void qc_check_basis_amended(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    for (size_t i = 0; i < check->bases->items.count; i++) {
        const struct qc_base *base = &check->bases->items.items[i];
        if (qc_base_force(check->bases, base) != QC_FORCE_IN)
            continue;
        struct qc_diagnostic *d = NULL;
        const struct qc_instrument *amendment;
        for (size_t k = 0; (amendment = qc_base_amendment(check->bases, base, k)) != NULL; k++) {
            if (d == NULL)
                d = qc_report(cx, base->span, QC_MSG(basis_amended),
                              QC_STR_ARGS(base->cite.instrument->name));
            qc_note(cx, d, QC_NOTE_MSG(basis_amendment),
                    QC_STR_ARGS(qc_instrument_cite(&cx->arena, amendment, true)),
                    QC_STR_ARGS(qc_date_short(&cx->arena, amendment->from)));
        }
        if (d != NULL)
            qc_check_note_registry(cx, d, base->cite.instrument);
    }
}

/* --- two of which one has replaced the other ------------------------------ */

/* What one other has replaced, and is not reported by itself; a text that several replaced may hold beside one of them. */
static bool has_one_successor(const struct qc_bases *bases, const struct qc_base *base)
{
    const struct qc_instrument *instrument = base->cite.instrument;
    return instrument != NULL && instrument->replaced_by[1].len == 0 &&
           instrument->confidence != QC_CONFIDENCE_UNSURE && qc_base_force(bases, base) != QC_FORCE_ENDED;
}

/* In a draft without a day, or before the younger one holds. */
void qc_check_basis_replaced(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    for (size_t i = 0; i < check->bases->items.count; i++) {
        const struct qc_base *base = &check->bases->items.items[i];
        if (!has_one_successor(check->bases, base))
            continue;
        const struct qc_instrument *instrument = base->cite.instrument;
        const struct qc_base *other = qc_bases_find(check->bases, instrument->replaced_by[0]);
        if (other == NULL)
            continue;
        struct qc_diagnostic *d =
            qc_report(cx, base->span, QC_MSG(basis_replaced), QC_STR_ARGS(instrument->name),
                      QC_STR_ARGS(other->cite.instrument->name));
        qc_note_at(cx, d, other->span, QC_NOTE_MSG(basis_successor_here));
        qc_check_note_registry(cx, d, instrument);
    }
}
