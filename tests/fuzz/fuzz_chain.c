/*
 * fuzz_chain.c - documents of several years together, parted by a line "=====".
 */
#include "harness.h"
#include "judge.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct fuzz_text out;
    static struct qc_context *chains;
    struct fuzz_input input = fuzz_input(data, size);
    struct qc_context *qc = fuzz_context();
    if (chains == NULL)
        chains = qc_context_new();
    FUZZ_REQUIRE(chains != NULL && qc_chains_begin(chains, "/not-there") == QC_OK);
    for (struct qc_str rest = input.text; rest.len > 0;) {
        struct qc_str mark = QC_STR("=====\n"), one = qc_str_slice(rest, 0, qc_str_find(rest, mark));
        rest = qc_str_skip(rest, one.len == rest.len ? one.len : one.len + mark.len);
        fuzz_compile(qc, one);
        FUZZ_REQUIRE(qc_chains_add(chains, qc) == QC_OK);
    }
    enum qc_result result = qc_chains_judge(chains);
    FUZZ_REQUIRE(result == QC_OK || result == QC_FAILED);
    enum qc_language language = input.options & 1 ? QC_ENGLISH : QC_VIETNAMESE;
    out.length = 0;
    FUZZ_REQUIRE(qc_chains_print(chains, language, fuzz_keep, &out) == QC_OK);
    FUZZ_REQUIRE(qc_print_messages(chains, language, false, fuzz_keep, &out) == QC_OK);
    judge_terminal(fuzz_str(&out));
    return 0;
}
