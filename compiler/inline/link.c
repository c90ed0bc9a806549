/*
 * link.c - which links are links: [text](address) with an allowed scheme.
 *
 * Owns the list of schemes, the security boundary of links. A link that is
 * refused is text as typed, so it is recognised before cmark sees it.
 */
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

enum { LONGEST_TEXT = 1000 }; /* bytes of a link's text that are looked at: an unclosed "[" must not cost the line */

/* Where the bracket that opens at text[at] closes, or text.len. */
static size_t closing_bracket(struct qc_str text, size_t at)
{
    size_t depth = 0;
    for (size_t i = at; i < text.len && i < at + LONGEST_TEXT; i++) {
        if (qc_inline_is_escape(text, i))
            i++;
        else if (text.ptr[i] == '[')
            depth++;
        else if (text.ptr[i] == ']' && --depth == 0)
            return i;
    }
    return text.len;
}

bool qc_link_refused(struct qc_str text, size_t at)
{
    size_t i = closing_bracket(text, at) + 1;
    if (i >= text.len || text.ptr[i] != '(')
        return false; /* brackets in prose, no link */
    i += 1 + qc_blank_prefix(qc_str_skip(text, i + 1));
    size_t begin = i, depth = 0;
    for (; i < text.len && text.ptr[i] != ' '; i++) {
        depth += text.ptr[i] == '(';
        if (text.ptr[i] == ')' && depth-- == 0)
            break;
    }
    struct qc_str address = qc_str_slice(text, begin, i);
    i += qc_blank_prefix(qc_str_skip(text, i));
    bool closed = i < text.len && text.ptr[i] == ')';
    if (address.len > 0 && address.ptr[0] == '{')
        return false; /* known when the name is: inline_cmark.c looks again */
    return !closed || !qc_link_allowed(address);
}
