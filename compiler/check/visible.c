/*
 * visible.c - hides what is no prose, and finds words.
 */
#include "check/visible.h"

#include "base/bytes.h"
#include "base/utf8.h"
#include "check/markup.h"

static void hide(char *text, size_t begin, size_t end)
{
    memset(text + begin, QC_HIDDEN, end - begin);
}

static void hide_references(char *out, struct qc_str text)
{
    size_t begin, end;
    for (size_t at = 0; qc_inline_next_reference(text, at, &begin, &end); at = end)
        hide(out, begin, end);
}

static size_t run_of(struct qc_str text, size_t at, char c)
{
    size_t end = at;
    while (end < text.len && text.ptr[end] == c)
        end++;
    return end - at;
}

/* Behind the run of as many backticks as opened at `at`; 0 when there is none. */
static size_t code_end(struct qc_str text, size_t at, size_t ticks)
{
    size_t run;
    for (size_t i = at + ticks; i < text.len; i += run + 1) {
        run = run_of(text, i, '`');
        if (run == ticks)
            return i + run;
    }
    return 0;
}

/* `…`, closed by as many backticks as opened it. A length that found no end is not sought again. */
static void hide_code(char *out, struct qc_str text)
{
    enum { LONGEST = 8 };
    bool has_no_end[LONGEST + 1] = { false };
    for (size_t i = 0; i < text.len; i++) {
        size_t ticks = run_of(text, i, '`');
        if (qc_inline_is_escape(text, i)) {
            i++;
        } else if (ticks > 0) {
            size_t end = ticks > LONGEST || has_no_end[ticks] ? 0 : code_end(text, i, ticks);
            if (end > 0)
                hide(out, i, end);
            else if (ticks <= LONGEST)
                has_no_end[ticks] = true;
            i = (end > 0 ? end : i + ticks) - 1;
        }
    }
}

static bool is_address_start(struct qc_str text, size_t at)
{
    struct qc_str rest = qc_str_skip(text, at);
    return qc_str_starts(rest, QC_STR("http://")) || qc_str_starts(rest, QC_STR("https://")) ||
           qc_str_starts(rest, QC_STR("www.")) || qc_str_starts(rest, QC_STR("mailto:"));
}

/* An address ends at a blank; the marks behind it belong to the sentence. */
static size_t address_end(struct qc_str text, size_t at)
{
    size_t end = at, n;
    while (end < text.len && text.ptr[end] != QC_HIDDEN && !qc_is_blank(qc_utf8_decode(text, end, &n)))
        end += n;
    while (end > at && strchr(".,;:)]\"'", text.ptr[end - 1]) != NULL)
        end--;
    return end;
}

static void hide_addresses(char *out, struct qc_str text)
{
    size_t word = 0, n; /* where the word at i begins: an e-mail address is found at its @ */
    for (size_t i = 0; i < text.len; i += n) {
        bool blank = qc_is_blank(qc_utf8_decode(text, i, &n));
        if (blank) {
            word = i + n;
            continue;
        }
        char c = text.ptr[i];
        bool link = c == '(' && i > 0 && text.ptr[i - 1] == ']';
        bool address = (c == 'h' || c == 'w' || c == 'm') && is_address_start(text, i);
        if (!link && !address && !(c == '@' && i > word))
            continue;
        size_t end = address_end(text, link ? i + 1 : i), begin = link ? i + 1 : c == '@' ? word : i;
        if (end > begin) {
            hide(out, begin, end);
            n = end > i ? end - i : n;
        }
    }
}

static bool has_mark(struct qc_str text, char mark)
{
    return text.len > 0 && memchr(text.ptr, mark, text.len) != NULL;
}

bool qc_may_hold_address(struct qc_str text)
{
    return qc_bytes_address(text) &&
           (qc_str_find(text, QC_STR("://")) < text.len || qc_str_find(text, QC_STR("www.")) < text.len);
}

static bool may_hide(struct qc_str text)
{
    static const char marks[] = { '{', '`', '\\', '@', '[' };
    for (size_t i = 0; i < sizeof marks; i++)
        if (has_mark(text, marks[i]))
            return true;
    return qc_may_hold_address(text);
}

