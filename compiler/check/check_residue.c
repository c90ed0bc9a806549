/*
 * check_residue.c - what is no part of the text: furniture of the web page
 * that it was copied from, marks of other formats.
 *
 * A stray star is reported where inline marks are read, "#" and table rows by
 * the parser.
 */
#include "base/bytes.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/markup.h"
#include "check/residue.h"
#include "check/visible.h"

static unsigned code_at(struct qc_str text, size_t at)
{
    size_t n;
    return qc_utf8_decode(text, at, &n);
}

/* --- furniture of a web page -------------------------------------------- */

static bool is_web_words(struct qc_arena *arena, struct qc_str text)
{
    static const struct qc_str all[] = {
#define QC_WEB_WORDS(words) { words, sizeof words - 1 },
#include "check/web-words.def"
    };
    enum { LONGEST = 64 };
    if (text.len > LONGEST)
        return false;
    while (text.len > 0 && strchr(".:…>» ", text.ptr[text.len - 1]) != NULL)
        text.len--;
    struct qc_str key = qc_name_key(arena, text);
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (qc_str_equal(key, all[i]))
            return true;
    return false;
}

/* "Xem thêm: Mẫu quy chế phối hợp" */
static bool is_web_lead(struct qc_arena *arena, struct qc_str text)
{
    static const struct qc_str all[] = {
#define QC_WEB_LEAD(words) { words, sizeof words - 1 },
#include "check/web-words.def"
    };
    enum { LONGEST = 16 };
    const char *colon = memchr(text.ptr, ':', text.len < LONGEST ? text.len : LONGEST);
    if (colon == NULL)
        return false;
    struct qc_str key = qc_name_key(arena, qc_str_slice(text, 0, (size_t)(colon - text.ptr)));
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (qc_str_equal(key, all[i]))
            return true;
    return false;
}

/* [07/05/2022]: the date of a list of news, alone in its paragraph. */
static bool is_news_date(struct qc_str text)
{
    static const char pattern[] = "[dd/dd/dddd]";
    if (text.len != sizeof pattern - 1)
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (pattern[i] == 'd' ? !qc_is_digit((unsigned char)text.ptr[i]) : text.ptr[i] != pattern[i])
            return false;
    return true;
}

static bool is_address(struct qc_str text)
{
    bool starts = qc_str_starts(text, QC_STR("http://")) || qc_str_starts(text, QC_STR("https://")) ||
                  qc_str_starts(text, QC_STR("www."));
    size_t n;
    for (size_t i = 0; starts && i < text.len; i += n)
        if (qc_is_blank(qc_utf8_decode(text, i, &n)))
            return false;
    return starts;
}

static bool is_furniture(struct qc_arena *arena, struct qc_str words)
{
    return is_web_words(arena, words) || is_web_lead(arena, words) || is_news_date(words) || is_address(words);
}

void *qc_begin_web(const struct qc_check *check)
{
    static const struct qc_str all[] = { /* what furniture begins with */
#define QC_WEB_WORDS(words) { words, sizeof words - 1 },
#define QC_WEB_LEAD(words) { words, sizeof words - 1 },
#include "check/web-words.def"
        { "http", 4 }, { "https", 5 }, { "www", 3 }, { "[", 1 },
    };
    struct qc_vocabulary *vocabulary = &check->document->readings->vocabulary;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        qc_vocabulary_sign(vocabulary, qc_str_slice(all[i], 0, qc_str_find(all[i], QC_STR(" "))), QC_SIGN(QC_SIGN_WEB));
    qc_vocabulary_signed(vocabulary);
    return check->cx;
}

