/*
 * git.h - asks git about the repository that we stand in.
 *
 * The signals that end us must be held meanwhile (process.h).
 */
#ifndef QC_CLI_GIT_H
#define QC_CLI_GIT_H

#include "cli/buffer.h"
#include "cli/cli.h"

struct cli_git {
    enum qc_language language;
    char *program; /* path */
    char *top;     /* of the work tree, absolute, without "/" at its end */
    char *prefix;  /* where we stand in it: "a/b/", "" at the top */
    const char *directory; /* where git runs; NULL: where we are */
};

/*
 * Finds git and the work tree, and prepares our environment for git: from then
 * on paths in arguments are names, not patterns. False, after a complaint,
 * when there is none of either; free it in both cases.
 */
bool cli_git_open(struct cli_git *git, enum qc_language language);
void cli_git_free(struct cli_git *git);

/*
 * Runs git with the arguments, NULL last; its
 * standard input is the file input, or empty for NULL. output takes what it
 * prints. Returns its exit status; -1, after a complaint, when it did not end
 * by itself. *said is what it said on stderr, for cli_git_complain; it may be
 * NULL. Both belong to the caller.
 */
int cli_git_run(const struct cli_git *git, const char *const *arguments, const char *input, struct cli_buffer *output,
                struct cli_buffer *said);

/* Complains in the words of git, of which the last line counts. */
void cli_git_complain(const struct cli_git *git, const struct cli_buffer *said);

/* The same run for a status of 0 only: false after a complaint. */
bool cli_git_do(const struct cli_git *git, const char *const *arguments, const char *input, struct cli_buffer *output);

/* The path of a name in a directory. The caller frees it; NULL: out of memory. */
char *cli_git_below(const char *directory, const char *name);

/* A path below the top, as seen from where we stand. The caller frees it; NULL: out of memory. */
char *cli_git_from_here(const struct cli_git *git, const char *path);

#endif