struct qc_str qc_visible(struct qc_arena *arena, const struct qc_prose *prose)
{
    struct qc_str text = qc_visible_markup(arena, prose);
    char *out = NULL;
    struct qc_markup markup;
    if (!has_mark(text, '<') && !has_mark(text, '&'))
        return text;
    for (size_t i = 0; i < text.len; i = markup.end) {
        markup.end = i + 1;
        if (!qc_markup_at(text, i, &markup))
            continue;
        if (out == NULL) {
            out = qc_alloc(arena, text.len);
            memcpy(out, text.ptr, text.len);
        }
        hide(out, i, markup.end);
    }
    return out == NULL ? text : (struct qc_str){ out, text.len };
}

struct qc_str qc_visible_markup(struct qc_arena *arena, const struct qc_prose *prose)
{
    if (!may_hide(prose->text))
        return prose->text;
    char *out = qc_alloc(arena, prose->text.len);
    memcpy(out, prose->text.ptr, prose->text.len);
    hide_references(out, prose->text);
    hide_code(out, prose->text);
    hide_addresses(out, prose->text);
    for (size_t i = 0; i < prose->text.len; i++)
        if (qc_inline_is_escape(prose->text, i)) {
            hide(out, i, i + 2);
            i++;
        }
    return (struct qc_str){ out, prose->text.len };
}

/* The end of the word that text[at] is in, or at. */
static size_t word_end(struct qc_str text, size_t at)
{
    while ((at = qc_word_end(text, at)) < text.len && text.ptr[at] == QC_HIDDEN)
        at++;
    return at;
}

bool qc_word_next(struct qc_str text, size_t *at, struct qc_word *word)
{
    size_t i = *at, n;
    while (i < text.len && !qc_is_word_code(qc_utf8_decode(text, i, &n)))
        i += n;
    word->begin = i;
    i = word_end(text, i);
    word->end = *at = i;
    return word->end > word->begin;
}

struct qc_str qc_word_text(struct qc_str text, struct qc_word word)
{
    return qc_str_slice(text, word.begin, word.end);
}

size_t qc_blanks_at(struct qc_str text, size_t at)
{
    return at >= text.len ? 0 : qc_blank_prefix(qc_str_skip(text, at));
}

size_t qc_blanks_before(struct qc_str text, size_t at)
{
    while (at > 0 && qc_is_blank(qc_code_before(text, at))) {
        do
            at--;
        while (at > 0 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80);
    }
    return at;
}

struct qc_span qc_gap_span(const struct qc_prose *prose, size_t begin, size_t end)
{
    struct qc_span from = qc_prose_span(prose, begin, begin), to = qc_prose_span(prose, end, end);
    return (struct qc_span){ from.begin, to.begin, from.file };
}

struct qc_str qc_line_before(const struct qc_source *source, struct qc_span span)
{
    size_t begin = span.begin;
    while (begin > 0 && source->text.ptr[begin - 1] != '\n')
        begin--;
    return qc_str_slice(source->text, begin, span.begin);
}

struct qc_span qc_whole_lines(const struct qc_source *source, struct qc_span span)
{
    struct qc_str text = source->text;
    span.begin -= (uint32_t)qc_line_before(source, span).len;
    while (span.end < text.len && text.ptr[span.end] != '\n')
        span.end++;
    if (span.end < text.len)
        span.end++;
    else if (span.begin > 0)
        span.begin--;
    return span;
}

bool qc_gap_is_empty(const struct qc_compilation *cx, struct qc_span span)
{
    return qc_str_trim(qc_source_text(&cx->sources, span)).len == 0;
}

size_t qc_words_end(struct qc_str text)
{
    size_t end = qc_blanks_before(text, text.len);
    while (end > 0 && text.ptr[end - 1] == '}') {
        size_t open = end - 1;
        while (open > 0 && text.ptr[open] != '{')
            open--;
        if (text.ptr[open] != '{' || text.ptr[open + 1] != '#')
            break;
        end = qc_blanks_before(text, open);
    }
    return end;
}
