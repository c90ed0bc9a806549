/*
 * check_headings.c - how headings are written (NĐ 30/2020, PL I.II.6.d–e):
 * "I. TITLE" in capitals, without an end mark; the titles of clauses side by
 * side end alike; a lead-in ends in a colon.
 *
 * The title under "Chương I" is set in capitals by the layout. An article
 * whose line ends in a colon leads in what follows.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "check/visible.h"
#include "syntax/token.h"

static bool is_sign(enum qc_style style)
{
    return style == QC_STYLE_ROMAN_SIGN || style == QC_STYLE_LETTER_SIGN;
}

/* Where the end mark of a title begins: "VIỆC." "HỢP :"; its end when there is none. */
static size_t mark_begin(struct qc_str text, size_t end)
{
    bool mark = end > 0 && (text.ptr[end - 1] == '.' || text.ptr[end - 1] == ':') &&
                !(end > 1 && text.ptr[end - 2] == '.');
    return mark ? end - 1 : end;
}

/* The end of the line of a prose that text[at] stands on. */
static size_t line_end(const struct qc_prose *prose, size_t at, size_t end)
{
    for (size_t i = qc_prose_piece_count(prose); i-- > 1 && qc_prose_piece(prose, i).text > at;)
        end = qc_prose_piece(prose, i).text - 1;
    return end;
}

/* The runs of a title that are not in capitals: {…} and `…` are left alone. */
static void fix_capitals(struct qc_compilation *cx, struct qc_diagnostic *d, const struct qc_prose *prose,
                         struct qc_str seen, size_t end)
{
    for (size_t i = 0; i < end;) {
        size_t begin = i, stop = line_end(prose, i, end);
        while (i < stop && seen.ptr[i] != QC_HIDDEN)
            i++;
        struct qc_str run = qc_str_slice(prose->text, begin, i), upper = qc_str_upper(&cx->arena, run);
        if (!qc_str_equal(run, upper))
            qc_fix(cx, d, qc_prose_span(prose, begin, i), upper);
        while (i < end && (seen.ptr[i] == QC_HIDDEN || i == stop))
            i++;
    }
}

/* Does a blank follow the mark anywhere inside the text, but for its first byte and what is behind end? */
static bool has_apart(struct qc_str text, size_t end, char mark)
{
    for (size_t i = 1; i + 1 < end; i++) {
        const char *at = memchr(text.ptr + i, mark, end - 1 - i);
        if (at == NULL)
            return false;
        if (at[1] == ' ')
            return true;
        i = (size_t)(at - text.ptr);
    }
    return false;
}

static bool has_inner_stop(struct qc_str text, size_t end)
{
    return has_apart(text, end, '.') || has_apart(text, end, ';');
}

static bool has_small_letters(struct qc_str seen, size_t end)
{
    size_t n;
    for (size_t i = 0; i < end; i += n)
        if (qc_is_lower(qc_utf8_decode(seen, i, &n)))
            return true;
    return false;
}

static struct qc_str cut(struct qc_arena *arena, struct qc_str text)
{
    enum { SHOWN = 60 }; /* bytes */
    size_t end = SHOWN;
    if (text.len <= SHOWN)
        return text;
    while (end > 0 && text.ptr[end] != ' ')
        end--;
    return qc_str_format(arena, "%.*s …", (int)end, text.ptr);
}

static struct qc_diagnostic *report(struct qc_compilation *cx, const struct qc_prose *prose, struct qc_str right)
{
    struct qc_span span = qc_prose_span(prose, 0, qc_words_end(prose->text));
    struct qc_str shown = cut(&cx->arena, right);
    struct qc_diagnostic *d = qc_report(cx, span, QC_MSG(heading_form), QC_STR_ARGS(shown));
    d->fix_is_safe = true;
    return d;
}

/* A title of a section or chapter. */
static void check_title(struct qc_compilation *cx, const struct qc_unit *unit)
{
    const struct qc_prose *prose = qc_unit_paragraph(unit, 0);
    struct qc_str text = prose->text, seen = qc_visible(&cx->arena, prose);
    size_t end = qc_words_end(text), mark = mark_begin(text, end), words = qc_blanks_before(text, mark);
    bool small = is_sign(unit->marker.style) && has_small_letters(seen, words);
    if (has_inner_stop(text, words) || words == 0 || (!small && mark == end))
        return; /* a sentence in the place of a title has its own case */
    struct qc_str right = qc_str_slice(text, 0, words);
    struct qc_diagnostic *d = report(cx, prose, small ? qc_str_upper(&cx->arena, right) : right);
    if (small)
        fix_capitals(cx, d, prose, seen, words);
    if (mark < end)
        qc_fix(cx, d, qc_prose_span(prose, mark, end), QC_STR(""));
}

