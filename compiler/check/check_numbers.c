/*
 * check_numbers.c - sequences of numbers (NĐ 30/2020, PL I.II.6.d–đ).
 *
 * One mistake gives one message: after a wrong number the series goes on from
 * what is written.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "check/renumber.h"
#include "syntax/token.h"

/* A series while it is walked. */
struct series {
    struct qc_compilation *cx;
    QC_VEC(const struct qc_unit *) units; /* so far */
    unsigned value;    /* as written, of the last that went forward */
    unsigned repaired; /* of the last, were all before it right */
    bool unmarked;     /* the file is typed without marks: d) may stand for đ) */
    struct qc_renumber *renumber;
    struct qc_diagnostic *finding; /* the last, or that of the number in front: 1. of 1.2; NULL: none */
    struct qc_fix_group *group;    /* of its findings; NULL as long as there are none */
};

/* Places of d and đ among the points. */
enum { PLACE_D = 4, PLACE_DD = 5, PLACE_E = 6 };

/*
 * The unit that had a value before. Asked only where the series breaks; there
 * are at most a thousand values, so that a search that fails is rare.
 */
static const struct qc_unit *holder_of(const struct series *series, unsigned value)
{
    for (size_t i = series->units.count; i-- > 0;)
        if (series->units.items[i]->marker.value == value)
            return series->units.items[i];
    return NULL;
}

/* 1.2 under 1: the number of its parent stands in front. */
static bool has_prefix_of_parent(const struct qc_unit *unit)
{
    const struct qc_marker *marker = &unit->marker, *parent = &unit->parent->marker;
    struct qc_str prefix = qc_marker_prefix(marker);
    struct qc_str number = qc_marker_number(parent);
    if (prefix.len == 0 || number.len == 0 || qc_marker_prefix(parent).len + 1 > prefix.len)
        return true;
    bool arabic = number.ptr[0] >= '0' && number.ptr[0] <= '9';
    return !arabic || qc_str_equal(prefix, number);
}

/* The move of the parent whose number stands in front of the unit's, or NULL. */
static const struct qc_move *move_around(const struct qc_renumber *renumber, const struct qc_unit *unit)
{
    const struct qc_marker *marker = &unit->marker, *parent = &unit->parent->marker;
    struct qc_str prefix = qc_marker_prefix(marker);
    bool in_front = prefix.len > 0 && qc_str_equal(prefix, qc_marker_number(parent));
    return in_front ? qc_renumber_move(renumber, unit->parent) : NULL;
}

/* Typed without marks, đ) is d). */
static struct qc_str number_of(const struct series *series, const struct qc_unit *unit, unsigned value)
{
    bool letters = qc_style_info(unit->marker.style)->numbering == QC_NUMBERING_LETTER;
    return qc_check_number(&series->cx->arena, unit, letters && series->unmarked && value == PLACE_DD ? PLACE_D : value);
}

static struct qc_str expected_marker(const struct series *series, const struct qc_unit *unit)
{
    struct qc_str number = number_of(series, unit, series->repaired + 1);
    if (number.len == 0) /* no letter after y (PL I.II.6.đ): the clause has to be cut in two */
        return QC_STR("a) (khoản mới)");
    return qc_check_marker(&series->cx->arena, unit, number);
}

/* The finding's fix is right together with those of the other findings in the series. */
static void enter(struct series *series, struct qc_diagnostic *finding)
{
    if (series->group == NULL)
        series->group = qc_alloc(&series->cx->arena, sizeof *series->group);
    series->finding = qc_renumber_enter(series->renumber, finding, series->group);
}

/*
 * Gives the unit the number at which the series has arrived, unless its own
 * fits. The edit is the last finding's: what is wrong follows from there.
 */
static void repair(struct series *series, const struct qc_unit *unit, bool fits)
{
    struct qc_arena *arena = &series->cx->arena;
    if (series->finding == NULL)
        return;
    struct qc_str number = number_of(series, unit, series->repaired);
    const struct qc_move *around = move_around(series->renumber, unit);
    if (around != NULL)
        number = qc_str_format(arena, "%.*s.%u", QC_STR_ARGS(around->number), series->repaired);
    if (number.len > 0 && (!fits || around != NULL))
        qc_renumber_unit(series->renumber, series->finding, unit, series->repaired, number);
}

