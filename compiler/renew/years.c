/*
 * years.c - every number of a file that may be a year, and what becomes of it.
 *
 * Owns that none is forgotten: what no other file of renew/ settles is left
 * alone and reported. Must not read prose.
 */
#include "base/utf8.h"
#include "renew/draft.h"
#include "source/position.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199 };

static bool is_figure(char c)
{
    return c >= '0' && c <= '9';
}

/* The year that four figures are, or 0. */
static unsigned year_of(const char *figures)
{
    unsigned year = 0;
    for (int i = 0; i < 4; i++)
        year = year * 10 + (unsigned)(figures[i] - '0');
    return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

unsigned qc_item_year(const struct qc_item *item)
{
    if (item->kind != QC_ITEM_NUMBER || item->lexeme->key.len != 4)
        return 0;
    for (size_t i = 0; i < 4; i++)
        if (!is_figure(item->lexeme->key.ptr[i]))
            return 0;
    return year_of(item->lexeme->key.ptr);
}

/* The next year in a text, at or after *at; *at is then behind it. */
static bool next_year(struct qc_str text, size_t *at, size_t *begin)
{
    while (*at < text.len) {
        if (!is_figure(text.ptr[*at])) {
            ++*at;
            continue;
        }
        *begin = *at;
        while (*at < text.len && is_figure(text.ptr[*at]))
            ++*at;
        if (*at - *begin == 4 && year_of(text.ptr + *begin) != 0)
            return true;
    }
    return false;
}

void qc_draft_find_years(struct qc_draft *draft)
{
    struct qc_str text = draft->source->text;
    for (size_t at = 0, begin; next_year(text, &at, &begin);)
        *qc_vec_push(qc_draft_arena(draft), &draft->years) =
            (struct qc_file_year){ .begin = (uint32_t)begin, .end = (uint32_t)at };
}

struct qc_str qc_years_moved(struct qc_arena *arena, struct qc_str text, int step)
{
    struct qc_buf buf = { .arena = arena };
    size_t kept = 0;
    for (size_t at = 0, begin; next_year(text, &at, &begin); kept = at) {
        qc_buf_add(&buf, qc_str_slice(text, kept, begin));
        qc_buf_add(&buf, qc_str_format(arena, "%u", (unsigned)((int)year_of(text.ptr + begin) + step)));
    }
    qc_buf_add(&buf, qc_str_skip(text, kept));
    return qc_buf_str(&buf);
}

/* ---- settling ---- */

/* The first year at or behind a place. */
static size_t first_at(const struct qc_draft *draft, uint32_t at)
{
    size_t low = 0, high = draft->years.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (draft->years.items[middle].begin < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void qc_draft_settle(struct qc_draft *draft, struct qc_span span)
{
    for (size_t i = first_at(draft, span.begin);
         i < draft->years.count && draft->years.items[i].begin < span.end; i++) {
        draft->years.items[i].decided = true;
        draft->years.items[i].left = false;
    }
}

void qc_draft_leave(struct qc_draft *draft, struct qc_span span, enum qc_year_left reason)
{
    for (size_t i = first_at(draft, span.begin);
         i < draft->years.count && draft->years.items[i].begin < span.end; i++) {
        struct qc_file_year *year = &draft->years.items[i];
        if (year->decided)
            continue;
        year->decided = year->left = true;
        year->reason = reason;
    }
}

void qc_draft_leave_prose(struct qc_draft *draft, const struct qc_prose *prose, enum qc_year_left reason)
{
    for (size_t i = 0; i < qc_prose_piece_count(prose); i++) {
        size_t begin = qc_prose_piece(prose, i).text;
        size_t end = i + 1 < qc_prose_piece_count(prose) ? qc_prose_piece(prose, i + 1).text - 1 : prose->text.len;
        if (end > begin)
            qc_draft_leave(draft, qc_prose_span(prose, begin, end), reason);
    }
}

void qc_draft_move(struct qc_draft *draft, const struct qc_prose *prose, const struct qc_item *year,
                   struct qc_said why)
{
    unsigned value = 0;
    for (size_t i = 0; i < year->lexeme->key.len; i++)
        value = value * 10 + (unsigned)(year->lexeme->key.ptr[i] - '0');
    value += draft->step;
    struct qc_str text = year->lexeme->key.len == 4 ? qc_str_format(qc_draft_arena(draft), "%u", value)
                                            : qc_str_format(qc_draft_arena(draft), "%02u", value % 100);
    struct qc_span span = qc_prose_span(prose, year->begin, year->end);
    if (draft->step > 0)
        qc_draft_change(draft, span, QC_CHANGE_TEXT, text, why);
    else
        qc_draft_settle(draft, span);
}

/* ---- what is left ---- */

static bool is_in_comment(const struct qc_source *source, uint32_t at)
{
    struct qc_line line = qc_line_of(source, at);
    struct qc_str text = qc_str_slice(source->text, line.begin, line.end);
    return qc_str_starts(qc_str_skip(text, qc_blank_prefix(text)), QC_STR("//"));
}

void qc_draft_report_left(struct qc_draft *draft)
{
    for (size_t i = 0; i < draft->years.count; i++) {
        const struct qc_file_year *year = &draft->years.items[i];
        struct qc_span span = { year->begin, year->end, draft->source->id };
        if (year->decided && !year->left)
            continue;
        enum qc_year_left reason = year->decided                               ? year->reason
                                   : is_in_comment(draft->source, year->begin) ? QC_LEFT_COMMENT
                                                                               : QC_LEFT_ELSEWHERE;
        *qc_vec_push(qc_draft_arena(draft), &draft->renewal->left) = (struct qc_left_year){ span, reason };
    }
}

const struct qc_year_reason *qc_year_reason(enum qc_year_left left)
{
    static const struct qc_year_reason reasons[] = {
#define RENEW_LEFT(id, look, vi, en) { #id, look, { vi, en } },
#include "renew/text.def"
    };
    return &reasons[left];
}
