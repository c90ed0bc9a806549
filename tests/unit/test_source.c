/*
 * test_source.c - text, and the way back to the file's bytes.
 */
#include "base/utf8.h"
#include "source/position.h"
#include "unit.h"

static struct qc_arena arena;
static struct qc_sources sources;

static struct qc_source *add(struct qc_str bytes, enum qc_source_fault *fault, size_t *at)
{
    return qc_source_add(&arena, &sources, QC_STR("x.qc"), bytes, fault, at);
}

static void test_text(void)
{
    enum qc_source_fault fault;
    size_t at;
    struct qc_source *source = add(QC_STR("\xEF\xBB\xBF" "a\r\nHoa\xCC\x80 b\rc"), &fault, &at);
    unit_same(source->text, "a\nHoà b\nc", "no byte order mark, one kind of line end, NFC");
    unit_check(source->oddities == (QC_ODD_BOM | QC_ODD_LINE_END | QC_ODD_DECOMPOSED), "and each is remembered");
    struct qc_position b = qc_position_of(source, (uint32_t)qc_str_find(source->text, QC_STR("b")));
    unit_check(b.line == 2 && b.column == 5 && b.byte == 12, "a place behind all three leads back to its byte");
    struct qc_position end = qc_position_of(source, 1000);
    unit_check(end.line == 3 && end.column == 2 && end.byte == 15, "a place behind the end is the end");
}

/* Marks are sorted run by run; what is no mark ends a run. */
static void test_many_marks(void)
{
#define MARKS "\xCC\x81\xCC\xA3" /* acute, dot below: in normal form the other way round */
#define RUN "\xEF\xBB\xBF" MARKS MARKS MARKS MARKS
#define SORTED "\xEF\xBB\xBF\xCC\xA3\xCC\xA3\xCC\xA3\xCC\xA3\xCC\x81\xCC\x81\xCC\x81\xCC\x81"
    enum qc_source_fault fault;
    size_t at;
    struct qc_source *source = add(QC_STR("1" RUN RUN RUN RUN RUN), &fault, &at);
    unit_same(source->text, "1" SORTED SORTED SORTED SORTED SORTED, "marks between what is no letter are sorted");
}

/* Three characters in six bytes that are four in nine in normal form: a place among them is still one of theirs. */
static void test_longer_in_normal_form(void)
{
    enum qc_source_fault fault;
    size_t at;
    struct qc_source *source = add(QC_STR("a\xC8\xAB\xCC\xA3\xCC\x81" "bc"), &fault, &at);
    unit_check(source->text.len == 12, "normal form may be longer");
    size_t before = 0;
    bool in_order = true, at_characters = true;
    for (uint32_t i = 0; i <= source->text.len; i++) {
        size_t byte = qc_byte_of(source, i);
        in_order = in_order && byte >= before && byte <= source->bytes.len;
        at_characters = at_characters && (byte == source->bytes.len || ((unsigned char)source->bytes.ptr[byte] & 0xC0) != 0x80);
        before = byte;
    }
    unit_check(in_order, "places lead back in order");
    unit_check(at_characters, "and to where a character begins");
    unit_check(qc_byte_of(source, 10) == 7 && qc_byte_of(source, 12) == 9, "what follows is where it was");
}

static void test_faults(void)
{
    enum qc_source_fault fault;
    size_t at;
    unit_check(add(QC_STR("ab\0c"), &fault, &at) == NULL && fault == QC_SOURCE_NUL && at == 2, "a zero byte");
    unit_check(add(QC_STR("a\xC3"), &fault, &at) == NULL && fault == QC_SOURCE_NOT_UTF8 && at == 1, "half a letter");
    unit_check(add(QC_STR("a\xEF\xB7\x90"), &fault, &at) == NULL && fault == QC_SOURCE_NOT_A_CHARACTER && at == 1,
               "a noncharacter");
    unit_check(add(QC_STR("\xF0\x9F\xBF\xBE"), &fault, &at) == NULL && fault == QC_SOURCE_NOT_A_CHARACTER,
               "the last of a plane");
    unit_check(add(QC_STR(""), &fault, &at) != NULL, "an empty file");
}

static void test_guess(void)
{
    const char *tcvn = qc_source_guess(QC_STR("C\xE9ng hoµ x· h\xE9i chñ ngh\xDC""a Vi\xD6t Nam \xAE\xE9\xAB\xAC \xB5 \xB8"));
    unit_check(tcvn != NULL, "old text is recognised as something");
    const char *utf16 = qc_source_guess(QC_STR("\xFF\xFE" "a\0b\0"));
    unit_check(utf16 != NULL && strcmp(utf16, "UTF-16") == 0, "UTF-16 by its mark");
    unit_check(qc_source_guess(QC_STR("abc")) == NULL, "ASCII is nothing to guess at");
}

int main(void)
{
    test_text();
    test_many_marks();
    test_longer_in_normal_form();
    test_faults();
    test_guess();
    qc_arena_free(&arena);
    return unit_end();
}
