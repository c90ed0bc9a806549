/*
 * check_levels.c - a body of the district level in a document that is younger
 * than its end (levels.def).
 *
 * An older document that is cited, and what is said to be past, keeps its
 * names: bases and replaced texts are not looked at.
 */
#include "check/check.h"
#include "sema/reading.h"

struct level {
    struct qc_date until;
    const char *words;
    bool named;
};

static const struct level levels[] = {
#define QC_LEVEL(day, month, year, words, named) { { day, month, year, true }, words, named },
#include "check/levels.def"
};

static const struct qc_phrases level_phrases = QC_PHRASES_OF(levels, words);

/* Words of a sentence that speaks of the past. */
static const char *const past[] = {
    "trước đây", "trước ngày", "nguyên là", "cũ", "giải thể", "sáp nhập", "sắp xếp", "bãi bỏ", "thay thế",
    "kết thúc hoạt động", "không tổ chức", "tiếp nhận từ", "chuyển giao",
};

/* "ngày 21 tháng 11 năm 2025" at item number at. */
static bool read_date(const struct qc_reading *reading, size_t at, struct qc_date *date)
{
    const struct qc_item *items = reading->items.items;
    if (!qc_reading_phrase(reading, at, "ngày") || at + 5 >= reading->items.count ||
        !qc_reading_phrase(reading, at + 2, "tháng") || !qc_reading_phrase(reading, at + 4, "năm"))
        return false;
    struct qc_str words = qc_str_slice(reading->text, items[at].begin, items[at + 5].end);
    return qc_date_read(words, date) == QC_DATE_FINE && qc_date_number(*date) > 0;
}

/* The day of the document, or of the decision that it comes with. */
static struct qc_date date_of(const struct qc_check *check)
{
    struct qc_date date = check->document->date;
    if (qc_date_number(date) > 0 || check->document->attached_to == NULL)
        return date;
    const struct qc_reading *reading = qc_reading_of(check->document->readings, check->document->attached_to->plain);
    for (size_t i = 0; i < reading->items.count; i++)
        if (read_date(reading, i, &date))
            return date;
    return (struct qc_date){ 0 };
}

static size_t level_at(const struct qc_reading *reading, size_t at, struct qc_date date)
{
    if (!qc_reading_may_begin(reading, at, &level_phrases))
        return 0;
    long day = qc_date_number(date);
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
        size_t count = qc_reading_phrase(reading, at, levels[i].words);
        if (count == 0 || day < qc_date_number(levels[i].until))
            continue;
        const struct qc_item *next = at + count < reading->items.count ? &reading->items.items[at + count] : NULL;
        if (!levels[i].named || (next != NULL && next->blank && next->capital))
            return count;
    }
    return 0;
}

/* Does the sentence from begin to end speak of the past, or cite a document? */
static bool is_past(const struct qc_reading *reading, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        if (qc_reading_symbol(reading, i))
            return true;
        for (size_t k = 0; k < sizeof past / sizeof past[0]; k++)
            if (qc_reading_phrase(reading, i, past[k]))
                return true;
    }
    return false;
}

/* One finding a text: the same body is mostly named again and again. */
static void check_text(const struct qc_check *check, const struct qc_text *text, const struct qc_reading *reading,
                       struct qc_date date)
{
    for (size_t begin = 0, end; begin < reading->items.count; begin = end + 1) {
        end = qc_reading_sentence_end(reading, begin);
        for (size_t i = begin; i < end; i++) {
            size_t count = level_at(reading, i, date);
            if (count == 0)
                continue;
            if (is_past(reading, begin, end))
                break;
            size_t from = reading->items.items[i].begin, to = reading->items.items[i + count - 1].end;
            qc_report(check->cx, qc_prose_span(text->prose, from, to), QC_MSG(level_abolished),
                      QC_STR_ARGS(qc_str_slice(reading->text, from, to)));
            return;
        }
    }
}

void qc_check_levels(const struct qc_check *check)
{
    struct qc_date date = date_of(check);
    if (qc_date_number(date) < qc_date_number(levels[0].until))
        return;
    for (size_t i = 0; i < check->texts->items.count; i++) {
        const struct qc_text *text = &check->texts->items.items[i];
        if (!text->own || text->kind == QC_TEXT_BASIS || text->kind == QC_TEXT_VALUE)
            continue;
        check_text(check, text, qc_reading_of(check->document->readings, text->prose->text), date);
    }
}
