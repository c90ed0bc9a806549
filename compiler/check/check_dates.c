/*
 * check_dates.c - how days are written, and days that cannot be (NĐ 30/2020,
 * PL I.II.4.b, I.II.6.a).
 */
#include "check/basis.h"
#include "check/check.h"

/* --- wording -------------------------------------------------------------- */

static void check_wording(struct qc_compilation *cx, const struct qc_reading *reading,
                          const struct qc_prose *prose, const struct qc_found_date *found, bool formal)
{
    if (found->impossible || (!found->spelled && !formal))
        return;
    struct qc_str typed = qc_str_slice(prose->text, found->begin_at, found->end_at);
    struct qc_str proper = qc_date_format(&cx->arena, found->date);
    size_t day = strlen("ngày ");
    if (!found->spelled && found->lead)
        proper = qc_str_skip(proper, day);
    if (found->spelled) { /* figures alone count: a capital or two blanks are not the matter here */
        const struct qc_item *items = &reading->items.items[found->first];
        if (items[1].lexeme->key.len == 2 &&
            (items[3].lexeme->key.len == 2) == (found->date.month < 3 || found->date.month > 9))
            return;
        typed = qc_str_skip(typed, items[1].begin - found->begin_at);
        proper = qc_str_skip(proper, day);
    }
    size_t begin = found->end_at - typed.len;
    struct qc_span span = qc_prose_span(prose, begin, found->end_at);
    struct qc_diagnostic *d =
        qc_report(cx, span, QC_MSG(date_wording), QC_STR_ARGS(typed), QC_STR_ARGS(proper));
    qc_fix(cx, d, span, proper);
    d->fix_is_safe = true;
}

/* --- order ---------------------------------------------------------------- */

static void note_document(const struct qc_check *check, struct qc_diagnostic *d)
{
    const struct qc_declaration *date = check->document->first[QC_KW_DATE];
    qc_note_at(check->cx, d, date->key, QC_NOTE_MSG(document_dated_here));
}

static void report_day(const struct qc_check *check, struct qc_span span, struct qc_date date)
{
    struct qc_str text = qc_str_skip(qc_date_format(&check->cx->arena, date), strlen("ngày "));
    note_document(check, qc_report(check->cx, span, QC_MSG(date_order), QC_STR_ARGS(text)));
}

/* The day on which the cited text was issued: right behind its number or a law's name. */
static bool issued_on(const struct qc_reading *reading, size_t from, size_t to, struct qc_found_date *found)
{
    return qc_found_date_next(reading, from, found) && !found->impossible && found->first <= to;
}

static void check_later(const struct qc_check *check, const struct qc_recital *recital)
{
    enum { RIGHT_BEHIND = 3 };
    struct qc_basis basis;
    qc_basis_read(check->document, recital->content->plain, &basis);
    struct qc_found_date found;
    size_t to = basis.numbered ? basis.symbol.end + RIGHT_BEHIND : basis.end;
    bool law = basis.type != NULL && basis.type->by_name;
    if ((!basis.numbered && !law) ||
        !issued_on(basis.reading, basis.numbered ? basis.symbol.end : basis.type_end, to, &found) ||
        qc_date_number(found.date) <= qc_date_number(check->document->date))
        return;
    struct qc_basis typed;
    struct qc_found_date place;
    qc_basis_read(check->document, recital->prose->text, &typed);
    bool seen = qc_found_date_next(typed.reading, typed.head, &place);
    report_day(check,
               seen ? qc_prose_span(recital->prose, place.begin_at, place.end_at)
                    : qc_prose_whole(recital->prose),
               found.date);
}

/* A text of a school year is signed between 1 June before it and 31 August behind it. */
static void check_year(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    const struct qc_declaration *declaration = document->first[QC_KW_DATE];
    long day = qc_date_number(document->date);
    struct qc_date from = { 1, 6, document->year_from, true }, until = { 31, 8, document->year_to, true };
    if (document->year_from == 0 || (day >= qc_date_number(from) && day <= qc_date_number(until)))
        return;
    struct qc_diagnostic *d = qc_report(
        check->cx, qc_prose_whole(declaration->values.items[0]), QC_MSG(date_order),
        QC_STR_ARGS(qc_str_skip(qc_date_format(&check->cx->arena, document->date), strlen("ngày "))));
    qc_note(check->cx, d, QC_NOTE_MSG(school_year_days), document->year_from, document->year_to,
            document->year_from, document->year_to);
}

static void check_order(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    long signed_on = qc_date_number(document->date);
    if (signed_on == 0 || document->first[QC_KW_DATE] == NULL)
        return;
    if (document->first[QC_KW_DATE]->key.file == document->tree->source->id)
        check_year(check);
    bool effect_own = document->effect.declared && document->effect.span.file == document->tree->source->id;
    long effect = qc_date_number(document->effect.from);
    if (effect_own && effect != 0 && effect < signed_on)
        report_day(check, document->effect.span, document->effect.from);
    for (size_t i = 0; i < document->recitals.count; i++)
        if (document->recitals.items[i].kind == QC_RECITAL_BASIS &&
            qc_basis_is_own(document, &document->recitals.items[i]))
            check_later(check, &document->recitals.items[i]);
}

