/*
 * columns.c - which things under a text stand below each other.
 *
 * What stands there is read in blocks, as two who sign and below them one who
 * confirms. In each the line with the most things beside each other shows the
 * columns; what stands on another line belongs to the column that it stands
 * below: by the tabs before it, or by its place. One that has nothing on some
 * line, such as no position or no name, so leaves the others where they are.
 */
#include "base/utf8.h"
#include "import/draft.h"

enum {
    RIGHT_HALF = 25 /* columns from which on a line of its own stands under the right column of others */
};

struct columns {
    const struct import_draft *draft;
    struct import_fragment *items; /* of one block */
    size_t count;
    size_t model, model_end; /* the fragments that show the columns by their places; equal: none do */
    unsigned last;           /* column; 0: there is but one */
};

/* The fragment behind those that stand on one line with fragment `at`, or in one row of a table. */
static size_t line_end(const struct import_fragment *items, size_t count, size_t at)
{
    const struct import_piece *first = items[at].piece;
    size_t end = at + 1;
    while (end < count &&
           (items[end].piece == first || (first->table > 0 && items[end].piece->table == first->table &&
                                          items[end].piece->row == first->row)))
        end++;
    return end;
}

/* The fragment behind those that stand in one column of a line, as "(Đã ký)" and the name behind it. */
static size_t cell_end(const struct columns *columns, size_t at)
{
    size_t end = at + 1;
    while (end < columns->count && columns->items[end].piece == columns->items[at].piece &&
           columns->items[end].column == columns->items[at].column)
        end++;
    return end;
}

static size_t count_cells(const struct columns *columns, size_t begin, size_t end)
{
    size_t cells = 0;
    for (size_t i = begin; i < end; i = cell_end(columns, i))
        cells++;
    return cells;
}

/* Were the things on a line parted by what stands between them, so that their places mean something? */
static bool is_spaced(const struct columns *columns, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++)
        if (columns->items[i].piece->table > 0 || !columns->items[i].spaced)
            return false;
    return true;
}

static void find_model(struct columns *columns)
{
    size_t most = 1;
    for (size_t i = 0, end; i < columns->count; i = end) {
        end = line_end(columns->items, columns->count, i);
        for (size_t f = i; f < end; f++)
            if (columns->items[f].column > columns->last)
                columns->last = columns->items[f].column;
        size_t cells = count_cells(columns, i, end);
        if (cells <= most || !is_spaced(columns, i, end))
            continue;
        most = cells;
        columns->model = i;
        columns->model_end = end;
    }
}

/* Columns of the page that both stand above each other; negative: how far they are apart. */
static long overlap(const struct import_fragment *a, const struct import_fragment *b)
{
    long end = (long)(a->end < b->end ? a->end : b->end), at = (long)(a->at > b->at ? a->at : b->at);
    return end - at;
}

/* The column with the same number of tabs before it, or 0. */
static unsigned by_tabs(const struct columns *columns, const struct import_fragment *fragment)
{
    const struct import_fragment *first = &columns->items[columns->model],
                                 *last = &columns->items[columns->model_end - 1];
    if (first->tabs == last->tabs)
        return 0;
    for (const struct import_fragment *model = first; model <= last; model++)
        if (model->tabs == fragment->tabs)
            return model->column;
    return 0;
}

static unsigned by_place(const struct columns *columns, const struct import_fragment *fragment)
{
    const struct import_fragment *best = &columns->items[columns->model];
    for (size_t i = columns->model + 1; i < columns->model_end; i++)
        if (overlap(&columns->items[i], fragment) > overlap(best, fragment))
            best = &columns->items[i];
    return best->column;
}

/* Puts the things of a line that has fewer of them than the model where they stand, each behind the one before. */
static void place_line(struct columns *columns, size_t begin, size_t end)
{
    bool tabs = true;
    for (size_t i = begin; i < end; i++)
        tabs = tabs && by_tabs(columns, &columns->items[i]) > 0;
    unsigned least = 1;
    for (size_t i = begin, next; i < end; i = next) {
        next = cell_end(columns, i);
        unsigned column = tabs ? by_tabs(columns, &columns->items[i]) : by_place(columns, &columns->items[i]);
        column = column < least ? least : column;
        column = column > columns->last ? columns->last : column;
        for (size_t f = i; f < next; f++)
            columns->items[f].column = column;
        least = column + 1;
    }
}

