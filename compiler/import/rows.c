/*
 * rows.c - tables drawn with "|".
 */
#include "import/rows.h"

#include "base/utf8.h"

/* Where in a table the next line of a text stands. */
struct rows {
    unsigned table;     /* number of the last table */
    unsigned row, cell; /* 0: in no table */
    unsigned columns;   /* of the first row, once it has ended */
    bool bars;          /* cells are parted by lines that are a "|" */
    bool bare;          /* rows have no "|" at their ends */
    bool empty;         /* nothing stands in the cell as yet */
};

/* Does the line begin and end with "|", with something between them? */
static bool is_row(struct qc_str line)
{
    struct qc_str row = qc_str_trim(line);
    return row.len > 2 && row.ptr[0] == '|' && row.ptr[row.len - 1] == '|' && row.ptr[row.len - 2] != '\\';
}

/* A row of dashes and colons between "|". */
static bool is_rule(struct qc_str row)
{
    bool dash = false;
    for (size_t i = 0; i < row.len; i++) {
        if (strchr("|-: \t", row.ptr[i]) == NULL)
            return false;
        dash = dash || row.ptr[i] == '-';
    }
    return dash;
}

static bool has_bar(struct qc_str line)
{
    return qc_str_find(line, QC_STR("|")) < line.len;
}

/* Does a table without "|" at the ends of its rows begin at a line? Then the rule below the first row has one. */
static bool opens_bare(struct qc_str line, struct qc_str next)
{
    return has_bar(line) && has_bar(next) && is_rule(next);
}

/* "\|" as "|". */
static struct qc_str without_escapes(struct qc_arena *arena, struct qc_str cell)
{
    struct qc_buf out = { .arena = arena };
    for (size_t i = 0; i < cell.len; i++)
        if (cell.ptr[i] != '\\' || i + 1 == cell.len || cell.ptr[i + 1] != '|')
            qc_buf_char(&out, cell.ptr[i]);
    return qc_buf_str(&out);
}

/* The next cell of a row from *at on, without blanks at its ends. False behind the last. */
static bool next_cell(struct qc_arena *arena, struct qc_str row, size_t *at, struct qc_str *cell)
{
    size_t i = *at == 0 ? 1 : *at, begin = i; /* behind the "|" */
    bool escaped = false;
    if (i >= row.len)
        return false;
    for (; i < row.len && row.ptr[i] != '|'; i++)
        if (row.ptr[i] == '\\' && i + 1 < row.len && row.ptr[i + 1] == '|') {
            escaped = true;
            i++;
        }
    *cell = qc_str_trim(qc_str_slice(row, begin, i));
    if (escaped)
        *cell = without_escapes(arena, *cell);
    *at = i + 1;
    return true;
}

/* A "|" alone: the first row is as long as it is until another "|" follows at once; later ones are as long as it. */
static void step_bar(struct rows *rows)
{
    if (rows->row == 0) {
        *rows = (struct rows){ .table = rows->table + 1, .row = 1, .cell = 1, .bars = true };
    } else if (rows->empty && rows->cell > 1 && (rows->columns == 0 || rows->cell > rows->columns)) {
        rows->columns = rows->columns == 0 ? rows->cell - 1 : rows->columns;
        rows->row++;
        rows->cell = 1;
    } else {
        rows->cell++;
    }
    rows->empty = true;
}

/*
 * Takes a line, an empty one, too. True when it is a "|" that parts cells and no more needs be done; else
 * rows->row tells whether it is in a table.
 */
static bool step(struct rows *rows, struct qc_str line, struct qc_str next)
{
    struct qc_str text = qc_str_trim(line);
    if (text.len == 1 && text.ptr[0] == '|') {
        if (rows->row > 0 && !rows->bars)
            rows->row = 0;
        step_bar(rows);
        return true;
    }
    /* an empty line ends a table; but a cell may begin with one */
    bool bare = rows->row == 0 ? !is_row(line) && opens_bare(line, next) : rows->bare;
    bool row = bare ? has_bar(line) : is_row(line);
    if (rows->row > 0 && (rows->bars ? text.len == 0 : !row)) {
        *rows = (struct rows){ .table = rows->table };
    } else if (row && rows->row == 0) {
        *rows = (struct rows){ .table = rows->table + 1, .row = 1, .bare = bare };
    } else if (row && !rows->bars) {
        rows->row++;
    } else if (rows->row > 0) {
        rows->empty = false;
    }
    return false;
}

/* ---- the pieces of a text ---- */

size_t qc_import_line_end(struct qc_str text, size_t at)
{
    if (text.ptr[at] == '\r')
        return at + 1 < text.len && text.ptr[at + 1] == '\n' ? 2 : 1;
    return text.ptr[at] == '\n' || text.ptr[at] == '\f' ? 1 : 0;
}

/* The line that begins at `at`; *behind: where the next one does. */
static struct qc_str line_at(struct qc_str text, size_t at, size_t *behind)
{
    size_t end = at;
    while (end < text.len && qc_import_line_end(text, end) == 0)
        end++;
    *behind = end + (end < text.len ? qc_import_line_end(text, end) : 0);
    return qc_str_slice(text, at, end);
}

/* What is read and not yet given to the sink: the text from begin on. */
struct piece {
    struct qc_str text;
    size_t begin;
    struct import_line kind;
    import_piece_sink *sink;
    void *user;
};

static void give(struct piece *piece, size_t end)
{
    if (end > piece->begin)
        piece->sink(piece->user, piece->kind, qc_str_slice(piece->text, piece->begin, end));
}

static void give_row(struct qc_arena *arena, struct piece *piece, struct qc_str row, bool bare)
{
    struct import_line kind = piece->kind;
    struct qc_str cell;
    if (is_rule(row))
        return;
    row = bare ? qc_str_format(arena, "|%.*s|", QC_STR_ARGS(row)) : qc_str_trim(row);
    for (size_t at = 0; next_cell(arena, row, &at, &cell);) {
        kind.cell++;
        if (cell.len > 0)
            piece->sink(piece->user, kind, cell);
    }
}

void qc_import_cut_tables(struct qc_arena *arena, struct qc_str text, import_piece_sink *sink, void *user)
{
    struct rows rows = { 0 };
    struct piece piece = { .text = text, .sink = sink, .user = user, .kind = { .source_line = 1 } };
    unsigned number = 0;
    for (size_t at = 0, behind; at < text.len; at = behind) {
        size_t begin = at;
        struct qc_str line = line_at(text, at, &behind);
        struct qc_str next = behind < text.len ? line_at(text, behind, &(size_t){ 0 }) : QC_STR("");
        number++;
        struct rows before = rows;
        bool bar = step(&rows, line, next), row = rows.row > 0 && !rows.bars;
        if (!bar && !row && rows.table == before.table && rows.row == before.row && rows.cell == before.cell)
            continue; /* the piece goes on */
        give(&piece, begin);
        piece.begin = bar || row ? behind : begin;
        piece.kind = (struct import_line){ .source_line = number + bar,
                                           .table = rows.row > 0 ? rows.table : 0,
                                           .row = rows.row,
                                           .cell = rows.cell };
        if (row)
            give_row(arena, &piece, line, rows.bare);
    }
    give(&piece, text.len);
}
