/*
 * excerpt.c - a few lines of a source, kept when the rest of it goes.
 *
 * Owns nothing; what it makes is in the caller's arena.
 */
#include "source/excerpt.h"

#include <stdlib.h>

#include "source/position.h"

static int by_value(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return a < b ? -1 : a > b;
}

/* Where the lines begin that the spans touch: sorted, each once. */
static size_t touched_lines(struct qc_arena *arena, const struct qc_source *whole,
                            const struct qc_span *spans, size_t count, uint32_t **begins)
{
    QC_VEC(uint32_t) found = { 0 };
    for (size_t i = 0; i < count; i++)
        for (uint32_t at = spans[i].begin;;) {
            struct qc_position position = qc_position_of(whole, at);
            *qc_vec_push(arena, &found) = (uint32_t)position.line_begin;
            at = (uint32_t)position.line_end + 1;
            if (at >= spans[i].end || at > whole->text.len)
                break;
        }
    size_t kept = 0;
    if (found.count > 0)
        qsort(found.items, found.count, sizeof *found.items, by_value);
    for (size_t i = 0; i < found.count; i++)
        if (kept == 0 || found.items[kept - 1] != found.items[i])
            found.items[kept++] = found.items[i];
    *begins = found.items;
    return kept;
}

/* The way back to the bytes of the file, from a line that stands at `at` now; *next: a shift not yet looked at. */
static void add_shifts(struct qc_arena *arena, struct qc_source *excerpt, const struct qc_source *whole,
                       const struct qc_position *line, uint32_t at, size_t *next)
{
    uint32_t begin = (uint32_t)line->line_begin;
    *qc_vec_push(arena, &excerpt->shifts) =
        (struct qc_source_shift){ at, (uint32_t)qc_byte_of(whole, begin) };
    for (; *next < whole->shifts.count && whole->shifts.items[*next].text <= line->line_end; ++*next) {
        struct qc_source_shift shift = whole->shifts.items[*next];
        if (shift.text > begin)
            *qc_vec_push(arena, &excerpt->shifts) =
                (struct qc_source_shift){ at + (shift.text - begin), shift.byte };
    }
}

struct qc_source *qc_source_excerpt(struct qc_arena *arena, struct qc_sources *sources,
                                    const struct qc_source *whole, const struct qc_span *spans, size_t count)
{
    struct qc_source *excerpt = qc_source_add_empty(arena, sources, whole->name);
    struct qc_buf text = { .arena = arena };
    uint32_t *begins;
    size_t lines = touched_lines(arena, whole, spans, count, &begins), shift = 0;
    for (size_t i = 0; i < lines && whole->text.len > 0; i++) {
        struct qc_position line = qc_position_of(whole, begins[i]);
        if (i > 0) {
            qc_buf_char(&text, '\n');
            *qc_vec_push(arena, &excerpt->lines) = (uint32_t)text.len; /* that of the first is there */
        }
        *qc_vec_push(arena, &excerpt->kept) = (struct qc_source_line){ begins[i], (uint32_t)line.line };
        add_shifts(arena, excerpt, whole, &line, (uint32_t)text.len, &shift);
        qc_buf_add(&text, qc_str_slice(whole->text, line.line_begin, line.line_end));
    }
    excerpt->text = qc_buf_str(&text);
    return excerpt;
}

/* Where the character number at of the whole is, or the first one behind it that was kept. */
static uint32_t place_of(const struct qc_source *excerpt, uint32_t at)
{
    size_t low = 0, high = excerpt->kept.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (excerpt->kept.items[middle].begin <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return 0;
    uint32_t behind = low < excerpt->kept.count ? excerpt->lines.items[low] : (uint32_t)excerpt->text.len;
    uint32_t here = excerpt->lines.items[low - 1] + (at - excerpt->kept.items[low - 1].begin);
    return here < behind ? here : behind;
}

struct qc_span qc_excerpt_span(const struct qc_source *excerpt, struct qc_span span)
{
    return (struct qc_span){ place_of(excerpt, span.begin), place_of(excerpt, span.end), excerpt->id };
}
