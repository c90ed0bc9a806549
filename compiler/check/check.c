/*
 * check.c - the table of checks and the one walk that runs them.
 */
#include "check/check.h"

#include "base/utf8.h"
#include "syntax/token.h"

enum scope { DOCUMENT, BASES, SIBLINGS };

/* The rules of each check. */
#define QC_CHECK(name, scope, ...) static const enum qc_diag_id rules_of_##name[] = { __VA_ARGS__ };
#define QC_PROSE(name, signs, looks, end, ...) static const enum qc_diag_id rules_of_##name[] = { __VA_ARGS__ };
#include "check/checks.def"

struct rules {
    const enum qc_diag_id *ids;
    size_t count;
};

#define RULES(name) { rules_of_##name, sizeof rules_of_##name / sizeof rules_of_##name[0] }

static const struct {
    void (*run)(const struct qc_check *check);
    enum scope scope;
    struct rules rules;
} checks[] = {
#define QC_CHECK(name, scope, ...) { qc_check_##name, scope, RULES(name) },
#define QC_PROSE(name, signs, looks, end, ...)
#include "check/checks.def"
};

static const struct {
    void *(*begin)(const struct qc_check *check);
    void (*run)(const struct qc_check *check);
    bool (*looks)(const struct qc_text *text);
    void (*end)(const struct qc_check *check);
    uint64_t signs;
    struct rules rules;
} readers[] = {
#define QC_CHECK(name, scope, ...)
#define QC_PROSE(name, signs, looks, end, ...) { qc_begin_##name, qc_check_##name, looks, end, signs, RULES(name) },
#include "check/checks.def"
};

enum { CHECKS = sizeof checks / sizeof checks[0], READERS = sizeof readers / sizeof readers[0] };

/* Is any of the rules reported at all? What nobody sees is not looked for. */
static bool is_wanted(const struct qc_compilation *cx, const struct rules *rules)
{
    enum qc_level level;
    for (size_t i = 0; i < rules->count; i++)
        if (rules->ids[i] == QC_DIAG_COUNT || qc_diag_chosen(cx->choices, rules->ids[i], &level))
            return true;
    return false;
}

/* The checks of one scope that are wanted, in their order. */
struct wanted {
    void (*run[CHECKS])(const struct qc_check *check);
    size_t count;
};

static void choose(const struct qc_compilation *cx, enum scope scope, struct wanted *wanted)
{
    wanted->count = 0;
    for (size_t i = 0; i < CHECKS; i++)
        if (checks[i].scope == scope && is_wanted(cx, &checks[i].rules))
            wanted->run[wanted->count++] = checks[i].run;
}

static void run(const struct qc_check *check, const struct wanted *wanted)
{
    for (size_t i = 0; i < wanted->count; i++)
        wanted->run[i](check);
}

/* A check that reads each text. */
struct working_reader {
    void (*run)(const struct qc_check *check);
    bool (*looks)(const struct qc_text *text);
    void (*end)(const struct qc_check *check);
    uint64_t signs;
    void *state;
};

/* Does any of those that are wanted read every text? Only they ask what is seen of one. */
static bool any_reads_all(const struct qc_compilation *cx)
{
    for (size_t k = 0; k < READERS; k++)
        if (readers[k].looks == NULL && is_wanted(cx, &readers[k].rules))
            return true;
    return false;
}

/* Lets those begin that are wanted; returns how many have something to look for. */
static size_t begin_readers(const struct qc_check *check, struct working_reader working[READERS])
{
    size_t count = 0;
    for (size_t k = 0; k < READERS; k++) {
        void *state = is_wanted(check->cx, &readers[k].rules) ? readers[k].begin(check) : NULL;
        if (state != NULL)
            working[count++] = (struct working_reader){ readers[k].run, readers[k].looks, readers[k].end, readers[k].signs, state };
    }
    return count;
}

/* May one of those who look before a text is cut find something in it? */
static bool is_awaited(const struct qc_text *text, const struct working_reader *working, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (working[k].looks(text))
            return true;
    return false;
}

