/*
 * html_pieces.c - HTML that stands in a text of another format: it is not parsed, but its tags are no words.
 */
#include <ctype.h>

#include "import/html.h"

enum { TAG_NAME = 16 }; /* bytes; longer ones are none that means something */

/* The name of the tag at the start of a text, in small letters. */
static const char *name_of(struct qc_str tag, char name[TAG_NAME])
{
    size_t length = 0, at = qc_str_starts(tag, QC_STR("</")) ? 2 : 1;
    for (; at < tag.len && length + 1 < TAG_NAME && isalnum((unsigned char)tag.ptr[at]); at++)
        name[length++] = (char)tolower((unsigned char)tag.ptr[at]);
    name[length] = '\0';
    return name;
}

bool html_tag_is(struct qc_str tag, const char *name)
{
    char found[TAG_NAME];
    return strcmp(name_of(tag, found), name) == 0;
}

/* Where a mark begins in the rest; its length when there is none, which is remembered: none will be behind. */
static size_t find_end(struct qc_str rest, const char *mark, bool *none)
{
    size_t end = *none ? rest.len : qc_str_find(rest, qc_str_from(mark));
    *none = end == rest.len;
    return end;
}

enum html_piece html_next_piece(struct html_pieces *pieces, struct qc_str *text)
{
    struct qc_str rest = pieces->rest;
    size_t opening = qc_str_starts(rest, QC_STR("<!--")) ? 4 : qc_str_starts(rest, QC_STR("</")) ? 2 : 1, end;
    enum html_piece piece = HTML_PIECE_TEXT;
    char name[TAG_NAME];
    bool tag = rest.ptr[0] == '<' && opening < rest.len && isalpha((unsigned char)rest.ptr[opening]);
    if (opening == 4 &&
        (end = find_end(qc_str_skip(rest, opening), "-->", &pieces->no_comment_ends)) < rest.len - opening) {
        piece = HTML_PIECE_COMMENT;
        *text = qc_str_slice(rest, opening, opening + end);
        end += opening + 3;
    } else if (opening < 4 && tag && (end = find_end(rest, ">", &pieces->no_tag_ends)) < rest.len) {
        bool block = html_tag_is(rest, "br") || html_kind_of(name_of(rest, name)) != HTML_INLINE;
        piece = block ? HTML_PIECE_BLOCK : HTML_PIECE_TAG;
        *text = qc_str_slice(rest, 0, ++end);
    } else {
        end = 1 + qc_str_find(qc_str_skip(rest, 1), QC_STR("<"));
        *text = qc_str_slice(rest, 0, end);
    }
    pieces->rest = qc_str_skip(rest, end);
    return piece;
}
