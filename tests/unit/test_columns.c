/*
 * test_columns.c - bytes, code points and UTF-16, both ways, and through the text in normal form.
 */
#include "source/columns.h"
#include "source/position.h"
#include "unit.h"

/* A letter of the BMP, an emoji, a bold B of the Mathematical Alphanumeric Symbols, o with two marks typed apart. */
#define LETTER "\xE1\xBB\x87"
#define EMOJI "\xF0\x9F\x98\x80"
#define BOLD "\xF0\x9D\x90\x81"
#define APART "o\xCC\xA3\xCC\x82"

static size_t byte_at(struct qc_str bytes, size_t line, size_t column, enum qc_code_unit unit)
{
    struct qc_line_index index = { 0 };
    qc_line_index_make(&index, bytes);
    size_t byte = qc_byte_of_place(bytes, &index, (struct qc_place){ line, column }, unit);
    qc_line_index_free(&index);
    return byte;
}

static bool is_place(struct qc_str bytes, size_t byte, enum qc_code_unit unit, size_t line, size_t column)
{
    struct qc_line_index index = { 0 };
    qc_line_index_make(&index, bytes);
    struct qc_place place = qc_place_of_byte(bytes, &index, byte, unit);
    qc_line_index_free(&index);
    return place.line == line && place.column == column;
}

static void test_units(void)
{
    struct qc_str text = QC_STR("a" LETTER EMOJI BOLD "z");
    unit_check(is_place(text, 12, QC_UNIT_UTF16, 0, 6), "UTF-16: a pair for what lies beyond the BMP");
    unit_check(is_place(text, 12, QC_UNIT_UTF32, 0, 4), "UTF-32: code points");
    unit_check(is_place(text, 12, QC_UNIT_UTF8, 0, 12), "UTF-8: bytes");
    unit_check(byte_at(text, 0, 6, QC_UNIT_UTF16) == 12 && byte_at(text, 0, 4, QC_UNIT_UTF32) == 12 &&
                   byte_at(text, 0, 12, QC_UNIT_UTF8) == 12,
               "and back");
    unit_check(byte_at(text, 0, 3, QC_UNIT_UTF16) == 4, "inside a pair is its beginning");
    unit_check(byte_at(text, 0, 2, QC_UNIT_UTF8) == 1 && byte_at(text, 0, 6, QC_UNIT_UTF8) == 4,
               "inside the bytes of a character is its beginning");
    unit_check(is_place(QC_STR(APART "x"), 5, QC_UNIT_UTF16, 0, 3), "marks typed apart count for themselves");
}

static void test_lines(void)
{
    struct qc_str text = QC_STR("\xEF\xBB\xBF" "a\r\nb" EMOJI "\rc\n\nd");
    unit_check(is_place(text, 3, QC_UNIT_UTF16, 0, 1), "a byte order mark is a column");
    unit_check(is_place(text, 6, QC_UNIT_UTF16, 1, 0), "CR LF ends one line");
    unit_check(is_place(text, 12, QC_UNIT_UTF16, 2, 0), "so does CR");
    unit_check(is_place(text, 14, QC_UNIT_UTF16, 3, 0) && is_place(text, 15, QC_UNIT_UTF16, 4, 0), "and LF");
    unit_check(byte_at(text, 1, 99, QC_UNIT_UTF16) == 11, "behind a line is its end, before what ends it");
    unit_check(byte_at(text, 0, 99, QC_UNIT_UTF16) == 4, "before CR LF too");
    unit_check(byte_at(text, 99, 0, QC_UNIT_UTF16) == text.len, "behind the last line is the end");
    unit_check(is_place(text, 99, QC_UNIT_UTF16, 4, 1), "and a byte behind the end is it");
    unit_check(byte_at(QC_STR(""), 0, 0, QC_UNIT_UTF16) == 0 && is_place(QC_STR(""), 0, QC_UNIT_UTF16, 0, 0), "no text has one line");
    unit_check(byte_at(QC_STR("\xF0\x9F\xFF\x80"), 0, 3, QC_UNIT_UTF16) <= 4, "what is no UTF-8 has places");
}

/* Every byte has a place, and every place of a character leads back to it. */
static void test_both_ways(void)
{
    struct qc_str text = QC_STR("\xEF\xBB\xBF" "a" LETTER "\r\n" EMOJI BOLD APART "\r" LETTER "\n\n" BOLD);
    struct qc_line_index index = { 0 };
    bool fine = qc_line_index_make(&index, text);
    for (int unit = 0; unit < QC_UNIT_COUNT; unit++)
        for (size_t byte = 0; byte <= text.len; byte++) {
            bool inside = byte < text.len && ((unsigned char)text.ptr[byte] & 0xC0) == 0x80;
            bool line_end = byte > 0 && byte < text.len && text.ptr[byte - 1] == '\r' && text.ptr[byte] == '\n';
            struct qc_place place = qc_place_of_byte(text, &index, byte, (enum qc_code_unit)unit);
            size_t back = qc_byte_of_place(text, &index, place, (enum qc_code_unit)unit);
            fine = fine && (inside || line_end ? back <= byte : back == byte);
        }
    unit_check(fine, "each character's byte comes back from its place, in every encoding");
    qc_line_index_free(&index);
}

/* Offsets of the text in normal form and bytes of the file. */
static void test_normal_form(void)
{
    struct qc_arena arena = { 0 };
    struct qc_sources sources = { 0 };
    enum qc_source_fault fault;
    size_t at;
    struct qc_str bytes = QC_STR("\xEF\xBB\xBF" "x" APART "y\r\n" EMOJI APART "z");
    const struct qc_source *source = qc_source_add(&arena, &sources, QC_STR("x.qc"), bytes, &fault, &at);
    unit_same(source->text, "x\xE1\xBB\x99y\n" EMOJI "\xE1\xBB\x99z", "the text is in normal form");
    bool fine = true;
    for (uint32_t text = 0; text <= source->text.len; text++) {
        bool inside = text < source->text.len && ((unsigned char)source->text.ptr[text] & 0xC0) == 0x80;
        fine = fine && (inside || qc_text_of(source, qc_byte_of(source, text)) == text);
    }
    unit_check(fine, "each character's offset comes back from its byte");
    unit_check(qc_text_of(source, 0) == 0 && qc_text_of(source, 2) == 0, "the byte order mark is the beginning");
    unit_check(qc_text_of(source, 4) == 1 && qc_text_of(source, 5) == 1 && qc_text_of(source, 8) == 1,
               "inside a letter typed with marks is the letter");
    unit_check(qc_text_of(source, 9) == 4 && qc_text_of(source, 10) == 5 && qc_text_of(source, 11) == 5,
               "behind it its neighbour, and a line end of two is one");
    unit_check(qc_text_of(source, 1000) == source->text.len, "behind the end is the end");
    qc_arena_free(&arena);
}

int main(void)
{
    test_units();
    test_lines();
    test_both_ways();
    test_normal_form();
    return unit_end();
}
