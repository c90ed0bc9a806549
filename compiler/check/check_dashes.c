/*
 * check_dashes.c - two years with a dash between them are written in one way
 * through the document: 2024 - 2025, 2024 – 2025 or 2024-2025.
 *
 * The declared school year is the model, else what most places have.
 */
#include "base/bytes.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/visible.h"

struct range {
    const struct qc_prose *prose;
    size_t begin, end;            /* both years */
    size_t dash_begin, dash_end;  /* what stands between them */
    struct qc_str dash;
};

typedef QC_VEC(struct range) ranges;

static bool is_year(struct qc_str text, size_t at)
{
    if (at + 4 > text.len || !((text.ptr[at] == '1' && text.ptr[at + 1] == '9') ||
                               (text.ptr[at] == '2' && text.ptr[at + 1] == '0')))
        return false;
    return qc_is_digit((unsigned char)text.ptr[at + 2]) && qc_is_digit((unsigned char)text.ptr[at + 3]);
}

/* A year stands alone: 2024, not 12024, 5/2024, 2024/QĐ or 1.2024. */
static bool is_apart(unsigned c)
{
    return !(qc_is_word_code(c) || c == '/' || c == '-' || c == 0x2013);
}

static bool read_range(struct qc_str text, size_t at, struct range *range)
{
    size_t n, m, dash = at + 4 + qc_blanks_at(text, at + 4);
    unsigned c = qc_utf8_decode(text, dash, &n);
    if (c != '-' && c != 0x2010 && c != 0x2011 && c != 0x2013 && c != 0x2014)
        return false;
    size_t second = dash + n + qc_blanks_at(text, dash + n);
    if (!is_year(text, second) || !is_apart(qc_utf8_decode(text, second + 4, &m)))
        return false;
    *range = (struct range){ .begin = at, .end = second + 4, .dash_begin = at + 4, .dash_end = second };
    range->dash = qc_str_slice(text, at + 4, second);
    return true;
}

static void collect(struct qc_arena *arena, const struct qc_prose *prose, struct qc_str text, ranges *found)
{
    for (size_t i = 0; (i = qc_bytes_figure(text, i)) + 9 <= text.len; i++) {
        struct range range;
        if ((text.ptr[i] != '1' && text.ptr[i] != '2') || !is_year(text, i) || !is_apart(qc_code_before(text, i)) || !read_range(text, i, &range))
            continue;
        range.prose = prose;
        *qc_vec_push(arena, found) = range;
        i = range.end - 1;
    }
}

/* The dash of the school year, else the commonest; the first of two that are equally common. */
static struct qc_str model_of(const struct qc_document *document, struct qc_arena *arena, const ranges *found)
{
    const struct qc_declaration *year = document->first[QC_KW_SCHOOL_YEAR];
    ranges declared = { 0 };
    if (year != NULL && year->values.count > 0)
        collect(arena, year->values.items[0], qc_visible(arena, year->values.items[0]), &declared);
    if (declared.count > 0)
        return declared.items[0].dash;
    enum { KINDS = 16 };
    struct qc_str kinds[KINDS];
    size_t counts[KINDS] = { 0 }, count = 0, best = 0;
    for (size_t i = 0; i < found->count; i++) {
        size_t k = 0;
        while (k < count && !qc_str_equal(kinds[k], found->items[i].dash))
            k++;
        if (k == count && count < KINDS)
            kinds[count++] = found->items[i].dash;
        if (k < KINDS)
            counts[k]++;
    }
    for (size_t k = 1; k < count; k++)
        if (counts[k] > counts[best])
            best = k;
    return kinds[best];
}

/* A run of blanks is no dash of its own kind: check_space.c has it. */
static struct qc_str tidy(struct qc_arena *arena, struct qc_str dash)
{
    struct qc_buf buf = { .arena = arena };
    size_t blanks = qc_blanks_at(dash, 0), end = qc_blanks_before(dash, dash.len);
    if (blanks > 0)
        qc_buf_char(&buf, ' ');
    qc_buf_add(&buf, qc_str_slice(dash, blanks, end));
    if (end < dash.len)
        qc_buf_char(&buf, ' ');
    return qc_buf_str(&buf);
}

void *qc_begin_dashes(const struct qc_check *check)
{
    return qc_alloc(&check->cx->arena, sizeof(ranges));
}

void qc_check_dashes(const struct qc_check *check)
{
    if (check->text->own)
        collect(&check->cx->arena, check->text->prose, check->text->seen, check->state);
}

void qc_end_dashes(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    ranges *found = check->state;
    if (found->count == 0)
        return;
    for (size_t i = 0; i < found->count; i++)
        found->items[i].dash = tidy(&cx->arena, found->items[i].dash);
    struct qc_str model = tidy(&cx->arena, model_of(check->document, &cx->arena, found));
    for (size_t i = 0; i < found->count; i++) {
        const struct range *range = &found->items[i];
        if (qc_str_equal(range->dash, model))
            continue;
        struct qc_str typed = qc_str_slice(range->prose->text, range->begin, range->end);
        struct qc_str from = qc_str_slice(typed, 0, 4), to = qc_str_skip(typed, typed.len - 4);
        struct qc_str right = qc_str_format(&cx->arena, "%.*s%.*s%.*s", QC_STR_ARGS(from), QC_STR_ARGS(model),
                                            QC_STR_ARGS(to));
        struct qc_diagnostic *d = qc_report(cx, qc_prose_span(range->prose, range->begin, range->end),
                                            QC_MSG(dash_mixed), QC_STR_ARGS(typed), QC_STR_ARGS(right));
        struct qc_span gap = qc_gap_span(range->prose, range->dash_begin, range->dash_end);
        qc_fix(cx, d, gap, model);
        d->fix_is_safe = true;
    }
}
