/*
 * robust.c - damages documents and compiles what is left: robust FILE...
 *
 * Each file is cut after each of its bytes, and written with each of its
 * bytes left out. What is left must compile and give all outputs, or be
 * refused with an error; some are repaired. It must do so without a crash and
 * in ten seconds.
 * Uses the public library alone. Prints a line of result for each file.
 *
 * The work is dealt out to one process for each core. A process that dies is
 * started again behind the input that killed it.
 */
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "qc.h"

enum {
    MOST_WORKERS = 64,
    MOST_DEATHS = 20,
    SECONDS = 10,
    /* Each is compiled and printed. One in so many, for the time they take, is also: */
    CHECKED = 2,    /* checked by every rule: each place cut or left out */
    REPAIRED = 251, /* repaired with all that is suggested, its findings printed in each format */
    RENEWED = 61,   /* renewed for the next school year, with the report as text and as JSON */
    DRAWN = 1009,   /* printed as PDF */
};

struct input {
    const char *name;
    char *bytes;
    size_t length;
    atomic_size_t *failed; /* shared by the processes */
};

static struct input *inputs;
static size_t input_count;
static size_t worker_count;
static size_t *place; /* of each worker: number of the damage at work, shared */

/* The damages are numbered through all inputs: first the cuts, then the deletions, of each. */
struct damage {
    struct input *input;
    bool deletion;
    size_t at;
};

static bool damage_number(size_t number, struct damage *damage)
{
    for (size_t i = 0; i < input_count; i++) {
        size_t length = inputs[i].length;
        if (number < 2 * length) {
            *damage = (struct damage){&inputs[i], number >= length, number % length};
            return true;
        }
        number -= 2 * length;
    }
    return false;
}

static void complain(const struct damage *damage, const char *what)
{
    printf("%s, %s byte %zu: %s\n", damage->input->name, damage->deletion ? "without" : "cut at", damage->at, what);
    fflush(stdout);
    atomic_fetch_add(damage->input->failed, 1);
}

/* Counts the bytes of an output; reads them, so that a sanitizer sees what is not initialised or not there. */
static bool count_bytes(void *user, const char *bytes, size_t length)
{
    size_t *count = user;
    for (size_t i = 0; i < length; i++)
        *count += bytes[i] != '\0';
    return true;
}

/* Prints every output that is built in. NULL, or what is wrong. */
static const char *try_formats(struct qc_context *qc, bool refused, bool draw)
{
    for (size_t format = 0; qc_format_name(format) != NULL; format++) {
        size_t count = 0;
        if (!qc_format_built(format) || (!draw && strcmp(qc_format_name(format), "pdf") == 0))
            continue;
        enum qc_result emitted = qc_emit(qc, qc_format_name(format), NULL, count_bytes, &count);
        if (!refused && (emitted != QC_OK || count == 0))
            return "no error, but an output is missing";
    }
    return NULL;
}

static bool print_findings(struct qc_context *qc, const char *format)
{
    size_t count = 0;
    struct qc_printer *printer = qc_printer_new(format, QC_ENGLISH, false, count_bytes, &count);
    bool printed = printer != NULL && qc_printer_add(printer, qc) == QC_OK && qc_printer_end(printer) == QC_OK;
    qc_printer_free(printer);
    return printed;
}

/* Repairs the document and prints what that leaves. NULL, or what is wrong. */
static const char *try_repair(struct qc_context *qc)
{
    struct qc_repaired repaired;
    size_t count = 0, changes = 0;
    enum qc_result result = qc_repair(qc, true, &repaired);
    if (result != QC_OK && result != QC_FAILED)
        return "repairing ended neither well nor with errors";
    bool no_text = qc_text(qc, count_bytes, &count) == QC_BAD_ARGUMENT; /* bytes that are no UTF-8 */
    if (no_text ? qc_message_count(qc, QC_ERROR) == 0 : qc_print_repairs(qc, count_bytes, &changes) != QC_OK)
        return "the repaired text cannot be printed";
    if (repaired.changed != (changes > 0))
        return "what was repaired is not what is printed";
    for (size_t format = 0; qc_findings_format_name(format) != NULL; format++)
        if (!print_findings(qc, qc_findings_format_name(format)))
            return "the findings cannot be printed";
    return NULL;
}

/* Renews the document and prints the draft and the report. NULL, or what is wrong. */
static const char *try_renew(struct qc_context *qc)
{
    size_t count = 0;
    enum qc_result result = qc_renew(qc, NULL);
    if (result == QC_BAD_ARGUMENT) /* bytes that are no UTF-8 */
        return qc_message_count(qc, QC_ERROR) > 0 ? NULL : "no error, but it is not renewed";
    if (result != QC_OK || qc_renewed_text(qc, count_bytes, &count) != QC_OK ||
        qc_print_renewed(qc, count_bytes, &count) != QC_OK)
        return "the renewed document cannot be printed";
    bool told = qc_print_renewal(qc, false, QC_ENGLISH, count_bytes, &count) == QC_OK &&
                qc_print_renewal(qc, true, QC_VIETNAMESE, count_bytes, &count) == QC_OK;
    return told ? NULL : "the report of the renewal cannot be printed";
}

