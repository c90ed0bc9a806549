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
#include "check/checks.def"
};

static void run(const struct qc_check *check, enum scope scope)
{
    for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++)
        if (checks[i].scope == scope)
            checks[i].run(check);
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
