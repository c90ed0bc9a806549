/*
 * fuzz_html.c - the HTML of any document, even one with errors, holds nothing but what the emitter writes.
 */
#include "harness.h"
#include "judge.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct fuzz_text out;
    struct fuzz_input input = fuzz_input(data, size);
    struct qc_context *qc = fuzz_context();
    const struct qc_emit_options options = {
        .toc = input.options & 1,
        .fragment = input.options & 2,
        .css = "",
        .no_embed = true,
    };
    if (fuzz_compile(qc, input.text) == QC_OK && input.options & 4)
        qc_check(qc);
    out.length = 0;
    enum qc_result result = qc_emit(qc, "html", &options, fuzz_keep, &out);
    FUZZ_REQUIRE(result == QC_OK || result == QC_BAD_ARGUMENT); /* bytes that are no text: no document */
    if (result == QC_OK)
        judge_html(fuzz_str(&out));
    return 0;
}
