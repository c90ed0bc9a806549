/*
 * replay.c - main of a harness without libFuzzer: replay FILE… gives it each file, as libFuzzer would.
 */
#include <stdio.h>
#include <stdlib.h>

#include "harness.h"

static struct fuzz_text read_file(const char *name)
{
    struct fuzz_text text = { 0 };
    char block[4096];
    FILE *file = fopen(name, "rb");
    if (file == NULL) {
        perror(name);
        exit(2);
    }
    for (size_t got; (got = fread(block, 1, sizeof block, file)) > 0;)
        fuzz_keep(&text, block, got);
    fclose(file);
    return text;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        struct fuzz_text text = read_file(argv[i]);
        char *bytes = malloc(text.length + (text.length == 0)); /* of the exact size: reading beyond it is seen */
        FUZZ_REQUIRE(bytes != NULL);
        if (text.length > 0)
            memcpy(bytes, text.bytes, text.length);
        LLVMFuzzerTestOneInput((const uint8_t *)bytes, text.length);
        free(bytes);
        free(text.bytes);
    }
    printf("%d inputs\n", argc - 1);
    return 0;
}
