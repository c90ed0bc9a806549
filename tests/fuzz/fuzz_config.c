/*
 * fuzz_config.c - the project file .qc.toml, in a folder of its own.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "harness.h"
#include "judge.h"

static char folder[] = "/tmp/qc-fuzz-XXXXXX", document[64], config[64];

static void remove_folder(void)
{
    unlink(config);
    rmdir(folder);
}

static int open_config(void)
{
    FUZZ_REQUIRE(mkdtemp(folder) != NULL);
    snprintf(document, sizeof document, "%s/fuzz.qc", folder);
    snprintf(config, sizeof config, "%s/.qc.toml", folder);
    atexit(remove_folder);
    return open(config, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char text[] = "1. Một.\n";
    static int file = -1;
    static struct fuzz_text out;
    struct qc_str bytes = fuzz_input(data, size).text;
    struct qc_context *qc = fuzz_context();
    if (file < 0)
        file = open_config();
    FUZZ_REQUIRE(file >= 0 && ftruncate(file, 0) == 0);
    FUZZ_REQUIRE(pwrite(file, bytes.ptr, bytes.len, 0) == (ssize_t)bytes.len);
    qc_use_config(qc, true);
    enum qc_result result = qc_compile_memory(qc, document, text, sizeof text - 1);
    FUZZ_REQUIRE(result == QC_OK || result == QC_FAILED);
    out.length = 0;
    FUZZ_REQUIRE(qc_print_messages(qc, QC_VIETNAMESE, false, fuzz_keep, &out) == QC_OK);
    judge_terminal(fuzz_str(&out));
    return 0;
}
