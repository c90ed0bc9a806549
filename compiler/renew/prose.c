/*
 * prose.c - the years of a text: those that are the document's own move on,
 * with a reason; the others are left alone, with another.
 *
 * Owns {năm học}, which moves on by itself except where it names the year of
 * what is cited. Whose a year is, passage.c says.
 */
#include "base/utf8.h"
#include "check/citation.h"
#include "renew/passage.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char *const weekdays[] = {
#define RENEW_WEEKDAY(words) words,
#include "renew/words.def"
};

/* ---- {năm học} ---- */

static const struct year_name {
    const char *name;
    int step;
} year_names[] = {
    { "năm học", 0 },     { "năm học trước", -1 },        { "năm học sau", 1 },
    { "school-year", 0 }, { "previous school year", -1 }, { "next school year", 1 },
};

/* The name of a school year that stands in braces, or NULL. */
static const struct year_name *find_year_name(const struct qc_draft *draft, struct qc_str braces)
{
    struct qc_arena *arena = qc_draft_arena(draft);
    struct qc_str typed = qc_name_key(arena, qc_str_slice(braces, 1, braces.len - 1));
    for (size_t i = 0; i < COUNT(year_names); i++)
        if (qc_name_matches(typed, qc_name_key(arena, qc_str_from(year_names[i].name))))
            return &year_names[i];
    return NULL;
}

bool qc_draft_names_year(const struct qc_draft *draft, struct qc_str braces)
{
    return find_year_name(draft, braces) != NULL;
}

/* The same for an item of a reading. */
static const struct year_name *year_name_of(const struct qc_draft *draft, const struct qc_item *item)
{
    bool braces = item->kind == QC_ITEM_OPAQUE && item->lexeme->key.len > 2 && item->lexeme->key.ptr[0] == '{';
    return braces ? find_year_name(draft, item->lexeme->key) : NULL;
}

/* Writes out the year that a name in braces means in the old document. */
static void freeze(struct qc_draft *draft, const struct qc_prose *prose, const struct qc_item *item,
                   const struct year_name *name)
{
    struct qc_str year = qc_years_moved(qc_draft_arena(draft), draft->document->school_year, name->step);
    qc_draft_change(draft, qc_prose_span(prose, item->begin, item->end), QC_CHANGE_TEXT, year,
                    qc_draft_say(draft, QC_RENEW_MSG(why_frozen)));
}

static void look_at_braces(struct qc_passage *passage, const struct qc_item *item)
{
    struct qc_draft *draft = passage->draft;
    struct qc_span span = qc_prose_span(passage->prose, item->begin, item->end);
    const struct year_name *name = year_name_of(draft, item);
    qc_draft_leave(draft, span, QC_LEFT_NOT_PROSE);
    if (name == NULL || draft->from == 0 || draft->step == 0)
        return;
    if (passage->sentence.in_citation)
        freeze(draft, passage->prose, item, name);
    else
        *qc_vec_push(qc_draft_arena(draft), &draft->renewal->following) = span.begin;
}

bool qc_draft_is_dated(const struct qc_draft *draft, const struct qc_prose *prose)
{
    const struct qc_reading *reading = qc_reading_of(draft->document->readings, prose->text);
    struct qc_found_date date;
    if (qc_found_date_next(reading, 0, &date))
        return true;
    for (size_t i = 0; i < reading->items.count; i++)
        if (reading->items.items[i].kind == QC_ITEM_NUMBER && qc_reading_symbol(reading, i))
            return true;
    return false;
}

bool qc_draft_freeze(struct qc_draft *draft, const struct qc_prose *prose)
{
    const struct qc_reading *reading = qc_reading_of(draft->document->readings, prose->text);
    bool own = false;
    for (size_t i = 0; i < reading->items.count && draft->from > 0; i++) {
        const struct qc_item *item = &reading->items.items[i];
        const struct year_name *name = year_name_of(draft, item);
        struct qc_moment moment;
        if (name != NULL && draft->step > 0)
            freeze(draft, prose, item, name);
        own = own || (name != NULL && name->step == 0);
        if (qc_moment_read(reading, i, &moment) && moment.kind == QC_MOMENT_PAIR)
            own = own || moment.date.year == draft->from;
    }
    return own;
}

/* ---- years ---- */

static struct qc_said why(const struct qc_draft *draft, const struct qc_moment *moment)
{
    if (moment->kind == QC_MOMENT_PAIR)
        return qc_draft_say(draft, QC_RENEW_MSG(why_school_year));
    if (moment->kind == QC_MOMENT_YEAR)
        return qc_draft_say(draft, QC_RENEW_MSG(why_both_years));
    return qc_draft_say(draft, QC_RENEW_MSG(why_day));
}

static void settle(struct qc_passage *passage, const struct qc_moment *moment)
{
    struct qc_draft *draft = passage->draft;
    const struct qc_item *items = passage->reading->items.items;
    struct qc_span span =
        qc_prose_span(passage->prose, items[moment->first].begin, items[moment->end - 1].end);
    enum qc_year_left left = qc_passage_judge(passage, moment);
    if (left != QC_LEFT_COUNT) {
        passage->sentence.from_left = qc_begins_span(passage, moment);
        qc_draft_leave(draft, span, left);
        return;
    }
    qc_draft_move(draft, passage->prose, &items[moment->years[0]], why(draft, moment));
    if (moment->kind == QC_MOMENT_PAIR)
        qc_draft_move(draft, passage->prose, &items[moment->years[1]], why(draft, moment));
    bool comma = moment->first > 0 && qc_reading_mark(passage->reading, moment->first - 1, ',');
    if (moment->kind == QC_MOMENT_DAY &&
        qc_any_before(passage->reading, moment->first - comma, weekdays, COUNT(weekdays)))
        qc_draft_look(draft, span, qc_draft_say(draft, QC_RENEW_MSG(look_weekday)));
}

static const char *type_of(const struct qc_draft *draft)
{
    struct qc_arena *arena = qc_draft_arena(draft);
    const struct qc_inlines *type = draft->document->type;
    return type == NULL ? "" : qc_str_terminated(arena, qc_name_key(arena, type->plain));
}

void qc_draft_prose(struct qc_draft *draft, const struct qc_prose *prose, enum qc_renewed_text kind)
{
    const struct qc_reading *reading = qc_reading_of(draft->document->readings, prose->text);
    struct qc_passage passage = { draft, prose, reading, kind, type_of(draft), { 0 } };
    for (size_t i = 0; i < reading->items.count; i++) {
        struct qc_moment moment;
        struct qc_symbol symbol;
        if (i == 0 || i > passage.sentence.end)
            qc_passage_begin(&passage, i);
        if (qc_cites_number(reading, i) && qc_symbol_read(reading, i, &symbol)) {
            qc_draft_leave(draft, qc_prose_span(prose, symbol.begin_at, symbol.end_at), QC_LEFT_CITED);
            passage.sentence.cited = passage.sentence.in_citation = true;
            passage.sentence.own_named = false;
            passage.sentence.citation_end = symbol.end;
            i = symbol.end - 1;
        } else if (reading->items.items[i].kind == QC_ITEM_OPAQUE) {
            look_at_braces(&passage, &reading->items.items[i]);
        } else if (qc_moment_read(reading, i, &moment)) {
            settle(&passage, &moment);
            i = moment.end - 1;
        } else {
            qc_passage_take_in(&passage, i);
        }
    }
    qc_draft_leave_prose(draft, prose, QC_LEFT_NAME); /* what is left is in a word: "A2024" */
}
