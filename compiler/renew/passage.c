/*
 * passage.c - whose a year is.
 *
 * A year is the document's own only when the text says so: a school year that
 * is called one, a day to come in that school year, its two calendar years
 * together. What is cited, replaced, counted or past keeps its year. Owns that
 * judgement; what stands at a year is moment.c's.
 */
#include "renew/passage.h"

#include "check/citation.h"

static const char *const far[] = {
#define QC_YEAR_FAR(words) words,
#include "check/years.def"
};
static const char *const terms[] = {
#define RENEW_TERM(words) words,
#include "renew/words.def"
};
static const char *const since[] = {
#define RENEW_SINCE(words) words,
#include "renew/words.def"
};
static const char *const plans[] = {
#define RENEW_PLAN(words) words,
#include "renew/words.def"
};
static const char *const results[] = {
#define RENEW_RESULT(words) words,
#include "renew/words.def"
};
static const char *const aims[] = {
#define RENEW_AIM(words) words,
#include "renew/words.def"
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { NEAR = 4 }; /* items before two years in which a word says that they are none of a school */

static size_t any_at(const struct qc_reading *reading, size_t at, const char *const *phrases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t words = qc_reading_phrase(reading, at, phrases[i]);
        if (words > 0)
            return words;
    }
    return 0;
}

bool qc_any_before(const struct qc_reading *reading, size_t end, const char *const *phrases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (qc_words_before(reading, end, phrases[i]) > 0)
            return true;
    return false;
}

/* ---- sentences ---- */

bool qc_cites_number(const struct qc_reading *reading, size_t at)
{
    return reading->items.items[at].kind == QC_ITEM_NUMBER && qc_reading_symbol(reading, at);
}

/* A calendar year that stands as one: "năm 2021 và năm 2022", "năm 2021, 2022". */
static bool is_calendar_year(const struct qc_reading *reading, const struct qc_moment *moment)
{
    return moment->kind == QC_MOMENT_YEAR &&
           (moment->first < moment->years[0] || qc_words_before(reading, moment->first, "và") > 0 ||
            (moment->first > 0 && qc_reading_mark(reading, moment->first - 1, ',')));
}

/* How many there are of something: "20 lớp". */
static bool is_count(const struct qc_reading *reading, size_t at)
{
    return at < reading->items.count && reading->items.items[at].kind == QC_ITEM_NUMBER &&
           qc_item_year(&reading->items.items[at]) == 0;
}

/* What is ahead in the sentence: figures, an end of a span, both calendar years. */
void qc_passage_begin(struct qc_passage *passage, size_t at)
{
    const struct qc_reading *reading = passage->reading;
    struct qc_sentence sentence = { .end = qc_reading_sentence_end(reading, at) };
    bool years[2] = { false, false }, aim = false;
    for (size_t i = at; i < sentence.end; i++) {
        struct qc_moment moment;
        aim = aim || any_at(reading, i, aims, COUNT(aims)) > 0;
        sentence.counts =
            sentence.counts || (qc_reading_phrase(reading, i, "có") > 0 && is_count(reading, i + 1));
        sentence.figures =
            sentence.figures || qc_reading_mark(reading, i, '%') || qc_reading_phrase(reading, i, "đạt") > 0;
        if (qc_reading_phrase(reading, i, "đến") > 0 || qc_reading_phrase(reading, i, "tới") > 0)
            sentence.last_until = i;
        if (qc_cites_number(reading, i)) {
            i += 2;
        } else if (qc_moment_read(reading, i, &moment)) {
            i = moment.end - 1;
            unsigned after = moment.date.year - passage->draft->from;
            if (after < 2 && is_calendar_year(reading, &moment))
                years[after] = true;
        }
    }
    sentence.both_years = years[0] && years[1];
    sentence.counts = sentence.counts && !aim;
    passage->sentence = sentence;
}

