/*
 * test_fix.c - which fixes are applied together, what becomes of the bytes, and diffs.
 */
#include "fix/apply.h"
#include "fix/difference.h"
#include "qc.h"
#include "unit.h"

static struct qc_arena scratch;

/* --- applying --------------------------------------------------------------- */

static struct qc_compilation cx;
static const struct qc_source *source;

static void begin(const char *bytes)
{
    enum qc_source_fault fault;
    size_t at;
    qc_arena_free(&cx.arena);
    cx = (struct qc_compilation){ 0 };
    source = qc_source_add(&cx.arena, &cx.sources, QC_STR("x.qc"), qc_str_from(bytes), &fault, &at);
}

static struct qc_diagnostic *finding(bool safe)
{
    struct qc_diagnostic *d = qc_report(&cx, (struct qc_span){ 0, 0, 0 }, QC_MSG(body_missing));
    d->fix_is_safe = safe;
    return d;
}

/* Replaces what stands from begin to end. */
static struct qc_diagnostic *edit(struct qc_diagnostic *d, uint32_t from, uint32_t to, const char *text)
{
    qc_fix(&cx, d, (struct qc_span){ from, to, 0 }, qc_str_from(text));
    return d;
}

static struct qc_applied applied(bool suggested)
{
    return qc_fixes_apply(&cx, source, &(struct qc_fix_choice){ .suggested = suggested });
}

static void test_choice(void)
{
    begin("abcdef");
    unit_same(applied(true).bytes, "abcdef", "nothing to fix");
    edit(finding(true), 1, 2, "B");
    edit(finding(false), 3, 4, "D");
    struct qc_applied safe = applied(false);
    unit_same(safe.bytes, "aBcdef", "the safe fix");
    unit_check(safe.fixed == 1 && safe.unsafe == 1, "the suggestion is counted");
    struct qc_applied all = applied(true);
    unit_same(all.bytes, "aBcDef", "the suggestion as well");
    unit_check(all.fixed == 2 && all.unsafe == 0 && all.waiting == 0, "both are counted");
}

static void test_overlaps(void)
{
    begin("abcdef");
    edit(edit(finding(true), 0, 1, "A"), 3, 5, "");
    edit(edit(finding(true), 1, 2, "B"), 4, 6, "x");
    struct qc_applied first = applied(false);
    unit_same(first.bytes, "Abcf", "of two that overlap the first, the other not even in part");
    unit_check(first.fixed == 1 && first.waiting == 1, "the other waits");

    begin("abcdef");
    edit(finding(true), 2, 2, "+");
    edit(finding(true), 2, 2, "-");
    unit_same(applied(false).bytes, "ab+cdef", "two insertions at one place");

    begin("abcdef");
    edit(finding(true), 2, 4, "X");
    edit(finding(true), 4, 4, "+");
    edit(finding(true), 1, 2, "Y");
    unit_same(applied(false).bytes, "abXef", "fixes that touch wait as well");

    begin("abcdef");
    edit(edit(edit(finding(true), 4, 4, "+"), 2, 4, "X"), 1, 2, "Y");
    unit_same(applied(false).bytes, "aYX+ef", "edits of one fix may touch, in any order");

    begin("abcdef");
    edit(edit(finding(true), 1, 4, "X"), 2, 3, "Y");
    edit(finding(true), 2, 3, "Z");
    unit_same(applied(false).bytes, "abZdef", "a fix that overlaps itself is none, and does not hinder others");

    begin("abc");
    edit(finding(true), 2, 9, "X");
    unit_same(applied(false).bytes, "abc", "nor is one beyond the end");
    edit(finding(true), 3, 3, ".");
    unit_same(applied(false).bytes, "abc.", "at the end");
}

static void test_groups(void)
{
    struct qc_fix_group group = { .members = 2 };
    begin("1 1 3");
    edit(finding(true), 2, 3, "2")->group = &group;
    unit_same(applied(true).bytes, "1 1 3", "one of two that belong together is not applied");
    struct qc_diagnostic *other = edit(finding(false), 4, 5, "4");
    other->group = &group;
    unit_same(applied(false).bytes, "1 1 3", "nor both, when one is a suggestion");
    unit_check(applied(false).unsafe == 2, "then both are");
    unit_same(applied(true).bytes, "1 2 4", "both");
    other->fix_is_safe = true;
    struct qc_applied safe = applied(false);
    unit_same(safe.bytes, "1 2 4", "both, as safe ones");
    unit_check(safe.fixed == 2, "both are counted");
}

