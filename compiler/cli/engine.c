/*
 * engine.c - a PDF by way of another program.
 *
 * Owns the private directory that the program works in. The signals that end us wait until that directory is gone.
 */
#include "cli/engine.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/call.h"
#include "cli/private.h"
#include "cli/process.h"
#include "cli/signals.h"
#include "cli/verdict.h"

enum {
    MOST_RUNS = 3,         /* of a TeX, whose bookmarks and references need a second one */
    MOST_PDF_BYTES = 1 << 28,
    MOST_LOG_BYTES = 1 << 22,
    LEAST_PDF_BYTES = 64,  /* a header, a page and a trailer are longer */
};

static const struct cli_engine_info infos[] = {
/* clang-format off */
#define CLI_ENGINE(name, format, programs, packages) { #name, #format, programs, packages },
/* clang-format on */
#include "cli/engines.def"
};

const struct cli_engine_info *cli_engine_info(enum cli_engine engine)
{
    return engine == CLI_ENGINE_builtin ? NULL : &infos[engine - 1];
}

const char *cli_engine_name(enum cli_engine engine)
{
    return engine == CLI_ENGINE_builtin ? "builtin" : cli_engine_info(engine)->name;
}

unsigned cli_engine_seconds(const struct cli_options *options)
{
    return options->timeout != 0 ? options->timeout : CLI_ENGINE_SECONDS;
}

/* ---- the private directory ---- */

struct job {
    struct cli *cli;
    const struct cli_engine_info *engine;
    char *program;
    char directory[CLI_PRIVATE_BYTES];
    char **environment;
    struct cli_buffer source; /* what the engine reads */
    struct cli_process_result result;
    int shown; /* the second that stands on the terminal as progress; 0: nothing does */
};

/* Path of a file there; a static buffer. */
static const char *file_of(const struct job *job, const char *name)
{
    static char path[CLI_PRIVATE_BYTES + 64];
    snprintf(path, sizeof path, "%s/%s", job->directory, name);
    return path;
}

static const char *source_name(const struct job *job)
{
    return strcmp(job->engine->format, "html") == 0 ? "document.html" : "document.tex";
}

static bool write_source(const struct job *job)
{
    FILE *file = fopen(file_of(job, source_name(job)), "wex");
    if (file == NULL)
        return false;
    bool fine = fwrite(job->source.bytes, 1, job->source.length, file) == job->source.length;
    return fclose(file) == 0 && fine;
}

/* ---- progress ---- */

static void show_progress(void *user, double elapsed)
{
    struct job *job = user;
    const char *terminal = getenv("TERM");
    if ((int)elapsed == job->shown || !isatty(STDERR_FILENO) || terminal == NULL || strcmp(terminal, "dumb") == 0)
        return;
    char line[128];
    int length = snprintf(line, sizeof line, CLI_PICK(job->cli->options.language, engine_runs), job->engine->name,
                          (int)elapsed);
    cli_write(stderr, "\r", 1);
    cli_write(stderr, line, (size_t)length);
    job->shown = (int)elapsed;
}

static void hide_progress(struct job *job)
{
    if (job->shown > 0)
        cli_write(stderr, "\r\033[K", 4);
    job->shown = 0;
}

/* ---- running ---- */

static void run(struct job *job)
{
    const char *arguments[CLI_CALL_ARGUMENTS];
    cli_call_arguments(arguments, job->program, job->engine->format, job->cli->options.force);
    const struct cli_process process = {
        .arguments = (char *const *)arguments,
        .environment = job->environment,
        .directory = job->directory,
        .seconds = cli_engine_seconds(&job->cli->options),
        .waiting = show_progress,
        .user = job,
    };
    cli_process_run(&process, &job->result);
    hide_progress(job);
}

/* Does a TeX ask for another run, to settle bookmarks and references? */
static bool wants_another_run(const struct job *job)
{
    struct cli_buffer log = { 0 };
    bool wants = strcmp(job->engine->format, "latex") == 0 &&
                 cli_buffer_read(&log, file_of(job, "document.log"), MOST_LOG_BYTES) && log.bytes != NULL &&
                 (strstr(log.bytes, "Rerun to") != NULL || strstr(log.bytes, "Rerun LaTeX") != NULL);
    cli_buffer_free(&log);
    return wants;
}

