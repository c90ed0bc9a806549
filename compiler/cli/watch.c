/*
 * watch.c - qc watch: builds again whenever a file is saved.
 *
 * Owns the loop. Errors of a document end nothing: its author is at work on it.
 */
#include "cli/build.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/emission.h"
#include "cli/notice.h"
#include "cli/process.h"
#include "cli/serve.h"

enum {
    SETTLES = 50,      /* milliseconds without a change: the editor is done */
    MOST_PATIENCE = 10, /* times that, if changes do not end */
    LOOK_EVERY = 1000, /* milliseconds between two looks for a directory that is gone */
};

struct watch {
    struct cli *cli;
    struct cli_target target;
    bool writes; /* --serve alone writes nothing */
    struct cli_notice notice;
    const struct cli_serve_module *serve;
    struct qc_server *server; /* or NULL */
    struct cli_buffer css;
    bool opened;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* "10:23:45 quy-che.qc: written (12 ms)" */
static void tell(const char *name, const char *what, double since)
{
    char clock[16], line[64];
    time_t seconds = time(NULL);
    struct tm local;
    if (localtime_r(&seconds, &local) == NULL || strftime(clock, sizeof clock, "%H:%M:%S ", &local) == 0)
        clock[0] = '\0';
    cli_write(stderr, clock, strlen(clock));
    cli_write_shown(stderr, name, strlen(name));
    int length = snprintf(line, sizeof line, " (%.0f ms)\n", now() - since);
    cli_write(stderr, ": ", 2);
    cli_write(stderr, what, strlen(what));
    cli_write(stderr, line, (size_t)length);
}

/* ---- what to watch ---- */

/* Watches what the last compilation has read. *missed: something may have changed before it was watched. */
static bool watch_files(struct watch *watch, size_t input, bool *missed)
{
    const struct cli_options *options = &watch->cli->options;
    cli_notice_forget(&watch->notice, input);
    bool fine = options->css == NULL || cli_notice_add(&watch->notice, options->css, input, missed);
    const char *path;
    for (size_t i = 0; fine && (path = qc_file_at(watch->cli->qc, i)) != NULL; i++)
        fine = cli_notice_add(&watch->notice, path, input, missed);
    if (!fine)
        cli_no_memory(options->language);
    return fine;
}

/* Compiles an input, again if it was not watched before: so no change is missed. */
static bool compile(struct watch *watch, size_t input, enum qc_result *result)
{
    for (bool missed = true; missed;) {
        missed = false;
        if (!cli_compile(watch->cli, watch->cli->options.operands[input], result) ||
            !watch_files(watch, input, &missed))
            return false;
    }
    return true;
}

/* ---- showing ---- */

static void open_result(struct watch *watch)
{
    const struct cli_options *options = &watch->cli->options;
    char *program = cli_process_find("xdg-open"), *path = NULL;
    size_t shown = 0; /* HTML if there is any, else the first format */
    while ((watch->target.formats & 1u << shown) == 0)
        shown++;
    const char *what = watch->server != NULL ? watch->serve->url(watch->server) : NULL;
    if (what == NULL)
        what = path = cli_target_path(&watch->target, 0, shown);
    char *safe = NULL;
    if (program == NULL)
        cli_complain(options->language, CLI_MSG(open_missing));
    else if (what == NULL || asprintf(&safe, "%s%s", what[0] == '-' ? "./" : "", what) < 0)
        cli_no_memory(options->language);
    else if (!cli_process_start((char *const[]){ program, safe, NULL }))
        cli_complain(options->language, CLI_MSG(engine_not_started), "xdg-open",
                     cli_error_text(options->language, errno));
    free(safe);
    free(path);
    free(program);
    watch->opened = true;
}

static bool show(struct watch *watch)
{
    struct cli *cli = watch->cli;
    struct cli_buffer html = { 0 }, findings = { 0 };
    struct qc_emit_options options = cli->options.emit;
    options.fragment = false; /* there is nothing else to put it in */
    bool fine;
    if (qc_message_count(cli->qc, QC_ERROR) > 0)
        fine = qc_print_messages(cli->qc, cli->options.language, false, cli_buffer_write, &findings) == QC_OK;
    else
        fine = qc_emit(cli->qc, "html", &options, cli_buffer_write, &html) == QC_OK;
    fine = fine && watch->serve->put(watch->server, &html, &findings);
    if (!fine)
        cli_no_memory(cli->options.language);
    cli_buffer_free(&html);
    cli_buffer_free(&findings);
    return fine;
}

/* ---- building ---- */

/* False when it is of no use to go on. */
static bool build(struct watch *watch, size_t input)
{
    struct cli *cli = watch->cli;
    struct cli_options *options = &cli->options;
    const char *name = options->operands[input];
    enum qc_result result;
    double begin = now();
    watch->notice.changed[input] = false;
    if (!compile(watch, input, &result))
        return false;
    cli_buffer_free(&watch->css);
    enum cli_status status = CLI_FAILED;
    if (cli_emission_read_css(options, &watch->css)) {
        status = watch->writes ? cli_build_write(cli, &watch->target, input, result)
                               : cli_print_findings(cli, stderr, result, CLI_FINE);
        if (watch->server != NULL && !show(watch))
            return false;
    }
    enum qc_language language = options->language;
    const char *what = status != CLI_FINE ? CLI_PICK(language, watch_faults)
                       : watch->writes    ? CLI_PICK(language, watch_written)
                                          : CLI_PICK(language, watch_shown);
    tell(name, what, begin);
    if (options->open && !watch->opened && (status == CLI_FINE || watch->server != NULL))
        open_result(watch);
    return true;
}

static bool build_changed(struct watch *watch)
{
    for (size_t i = 0; i < watch->notice.input_count; i++)
        if (watch->notice.changed[i] && !build(watch, i))
            return false;
    return true;
}

/* ---- the loop ---- */

/* An editor writes in several steps: waits until there is no further one. */
static void settle(struct watch *watch)
{
    struct pollfd wait = { .fd = watch->notice.fd, .events = POLLIN };
    for (int i = 0; i < MOST_PATIENCE && poll(&wait, 1, SETTLES) > 0; i++)
        cli_notice_read(&watch->notice);
}

static enum cli_status loop(struct watch *watch)
{
    bool gone = false;
    for (;;) {
        struct pollfd waits[] = {
            { .fd = watch->notice.fd, .events = POLLIN },
            { .fd = watch->server == NULL ? -1 : watch->serve->fd(watch->server), .events = POLLIN },
        };
        int patience = watch->server == NULL ? -1 : watch->serve->wait(watch->server);
        if (gone && (patience < 0 || patience > LOOK_EVERY))
            patience = LOOK_EVERY;
        if (poll(waits, 2, patience) < 0 && errno != EINTR)
            return CLI_FAILED;
        if (watch->server != NULL)
            watch->serve->run(watch->server);
        if (cli_notice_read(&watch->notice))
            settle(watch);
        gone = cli_notice_look_again(&watch->notice);
        if (!build_changed(watch))
            return CLI_FAILED;
    }
}

static bool open_server(struct watch *watch)
{
    const struct cli_options *options = &watch->cli->options;
    int error;
    watch->serve = cli_serve_load();
    if (watch->serve == NULL)
        cli_complain(options->language, CLI_MSG(serve_not_built));
    else if ((watch->server = watch->serve->open(options->port, &error)) == NULL)
        cli_complain(options->language, CLI_MSG(serve_failed), options->port, cli_error_text(options->language, error));
    return watch->server != NULL;
}

static enum cli_status start(struct watch *watch)
{
    const struct cli_options *options = &watch->cli->options;
    enum qc_language language = options->language;
    if (!cli_notice_open(&watch->notice, options->operand_count)) {
        cli_complain(language, CLI_MSG(watch_failed), cli_error_text(language, errno));
        return CLI_FAILED;
    }
    if (options->serve && !open_server(watch))
        return CLI_FAILED;
    for (size_t i = 0; i < options->operand_count; i++)
        watch->notice.changed[i] = true;
    if (!build_changed(watch))
        return CLI_FAILED;
    if (watch->server != NULL)
        cli_complain(language, CLI_MSG(serving), watch->serve->url(watch->server));
    cli_complain(language, CLI_MSG(watching));
    return loop(watch);
}

static bool fits(const struct cli_options *options)
{
    for (size_t i = 0; i < options->operand_count; i++)
        if (strcmp(options->operands[i], "-") == 0) {
            cli_complain(options->language, CLI_MSG(watch_stdin));
            return false;
        }
    if (options->output != NULL && strcmp(options->output, "-") == 0) {
        cli_complain(options->language, CLI_MSG(watch_stdout));
        return false;
    }
    if (options->serve && options->operand_count > 1) {
        cli_complain(options->language, CLI_MSG(serve_one));
        return false;
    }
    return true;
}

enum cli_status cli_run_watch(struct cli *cli)
{
    struct cli_options *options = &cli->options;
    struct watch watch = {
        .cli = cli,
        .writes = !options->serve || options->formats != 0 || options->every_format || options->output != NULL,
        .notice = { .fd = -1 },
    };
    enum cli_status status = CLI_FAILED;
    if (options->serve)
        cli_want_modules(cli);
    if (fits(options) && cli_build_plan(&watch.target, cli))
        status = start(&watch);
    if (watch.serve != NULL)
        watch.serve->close(watch.server);
    cli_notice_close(&watch.notice);
    cli_target_free(&watch.target);
    cli_buffer_free(&watch.css);
    return status;
}
