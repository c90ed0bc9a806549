/*
 * hook.c - qc hook: has git check what is staged before it commits.
 *
 * Owns the hooks that it has written, which it knows by their first lines. A hook of somebody else is never changed; it
 * may be renamed, to be called first, and gets its name back.
 */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/hook.h"
#include "cli/output.h"
#include "cli/signals.h"

/* git calls the second one for a merge that it makes without asking: two branches may number alike. */
static const struct {
    const char *name, *before;
} names[CLI_HOOK_COUNT] = {
    { "pre-commit", "pre-commit" CLI_HOOK_BEFORE },
    { "pre-merge-commit", "pre-merge-commit" CLI_HOOK_BEFORE },
};

/* ---- the hooks ---- */

static bool exists(const char *path)
{
    struct stat about;
    return lstat(path, &about) == 0;
}

static enum cli_hook_state state_of(const char *path)
{
    struct stat about;
    if (lstat(path, &about) != 0)
        return CLI_HOOK_NONE;
    struct cli_buffer text = { 0 };
    size_t length = strlen(CLI_HOOK_HEAD);
    bool ours = S_ISREG(about.st_mode) && cli_buffer_read(&text, path, length) && text.length == length &&
                memcmp(text.bytes, CLI_HOOK_HEAD, length) == 0;
    cli_buffer_free(&text);
    return ours ? CLI_HOOK_OURS : CLI_HOOK_OTHER;
}

static bool look(struct cli_hooks *hooks)
{
    for (int i = 0; i < CLI_HOOK_COUNT; i++) {
        struct cli_hook *hook = &hooks->hook[i];
        hook->path = cli_git_below(hooks->directory, names[i].name);
        hook->before = cli_git_below(hooks->directory, names[i].before);
        if (hook->path == NULL || hook->before == NULL)
            return cli_no_memory(hooks->language);
        hook->state = state_of(hook->path);
        hook->kept = exists(hook->before);
    }
    return true;
}

/* ---- installing ---- */

static bool complain_file(const struct cli_hooks *hooks, const char *path, int error)
{
    cli_complain(hooks->language, CLI_MSG(cannot_write), path, cli_error_text(hooks->language, error));
    return false;
}

/* May this be installed? Asked of all before one is touched. */
static bool may_install(const struct cli_hooks *hooks, const struct cli_hook *hook, bool chain)
{
    if (hook->state != CLI_HOOK_OTHER)
        return true;
    if (!chain)
        cli_complain(hooks->language, CLI_MSG(hook_other), hook->path, CLI_HOOK_LINE);
    else if (hook->kept)
        cli_complain(hooks->language, CLI_MSG(hook_kept_twice), hook->path, hook->before);
    return chain && !hook->kept;
}

static bool write_hook(const struct cli_hooks *hooks, const char *path)
{
    struct cli_output output;
    bool fine = cli_output_open(&output, path);
    if (fine && !cli_output_write(&output, CLI_HOOK_SCRIPT, strlen(CLI_HOOK_SCRIPT))) {
        cli_output_abandon(&output);
        fine = false;
    } else if (fine) {
        fine = cli_output_commit(&output);
    }
    mode_t mask = umask(0);
    umask(mask);
    if (fine && chmod(path, 0777 & ~mask) != 0) {
        output.error = errno;
        fine = false;
    }
    return fine || complain_file(hooks, path, output.error);
}

static bool install_one(const struct cli_hooks *hooks, const struct cli_hook *hook)
{
    bool renamed = hook->state == CLI_HOOK_OTHER;
    if (renamed && rename(hook->path, hook->before) != 0)
        return complain_file(hooks, hook->before, errno);
    bool fine = write_hook(hooks, hook->path);
    if (!fine && renamed)
        rename(hook->before, hook->path);
    return fine;
}

static void print_row(const char *path, const char *what)
{
    cli_write_shown(stdout, path, strlen(path));
    cli_print(": %s\n", what);
}

