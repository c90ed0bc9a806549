/*
 * git.c - runs git.
 *
 * Owns nothing between two runs. Our environment is git's: in a hook it says which index is meant.
 */
#include "cli/git.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/process.h"

enum { SECONDS = 300 /* filters of a repository may fetch what they put in place */, MOST_ARGUMENTS = 64 * 1024 };

static const char **with_program(const struct cli_git *git, const char *const *arguments)
{
    size_t count = 0;
    while (count < MOST_ARGUMENTS && arguments[count] != NULL)
        count++;
    const char **all = calloc(count + 2, sizeof *all);
    if (all == NULL)
        return NULL;
    all[0] = git->program;
    memcpy(all + 1, arguments, count * sizeof *all);
    return all;
}

static int status_of(const struct cli_git *git, const struct cli_process_result *result)
{
    enum qc_language language = git->language;
    if (result->cut) {
        cli_no_memory(language);
        return -1;
    }
    switch (result->end) {
    case CLI_PROCESS_EXITED:
        return result->code;
    case CLI_PROCESS_KILLED:
        cli_complain(language, CLI_MSG(engine_killed), "git", result->code);
        break;
    case CLI_PROCESS_TIMED_OUT:
        cli_complain(language, CLI_MSG(git_timeout), (unsigned)SECONDS);
        break;
    case CLI_PROCESS_NOT_STARTED:
        cli_complain(language, CLI_MSG(engine_not_started), "git", cli_error_text(language, result->code));
        break;
    case CLI_PROCESS_INTERRUPTED: /* the signal will say so */
        break;
    }
    return -1;
}

int cli_git_run(const struct cli_git *git, const char *const *arguments, const char *input, struct cli_buffer *output,
                struct cli_buffer *said)
{
    const char **all = with_program(git, arguments);
    if (all == NULL) {
        cli_no_memory(git->language);
        return -1;
    }
    const struct cli_process process = {
        .arguments = (char *const *)all,
        .environment = environ,
        .directory = git->directory,
        .input = input,
        .output = output,
        .seconds = SECONDS,
    };
    struct cli_process_result result;
    cli_process_run(&process, &result);
    free(all);
    if (said != NULL)
        cli_buffer_write(said, result.output, result.length);
    return status_of(git, &result);
}

void cli_git_complain(const struct cli_git *git, const struct cli_buffer *said)
{
    size_t end = said->length, begin;
    while (end > 0 && said->bytes[end - 1] == '\n')
        end--;
    for (begin = end; begin > 0 && said->bytes[begin - 1] != '\n';)
        begin--;
    cli_complain(git->language, CLI_MSG(git_says), (int)(end - begin), end > 0 ? said->bytes + begin : "");
}

bool cli_git_do(const struct cli_git *git, const char *const *arguments, const char *input, struct cli_buffer *output)
{
    struct cli_buffer said = { 0 };
    int status = cli_git_run(git, arguments, input, output, &said);
    if (status > 0)
        cli_git_complain(git, &said);
    cli_buffer_free(&said);
    return status == 0;
}

/* What git printed: "true", and below it the prefix, in whose name there may be line feeds. */
static bool take_place(struct cli_git *git, struct cli_buffer *printed)
{
    static const char yes[] = "true\n";
    char here[PATH_MAX];
    if (printed->length <= sizeof yes - 1 || strncmp(printed->bytes, yes, sizeof yes - 1) != 0) {
        cli_complain(git->language, CLI_MSG(git_no_work_tree));
        return false;
    }
    printed->bytes[printed->length - 1] = '\0';
    git->prefix = strdup(printed->bytes + sizeof yes - 1);
    git->top = getcwd(here, sizeof here) == NULL ? NULL : strdup(here);
    if (git->prefix == NULL || git->top == NULL)
        return cli_no_memory(git->language);
    size_t below = strlen(git->prefix), length = strlen(git->top);
    if (below > 0 && below < length)
        git->top[length - below] = '\0'; /* the prefix has a "/" at its end, what is above it one before */
    return true;
}

static void set_environment(void)
{
    /* the index may be locked for the commit that we are a part of */
    setenv("GIT_OPTIONAL_LOCKS", "0", 1);
    /* paths are names, whatever the git that called us was told of patterns */
    setenv("GIT_LITERAL_PATHSPECS", "1", 1);
    unsetenv("GIT_GLOB_PATHSPECS");
    unsetenv("GIT_NOGLOB_PATHSPECS");
    unsetenv("GIT_ICASE_PATHSPECS");
}

bool cli_git_open(struct cli_git *git, enum qc_language language)
{
    static const char *const place[] = { "rev-parse", "--is-inside-work-tree", "--show-prefix", NULL };
    *git = (struct cli_git){ .language = language, .program = cli_process_find("git") };
    if (git->program == NULL) {
        cli_complain(language, CLI_MSG(git_missing));
        return false;
    }
    set_environment();
    struct cli_buffer printed = { 0 };
    bool fine = cli_git_do(git, place, NULL, &printed) && take_place(git, &printed);
    cli_buffer_free(&printed);
    return fine;
}

void cli_git_free(struct cli_git *git)
{
    free(git->program);
    free(git->top);
    free(git->prefix);
}

char *cli_git_below(const char *directory, const char *name)
{
    char *path;
    return asprintf(&path, "%s/%s", directory, name) < 0 ? NULL : path;
}

char *cli_git_from_here(const struct cli_git *git, const char *path)
{
    size_t common = 0, ups = 0;
    for (size_t i = 0; git->prefix[i] != '\0' && git->prefix[i] == path[i]; i++)
        if (path[i] == '/')
            common = i + 1;
    for (size_t i = common; git->prefix[i] != '\0'; i++)
        ups += git->prefix[i] == '/';
    char *seen = malloc(3 * ups + strlen(path + common) + 1);
    for (size_t i = 0; seen != NULL && i < ups; i++)
        memcpy(seen + 3 * i, "../", 3);
    if (seen != NULL)
        strcpy(seen + 3 * ups, path + common);
    return seen;
}