/* NULL, or what is wrong. */
static const char *try_compile(struct qc_context *qc, const struct damage *damage, const char *bytes, size_t length)
{
    enum qc_result compiled = qc_compile_memory(qc, damage->input->name, bytes, length);
    if (compiled != QC_OK && compiled != QC_FAILED)
        return "compiling ended neither well nor with errors";
    enum qc_result checked = (damage->at + damage->deletion) % CHECKED == 0 ? qc_check(qc) : compiled;
    if (checked != QC_OK && checked != QC_FAILED)
        return "checking ended neither well nor with errors";
    bool refused = qc_message_count(qc, QC_ERROR) > 0;
    if (!refused && (compiled == QC_FAILED || checked == QC_FAILED))
        return "refused with no error";
    const char *wrong = try_formats(qc, refused, damage->at % DRAWN == 0);
    if (wrong != NULL)
        return wrong;
    size_t count = 0;
    if (qc_print_messages(qc, QC_VIETNAMESE, false, count_bytes, &count) != QC_OK || (refused && count == 0))
        return "the messages cannot be printed";
    wrong = damage->at % RENEWED == 0 ? try_renew(qc) : NULL;
    return wrong == NULL && damage->at % REPAIRED == 0 ? try_repair(qc) : wrong;
}

static void try_damage(const struct damage *damage)
{
    const struct input *input = damage->input;
    size_t length = damage->deletion ? input->length - 1 : damage->at;
    char *bytes = malloc(length > 0 ? length : 1); /* of the exact size: reading beyond it is seen */
    struct qc_context *qc = qc_context_new();
    if (bytes == NULL || qc == NULL) {
        complain(damage, "no memory");
        exit(1);
    }
    memcpy(bytes, input->bytes, damage->at);
    if (damage->deletion)
        memcpy(bytes + damage->at, input->bytes + damage->at + 1, length - damage->at);
    alarm(SECONDS);
    const char *wrong = try_compile(qc, damage, bytes, length);
    alarm(0);
    if (wrong != NULL)
        complain(damage, wrong);
    qc_context_free(qc);
    free(bytes);
}

static pid_t start_worker(size_t worker, size_t from)
{
    fflush(stdout);
    pid_t process = fork();
    if (process != 0)
        return process;
    struct damage damage;
    for (size_t number = from; damage_number(number, &damage); number += worker_count) {
        place[worker] = number;
        try_damage(&damage);
    }
    exit(0);
}

static void run_workers(void)
{
    pid_t processes[MOST_WORKERS];
    size_t running = 0, deaths = 0;
    for (size_t worker = 0; worker < worker_count; worker++, running++)
        processes[worker] = start_worker(worker, worker);
    while (running > 0) {
        int status = 0;
        pid_t ended = wait(&status);
        size_t worker = 0;
        while (worker < worker_count && processes[worker] != ended)
            worker++;
        if (worker == worker_count)
            abort();
        if (status == 0) {
            running--;
            continue;
        }
        struct damage damage;
        damage_number(place[worker], &damage);
        complain(&damage, WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM ? "no end" : "crash, report above");
        if (++deaths < MOST_DEATHS)
            processes[worker] = start_worker(worker, place[worker] + worker_count);
        else
            running--;
    }
    if (deaths >= MOST_DEATHS)
        printf("given up after %zu crashes\n", deaths);
}

static void *shared_memory(size_t size)
{
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        perror("robust: mmap");
        exit(2);
    }
    return memory;
}

static void read_input(struct input *input, const char *name)
{
    input->name = name;
    FILE *file = fopen(name, "rb");
    long size = -1;
    if (file != NULL && fseek(file, 0, SEEK_END) == 0)
        size = ftell(file);
    if (size > 0) {
        rewind(file);
        input->length = (size_t)size;
        input->bytes = malloc(input->length);
    }
    if (input->bytes == NULL || fread(input->bytes, 1, input->length, file) != input->length) {
        fprintf(stderr, "robust: cannot read %s\n", name);
        exit(2);
    }
    fclose(file);
}

int main(int argc, char **argv)
{
    input_count = (size_t)(argc - 1);
    inputs = calloc(input_count + 1, sizeof *inputs);
    if (inputs == NULL || input_count == 0) {
        fputs("usage: robust FILE...\n", stderr);
        return 2;
    }
    atomic_size_t *failed = shared_memory(input_count * sizeof *failed);
    for (size_t i = 0; i < input_count; i++) {
        read_input(&inputs[i], argv[i + 1]);
        inputs[i].failed = &failed[i];
    }
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    worker_count = cores < 1 ? 1 : cores > MOST_WORKERS ? MOST_WORKERS : (size_t)cores;
    place = shared_memory(worker_count * sizeof *place);
    run_workers();

    size_t all_failed = 0;
    for (size_t i = 0; i < input_count; i++) {
        all_failed += failed[i];
        printf("%s - %s: cut at each, and without each, of its %zu bytes\n", failed[i] == 0 ? "ok" : "not ok",
               inputs[i].name, inputs[i].length);
        free(inputs[i].bytes);
    }
    free(inputs);
    return all_failed == 0 ? 0 : 1;
}
