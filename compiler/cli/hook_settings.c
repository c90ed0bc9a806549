/*
 * hook_settings.c - what qc hook asks and tells the configuration of a repository.
 *
 * Owns the settings that it has made.
 */
#include "cli/hook.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
    const char *name;
    const char *value; /* NULL: the path of this program */
} settings[] = {
    { "qc.program", NULL },
    { "diff.qc.xfuncname", CLI_HOOK_HEADINGS },
};

enum { SETTINGS = sizeof settings / sizeof *settings };

/* Value of a setting in one of the files that git reads ("--local"), or with "--includes" that which counts. */
static int read_setting(const struct cli_hooks *hooks, const char *file, const char *name, struct cli_buffer *value)
{
    const char *const arguments[] = { "config", file, "--path", "--get", name, NULL };
    int status = cli_git_run(&hooks->git, arguments, NULL, value, NULL);
    if (value->length > 0)
        value->bytes[--value->length] = '\0';
    return status;
}

static bool is_set(const struct cli_hooks *hooks, const char *file, const char *name)
{
    struct cli_buffer value = { 0 };
    bool set = read_setting(hooks, file, name, &value) == 0;
    cli_buffer_free(&value);
    return set;
}

bool cli_hook_write_settings(const struct cli_hooks *hooks)
{
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    program[length > 0 ? length : 0] = '\0';
    bool fine = true;
    for (size_t i = 0; i < SETTINGS && fine; i++) {
        const char *value = settings[i].value != NULL ? settings[i].value : program;
        const char *const arguments[] = { "config", "--local", "--replace-all", settings[i].name, value, NULL };
        struct cli_buffer printed = { 0 };
        fine = value[0] == '\0' || cli_git_do(&hooks->git, arguments, NULL, &printed);
        cli_buffer_free(&printed);
    }
    return fine;
}

bool cli_hook_remove_settings(const struct cli_hooks *hooks)
{
    bool fine = true;
    for (size_t i = 0; i < SETTINGS && fine; i++) {
        const char *const arguments[] = { "config", "--local", "--unset-all", settings[i].name, NULL };
        struct cli_buffer value = { 0 };
        bool ours = read_setting(hooks, "--local", settings[i].name, &value) == 0 &&
                    (settings[i].value == NULL || strcmp(value.bytes, settings[i].value) == 0);
        cli_buffer_free(&value);
        fine = !ours || cli_git_do(&hooks->git, arguments, NULL, &value);
        cli_buffer_free(&value);
    }
    return fine;
}

/* ---- where hooks are ---- */

/* A directory for the hooks of many repositories is not for one of them to change. */
static bool is_shared(const struct cli_hooks *hooks)
{
    return !is_set(hooks, "--local", "core.hooksPath") && !is_set(hooks, "--worktree", "core.hooksPath");
}

/* core.hooksPath counts from the top of the work tree, where hooks run. */
bool cli_hook_find(struct cli_hooks *hooks, bool *shared)
{
    static const char *const place[] = { "rev-parse", "--git-path", "hooks", NULL };
    struct cli_buffer path = { 0 };
    bool chosen = read_setting(hooks, "--includes", "core.hooksPath", &path) == 0 && path.length > 0, fine = true;
    *shared = chosen && is_shared(hooks);
    if (!chosen) {
        fine = cli_git_do(&hooks->git, place, NULL, &path) && path.length > 0;
        if (fine)
            path.bytes[--path.length] = '\0';
    }
    bool relative = chosen && path.bytes[0] != '/';
    if (fine)
        hooks->directory = relative ? cli_git_from_here(&hooks->git, path.bytes) : strdup(path.bytes);
    if (fine && hooks->directory == NULL)
        cli_no_memory(hooks->language);
    cli_buffer_free(&path);
    return fine && hooks->directory != NULL;
}

bool cli_hook_shows_headings(const struct cli_hooks *hooks)
{
    static const char *const arguments[] = { "check-attr", "-z", "diff", "--", "x.qc", NULL };
    /* path, attribute and value, a NUL behind each */
    static const char wanted[] = "x.qc\0diff\0qc";
    struct cli_buffer printed = { 0 };
    bool shows = cli_git_run(&hooks->git, arguments, NULL, &printed, NULL) == 0 && printed.length == sizeof wanted &&
                 memcmp(printed.bytes, wanted, sizeof wanted) == 0;
    cli_buffer_free(&printed);
    return shows;
}