/* Which document the sentence speaks of: one that it cites or names, or the document itself. */
static void take_in_documents(struct qc_passage *passage, size_t at)
{
    const struct qc_reading *reading = passage->reading;
    struct qc_sentence *sentence = &passage->sentence;
    size_t named = qc_reading_instrument(reading, at);
    if (reading->items.items[at].kind == QC_ITEM_MARK)
        sentence->in_name = false;
    if (qc_reading_mark(reading, at, ',') || qc_reading_mark(reading, at, ';') ||
        qc_reading_mark(reading, at, ')'))
        sentence->in_citation = false;
    if (named > 0 && qc_reading_phrase(reading, at + named, "này") == 0)
        sentence->in_name = true;
    if (sentence->cited && !sentence->in_citation && passage->type[0] != '\0')
        sentence->own_named = sentence->own_named || qc_reading_phrase(reading, at, passage->type) > 0;
}

void qc_passage_take_in(struct qc_passage *passage, size_t at)
{
    const struct qc_reading *reading = passage->reading;
    struct qc_sentence *sentence = &passage->sentence;
    bool holds =
        qc_reading_phrase(reading, at, "hiệu lực") > 0 || qc_reading_phrase(reading, at, "áp dụng") > 0;
    sentence->replaced = sentence->replaced || any_at(reading, at, far, COUNT(far)) > 0;
    sentence->done = sentence->done || qc_reading_phrase(reading, at, "đã") > 0;
    sentence->result = sentence->result || any_at(reading, at, results, COUNT(results)) > 0;
    sentence->own_effect = sentence->own_effect || (sentence->this_document && holds);
    sentence->this_document = sentence->this_document || qc_reading_phrase(reading, at, "này") > 0;
    take_in_documents(passage, at);
}

/* ---- whose year it is ---- */

/* Months from year 0 to the first of August before the school year: what is not before it, and not 12 months later, is in it. */
static bool is_in_school_year(const struct qc_draft *draft, struct qc_date date)
{
    enum { AUGUST = 8 };
    unsigned month = date.year * 12 + date.month, begin = draft->from * 12 + AUGUST;
    return month >= begin && month < begin + 12;
}

bool qc_begins_span(const struct qc_passage *passage, const struct qc_moment *moment)
{
    return qc_words_before(passage->reading, moment->first, "từ") > 0 &&
           passage->sentence.last_until >= moment->end;
}

static bool ends_span(const struct qc_passage *passage, const struct qc_moment *moment)
{
    static const char *const ends[] = { "đến", "tới", "đến hết" };
    return qc_any_before(passage->reading, moment->first, ends, COUNT(ends));
}

/* A beginning without an end, or an end that is an aim: "từ tháng 9 năm 2024", "đến năm học 2024 - 2025". */
static bool is_since(const struct qc_passage *passage, const struct qc_moment *moment)
{
    if (!qc_any_before(passage->reading, moment->first, since, COUNT(since)))
        return false;
    bool day = moment->kind == QC_MOMENT_DAY || moment->kind == QC_MOMENT_MONTH;
    return day ? !ends_span(passage, moment) && !qc_begins_span(passage, moment)
               : !passage->sentence.own_effect;
}

static enum qc_year_left judge_pair(const struct qc_passage *passage, const struct qc_moment *moment)
{
    const struct qc_reading *reading = passage->reading;
    const struct qc_sentence *sentence = &passage->sentence;
    unsigned own = passage->draft->from;
    for (size_t i = moment->first > NEAR ? moment->first - NEAR : 0; i < moment->first && !moment->labelled;
         i++)
        if (any_at(reading, i, terms, COUNT(terms)) > 0)
            return QC_LEFT_TERM;
    if (moment->kind == QC_MOMENT_PERIOD)
        return QC_LEFT_PERIOD;
    if (sentence->replaced)
        return QC_LEFT_REPLACED;
    if (sentence->in_citation)
        return QC_LEFT_CITED;
    if (moment->date.year != own)
        return moment->date.year + 1 == own   ? QC_LEFT_YEAR_BEFORE
               : moment->date.year == own + 1 ? QC_LEFT_YEAR_AFTER
                                              : QC_LEFT_OTHER_SCHOOL_YEAR;
    if (sentence->cited && !sentence->own_named)
        return QC_LEFT_CITED_BEFORE;
    if (moment->labelled && (qc_words_before(reading, moment->first, "các") > 0 ||
                             qc_words_before(reading, moment->first, "những") > 0))
        return QC_LEFT_SEVERAL;
    if (is_since(passage, moment))
        return QC_LEFT_SINCE;
    if (sentence->counts || (sentence->figures && (sentence->result || sentence->done)))
        return QC_LEFT_STATISTICS;
    if (!moment->labelled && passage->kind == QC_RENEWED_PROSE)
        return QC_LEFT_UNLABELLED;
    return QC_LEFT_COUNT;
}

