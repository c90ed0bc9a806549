/*
 * head.c - the declarations of the header: school year, number, date, state,
 * effect, the decision that a text is attached to.
 *
 * Owns what a number, a date and a state become in a document that is not
 * issued yet, in the forms of the language ("Absent and blank").
 */
#include "base/utf8.h"
#include "check/citation.h"
#include "renew/draft.h"
#include "source/position.h"
#include "syntax/keyword.h"

static const struct qc_reading *reading_of(const struct qc_draft *draft, const struct qc_prose *prose)
{
    return qc_reading_of(draft->document->readings, prose->text);
}

static void clear(struct qc_draft *draft, const struct qc_prose *prose, struct qc_said why)
{
    qc_draft_set_value(draft, prose, QC_STR(""), why);
}

/* A year that goes with the old document's date, moved on; 0 when nothing says where to. */
static unsigned moved_year(const struct qc_draft *draft, unsigned year)
{
    bool near = draft->from > 0 && (year == draft->from || year == draft->from + 1);
    return near ? year + draft->step : 0;
}

/* ---- school year ---- */

/* The two years as typed, whatever stands between them. */
static void renew_school_year(struct qc_draft *draft, const struct qc_declaration *declaration)
{
    const struct qc_prose *prose = declaration->values.items[0];
    const struct qc_reading *reading = reading_of(draft, prose);
    for (size_t i = 0; i < reading->items.count && draft->from > 0; i++)
        if (qc_item_year(&reading->items.items[i]) != 0)
            qc_draft_move(draft, prose, &reading->items.items[i],
                          qc_draft_say(draft, QC_RENEW_MSG(why_school_year)));
}

/* ---- number ---- */

/* The year in a number, "88/2025/QĐ-UBND", moves on with that of the date. */
static void renew_year_of_number(struct qc_draft *draft, const struct qc_prose *prose)
{
    const struct qc_reading *reading = reading_of(draft, prose);
    for (size_t i = 0; i < reading->items.count; i++) {
        unsigned year = qc_item_year(&reading->items.items[i]);
        if (year != 0 && moved_year(draft, year) != 0)
            qc_draft_move(draft, prose, &reading->items.items[i],
                          qc_draft_say(draft, QC_RENEW_MSG(why_number)));
    }
    qc_draft_leave_prose(draft, prose, QC_LEFT_NUMBER);
}

/* "/QC-MNHS", "…/QC-MNHS" */
static bool is_blank_number(struct qc_str number)
{
    return qc_str_starts(number, QC_STR("/")) || qc_str_starts(number, QC_STR("…")) ||
           qc_str_starts(number, QC_STR("..."));
}

static void renew_number(struct qc_draft *draft, const struct qc_declaration *declaration)
{
    const struct qc_prose *prose = declaration->values.items[0];
    struct qc_str text = prose->text;
    struct qc_said why = qc_draft_say(draft, QC_RENEW_MSG(why_number));
    size_t begin = qc_keyword_opener(declaration->keyword, text), figures = 0;
    bool opened = begin > 0;
    begin += qc_blank_prefix(qc_str_skip(text, begin));
    struct qc_str number = qc_str_skip(text, begin);
    while (figures < number.len && number.ptr[figures] >= '0' && number.ptr[figures] <= '9')
        figures++;
    char mark = figures > 0 && figures < number.len ? number.ptr[figures] : 0;
    if (mark == '/' || mark == '-') {
        /* a blank may begin with "/", but only where nothing stands before it */
        struct qc_str blank = opened || mark == '-' ? QC_STR("…") : QC_STR("");
        qc_draft_change(draft, qc_prose_span(prose, begin, begin + figures), QC_CHANGE_TEXT, blank, why);
    } else if (!is_blank_number(number)) {
        qc_draft_look(draft, qc_prose_whole(prose), qc_draft_say(draft, QC_RENEW_MSG(look_number)));
        clear(draft, prose, why);
        return;
    }
    renew_year_of_number(draft, prose);
}

/* ---- date ---- */

