/*
 * harness.h - what the fuzzing harnesses share.
 *
 * A harness is one file fuzz_NAME.c with the entry that libFuzzer calls. The
 * first two bytes of an input are options, the rest is the document. What must
 * hold is said with FUZZ_REQUIRE: a fault ends the process as a crash does.
 */
#ifndef QC_TESTS_FUZZ_HARNESS_H
#define QC_TESTS_FUZZ_HARNESS_H

#include <stdint.h>

#include "base/str.h"
#include "diag/diag.h"
#include "qc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct fuzz_input {
    unsigned options;
    struct qc_str text;
};

struct fuzz_input fuzz_input(const uint8_t *data, size_t size);

/* The name of every document: of a folder that is not there, so that no file of this machine is read. */
#define FUZZ_NAME "/not-there/fuzz.qc"

#define FUZZ_REQUIRE(holds) ((holds) ? (void)0 : fuzz_fault(__FILE__, __LINE__, #holds))
_Noreturn void fuzz_fault(const char *file, int line, const char *what);

/* A context, made once and used again for each input. */
struct qc_context *fuzz_context(void);

/* Compiles, and requires that it ended well or with an error. */
enum qc_result fuzz_compile(struct qc_context *qc, struct qc_str text);

/* Same with all checks. */
enum qc_result fuzz_check(struct qc_context *qc, struct qc_str text);

/* What a writer of the library has been given. Begin with { 0 }; its room is used again. */
struct fuzz_text {
    char *bytes;
    size_t length, room;
};

bool fuzz_keep(void *user, const char *bytes, size_t length);

static inline struct qc_str fuzz_str(const struct fuzz_text *text)
{
    return (struct qc_str){ text->bytes, text->length };
}

/* What the document of an input prints in a format, errors or not; false when its bytes are no text, which is no document. */
bool fuzz_emit(const char *format, struct fuzz_input input, struct qc_str *out);

/* A compilation for the stages that have no function in qc.h, in an arena that is freed at its end. */
struct qc_compilation *fuzz_compilation_begin(void);
void fuzz_compilation_end(void);

#endif
