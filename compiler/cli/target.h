/*
 * target.h - where qc build writes: one plan for all inputs, made before anything is written; and whether others may.
 */
#ifndef QC_CLI_TARGET_H
#define QC_CLI_TARGET_H

#include "cli/cli.h"

enum cli_target_kind {
    CLI_TO_STDOUT,
    CLI_TO_FILE,      /* one input, one format */
    CLI_TO_DIRECTORY, /* made when missing */
    CLI_BESIDE,       /* each output beside its input */
};

struct cli_target {
    enum cli_target_kind kind;
    const char *path; /* of CLI_TO_FILE and CLI_TO_DIRECTORY */
    unsigned formats; /* bits as in cli_options; never 0 */
    char **stems;     /* of each input: its output without the extension; not of a file or stdout */
    size_t count;
};

/* False, after a complaint, when the options do not go together or an output would destroy something. */
bool cli_target_plan(struct cli_target *target, const struct cli *cli);

/*
 * May a document that is made of an input ("-": standard input) be written to
 * a path: does it spare the input, and, but with --force, what is there? False
 * after a complaint.
 */
bool cli_target_is_free(const struct cli_options *options, const char *input, const char *path);

void cli_target_free(struct cli_target *target);

/* Path of the output of an input in a format; the caller frees it. NULL when memory runs out. */
char *cli_target_path(const struct cli_target *target, size_t input, size_t format);

#endif
