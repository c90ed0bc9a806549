/*
 * fuzz_document.c - text to document: its stages, its parties, its bases, for a terminal.
 */
#include "harness.h"
#include "judge.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct fuzz_text out;
    struct fuzz_input input = fuzz_input(data, size);
    struct qc_context *qc = fuzz_context();
    fuzz_compile(qc, input.text);
    out.length = 0;
    switch (input.options % 8) {
    case 0:
    case 1:
    case 2:
    case 3:
        qc_dump(qc, qc_stage_name(input.options % 8), fuzz_keep, &out);
        break;
    case 4:
        qc_parties(qc, fuzz_keep, &out);
        break;
    default: {
        const struct qc_bases_options options = {
            .today = { 22, 11, 2026 },
            .on = { 1, 1, input.options & 8 ? 2020 : 0 },
            .language = input.options & 16 ? QC_ENGLISH : QC_VIETNAMESE,
            .json = input.options & 32,
        };
        qc_bases(qc, &options, fuzz_keep, &out);
        if (options.json && out.length > 0)
            judge_json(fuzz_str(&out));
        break;
    }
    }
    judge_terminal(fuzz_str(&out));
    return 0;
}