/* Cuts each text once, all or those that are awaited, and gives it to those who look for something that may be in it. */
static void read_texts(struct qc_check *check, bool all)
{
    struct qc_readings *readings = check->document->readings;
    struct qc_reading reading = { .readings = readings };
    struct working_reader working[READERS];
    size_t count = begin_readers(check, working);
    check->reading = &reading;
    for (size_t i = 0; count > 0 && i < check->texts->items.count; i++) {
        check->text = &check->texts->items.items[i];
        if (!all && !is_awaited(check->text, working, count))
            continue;
        qc_reading_cut(readings, check->text->prose->text, &reading);
        for (size_t k = 0; k < count; k++) {
            if (working[k].signs != 0 && (working[k].signs & reading.signs) == 0)
                continue;
            check->state = working[k].state;
            working[k].run(check);
        }
    }
    check->text = NULL;
    check->reading = NULL;
    for (size_t k = 0; k < count; k++) {
        check->state = working[k].state;
        if (working[k].end != NULL)
            working[k].end(check);
    }
}

void qc_check_prose(const struct qc_check *check, void *(*begin)(const struct qc_check *check),
                    void (*run_one)(const struct qc_check *check))
{
    struct qc_reading reading = { 0 };
    struct qc_check own = *check;
    own.state = begin(check);
    own.reading = &reading;
    for (size_t i = 0; own.state != NULL && i < check->texts->items.count; i++) {
        own.text = &check->texts->items.items[i];
        qc_reading_cut(check->document->readings, own.text->prose->text, &reading);
        run_one(&own);
    }
}

void qc_check_all(struct qc_compilation *cx, const struct qc_document *document)
{
    struct qc_texts texts = { 0 };
    qc_texts_collect(&cx->arena, document, &texts);
    struct qc_bases bases = { 0 };
    struct wanted wanted;
    struct qc_check check = { .cx = cx, .document = document, .texts = &texts, .bases = &bases };
    choose(cx, DOCUMENT, &wanted);
    run(&check, &wanted);
    choose(cx, BASES, &wanted);
    if (wanted.count > 0)
        qc_bases_collect(&cx->arena, document, NULL, &bases);
    run(&check, &wanted);
    choose(cx, SIBLINGS, &wanted);
    for (struct qc_unit *unit = document->root; wanted.count > 0 && unit != NULL; unit = qc_unit_next(unit)) {
        check.unit = unit;
        if (unit->first_child != NULL)
            run(&check, &wanted);
    }
    check.unit = NULL;
    bool all = any_reads_all(cx);
    if (all)
        qc_texts_see(&cx->arena, &texts);
    read_texts(&check, all);
}

struct qc_str qc_check_number(struct qc_arena *arena, const struct qc_unit *unit, unsigned value)
{
    const struct qc_marker *marker = &unit->marker;
    bool capital = marker->style == QC_STYLE_LETTER_SIGN;
    switch (qc_style_info(marker->style)->numbering) {
    case QC_NUMBERING_LETTER:
        return capital ? qc_str_upper(arena, qc_letter_at(value)) : qc_letter_at(value);
    case QC_NUMBERING_ROMAN: {
        bool arabic = marker->number_length > 0 && marker->typed[marker->number_at] >= '0' && marker->typed[marker->number_at] <= '9';
        if (arabic)
            break; /* "Chương 2" */
        struct qc_str roman = qc_roman_format(arena, value);
        return marker->style == QC_STYLE_SMALL_ROMAN ? qc_name_key(arena, roman) : roman;
    }
    case QC_NUMBERING_ARABIC:
    case QC_NUMBERING_NONE: break;
    }
    struct qc_str prefix = qc_marker_prefix(marker);
    if (prefix.len > 0)
        return qc_str_format(arena, "%.*s.%u", QC_STR_ARGS(prefix), value);
    return qc_str_format(arena, "%u", value);
}

struct qc_str qc_check_marker(struct qc_arena *arena, const struct qc_unit *unit, struct qc_str number)
{
    const struct qc_marker *marker = &unit->marker;
    struct qc_str text = qc_marker_text(marker), before = qc_str_slice(text, 0, marker->number_at);
    struct qc_str after = qc_str_skip(text, marker->number_at + marker->number_length);
    return qc_str_format(arena, "%.*s%.*s%.*s", QC_STR_ARGS(before), QC_STR_ARGS(number), QC_STR_ARGS(after));
}
