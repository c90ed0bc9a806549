/*
 * test_link.c - references in printed prose that become links: where they begin and end, to which unit, and which do not.
 */
#include "sema/resolve.h"
#include "syntax/parse.h"
#include "unit.h"

static jmp_buf out_of_memory;
static struct qc_compilation cx;

/* The inlines as they are: [words>anchor] for a reference, <…> for a link, *…* for emphasis, `…` for code. */
static void print(struct qc_buf *buf, const struct qc_inline *node)
{
    for (; node != NULL; node = node->next)
        switch (node->kind) {
        case QC_INLINE_TEXT: qc_buf_add(buf, qc_str_format(buf->arena, "%.*s", QC_STR_ARGS(node->text))); break;
        case QC_INLINE_CODE: qc_buf_add(buf, qc_str_format(buf->arena, "`%.*s`", QC_STR_ARGS(node->text))); break;
        case QC_INLINE_REFERENCE:
            qc_buf_add(buf, qc_str_format(buf->arena, "[%.*s>%.*s]", QC_STR_ARGS(node->text),
                                          QC_STR_ARGS(node->unit->anchor)));
            break;
        case QC_INLINE_EMPHASIS:
        case QC_INLINE_STRONG:
        case QC_INLINE_LINK:
            qc_buf_char(buf, node->kind == QC_INLINE_LINK ? '<' : '*');
            print(buf, node->children);
            qc_buf_char(buf, node->kind == QC_INLINE_LINK ? '>' : '*');
            break;
        }
}

static const struct qc_document *read(const char *text)
{
    enum qc_source_fault fault;
    size_t at;
    qc_arena_free(&cx.arena);
    qc_arena_free(&cx.scratch);
    cx = (struct qc_compilation){ .arena.out_of_memory = &out_of_memory };
    struct qc_source *source = qc_source_add(&cx.arena, &cx.sources, QC_STR("a.qc"), qc_str_from(text), &fault, &at);
    return qc_resolve(&cx, qc_parse(&cx, source), "a.qc");
}

/* Reads text as khoản 1 of Điều 1. No word may be lost, none added. */
static void test(const char *text, const char *expected)
{
    static const char before[] = "loại: Quy chế\nđặt: văn bản khác = Luật Công đoàn\n\nChương I\nQUY ĐỊNH CHUNG\n\n"
                                 "Điều 1. Nguyên tắc\n\n1. ";
    static const char after[] = "\n\n2. Hai: {#hai}\n\na) A;\n\nb) B.\n\nChương II\nTHI HÀNH\n\n"
                                "Điều 2. Trách nhiệm\n\n1. Một.\n\n2. Hai:\n\na) A;\n\nb) B.\n\n3. Ba. {văn bản khác}\n";
    struct qc_arena arena = { .out_of_memory = &out_of_memory };
    struct qc_str whole = qc_str_format(&arena, "%s%s%s", before, text, after);
    const struct qc_document *document = read(qc_str_terminated(&arena, whole));
    const struct qc_unit *clause = document->root->first_child->first_child->first_child;
    struct qc_buf buf = { .arena = &cx.arena };
    print(&buf, qc_inline_nodes(&cx.arena, &clause->content[0]));
    unit_same(qc_buf_str(&buf), expected, text);
    struct qc_str words = qc_inline_text(&cx.arena, clause->content[0].first);
    unit_check(qc_str_equal(words, clause->content[0].plain), "its words are the same");
    qc_arena_free(&arena);
}

static void test_extent(void)
{
    test("Điều 2", "[Điều 2>dieu-2]");
    test("theo Điều 2 Quy chế này.", "theo [Điều 2>dieu-2] Quy chế này.");
    test("Điều 2; Điều 2", "[Điều 2>dieu-2]; [Điều 2>dieu-2]");
    test("điểm b khoản 2 Điều 2", "[điểm b khoản 2 Điều 2>dieu-2.2.b]");
    test("khoản 2, Điều 2", "[khoản 2, Điều 2>dieu-2.2]");
    test("khoản 2 của Điều 2", "[khoản 2 của Điều 2>dieu-2.2]");
    test("Điều 2 khoản 2 điểm b", "[Điều 2 khoản 2 điểm b>dieu-2.2.b]");
    test("khoản 1, 2 và 3 Điều 2", "[khoản 1>dieu-2.1], [2>dieu-2.2] và [3>dieu-2.3] [Điều 2>dieu-2]");
    test("Điều 2 khoản 1 và 2", "[Điều 2>dieu-2] [khoản 1>dieu-2.1] và [2>dieu-2.2]");
    test("điểm a, b khoản 2 Điều 2", "[điểm a>dieu-2.2.a], [b>dieu-2.2.b] [khoản 2 Điều 2>dieu-2.2]");
    test("điểm a khoản 2 và khoản 3 Điều 2", "[điểm a khoản 2>dieu-2.2.a] và [khoản 3>dieu-2.3] [Điều 2>dieu-2]");
    test("khoản 2 Điều này và Điều 2", "[khoản 2 Điều này>dieu-1.2] và [Điều 2>dieu-2]");
    test("THEO ĐIỀU 2 và Chương\xC2\xA0II", "THEO [ĐIỀU 2>dieu-2] và [Chương\xC2\xA0II>chuong-II]");
    test("Như các khoản từ 1 đến 2", "Như các khoản từ 1 đến [2>dieu-1.2]"); /* no other reference in the paragraph */
    test("Ban hành tháng 5, Điều 2", "Ban hành tháng 5, [Điều 2>dieu-2]");
}

