/*
 * link.c - which links are links: [text](address) with an allowed scheme.
 *
 * Owns the list of schemes, the security boundary of links. A link that is
 * refused is text as typed, so it is recognised before cmark sees it.
 */
#include <stdint.h>

#include "base/utf8.h"
#include "inline/inline.h"

static bool starts_with_scheme(struct qc_str url, const char *scheme)
{
    size_t i = 0;
    for (; scheme[i] != '\0'; i++) {
        if (i == url.len)
            return false;
        char c = url.ptr[i];
        if ((c >= 'A' && c <= 'Z' ? (char)(c + 32) : c) != scheme[i])
            return false;
    }
    return i < url.len; /* a scheme alone leads nowhere */
}

bool qc_link_allowed(struct qc_str url)
{
    return starts_with_scheme(url, "https://") || starts_with_scheme(url, "http://") ||
           starts_with_scheme(url, "mailto:");
}

/* --- where links end: one pass over a paragraph, however many open in it --- */

/*
 * For each "[" the place of the "]" that closes it. The open ones are a stack, each holding the place behind the one
 * below it.
 */
static void close_brackets(struct qc_str text, uint32_t *ends)
{
    size_t top = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (qc_inline_is_escape(text, i)) {
            i++;
        } else if (text.ptr[i] == '[') {
            ends[i] = (uint32_t)top;
            top = i + 1;
        } else if (text.ptr[i] == ']' && top > 0) {
            size_t open = top - 1;
            top = ends[open];
            ends[open] = (uint32_t)i;
        }
    }
    for (size_t below; top > 0; top = below) {
        below = ends[top - 1];
        ends[top - 1] = 0;
    }
}

/* The address that ends in a blank is closed when a bracket follows the blanks. */
static size_t end_at_blank(struct qc_str text, size_t at)
{
    size_t next = at + qc_blank_prefix(qc_str_skip(text, at));
    return next < text.len && text.ptr[next] == ')' ? at : 0;
}

/*
 * For each "(" the place where an address that begins behind it ends, 0 when nothing closes it. One that begins
 * behind blanks has its end at the last blank before it: within a run of no blanks an address goes on until a ")"
 * that none of its own "(" opened.
 */
static void close_addresses(struct qc_str text, uint32_t *ends)
{
    size_t top = 0, blank = text.len;
    for (size_t i = 0; i <= text.len; i++) {
        char c = i < text.len ? text.ptr[i] : ' ';
        if (c == '(') {
            ends[i] = (uint32_t)top;
            top = i + 1;
        } else if (c == ')' && top > 0) {
            size_t open = top - 1;
            top = ends[open];
            ends[open] = (uint32_t)i;
        } else if (c == ')' && blank < text.len && ends[blank] == 0) {
            ends[blank] = (uint32_t)i;
        } else if (c == ' ') {
            bool waiting = top > 0 || (blank < text.len && ends[blank] == 0 && blank + 1 < i);
            uint32_t end = waiting ? (uint32_t)end_at_blank(text, i) : 0;
            for (size_t below; top > 0; top = below) {
                below = ends[top - 1];
                ends[top - 1] = end;
            }
            if (blank < text.len && ends[blank] == 0)
                ends[blank] = end;
            blank = i;
        }
    }
}

const uint32_t *qc_link_ends(struct qc_arena *arena, struct qc_str text)
{
    uint32_t *ends = qc_alloc_array(arena, text.len + 1, sizeof *ends);
    close_brackets(text, ends);
    close_addresses(text, ends);
    return ends;
}

bool qc_link_refused(struct qc_str text, const uint32_t *ends, size_t at)
{
    size_t open = ends[at] + 1;
    if (open == 1 || open >= text.len || text.ptr[open] != '(')
        return false; /* brackets in prose, no link */
    size_t begin = open + 1 + qc_blank_prefix(qc_str_skip(text, open + 1)), from = begin - 1;
    if (begin < text.len && text.ptr[begin] == '{')
        return false; /* known when the name is: inline_cmark.c looks again */
    while (from > open && text.ptr[from] != ' ')
        from--; /* over a blank of another kind */
    size_t end = ends[from];
    return end == 0 || !qc_link_allowed(qc_str_slice(text, begin, end));
}
