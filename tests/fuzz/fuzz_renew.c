/*
 * fuzz_renew.c - next year's draft, its difference and its report.
 */
#include "harness.h"
#include "judge.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct fuzz_text draft, difference, report;
    struct fuzz_input input = fuzz_input(data, size);
    struct qc_context *qc = fuzz_context();
    bool json = input.options & 1;
    fuzz_compile(qc, input.text);
    enum qc_result result = qc_renew(qc, input.options & 2 ? "2027 - 2028" : NULL);
    FUZZ_REQUIRE(result == QC_OK || result == QC_BAD_ARGUMENT);
    if (result != QC_OK)
        return 0;
    draft.length = difference.length = report.length = 0;
    FUZZ_REQUIRE(qc_renewed_text(qc, fuzz_keep, &draft) == QC_OK);
    FUZZ_REQUIRE(qc_print_renewed(qc, fuzz_keep, &difference) == QC_OK);
    FUZZ_REQUIRE((difference.length > 0) == !qc_str_equal(fuzz_str(&draft), input.text));
    enum qc_language language = input.options & 4 ? QC_ENGLISH : QC_VIETNAMESE;
    FUZZ_REQUIRE(qc_print_renewal(qc, json, language, fuzz_keep, &report) == QC_OK);
    judge_terminal(fuzz_str(&report));
    if (json)
        judge_json(fuzz_str(&report));
    fuzz_compile(qc, fuzz_str(&draft));
    return 0;
}
