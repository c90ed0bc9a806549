/*
 * drawn.c - finds tables in the body of a plain text whose cells are parted
 * by tabs, or by wide gaps that stand below each other.
 *
 * A gap alone is none: copies have them between words, too. Lines of two
 * cells must follow each other; a tab on each line, or the same place of a gap.
 */
#include "base/utf8.h"
#include "import/draft.h"

enum { MOST_CELLS = 16, NEAR_COLUMN = 2 /* columns by which cells below each other may differ */ };

/* The cells of a line. */
struct row {
    size_t count;
    size_t at[MOST_CELLS]; /* the columns of the page where they begin */
    bool tabs;             /* a tab parts them, or stands before them */
};

static bool has_tab(struct qc_str text)
{
    return memchr(text.ptr, '\t', text.len) != NULL;
}

/* The cells of a piece; a gap right behind a marker is none. */
static struct row read_row(const struct import_piece *piece)
{
    struct row row = { 0 };
    struct qc_str text = piece->cut.text, line = piece->line->text;
    if (piece->kind != IMPORT_PIECE_TEXT || piece->table > 0)
        return row;
    row.tabs = has_tab(qc_str_slice(line, 0, qc_blank_prefix(line)));
    for (size_t at = 0, next; at < text.len && row.count < MOST_CELLS; at = next) {
        size_t gap = import_find_gap(text, at > piece->rest ? at : piece->rest, &next);
        row.at[row.count++] = piece->indent + qc_utf8_width(qc_str_slice(text, 0, at), piece->indent);
        if (gap == text.len)
            break;
        row.tabs = row.tabs || has_tab(qc_str_slice(text, gap, next));
    }
    return row;
}

/* Does a cell of one line stand below one, other than the first, of another? */
static bool share_column(const struct row *a, const struct row *b)
{
    for (size_t i = 1; i < a->count; i++)
        for (size_t j = 1; j < b->count; j++)
            if (a->at[i] <= b->at[j] + NEAR_COLUMN && b->at[j] <= a->at[i] + NEAR_COLUMN)
                return true;
    return false;
}

/* Is a line a row because of the one above or below it? */
static bool stands_with(const struct row *row, const struct row *other)
{
    if (row->tabs && other->tabs)
        return row->count > 1 && other->count > 1;
    return !row->tabs && !other->tabs && share_column(row, other);
}

static void draw_cells(struct import_draft *draft, struct import_piece *piece)
{
    struct qc_buf out = { .arena = import_arena(draft) };
    struct qc_str text = piece->cut.text;
    for (size_t at = 0, next, gap; at < text.len; at = next) {
        gap = import_find_gap(text, at > piece->rest ? at : piece->rest, &next);
        qc_buf_add(&out, qc_str_trim(qc_str_slice(text, at, gap)));
        if (gap == text.len)
            break;
        qc_buf_add(&out, QC_STR(" | "));
    }
    import_cut(import_arena(draft), qc_buf_str(&out), &piece->cut);
    piece->drawn = true;
}

void import_find_rows(struct import_draft *draft, size_t begin, size_t end)
{
    struct row above = { 0 }, here = begin < end ? read_row(&draft->pieces.items[begin]) : above, below;
    bool in_table = false;
    for (size_t i = begin; i < end; i++, above = here, here = below) {
        struct import_piece *piece = &draft->pieces.items[i];
        below = i + 1 < end ? read_row(&draft->pieces.items[i + 1]) : (struct row){ 0 };
        bool indented =
            in_table && here.count == 1 && here.tabs && !piece->opens; /* its first cell is empty */
        in_table = indented || (here.tabs && here.count > 2) || stands_with(&here, &above) ||
                   stands_with(&here, &below);
        if (in_table)
            draw_cells(draft, piece);
    }
}
