/*
 * staged_tree.c - has git write what is staged into a tree of its own.
 *
 * Owns nothing: who gave the directory removes it. git writes the files, so
 * that its filters and line ends are as in a work tree.
 */
#include "cli/staged_tree.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/output.h"

enum { USAGE = 129 /* exit status of git for an option that it does not know */ };

/*
 * Of an entry of git ls-files -s -z, "MODE ID STAGE", a tab and the path: what
 * the compiler may read. A link may lead to it.
 */
static bool is_needed(const char *entry, const char *path)
{
    const char *name = strrchr(path, '/');
    name = name == NULL ? path : name + 1;
    size_t length = strlen(name);
    bool document = length >= 3 && strcmp(name + length - 3, ".qc") == 0;
    return document || strcmp(name, ".qc.toml") == 0 || strncmp(entry, "120000", 6) == 0;
}

/* Adds a text with a NUL behind it. */
static bool add(const struct cli_git *git, struct cli_buffer *list, const char *text)
{
    return cli_buffer_write(list, text, strlen(text) + 1) || cli_no_memory(git->language);
}

/* Of a submodule: "160000", the commit that is staged of it, and where it stands. */
static bool add_submodule(const struct cli_git *git, struct cli_buffer *submodules, const char *entry, const char *path)
{
    char commit[128];
    snprintf(commit, sizeof commit, "%.*s", (int)strcspn(entry + 7, " "), entry + 7);
    return add(git, submodules, commit) && add(git, submodules, path);
}

/* Lists the paths of what is needed; of submodules, commit and path each. */
static bool list_needed(const struct cli_git *git, struct cli_buffer *list, struct cli_buffer *submodules)
{
    char *top = cli_git_from_here(git, "");
    if (top == NULL)
        return cli_no_memory(git->language);
    const char *const arguments[] = { "ls-files", "--stage", "-z", "--", top[0] != '\0' ? top : ".", NULL };
    struct cli_buffer printed = { 0 };
    bool fine = cli_git_do(git, arguments, NULL, &printed);
    free(top);
    const char *at = printed.bytes, *end = at + printed.length;
    while (fine && at < end) {
        size_t length = strlen(at);
        const char *path = strchr(at, '\t');
        if (path != NULL && path[-1] == '0' && strncmp(at, "160000 ", 7) == 0)
            fine = add_submodule(git, submodules, at, path + 1);
        else if (path != NULL && path[-1] == '0' && is_needed(at, path + 1))
            fine = add(git, list, path + 1);
        at += length + 1;
    }
    cli_buffer_free(&printed);
    return fine;
}

static bool write_file(const struct cli_git *git, const char *path, const struct cli_buffer *bytes)
{
    FILE *file = fopen(path, "we");
    bool fine = file != NULL && fwrite(bytes->bytes, 1, bytes->length, file) == bytes->length;
    if (file != NULL && fclose(file) != 0)
        fine = false;
    if (!fine)
        cli_complain(git->language, CLI_MSG(cannot_write), path, cli_error_text(git->language, errno));
    return fine;
}

/* Has git write the files of the list below the tree. */
static bool check_out(const struct cli_git *git, const char *list, const char *tree)
{
    char *prefix = NULL;
    if (asprintf(&prefix, "--prefix=%s/", tree) < 0)
        return cli_no_memory(git->language);
    /* a sparse work tree lacks files that the index has; git before 2.37 writes them unasked */
    const char *arguments[] = { "checkout-index", "-z", "--stdin", prefix, "--ignore-skip-worktree-bits", NULL };
    struct cli_buffer printed = { 0 }, said = { 0 };
    int status = cli_git_run(git, arguments, list, &printed, &said);
    if (status == USAGE) {
        cli_buffer_free(&said);
        arguments[4] = NULL;
        status = cli_git_run(git, arguments, list, &printed, &said);
    }
    if (status > 0)
        cli_git_complain(git, &said);
    cli_buffer_free(&said);
    cli_buffer_free(&printed);
    free(prefix);
    return status == 0;
}

/* Makes a directory that git may have made already. */
static bool make_directory(const struct cli_git *git, const char *path)
{
    int error;
    bool fine = cli_make_directory(path, &error);
    if (!fine)
        cli_complain(git->language, CLI_MSG(cannot_write), path, cli_error_text(git->language, error));
    return fine;
}

/* ---- submodules: a document may use what lies in one ---- */

/* In a hook these say where the repository and its index are; those of a submodule are others. */
static void forget_repository(void)
{
    static const char *const names[] = {
        "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unsetenv(names[i]);
}

static bool write_submodule(const struct cli_git *git, const char *commit, const char *paths, const char *tree)
{
    const char *const arguments[] = { "read-tree", commit, NULL };
    struct cli_buffer printed = { 0 }, list = { 0 }, submodules = { 0 };
    bool fine = cli_git_do(git, arguments, NULL, &printed) && list_needed(git, &list, &submodules) &&
                write_file(git, paths, &list) && check_out(git, paths, tree);
    cli_buffer_free(&printed);
    cli_buffer_free(&list);
    cli_buffer_free(&submodules); /* those of a submodule are not followed */
    return fine;
}

/*
 * Writes what the staged commits of submodules have, by way of an index of our own. One that is not here is left
 * out, as it is from the work tree. Paths are as seen from where we stand, which is place in the tree.
 */
static bool write_submodules(const struct cli_git *git, const struct cli_buffer *submodules, const char *directory,
                             const char *place)
{
    char *index = cli_git_below(directory, "index"), *paths = cli_git_below(directory, "list");
    bool fine = (index != NULL && paths != NULL) || cli_no_memory(git->language);
    const char *at = submodules->bytes, *end = at + submodules->length;
    forget_repository();
    while (fine && at < end) {
        const char *commit = at, *path = commit + strlen(commit) + 1;
        at = path + strlen(path) + 1;
        char *own = cli_git_below(path, ".git"), *tree = cli_git_below(place, path);
        const struct cli_git there = { .language = git->language, .program = git->program, .prefix = "", .directory = path };
        fine = (own != NULL && tree != NULL) || cli_no_memory(git->language);
        if (fine && access(own, F_OK) == 0) {
            setenv("GIT_INDEX_FILE", index, 1);
            fine = write_submodule(&there, commit, paths, tree);
            unlink(index);
        }
        free(own);
        free(tree);
    }
    free(index);
    free(paths);
    return fine;
}

char *cli_staged_tree(const struct cli_git *git, const char *directory)
{
    struct cli_buffer list = { 0 }, submodules = { 0 };
    char *tree = cli_git_below(directory, "tree"), *paths = cli_git_below(directory, "list");
    char *place = tree == NULL ? NULL : cli_git_below(tree, git->prefix);
    char *mark = tree == NULL ? NULL : cli_git_below(tree, ".git"); /* tells the compiler that a project ends here */
    bool fine = (paths != NULL && place != NULL && mark != NULL) || cli_no_memory(git->language);
    fine = fine && list_needed(git, &list, &submodules) && write_file(git, paths, &list) &&
           check_out(git, paths, tree) && make_directory(git, mark) && make_directory(git, place) &&
           (submodules.length == 0 || write_submodules(git, &submodules, directory, place));
    cli_buffer_free(&list);
    cli_buffer_free(&submodules);
    free(tree);
    free(paths);
    free(mark);
    if (fine)
        return place;
    free(place);
    return NULL;
}
