/*
 * check_levels.c - a body of the district level in a document that is younger
 * than its end (levels.def).
 *
 * An older document that is cited, and what is said to be past, keeps its
 * names: replaced texts are not looked at, and of bases only what is issued
 * since then or is no document.
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

static const struct qc_phrases level_phrases = QC_PHRASES_OF(QC_TABLE_LEVELS, levels, words);

/* Words of a sentence that speaks of the past. */
static const char *const past[] = {
    "trước đây", "trước ngày", "nguyên là", "cũ", "giải thể", "sáp nhập", "sắp xếp", "bãi bỏ", "thay thế",
    "kết thúc hoạt động", "không tổ chức", "tiếp nhận từ", "chuyển giao",
};

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

/* The item at which what a basis is about begins: that may be past. */
static size_t subject_of(const struct qc_base *base)
{
    size_t i = base->cite.first;
    while (i < base->cite.end && (base->cite.basis.type == NULL || !qc_basis_subject_at(&base->cite.basis, i)))
        i++;
    return i;
}

/* Who issued a basis since the body ended, or stands there in place of an instrument: "chỉ đạo của Phòng …". */
static void check_base(const struct qc_check *check, const struct qc_base *base, struct qc_date date)
{
    const struct qc_reading *reading = base->cite.basis.reading;
    struct qc_found_date issued;
    size_t end = subject_of(base);
    bool dated = qc_found_date_next(reading, base->cite.first, &issued) && issued.first < end;
    bool since = dated ? qc_date_number(issued.date) >= qc_date_number(levels[0].until)
                       : qc_basis_is_no_instrument(&base->cite.basis);
    for (size_t i = base->cite.first; i < end && since && base->typed; i++) {
        size_t count = level_at(reading, i, date);
        if (count == 0)
            continue;
        size_t from = reading->items.items[i].begin, to = reading->items.items[i + count - 1].end;
        qc_report(check->cx, qc_prose_span(base->recital->prose, from, to), QC_MSG(level_abolished),
                  QC_STR_ARGS(qc_str_slice(reading->text, from, to)));
        return;
    }
}

static bool is_young(const struct qc_check *check)
{
    return qc_date_number(check->bases->day.day) >= qc_date_number(levels[0].until);
}

void *qc_begin_levels(const struct qc_check *check)
{
    qc_phrase_table(check->document->readings, &level_phrases);
    return is_young(check) ? check->cx : NULL;
}

void qc_check_levels(const struct qc_check *check)
{
    const struct qc_text *text = check->text;
    if (text->own && text->kind != QC_TEXT_BASIS && text->kind != QC_TEXT_VALUE)
        check_text(check, text, check->reading, check->bases->day.day);
}

void qc_check_base_levels(const struct qc_check *check)
{
    for (size_t i = 0; is_young(check) && i < check->bases->items.count; i++)
        if (qc_basis_is_own(check->document, check->bases->items.items[i].recital))
            check_base(check, &check->bases->items.items[i], check->bases->day.day);
}
