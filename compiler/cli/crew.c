/*
 * crew.c - threads that compile files, each in a context of its own.
 *
 * Owns the contexts. File number i goes to berth i modulo their count, so
 * that no thread is further ahead than that. Must not print: what is said of
 * a file is said in order, by the one thread that prints.
 */
#include "cli/crew.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "cli/signals.h"

enum { BERTHS_A_THREAD = 2 };

struct berth {
    struct qc_context *qc;
    enum qc_result result;
    bool done; /* its file waits to be taken */
};

struct cli_crew {
    struct cli *cli;
    struct cli_crew_work work;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    /* under the lock */
    size_t next, taken; /* the file to be compiled next; how many have been taken, the last one still in use */
    bool over;
    struct berth *berths;
    size_t berth_count;
    pthread_t *threads;
    size_t thread_count;
};

static enum qc_result compile(const struct cli_crew *crew, struct qc_context *qc, size_t index)
{
    struct cli own = *crew->cli;
    own.qc = qc;
    return crew->work.compile(crew->work.user, &own, index);
}

/* Is there a file whose berth is free? The berth of the file taken last is not. */
static bool may_begin(const struct cli_crew *crew)
{
    return crew->next < crew->cli->options.operand_count && crew->next < crew->taken + crew->berth_count;
}

static void *run(void *user)
{
    struct cli_crew *crew = user;
    pthread_mutex_lock(&crew->lock);
    while (!crew->over && crew->next < crew->cli->options.operand_count) {
        if (!may_begin(crew)) {
            pthread_cond_wait(&crew->changed, &crew->lock);
            continue;
        }
        size_t index = crew->next++;
        struct berth *berth = &crew->berths[index % crew->berth_count];
        pthread_mutex_unlock(&crew->lock);
        enum qc_result result = compile(crew, berth->qc, index);
        pthread_mutex_lock(&crew->lock);
        berth->result = result;
        berth->done = true;
        pthread_cond_broadcast(&crew->changed);
    }
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

struct qc_context *cli_crew_take(struct cli_crew *crew, size_t index, enum qc_result *result)
{
    struct berth *berth = &crew->berths[index % crew->berth_count];
    pthread_mutex_lock(&crew->lock);
    crew->taken = index; /* those before it are not used any more */
    pthread_cond_broadcast(&crew->changed);
    while (!berth->done)
        pthread_cond_wait(&crew->changed, &crew->lock);
    berth->done = false;
    *result = berth->result;
    pthread_mutex_unlock(&crew->lock);
    return berth->qc;
}

/* A context for each berth, which has the caller's choices. */
static bool make_berths(struct cli_crew *crew)
{
    crew->berths = calloc(crew->berth_count, sizeof *crew->berths);
    for (size_t i = 0; crew->berths != NULL && i < crew->berth_count; i++) {
        struct cli own = *crew->cli;
        own.qc = crew->berths[i].qc = qc_context_new();
        if (own.qc == NULL || (crew->work.prepare != NULL && !crew->work.prepare(&own)))
            return false;
    }
    return crew->berths != NULL;
}

static bool reads_stdin(const struct cli_options *options)
{
    for (size_t i = 0; i < options->operand_count; i++)
        if (strcmp(options->operands[i], "-") == 0)
            return true;
    return false;
}

struct cli_crew *cli_crew_new(struct cli *cli, const struct cli_crew_work *work)
{
    size_t count = cli->options.jobs < cli->options.operand_count ? cli->options.jobs : cli->options.operand_count;
    struct cli_crew *crew = count < 2 || reads_stdin(&cli->options) ? NULL : calloc(1, sizeof *crew);
    if (crew == NULL)
        return NULL;
    crew->cli = cli;
    crew->work = *work;
    crew->berth_count = count * BERTHS_A_THREAD;
    pthread_mutex_init(&crew->lock, NULL);
    pthread_cond_init(&crew->changed, NULL);
    crew->threads = calloc(count, sizeof *crew->threads);
    bool fine = crew->threads != NULL && make_berths(crew);
    sigset_t before;
    cli_signals_hold(&before); /* a signal is the business of the thread that writes, which may have to put it off */
    while (fine && crew->thread_count < count &&
           pthread_create(&crew->threads[crew->thread_count], NULL, run, crew) == 0)
        crew->thread_count++;
    cli_signals_release(&before);
    if (crew->thread_count > 0)
        return crew;
    cli_crew_free(crew);
    return NULL;
}

void cli_crew_free(struct cli_crew *crew)
{
    if (crew == NULL)
        return;
    pthread_mutex_lock(&crew->lock);
    crew->over = true;
    pthread_cond_broadcast(&crew->changed);
    pthread_mutex_unlock(&crew->lock);
    for (size_t i = 0; i < crew->thread_count; i++)
        pthread_join(crew->threads[i], NULL);
    for (size_t i = 0; crew->berths != NULL && i < crew->berth_count; i++)
        qc_context_free(crew->berths[i].qc);
    pthread_cond_destroy(&crew->changed);
    pthread_mutex_destroy(&crew->lock);
    free(crew->berths);
    free(crew->threads);
    free(crew);
}
