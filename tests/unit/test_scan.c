/*
 * test_scan.c - the lines of a source: they stay when memory is used again.
 */
#include "syntax/token.h"
#include "unit.h"

static jmp_buf out_of_memory;
static struct qc_compilation cx;

/* A source that is no file of the compilation has no index of its lines. */
static void test_without_index(void)
{
    enum { LINES = 500 };
    struct qc_buf text = { .arena = &cx.arena };
    for (int i = 0; i < LINES; i++)
        qc_buf_add(&text, QC_STR("1. Họp.\n"));
    const struct qc_source source = { .text = qc_buf_str(&text) };
    struct qc_scanned lines = { 0 };
    qc_scan(&cx, &source, &lines);
    for (int i = 0; i < LINES; i++)
        memset(qc_alloc(&cx.arena, 256), 0xFF, 256);
    bool fine = lines.items.count == LINES + 1;
    for (size_t i = 0; fine && i < LINES; i++)
        fine = lines.items.items[i].kind == QC_LINE_DECIMAL && lines.items.items[i].begin == i * strlen("1. Họp.\n");
    unit_check(fine, "lines stay where nobody writes");
}

int main(void)
{
    cx.arena.out_of_memory = &out_of_memory;
    if (setjmp(out_of_memory) != 0)
        return 1;
    test_without_index();
    qc_arena_free(&cx.arena);
    return unit_end();
}
