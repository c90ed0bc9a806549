/*
 * emphasis.c - recognises a text with one emphasis, so that cmark need not be
 * asked.
 *
 * Owns nothing. Must say no where CommonMark's rules leave a choice.
 */
#include "inline/emphasis.h"

#include "base/utf8.h"

static bool is_letter_or_figure(unsigned c)
{
    return (c >= '0' && c <= '9') || qc_is_letter(c);
}

/* Stars at the start of a word open, those at its end close. */
static bool pairs(struct qc_str text, struct qc_emphasis found)
{
    size_t n, open = found.begin - found.stars, close = found.end + found.stars;
    bool opens = open == 0 || text.ptr[open - 1] == ' ' || text.ptr[open - 1] == '(';
    bool closes = close == text.len || memchr(" ,.;:)", text.ptr[close], 6) != NULL;
    return opens && closes && is_letter_or_figure(qc_utf8_decode(text, found.begin, &n)) &&
           is_letter_or_figure(qc_code_before(text, found.end));
}

/* The first star at or behind from, or the length of text. */
static size_t star(struct qc_str text, size_t from)
{
    const char *found = from < text.len ? memchr(text.ptr + from, '*', text.len - from) : NULL;
    return found == NULL ? text.len : (size_t)(found - text.ptr);
}

/* How many stars stand at text[at]. */
static size_t run(struct qc_str text, size_t at)
{
    size_t end = at;
    while (end < text.len && text.ptr[end] == '*')
        end++;
    return end - at;
}

bool qc_emphasis_alone(struct qc_str text, struct qc_emphasis *found)
{
    size_t open = star(text, 0), stars = run(text, open), close = star(text, open + stars);
    if (stars < 1 || stars > 2 || run(text, close) != stars || star(text, close + stars) < text.len)
        return false;
    if (qc_str_trim(text).len < text.len || memchr(text.ptr, ']', text.len) != NULL || memchr(text.ptr, '`', text.len) != NULL)
        return false;
    *found = (struct qc_emphasis){ open + stars, close, stars };
    return pairs(text, *found);
}
