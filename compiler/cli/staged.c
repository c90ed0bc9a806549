/*
 * staged.c - puts what is staged into a private directory and has a command run there.
 *
 * Owns that directory. It has the same tree as the repository: in the place
 * that the user stands at, the same relative paths lead to the same files.
 */
#include "cli/staged.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/git.h"
#include "cli/private.h"
#include "cli/signals.h"
#include "cli/staged_tree.h"

struct staged {
    struct cli *cli;
    struct cli_git git;
    char **documents; /* as seen from where we stand */
    size_t count;
    char directory[CLI_PRIVATE_BYTES];
    char *place;     /* below it, in the tree of what is staged: where we stand in the work tree */
    char *libraries; /* directories of modules, as seen from there; NULL: there are none */
};

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* ---- which documents ---- */

static bool add_document(struct staged *staged, const char *path)
{
    char **more = reallocarray(staged->documents, staged->count + 1, sizeof *more);
    if (more != NULL)
        staged->documents = more;
    char *seen = more == NULL ? NULL : cli_git_from_here(&staged->git, path);
    if (seen == NULL)
        return cli_no_memory(staged->cli->options.language);
    staged->documents[staged->count++] = seen;
    return true;
}

/*
 * A change as git diff --raw -z prints it: ":OLD-MODE NEW-MODE OLD-ID NEW-ID
 * STATUS", and behind a NUL the path. What is no regular file is no document:
 * a symbolic link names one that is looked at itself.
 */
static bool take_change(struct staged *staged, const char *change, const char *path)
{
    const char *mode = strchr(change, ' '), *status = strrchr(change, ' ');
    if (mode == NULL || !ends_with(path, ".qc"))
        return true;
    if (status[1] == 'U') {
        cli_complain(staged->cli->options.language, CLI_MSG(staged_unmerged), path);
        return false;
    }
    return strncmp(mode + 1, "100", 3) != 0 || add_document(staged, path);
}

static bool take_changes(struct staged *staged, const struct cli_buffer *printed)
{
    const char *at = printed->bytes, *end = at + printed->length;
    bool fine = true;
    while (at < end) {
        const char *path = at + strlen(at) + 1;
        if (path >= end)
            break;
        fine = take_change(staged, at, path) && fine;
        at = path + strlen(path) + 1;
    }
    return fine;
}

static bool find_documents(struct staged *staged)
{
    static const char *const fixed[] = {
        "-c", "diff.relative=false", "diff", "--cached", "--raw", "-z",
        "--no-renames", "--diff-filter=AMTU", "--",
    };
    enum { FIXED = sizeof fixed / sizeof *fixed };
    const struct cli_options *options = &staged->cli->options;
    const char **arguments = calloc(FIXED + options->operand_count + 1, sizeof *arguments);
    if (arguments == NULL)
        return cli_no_memory(staged->cli->options.language);
    memcpy(arguments, fixed, sizeof fixed);
    for (size_t i = 0; i < options->operand_count; i++)
        arguments[FIXED + i] = options->operands[i];
    struct cli_buffer printed = { 0 };
    bool fine = cli_git_do(&staged->git, arguments, NULL, &printed) &&
                (printed.length == 0 || take_changes(staged, &printed));
    cli_buffer_free(&printed);
    free(arguments);
    if (fine && staged->count == 0 && options->operand_count > 0 && !options->quiet)
        cli_complain(options->language, CLI_MSG(staged_none));
    return fine;
}

/* ---- directories of modules ---- */

/* One that lies in the repository counts as it is staged; its path leads there from the same place of the tree. */
static char *moved_library(const struct staged *staged, const char *directory)
{
    size_t top = strlen(staged->git.top);
    char *real = realpath(directory, NULL);
    if (real == NULL || strncmp(real, staged->git.top, top) != 0 || (real[top] != '/' && real[top] != '\0'))
        return real == NULL ? strdup(directory) : real;
    char *seen = cli_git_from_here(&staged->git, real[top] == '\0' ? "" : real + top + 1);
    free(real);
    if (seen != NULL && seen[0] == '\0') {
        free(seen);
        seen = strdup(".");
    }
    return seen;
}

static bool move_libraries(struct staged *staged)
{
    const char *rest = staged->cli->options.stdlib;
    struct cli_buffer all = { 0 };
    bool fine = true;
    while (fine && rest != NULL && *rest != '\0') {
        char *one = strndup(rest, strcspn(rest, ":")), *moved = one == NULL ? NULL : moved_library(staged, one);
        fine = moved != NULL && cli_buffer_write(&all, ":", all.length > 0) && cli_buffer_write(&all, moved, strlen(moved));
        free(one);
        free(moved);
        rest += strcspn(rest, ":");
        rest += *rest == ':';
    }
    staged->libraries = all.bytes;
    return fine || cli_no_memory(staged->cli->options.language);
}

/* ---- there ---- */

/* Runs the command on the documents, in the directory place. */
static enum cli_status run_there(struct staged *staged, const char *place, enum cli_status (*command)(struct cli *cli))
{
    struct cli_options *options = &staged->cli->options;
    const struct cli_options before = *options;
    enum cli_status status = CLI_FAILED;
    int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (here < 0 || chdir(place) != 0) {
        cli_complain(options->language, CLI_MSG(cannot_read), place, cli_error_text(options->language, errno));
    } else {
        options->operands = staged->documents;
        options->operand_count = staged->count;
        if (staged->libraries != NULL)
            options->stdlib = staged->libraries;
        status = command(staged->cli);
        *options = before;
    }
    if (here >= 0 && fchdir(here) != 0)
        status = CLI_FAILED;
    if (here >= 0)
        close(here);
    return status;
}

static enum cli_status run_privately(struct staged *staged, enum cli_status (*command)(struct cli *cli))
{
    enum qc_language language = staged->cli->options.language;
    if (!cli_private_make(staged->directory)) {
        cli_complain(language, CLI_MSG(cannot_write), staged->directory, cli_error_text(language, errno));
        return CLI_FAILED;
    }
    enum cli_status status = CLI_FAILED;
    staged->place = cli_staged_tree(&staged->git, staged->directory);
    if (staged->place != NULL && move_libraries(staged))
        status = run_there(staged, staged->place, command);
    cli_private_remove(staged->directory);
    return status;
}

enum cli_status cli_staged(struct cli *cli, enum cli_status (*command)(struct cli *cli))
{
    struct staged staged = { .cli = cli };
    sigset_t before;
    enum cli_status status = CLI_FAILED;
    cli_signals_hold(&before);
    if (cli_git_open(&staged.git, cli->options.language) && find_documents(&staged))
        status = staged.count > 0 ? run_privately(&staged, command) : run_there(&staged, ".", command);
    for (size_t i = 0; i < staged.count; i++)
        free(staged.documents[i]);
    free(staged.documents);
    free(staged.place);
    free(staged.libraries);
    cli_git_free(&staged.git);
    cli_signals_release(&before);
    return status;
}
