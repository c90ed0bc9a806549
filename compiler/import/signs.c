/*
 * signs.c - signs of the fonts Symbol and Wingdings, which Word keeps at U+F020 to U+F0FF; raised figures.
 */
#include "import/signs.h"

#include "base/utf8.h"

enum { SYMBOLS = 0xF000 };

static const struct {
    unsigned code, unicode;
} symbols[] = {
    { 0xF02A, '*' },    { 0xF02B, '+' },    { 0xF02D, '-' },    { 0xF06C, 0x25CF }, { 0xF06E, 0x25A0 },
    { 0xF06F, 0x25A1 }, { 0xF071, 0x2751 }, { 0xF075, 0x25C6 }, { 0xF076, 0x2756 }, { 0xF0A3, 0x2264 },
    { 0xF0A7, 0x25AA }, { 0xF0A8, 0x25FB }, { 0xF0AE, 0x2192 }, { 0xF0B0, 0xB0 },   { 0xF0B3, 0x2265 },
    { 0xF0B4, 0xD7 },   { 0xF0B7, 0x2022 }, { 0xF0B8, 0xF7 },   { 0xF0D8, 0x27A2 }, { 0xF0DE, 0x21D2 },
    { 0xF0E0, 0x2192 }, { 0xF0F0, 0x21E8 }, { 0xF0FC, 0x2713 }, { 0xF0FE, 0x2611 },
};

unsigned qc_import_symbol(unsigned code)
{
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (symbols[i].code == code)
            return symbols[i].unicode;
    return code >= 0xD800 && code <= 0xDFFF ? 0xFFFD : code; /* half of a pair is no character */
}

/* Does a font's name begin with this one, in small letters? */
static bool is_font(struct qc_str font, struct qc_str name)
{
    size_t same = 0;
    while (same < font.len && same < name.len &&
           qc_lower((unsigned char)font.ptr[same]) == (unsigned char)name.ptr[same])
        same++;
    return same == name.len;
}

/* Wingdings has signs in the place of all letters; Symbol has Greek ones there, and signs elsewhere. */
static bool is_sign(unsigned code, bool wingdings)
{
    return code > ' ' && code <= 0xFF && (wingdings || !qc_is_letter(code) || code >= 0x80);
}

struct qc_str qc_import_symbols(struct qc_arena *arena, struct qc_str text, struct qc_str font)
{
    bool wingdings = is_font(font, QC_STR("wingdings"));
    if (!wingdings && !is_font(font, QC_STR("symbol")))
        return text;
    struct qc_buf out = { .arena = arena };
    size_t n;
    for (size_t i = 0; i < text.len; i += n) {
        unsigned code = qc_utf8_decode(text, i, &n), sign = code + SYMBOLS;
        bool known = is_sign(code, wingdings) && qc_import_symbol(sign) != sign;
        qc_buf_code(&out, known ? qc_import_symbol(sign) : code);
    }
    return qc_buf_str(&out);
}

struct qc_str qc_import_raised(struct qc_arena *arena, struct qc_str text)
{
    static const unsigned figures[] = { 0x2070, 0xB9,   0xB2,   0xB3,   0x2074,
                                        0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };
    enum { RAISED_MINUS = 0x207B, MINUS = 0x2212 };
    struct qc_buf out = { .arena = arena };
    size_t n;
    for (size_t i = 0; i < text.len; i += n) {
        unsigned code = qc_utf8_decode(text, i, &n);
        bool minus = code == '-' || code == MINUS;
        if (!minus && (code < '0' || code > '9'))
            return text;
        qc_buf_code(&out, minus ? RAISED_MINUS : figures[code - '0']);
    }
    return qc_buf_str(&out);
}
