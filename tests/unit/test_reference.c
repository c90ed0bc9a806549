/*
 * test_reference.c - references in prose: what is found, of which document, and which unit is meant.
 */
#include "sema/reference.h"
#include "sema/resolve.h"
#include "syntax/parse.h"
#include "unit.h"

static jmp_buf out_of_memory;
static struct qc_compilation cx;
static struct qc_references references;
static const struct qc_document *document;

static void begin(const char *text)
{
    enum qc_source_fault fault;
    size_t at;
    qc_arena_free(&cx.arena);
    cx = (struct qc_compilation){ .arena.out_of_memory = &out_of_memory };
    struct qc_source *source = qc_source_add(&cx.arena, &cx.sources, QC_STR("a.qc"), qc_str_from(text), &fault, &at);
    document = qc_resolve(&cx, qc_parse(&cx, source), "a.qc");
    qc_references_begin(&references, &cx.arena, document);
}

static const struct qc_unit *unit_of(const char *anchor)
{
    for (struct qc_unit *unit = document->root; unit != NULL; unit = qc_unit_next(unit))
        if (unit->parent != NULL && qc_str_equal(unit->anchor, qc_str_from(anchor)))
            return unit;
    return NULL;
}

/* A line for each reference: its words, its document, and for each part the unit, "-" or what is missing. */
static void test(const char *text, const char *from, const char *expected)
{
    static const char *const scopes[] = { "here", "bare", "other" };
    struct qc_buf buf = { .arena = &cx.arena };
    qc_references_find(&references, qc_str_from(text), unit_of(from));
    for (size_t i = 0; i < references.items.count; i++) {
        const struct qc_reference *reference = &references.items.items[i];
        struct qc_str words = qc_str_slice(qc_str_from(text), reference->begin, reference->end);
        qc_buf_add(&buf, qc_str_format(&cx.arena, "%s%.*s %s", i > 0 ? "; " : "", QC_STR_ARGS(words),
                                       scopes[reference->scope]));
        for (size_t k = 0; k < reference->count && reference->scope != QC_REFERENCE_OTHER; k++) {
            const struct qc_reference_part *part = &references.parts.items[reference->first + k];
            struct qc_str target = part->unit != NULL ? part->unit->anchor : part->missing ? QC_STR("none") : QC_STR("-");
            qc_buf_add(&buf, qc_str_format(&cx.arena, " %.*s", QC_STR_ARGS(target)));
        }
    }
    unit_same(qc_buf_str(&buf), expected, text);
}

static const char articles[] = "loại: Quy chế\n\n"
                               "Chương I\nQUY ĐỊNH CHUNG\n\n"
                               "Điều 1. Nguyên tắc\n\n1. Một.\n\n2. Hai:\n\na) A;\n\nb) B;\n\nđ) Đ.\n\n"
                               "Chương II\nTHI HÀNH\n\n"
                               "Điều 2. Trách nhiệm\n\n1. Một.\n\n2. Hai.\n\n3. Ba.\n";

static void test_articles(void)
{
    begin(articles);
    test("theo điểm b khoản 2 Điều 1 Quy chế này", "dieu-2.1", "điểm b khoản 2 Điều 1 here dieu-1.2.b dieu-1.2 dieu-1");
    test("theo Điều 2", "dieu-1", "Điều 2 bare dieu-2");
    test("theo Điều 9 của Quy chế này", "dieu-1", "Điều 9 here none");
    test("theo khoản 3 Điều 1", "dieu-1", "khoản 3 Điều 1 bare none dieu-1");
    test("theo khoản 3 Điều này", "dieu-2.1", "khoản 3 Điều này here dieu-2.3 dieu-2");
    test("theo khoản 3", "dieu-2.1", "khoản 3 bare dieu-2.3");
    test("theo khoản 3", "dieu-1.1", "khoản 3 bare none");
    test("tại khoản này", "dieu-1.2.a", "khoản này here dieu-1.2");
    test("theo điểm đ khoản này", "dieu-1.2.a", "điểm đ khoản này here dieu-1.2.dd dieu-1.2");
    test("các khoản 1, 2 và 3 Điều 2", "dieu-1", "khoản 1, 2 và 3 Điều 2 bare dieu-2.1 dieu-2.2 dieu-2.3 dieu-2");
    test("điểm a, b khoản 2 và khoản 1 Điều 1", "dieu-2",
         "điểm a, b khoản 2 và khoản 1 Điều 1 bare dieu-1.2.a dieu-1.2.b dieu-1.2 dieu-1.1 dieu-1");
    test("điểm a), b) khoản 2, Điều 1", "dieu-2", "điểm a), b) khoản 2, Điều 1 bare dieu-1.2.a dieu-1.2.b dieu-1.2 dieu-1");
    test("Điều 1 khoản 2 điểm b", "dieu-2", "Điều 1 khoản 2 điểm b bare dieu-1 dieu-1.2 dieu-1.2.b");
    test("Điều 1, khoản 3 Điều 2", "dieu-2", "Điều 1, khoản 3 Điều 2 bare dieu-1 dieu-2.3 dieu-2");
    test("từ Điều 1 đến Điều 2", "dieu-2", "Điều 1 đến Điều 2 bare dieu-1 dieu-2");
    test("Điều 2 Chương II và Chương 1", "dieu-1", "Điều 2 Chương II và Chương 1 bare dieu-2 chuong-II chuong-I");
    test("Điều 2 Chương I", "dieu-1", "Điều 2 Chương I bare none chuong-I");
    test("khoản 1", "", "khoản 1 bare -");
}

