/*
 * nomemory.c - what the library does when memory runs out: nomemory STEP FIRST FILE...
 *
 * Each operation runs once and its allocations are counted; then again for each of them (from number FIRST on each
 * STEP-th) that fails, alone, and with all behind it. It must say QC_NO_MEMORY and have printed nothing of that call,
 * or come to the same end as if nothing had happened; all memory is given back; and the same context does the work once
 * more as if nothing had happened.
 *
 * The library is linked with its calls of the allocator led here, and with an arena that asks it for each block, so
 * that every place that takes memory is one that fails.
 */
#define QC_FIRST_CHUNK 16
#define QC_LARGEST_CHUNK 16
#include "base/arena.c"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>

#include "qc.h"

/* --- the allocator --- */

static size_t asked, fail_at, live; /* allocations so far; the one that fails, from 1, or 0; blocks not given back */
static bool fail_on;                /* all behind it fail, too */

static bool fails(void)
{
    asked++;
    return fail_at != 0 && (asked == fail_at || (fail_on && asked > fail_at));
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
char *__real_realpath(const char *path, char *real);
void __real_free(void *block);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
char *__wrap_realpath(const char *path, char *real);
void __wrap_free(void *block);

static void *taken(void *block)
{
    live += block != NULL;
    return block;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : taken(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : taken(__real_calloc(count, size));
}

void *__wrap_realloc(void *old, size_t size)
{
    if (fails())
        return NULL;
    live -= old != NULL;
    return taken(__real_realloc(old, size));
}

char *__wrap_realpath(const char *path, char *real)
{
    if (real != NULL)
        return __real_realpath(path, real);
    errno = ENOMEM;
    return fails() ? NULL : taken(__real_realpath(path, NULL));
}

void __wrap_free(void *block)
{
    live -= block != NULL;
    __real_free(block);
}

/* --- the operations --- */

struct run {
    const char *name, *bytes; /* of the document */
    size_t length;
    size_t printed;  /* bytes, in this call */
    uint64_t digest; /* of what was printed and what was answered */
    bool no_memory, torn; /* a call said so; and had printed something before */
};

static bool digest(void *user, const char *bytes, size_t length)
{
    struct run *run = user;
    for (size_t i = 0; i < length; i++)
        run->digest = (run->digest ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
    run->printed += length;
    return true;
}

/* Takes what a call answered. True when the operation can go on. */
static bool went(struct run *run, enum qc_result result)
{
    char answer = (char)('0' + result);
    if (result == QC_NO_MEMORY) {
        run->no_memory = true;
        run->torn |= run->printed > 0;
        return false;
    }
    digest(run, &answer, 1);
    run->printed = 0;
    return true;
}

static bool compile(struct run *run, struct qc_context *qc)
{
    return went(run, qc_compile_memory(qc, run->name, run->bytes, run->length));
}

static void emit(struct run *run, struct qc_context *qc, const char *format)
{
    struct qc_emit_options options = { .toc = true };
    if (compile(run, qc))
        went(run, qc_emit(qc, format, &options, digest, run));
}

static void do_html(struct run *run, struct qc_context *qc)
{
    emit(run, qc, "html");
}

static void do_latex(struct run *run, struct qc_context *qc)
{
    emit(run, qc, "latex");
}

static void do_markdown(struct run *run, struct qc_context *qc)
{
    emit(run, qc, "markdown");
}

static void do_file(struct run *run, struct qc_context *qc)
{
    if (went(run, qc_compile_file(qc, run->name)))
        went(run, qc_text(qc, digest, run));
}

static void do_dump(struct run *run, struct qc_context *qc)
{
    if (!compile(run, qc))
        return;
    for (size_t i = 0; qc_stage_name(i) != NULL; i++)
        if (!went(run, qc_dump(qc, qc_stage_name(i), digest, run)))
            return;
    went(run, qc_parties(qc, digest, run));
}

static void do_check(struct run *run, struct qc_context *qc)
{
    if (compile(run, qc) && went(run, qc_check(qc)))
        went(run, qc_print_messages(qc, QC_ENGLISH, false, digest, run));
}

/* A printer prints piece by piece: what went out before memory ran out is out. */
static void do_sarif(struct run *run, struct qc_context *qc)
{
    if (!compile(run, qc) || !went(run, qc_check(qc)))
        return;
    struct qc_printer *printer = qc_printer_new("sarif", QC_VIETNAMESE, false, digest, run);
    run->printed = 0;
    if (printer == NULL || !went(run, qc_printer_add(printer, qc)) || !went(run, qc_printer_end(printer)))
        run->no_memory = true;
    qc_printer_free(printer);
    run->torn = false;
}

static void do_fmt(struct run *run, struct qc_context *qc)
{
    struct qc_reformatted reformatted;
    if (compile(run, qc) && went(run, qc_reformat(qc, 80, &reformatted)) && went(run, qc_text(qc, digest, run)))
        went(run, qc_print_repairs(qc, digest, run));
}

static void do_fix(struct run *run, struct qc_context *qc)
{
    struct qc_repaired repaired;
    if (compile(run, qc) && went(run, qc_repair(qc, true, &repaired)) && went(run, qc_text(qc, digest, run)))
        went(run, qc_print_repairs(qc, digest, run));
}

static void do_renew(struct run *run, struct qc_context *qc)
{
    if (compile(run, qc) && went(run, qc_renew(qc, NULL)) && went(run, qc_renewed_text(qc, digest, run)))
        went(run, qc_print_renewal(qc, true, QC_VIETNAMESE, digest, run));
}

static void do_bases(struct run *run, struct qc_context *qc)
{
    struct qc_bases_options options = { .language = QC_VIETNAMESE, .on = { 22, 11, 2026 } };
    if (compile(run, qc))
        went(run, qc_bases(qc, &options, digest, run));
}

static void do_chain(struct run *run, struct qc_context *qc)
{
    struct qc_context *chains = qc_context_new();
    if (chains == NULL)
        run->no_memory = true;
    else if (went(run, qc_chains_begin(chains, "tests")) && compile(run, qc) && went(run, qc_chains_add(chains, qc)) &&
             went(run, qc_chains_judge(chains)))
        went(run, qc_chains_print(chains, QC_ENGLISH, digest, run));
    qc_context_free(chains);
}

static void do_template(struct run *run, struct qc_context *qc)
{
    struct qc_template found;
    struct qc_question question;
    if (!went(run, qc_template_find(qc, "school-union", &found)) ||
        !went(run, qc_template_question(qc, found.number, 0, NULL, 0, &question)))
        return;
    went(run, qc_template_fill(qc, found.number, NULL, 0, digest, run));
}

static void do_library(struct run *run, struct qc_context *qc)
{
    const char *nearest;
    struct qc_library_entry entry;
    if (went(run, qc_library_print(qc, "trường mầm non", digest, run)) && went(run, qc_library_nearest(qc, "cong doam", &nearest)))
        went(run, qc_library_at(qc, QC_LIBRARY_INSTRUMENT, 3, &entry));
}

static const struct operation {
    const char *name;
    void (*run)(struct run *, struct qc_context *);
} operations[] = {
    { "file", do_file },   { "html", do_html },   { "latex", do_latex }, { "markdown", do_markdown },
    { "dump", do_dump },   { "check", do_check }, { "sarif", do_sarif }, { "fmt", do_fmt },
    { "fix", do_fix },     { "renew", do_renew }, { "bases", do_bases }, { "chain", do_chain },
    { "template", do_template }, { "library", do_library },
};

/* --- one fault --- */

/* Runs an operation in a context that is there already, and in which the given allocation fails; 0: none. */
static struct run try_once(const struct operation *operation, struct run document, struct qc_context *qc, size_t fault, bool on)
{
    asked = 0;
    fail_at = fault;
    fail_on = on;
    document.digest = UINT64_C(14695981039346656037);
    operation->run(&document, qc);
    fail_at = 0;
    return document;
}

/* NULL, or what is wrong. */
static const char *try_fault(const struct operation *operation, const struct run *clean, size_t fault, bool on)
{
    struct qc_context *qc = qc_context_new();
    size_t before = live - 1;
    struct run done = try_once(operation, *clean, qc, fault, on);
    const char *wrong = NULL;
    if (done.torn)
        wrong = "printed something, and then said that memory had run out";
    else if (!done.no_memory && done.digest != clean->digest)
        wrong = "came to another end without saying that memory had run out";
    done = try_once(operation, *clean, qc, 0, false);
    if (wrong == NULL && (done.no_memory || done.digest != clean->digest))
        wrong = "the context is not as it was";
    qc_context_free(qc);
    if (wrong == NULL && live != before)
        wrong = "memory is not given back";
    return wrong;
}

/* Returns how many faults there were; prints what is wrong. */
static size_t sweep(const struct operation *operation, struct run *document, size_t first, size_t step, size_t *wrong)
{
    struct qc_context *qc = qc_context_new();
    *document = try_once(operation, *document, qc, 0, false);
    size_t count = asked, faults = 0;
    qc_context_free(qc);
    for (size_t fault = first; fault <= count; fault += step)
        for (int on = 0; on < 2; on++, faults++) {
            const char *what = try_fault(operation, document, fault, on);
            if (what != NULL && ++*wrong < 20)
                printf("    %s, %s: allocation %zu of %zu fails%s: %s\n", document->name, operation->name, fault, count,
                       on ? ", and all behind it" : "", what);
        }
    return faults;
}

static bool read_document(const char *name, struct run *run)
{
    static char bytes[1 << 20];
    FILE *file = fopen(name, "rb");
    if (file == NULL)
        return false;
    *run = (struct run){ .name = name, .bytes = bytes, .length = fread(bytes, 1, sizeof bytes, file) };
    fclose(file);
    return run->length < sizeof bytes;
}

int main(int argc, char **argv)
{
    size_t step = argc > 3 ? strtoul(argv[1], NULL, 10) : 0, first = argc > 3 ? strtoul(argv[2], NULL, 10) : 0;
    if (step == 0 || first == 0) {
        fputs("usage: nomemory STEP FIRST FILE...\n", stderr);
        return 2;
    }
    size_t all_wrong = 0;
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        size_t faults = 0, wrong = 0;
        for (int k = 3; k < argc; k++) {
            struct run document;
            if (!read_document(argv[k], &document))
                return 2;
            faults += sweep(&operations[i], &document, first, step, &wrong);
        }
        printf("%s - %s: %zu allocations fail\n", wrong == 0 ? "ok" : "not ok", operations[i].name, faults);
        fflush(stdout);
        all_wrong += wrong;
    }
    return all_wrong > 0;
}
