/*
 * fuzz_repair.c - fixes: what they give is text, what changed is what the diff says, and doing it again changes nothing.
 */
#include "harness.h"
#include "judge.h"

static void require_repaired(struct qc_context *qc, bool suggested, struct qc_repaired *done)
{
    enum qc_result result = qc_repair(qc, suggested, done);
    FUZZ_REQUIRE(result == QC_OK || result == QC_FAILED);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct fuzz_text text, difference;
    struct fuzz_input input = fuzz_input(data, size);
    struct qc_context *qc = fuzz_context();
    struct qc_repaired done, again;
    bool suggested = input.options & 1;
    fuzz_compile(qc, input.text);
    require_repaired(qc, suggested, &done);
    text.length = difference.length = 0;
    if (qc_text(qc, fuzz_keep, &text) == QC_BAD_ARGUMENT)
        return 0; /* bytes that are no text */
    FUZZ_REQUIRE(done.changed == !qc_str_equal(fuzz_str(&text), input.text));
    FUZZ_REQUIRE(qc_print_repairs(qc, fuzz_keep, &difference) == QC_OK);
    FUZZ_REQUIRE(done.changed == (difference.length > 0));
    size_t errors = qc_message_count(qc, QC_ERROR);
    fuzz_check(qc, fuzz_str(&text));
    FUZZ_REQUIRE(qc_message_count(qc, QC_ERROR) == errors);
    if (done.unsettled)
        return 0;
    require_repaired(qc, suggested, &again);
    FUZZ_REQUIRE(!again.changed);
    return 0;
}