static enum qc_year_left judge_day(const struct qc_passage *passage, const struct qc_moment *moment)
{
    const struct qc_reading *reading = passage->reading;
    const struct qc_sentence *sentence = &passage->sentence;
    struct qc_date next = moment->date;
    bool planned = qc_any_before(reading, moment->first, plans, COUNT(plans));
    bool day = moment->kind == QC_MOMENT_DAY;
    bool behind_number = sentence->cited && (moment->first == sentence->citation_end ||
                                             (moment->first == sentence->citation_end + 1 &&
                                              qc_reading_mark(reading, sentence->citation_end, ',')));
    if (behind_number || (!planned && (sentence->in_citation || (day && sentence->in_name))))
        return QC_LEFT_CITED;
    if (sentence->replaced)
        return QC_LEFT_REPLACED;
    if (!is_in_school_year(passage->draft, moment->date))
        return QC_LEFT_OUTSIDE;
    if (is_since(passage, moment))
        return sentence->own_effect ? QC_LEFT_EFFECT : QC_LEFT_SINCE;
    if (sentence->done)
        return QC_LEFT_DONE;
    if (sentence->from_left && ends_span(passage, moment))
        return QC_LEFT_SPAN;
    long issued = qc_date_number(passage->draft->document->date);
    if (day && issued != 0 && qc_date_number(moment->date) <= issued && !qc_begins_span(passage, moment))
        return QC_LEFT_BEFORE_DATE;
    next.year += passage->draft->step;
    struct qc_str text =
        qc_str_format(qc_draft_arena(passage->draft), "%u/%u/%u", next.day, next.month, next.year);
    return day && qc_date_read(text, &next) != QC_DATE_FINE ? QC_LEFT_NO_SUCH_DAY : QC_LEFT_COUNT;
}

static enum qc_year_left judge_year(const struct qc_passage *passage, const struct qc_moment *moment)
{
    const struct qc_sentence *sentence = &passage->sentence;
    unsigned after = moment->date.year - passage->draft->from;
    if (sentence->in_citation || sentence->in_name)
        return QC_LEFT_CITED;
    if (after > 1)
        return QC_LEFT_OTHER_YEAR;
    if (sentence->replaced)
        return QC_LEFT_REPLACED;
    if (qc_any_before(passage->reading, moment->first, since, COUNT(since)))
        return QC_LEFT_SINCE;
    if (sentence->done)
        return QC_LEFT_DONE;
    return sentence->both_years && is_calendar_year(passage->reading, moment) ? QC_LEFT_COUNT : QC_LEFT_ALONE;
}

enum qc_year_left qc_passage_judge(const struct qc_passage *passage, const struct qc_moment *moment)
{
    if (passage->draft->from == 0)
        return QC_LEFT_NO_SCHOOL_YEAR;
    switch (moment->kind) {
    case QC_MOMENT_PAIR:
    case QC_MOMENT_PERIOD:
        return judge_pair(passage, moment);
    case QC_MOMENT_DAY:
    case QC_MOMENT_MONTH:
    case QC_MOMENT_QUARTER:
        return judge_day(passage, moment);
    case QC_MOMENT_YEAR:
        break;
    }
    return judge_year(passage, moment);
}
