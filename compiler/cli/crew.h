/*
 * crew.h - compiles files ahead of whoever prints what was found, several at
 * a time.
 */
#ifndef QC_CLI_CREW_H
#define QC_CLI_CREW_H

#include "cli/cli.h"

struct cli_crew;

/* What is done with each file. */
struct cli_crew_work {
    bool (*prepare)(struct cli *cli); /* gives a new context what was chosen; false when that fails; or NULL */
    /* compiles file number index; on any thread, so that it must not print */
    enum qc_result (*compile)(void *user, const struct cli *cli, size_t index);
    void *user;
};

/*
 * Begins with the files of cli->options, which stays as it is: --jobs of
 * them at a time. NULL when one is enough, when one of them is standard
 * input, or no thread can be had.
 */
struct cli_crew *cli_crew_new(struct cli *cli, const struct cli_crew_work *work);

/*
 * The context of file number index, compiled: to be asked for in order, and
 * to be used until the next is asked for. *result is that of the work.
 */
struct qc_context *cli_crew_take(struct cli_crew *crew, size_t index, enum qc_result *result);

/* Ends it; files that nobody asked for may not have been read. NULL is allowed. */
void cli_crew_free(struct cli_crew *crew);

#endif
