/*
 * bytes_portable.c - the looks of bytes.h, a byte at a time.
 *
 * Owns nothing. What the others do faster, and are tested against.
 */
#include "base/bytes.h"

/* Length of the plain code point at the start of text, or 0. */
static size_t plain_length(struct qc_str text)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    if (p[0] < 0x80)
        return p[0] != '\0' && p[0] != '\r';
    if (p[0] >= 0xC2 && p[0] <= 0xCB)
        return text.len > 1 && p[1] >> 6 == 2 ? 2 : 0;
    if (text.len < 3 || p[1] >> 6 != 2 || p[2] >> 6 != 2)
        return 0;
    return (p[0] == 0xE1 && p[1] >= 0xB8 && p[1] <= 0xBB) || (p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x82) ? 3 : 0;
}

bool qc_bytes_are_plain_portable(struct qc_str text)
{
    while (text.len > 0) {
        size_t length = plain_length(text);
        if (length == 0)
            return false;
        text = qc_str_skip(text, length);
    }
    return true;
}

static bool is_figure(unsigned char c)
{
    return c >= '0' && c <= '9';
}

/* A byte of a letter of Latin scripts, or the blank. */
static bool is_letter_or_blank(unsigned char c)
{
    unsigned char letter = c | 0x20;
    return (letter >= 'a' && letter <= 'z') || c == ' ' || (c >= 0x80 && c <= 0xBF) || (c >= 0xC3 && c <= 0xC6) ||
           c == 0xE1;
}

static bool is_tame(unsigned char c)
{
    return is_letter_or_blank(c) || (c >= '-' && c <= ';') || c == ',' || c == '(' || c == ')';
}

size_t qc_bytes_mark_portable(struct qc_str text, size_t from)
{
    while (from < text.len && (is_letter_or_blank((unsigned char)text.ptr[from]) || is_figure((unsigned char)text.ptr[from])))
        from++;
    return from;
}

void qc_bytes_words_portable(struct qc_str text, unsigned char *bits)
{
    memset(bits, 0, QC_BYTES_BITS(text.len));
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        bool word = c != ' ' && (is_letter_or_blank(c) || is_figure(c));
        bits[i / 8] = (unsigned char)(bits[i / 8] | word << i % 8);
    }
}

size_t qc_bytes_marked_portable(struct qc_str text)
{
    size_t count = 0;
    bool counted = false;
    for (size_t i = 0; i < text.len; i++) {
        bool marked = i + 1 < text.len && (unsigned char)text.ptr[i] == 0xE1 && (unsigned char)(text.ptr[i + 1] - 0xB8) < 4;
        count += marked && !counted;
        counted = text.ptr[i] != ' ' && (counted || marked);
    }
    return count;
}

size_t qc_bytes_figure_portable(struct qc_str text, size_t from)
{
    while (from < text.len && !is_figure((unsigned char)text.ptr[from]))
        from++;
    return from;
}

size_t qc_bytes_tame_portable(struct qc_str text)
{
    size_t i = 0;
    while (i < text.len && is_tame((unsigned char)text.ptr[i]))
        i++;
    return i;
}

static bool may_begin_control(unsigned char c)
{
    return (c < ' ' && c != '\n' && c != '\t') || c == 0x7F || c == 0xC2 || c == 0xD8 || c == 0xE2;
}

size_t qc_bytes_control_portable(struct qc_str text, size_t from)
{
    while (from < text.len && !may_begin_control((unsigned char)text.ptr[from]))
        from++;
    return from;
}

/* Of white space, and never in order; c is the byte before next. */
static bool is_untidy(unsigned char c, unsigned char next)
{
    return (c < ' ' && c != '\n') || c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF || (c == 0xE1 && next == 0x9A) ||
           (c == ' ' && (next == ' ' || next == '\n'));
}

size_t qc_bytes_untidy_portable(struct qc_str text, size_t from)
{
    while (from < text.len &&
           !is_untidy((unsigned char)text.ptr[from], from + 1 < text.len ? (unsigned char)text.ptr[from + 1] : '\n'))
        from++;
    return from;
}

size_t qc_bytes_count_portable(struct qc_str text, char byte)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == byte;
    return count;
}

void qc_bytes_behind_portable(struct qc_str text, char byte, uint32_t *behind)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] == byte)
            *behind++ = (uint32_t)(i + 1);
}

bool qc_bytes_address_portable(struct qc_str text)
{
    for (size_t i = 0; i + 1 < text.len; i++)
        if ((text.ptr[i] == ':' && text.ptr[i + 1] == '/') || (text.ptr[i] == 'w' && text.ptr[i + 1] == 'w'))
            return true;
    return false;
}