static void test_marks(void)
{
    test("theo **Điều 2** và *khoản 1 Điều 2.*", "theo *[Điều 2>dieu-2]* và *[khoản 1 Điều 2>dieu-2.1].*");
    test("khoản 1 *Điều 2*, **Điều** 2, Điều 2", "khoản 1 *Điều 2*, *Điều* 2, [Điều 2>dieu-2]");
    test("`Điều 2`, `khoản 1` Điều 2", "`Điều 2`, `khoản 1` [Điều 2>dieu-2]");
    test("[Điều 2](https://hoamai.edu.vn), Điều 2", "<Điều 2>, [Điều 2>dieu-2]");
    test("{@hai}; Điều 2", "[khoản 2 Điều 1>dieu-1.2]; [Điều 2>dieu-2]");
    test("điểm b {@hai}; Điều 2", "điểm b [khoản 2 Điều 1>dieu-1.2]; [Điều 2>dieu-2]");
    test("\\*Điều 2\\* và \\{Điều 2\\}", "*[Điều 2>dieu-2]* và {Điều 2}");
}

static void test_no_link(void)
{
    test("Điều 2 Luật Công đoàn; khoản 2 Điều 2 Nghị định số 30/2020/NĐ-CP",
         "Điều 2 Luật Công đoàn; khoản 2 Điều 2 Nghị định số 30/2020/NĐ-CP");
    test("Điều 2 và Điều 3, theo {văn bản khác}", "Điều 2 và Điều 3, theo Luật Công đoàn");
    test("Luật Công đoàn và Điều 2", "Luật Công đoàn và Điều 2");
    test("Luật Công đoàn và Điều 2 Quy chế này", "Luật Công đoàn và [Điều 2>dieu-2] Quy chế này");
    test("Điều 2 Bộ quy chuẩn; Điều 2 của đơn vị", "Điều 2 Bộ quy chuẩn; Điều 2 của đơn vị");
    test("“Điều 2” và \"Điều 2\", Điều 2", "“Điều 2” và \"Điều 2\", [Điều 2>dieu-2]");
    test("Điều 9; khoản 9 Điều 2 Quy chế này", "Điều 9; khoản 9 Điều 2 Quy chế này");
    test("khoản 1, 9 Điều 2 thì", "khoản 1, 9 Điều 2 thì");
    test("khoản 1, 9 Điều 2 Quy chế này", "[khoản 1>dieu-2.1], 9 [Điều 2>dieu-2] Quy chế này");
    test("Điều này, khoản này, Điều 1, khoản 1, Chương I", "Điều này, khoản này, Điều 1, khoản 1, Chương I");
    test("điều 2; chương 2; điểm 2", "điều 2; chương 2; điểm 2");
    test("Điều kiện, mục đích, khoản 2 triệu đồng", "Điều kiện, mục đích, khoản 2 triệu đồng");
}

/* Where a reference may stand: preamble, titles, closing and recipients, but no basis and no header. */
static void test_places(void)
{
    const struct qc_document *document =
        read("loại: Quy chế\ntrích yếu: Theo Điều 2\ncăn cứ: Điều 2\nmở đầu: Theo Điều 2:\n\nĐiều 1. Như Điều 2\n\nĐiều 2. Hết\n\n"
             "kết thúc:\nTheo Điều 2.\n\nnơi nhận:\n- Như Điều 2;\n");
    struct qc_inlines *texts[] = {
        document->subject.items[0],          document->recitals.items[0].content, document->recitals.items[1].content,
        &document->root->first_child->content[0], document->closing.items[0],      document->recipients.items[0].content,
    };
    struct qc_buf buf = { .arena = &cx.arena };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        print(&buf, qc_inline_nodes(&cx.arena, texts[i]));
        qc_buf_char(&buf, '|');
    }
    unit_same(qc_buf_str(&buf),
              "Theo Điều 2|Căn cứ Điều 2.|Theo [Điều 2>dieu-2]:|Như [Điều 2>dieu-2]|Theo [Điều 2>dieu-2].|"
              "Như [Điều 2>dieu-2];|",
              "places");
}

/* The last of many paragraphs has its link as the first has: what is kept of one is no matter of their number. */
static void test_many(void)
{
    enum { MANY = 700 };
    struct qc_arena arena = { .out_of_memory = &out_of_memory };
    struct qc_buf text = { .arena = &arena };
    qc_buf_add(&text, QC_STR("loại: Quy chế\n\nĐiều 1. Nguyên tắc\n\n"));
    for (unsigned i = 1; i <= MANY; i++)
        qc_buf_add(&text, qc_str_format(&arena, "%u. Việc thứ %u theo khoản 1 Điều này.\n\n", i, i));
    const struct qc_document *document = read(qc_str_terminated(&arena, qc_buf_str(&text)));
    size_t linked = 0;
    for (const struct qc_unit *unit = document->root->first_child->first_child; unit != NULL; unit = unit->next)
        for (const struct qc_inline *node = qc_inline_nodes(&cx.arena, &unit->content[0]); node != NULL; node = node->next)
            linked += node->kind == QC_INLINE_REFERENCE;
    unit_check(linked == MANY - 1, "each of many paragraphs has its link, but the first, to which they lead");
    qc_arena_free(&arena);
}

int main(void)
{
    if (setjmp(out_of_memory) != 0)
        return 1;
    test_extent();
    test_marks();
    test_no_link();
    test_places();
    test_many();
    qc_arena_free(&cx.arena);
    qc_arena_free(&cx.scratch);
    return unit_end();
}
