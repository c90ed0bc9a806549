/*
 * judge.c - what is wrong with chains: replaced twice or never, out of order,
 * years left out, two in force at a time, citations that are not right.
 *
 * Owns nothing. Must not look for documents: they are linked.
 */
#include <limits.h>

#include "base/utf8.h"
#include "chain/chain.h"

/* ---- what a citation says ---- */

static void report_differs(struct qc_compilation *cx, const struct qc_chain_citation *citation,
                           struct qc_str cited, struct qc_str own, enum qc_keyword_id at)
{
    struct qc_diagnostic *d =
        qc_report(cx, citation->span, QC_MSG(replaced_differs), QC_STR_ARGS(cited), QC_STR_ARGS(own));
    qc_note_at(cx, d, citation->target->place[at], QC_NOTE_MSG(replaced_here));
}

static struct qc_str years(struct qc_arena *arena, unsigned from)
{
    return qc_str_format(arena, "%u - %u", from, from + 1);
}

/* A citation may shorten the subject, or say more than it. */
static bool same_subject(struct qc_str cited, struct qc_str own)
{
    return cited.len == 0 || own.len == 0 || qc_str_find(cited, own) < cited.len ||
           qc_str_find(own, cited) < own.len;
}

static void judge_words(struct qc_compilation *cx, const struct qc_chain_citation *citation)
{
    const struct qc_identity *cited = &citation->named, *own = &citation->target->own;
    struct qc_arena *arena = &cx->arena;
    if (cited->number_key.len > 0 && own->number_key.len > 0 &&
        !qc_str_equal(cited->number_key, own->number_key))
        report_differs(cx, citation, cited->number, own->number, QC_KW_NUMBER);
    long cited_day = qc_date_number(cited->date), own_day = qc_date_number(own->date);
    if (cited_day > 0 && own_day > 0 && cited_day != own_day)
        report_differs(cx, citation, qc_date_short(arena, cited->date), qc_date_short(arena, own->date),
                       QC_KW_DATE);
    if (cited->year_from > 0 && own->year_from > 0 && cited->year_from != own->year_from)
        report_differs(cx, citation, years(arena, cited->year_from), years(arena, own->year_from),
                       QC_KW_SCHOOL_YEAR);
    if (!same_subject(cited->subject_key, own->subject_key))
        report_differs(cx, citation, cited->subject, own->subject, QC_KW_SUBJECT);
}

/* It names none of the folder, though the one before it in its series is replaced by nothing. */
static bool misses_one(const struct qc_chain_document *document)
{
    const struct qc_chain_document *before = document->series->latest;
    return before != NULL && before->replaced_by == NULL;
}

static void report_missing(struct qc_compilation *cx, const struct qc_chain_document *document,
                           const struct qc_chain_citation *citation)
{
    struct qc_str name = citation->named.number.len > 0 ? citation->named.number : citation->text;
    if (!misses_one(document)) {
        qc_report(cx, citation->span, QC_MSG(replaced_missing), QC_STR_ARGS(name));
        return;
    }
    struct qc_diagnostic *d = qc_report(cx, citation->span, QC_MSG(replaced_other), QC_STR_ARGS(name));
    qc_note_at(cx, d, document->series->latest->place[QC_KW_NUMBER], QC_NOTE_MSG(document_before_here));
}

static void report_later(struct qc_compilation *cx, const struct qc_chain_document *document,
                         const struct qc_chain_citation *citation)
{
    if (document->in_circle && citation->target->in_circle)
        return; /* which has been said */
    struct qc_diagnostic *d = qc_report(cx, citation->span, QC_MSG(replaced_later),
                                        QC_STR_ARGS(qc_date_short(&cx->arena, document->own.date)),
                                        QC_STR_ARGS(qc_date_short(&cx->arena, citation->target->own.date)));
    qc_note_at(cx, d, citation->target->place[QC_KW_DATE], QC_NOTE_MSG(replaced_here));
}

/* Drafts may be several until one of them is issued, and may be kept beside it. */
static bool are_versions(const struct qc_chain_document *a, const struct qc_chain_document *b)
{
    bool same_year = a->own.year_from > 0 && a->own.year_from == b->own.year_from;
    return (a->draft && b->draft) || ((a->draft || b->draft) && same_year);
}