void qc_check_web(const struct qc_check *check)
{
    const struct qc_text *text = check->text;
    const struct qc_reading *reading = check->reading;
    if (reading->items.count == 0 || (reading->items.items[0].lexeme->signs & QC_SIGN(QC_SIGN_WEB)) == 0)
        return;
    bool placed = qc_text_is_running(text) || text->kind == QC_TEXT_TITLE || text->kind == QC_TEXT_RECIPIENT;
    struct qc_str words = qc_str_trim(text->prose->text);
    if (!text->own || !placed || !is_furniture(&check->cx->arena, words))
        return;
    const struct qc_unit *unit = text->unit;
    struct qc_span span = qc_prose_whole(text->prose);
    struct qc_diagnostic *d = qc_report(check->cx, span, QC_MSG(web_residue), QC_STR_ARGS(words));
    if (unit != NULL && text->index == 0 && (unit->first_child != NULL || unit->paragraph_count > 1))
        return; /* something hangs on it */
    if (unit != NULL && text->index == 0)
        span.begin = unit->marker.begin;
    qc_fix(check->cx, d, qc_whole_lines(check->document->tree->source, span), QC_STR(""));
}

/* --- marks of other formats ---------------------------------------------- */

static bool is_letter_at(struct qc_str text, size_t at)
{
    return at < text.len && qc_is_letter((unsigned char)text.ptr[at]) && (unsigned char)text.ptr[at] < 0x80;
}

/* [1] [^1]: the number of a footnote that stayed behind. */
static size_t footnote_end(struct qc_str text, size_t at)
{
    size_t i = at + 1;
    if (i < text.len && text.ptr[i] == '^')
        i++;
    size_t digits = i;
    while (i < text.len && qc_is_digit((unsigned char)text.ptr[i]))
        i++;
    return i > digits && i < digits + 4 && i < text.len && text.ptr[i] == ']' && code_at(text, i + 1) != '(' ? i + 1
                                                                                                          : at;
}

/* ------, ***, ====: a rule between parts, alone in its paragraph. */
static bool is_rule(struct qc_str text)
{
    size_t marks = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (strchr("-*_=~ ", text.ptr[i]) == NULL)
            return false;
        marks += text.ptr[i] != ' ';
    }
    return marks >= 3;
}

bool qc_is_residue(struct qc_arena *arena, const struct qc_prose *prose)
{
    struct qc_str words = qc_str_trim(prose->text);
    return is_furniture(arena, words) || is_rule(words);
}

/* "- Điều 5.", "- a)": the dash of a list in which every line of the text was put. */
static bool is_doubled_marker(const struct qc_unit *unit)
{
    if (unit->marker.style != QC_STYLE_DASH || unit->paragraph_count == 0)
        return false;
    struct qc_str text = qc_unit_paragraph(unit, 0)->text;
    size_t label = sizeof "Điều " - 1, i = label;
    if (!qc_str_starts(text, QC_STR("Điều ")))
        return text.len > 2 && is_letter_at(text, 0) && text.ptr[1] == ')' && text.ptr[2] == ' ';
    while (i < text.len && qc_is_digit((unsigned char)text.ptr[i]))
        i++;
    return i > label && i < text.len && text.ptr[i] == '.';
}

/* Said once for the file: the fix takes all dashes away, after which the text is read anew. */
void qc_check_doubled_markers(const struct qc_check *check)
{
    struct qc_diagnostic *d = NULL;
    for (struct qc_unit *unit = check->document->root; unit != NULL; unit = qc_unit_next(unit)) {
        if (unit->parent == NULL || !is_doubled_marker(unit))
            continue;
        if (d == NULL)
            d = qc_report(check->cx, qc_marker_span(&unit->marker), QC_MSG(markup_residue), QC_STR_ARGS(qc_marker_text(&unit->marker)));
        struct qc_span text = qc_prose_whole(qc_unit_paragraph(unit, 0));
        qc_fix(check->cx, d, (struct qc_span){ unit->marker.begin, text.begin, text.file }, QC_STR(""));
    }
}

static struct qc_diagnostic *report_markup(const struct qc_check *check, size_t begin, size_t end)
{
    const struct qc_prose *prose = check->text->prose;
    struct qc_str typed = qc_str_slice(prose->text, begin, end);
    return qc_report(check->cx, qc_prose_span(prose, begin, end), QC_MSG(markup_residue), QC_STR_ARGS(typed));
}

