/*
 * scan.c - cuts the text of a paragraph or value into runs of text, escapes,
 * references {…} and marks.
 *
 * Owns what an escape and a reference look like. Must not know what they mean.
 */
#include "base/bytes.h"
#include "base/utf8.h"
#include "inline/inline.h"

static bool is_ascii_punctuation(unsigned char c)
{
    return c > ' ' && c < 0x7F && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z');
}

bool qc_inline_is_escape(struct qc_str text, size_t at)
{
    return text.ptr[at] == '\\' && at + 1 < text.len && is_ascii_punctuation((unsigned char)text.ptr[at + 1]);
}

/*
 * The end of the reference that the brace text[at] opens, or 0: it starts with a letter, a digit, # or @, and is
 * closed in the same paragraph. No look goes beyond the next brace, so that many open ones cost no more than one.
 */
static size_t reference_end(struct qc_str text, size_t at)
{
    size_t n;
    unsigned first = qc_utf8_decode(text, at + 1, &n);
    if (first == '#' || first == '@') {
        size_t name = at + 2 + qc_blank_prefix(qc_str_skip(text, at + 2));
        first = qc_utf8_decode(text, name, &n);
    }
    if (!((first >= '0' && first <= '9') || qc_is_letter(first)))
        return 0;
    size_t end = at + 1;
    while (end < text.len && text.ptr[end] != '{' && text.ptr[end] != '}')
        end++;
    return end < text.len && text.ptr[end] == '}' ? end + 1 : 0;
}

bool qc_inline_next(struct qc_str text, struct qc_inline_piece *piece)
{
    static const bool is_special[256] = {
        ['\\'] = true, ['{'] = true, ['}'] = true, ['*'] = true, ['`'] = true, ['['] = true, [']'] = true,
        ['_'] = true,  ['&'] = true, ['<'] = true, ['>'] = true, ['!'] = true,
    };
    size_t i = piece->begin = piece->end;
    i += qc_bytes_tame(qc_str_skip(text, i));
    while (i < text.len && !is_special[(unsigned char)text.ptr[i]])
        i += 1 + qc_bytes_tame(qc_str_skip(text, i + 1));
    if (i > piece->begin || i == text.len) {
        piece->kind = QC_PIECE_TEXT;
        piece->end = i;
        return i > piece->begin;
    }
    char c = text.ptr[i];
    size_t end = c == '{' ? reference_end(text, i) : 0;
    bool escape = qc_inline_is_escape(text, i);
    piece->kind = end > 0                ? QC_PIECE_REFERENCE
                  : escape               ? QC_PIECE_ESCAPE
                  : c == '{' || c == '}' ? QC_PIECE_BRACE
                                         : QC_PIECE_MARK;
    piece->end = end > 0 ? end : i + 1 + escape;
    return true;
}

bool qc_inline_next_reference(struct qc_str text, size_t from, size_t *begin, size_t *end)
{
    for (struct qc_inline_piece piece = { .end = from }; qc_inline_next(text, &piece);)
        if (piece.kind == QC_PIECE_REFERENCE) {
            *begin = piece.begin;
            *end = piece.end;
            return true;
        }
    return false;
}

void qc_inline_add_escaped(struct qc_buf *buf, struct qc_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '{' || text.ptr[i] == '}' || text.ptr[i] == '\\')
            qc_buf_char(buf, '\\');
        qc_buf_char(buf, text.ptr[i]);
    }
}
