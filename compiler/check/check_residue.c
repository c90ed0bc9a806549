/*
 * check_residue.c - what is no part of the text: furniture of the web page
 * that it was copied from, marks of other formats.
 *
 * A stray star is reported where inline marks are read, "#" and table rows by
 * the parser.
 */
#include "base/utf8.h"
#include "check/check.h"
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
    static const char *const all[] = {
#define QC_WEB_WORDS(words) words,
#include "check/web-words.def"
    };
    enum { LONGEST = 64 };
    if (text.len > LONGEST)
        return false;
    while (text.len > 0 && strchr(".:…>» ", text.ptr[text.len - 1]) != NULL)
        text.len--;
    struct qc_str key = qc_name_key(arena, text);
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (qc_str_equal(key, qc_str_from(all[i])))
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

/* The lines of a span, whole, with the line end of the last. */
static struct qc_span whole_lines(const struct qc_source *source, struct qc_span span)
{
    while (span.begin > 0 && source->text.ptr[span.begin - 1] != '\n')
        span.begin--;
    while (span.end < source->text.len && source->text.ptr[span.end - 1] != '\n')
        span.end++;
    return span;
}

static bool is_furniture(struct qc_arena *arena, struct qc_str words)
{
    return is_web_words(arena, words) || is_news_date(words) || is_address(words);
}

void qc_check_web(const struct qc_check *check)
{
    const struct qc_text *text = check->text;
    bool placed = qc_text_is_running(text) || text->kind == QC_TEXT_TITLE || text->kind == QC_TEXT_RECIPIENT;
    struct qc_str words = qc_str_trim(text->prose->text);
    if (!text->own || !placed || !is_furniture(&check->cx->arena, words))
        return;
    const struct qc_unit *unit = text->unit;
    struct qc_span span = qc_prose_whole(text->prose);
    struct qc_diagnostic *d = qc_report(check->cx, span, QC_MSG(web_residue), QC_STR_ARGS(words));
    if (unit != NULL && text->index == 0 && (unit->first_child != NULL || unit->paragraphs.count > 1))
        return; /* something hangs on it */
    if (unit != NULL && text->index == 0)
        span.begin = unit->marker.span.begin;
    qc_fix(check->cx, d, whole_lines(check->document->tree->source, span), QC_STR(""));
}

/* --- marks of other formats ---------------------------------------------- */

static bool is_letter_at(struct qc_str text, size_t at)
{
    return at < text.len && qc_is_letter((unsigned char)text.ptr[at]) && (unsigned char)text.ptr[at] < 0x80;
}

/* <b>, </p>, <br/>, <span class="…"> */
static size_t tag_end(struct qc_str text, size_t at)
{
    size_t i = at + 1;
    if (i < text.len && text.ptr[i] == '/')
        i++;
    if (!is_letter_at(text, i))
        return at;
    size_t name = i;
    while (is_letter_at(text, i) || (i < text.len && qc_is_digit((unsigned char)text.ptr[i])))
        i++;
    static const char *const tags[] = { "a", "b", "i", "u", "p", "br", "hr", "em", "ul", "ol", "li", "td", "th", "tr",
                                        "h1", "h2", "h3", "h4", "h5", "h6", "div", "img", "sub", "sup", "span", "font",
                                        "table", "tbody", "strong", "center" };
    bool known = false;
    for (size_t k = 0; k < sizeof tags / sizeof tags[0]; k++)
        known = known || qc_str_equal(qc_str_slice(text, name, i), qc_str_from(tags[k]));
    enum { LONGEST = 200 };
    for (size_t limit = i + LONGEST; known && i < text.len && i < limit; i++)
        if (text.ptr[i] == '>')
            return i + 1;
    return at;
}

struct entity {
    const char *typed, *meant;
};

/* "TT&TT;" is an abbreviation: only these are entities. */
static const struct entity *entity_at(struct qc_str text, size_t at)
{
    static const struct entity entities[] = {
        { "&nbsp;", " " },  { "&amp;", "&" },   { "&lt;", "<" },    { "&gt;", ">" },    { "&quot;", "\"" },
        { "&#160;", " " },  { "&#39;", "'" },   { "&ndash;", "–" }, { "&mdash;", "—" }, { "&hellip;", "…" },
        { "&ldquo;", "“" }, { "&rdquo;", "”" }, { "&lsquo;", "‘" }, { "&rsquo;", "’" },
    };
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (qc_str_starts(qc_str_skip(text, at), qc_str_from(entities[i].typed)))
            return &entities[i];
    return NULL;
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
    if (unit->marker.style != QC_STYLE_DASH || unit->paragraphs.count == 0)
        return false;
    struct qc_str text = unit->paragraphs.items[0]->text;
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
            d = qc_report(check->cx, unit->marker.span, QC_MSG(markup_residue), QC_STR_ARGS(unit->marker.text));
        struct qc_span text = qc_prose_whole(unit->paragraphs.items[0]);
        qc_fix(check->cx, d, (struct qc_span){ unit->marker.span.begin, text.begin, text.file }, QC_STR(""));
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
    qc_fix(check->cx, d, whole_lines(check->document->tree->source, span), QC_STR(""));
    d->fix_is_safe = true;
}

/* Tags and entities of one paragraph are one finding; each footnote is one. */
void qc_check_markup(const struct qc_check *check)
{
    const struct qc_text *text = check->text;
    struct qc_diagnostic *first = NULL;
    if (!text->own)
        return;
    struct qc_str seen = qc_visible(&check->cx->arena, text->prose);
    if (qc_text_is_running(text) && is_rule(seen)) {
        check_rule(check);
        return;
    }
    for (size_t i = 0; i < seen.len; i++) {
        char c = seen.ptr[i];
        const struct entity *entity = c == '&' ? entity_at(seen, i) : NULL;
        size_t end = entity != NULL ? i + strlen(entity->typed)
                     : c == '<'     ? tag_end(seen, i)
                     : c == '['     ? footnote_end(seen, i)
                                    : i;
        if (end == i)
            continue;
        struct qc_diagnostic *d = c == '[' || first == NULL ? report_markup(check, i, end) : first;
        struct qc_str instead = entity != NULL ? qc_str_from(entity->meant) : QC_STR("");
        qc_fix(check->cx, d, qc_prose_span(text->prose, i, end), instead);
        d->fix_is_safe = c != '['; /* a footnote may have its text elsewhere */
        first = c == '[' ? first : d;
        i = end - 1;
    }
}