static void test_bytes(void)
{
    begin("\xEF\xBB\xBF" "Hoa\xCC\x80 a\r\nb e\xCC\x82\xCC\x81\r\nc");
    struct qc_str text = source->text;
    uint32_t b = (uint32_t)qc_str_find(text, QC_STR("b")), end = (uint32_t)qc_str_find(text, QC_STR("\n"));
    edit(edit(finding(true), 0, 0, "\n"), b, b + 1, "ê\n");
    edit(finding(true), end, end, ".");
    unit_same(applied(false).bytes, "\xEF\xBB\xBF\r\nHoa\xCC\x80 a.\r\nê\r\n e\xCC\x82\xCC\x81\r\nc",
              "what is not edited keeps its bytes, and new lines end as the others");
    begin("a\rb");
    edit(finding(true), 2, 3, "\n");
    unit_same(applied(false).bytes, "a\r\r", "lines that end with CR alone");
    begin("a\r\nb");
    edit(finding(true), 1, 2, " ");
    unit_same(applied(false).bytes, "a b", "both bytes of a line's end go");
}

static void test_elsewhere(void)
{
    enum qc_source_fault fault;
    size_t at;
    begin("abc");
    qc_source_add(&cx.arena, &cx.sources, QC_STR("y.qc"), QC_STR("xyz"), &fault, &at);
    qc_fix(&cx, edit(finding(true), 0, 1, "A"), (struct qc_span){ 0, 1, 1 }, QC_STR("X"));
    struct qc_applied none = applied(false);
    unit_same(none.bytes, "abc", "a fix that reaches into another file");
    unit_check(none.elsewhere == 1 && none.fixed == 0, "is counted, not applied");
}

/* --- diffs --------------------------------------------------------------------- */

static struct qc_str difference(const char *path, const char *before, const char *after)
{
    struct qc_buf out = { .arena = &scratch };
    qc_difference_print(&out, qc_str_from(path), qc_str_from(before), qc_str_from(after));
    return qc_buf_str(&out);
}

