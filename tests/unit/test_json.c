/*
 * test_json.c - the JSON writer: escapes and commas.
 */
#include "diag/json.h"

#include <stdlib.h>

#include "unit.h"

static struct qc_arena arena;

static struct qc_str written(const char *bytes, size_t length)
{
    struct qc_buf out = { .arena = &arena };
    qc_json_string(&out, (struct qc_str){ bytes, length });
    return qc_buf_str(&out);
}

#define WRITTEN(literal) written(literal, sizeof(literal) - 1)

static void test_strings(void)
{
    unit_same(WRITTEN(""), "\"\"", "the empty string");
    unit_same(WRITTEN("Điều 5 “a”"), "\"Điều 5 “a”\"", "Vietnamese stays as it is");
    unit_same(WRITTEN("a\"b\\c/"), "\"a\\\"b\\\\c/\"", "quotes and backslashes");
    unit_same(WRITTEN("a\nb\tc\r"), "\"a\\nb\\tc\\u000D\"", "line ends and tabs");
    unit_same(WRITTEN("\0\x1b[31m\x7f"), "\"\\u0000\\u001B[31m\\u007F\"", "controls");
    unit_same(WRITTEN("\xC2\x9B\xE2\x80\xAE\xE2\x80\xA8"), "\"\\u009B\\u202E\\u2028\"", "C1, bidi, line separator");
    unit_same(WRITTEN("\xF0\x9F\x98\x80"), "\"\xF0\x9F\x98\x80\"", "a character beyond 16 bits");
    unit_same(WRITTEN("\xF0\x9F\xBF\xBF"), "\"\\uD83F\\uDFFF\"", "what is no character there: a surrogate pair");
    unit_same(WRITTEN("a\xFF\xC3" "b\xE1\xBA"), "\"a\xEF\xBF\xBD\xEF\xBF\xBD" "b\xEF\xBF\xBD\xEF\xBF\xBD\"",
              "bytes that are no UTF-8");
}

static void test_commas(void)
{
    struct qc_buf out = { .arena = &arena };
    struct qc_json json = { 0 };
    qc_json_open(&json, &out, NULL, '{');
    qc_json_open(&json, &out, "a", '[');
    qc_json_close(&json, &out, ']');
    qc_json_number(&json, &out, "b", 12);
    qc_json_open(&json, &out, "c", '[');
    qc_json_line(&json, &out);
    qc_json_bool(&json, &out, NULL, true);
    qc_json_line(&json, &out);
    qc_json_open(&json, &out, NULL, '{');
    qc_json_text(&json, &out, "d", QC_STR("e"));
    qc_json_close(&json, &out, '}');
    qc_json_close(&json, &out, ']');
    qc_json_bool(&json, &out, "f", false);
    qc_json_close(&json, &out, '}');
    unit_same(qc_buf_str(&out), "{\"a\":[],\"b\":12,\"c\":[\ntrue,\n{\"d\":\"e\"}],\"f\":false}", "commas and lines");
}

int main(void)
{
    jmp_buf out_of_memory;
    if (setjmp(out_of_memory) != 0)
        abort();
    arena.out_of_memory = &out_of_memory;
    test_strings();
    test_commas();
    qc_arena_free(&arena);
    return unit_end();
}