static void test_documents(void)
{
    begin(articles);
    test("khoản 2 Điều 3 Thông tư số 55/2011/TT-BGDĐT", "dieu-1", "khoản 2 Điều 3 other");
    test("Điều 5 Luật Công đoàn", "dieu-1", "Điều 5 other");
    test("Điều 5 và Điều 6, theo Luật Công đoàn", "dieu-1", "Điều 5 và Điều 6 other");
    test("Điều 2. Luật Công đoàn", "dieu-1", "Điều 2 bare dieu-2");
    test("Điều 2 Quy chế này; Điều 5 Luật Công đoàn", "dieu-1", "Điều 2 here dieu-2; Điều 5 other");
    test("Điều 5 Quyết định này", "dieu-1", "Điều 5 other");
    test("Điều 2 Quy chế phối hợp này", "dieu-1", "Điều 2 here dieu-2");
    test("Điều 2 của văn bản này", "dieu-1", "Điều 2 here dieu-2");
    test("Điều 5 {Luật Công đoàn}", "dieu-1", "Điều 5 other");
    test("Điều 2 {#nhãn}", "dieu-1", "Điều 2 bare dieu-2");
    test("khoản 2 {@nhãn} và Điều 2", "dieu-2", "khoản 2 other; Điều 2 bare dieu-2");
    test("Điều 2, \"Điều 1\" và Điều 2", "dieu-1", "Điều 2 bare dieu-2; Điều 1 other; Điều 2 bare dieu-2");
    test("“Điều 5. Trẻ em có quyền”", "dieu-1", "Điều 5 other");
    test("mục 1, Phần III Công văn số 7886/HD-BNV", "dieu-1", "mục 1, Phần III other");
    test("quy định Điều 2 của pháp luật", "dieu-1", "Điều 2 bare dieu-2");
}

static void test_no_references(void)
{
    begin(articles);
    test("Điều kiện, điều lệ, mục đích, chương trình, khoản tiền, điểm số", "dieu-1", "");
    test("khoản 5 triệu đồng, khoản 500.000 đồng, điều 50%", "dieu-1", "");
    test("Điều 2024, mục tiêu 2, phần 1/3", "dieu-1", "");
    test("điểm trường a, điểm y tế", "dieu-1", "");
    test("`Điều 5` và {Điều 5}", "dieu-1", "");
}

static void test_sections(void)
{
    begin("loại: Kế hoạch\n\nI. MỤC ĐÍCH\n\n1. Một.\n\nII. NỘI DUNG\n\n1. Một:\n\na) A.\n\n2. Hai:\n\n2.1. Hai một.\n");
    test("khoản 1 Mục II Kế hoạch này", "I.1", "khoản 1 Mục II here II.1 II");
    test("điểm a khoản 1 Mục II", "I.1", "điểm a khoản 1 Mục II bare II.1.a II.1 II");
    test("Mục V", "I.1", "Mục V bare none");
    test("khoản 2", "II.1", "khoản 2 bare II.2");
    test("khoản 2", "I.1", "khoản 2 bare none");
    test("mục 1 phần II", "I.1", "mục 1 phần II bare II.1 II");
    test("khoản 2.1 Mục II", "I.1", "khoản 2.1 Mục II bare II.2.2.1 II");
    test("Mục này", "II.1.a", "Mục này here II");
}

int main(void)
{
    if (setjmp(out_of_memory) != 0)
        return 1;
    test_articles();
    test_documents();
    test_no_references();
    test_sections();
    qc_arena_free(&cx.arena);
    return unit_end();
}
