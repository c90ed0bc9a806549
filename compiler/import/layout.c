/*
 * layout.c - how a plain text sets its paragraphs: parted by blank lines, with
 * lines broken at will; without, with lines broken at a width; or with first
 * lines that are indented, as in the text of a printed page.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "import/draft.h"
#include "syntax/build.h"

enum {
    FEW_WRAPS = 3,       /* fewer lines that go on say nothing of a file */
    LONGEST_INDENT = 40, /* columns; what stands further to the right is centred */
    LEAST_INDENT = 2,    /* columns by which first lines stand to the right of others */
};

/* Share of the numbered units that stand behind a blank line, from which on a file counts as parted by them. */
static const double spaced_share = 0.6;

static size_t most_of(size_t count)
{
    return (count * 4 + 4) / 5;
}

size_t import_width_of(const struct import_piece *piece)
{
    return piece->indent + qc_utf8_count(piece->cut.text);
}

static size_t first_word_width(struct qc_str text)
{
    size_t end = qc_str_find(text, QC_STR(" "));
    return qc_utf8_count(qc_str_slice(text, 0, end));
}

/* Width of a line if it took the first word of the next one as well. */
size_t import_width_with(const struct import_piece *above, const struct import_piece *piece)
{
    return import_width_of(above) + 1 + first_word_width(piece->cut.text);
}

static int compare_widths(const void *a, const void *b)
{
    size_t left = *(const size_t *)a, right = *(const size_t *)b;
    return left < right ? -1 : left > right;
}

/* Does a line, whose end is not a paragraph's in the page, plainly go on with the one above? */
static bool is_plain_wrap(const struct import_piece *above, const struct import_piece *piece)
{
    return !piece->opens && !piece->marked && piece->table == 0 &&
           import_width_of(above) <= IMPORT_LONGEST_WRAP &&
           qc_is_lower(qc_str_first_code(piece->cut.text)); /* "(đã ký)" stands below a position */
}

/* How wide lines are that were plainly broken: the widest, and the narrowest but for a tenth of them. */
static void find_widths(struct import_draft *draft)
{
    QC_VEC(size_t) widths = { 0 };
    size_t widest = 0;
    for (size_t i = 1; i < draft->pieces.count; i++) {
        const struct import_piece *piece = &draft->pieces.items[i];
        if (!is_plain_wrap(piece - 1, piece))
            continue;
        widest = import_width_of(piece - 1) > widest ? import_width_of(piece - 1) : widest;
        *qc_vec_push(import_arena(draft), &widths) = import_width_with(piece - 1, piece);
    }
    for (size_t i = 0; widths.count == 0 && i < draft->pieces.count; i++) { /* no line was broken */
        const struct import_piece *piece = &draft->pieces.items[i];
        widest = piece->table == 0 && import_width_of(piece) > widest ? import_width_of(piece) : widest;
    }
    if (widths.count > 0)
        qsort(widths.items, widths.count, sizeof widths.items[0], compare_widths);
    draft->line_width = widest > IMPORT_FULL_LINE ? widest : IMPORT_FULL_LINE;
    draft->least_width = widths.count == 0 ? SIZE_MAX : widths.items[widths.count / 10];
    if (widths.count < FEW_WRAPS && draft->least_width < IMPORT_FULL_LINE)
        draft->least_width = IMPORT_FULL_LINE;
}

/* The edge at which nearly all of the lines stand that go on, when nearly all units begin to the right of it. */
static void find_indent(struct import_draft *draft)
{
    size_t at_edge[LONGEST_INDENT] = { 0 }, wraps = 0, edge = 0, units = 0, indented = 0;
    for (size_t i = 1; i < draft->pieces.count; i++) {
        const struct import_piece *piece = &draft->pieces.items[i];
        if (!is_plain_wrap(piece - 1, piece))
            continue;
        wraps++;
        at_edge[piece->indent < LONGEST_INDENT ? piece->indent : LONGEST_INDENT - 1]++;
    }
    for (size_t i = 1; i < LONGEST_INDENT; i++)
        edge = at_edge[i] > at_edge[edge] ? i : edge;
    draft->indent = edge + LEAST_INDENT;
    for (size_t i = 0; i < draft->pieces.count; i++) {
        const struct import_piece *piece = &draft->pieces.items[i];
        bool unit = piece->marked && piece->marker.number_length > 0 && piece->table == 0;
        units += unit;
        indented += unit && piece->indent >= draft->indent;
    }
    draft->indented =
        wraps >= FEW_WRAPS && at_edge[edge] >= most_of(wraps) && units > 0 && indented >= most_of(units);
}

void import_find_layout(struct import_draft *draft)
{
    size_t units = 0, opening = 0, inner = 0, small = 0;
    for (size_t i = 0; i < draft->pieces.count; i++) {
        const struct import_piece *piece = &draft->pieces.items[i];
        inner += !piece->opens && !piece->marked && piece->table == 0;
        small +=
            !piece->opens && !piece->marked && piece->table == 0 && qc_opens_in_lower_case(piece->cut.text);
        if (!piece->marked || piece->marker.number_length == 0 || piece->table > 0)
            continue;
        units++;
        opening += piece->opens;
    }
    draft->spaced = draft->page->format == IMPORT_TEXT && (double)opening >= spaced_share * (double)units;
    draft->wrapped = draft->spaced && small >= FEW_WRAPS && 2 * small > inner;
    find_widths(draft);
    find_indent(draft);
}
