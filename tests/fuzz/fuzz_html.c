/*
 * fuzz_html.c - the HTML of any document, even one with errors, holds nothing but what the emitter writes.
 */
#include "harness.h"
#include "judge.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct qc_str out;
    if (fuzz_emit("html", fuzz_input(data, size), &out))
        judge_html(out);
    return 0;
}
