/*
 * scramble.c - lays out documents that nobody wrote: scramble COUNT FILE...
 *
 * What compiles must be laid out, at a width of lines or at none: the same
 * tree and document must come out, and be laid out in the same way once more.
 * Uses the public library alone. Prints a line of result.
 */
#include "qc.h"
#include "scrambled.h"

enum { MOST_COMPLAINTS = 10, LEAST_WIDTH = 20, MOST_WIDTH = 120, MOST_UNWRAPPED = 1000 /* one of so many */ };

/* ---- laying it out ---- */

static void dump(struct qc_context *qc, struct text *meaning)
{
    meaning->length = 0;
    add(meaning, "");
    qc_dump(qc, "tree", append, meaning);
    qc_dump(qc, "document", append, meaning);
}

/* What is wrong, or NULL. *laid_out: it compiled, so there was something to try; *unwrapped: not at that width. */
static const char *try_document(struct qc_context *qc, const struct text *text, unsigned width, bool *laid_out, bool *unwrapped)
{
    static struct text before, after;
    struct qc_reformatted reformatted;
    *unwrapped = false;
    *laid_out = qc_compile_memory(qc, "scrambled.qc", text->bytes, text->length) == QC_OK;
    if (!*laid_out)
        return NULL;
    dump(qc, &before);
    if (qc_reformat(qc, width, &reformatted) != QC_OK || reformatted.refused)
        return "is refused";
    *unwrapped = reformatted.unwrapped;
    dump(qc, &after);
    if (before.length != after.length || memcmp(before.bytes, after.bytes, before.length) != 0)
        return "does not mean the same";
    if (qc_reformat(qc, width, &reformatted) != QC_OK || reformatted.refused || reformatted.changed)
        return "changes again";
    return NULL;
}

int main(int argc, char **argv)
{
    size_t count = argc > 2 ? strtoul(argv[1], NULL, 10) : 0, files = count > 0 ? (size_t)argc - 2 : 0;
    struct text *file = calloc(files + 1, sizeof *file), text = { 0 };
    struct qc_context *qc = qc_context_new();
    if (files == 0 || file == NULL || qc == NULL)
        return 2;
    for (size_t i = 0; i < files; i++)
        if (!read_file(argv[i + 2], &file[i]))
            return 2;
    size_t tried = 0, wrong = 0, unwrapped = 0;
    for (size_t i = 0; i < count; i++) {
        bool laid_out, as_it_was;
        unsigned width = chance(2) == 0 ? 0 : LEAST_WIDTH + (unsigned)chance(MOST_WIDTH - LEAST_WIDTH);
        make(&file[chance(files)], &text);
        const char *fault = try_document(qc, &text, width, &laid_out, &as_it_was);
        tried += laid_out;
        unwrapped += as_it_was;
        wrong += fault != NULL;
        if (fault != NULL && wrong <= MOST_COMPLAINTS)
            printf("    at width %u this %s:\n%s----\n", width, fault, text.bytes);
    }
    bool fine = wrong == 0 && tried > 0 && unwrapped <= tried / MOST_UNWRAPPED;
    printf("%s - %zu documents laid out, %zu of them not at the width wanted; %zu that do not compile left alone\n",
           fine ? "ok" : "not ok", tried, unwrapped, count - tried);
    for (size_t i = 0; i < files; i++)
        free(file[i].bytes);
    free(file);
    free(text.bytes);
    qc_context_free(qc);
    return !fine;
}
