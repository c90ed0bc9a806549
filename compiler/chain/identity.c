/*
 * identity.c - by what a document is known: kind, number, day, subject,
 * school year (NĐ 30/2020, PL I.II.6.b), read from its head or from a text
 * that cites it.
 *
 * Owns nothing. Must not compare: link.c and judge.c do.
 */
#include "base/utf8.h"
#include "chain/chain.h"
#include "check/citation.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool qc_chain_is_kind(struct qc_str kind_key, struct qc_str name)
{
    if (qc_name_matches(kind_key, name))
        return true;
    return kind_key.len > name.len && qc_str_starts(kind_key, name) && kind_key.ptr[name.len] == ' ';
}

/* "05/QC-MNHM", "5/QC - MNHM" are the same number. */
static struct qc_str number_key(struct qc_arena *arena, struct qc_str number)
{
    struct qc_buf key = { .arena = arena };
    struct qc_str folded = qc_name_key(arena, number);
    size_t from = 0;
    while (from + 1 < folded.len && folded.ptr[from] == '0' && is_digit(folded.ptr[from + 1]))
        from++;
    for (size_t i = from; i < folded.len; i++) {
        bool beside = (i > 0 && folded.ptr[i - 1] == '/') || (i + 1 < folded.len && folded.ptr[i + 1] == '/');
        if (folded.ptr[i] != ' ' || !beside)
            qc_buf_char(&key, folded.ptr[i]);
    }
    return qc_buf_str(&key);
}

/* How many items from `at` on name a time, a school year above all: they tell one year's text from the next. */
static size_t time_here(const struct qc_reading *reading, size_t at)
{
    unsigned from;
    size_t label = qc_reading_phrase(reading, at, "năm học");
    label += label > 0 && qc_reading_mark(reading, at + label, ':');
    if (qc_years_here(reading, at + label, &from))
        return label + 3;
    bool year = label == 0 && qc_reading_phrase(reading, at, "năm") > 0 && at + 1 < reading->items.count &&
                reading->items.items[at + 1].kind == QC_ITEM_NUMBER &&
                reading->items.items[at + 1].lexeme->key.len == 4;
    return year ? 2 : 0;
}

/* The words of items, small letters, without times. */
static struct qc_str words_key(struct qc_arena *arena, const struct qc_reading *reading, size_t from,
                               size_t to)
{
    static const char *const leads[] = { "về việc", "về", "v/v" };
    struct qc_buf key = { .arena = arena };
    size_t lead = 0;
    for (size_t i = 0; i < sizeof leads / sizeof leads[0] && lead == 0; i++)
        lead = qc_reading_phrase(reading, from, leads[i]);
    from += lead;
    for (size_t i = from; i < to; i++) {
        const struct qc_item *item = &reading->items.items[i];
        size_t time = time_here(reading, i);
        if (time > 0)
            i += time - 1;
        if (time > 0 || (item->kind != QC_ITEM_WORD && item->kind != QC_ITEM_NUMBER))
            continue;
        if (key.len > 0)
            qc_buf_char(&key, ' ');
        qc_buf_add(&key, item->lexeme->key);
    }
    return qc_buf_str(&key);
}

struct qc_str qc_without_year(struct qc_arena *arena, struct qc_readings *readings, struct qc_str text)
{
    const struct qc_reading *reading = qc_reading_of(readings, text);
    struct qc_buf rest = { .arena = arena };
    size_t at = 0;
    for (size_t i = 0; i < reading->items.count; i++) {
        size_t time = time_here(reading, i);
        if (time == 0)
            continue;
        qc_buf_add(&rest, qc_str_trim(qc_str_slice(text, at, reading->items.items[i].begin)));
        i += time - 1;
        at = reading->items.items[i].end;
    }
    qc_buf_add(&rest, qc_str_slice(text, at, text.len));
    return qc_str_trim(qc_buf_str(&rest));
}

/* The first item at or behind from, and before to, at which the phrase stands; or to. */
static size_t find_phrase(const struct qc_reading *reading, size_t from, size_t to, const char *phrase)
{
    while (from < to && qc_reading_phrase(reading, from, phrase) == 0)
        from++;
    return from;
}