static struct qc_diagnostic *report_break(struct series *series, const struct qc_unit *unit, struct qc_str next)
{
    struct qc_compilation *cx = series->cx;
    struct qc_span span = qc_marker_span(&unit->marker);
    struct qc_str text = qc_marker_text(&unit->marker);
    if (series->units.count == 0)
        return qc_report(cx, span, QC_MSG(number_first), QC_STR_ARGS(next), QC_STR_ARGS(text));
    const struct qc_unit *same = holder_of(series, unit->marker.value);
    struct qc_diagnostic *d;
    if (same != NULL) {
        d = qc_report(cx, span, QC_MSG(number_duplicate), QC_STR_ARGS(text), QC_STR_ARGS(next));
        qc_note_at(cx, d, qc_marker_span(&same->marker), QC_NOTE_MSG(number_here));
        return d;
    }
    if (unit->marker.value > series->value)
        d = qc_report(cx, span, QC_MSG(number_gap), QC_STR_ARGS(text), QC_STR_ARGS(next));
    else
        d = qc_report(cx, span, QC_MSG(number_order), QC_STR_ARGS(text), QC_STR_ARGS(next));
    qc_note_at(cx, d, qc_marker_span(&series->units.items[series->units.count - 1]->marker), QC_NOTE_MSG(previous_number));
    return d;
}

/* A number that is none: IIII, f). It takes its place all the same. */
static struct qc_diagnostic *report_improper(struct series *series, const struct qc_unit *unit, struct qc_str next)
{
    struct qc_str text = qc_marker_text(&unit->marker);
    if (qc_style_info(unit->marker.style)->numbering == QC_NUMBERING_LETTER)
        return qc_report(series->cx, qc_marker_span(&unit->marker), QC_MSG(letter_wrong), QC_STR_ARGS(text), QC_STR_ARGS(next));
    return qc_report(series->cx, qc_marker_span(&unit->marker), QC_MSG(roman_bad), QC_STR_ARGS(text), QC_STR_ARGS(next));
}

/* In a file without marks d) d) is d) đ), and d) e) leaves đ) out. */
static unsigned value_in(const struct series *series, const struct qc_unit *unit)
{
    unsigned value = unit->marker.value;
    bool letters = qc_style_info(unit->marker.style)->numbering == QC_NUMBERING_LETTER;
    if (letters && series->unmarked && series->value == PLACE_D && (value == PLACE_D || value == PLACE_E))
        return value == PLACE_D ? PLACE_DD : PLACE_E;
    return value;
}

/* Follows what is written, or what would be right: one mistake gives one message. */
static bool follows(const struct series *series, const struct qc_unit *unit, unsigned value)
{
    bool letters = qc_style_info(unit->marker.style)->numbering == QC_NUMBERING_LETTER;
    return value == series->value + 1 || value == series->repaired + 1 ||
           (letters && series->unmarked && series->value == PLACE_D && value == PLACE_E);
}

static void add_to_series(struct series *series, const struct qc_unit *unit)
{
    unsigned value = value_in(series, unit);
    struct qc_diagnostic *d = NULL;
    bool behind = false;
    if (!unit->marker.number_is_proper) {
        d = report_improper(series, unit, expected_marker(series, unit));
        if (value == 0)
            value = series->value; /* in "e) f) g)" the g follows the e */
    } else if (!follows(series, unit, value)) {
        d = report_break(series, unit, expected_marker(series, unit));
        behind = value < series->value && holder_of(series, value) == NULL;
    }
    series->repaired++;
    if (d != NULL)
        enter(series, d);
    else if (series->unmarked && value == PLACE_E && series->repaired == PLACE_DD)
        series->repaired = PLACE_E; /* đ) is left out on purpose */
    repair(series, unit, unit->marker.number_is_proper && value == series->repaired);
    *qc_vec_push(&series->cx->arena, &series->units) = unit;
    if (!behind) /* one that stands late does not turn the series back */
        series->value = value;
}

static void report_prefix(struct series *series, const struct qc_unit *unit)
{
    struct qc_compilation *cx = series->cx;
    const struct qc_marker *marker = &unit->marker, *parent = &unit->parent->marker;
    const struct qc_move *around = qc_renumber_move(series->renumber, unit->parent);
    series->repaired++;
    struct qc_str number = qc_str_format(&cx->arena, "%.*s.%u",
                                         QC_STR_ARGS(around != NULL ? around->number : qc_marker_number(parent)), series->repaired);
    struct qc_diagnostic *d = qc_report(cx, qc_marker_span(marker), QC_MSG(number_order), QC_STR_ARGS(qc_marker_text(marker)),
                                        QC_STR_ARGS(qc_check_marker(&cx->arena, unit, number)));
    qc_note_at(cx, d, qc_marker_span(parent), QC_NOTE_MSG(unit_around));
    enter(series, d);
    qc_renumber_unit(series->renumber, series->finding, unit, series->repaired, number);
    series->value = series->repaired;
    *qc_vec_push(&cx->arena, &series->units) = unit;
}

