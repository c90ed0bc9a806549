/*
 * test_utf8.c - the decoder against all short byte strings, and names.
 */
#include <utf8proc.h>

#include "base/utf8.h"
#include "unit.h"

static struct qc_arena arena;

/* A second, slower decoder: by the value that the bits give (RFC 3629). */
static size_t slow_length(const unsigned char *p, size_t len)
{
    unsigned c = p[0];
    size_t n = c < 0x80 ? 1 : c >> 5 == 6 ? 2 : c >> 4 == 14 ? 3 : c >> 3 == 30 ? 4 : 0;
    if (n == 0 || n > len)
        return 0;
    unsigned value = n == 1 ? c : c & (0xFFu >> (n + 1));
    for (size_t i = 1; i < n; i++) {
        if (p[i] >> 6 != 2)
            return 0;
        value = value << 6 | (p[i] & 0x3Fu);
    }
    static const unsigned least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value < least[n] || value > 0x10FFFF || surrogate ? 0 : n;
}

static size_t slow_invalid(const unsigned char *p, size_t len)
{
    for (size_t i = 0; i < len;) {
        size_t n = slow_length(p + i, len - i);
        if (n == 0)
            return i;
        i += n;
    }
    return len;
}

static bool agree_on(unsigned char *bytes, size_t len)
{
    return qc_utf8_invalid((const char *)bytes, len) == slow_invalid(bytes, len);
}

static void test_decoder(void)
{
    unsigned char bytes[4];
    bool right = true;
    for (unsigned v = 0; v < 1u << 16; v++) {
        bytes[0] = (unsigned char)(v >> 8);
        bytes[1] = (unsigned char)v;
        right = right && agree_on(bytes, 1) && agree_on(bytes, 2);
    }
    unit_check(right, "all strings of one and two bytes");
    for (unsigned v = 0xC0u << 16; v < 1u << 24; v++) {
        bytes[0] = (unsigned char)(v >> 16);
        bytes[1] = (unsigned char)(v >> 8);
        bytes[2] = (unsigned char)v;
        right = right && agree_on(bytes, 3);
    }
    unit_check(right, "all strings of three bytes with a lead byte");
    for (unsigned c = 0; c <= 0x10FFFF; c++) {
        char text[4];
        size_t n = qc_utf8_encode(c, text), back;
        right = right && qc_utf8_decode((struct qc_str){ text, n }, 0, &back) == c && back == n;
    }
    unit_check(right, "every code point there and back");
}

static void test_counts(void)
{
    struct qc_str text = QC_STR("aĐế𝄞");
    unit_check(qc_utf8_count(text) == 4, "code points");
    unit_check(qc_utf8_utf16(text) == 5, "UTF-16 units");
    unit_check(qc_utf8_width(QC_STR("Đế\tx"), 0) == 9, "a tab goes to the next eight");
    unit_check(qc_utf8_width(QC_STR("e\xCC\x82"), 0) == 1, "a combining mark has no width");
}

/* A letter with more marks than any has, in the wrong order: sorted as a whole, and in no more time than it is long. */
static void test_row_of_marks(void)
{
    enum { MARKS = 20000 };
    struct qc_buf typed = { .arena = &arena }, expected = { .arena = &arena };
    qc_buf_char(&typed, 'a');
    for (int i = 0; i < MARKS; i++)
        qc_buf_add(&typed, QC_STR("\xCC\x81\xCC\xA3")); /* acute, dot below */
    qc_buf_add(&expected, QC_STR("ạ"));
    for (int i = 1; i < MARKS; i++)
        qc_buf_add(&expected, QC_STR("\xCC\xA3"));
    for (int i = 0; i < MARKS; i++)
        qc_buf_add(&expected, QC_STR("\xCC\x81"));
    unit_check(qc_str_equal(qc_nfc(&arena, qc_buf_str(&typed)), qc_buf_str(&expected)), "a row of 40,000 marks is put in order");
}

static void test_classes(void)
{
    unit_check(qc_str_is_capitals(QC_STR("QUY ĐỊNH 1")) && !qc_str_is_capitals(QC_STR("QUY đỊNH")) &&
                   !qc_str_is_capitals(QC_STR("12.")),
               "capitals");
    unit_same(qc_str_upper(&arena, QC_STR("quyết định ở đây")), "QUYẾT ĐỊNH Ở ĐÂY", "upper case");
    unit_same(qc_str_trim(QC_STR("\xC2\xA0 a b\t\n")), "a b", "trim takes no-break spaces");
    unit_same(qc_nfc(&arena, QC_STR("Hoa\xCC\x80 u\xCC\x9B\xCC\xA3")), "Hoà ự", "NFC");
    test_row_of_marks();
    unit_check(qc_nfc_quick(QC_STR("Quyết định – “đúng” …")), "usual text needs no tables");
}

static bool matches(const char *typed, const char *declared)
{
    return qc_name_matches(qc_name_key(&arena, qc_str_from(typed)), qc_name_key(&arena, qc_str_from(declared)));
}

