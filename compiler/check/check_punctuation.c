/*
 * check_punctuation.c - the blank around a mark: none before , ; : . ! ? ) ”
 * and %, one behind it, none inside quotes and brackets.
 *
 * Numbers, times, addresses and "./." are no sentences and are left alone.
 * Runs of blanks are the matter of check_space.c, blanks to fill in that of
 * check_residue.c.
 */
#include "base/bytes.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/visible.h"

/* Does the document write 5%? Then 2 % is the odd one. Asked when the first % with a blank before it is met. */
struct percent {
    const struct qc_texts *texts;
    bool known, is_tight;
};

struct reader {
    struct qc_compilation *cx;
    const struct qc_text *text;
    struct qc_str seen;      /* the visible text */
    struct percent *percent;
    size_t doubles, singles; /* curly quotes that are open */
    bool bracket_apart;      /* the last "(" had a blank before it */
};

static unsigned code_at(struct qc_str text, size_t at)
{
    size_t n;
    return qc_utf8_decode(text, at, &n);
}

/* What stands around the mark, written as it should be: "truyền, kết". */
static struct qc_str repaired(const struct reader *reader, size_t mark, size_t mark_end, bool blank_before,
                              bool blank_after)
{
    struct qc_str typed = reader->text->prose->text;
    size_t before_end = qc_blanks_before(typed, mark), before = before_end;
    while (before > 0 && qc_is_word_code(qc_code_before(reader->seen, before)))
        do
            before--;
        while (before > 0 && ((unsigned char)typed.ptr[before] & 0xC0) == 0x80);
    struct qc_word after = { mark_end, mark_end };
    size_t at = mark_end, start = mark_end + qc_blanks_at(typed, mark_end);
    if (!qc_is_word_code(code_at(reader->seen, start)) || !qc_word_next(reader->seen, &at, &after))
        after = (struct qc_word){ start, start };
    return qc_str_format(&reader->cx->arena, "%.*s%s%.*s%s%.*s", (int)(before_end - before), typed.ptr + before,
                         blank_before && before < before_end ? " " : "", (int)(mark_end - mark), typed.ptr + mark,
                         blank_after && after.end > after.begin ? " " : "", QC_STR_ARGS(qc_word_text(typed, after)));
}

/* The blanks from gap to gap_end go. */
static void report_blank(const struct reader *reader, size_t mark, size_t mark_end, size_t gap, size_t gap_end)
{
    bool before = gap < mark;
    struct qc_str mark_text = qc_str_slice(reader->text->prose->text, mark, mark_end);
    struct qc_str right = repaired(reader, mark, mark_end, !before, before);
    struct qc_span span = qc_gap_span(reader->text->prose, before ? gap : mark, before ? mark_end : gap_end);
    struct qc_diagnostic *d =
        qc_report(reader->cx, span, QC_MSG(punctuation_space), QC_STR_ARGS(mark_text), QC_STR_ARGS(right));
    struct qc_span closed = qc_gap_span(reader->text->prose, gap, gap_end);
    if (!qc_gap_is_empty(reader->cx, closed))
        return;
    qc_fix(reader->cx, d, closed, QC_STR(""));
    d->fix_is_safe = true;
}

static void report_none(const struct reader *reader, size_t mark, size_t mark_end)
{
    struct qc_str mark_text = qc_str_slice(reader->text->prose->text, mark, mark_end);
    struct qc_str right = repaired(reader, mark, mark_end, false, true);
    struct qc_diagnostic *d = qc_report(reader->cx, qc_prose_span(reader->text->prose, mark, mark_end),
                                        QC_MSG(punctuation_space), QC_STR_ARGS(mark_text), QC_STR_ARGS(right));
    qc_fix(reader->cx, d, qc_prose_span(reader->text->prose, mark_end, mark_end), QC_STR(" "));
    d->fix_is_safe = true;
}

static bool has_tight_percent(const struct qc_texts *texts)
{
    for (size_t i = 0; i < texts->items.count; i++) {
        struct qc_str text = texts->items.items[i].prose->text;
        for (size_t k = 0; (k += qc_str_find(qc_str_skip(text, k), QC_STR("%"))) < text.len; k++)
            if (k > 0 && qc_is_digit((unsigned char)text.ptr[k - 1]))
                return true;
    }
    return false;
}

static bool percent_is_tight(struct percent *percent)
{
    if (!percent->known)
        percent->is_tight = has_tight_percent(percent->texts);
    percent->known = true;
    return percent->is_tight;
}

static bool closes(struct reader *reader, unsigned c)
{
    if (c == 0x201D)
        return reader->doubles > 0;
    if (c == 0x2019)
        return reader->singles > 0;
    return c == ')' || c == ']' || c == 0xBB;
}

/* A blank before a mark that is written close to the word before it. */
static bool check_before(struct reader *reader, size_t at, size_t end)
{
    struct qc_str text = reader->seen;
    unsigned c = code_at(text, at), after = code_at(text, end);
    size_t gap = qc_blanks_before(text, at);
    unsigned before = qc_code_before(text, gap);
    if (gap == at || before == 0)
        return false;
    bool ends = c == ',' || c == ';' || c == '!' || c == '?';
    if (c == ':')
        ends = !(qc_is_digit(before) && qc_is_digit(code_at(text, end + qc_blanks_at(text, end)))); /* 1 : 500 */
    else if (c == '.')
        ends = after != '.' && after != '/' && after != 0x2026 && !qc_is_word_code(after) && before != '.';
    else if (c == '%')
        ends = qc_is_digit(before) && percent_is_tight(reader->percent);
    else if (closes(reader, c))
        ends = qc_is_word_code(before) || before == '%' || before == '!' || before == '?';
    if (!ends)
        return false;
    report_blank(reader, at, end, gap, at);
    return true;
}

