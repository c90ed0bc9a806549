/*
 * style.c - the table of marker styles, Roman numerals, Vietnamese letters.
 */
#include "base/utf8.h"
#include "syntax/token.h"

static const struct qc_style_info styles[QC_STYLE_COUNT] = {
#define QC_STYLE(id, name, rank, numbering, citation, anchor)                                                 \
    { name, rank, QC_NUMBERING_##numbering, citation, anchor },
#include "syntax/style.def"
};

const struct qc_style_info *qc_style_info(enum qc_style style)
{
    return &styles[style];
}

bool qc_style_is_heading(enum qc_style style)
{
    return styles[style].rank >= styles[QC_STYLE_PART].rank && styles[style].rank <= styles[QC_STYLE_ARTICLE].rank;
}

const char *qc_form_name(enum qc_form form)
{
    switch (form) {
    case QC_FORM_SENTENCE: return "sentence";
    case QC_FORM_TITLE: return "title";
    case QC_FORM_LEAD: return "lead";
    }
    return "";
}

static const struct {
    unsigned value;
    char digits[3];
} numerals[] = {
    { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" }, { 50, "L" },
    { 40, "XL" },  { 10, "X" },   { 9, "IX" },  { 5, "V" },    { 4, "IV" },  { 1, "I" },
};

static unsigned roman_digit(char c)
{
    switch (c >= 'a' && c <= 'z' ? c - 32 : c) {
    case 'I': return 1;
    case 'V': return 5;
    case 'X': return 10;
    case 'L': return 50;
    case 'C': return 100;
    default: return 0;
    }
}

unsigned qc_roman_value(struct qc_str text)
{
    unsigned value = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned digit = roman_digit(text.ptr[i]);
        unsigned next = i + 1 < text.len ? roman_digit(text.ptr[i + 1]) : 0;
        if (digit == 0)
            return 0;
        if (digit < next) { /* IV, IX: the smaller is taken off */
            value += next - digit;
            i++;
        } else {
            value += digit;
        }
    }
    return value;
}

struct qc_str qc_roman_format(struct qc_arena *arena, unsigned value)
{
    struct qc_buf buf = { .arena = arena };
    for (size_t i = 0; i < sizeof numerals / sizeof numerals[0]; i++)
        for (; value >= numerals[i].value; value -= numerals[i].value)
            qc_buf_add(&buf, qc_str_from(numerals[i].digits));
    return qc_buf_str(&buf);
}

/* a to i: NĐ 30/2020, its own points; the rest is the practice of law texts. */
static const char letters[][3] = {
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y",
};

struct qc_str qc_letter_at(unsigned place)
{
    if (place == 0 || place > sizeof letters / sizeof letters[0])
        return QC_STR("");
    return qc_str_from(letters[place - 1]);
}

unsigned qc_letter_place(unsigned c)
{
    char bytes[4];
    unsigned small = c == 0x110 ? 0x111 : c >= 'A' && c <= 'Z' ? c + 32 : c;
    size_t length = qc_utf8_encode(small, bytes);
    for (unsigned i = 0; i < sizeof letters / sizeof letters[0] && length < sizeof letters[0]; i++)
        if (memcmp(bytes, letters[i], length) == 0 && letters[i][length] == '\0')
            return i + 1;
    return 0;
}