/* What Vietnamese uses is known without the tables of Unicode; nothing else may differ from them. */
static void test_letters(void)
{
    size_t wrong = 0;
    for (unsigned c = 1; c < 0x110000; c++) {
        utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
        bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
        wrong += qc_is_upper(c) != (category == UTF8PROC_CATEGORY_LU) ||
                 qc_is_lower(c) != (category == UTF8PROC_CATEGORY_LL) || qc_is_letter(c) != letter ||
                 qc_lower(c) != (unsigned)utf8proc_tolower((utf8proc_int32_t)c);
    }
    unit_check(wrong == 0, "letters and their small forms are those of Unicode");
    wrong = 0;
    for (unsigned c = 0; c < 0x3000; c++) { /* alone, and beside a mark that makes the key go the long way */
        char bytes[8];
        size_t length = qc_utf8_encode(c, bytes);
        if (c <= 0x20 || qc_is_blank(c) || c == '-' || (c >= 0x300 && c < 0x370) || !qc_nfc_quick((struct qc_str){ bytes, length }))
            continue;
        memcpy(bytes + length, "-a", 2);
        struct qc_str alone = qc_name_key(&arena, (struct qc_str){ bytes, length });
        struct qc_str beside = qc_name_key(&arena, (struct qc_str){ bytes, length + 2 });
        wrong += !qc_str_equal(alone, qc_str_slice(beside, 0, beside.len - 2));
    }
    unit_check(wrong == 0, "a name has one key, found the short way or the long one");
}

static void test_names(void)
{
    unit_check(matches("căn cứ", "căn cứ") && matches("CĂN  CỨ", "căn cứ") && matches("can cu", "căn cứ") &&
                   matches("Căn-cứ", "căn cứ"),
               "with its marks or with none");
    unit_check(!matches("cân cứ", "căn cứ") && !matches("căn cu", "căn cứ") && !matches("sở", "số") &&
                   !matches("can c", "căn cứ"),
               "never with other marks, nor with half of them");
    unit_check(matches("da dat", "đã đặt"), "đ without its stroke is d");
    unit_check(qc_name_distance(&arena, QC_STR("can cu"), QC_STR("can cy"), 2) == 1, "distance one");
    unit_check(qc_name_distance(&arena, QC_STR("a"), QC_STR("abcdef"), 2) == 3, "too far is limit + 1");
}

/* Every code point as Unicode's categories, or a list written out, have it. */
static void test_every_code_point(void)
{
    static const unsigned acting[] = { 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E,
                                       0x2066, 0x2067, 0x2068, 0x2069 };
    unsigned controls = 0, noncharacters = 0, wrong = 0;
    for (unsigned c = 0; c <= 0x10FFFF; c++) {
        const char *category = utf8proc_category_string((utf8proc_int32_t)c);
        bool acts = strcmp(category, "Cc") == 0;
        for (size_t i = 0; i < sizeof acting / sizeof *acting; i++)
            acts = acts || acting[i] == c;
        controls += qc_is_control(c);
        noncharacters += qc_is_noncharacter(c);
        wrong += qc_is_control(c) != acts || qc_is_mark(c) != (category[0] == 'M') || qc_is_letter(c) != (category[0] == 'L');
    }
    unit_check(wrong == 0, "controls, marks and letters are those of Unicode");
    unit_check(controls == 65 + 14, "as many controls as there are");
    unit_check(noncharacters == 66 && qc_is_noncharacter(0xFDD0) && qc_is_noncharacter(0xFDEF) && qc_is_noncharacter(0xFFFE) &&
                   qc_is_noncharacter(0x10FFFF) && !qc_is_noncharacter(0xFFFD) && !qc_is_noncharacter(0xFDF0),
               "the 66 noncharacters");
}

/* A word, the code point and a blank: the word ends behind a letter or figure, and before anything else. */
static void test_word_ends(void)
{
    unsigned wrong = 0, before = 0;
    for (unsigned c = 1; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        char text[8] = "a";
        size_t n = qc_utf8_encode(c, text + 1);
        text[1 + n] = ' ';
        bool goes_on = qc_is_letter(c) || (c >= '0' && c <= '9');
        wrong += qc_word_end((struct qc_str){ text, n + 2 }, 0) != 1 + (goes_on ? n : 0);
        before += qc_code_before((struct qc_str){ text, n + 2 }, 1 + n) != c;
    }
    unit_check(wrong == 0, "where words end, at every code point");
    unit_check(before == 0, "the code point before a place");
    unit_check(qc_code_before(QC_STR("a"), 0) == 0, "nothing stands before a text");
}

static void test_widths(void)
{
    unit_check(qc_utf8_width(QC_STR("\t"), 0) == 8 && qc_utf8_width(QC_STR("\t"), 7) == 1 && qc_utf8_width(QC_STR("\ta"), 8) == 9,
               "tabs lead to the next eight columns");
    unit_check(qc_utf8_width(QC_STR("a\x01\u202Eb"), 0) == 4, "controls are shown one wide");
    unit_check(qc_utf8_width(QC_STR("e\u0323\u4E2D"), 3) == 3, "marks have no width, ideographs two");
}

static void test_small_letters(void)
{
    unsigned wrong = 0;
    for (unsigned c = 0; c <= 0x10FFFF; c++)
        wrong += qc_lower(c) != (unsigned)utf8proc_tolower((utf8proc_int32_t)c);
    unit_check(wrong == 0, "the small letter of every code point");
}

int main(void)
{
    test_every_code_point();
    test_word_ends();
    test_widths();
    test_small_letters();
    test_decoder();
    test_counts();
    test_classes();
    test_letters();
    test_names();
    qc_arena_free(&arena);
    return unit_end();
}
