/*
 * test_base.c - arena, vectors, strings, maps.
 */
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "unit.h"

static struct qc_arena arena;

static void test_arena(void)
{
    char *a = qc_alloc(&arena, 10);
    memset(a, 1, 10);
    char *b = qc_realloc(&arena, a, 10, 100);
    unit_check(b == a && b[9] == 1 && b[10] == 0, "the last block grows in place, its new part is zero");
    qc_alloc(&arena, 1);
    char *c = qc_realloc(&arena, b, 100, 5000);
    unit_check(c != b && c[9] == 1 && c[4999] == 0, "another block moves");
    char *large = qc_alloc(&arena, 20u << 20);
    unit_check(large[0] == 0 && large[(20u << 20) - 1] == 0, "a block larger than a chunk");
    jmp_buf out;
    arena.out_of_memory = &out;
    if (setjmp(out) == 0) {
        qc_alloc_array(&arena, SIZE_MAX / 2, 8);
        unit_check(false, "a size that overflows is out of memory");
    } else {
        unit_check(true, "a size that overflows is out of memory");
    }
    arena.out_of_memory = NULL;
}

static bool is_zero(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

/* Memory that was had before, in this chunk or an older one, comes back as zeros. */
static void test_release(void)
{
    struct qc_arena own = { 0 };
    bool zeroed = true;
    for (size_t size = 16; size < 1 << 20; size *= 8) { /* the larger ones have a chunk of their own */
        memset(qc_alloc(&own, 100), 'x', 100);
        struct qc_arena_mark mark = qc_arena_mark(&own);
        memset(qc_alloc(&own, 1000), 'x', 1000);
        memset(qc_alloc(&own, size), 'x', size);
        qc_arena_release(&own, mark);
        zeroed = zeroed && is_zero(qc_alloc(&own, 1000), 1000) && is_zero(qc_alloc(&own, size), size);
    }
    unit_check(zeroed, "released memory is zeroed when it is had again");
    qc_arena_free(&own);
}

static void test_vec(void)
{
    QC_VEC(int) numbers = { 0 };
    for (int i = 0; i < 1000; i++)
        *qc_vec_push(&arena, &numbers) = i;
    bool right = numbers.count == 1000;
    for (int i = 0; i < 1000; i++)
        right = right && numbers.items[i] == i;
    unit_check(right, "a vector of a thousand");
}

static void test_str(void)
{
    unit_check(qc_str_find(QC_STR("abcabd"), QC_STR("abd")) == 3, "find");
    unit_check(qc_str_find(QC_STR("abc"), QC_STR("x")) == 3, "find nothing gives the length");
    unit_check(qc_str_find(QC_STR(""), QC_STR("")) == 0, "find nothing in nothing");
    unit_same(qc_str_format(&arena, "%d-%s", 7, "x"), "7-x", "format");
    struct qc_buf buf = { .arena = &arena };
    for (int i = 0; i < 100; i++)
        qc_buf_add(&buf, QC_STR("ab"));
    qc_buf_code(&buf, 0x111);
    unit_check(buf.len == 202 && qc_str_ends(qc_buf_str(&buf), QC_STR("bđ")), "a buffer grows");
    unit_check(strcmp(qc_str_terminated(&arena, QC_STR("xy")), "xy") == 0, "terminated copy");
}

static void test_map(void)
{
    struct qc_map map = { 0 };
    static int values[500];
    for (int i = 0; i < 500; i++) {
        struct qc_str key = qc_str_format(&arena, "key %d", i);
        qc_map_add(&arena, &map, key, &values[i]);
    }
    bool right = map.count == 500;
    for (int i = 0; i < 500; i++)
        right = right && qc_map_get(&map, qc_str_format(&arena, "key %d", i)) == &values[i];
    unit_check(right, "five hundred keys are found again");
    unit_check(qc_map_add(&arena, &map, QC_STR("key 1"), &values[9]) == &values[1], "the first value stays");
    unit_check(qc_map_get(&map, QC_STR("no")) == NULL, "an unknown key");
}

int main(void)
{
    test_arena();
    test_release();
    test_vec();
    test_str();
    test_map();
    qc_arena_free(&arena);
    return unit_end();
}