/* --- titles of clauses side by side --------------------------------------- */

/* "… như sau:" leads in by its words: it is no title. */
static bool leads_in(struct qc_str text)
{
    static const struct qc_str words[] = {
#define WORDS(words) { words, sizeof words - 1 }
        WORDS("sau"), WORDS("sau đây"), WORDS("gồm"), WORDS("gồm có"), WORDS("là"), WORDS("trong đó"), WORDS("cụ thể"),
#undef WORDS
    };
    size_t end = mark_begin(text, qc_words_end(text));
    struct qc_str before = qc_str_slice(text, 0, qc_blanks_before(text, end));
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (qc_str_ends(before, words[i]))
            return true;
    return false;
}

static bool is_titled(const struct qc_unit *unit)
{
    if (unit->first_child == NULL || unit->paragraph_count != 1 || unit->marker.style != QC_STYLE_DECIMAL1)
        return false;
    struct qc_str text = qc_unit_paragraph(unit, 0)->text;
    unsigned mark = qc_end_mark(text);
    return (mark == 0 || mark == ':' || mark == '.') && !has_inner_stop(text, text.len) &&
           memchr(text.ptr, '{', text.len) == NULL && !leads_in(text);
}

static size_t kind_of(const struct qc_unit *unit)
{
    unsigned mark = qc_end_mark(qc_unit_paragraph(unit, 0)->text);
    return mark == 0 ? 0 : mark == ':' ? 1 : 2;
}

static void check_clauses(struct qc_compilation *cx, const struct qc_unit *parent)
{
    static const char *const marks[] = { "", ":", "." };
    size_t counts[3] = { 0 };
    for (const struct qc_unit *child = parent->first_child; child != NULL; child = child->next)
        if (is_titled(child))
            counts[kind_of(child)]++;
    size_t model = counts[1] > counts[0] && counts[1] >= counts[2] ? 1 : 0; /* a full stop is no mark of a title */
    for (const struct qc_unit *child = parent->first_child; child != NULL; child = child->next) {
        if (!is_titled(child) || kind_of(child) == model || counts[model] == 0)
            continue;
        const struct qc_prose *prose = qc_unit_paragraph(child, 0);
        size_t end = qc_words_end(prose->text), mark = mark_begin(prose->text, end);
        struct qc_str words = qc_str_slice(prose->text, 0, qc_blanks_before(prose->text, mark));
        struct qc_diagnostic *d =
            report(cx, prose, qc_str_format(&cx->arena, "%.*s%s", QC_STR_ARGS(words), marks[model]));
        qc_fix(cx, d, qc_prose_span(prose, mark, end), qc_str_from(marks[model]));
    }
}

void qc_check_headings(const struct qc_check *check)
{
    check_clauses(check->cx, check->unit);
    for (const struct qc_unit *child = check->unit->first_child; child != NULL; child = child->next) {
        enum qc_style style = child->marker.style;
        if (qc_style_is_heading(style) && style != QC_STYLE_ARTICLE && child->paragraph_count > 0)
            check_title(check->cx, child);
    }
}

/* "… cụ thể như sau." at the end of the preamble. */
void qc_check_lead_in(const struct qc_check *check)
{
    const struct qc_text *last = NULL;
    for (size_t i = 0; i < check->texts->items.count; i++)
        if (check->texts->items.items[i].kind == QC_TEXT_PREAMBLE)
            last = &check->texts->items.items[i];
    if (last == NULL || !last->own)
        return;
    struct qc_str text = last->prose->text;
    size_t end = qc_words_end(text), mark = end;
    while (mark > 0 && strchr(".;,", text.ptr[mark - 1]) != NULL)
        mark--;
    struct qc_str words = qc_str_slice(text, 0, mark);
    if ((mark == end && end > 0 && text.ptr[end - 1] == ':') ||
        !(qc_str_ends(words, QC_STR(" như sau")) || qc_str_ends(words, QC_STR(" sau đây"))))
        return;
    size_t begin = mark - (sizeof "như sau" - 1);
    struct qc_str shown = qc_str_format(&check->cx->arena, "%.*s:", QC_STR_ARGS(qc_str_slice(text, begin, mark)));
    struct qc_diagnostic *d =
        qc_report(check->cx, qc_prose_span(last->prose, begin, end), QC_MSG(heading_form), QC_STR_ARGS(shown));
    qc_fix(check->cx, d, qc_prose_span(last->prose, mark, end), QC_STR(":"));
    d->fix_is_safe = true;
}