static bool is_pdf(const struct cli_buffer *pdf)
{
    if (pdf->length < LEAST_PDF_BYTES || memcmp(pdf->bytes, "%PDF-", 5) != 0)
        return false;
    const char *end = pdf->bytes + pdf->length;
    while (end > pdf->bytes && (end[-1] == '\n' || end[-1] == '\r'))
        end--;
    return end - pdf->bytes > 5 && memcmp(end - 5, "%%EOF", 5) == 0;
}

static enum cli_status take_pdf(struct job *job, struct cli_buffer *pdf)
{
    struct cli_buffer made = { 0 };
    enum cli_status status = CLI_FINE;
    if (!cli_buffer_read(&made, file_of(job, "document.pdf"), MOST_PDF_BYTES) || !is_pdf(&made)) {
        cli_complain(job->cli->options.language, CLI_MSG(engine_no_pdf), job->engine->name);
        status = CLI_FAILED;
    } else if (!cli_buffer_write(pdf, made.bytes, made.length)) {
        cli_no_memory(job->cli->options.language);
        status = CLI_FAILED;
    }
    cli_buffer_free(&made);
    return status;
}

/* In the directory, with the signals held. */
static enum cli_status print_there(struct job *job, struct cli_buffer *pdf)
{
    enum qc_language language = job->cli->options.language;
    if (!write_source(job)) {
        cli_complain(language, CLI_MSG(cannot_write), job->directory, cli_error_text(language, errno));
        return CLI_FAILED;
    }
    for (int runs = 1;; runs++) {
        run(job);
        if (job->result.end != CLI_PROCESS_EXITED || job->result.code != 0)
            return cli_verdict(job->cli, job->engine, &job->result, &job->source);
        if (runs == MOST_RUNS || !wants_another_run(job))
            return take_pdf(job, pdf);
    }
}

/* The document in the format that the engine reads. */
static enum cli_status emit_source(struct job *job, const char *name)
{
    struct qc_emit_options options = job->cli->options.emit;
    options.fragment = false; /* the page is the engine's alone */
    enum qc_result result = qc_emit(job->cli->qc, job->engine->format, &options, cli_buffer_write, &job->source);
    if (result == QC_OK || result == QC_FAILED)
        return CLI_FINE;
    enum qc_language language = job->cli->options.language;
    if (result == QC_BAD_ARGUMENT)
        cli_complain(language, CLI_MSG(nothing_to_write), name);
    else
        cli_no_memory(language);
    return result == QC_BAD_ARGUMENT ? CLI_FINDINGS : CLI_FAILED;
}

static enum cli_status print_privately(struct job *job, struct cli_buffer *pdf)
{
    enum qc_language language = job->cli->options.language;
    sigset_t before;
    enum cli_status status = CLI_FAILED;
    cli_signals_hold(&before);
    if (!cli_private_make(job->directory)) {
        cli_complain(language, CLI_MSG(cannot_write), job->directory, cli_error_text(language, errno));
    } else {
        job->environment = cli_call_environment(job->directory);
        if (job->environment == NULL)
            cli_no_memory(language);
        else
            status = print_there(job, pdf);
        cli_call_environment_free(job->environment);
        cli_private_remove(job->directory);
    }
    cli_signals_release(&before);
    return status;
}

enum cli_status cli_engine_print(struct cli *cli, const char *name, struct cli_buffer *pdf)
{
    const struct cli_engine_info *engine = cli_engine_info(cli->options.engine);
    char *program = cli_process_find(engine->programs);
    if (program == NULL) {
        cli_complain(cli->options.language, CLI_MSG(engine_missing), engine->name, engine->packages);
        return CLI_FAILED;
    }
    struct job job = { .cli = cli, .engine = engine, .program = program };
    enum cli_status status = emit_source(&job, name);
    if (status == CLI_FINE)
        status = print_privately(&job, pdf);
    cli_buffer_free(&job.source);
    free(program);
    return status;
}