/* Has the first column its position, and the last one words of authority alone, above fragment `at`? */
static bool lacks_position(const struct columns *columns, size_t at)
{
    size_t positions[2] = { 0 }, capacities = 0;
    for (size_t i = 0; i < at && i < IMPORT_MOST_LINES; i++) {
        const struct import_fragment *fragment = &columns->items[i];
        bool capacity = qc_str_starts(fragment->cut.text, QC_STR("T"));
        if (import_is_signed_mark(columns->draft, &fragment->cut))
            continue;
        if (fragment->column == 1 || fragment->column == columns->last)
            positions[fragment->column == columns->last] += !capacity;
        capacities += fragment->column == columns->last && capacity;
    }
    return positions[0] > 0 && positions[1] == 0 && capacities > 0;
}

/* What stands alone on its line. */
static void place_single(struct columns *columns, size_t at)
{
    const struct import_piece *piece = columns->items[at].piece;
    size_t end = cell_end(columns, at);
    unsigned column = columns->items[at].column;
    if (columns->model < columns->model_end) {
        place_line(columns, at, end);
        column = columns->items[at].column;
    } else if (column == 0) {
        column = piece->indent >= RIGHT_HALF ? columns->last : 1;
    }
    if (piece->indent == 0 && piece->table == 0 && lacks_position(columns, at))
        column = columns->last; /* the copy lost the blanks before it */
    for (size_t i = at; i < end; i++)
        columns->items[i].column = column;
}

static void place_block(struct columns *columns)
{
    find_model(columns);
    size_t model = count_cells(columns, columns->model, columns->model_end);
    for (size_t i = 0, end; columns->last > 0 && i < columns->count; i = end) {
        end = line_end(columns->items, columns->count, i);
        size_t cells = count_cells(columns, i, end);
        bool table = columns->items[i].piece->table > 0;
        if (cells == 1 && (!table || columns->items[i].column == 0))
            place_single(columns, i);
        else if (cells < model && is_spaced(columns, i, end))
            place_line(columns, i, end);
    }
}

/* Does a line open a block: does it say who signs, or that the recipients follow? */
static bool opens_block(const struct import_draft *draft, const struct import_fragment *items, size_t begin,
                        size_t end)
{
    for (size_t i = begin; i < end; i++)
        if (import_is_signing(draft, &items[i].cut) || import_is_recipients(draft, &items[i].cut))
            return true;
    return false;
}

static bool has_person(const struct import_draft *draft, const struct import_fragment *items, size_t begin,
                       size_t end)
{
    for (size_t i = begin; i < end; i++)
        if (import_is_person(draft, &items[i].cut))
            return true;
    return false;
}

unsigned import_find_columns(const struct import_draft *draft, struct import_fragments *fragments)
{
    unsigned last = 0;
    size_t count = fragments->items.count, begin = 0;
    bool signed_above = false;
    for (size_t i = 0, end; begin < count; i = end) {
        bool over = i == count;
        end = over ? count : line_end(fragments->items.items, count, i);
        over = over || (signed_above && opens_block(draft, fragments->items.items, i, end));
        if (!over) {
            signed_above = signed_above || has_person(draft, fragments->items.items, i, end);
            continue;
        }
        struct columns columns = { .draft = draft,
                                   .items = &fragments->items.items[begin],
                                   .count = i - begin };
        place_block(&columns);
        for (size_t f = begin; f < i; f++)
            fragments->items.items[f].column =
                last + (columns.last == 0 ? 1 : fragments->items.items[f].column);
        last += columns.last == 0 ? 1 : columns.last;
        begin = i;
        end = i;
        signed_above = false;
    }
    return last;
}
