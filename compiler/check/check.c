/*
 * check.c - the table of checks and the one walk that runs them.
 */
#include "check/check.h"

#include "base/utf8.h"
#include "syntax/token.h"

enum scope { DOCUMENT, SIBLINGS, TEXT };

static const struct {
    void (*run)(const struct qc_check *check);
    enum scope scope;
} checks[] = {
#define QC_CHECK(name, scope) { qc_check_##name, scope },
#define QC_PROSE(name, signs, end)
#include "check/checks.def"
};

static const struct {
    void *(*begin)(const struct qc_check *check);
    void (*run)(const struct qc_check *check);
    void (*end)(const struct qc_check *check);
    uint64_t signs;
} readers[] = {
#define QC_CHECK(name, scope)
#define QC_PROSE(name, signs, end) { qc_begin_##name, qc_check_##name, end, signs },
#include "check/checks.def"
};

enum { READERS = sizeof readers / sizeof readers[0] };

static void run(const struct qc_check *check, enum scope scope)
{
    for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++)
        if (checks[i].scope == scope)
            checks[i].run(check);
}

/* Cuts each text once, and gives it to those who look for something that may be in it. */
static void read_texts(struct qc_check *check)
{
    struct qc_readings *readings = check->document->readings;
    struct qc_reading reading = { .readings = readings };
    void *states[READERS];
    for (size_t k = 0; k < READERS; k++)
        states[k] = readers[k].begin(check);
    check->reading = &reading;
    for (size_t i = 0; i < check->texts->items.count; i++) {
        check->text = &check->texts->items.items[i];
        qc_reading_cut(readings, check->text->prose->text, &reading);
        for (size_t k = 0; k < READERS; k++) {
            if (states[k] == NULL || (readers[k].signs != 0 && (readers[k].signs & reading.signs) == 0))
                continue;
            check->state = states[k];
            readers[k].run(check);
        }
    }
    check->text = NULL;
    check->reading = NULL;
    for (size_t k = 0; k < READERS; k++) {
        check->state = states[k];
        if (states[k] != NULL && readers[k].end != NULL)
            readers[k].end(check);
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
    struct qc_bases bases;
    qc_bases_collect(&cx->arena, document, NULL, &bases);
    struct qc_check check = { .cx = cx, .document = document, .texts = &texts, .bases = &bases };
    run(&check, DOCUMENT);
    for (struct qc_unit *unit = document->root; unit != NULL; unit = qc_unit_next(unit)) {
        check.unit = unit;
        if (unit->first_child != NULL)
            run(&check, SIBLINGS);
    }
    check.unit = NULL;
    for (size_t i = 0; i < texts.items.count; i++) {
        check.text = &texts.items.items[i];
        run(&check, TEXT);
    }
    read_texts(&check);
}

struct qc_str qc_check_number(struct qc_arena *arena, const struct qc_unit *unit, unsigned value)
{
    const struct qc_marker *marker = &unit->marker;
    bool capital = marker->style == QC_STYLE_LETTER_SIGN;
    switch (qc_style_info(marker->style)->numbering) {
    case QC_NUMBERING_LETTER:
        return capital ? qc_str_upper(arena, qc_letter_at(value)) : qc_letter_at(value);
    case QC_NUMBERING_ROMAN: {
        bool arabic = marker->number.len > 0 && marker->number.ptr[0] >= '0' && marker->number.ptr[0] <= '9';
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
    size_t at = (size_t)(marker->number.ptr - marker->text.ptr);
    struct qc_str before = qc_str_slice(marker->text, 0, at);
    struct qc_str after = qc_str_skip(marker->text, at + marker->number.len);
    return qc_str_format(arena, "%.*s%.*s%.*s", QC_STR_ARGS(before), QC_STR_ARGS(number), QC_STR_ARGS(after));
}
