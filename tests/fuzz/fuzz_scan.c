/*
 * fuzz_scan.c - text to lines: every byte of the text stands in one line, in order.
 */
#include "harness.h"
#include "syntax/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct qc_compilation *cx = fuzz_compilation_begin();
    enum qc_source_fault fault;
    size_t at;
    struct qc_source *source =
        qc_source_add(&cx->arena, &cx->sources, QC_STR("fuzz.qc"), fuzz_input(data, size).text, &fault, &at);
    if (source != NULL) {
        struct qc_scanned lines = { 0 };
        qc_scan(cx, source, &lines);
        size_t end = 0;
        for (size_t i = 0; i < lines.items.count; i++) {
            const struct qc_scanned_line *line = &lines.items.items[i];
            FUZZ_REQUIRE(line->begin >= end && line->begin <= line->end && line->end <= source->text.len);
            end = line->end;
        }
    }
    fuzz_compilation_end();
    return 0;
}