static void read_year(const struct qc_reading *reading, size_t from, size_t to, struct qc_identity *cited)
{
    for (size_t i = from; i < to; i++)
        if (qc_reading_phrase(reading, i, "năm học") > 0 && qc_years_here(reading, i + 2, &cited->year_from))
            return;
}

/* What is cited in the items from..to; behind: the first one behind its number, or behind its kind when it has none. */
static void read_rest(struct qc_arena *arena, const struct qc_reading *reading, size_t from, size_t behind,
                      size_t to, struct qc_identity *cited)
{
    struct qc_found_date found;
    size_t about = find_phrase(reading, behind, to, "về");
    if (qc_found_date_next(reading, behind, &found) && found.first < about && !found.impossible &&
        qc_date_number(found.date) > 0)
        cited->date = found.date;
    read_year(reading, from, to, cited);
    size_t subject = about < to || cited->number.len > 0 ? about : behind;
    if (subject >= to)
        return;
    size_t begin = reading->items.items[subject].begin, end = reading->items.items[to - 1].end;
    cited->subject = qc_str_slice(reading->text, begin, end);
    cited->subject_key = words_key(arena, reading, subject, to);
}

bool qc_identity_cited(struct qc_arena *arena, const struct qc_reading *reading, size_t *at,
                       struct qc_identity *cited)
{
    struct qc_citation citation, following;
    size_t kind_items = 0, behind;
    bool first = *at == 0, numbered = qc_citation_next(reading, *at, &citation);
    *cited = (struct qc_identity){ 0 };
    if (reading->items.count == 0 || (!first && !numbered))
        return false;
    const struct qc_act *kind = first      ? qc_act_here(reading, 0, &kind_items)
                                : numbered ? citation.type
                                           : NULL;
    if (kind != NULL)
        cited->kind_key = qc_str_from(kind->name);
    if (numbered) {
        const struct qc_symbol *symbol = &citation.symbol;
        cited->number = qc_str_slice(reading->text, symbol->begin_at, symbol->end_at);
        cited->number_key = number_key(arena, qc_symbol_proper(arena, reading, symbol));
    }
    size_t from = *at;
    behind = numbered ? citation.symbol.end : kind_items;
    bool more = numbered && qc_citation_next(reading, behind, &following);
    *at = more ? following.symbol.first : reading->items.count;
    read_rest(arena, reading, from, behind, *at, cited);
    return true;
}

static void read_attached(struct qc_arena *arena, const struct qc_document *document, struct qc_identity *own,
                          struct qc_str *decision_kind)
{
    struct qc_identity decision;
    size_t at = 0;
    const struct qc_reading *reading = qc_reading_of(document->readings, document->attached_name);
    if (!qc_identity_cited(arena, reading, &at, &decision))
        return;
    own->number = decision.number;
    own->number_key = decision.number_key;
    own->date = decision.date;
    *decision_kind = decision.kind_key;
}

struct qc_identity qc_identity_of(struct qc_arena *arena, const struct qc_document *document,
                                  struct qc_str *decision_kind)
{
    struct qc_identity own = { .year_from = document->year_from };
    struct qc_buf subject = { .arena = arena };
    struct qc_symbol symbol;
    for (size_t i = 0; i < document->subject.count; i++) {
        if (i > 0)
            qc_buf_char(&subject, ' ');
        qc_buf_add(&subject, document->subject.items[i]->plain);
    }
    own.subject = qc_buf_str(&subject);
    const struct qc_reading *words = qc_reading_of(document->readings, own.subject);
    own.subject_key = words_key(arena, words, 0, words->items.count);
    if (document->type != NULL)
        own.kind_key = qc_name_key(arena, document->type->plain);
    if (document->attached) {
        read_attached(arena, document, &own, decision_kind);
        return own;
    }
    const struct qc_reading *number = qc_reading_of(document->readings, document->code);
    bool well_formed = qc_symbol_read(number, 0, &symbol) && symbol.end == number->items.count;
    own.number = document->code;
    own.number_key =
        number_key(arena, well_formed ? qc_symbol_proper(arena, number, &symbol) : document->code);
    own.date = document->date;
    return own;
}