static void check_rule(const struct qc_check *check)
{
    const struct qc_text *text = check->text;
    struct qc_span span = qc_prose_whole(text->prose);
    struct qc_diagnostic *d = qc_report(check->cx, span, QC_MSG(markup_residue), QC_STR_ARGS(text->prose->text));
    if (text->unit != NULL && text->index == 0)
        return; /* the words of a unit: it would stand empty */
    qc_fix(check->cx, d, qc_whole_lines(check->document->tree->source, span), QC_STR(""));
    d->fix_is_safe = true;
}

static void check_footnote(const struct qc_check *check, size_t begin, size_t end)
{
    struct qc_diagnostic *d = report_markup(check, begin, end);
    qc_fix(check->cx, d, qc_prose_span(check->text->prose, begin, end), QC_STR("")); /* its text may stand elsewhere */
}

/* Tags and entities that touch each other, from begin to end. */
struct markup_run {
    size_t begin, end;
    bool parts; /* two words stand before and behind it, which nothing else would part */
};

static struct markup_run markup_run_at(struct qc_str seen, size_t at)
{
    struct markup_run run = { .begin = at, .end = at };
    struct qc_markup markup;
    bool parted = false;
    while (run.end < seen.len && qc_markup_at(seen, run.end, &markup)) {
        run.parts = run.parts || markup.parts;
        parted = parted || markup.text[0] != '\0';
        run.end = markup.end;
    }
    run.parts = run.parts && !parted && qc_is_word_code(qc_code_before(seen, run.begin)) &&
                qc_is_word_code(code_at(seen, run.end));
    return run;
}

/* Writes what each of them stands for. False: it goes over a line end, behind which a comment may stand. */
static bool fix_markup(const struct qc_check *check, struct qc_diagnostic *d, struct qc_str seen,
                       const struct markup_run *run)
{
    struct qc_markup markup;
    bool parts = run->parts, fixed = true;
    for (size_t i = run->begin; i < run->end && qc_markup_at(seen, i, &markup); i = markup.end) {
        struct qc_span span = qc_prose_span(check->text->prose, i, markup.end);
        bool whole = span.end - span.begin == markup.end - i;
        if (whole)
            qc_fix(check->cx, d, span, parts && markup.parts ? QC_STR(" ") : qc_str_from(markup.text));
        parts = parts && !markup.parts;
        fixed = fixed && whole;
    }
    return fixed;
}

void *qc_begin_markup(const struct qc_check *check)
{
    return check->cx;
}

/* Tags and entities of one paragraph are one finding; each footnote is one. */
void qc_check_markup(const struct qc_check *check)
{
    const struct qc_text *text = check->text;
    const struct qc_reading *reading = check->reading;
    struct qc_diagnostic *d = NULL;
    size_t end;
    bool begins_with_mark = reading->items.count == 0 || reading->items.items[0].kind == QC_ITEM_MARK;
    if (!text->own || (!reading->odd && !begins_with_mark)) /* a rule is nothing but marks; others are odd */
        return;
    bool hides = text->seen.ptr != text->prose->text.ptr;
    struct qc_str seen = hides ? qc_visible_markup(&check->cx->arena, text->prose) : text->seen;
    if (qc_text_is_running(text) && is_rule(seen)) {
        check_rule(check);
        return;
    }
    for (size_t i = 0; (i = qc_bytes_mark(seen, i)) < seen.len; i = end > i ? end : i + 1) {
        end = i;
        if (seen.ptr[i] != '<' && seen.ptr[i] != '&' && seen.ptr[i] != '[')
            continue;
        struct markup_run run = markup_run_at(seen, i);
        end = run.end;
        if (end > i) {
            bool first = d == NULL;
            d = first ? report_markup(check, i, end) : d;
            d->fix_is_safe = fix_markup(check, d, seen, &run) && (first || d->fix_is_safe);
        } else if (seen.ptr[i] == '[' && (end = footnote_end(seen, i)) > i) {
            check_footnote(check, i, end);
        }
    }
}
