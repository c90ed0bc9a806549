/*
 * decoder.c - holds the decoder of UTF-8 against two others: decoder [four]
 *
 * All strings of one, two and three bytes and, when asked, all of four that
 * begin with F0 to F7. The others are a reference without tables
 * (utf8_reference.h) and the C library's iconv. All three must agree where
 * the first wrong byte stands and, in what is right, on every code point.
 */
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "utf8_reference.h"

enum { MOST_COMPLAINTS = 10 };

static size_t complaints;

static void complain(const unsigned char *bytes, size_t length, const char *what)
{
    if (++complaints > MOST_COMPLAINTS)
        return;
    for (size_t i = 0; i < length; i++)
        printf("%02X ", bytes[i]);
    printf("- %s\n", what);
}

static size_t iconv_invalid(iconv_t converter, const unsigned char *bytes, size_t length)
{
    char in[4], out[32], *from = in, *to = out;
    size_t left = length, room = sizeof out;
    memcpy(in, bytes, length);
    iconv(converter, NULL, NULL, NULL, NULL);
    return iconv(converter, &from, &left, &to, &room) == (size_t)-1 ? length - left : length;
}

/* Code by code, and back. */
static bool same_codes(const unsigned char *bytes, size_t length)
{
    struct qc_str text = { (const char *)bytes, length };
    for (size_t i = 0, n, taken; i < length; i += n) {
        unsigned code = 0;
        char again[4];
        n = utf8_reference_length(bytes + i, length - i, &code);
        if (qc_utf8_decode(text, i, &taken) != code || taken != n || qc_utf8_encode(code, again) != n ||
            memcmp(again, bytes + i, n) != 0)
            return false;
    }
    return true;
}

static void compare(iconv_t converter, const unsigned char *bytes, size_t length)
{
    size_t invalid = qc_utf8_invalid((const char *)bytes, length);
    if (invalid != utf8_reference_invalid(bytes, length))
        complain(bytes, length, "the reference finds another first wrong byte");
    else if (invalid != iconv_invalid(converter, bytes, length))
        complain(bytes, length, "iconv finds another first wrong byte");
    else if (invalid == length && !same_codes(bytes, length))
        complain(bytes, length, "other code points");
}

static void compare_all(iconv_t converter, size_t length, uint32_t from, uint32_t to)
{
    for (uint32_t number = from; number < to; number++) {
        unsigned char bytes[4];
        for (size_t i = 0; i < length; i++)
            bytes[i] = (unsigned char)(number >> 8 * (length - 1 - i));
        compare(converter, bytes, length);
    }
    printf("%s - %lu strings of %zu bytes\n", complaints == 0 ? "ok" : "not ok", (unsigned long)(to - from), length);
    fflush(stdout);
}

int main(int argc, char **argv)
{
    iconv_t converter = iconv_open("UTF-32LE", "UTF-8");
    if (converter == (iconv_t)-1) {
        puts("skip - the decoder: iconv knows no UTF-8");
        return 0;
    }
    for (size_t length = 1; length <= 3; length++)
        compare_all(converter, length, 0, 1u << 8 * length);
    if (argc > 1 && strcmp(argv[1], "four") == 0)
        compare_all(converter, 4, 0xF0000000u, 0xF8000000u);
    iconv_close(converter);
    return complaints == 0 ? 0 : 1;
}
