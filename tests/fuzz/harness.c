/* harness.c - see harness.h. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>

struct fuzz_input fuzz_input(const uint8_t *data, size_t size)
{
    if (size < 2)
        return (struct fuzz_input){ 0, { "", 0 } };
    return (struct fuzz_input){ data[0] | (unsigned)data[1] << 8, { (const char *)data + 2, size - 2 } };
}

_Noreturn void fuzz_fault(const char *file, int line, const char *what)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    abort();
}

struct qc_context *fuzz_context(void)
{
    static struct qc_context *qc;
    if (qc == NULL)
        qc = qc_context_new();
    FUZZ_REQUIRE(qc != NULL);
    return qc;
}

/* That errors are counted exactly when the call says so. */
static enum qc_result truthful(struct qc_context *qc, enum qc_result result)
{
    FUZZ_REQUIRE(result == QC_OK || result == QC_FAILED);
    FUZZ_REQUIRE((result == QC_FAILED) == (qc_message_count(qc, QC_ERROR) > 0));
    return result;
}

enum qc_result fuzz_compile(struct qc_context *qc, struct qc_str text)
{
    return truthful(qc, qc_compile_memory(qc, FUZZ_NAME, text.ptr, text.len));
}

enum qc_result fuzz_check(struct qc_context *qc, struct qc_str text)
{
    fuzz_compile(qc, text);
    return truthful(qc, qc_check(qc));
}

bool fuzz_keep(void *user, const char *bytes, size_t length)
{
    struct fuzz_text *text = user;
    if (length > text->room - text->length) {
        text->room = 2 * (text->length + length);
        text->bytes = realloc(text->bytes, text->room);
        FUZZ_REQUIRE(text->bytes != NULL);
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    return true;
}

bool fuzz_emit(const char *format, struct fuzz_input input, struct qc_str *out)
{
    static struct fuzz_text text;
    struct qc_context *qc = fuzz_context();
    const struct qc_emit_options options = {
        .toc = input.options & 1,
        .fragment = input.options & 2,
        .css = "",
        .no_embed = true,
    };
    if (fuzz_compile(qc, input.text) == QC_OK && input.options & 4)
        qc_check(qc);
    text.length = 0;
    enum qc_result result = qc_emit(qc, format, &options, fuzz_keep, &text);
    FUZZ_REQUIRE(result == QC_OK || result == QC_BAD_ARGUMENT);
    *out = fuzz_str(&text);
    return result == QC_OK;
}

static struct qc_compilation compilation;

struct qc_compilation *fuzz_compilation_begin(void)
{
    compilation = (struct qc_compilation){ 0 }; /* with no way out when memory ends: the arena aborts */
    return &compilation;
}

void fuzz_compilation_end(void)
{
    qc_arena_free(&compilation.arena);
}
