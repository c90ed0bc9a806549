/*
 * crew.h - compiles and checks files ahead of whoever prints what was found,
 * several at a time.
 */
#ifndef QC_CLI_CREW_H
#define QC_CLI_CREW_H

#include "cli/cli.h"

struct cli_crew;

/*
 * Begins with the files of cli->options, which stays as it is: --jobs of
 * them at a time. NULL when one is enough, or no thread can be had.
 */
struct cli_crew *cli_crew_new(struct cli *cli);

/*
 * The context of file number index, compiled and checked: to be asked for in
 * order, and to be used until the next is asked for. *result is that of
 * compiling; QC_NO_MEMORY also when checking ran out of it.
 */
struct qc_context *cli_crew_take(struct cli_crew *crew, size_t index, enum qc_result *result);

/* Ends it; files that nobody asked for may not have been read. NULL is allowed. */
void cli_crew_free(struct cli_crew *crew);

#endif
