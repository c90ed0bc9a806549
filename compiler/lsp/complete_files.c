/*
 * complete_files.c - what dùng may take in: modules of the library, and files of the project.
 */
#include <dirent.h>

#include "base/utf8.h"
#include "lsp/complete.h"
#include "sema/library.h"
#include "source/below.h"
#include "source/file.h"

enum { RANK_FILE, RANK_MODULE };

enum { ROOM = 64 << 10 }; /* for the names in a directory; those beyond it are not offered */

/* The names of the .qc files and of the folders in a directory, each terminated, into ROOM bytes. Returns how many bytes. */
static size_t list_directory(const char *path, char *names, bool *more)
{
    size_t used = 0;
    DIR *directory = opendir(path); /* nothing is allocated in the arena while it is open */
    if (directory == NULL)
        return 0;
    const struct dirent *entry;
    while ((entry = readdir(directory)) != NULL) {
        size_t length = strlen(entry->d_name);
        bool folder = entry->d_type == DT_DIR,
             source = qc_str_ends(qc_str_from(entry->d_name), QC_STR(".qc"));
        if (entry->d_name[0] == '.' || (!folder && !source))
            continue;
        *more = *more || used + length + 2 > ROOM;
        if (used + length + 2 > ROOM)
            break;
        memcpy(names + used, entry->d_name, length);
        used += length;
        if (folder)
            names[used++] = '/';
        names[used++] = '\0';
    }
    closedir(directory);
    return used;
}

/* Is it a name that qc could read: text without control characters? */
static bool is_text(const char *name)
{
    for (const char *c = name; *c != '\0'; c++)
        if ((unsigned char)*c < ' ')
            return false;
    return qc_utf8_invalid(name, strlen(name)) == strlen(name);
}

static void offer_files(struct lsp_completion *completion)
{
    struct qc_arena *arena = &completion->server->scratch;
    struct qc_str typed = completion->typed;
    const char *own = completion->document->path;
    if (own == NULL || qc_str_starts(typed, QC_STR("/")))
        return;
    size_t folder = typed.len;
    while (folder > 0 && typed.ptr[folder - 1] != '/')
        folder--;
    struct qc_str inside = qc_str_slice(typed, 0, folder);
    struct qc_str path =
        qc_path_resolve(arena, qc_path_directory(arena, own),
                        inside.len == 0 ? QC_STR(".") : qc_str_slice(inside, 0, inside.len - 1));
    const char *root = qc_project_root(arena, own), *directory = qc_str_terminated(arena, path);
    if (root == NULL || !qc_path_is_inside(root, directory))
        return; /* dùng may not leave the project either */
    char *names = qc_alloc(arena, ROOM);
    size_t used = list_directory(directory, names, &completion->incomplete);
    for (size_t at = 0; at < used; at += strlen(names + at) + 1) {
        struct qc_str label = qc_str_format(arena, "%.*s%s", QC_STR_ARGS(inside), names + at);
        if (is_text(names + at) &&
            !qc_str_equal(qc_path_resolve(arena, qc_path_directory(arena, own), label), qc_str_from(own)))
            lsp_offer(completion,
                      (struct lsp_offer){ .label = label, .kind = LSP_ITEM_FILE, .rank = RANK_FILE });
    }
}

void lsp_complete_uses(struct lsp_completion *completion)
{
    struct qc_module module;
    offer_files(completion);
    for (size_t i = 0; qc_module_at(i, &module); i++)
        lsp_offer(completion, (struct lsp_offer){ .label = module.name,
                                                  .detail = module.summary,
                                                  .search = module.names,
                                                  .kind = LSP_ITEM_MODULE,
                                                  .rank = RANK_MODULE });
}
