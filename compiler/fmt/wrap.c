/*
 * wrap.c - breaks paragraphs and values at a width.
 *
 * Owns where a line may be broken: before a word that a line may begin with
 * and be read as nothing but words.
 */
#include "base/utf8.h"
#include "fmt/line.h"
#include "syntax/keyword.h"

enum {
    KEYWORD_WORDS = 6, /* more than any keyword has */
    LEAST_WORDS = 2,   /* behind a marker */
};

static size_t word_end(struct qc_str text, size_t at)
{
    while (at < text.len && text.ptr[at] != ' ')
        at++;
    return at;
}

/* Letters, with a comma or semicolon behind them at most; two letters at least. */
static bool is_plain_word(struct qc_str word)
{
    size_t n, letters = 0;
    for (size_t at = 0; at < word.len; at += n) {
        unsigned code = qc_utf8_decode(word, at, &n);
        bool last = at + n == word.len;
        if (!qc_is_letter(code) && !(last && (code == ',' || code == ';')))
            return false;
        letters += qc_is_letter(code);
    }
    return letters > 1;
}

/* May a line begin at text[at]? Not with a marker, a label, a keyword, a mark. */
static bool may_begin(struct qc_arena *arena, struct qc_str text, size_t at)
{
    size_t end = word_end(text, at);
    struct qc_str word = qc_str_slice(text, at, end);
    int style;
    bool lack;
    if (!is_plain_word(word) || qc_label_find(arena, word, &style, &lack) >= 0)
        return false;
    for (size_t i = 0; i < KEYWORD_WORDS && end < text.len; i++) {
        struct qc_str next = qc_str_slice(text, end + 1, word_end(text, end + 1));
        if (qc_str_find(next, QC_STR(":")) < next.len)
            return false;
        if (i == 0 && qc_label_find(arena, qc_str_slice(text, at, end + 1 + next.len), &style, &lack) >= 0)
            return false;
        end += 1 + next.len;
    }
    return true;
}

/* The blank at which the text is broken: the last one within columns, or the first one behind; text.len: nowhere. */
static size_t find_break(struct qc_arena *arena, struct qc_str text, size_t head, size_t columns)
{
    size_t found = text.len, width = 0, n;
    bool code = false; /* the blanks in code spans and {…} are not ours to move */
    unsigned depth = 0, before = ' ';
    for (size_t at = 0; at < text.len; at += n) {
        unsigned c = qc_utf8_decode(text, at, &n);
        if (c == '`')
            code = !code;
        depth = c == '{' ? depth + 1 : c == '}' && depth > 0 ? depth - 1 : depth;
        if (c == ' ' && at > head && !qc_is_blank(before) && before != ':' && !code && depth == 0 && !(width > columns && found < text.len) &&
            may_begin(arena, text, at + 1))
            found = at;
        before = c;
        if (width > columns && found < text.len)
            break;
        width++;
    }
    return width <= columns ? text.len : found;
}

static void put_wrapped(struct qc_fmt_lines *out, struct qc_fmt_line line, unsigned width)
{
    struct qc_str rest = line.text;
    unsigned further = line.continues ? line.indent : line.indent + QC_FMT_STEP;
    for (;;) {
        size_t columns = width > line.indent ? width - line.indent : 1;
        size_t end = find_break(out->arena, rest, line.head, columns);
        line.text = qc_str_slice(rest, 0, end);
        *qc_vec_push(out->arena, &out->items) = line;
        if (end == rest.len)
            return;
        rest = qc_str_skip(rest, end + 1);
        line = (struct qc_fmt_line){ .indent = further, .continues = true };
    }
}

/* The line behind the paragraph or value that begins at line number at. */
static size_t paragraph_end(const struct qc_fmt_lines *lines, size_t at)
{
    for (at++; at < lines->items.count && lines->items.items[at].continues; at++)
        ;
    return at;
}

/* Has the text so many words behind its head? */
static bool has_words(const struct qc_fmt_line *line, size_t least)
{
    size_t words = 0;
    for (size_t at = line->head; at < line->text.len; words++)
        at = word_end(line->text, at) + 1;
    return words >= least;
}

/* "Chương" and below it "I", "nơi" and "nhận:": what the lines are together, they need not be as one. */
static bool is_short(const struct qc_fmt_line *first)
{
    return !has_words(first, first->head > 0 ? LEAST_WORDS : KEYWORD_WORDS);
}

static bool is_kept(const struct qc_fmt_lines *lines, size_t begin, size_t end)
{
    if (end > begin + 1 && is_short(&lines->items.items[begin]))
        return true;
    while (end < lines->items.count && lines->items.items[end].comment)
        end++;
    for (size_t i = begin; i <= end && i < lines->items.count; i++)
        if (lines->items.items[i].kept)
            return true;
    return lines->items.items[begin].comment;
}

/* The paragraph or value as one line. */
static struct qc_fmt_line whole(const struct qc_fmt_lines *lines, size_t begin, size_t end)
{
    struct qc_fmt_line line = lines->items.items[begin];
    struct qc_buf text = { .arena = lines->arena };
    for (size_t i = begin; i < end; i++) {
        if (i > begin)
            qc_buf_char(&text, ' ');
        qc_buf_add(&text, lines->items.items[i].text);
    }
    line.text = qc_buf_str(&text);
    return line;
}

static void set_apart(struct qc_fmt_lines *lines, size_t at) /* of line number at */
{
    size_t count = lines->items.count;
    lines->items.count = at + 1;
    qc_fmt_set_apart(lines);
    lines->items.count = count;
}

void qc_fmt_wrap(struct qc_fmt_lines *lines, unsigned width)
{
    struct qc_fmt_lines out = { .arena = lines->arena };
    bool below_broken = false;
    for (size_t i = 0, end; i < lines->items.count; i = end) {
        size_t before = out.items.count;
        end = paragraph_end(lines, i);
        if (is_kept(lines, i, end))
            for (size_t k = i; k < end; k++)
                *qc_vec_push(out.arena, &out.items) = lines->items.items[k];
        else
            put_wrapped(&out, whole(lines, i, end), width);
        if (lines->items.items[i].unit && below_broken)
            set_apart(&out, before);
        if (!lines->items.items[i].comment)
            below_broken = out.items.count > before + 1;
    }
    *lines = out;
}
