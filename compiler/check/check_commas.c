/*
 * check_commas.c - points whose letter has a comma behind it, "a, … b, …", as
 * old documents have them: they open no unit and run into one paragraph.
 *
 * A letter and a comma at the start of one line alone may be anything: the
 * next letter at the start of a later line is wanted.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "syntax/token.h"

/* The letter that stands last, and where; place 0: none. */
struct point {
    unsigned place;
    struct qc_span span; /* "a," */
    bool told;
};

/* Bytes of the small letter of a point before a comma and a blank; 0 when a line begins otherwise, or lists letters. */
static size_t letter_length(struct qc_str line)
{
    size_t n, next;
    if (line.len < 3 || !qc_is_lower(qc_utf8_decode(line, 0, &n)) || line.len <= n + 2 || line.ptr[n] != ',' ||
        line.ptr[n + 1] != ' ')
        return 0;
    struct qc_str rest = qc_str_skip(line, n + 2);
    qc_utf8_decode(rest, 0, &next);
    return next < rest.len && rest.ptr[next] == ',' ? 0 : n; /* "a, b, c khoản 2" */
}

static void report(const struct qc_check *check, struct point *point)
{
    struct qc_str letter = qc_letter_at(point->place);
    struct qc_span comma = { point->span.end - 1, point->span.end, point->span.file };
    if (point->told)
        return;
    point->told = true;
    struct qc_diagnostic *d =
        qc_report(check->cx, point->span, QC_MSG(marker_comma), QC_STR_ARGS(letter), QC_STR_ARGS(letter));
    qc_fix(check->cx, d, comma, QC_STR(")"));
    d->fix_is_safe = true;
}

static void read_line(const struct qc_check *check, const struct qc_prose *prose, size_t at, struct point *last)
{
    size_t n, from = qc_prose_piece(prose, at).text, letter = letter_length(qc_str_skip(prose->text, from));
    unsigned place = letter == 0 ? 0 : qc_letter_place(qc_utf8_decode(qc_str_skip(prose->text, from), 0, &n));
    if (place == 0)
        return;
    struct point point = { place, qc_prose_span(prose, from, from + letter + 1), false };
    if (last->place > 0 && place == last->place + 1) {
        report(check, last);
        report(check, &point);
        *last = point;
    } else {
        *last = place == 1 ? point : (struct point){ 0 };
    }
}

void qc_check_commas(const struct qc_check *check)
{
    struct point last = { 0 };
    for (size_t i = 0; i < check->texts->items.count; i++) {
        const struct qc_text *text = &check->texts->items.items[i];
        if (text->own && text->kind == QC_TEXT_BODY)
            for (size_t k = 0; k < qc_prose_piece_count(text->prose); k++)
                read_line(check, text->prose, k, &last);
    }
}
