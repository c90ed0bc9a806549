/*
 * utf8_reference.h - UTF-8 once more, by the definition of RFC 3629 and with no table, to hold the decoder against.
 *
 * Written from the definition alone: a code point is what its bits say, and
 * its only right form is the one that encoding it gives back.
 */
#ifndef QC_TESTS_UTF8_REFERENCE_H
#define QC_TESTS_UTF8_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

/* Writes the form of any number below 2^21; returns its length. */
static inline size_t utf8_reference_encode(unsigned code, unsigned char *out)
{
    size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned lead[] = { 0, 0x00, 0xC0, 0xE0, 0xF0 };
    for (size_t i = length; i-- > 1; code >>= 6)
        out[i] = (unsigned char)(0x80 | (code & 0x3F));
    out[0] = (unsigned char)(lead[length] | code);
    return length;
}

/* The bytes that the character at p takes; 0: there is none, of these rest bytes. */
static inline size_t utf8_reference_length(const unsigned char *p, size_t rest, unsigned *code)
{
    unsigned char again[4];
    for (size_t length = 1; length <= 4 && length <= rest; length++) {
        unsigned value = length == 1 ? p[0] : p[0] & (0xFFu >> (length + 1));
        for (size_t i = 1; i < length; i++)
            value = value << 6 | (p[i] & 0x3Fu);
        if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF) || utf8_reference_encode(value, again) != length)
            continue;
        bool same = true;
        for (size_t i = 0; i < length; i++)
            same = same && again[i] == p[i];
        if (same) {
            *code = value;
            return length;
        }
    }
    return 0;
}

/* Offset of the first byte that begins no character, or length. */
static inline size_t utf8_reference_invalid(const unsigned char *bytes, size_t length)
{
    unsigned code;
    for (size_t i = 0, n; i < length; i += n)
        if ((n = utf8_reference_length(bytes + i, length - i, &code)) == 0)
            return i;
    return length;
}

#endif
