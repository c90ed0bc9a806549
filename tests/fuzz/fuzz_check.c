/*
 * fuzz_check.c - every check, the findings in every format.
 */
#include "harness.h"
#include "judge.h"

static void print_findings(struct qc_context *qc, unsigned options)
{
    static struct fuzz_text out;
    static const struct { const char *name; bool json; } formats[] = {
        { "text", false }, { "json", true }, { "sarif", true }, { "github", false }, { "gcc", false }, { "gitlab", true },
    };
    size_t format = options % (sizeof formats / sizeof *formats);
    enum qc_language language = options & 8 ? QC_ENGLISH : QC_VIETNAMESE;
    out.length = 0;
    struct qc_printer *printer = qc_printer_new(formats[format].name, language, false, fuzz_keep, &out);
    FUZZ_REQUIRE(printer != NULL);
    FUZZ_REQUIRE(qc_printer_add(printer, qc) == QC_OK);
    FUZZ_REQUIRE(qc_printer_end(printer) == QC_OK);
    qc_printer_free(printer);
    FUZZ_REQUIRE(out.length > 0 || qc_message_count(qc, QC_ERROR) == 0);
    if (formats[format].json)
        judge_json(fuzz_str(&out));
    judge_terminal(fuzz_str(&out));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = fuzz_input(data, size);
    struct qc_context *qc = fuzz_context();
    fuzz_check(qc, input.text);
    print_findings(qc, input.options);
    return 0;
}