static enum cli_status install(struct cli_hooks *hooks, bool chain, bool shared)
{
    int error;
    bool fine = true;
    if (shared) {
        cli_complain(hooks->language, CLI_MSG(hook_shared), hooks->directory, CLI_HOOK_LINE);
        return CLI_FAILED;
    }
    for (int i = 0; i < CLI_HOOK_COUNT; i++)
        fine = may_install(hooks, &hooks->hook[i], chain) && fine;
    if (fine && !cli_make_directory(hooks->directory, &error))
        fine = complain_file(hooks, hooks->directory, error);
    for (int i = 0; i < CLI_HOOK_COUNT && fine; i++) {
        const struct cli_hook *hook = &hooks->hook[i];
        fine = install_one(hooks, hook);
        if (fine)
            print_row(hook->path, hook->state == CLI_HOOK_OTHER || hook->kept
                                      ? CLI_PICK(hooks->language, hook_chained)
                                      : CLI_PICK(hooks->language, hook_installed));
    }
    if (!fine || !cli_hook_write_settings(hooks))
        return CLI_FAILED;
    if (!cli_hook_shows_headings(hooks))
        cli_print("%s\n    %s\n", CLI_PICK(hooks->language, hook_attributes), CLI_HOOK_ATTRIBUTES);
    return CLI_FINE;
}

/* ---- uninstalling ---- */

static bool uninstall_one(const struct cli_hooks *hooks, const struct cli_hook *hook)
{
    if (hook->state == CLI_HOOK_OTHER) {
        print_row(hook->path, CLI_PICK(hooks->language, hook_not_ours));
        return true;
    }
    /* the one that ours called first takes its place at once */
    if (hook->kept ? rename(hook->before, hook->path) != 0 : hook->state == CLI_HOOK_OURS && unlink(hook->path) != 0)
        return complain_file(hooks, hook->path, errno);
    print_row(hook->path, hook->kept                 ? CLI_PICK(hooks->language, hook_restored)
                          : hook->state == CLI_HOOK_NONE ? CLI_PICK(hooks->language, hook_none)
                                                      : CLI_PICK(hooks->language, hook_removed));
    return true;
}

static enum cli_status uninstall(struct cli_hooks *hooks)
{
    bool fine = true;
    for (int i = 0; i < CLI_HOOK_COUNT; i++)
        fine = uninstall_one(hooks, &hooks->hook[i]) && fine;
    return fine && cli_hook_remove_settings(hooks) ? CLI_FINE : CLI_FAILED;
}

static enum cli_status print_status(struct cli_hooks *hooks)
{
    enum cli_status status = CLI_FINE;
    for (int i = 0; i < CLI_HOOK_COUNT; i++) {
        const struct cli_hook *hook = &hooks->hook[i];
        print_row(hook->path, hook->state == CLI_HOOK_NONE    ? CLI_PICK(hooks->language, hook_none)
                              : hook->state == CLI_HOOK_OTHER ? CLI_PICK(hooks->language, hook_not_ours)
                              : hook->kept                 ? CLI_PICK(hooks->language, hook_chained)
                                                           : CLI_PICK(hooks->language, hook_installed));
        if (hook->state != CLI_HOOK_OURS)
            status = CLI_FINDINGS;
    }
    return status;
}

/* ---- the command ---- */

static enum cli_status act(struct cli_hooks *hooks, const char *action, bool chain)
{
    bool shared;
    if (!cli_git_open(&hooks->git, hooks->language) || !cli_hook_find(hooks, &shared) || !look(hooks))
        return CLI_FAILED;
    if (strcmp(action, "install") == 0)
        return install(hooks, chain, shared);
    return strcmp(action, "uninstall") == 0 ? uninstall(hooks) : print_status(hooks);
}

enum cli_status cli_run_hook(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    const char *action = options->operand_count > 0 ? options->operands[0] : "";
    if (options->operand_count != 1 ||
        (strcmp(action, "install") != 0 && strcmp(action, "uninstall") != 0 && strcmp(action, "status") != 0)) {
        cli_complain(options->language, CLI_MSG(hook_action));
        return CLI_FAILED;
    }
    struct cli_hooks hooks = { .language = options->language };
    sigset_t before;
    cli_signals_hold(&before);
    enum cli_status status = act(&hooks, action, options->chain);
    for (int i = 0; i < CLI_HOOK_COUNT; i++) {
        free(hooks.hook[i].path);
        free(hooks.hook[i].before);
    }
    free(hooks.directory);
    cli_git_free(&hooks.git);
    cli_signals_release(&before);
    return status;
}