/* A series in which unit stands first. What has its parent's number in front moves along with that. */
static struct series *new_series(struct qc_renumber *renumber, const struct qc_unit *unit)
{
    const struct qc_check *check = renumber->check;
    struct series *series = qc_alloc(&check->cx->arena, sizeof *series);
    series->cx = check->cx;
    series->unmarked = check->document->tree->unmarked;
    series->renumber = renumber;
    bool in_front = move_around(renumber, unit) != NULL || !has_prefix_of_parent(unit);
    const struct qc_move *around = in_front ? qc_renumber_move(renumber, unit->parent) : NULL;
    if (around != NULL) {
        series->finding = around->finding;
        series->group = around->finding->group;
    }
    return series;
}

static void check_children(struct qc_renumber *renumber, const struct qc_unit *unit)
{
    struct series *series[QC_STYLE_COUNT] = { NULL };
    for (const struct qc_unit *child = unit->first_child; child != NULL; child = child->next) {
        enum qc_style style = child->marker.style;
        if (qc_style_info(style)->numbering == QC_NUMBERING_NONE || style == QC_STYLE_ARTICLE)
            continue;
        if (series[style] == NULL)
            series[style] = new_series(renumber, child);
        if (has_prefix_of_parent(child))
            add_to_series(series[style], child);
        else
            report_prefix(series[style], child);
    }
}

/* Articles are numbered through the whole text, whatever chapters they stand in. */
static void check_articles(struct qc_renumber *renumber)
{
    struct series *series = NULL;
    for (struct qc_unit *unit = qc_unit_next(renumber->check->document->root); unit != NULL; unit = qc_unit_next(unit)) {
        if (unit->marker.style != QC_STYLE_ARTICLE)
            continue;
        if (series == NULL)
            series = new_series(renumber, unit);
        add_to_series(series, unit);
    }
}

const struct qc_unit *qc_series_next(const struct qc_unit *unit)
{
    enum qc_style style = unit->marker.style;
    struct qc_unit *next = style == QC_STYLE_ARTICLE ? qc_unit_next((struct qc_unit *)unit) : unit->next;
    while (next != NULL && next->marker.style != style)
        next = style == QC_STYLE_ARTICLE ? qc_unit_next(next) : next->next;
    return next;
}

void qc_renumber_from(struct qc_compilation *cx, const struct qc_document *document, const struct qc_unit *first,
                      struct qc_renumbering *renumbering)
{
    struct qc_texts texts = { 0 };
    qc_texts_collect(&cx->arena, document, &texts);
    struct qc_check check = { .cx = cx, .document = document, .texts = &texts };
    struct qc_renumber renumber = { .check = &check };
    struct series *series = new_series(&renumber, first);
    *qc_vec_push(&cx->arena, &series->units) = first;
    series->value = series->repaired = first->marker.value;
    for (const struct qc_unit *unit = first; (unit = qc_series_next(unit)) != NULL;)
        if (has_prefix_of_parent(unit))
            add_to_series(series, unit);
        else
            report_prefix(series, unit);
    for (struct qc_unit *unit = document->root; unit != NULL; unit = qc_unit_next(unit))
        if (qc_renumber_move(&renumber, unit) != NULL)
            check_children(&renumber, unit);
    qc_renumber_references(&renumber);
    renumbering->safe = true;
    for (size_t i = 0; i < renumber.findings.count; i++) {
        const struct qc_diagnostic *d = renumber.findings.items[i];
        if (d->group != series->group)
            continue; /* a mistake among the children of one that moves */
        renumbering->safe = renumbering->safe && d->fix_is_safe;
        for (size_t k = 0; k < d->edits.count; k++)
            *qc_vec_push(&cx->arena, &renumbering->edits) = d->edits.items[k];
    }
}

void qc_check_numbers(const struct qc_check *check)
{
    struct qc_renumber renumber = { .check = check };
    check_articles(&renumber);
    for (struct qc_unit *unit = check->document->root; unit != NULL; unit = qc_unit_next(unit))
        check_children(&renumber, unit);
    qc_renumber_references(&renumber);
}