/* Does the value begin its line? There "//2025" would be a comment. */
static bool begins_line(const struct qc_draft *draft, const struct qc_prose *prose)
{
    uint32_t at = qc_prose_piece(prose, 0).source;
    struct qc_line line = qc_line_of(draft->source, at);
    return qc_str_trim(qc_str_slice(draft->source->text, line.begin, at)).len == 0;
}

static void renew_date(struct qc_draft *draft, const struct qc_declaration *declaration)
{
    const struct qc_prose *prose = declaration->values.items[0];
    struct qc_arena *arena = qc_draft_arena(draft);
    unsigned year = moved_year(draft, draft->document->date.year);
    bool spelled = qc_keyword_opener(declaration->keyword, prose->text) > 0 || begins_line(draft, prose);
    struct qc_str text = year == 0 ? QC_STR("")
                         : spelled ? qc_date_format(arena, (struct qc_date){ .year = year, .given = true })
                                   : qc_str_format(arena, "//%u", year);
    if (!qc_str_equal(text, prose->text))
        qc_draft_set_value(draft, prose, text, qc_draft_say(draft, QC_RENEW_MSG(why_date)));
}

/* ---- state ---- */

/* A keyword or value word as this document types them. */
static struct qc_str as_typed(const struct qc_draft *draft, const char *vietnamese, const char *english)
{
    const struct qc_tree *tree = draft->document->tree;
    if (tree->english)
        return qc_str_from(english);
    return tree->unmarked ? qc_name_bare(qc_draft_arena(draft), qc_str_from(vietnamese))
                          : qc_str_from(vietnamese);
}

/* The declaration behind which a document has its state: the last of its head. */
static const struct qc_declaration *last_of_head(const struct qc_draft *draft)
{
    static const enum qc_keyword_id head[] = {
        QC_KW_DATE,   QC_KW_PLACE,       QC_KW_NUMBER,  QC_KW_ATTACHED_TO,
        QC_KW_ISSUER, QC_KW_SCHOOL_YEAR, QC_KW_SUBJECT, QC_KW_TYPE,
    };
    for (size_t i = 0; i < sizeof head / sizeof *head; i++)
        if (qc_draft_is_own(draft, draft->document->first[head[i]]))
            return draft->document->first[head[i]];
    return NULL;
}

void qc_draft_state(struct qc_draft *draft)
{
    struct qc_arena *arena = qc_draft_arena(draft);
    const struct qc_declaration *state = draft->document->first[QC_KW_STATUS], *behind = last_of_head(draft);
    struct qc_said why = qc_draft_say(draft, QC_RENEW_MSG(why_status));
    struct qc_str word = as_typed(draft, qc_word_vietnamese(QC_WORD_DRAFT), "draft");
    const struct qc_keyword *keyword = qc_keyword_info(QC_KW_STATUS);
    if (qc_draft_is_own(draft, state)) {
        if (state->values.count > 0 && qc_word_find(arena, state->values.items[0]->text) == QC_WORD_ISSUED)
            qc_draft_set_value(draft, state->values.items[0], word, why);
        return;
    }
    struct qc_str key = as_typed(draft, keyword->vietnamese, keyword->english);
    if (draft->document->type != NULL && behind != NULL)
        qc_draft_add_line(draft, behind,
                          qc_str_format(arena, "%.*s: %.*s", QC_STR_ARGS(key), QC_STR_ARGS(word)), why);
}

/* ---- effect ---- */

/* Do all days of a value move on with the school year: each in it, and one of them an end? */
static bool effect_follows(const struct qc_draft *draft, const struct qc_reading *reading)
{
    struct qc_found_date found = { .end = 0 };
    struct qc_date first = { .year = draft->from, .month = 8, .day = 1 },
                   last = { .year = draft->from + 1, .month = 7, .day = 31 };
    bool ends = false;
    while (qc_found_date_next(reading, found.end, &found)) {
        long number = qc_date_number(found.date);
        struct qc_date next = found.date;
        next.year += draft->step;
        if (draft->from == 0 || number < qc_date_number(first) || number > qc_date_number(last) ||
            (next.month == 2 && next.day == 29))
            return false;
        size_t word = found.first - (found.lead && !found.spelled);
        ends = ends || qc_words_before(reading, word, "đến") > 0 || qc_words_before(reading, word, "hết") > 0;
    }
    return ends;
}

