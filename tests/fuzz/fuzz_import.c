/*
 * fuzz_import.c - a text, a page or a Markdown document of others, in any encoding: what is made of it is text that compiles.
 *
 * Not .docx: its parts are packed; nor HTML where the module that reads it is not found.
 */
#include "harness.h"
#include "judge.h"

static const char *format_of(unsigned options)
{
    static const char *const formats[] = { NULL, "text", "markdown", "html" };
    return formats[options % 4];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = fuzz_input(data, size);
    static struct qc_context *importing;
    struct qc_import_options options = { .format = format_of(input.options) };
    struct qc_imported imported;
    struct qc_imported_text text;
    size_t encodings = 0;
    while (qc_import_encoding_at(encodings) != NULL)
        encodings++;
    if (input.options & 4)
        options.encoding = qc_import_encoding_at((input.options >> 3) % encodings);
    if (importing == NULL)
        importing = qc_context_new();
    FUZZ_REQUIRE(importing != NULL);
    enum qc_result result = qc_import(importing, "/not-there/fuzz.txt", input.text.ptr, input.text.len, &options, &imported);
    FUZZ_REQUIRE(result == QC_OK || result == QC_FAILED || result == QC_UNREADABLE || result == QC_BAD_ARGUMENT);
    for (size_t i = 0; (result == QC_OK || result == QC_FAILED) && qc_imported_text(importing, i, &text); i++) {
        struct qc_context *qc = fuzz_context();
        fuzz_compile(qc, (struct qc_str){ text.bytes, text.length });
        struct qc_rule rule;
        FUZZ_REQUIRE(qc_rule_find("file-encoding", &rule) && qc_rule_count(qc, rule.number) == 0);
    }
    return 0;
}
