/*
 * docx_symbol.c - signs of the fonts Symbol and Wingdings, which Word keeps at U+F020 to U+F0FF.
 */
#include "import/docx.h"

static const struct {
    unsigned code, unicode;
} symbols[] = {
    { 0xF02A, '*' },    { 0xF02B, '+' },    { 0xF02D, '-' },    { 0xF06C, 0x25CF }, { 0xF06E, 0x25A0 },
    { 0xF06F, 0x25A1 }, { 0xF071, 0x2751 }, { 0xF075, 0x25C6 }, { 0xF076, 0x2756 }, { 0xF0A3, 0x2264 },
    { 0xF0A7, 0x25AA }, { 0xF0A8, 0x25FB }, { 0xF0AE, 0x2192 }, { 0xF0B0, 0xB0 },   { 0xF0B3, 0x2265 },
    { 0xF0B4, 0xD7 },   { 0xF0B7, 0x2022 }, { 0xF0B8, 0xF7 },   { 0xF0D8, 0x27A2 }, { 0xF0DE, 0x21D2 },
    { 0xF0E0, 0x2192 }, { 0xF0F0, 0x21E8 }, { 0xF0FC, 0x2713 }, { 0xF0FE, 0x2611 },
};

unsigned docx_symbol(unsigned code)
{
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (symbols[i].code == code)
            return symbols[i].unicode;
    return code >= 0xD800 && code <= 0xDFFF ? 0xFFFD : code; /* half of a pair is no character */
}