static void renew_effect(struct qc_draft *draft, const struct qc_declaration *declaration)
{
    const struct qc_prose *prose = declaration->values.items[0];
    const struct qc_reading *reading = reading_of(draft, prose);
    struct qc_found_date found;
    bool days = qc_found_date_next(reading, 0, &found);
    if (!days) {
        qc_draft_prose(draft, prose, QC_RENEWED_TITLE);
    } else if (effect_follows(draft, reading)) {
        for (found.end = 0; qc_found_date_next(reading, found.end, &found);)
            qc_draft_move(draft, prose, &reading->items.items[found.end - 1],
                          qc_draft_say(draft, QC_RENEW_MSG(why_day)));
    } else {
        qc_draft_look(draft, qc_prose_whole(prose),
                      qc_draft_say(draft, QC_RENEW_MSG(look_effect), QC_STR_ARGS(prose->text)));
        clear(draft, prose, qc_draft_say(draft, QC_RENEW_MSG(why_effect)));
    }
}

/* ---- the decision that a text is attached to ---- */

/* The number and day of the decision, which will be another one; its title is that of the new year. */
static void renew_attached(struct qc_draft *draft, const struct qc_declaration *declaration)
{
    const struct qc_prose *prose = declaration->values.items[0];
    const struct qc_reading *reading = reading_of(draft, prose);
    struct qc_said why = qc_draft_say(draft, QC_RENEW_MSG(why_attached));
    struct qc_citation citation;
    struct qc_found_date found;
    size_t behind = 0;
    if (qc_citation_next(reading, 0, &citation)) {
        const struct qc_item *figures = &reading->items.items[citation.symbol.first];
        qc_draft_change(draft, qc_prose_span(prose, figures->begin, figures->end), QC_CHANGE_TEXT,
                        QC_STR("…"), why);
        behind = citation.symbol.end;
    }
    if (qc_found_date_next(reading, behind, &found)) {
        struct qc_date blank = { .year = moved_year(draft, found.date.year), .given = true };
        struct qc_str text = qc_date_format(qc_draft_arena(draft), blank);
        if (found.lead && !found.spelled)
            text = qc_str_skip(text, strlen("ngày "));
        qc_draft_change(draft, qc_prose_span(prose, found.begin_at, found.end_at), QC_CHANGE_TEXT, text, why);
    }
    for (size_t i = behind; i < reading->items.count; i++) {
        struct qc_moment moment;
        if (!qc_moment_read(reading, i, &moment))
            continue;
        bool own = moment.kind == QC_MOMENT_PAIR && draft->from > 0 && moment.date.year == draft->from;
        for (size_t k = 0; own && k < 2; k++)
            qc_draft_move(draft, prose, &reading->items.items[moment.years[k]],
                          qc_draft_say(draft, QC_RENEW_MSG(why_school_year)));
        i = moment.end - 1;
    }
    qc_draft_leave_prose(draft, prose, QC_LEFT_CITED);
}

/* ---- all of them ---- */

bool qc_draft_head(struct qc_draft *draft, const struct qc_declaration *declaration)
{
    static const struct {
        int keyword;
        void (*renew)(struct qc_draft *draft, const struct qc_declaration *declaration);
    } rows[] = {
        { QC_KW_SCHOOL_YEAR, renew_school_year }, { QC_KW_NUMBER, renew_number },
        { QC_KW_DATE, renew_date },               { QC_KW_EFFECT, renew_effect },
        { QC_KW_ATTACHED_TO, renew_attached },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].keyword != declaration->keyword->id)
            continue;
        if (declaration->values.count > 0)
            rows[i].renew(draft, declaration);
        return true;
    }
    return false;
}
