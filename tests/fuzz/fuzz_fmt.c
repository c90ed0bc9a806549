/*
 * fuzz_fmt.c - the canonical form: never refused, the same document, and its own canonical form.
 */
#include "harness.h"
#include "judge.h"

static enum qc_result reformat(struct qc_context *qc, unsigned wrap, struct qc_reformatted *done)
{
    enum qc_result result = qc_reformat(qc, wrap, done);
    FUZZ_REQUIRE(result == QC_OK || result == QC_FAILED);
    FUZZ_REQUIRE(!done->refused);
    return result;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct fuzz_text before, after, first, second;
    struct fuzz_input input = fuzz_input(data, size);
    struct qc_context *qc = fuzz_context();
    struct qc_reformatted done, again;
    unsigned wrap = input.options & 1 ? 20 + (input.options >> 1) % 101 : 0;
    if (fuzz_compile(qc, input.text) != QC_OK)
        return 0;
    before.length = after.length = first.length = second.length = 0;
    FUZZ_REQUIRE(qc_dump(qc, "document", fuzz_keep, &before) == QC_OK);
    if (reformat(qc, wrap, &done) != QC_OK)
        return 0;
    FUZZ_REQUIRE(qc_text(qc, fuzz_keep, &first) == QC_OK);
    FUZZ_REQUIRE(qc_dump(qc, "document", fuzz_keep, &after) == QC_OK);
    FUZZ_REQUIRE(qc_str_equal(fuzz_str(&before), fuzz_str(&after)));
    FUZZ_REQUIRE(fuzz_compile(qc, fuzz_str(&first)) == QC_OK);
    FUZZ_REQUIRE(reformat(qc, wrap, &again) == QC_OK);
    FUZZ_REQUIRE(qc_text(qc, fuzz_keep, &second) == QC_OK);
    FUZZ_REQUIRE(done.unwrapped || qc_str_equal(fuzz_str(&first), fuzz_str(&second)));
    return 0;
}