/* --- days without a year ---------------------------------------------------- */

/* The number of one or two figures at an item, or 0. */
static unsigned small_number(const struct qc_reading *reading, size_t at)
{
    if (at >= reading->items.count || reading->items.items[at].kind != QC_ITEM_NUMBER)
        return 0;
    struct qc_str key = reading->items.items[at].lexeme->key;
    unsigned value = 0;
    for (size_t i = 0; i < key.len; i++) {
        if (key.len > 2 || key.ptr[i] < '0' || key.ptr[i] > '9')
            return 0;
        value = value * 10 + (unsigned)(key.ptr[i] - '0');
    }
    return value;
}

/* Items of "ngày 31/9", "ngày 31 tháng 9" that no year has; 0 for all else, a day with a year among it. */
static size_t yearless_impossible(const struct qc_reading *reading, size_t at)
{
    static const unsigned char longest[] = { 0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    enum { ITEMS = 4 };
    if (qc_reading_phrase(reading, at, "ngày") == 0 || (at > 0 && qc_reading_phrase(reading, at - 1, "số") > 0))
        return 0; /* "số ngày 31/4 tuần" */
    unsigned day = small_number(reading, at + 1), month = small_number(reading, at + 3);
    bool slash = qc_reading_mark(reading, at + 2, '/') || qc_reading_mark(reading, at + 2, '-');
    bool parted = slash && (reading->items.items[at + 2].blank || reading->items.items[at + 3].blank);
    if ((!slash && qc_reading_phrase(reading, at + 2, "tháng") == 0) || parted || month == 0 || month > 12 ||
        day <= longest[month] || day > 31)
        return 0;
    size_t behind = at + ITEMS;
    bool has_year = (qc_reading_phrase(reading, behind, "năm") > 0 && behind + 1 < reading->items.count &&
                     reading->items.items[behind + 1].kind == QC_ITEM_NUMBER) ||
                    (slash && behind < reading->items.count && !reading->items.items[behind].blank &&
                     (qc_reading_mark(reading, behind, '/') || qc_reading_mark(reading, behind, '-')));
    return has_year ? 0 : ITEMS;
}

/* --- the walk ------------------------------------------------------------- */

static void report_impossible(struct qc_compilation *cx, const struct qc_prose *prose, size_t begin, size_t end)
{
    qc_report(cx, qc_prose_span(prose, begin, end), QC_MSG(date_not_in_calendar),
              QC_STR_ARGS(qc_str_slice(prose->text, begin, end)));
}

static void check_text(struct qc_compilation *cx, const struct qc_reading *reading, const struct qc_prose *prose, bool formal)
{
    struct qc_found_date found;
    for (size_t from = 0; qc_found_date_next(reading, from, &found); from = found.end) {
        check_wording(cx, reading, prose, &found, formal);
        if (found.impossible)
            report_impossible(cx, prose, reading->items.items[found.spelled ? found.first + 1 : found.first].begin,
                              found.end_at);
    }
    for (size_t i = 0; i < reading->items.count; i++) {
        size_t count = yearless_impossible(reading, i);
        if (count > 0)
            report_impossible(cx, prose, reading->items.items[i + 1].begin, reading->items.items[i + count - 1].end);
    }
}

void *qc_begin_dates(const struct qc_check *check)
{
    return check->cx;
}

/* Short days are a matter of bases and of what is replaced; running prose may have them. */
void qc_check_dates(const struct qc_check *check)
{
    const struct qc_text *text = check->text;
    if (text->own && text->kind != QC_TEXT_SIGNATURE && text->kind != QC_TEXT_ISSUER && text->kind != QC_TEXT_VALUE)
        check_text(check->cx, check->reading, text->prose, text->kind == QC_TEXT_BASIS);
}

void qc_check_days(const struct qc_check *check)
{
    const struct qc_tree *tree = check->document->tree;
    struct qc_reading reading = { .readings = check->document->readings };
    for (size_t i = 0; i < tree->declarations.count; i++) {
        const struct qc_declaration *declaration = tree->declarations.items[i];
        int id = declaration->keyword->id;
        bool printed = id == QC_KW_REPLACES || id == QC_KW_LET || id == QC_KW_ATTACHED_TO;
        for (size_t k = 0; printed && k < declaration->values.count; k++) {
            const struct qc_prose *prose = declaration->values.items[k];
            qc_reading_cut(check->document->readings, prose->text, &reading);
            check_text(check->cx, &reading, prose, id == QC_KW_REPLACES);
        }
    }
    check_order(check);
}
