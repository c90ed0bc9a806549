/*
 * fuzz_parse.c - text to tree, and the tree printed.
 */
#include "harness.h"
#include "syntax/parse.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct qc_compilation *cx = fuzz_compilation_begin();
    enum qc_source_fault fault;
    size_t at;
    struct qc_source *source =
        qc_source_add(&cx->arena, &cx->sources, QC_STR("fuzz.qc"), fuzz_input(data, size).text, &fault, &at);
    if (source != NULL) {
        struct qc_tree *tree = qc_parse(cx, source);
        FUZZ_REQUIRE(tree != NULL);
        struct qc_buf out = { .arena = &cx->arena };
        qc_dump_tree(tree, &out);
    }
    fuzz_compilation_end();
    return 0;
}