static void test_difference(void)
{
    unit_check(difference("x", "a\n", "a\n").len == 0, "the same");
    unit_same(difference("x", "a\nb\nc\n", "a\nB\nc\n"), "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n", "a line");
    unit_same(difference("x", "", "a\n"), "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n", "of nothing");
    unit_same(difference("x", "a\n", ""), "--- a/x\n+++ b/x\n@@ -1 +0,0 @@\n-a\n", "to nothing");
    unit_same(difference("x", "a", "a\n"), "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n",
              "a missing end of line");
    unit_same(difference("x", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n7\n8\n9\n"),
              "--- a/x\n+++ b/x\n@@ -3,7 +3,6 @@\n 3\n 4\n 5\n-6\n 7\n 8\n 9\n", "three lines around");
    unit_same(difference("x", "a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n"),
              "--- a/x\n+++ b/x\n@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n", "changes that are near");
    unit_same(difference("x", "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n"),
              "--- a/x\n+++ b/x\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n",
              "changes that are not");
    unit_same(difference("x", "a\n\n\nb\n", "a\n\nb\n\n"), "--- a/x\n+++ b/x\n@@ -1,4 +1,4 @@\n a\n \n-\n b\n+\n",
              "lines that stand more than once");
}

static void test_paths(void)
{
    unit_same(difference("/t/quy che.qc", "", "a\n"), "--- a/t/quy che.qc\t\n+++ b/t/quy che.qc\t\n@@ -0,0 +1 @@\n+a\n",
              "a blank in the name");
    unit_same(difference("ế\n\"\x1B.qc", "", "a\n"),
              "--- \"a/\\341\\272\\277\\012\\042\\033.qc\"\n+++ \"b/\\341\\272\\277\\012\\042\\033.qc\"\n@@ -0,0 +1 @@\n+a\n",
              "what would not pass is quoted");
}

/* --- the public functions --------------------------------------------------------- */

static bool keep(void *user, const char *bytes, size_t length)
{
    struct qc_buf *buf = user;
    qc_buf_add(buf, (struct qc_str){ bytes, length });
    return true;
}

static bool refuse(void *user, const char *bytes, size_t length)
{
    (void)user, (void)bytes, (void)length;
    return false;
}

static void test_library(void)
{
    static const char bytes[] = "loại: Kế hoạch\n\nI. A\n\n1. Một câu.\n\n1. Hai câu, xem khoản 3.\n\n"
                                "2. Ba câu./.\n\nnơi nhận:\n- Lưu: VT.\n";
    struct qc_context *qc = qc_context_new();
    struct qc_repaired repaired;
    struct qc_buf text = { .arena = &scratch }, diff = { .arena = &scratch };
    unit_check(qc_repair(qc, true, &repaired) == QC_BAD_ARGUMENT && qc_text(qc, keep, &text) == QC_BAD_ARGUMENT &&
                   qc_print_repairs(qc, keep, &text) == QC_BAD_ARGUMENT, "nothing is compiled");
    qc_compile_memory(qc, "x.qc", "a\0", 2);
    unit_check(qc_repair(qc, true, &repaired) == QC_FAILED && !repaired.changed, "what is no text");
    qc_compile_memory(qc, "x.qc", bytes, sizeof bytes - 1);
    unit_check(qc_repair(qc, false, &repaired) != QC_NO_MEMORY && repaired.suggested == 1,
               "a reference to a number that would come to be makes it a suggestion");
    unit_check(qc_repair(qc, true, &repaired) != QC_NO_MEMORY && repaired.changed && !repaired.unsettled &&
                   repaired.fixed >= 1, "repaired");
    qc_text(qc, keep, &text);
    unit_check(qc_str_find(qc_buf_str(&text), QC_STR("\n2. Hai câu, xem khoản 3")) < text.len &&
                   qc_str_find(qc_buf_str(&text), QC_STR("\n3. Ba câu")) < text.len, "the numbers");
    qc_print_repairs(qc, keep, &diff);
    unit_check(qc_str_find(qc_buf_str(&diff), QC_STR("\n-1. Hai câu")) < diff.len, "the diff");
    unit_check(qc_print_repairs(qc, refuse, NULL) == QC_WRITE_FAILED && qc_text(qc, refuse, NULL) == QC_WRITE_FAILED,
               "a writer that fails");
    unit_check(qc_repair(qc, true, &repaired) != QC_NO_MEMORY && !repaired.changed && repaired.fixed == 0,
               "a second time nothing");
    qc_context_free(qc);
}

/* The fix of a file's form, which no edit can say, beside one of its text. */
static void test_normal_form(void)
{
    begin("\xEF\xBB\xBF" "ab\r\nHoa\xCC\x80 c\r\n");
    edit(finding(true), 1, 2, "B\n");
    unit_same(applied(false).bytes, "\xEF\xBB\xBF" "aB\r\n\r\nHoa\xCC\x80 c\r\n", "what is not edited keeps its bytes");
    finding(true)->fix_normalizes = true;
    unit_same(applied(false).bytes, "aB\n\nHoà c\n", "the form of the whole file, and the edit");
    begin("\xEF\xBB\xBF" "ab\n");
    struct qc_diagnostic *form = finding(false);
    form->fix_normalizes = true;
    unit_check(applied(false).unsafe == 1 && applied(true).fixed == 1, "it is counted like any other");
    bool out = true;
    unit_same(qc_fixes_apply(&cx, source, &(struct qc_fix_choice){ true, &out }).bytes, "\xEF\xBB\xBF" "ab\n", "and may be left out");
}

/* The changes from one version to the other, as "begin-end:text;". */
static struct qc_str changes_of(const char *before, const char *after)
{
    struct qc_replacements found = { 0 };
    struct qc_buf out = { .arena = &scratch };
    qc_difference_find(&scratch, qc_str_from(before), qc_str_from(after), &found);
    for (size_t i = 0; i < found.items.count; i++) {
        const struct qc_replacement *one = &found.items.items[i];
        qc_buf_add(&out, qc_str_format(&scratch, "%zu-%zu:%.*s;", one->begin, one->end, QC_STR_ARGS(one->text)));
    }
    return qc_buf_str(&out);
}

static void test_changes(void)
{
    unit_same(changes_of("a\nb\n", "a\nb\n"), "", "no change");
    unit_same(changes_of("abc\nd\nefg\n", "aXc\nd\nefgh\n"), "1-2:X;9-9:h;", "each line for itself, and no more of it than differs");
    unit_same(changes_of("abc\ndef\n", "aXc\ndXf\n"), "1-2:X;5-6:X;", "also lines that follow each other");
    unit_same(changes_of("a\nb\nc\n", "a\nc\n"), "2-4:;", "a line that goes");
    unit_same(changes_of("a\nc", "a\nb\nc"), "2-2:b\n;", "one that comes");
    unit_same(changes_of("", "x"), "0-0:x;", "from nothing");
    unit_same(changes_of("x", ""), "0-1:;", "to nothing");
    unit_same(changes_of("ế", "ề"), "0-3:ề;", "letters that begin with the same bytes");
    unit_same(changes_of("xỡ", "xᄡ"), "1-4:ᄡ;", "or end with them");
    unit_same(changes_of("a\r\nb\r\n", "a\nb\r\n"), "1-3:\n;", "a line end of two is not cut");
    unit_same(changes_of("a\r\r\n", "a\r\n"), "1-2:;", "wherever it stands");
}

int main(void)
{
    jmp_buf out_of_memory;
    scratch.out_of_memory = &out_of_memory;
    if (setjmp(out_of_memory) != 0)
        return 1;
    test_choice();
    test_normal_form();
    test_overlaps();
    test_groups();
    test_bytes();
    test_elsewhere();
    test_difference();
    test_changes();
    test_paths();
    test_library();
    qc_arena_free(&cx.arena);
    qc_arena_free(&scratch);
    return unit_end();
}