static bool opens(unsigned c, unsigned before)
{
    bool free = before == 0 || qc_is_blank(before) || before == '(' || before == ':' || before == 0x201C;
    return c == '(' || c == '[' || c == 0xAB || ((c == 0x201C || c == 0x2018) && free);
}

/* A blank behind an opening bracket or quote. */
static void check_inside(struct reader *reader, size_t at, size_t end)
{
    struct qc_str text = reader->seen;
    size_t blanks = qc_blanks_at(text, end);
    if (blanks > 0 && opens(code_at(text, at), qc_code_before(text, at)) &&
        qc_is_word_code(code_at(text, end + blanks)))
        report_blank(reader, at, end, end, end + blanks);
}

/* "giáo.Thực": small letters, a stop and a capital word; "TP.Hồ", "ThS.An" and "GS.TS" are abbreviations. */
static bool ends_sentence(struct qc_str text, size_t at, size_t end)
{
    size_t start = at, length = 0, n;
    bool vowel = false;
    while (start > 0 && qc_is_lower(qc_code_before(text, start))) {
        do
            start--;
        while (((unsigned char)text.ptr[start] & 0xC0) == 0x80);
        unsigned c = code_at(text, start);
        vowel = vowel || c >= 0x80 || strchr("aeiouy", (char)c) != NULL;
        length++;
    }
    unsigned first = qc_utf8_decode(text, end, &n);
    bool whole = start == 0 || !qc_is_word_code(qc_code_before(text, start));
    return whole && vowel && length >= 2 && qc_is_upper(first) && qc_is_lower(code_at(text, end + n));
}

/* &nbsp; */
static bool ends_entity(struct qc_str text, size_t at)
{
    size_t start = at;
    while (start > 0 && at - start < 8 && text.ptr[start - 1] >= 'a' && text.ptr[start - 1] <= 'z')
        start--;
    return start < at && start > 0 && text.ptr[start - 1] == '&';
}

/* No blank behind a mark that parts two words. */
static void check_behind(struct reader *reader, size_t at, size_t end)
{
    struct qc_str text = reader->seen;
    unsigned c = code_at(text, at), before = qc_code_before(text, at), after = code_at(text, end);
    bool word_before = qc_is_word_code(before) || before == ')' || before == 0x201D || before == '"' || before == '%';
    bool glued = false;
    if (after == QC_HIDDEN || !qc_is_word_code(after))
        return;
    if (c == ',')
        glued = word_before && qc_is_letter(after);
    else if (c == ';')
        glued = word_before && !ends_entity(text, at);
    else if (c == ':')
        glued = qc_is_letter(before) && qc_is_letter(after);
    else if (c == ')')
        glued = reader->bracket_apart && qc_is_letter(after);
    else if (c == '.')
        glued = ends_sentence(text, at, end);
    if (glued)
        report_none(reader, at, end);
}

static void count_quotes(struct reader *reader, unsigned c, unsigned before, unsigned after)
{
    if (c == 0x201C)
        reader->doubles++;
    else if (c == 0x2018)
        reader->singles++;
    else if (c == 0x201D && reader->doubles > 0)
        reader->doubles--;
    else if (c == 0x2019 && reader->singles > 0 && !(qc_is_letter(before) && qc_is_letter(after)))
        reader->singles--;
    else if (c == '(')
        reader->bracket_apart = before == 0 || qc_is_blank(before);
}

/* A letter of Vietnamese, a figure or another mark ends before text[at]; false when it wants a closer look. */
static bool is_behind_word(struct qc_str text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text.ptr + at;
    if (at > 0 && p[-1] < 0x80)
        return p[-1] > ' ';
    return (at > 2 && p[-3] == 0xE1 && p[-2] >= 0xB8) || (at > 1 && p[-2] >= 0xC3 && p[-2] <= 0xC6);
}

/* "một, hai": as nearly all marks stand. */
static bool is_in_order(struct qc_str text, size_t at)
{
    char c = text.ptr[at];
    bool mark = c == ',' || c == '.' || c == ';' || c == ':' || c == '!' || c == '?';
    return mark && (at + 1 == text.len || text.ptr[at + 1] == ' ') && is_behind_word(text, at);
}

static void read_text(struct reader *reader)
{
    struct qc_str text = reader->seen;
    size_t n;
    for (size_t i = 0; (i = qc_bytes_mark(text, i)) < text.len; i += n) {
        n = 1;
        if (is_in_order(text, i))
            continue;
        unsigned c = qc_utf8_decode(text, i, &n);
        bool mark = c < 0x80 ? c > ' ' && !qc_is_word_code(c) : c == 0x201C || c == 0x201D || c == 0x2018 ||
                                                                    c == 0x2019 || c == 0xAB || c == 0xBB;
        if (!mark)
            continue;
        if (!check_before(reader, i, i + n))
            check_inside(reader, i, i + n);
        check_behind(reader, i, i + n);
        count_quotes(reader, c, qc_code_before(text, i), code_at(text, i + n));
    }
}

void *qc_begin_punctuation(const struct qc_check *check)
{
    struct percent *percent = qc_alloc(&check->cx->arena, sizeof *percent);
    percent->texts = check->texts;
    return percent;
}

void qc_check_punctuation(const struct qc_check *check)
{
    const struct qc_text *text = check->text;
    bool in_order = !check->reading->rough && text->seen.ptr == check->reading->text.ptr;
    if (in_order || !text->own || text->kind == QC_TEXT_SIGNATURE)
        return;
    struct reader reader = { .cx = check->cx, .text = text, .percent = check->state, .seen = text->seen };
    read_text(&reader);
}
