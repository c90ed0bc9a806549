/*
 * fuzz_check.c - every check, the findings in every format.
 */
#include "harness.h"
#include "judge.h"

static void print_findings(struct qc_context *qc, unsigned options)
{
    static struct fuzz_text out;
    static const char *const formats[] = { "text", "json", "sarif", "github", "gcc" };
    const char *format = formats[options % 5];
    enum qc_language language = options & 8 ? QC_ENGLISH : QC_VIETNAMESE;
    out.length = 0;
    struct qc_printer *printer = qc_printer_new(format, language, false, fuzz_keep, &out);
    FUZZ_REQUIRE(printer != NULL);
    FUZZ_REQUIRE(qc_printer_add(printer, qc) == QC_OK);
    FUZZ_REQUIRE(qc_printer_end(printer) == QC_OK);
    qc_printer_free(printer);
    FUZZ_REQUIRE(out.length > 0 || qc_message_count(qc, QC_ERROR) == 0);
    if (format[0] == 'j' || format[0] == 's')
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
