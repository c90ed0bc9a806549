/*
 * fuzz_html.c - the HTML of any document, even one with errors, holds nothing but what the emitter writes.
 */
#include "harness.h"
#include "judge.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_emit(data, size, "html", judge_html);
}
