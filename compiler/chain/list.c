/*
 * list.c - prints chains for people: a heading each, then a line for each document, the oldest first.
 *
 * Owns the columns. Nothing of a document gets into the buffer but through
 * diag/show.h.
 */
#include <limits.h>

#include "base/utf8.h"
#include "chain/chain.h"
#include "diag/show.h"

enum { NUMBER, DAY, YEAR, FORCE, FILE_NAME, COLUMNS };
enum { HEADING_COLUMNS = 200, CELL_COLUMNS = 40 };

struct words {
    const char *column[COLUMNS];
    const char *from, *until, *draft, *copy, *none;
};

static const struct words words[QC_LANG_COUNT] = {
    { { "số, ký hiệu", "ngày", "năm học", "hiệu lực", "tệp" },
      "từ %.*s",
      "đến %.*s",
      "dự thảo",
      "bản sao",
      "Không có chuỗi nào.\n" },
    { { "number", "day", "school year", "effect", "file" },
      "from %.*s",
      "until %.*s",
      "draft",
      "copy",
      "There are no chains.\n" },
};

struct row {
    struct qc_str cell[COLUMNS];
};

/* Text of any origin as it may be printed. */
static struct qc_str shown(struct qc_arena *arena, struct qc_str text, size_t columns)
{
    struct qc_buf out = { .arena = arena };
    qc_show_text(&out, text, columns);
    return qc_buf_str(&out);
}

static struct qc_str day_text(struct qc_arena *arena, struct qc_date date)
{
    return qc_date_number(date) == 0 ? QC_STR("…")
                                     : qc_str_format(arena, "%02u/%02u/%u", date.day, date.month, date.year);
}

/* "07/10/2024 - 05/10/2025", "from 07/10/2024", "until …" */
static struct qc_str force_text(struct qc_arena *arena, const struct qc_chain_document *document,
                                const struct words *w)
{
    if (document->is_copy || document->draft)
        return qc_str_from(document->is_copy ? w->copy : w->draft);
    long last = qc_chain_last_day(document);
    struct qc_str from = day_text(arena, qc_date_of_number(document->force.from));
    if (last == LONG_MAX || last <= 0)
        return document->force.from == 0 ? QC_STR("…") : qc_str_format(arena, w->from, QC_STR_ARGS(from));
    struct qc_str until = day_text(arena, qc_date_of_number(last));
    if (document->force.from == 0 || last < document->force.from)
        return qc_str_format(arena, w->until, QC_STR_ARGS(until));
    return qc_str_format(arena, "%.*s - %.*s", QC_STR_ARGS(from), QC_STR_ARGS(until));
}

static struct row row_of(struct qc_arena *arena, const struct qc_chain_document *document,
                         const struct words *w)
{
    struct qc_str number = document->own.number.len > 0 ? document->own.number : QC_STR("…");
    return (struct row){ {
        [NUMBER] = shown(arena, number, CELL_COLUMNS),
        [DAY] = day_text(arena, document->own.date),
        [YEAR] = shown(arena, document->school_year, CELL_COLUMNS),
        [FORCE] = force_text(arena, document, w),
        [FILE_NAME] = shown(arena, document->excerpt->name, SIZE_MAX / 8),
    } };
}

static void add_row(struct qc_buf *out, const struct row *row, const size_t *width)
{
    qc_buf_add(out, QC_STR("  "));
    for (int i = 0; i < COLUMNS; i++) {
        qc_buf_add(out, row->cell[i]);
        for (size_t n = qc_utf8_width(row->cell[i], 0); i + 1 < COLUMNS && n < width[i] + 2; n++)
            qc_buf_char(out, ' ');
    }
    qc_buf_char(out, '\n');
}

/* Documents that neither stand nor replace anything are no chain: notices, letters. *end: behind its last one. */
static bool is_chain(const struct qc_chains *chains, size_t from, size_t *end)
{
    const struct qc_chain_document *const *items =
        (const struct qc_chain_document *const *)chains->documents.items;
    bool stands = false;
    for (*end = from; *end < chains->documents.count && items[*end]->chain == items[from]->chain; ++*end)
        stands = stands || items[*end]->standing != QC_STANDING_NONE || items[*end]->replaces.count > 0;
    return stands;
}

static void add_chain(struct qc_buf *out, const struct qc_chains *chains, size_t from, size_t end,
                      const struct words *w)
{
    struct qc_arena *arena = out->arena;
    struct row head = { { { NULL, 0 } } }, *rows = qc_alloc_array(arena, end - from, sizeof *rows);
    size_t width[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) {
        head.cell[i] = qc_str_from(w->column[i]);
        width[i] = qc_utf8_width(head.cell[i], 0);
    }
    for (size_t k = from; k < end; k++) {
        rows[k - from] = row_of(arena, chains->documents.items[k], w);
        for (int i = 0; i < COLUMNS; i++) {
            size_t columns = qc_utf8_width(rows[k - from].cell[i], 0);
            width[i] = columns > width[i] ? columns : width[i];
        }
    }
    qc_show_text(out, chains->documents.items[end - 1]->heading, HEADING_COLUMNS);
    qc_buf_char(out, '\n');
    add_row(out, &head, width);
    for (size_t k = from; k < end; k++)
        add_row(out, &rows[k - from], width);
    qc_buf_char(out, '\n');
}

void qc_chain_list(const struct qc_chains *chains, enum qc_lang lang, struct qc_buf *out)
{
    size_t printed = 0;
    for (size_t from = 0, end; from < chains->documents.count; from = end)
        if (is_chain(chains, from, &end)) {
            add_chain(out, chains, from, end, &words[lang]);
            printed++;
        }
    if (printed == 0)
        qc_buf_add(out, qc_str_from(words[lang].none));
}
