/*
 * check_years.c - a school year that was left over from another year's text.
 *
 * What is replaced, cited or compared has a year of its own: bases and values
 * are not looked at, and words before a year tell the rest (years.def).
 */
#include "check/check.h"
#include "check/citation.h"

static const char *const far[] = {
#define QC_YEAR_FAR(words) words,
#include "check/years.def"
};

static const char *const near[] = {
#define QC_YEAR_NEAR(words) words,
#include "check/years.def"
};

static const struct qc_phrases far_phrases = QC_PHRASES(QC_TABLE_YEARS, far);

enum { NEAR = 6 }; /* items before the year */

/* The item "năm" of "năm học" or "năm học:" right before at, or at. */
static size_t label_before(const struct qc_reading *reading, size_t at)
{
    size_t words = at > 0 && qc_reading_mark(reading, at - 1, ':') ? at - 1 : at;
    return words >= 2 && qc_reading_phrase(reading, words - 2, "năm học") ? words - 2 : at;
}

static bool phrase_at(const struct qc_reading *reading, size_t at, const char *const *phrases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (qc_reading_phrase(reading, at, phrases[i]))
            return true;
    return false;
}

/* The words before say that another year is meant. They may run into the label: "từ năm học". */
static bool is_meant(const struct qc_reading *reading, size_t label)
{
    for (size_t i = label > NEAR ? label - NEAR : 0; i <= label; i++)
        if (phrase_at(reading, i, near, sizeof near / sizeof near[0]))
            return true;
    return false;
}

/* The school year of a document: as declared, or the one that its subject names. */
struct year {
    unsigned from;
    struct qc_str typed;
    bool declared;
};

static void report(const struct qc_check *check, const struct qc_text *text, const struct qc_reading *reading,
                   size_t at)
{
    const struct qc_document *document = check->document;
    const struct year *year = check->state;
    const struct qc_item *items = reading->items.items;
    struct qc_span span = qc_prose_span(text->prose, items[at].begin, items[at + 2].end);
    struct qc_str name = document->tree->english ? QC_STR("{school-year}") : QC_STR("{năm học}");
    struct qc_str better = year->declared ? name : year->typed;
    struct qc_diagnostic *d =
        qc_report(check->cx, span, QC_MSG(year_stale),
                  QC_STR_ARGS(qc_str_slice(reading->text, items[at].begin, items[at + 2].end)),
                  QC_STR_ARGS(year->typed), QC_STR_ARGS(better));
    qc_fix(check->cx, d, span, better);
}

static void check_text(const struct qc_check *check, const struct qc_text *text, const struct qc_reading *reading)
{
    const struct year *year = check->state;
    bool other = false; /* in this sentence another document or time is spoken of */
    size_t sentence = qc_reading_sentence_end(reading, 0);
    for (size_t i = 0; i < reading->items.count; i++) {
        unsigned from;
        other = other || (reading->items.items[i].kind == QC_ITEM_NUMBER && qc_reading_symbol(reading, i)) ||
                (qc_reading_may_begin(reading, i, &far_phrases) && phrase_at(reading, i, far, far_phrases.count));
        if (qc_years_here(reading, i, &from) && from != year->from && !other) {
            size_t label = label_before(reading, i);
            if (label < i && !is_meant(reading, label))
                report(check, text, reading, i);
        }
        if (i == sentence) {
            other = false;
            sentence = qc_reading_sentence_end(reading, i + 1);
        }
    }
}

/* Adds the years of a line of the subject; how many it has. What is no school year by its label counts twice. */
static size_t years_of(const struct qc_reading *reading, struct year *year)
{
    size_t count = 0;
    for (size_t i = 0; i < reading->items.count; i++) {
        unsigned from;
        if (!qc_years_here(reading, i, &from))
            continue;
        count += label_before(reading, i) < i ? 1 : 2;
        year->from = from;
        year->typed = qc_str_slice(reading->text, reading->items.items[i].begin, reading->items.items[i + 2].end);
    }
    return count;
}

/* "… năm học 2025 - 2026" of a subject; false when it names none, or several. */
static bool year_of_subject(const struct qc_document *document, struct year *year)
{
    size_t count = 0;
    for (size_t i = 0; i < document->subject.count; i++)
        count += years_of(qc_reading_of(document->readings, document->subject.items[i]->plain), year);
    return count == 1;
}

void *qc_begin_years(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    struct year *year = qc_alloc(&check->cx->arena, sizeof *year);
    *year = (struct year){ document->year_from, document->school_year, document->year_from != 0 };
    if (!year->declared && !year_of_subject(document, year))
        return NULL;
    qc_phrase_table(document->readings, &far_phrases);
    return year;
}

void qc_check_years(const struct qc_check *check)
{
    const struct qc_text *text = check->text;
    if (text->own && (qc_text_is_running(text) || text->kind == QC_TEXT_TITLE || text->kind == QC_TEXT_SUBJECT))
        check_text(check, text, check->reading);
}