static void judge_target(struct qc_compilation *cx, const struct qc_chain_document *document,
                         const struct qc_chain_citation *citation)
{
    const struct qc_chain_document *target = citation->target, *first = target->replaced_by;
    if (citation->backwards) {
        report_later(cx, document, citation);
    } else if (first != document && !are_versions(first, document)) {
        struct qc_diagnostic *d =
            qc_report(cx, citation->span, QC_MSG(replaced_twice), QC_STR_ARGS(qc_chain_name(target)));
        qc_note_at(cx, d, target->replacement->span, QC_NOTE_MSG(replaced_there));
    }
}

/* Returns whether a document is cited that the folder does not have. */
static bool judge_citations(struct qc_compilation *cx, const struct qc_chain_document *document)
{
    bool missing = false;
    for (size_t i = 0; i < document->replaces.count; i++) {
        const struct qc_chain_citation *citation = &document->replaces.items[i];
        if (citation->target != NULL) {
            judge_words(cx, citation);
            judge_target(cx, document, citation);
        } else if (!citation->further) {
            report_missing(cx, document, citation);
            missing = true;
        }
    }
    return missing;
}

/* ---- one after the other ---- */

/* The school years between the two, a few of them by name. */
static void judge_gap(struct qc_compilation *cx, const struct qc_chain_document *before,
                      const struct qc_chain_document *document)
{
    enum { NAMED = 3 };
    unsigned from = before->own.year_from, to = document->own.year_from;
    if (from == 0 || to <= from + 1)
        return;
    struct qc_buf missing = { .arena = &cx->arena };
    for (unsigned year = from + 1; year < to && year - from <= NAMED; year++)
        qc_buf_item(&missing, QC_STR(", "), years(&cx->arena, year));
    if (to - from - 1 > NAMED)
        qc_buf_add(&missing, QC_STR(", …"));
    struct qc_diagnostic *d = qc_report(cx, document->place[QC_KW_SCHOOL_YEAR], QC_MSG(school_year_gap),
                                        QC_STR_ARGS(qc_buf_str(&missing)));
    qc_note_at(cx, d, before->place[QC_KW_SCHOOL_YEAR], QC_NOTE_MSG(document_before_here));
}

/* Of two of a series, the earlier one first: are both in force on some day? */
static bool overlap(const struct qc_chain_document *before, const struct qc_chain_document *document)
{
    if (before->force.from == 0 || document->force.from == 0 || before->attached)
        return false; /* what is attached ends with its decision */
    if (before->replaced_by == document || document->replaced_by == before)
        return false;
    return qc_chain_last_day(before) >= document->force.from &&
           qc_chain_last_day(document) >= before->force.from;
}

static void judge_overlap(struct qc_compilation *cx, const struct qc_chain_document *before,
                          const struct qc_chain_document *document)
{
    if (!overlap(before, document))
        return;
    bool same_year = before->own.year_from > 0 && before->own.year_from == document->own.year_from;
    struct qc_diagnostic *d = same_year
                                  ? qc_report(cx, document->place[QC_KW_SCHOOL_YEAR],
                                              QC_MSG(school_year_twice), QC_STR_ARGS(document->school_year))
                                  : qc_report(cx, document->place[QC_KW_EFFECT], QC_MSG(effect_overlap),
                                              QC_STR_ARGS(qc_chain_name(before)));
    qc_note_at(cx, d, before->place[same_year ? QC_KW_SCHOOL_YEAR : QC_KW_EFFECT],
               QC_NOTE_MSG(document_before_here));
}

static void judge_number(struct qc_compilation *cx, const struct qc_chain_document *document)
{
    if (document->same_number == NULL)
        return;
    struct qc_diagnostic *d =
        qc_report(cx, document->place[QC_KW_NUMBER], QC_MSG(number_taken), QC_STR_ARGS(document->own.number));
    qc_note_at(cx, d, document->same_number->place[QC_KW_NUMBER], QC_NOTE_MSG(number_here));
}

void qc_chain_judge(struct qc_compilation *cx, struct qc_chains *chains)
{
    const struct qc_chain_document *last = NULL; /* that stands, in the same chain */
    qc_chain_report_circles(cx, chains);
    for (size_t i = 0; i < chains->documents.count; i++) {
        struct qc_chain_document *document = chains->documents.items[i];
        judge_number(cx, document);
        if (document->is_copy)
            continue;
        bool missing = judge_citations(cx, document);
        if (document->standing == QC_STANDING_NONE)
            continue;
        if (last != NULL && last->chain == document->chain)
            judge_gap(cx, last, document);
        last = document;
        struct qc_chain_document *before = document->series->latest;
        if (document->draft)
            continue;
        if (before != NULL && !(missing && misses_one(document))) /* which has been said */
            judge_overlap(cx, before, document);
        document->series->latest = document;
    }
}
