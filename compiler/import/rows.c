/*
 * rows.c - tables drawn with "|".
 */
#include "import/rows.h"

#include "base/utf8.h"

bool qc_import_is_row(struct qc_str line)
{
    struct qc_str row = qc_str_trim(line);
    return row.len > 2 && row.ptr[0] == '|' && row.ptr[row.len - 1] == '|' && row.ptr[row.len - 2] != '\\';
}

bool qc_import_is_rule(struct qc_str row)
{
    bool dash = false;
    for (size_t i = 0; i < row.len; i++) {
        if (strchr("|-: \t", row.ptr[i]) == NULL)
            return false;
        dash = dash || row.ptr[i] == '-';
    }
    return dash;
}

bool qc_import_next_cell(struct qc_arena *arena, struct qc_str row, size_t *at, struct qc_str *cell)
{
    struct qc_buf out = { .arena = arena };
    row = qc_str_trim(row);
    size_t i = *at == 0 ? 1 : *at; /* behind the "|" */
    if (i >= row.len)
        return false;
    for (; i < row.len && row.ptr[i] != '|'; i++) {
        if (row.ptr[i] == '\\' && i + 1 < row.len && row.ptr[i + 1] == '|')
            i++;
        qc_buf_char(&out, row.ptr[i]);
    }
    *cell = qc_str_trim(qc_buf_str(&out));
    *at = i + 1;
    return true;
}

/* A "|" alone: the first row is as long as it is until another "|" follows at once; later ones are as long as it. */
static void step_bar(struct import_rows *rows)
{
    if (rows->row == 0) {
        *rows = (struct import_rows){ .table = rows->table + 1, .row = 1, .cell = 1, .bars = true };
    } else if (rows->empty && rows->cell > 1 && (rows->columns == 0 || rows->cell > rows->columns)) {
        rows->columns = rows->columns == 0 ? rows->cell - 1 : rows->columns;
        rows->row++;
        rows->cell = 1;
    } else {
        rows->cell++;
    }
    rows->empty = true;
}

bool qc_import_rows_step(struct import_rows *rows, struct qc_str line)
{
    struct qc_str text = qc_str_trim(line);
    if (text.len == 1 && text.ptr[0] == '|') {
        if (rows->row > 0 && !rows->bars)
            rows->row = 0;
        step_bar(rows);
        return true;
    }
    /* an empty line ends a table; but a cell may begin with one */
    bool row = qc_import_is_row(line);
    if (rows->row > 0 && (rows->bars ? text.len == 0 : !row)) {
        *rows = (struct import_rows){ .table = rows->table };
    } else if (row && rows->row == 0) {
        *rows = (struct import_rows){ .table = rows->table + 1, .row = 1 };
    } else if (row && !rows->bars) {
        rows->row++;
    } else if (rows->row > 0) {
        rows->empty = false;
    }
    return false;
}
