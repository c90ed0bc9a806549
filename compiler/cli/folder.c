/*
 * folder.c - the documents below a folder.
 *
 * Owns the paths. Must not open the files.
 */
#include "cli/folder.h"

#include <errno.h>
#include <fts.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct cli_file {
    char *path;
    dev_t device;
    ino_t number;
    size_t place;  /* in the order of the names */
    bool repeated; /* an earlier one is the same file */
};

/* "9.qc" before "10.qc". */
static int by_name(const FTSENT **left, const FTSENT **right)
{
    return strverscmp((*left)->fts_name, (*right)->fts_name);
}

static bool add(struct cli_folder *folder, const char *path, const struct stat *status)
{
    if (folder->count == folder->room) {
        size_t room = folder->room == 0 ? 64 : folder->room * 2;
        struct cli_file *files = reallocarray(folder->files, room, sizeof *files);
        if (files == NULL)
            return false;
        folder->files = files;
        folder->room = room;
    }
    char *copy = strdup(path);
    if (copy == NULL)
        return false;
    folder->files[folder->count] = (struct cli_file){
        .path = copy, .device = status->st_dev, .number = status->st_ino, .place = folder->count
    };
    folder->count++;
    return true;
}

/* A root counts whatever it is called. */
static bool is_document(const FTSENT *entry)
{
    size_t length = entry->fts_namelen;
    return entry->fts_level == FTS_ROOTLEVEL ||
           (length > 3 && strcmp(entry->fts_name + length - 3, ".qc") == 0);
}

static void complain(struct cli_folder *folder, enum qc_language language, const FTSENT *entry)
{
    cli_complain(language, CLI_MSG(cannot_read), entry->fts_path, cli_error_text(language, entry->fts_errno));
    folder->failed = true;
}

/* False when memory runs out. */
static bool visit(struct cli_folder *folder, enum qc_language language, FTS *walk, FTSENT *entry)
{
    struct stat behind;
    bool below = entry->fts_level > FTS_ROOTLEVEL;
    if (below && entry->fts_name[0] == '.') {
        if (entry->fts_info == FTS_D)
            fts_set(walk, entry, FTS_SKIP);
        return true;
    }
    switch (entry->fts_info) {
    case FTS_F:
        return !is_document(entry) || add(folder, entry->fts_path, entry->fts_statp);
    case FTS_SL:
    case FTS_SLNONE:
        if (!is_document(entry))
            return true;
        if (stat(entry->fts_path, &behind) != 0) /* reading it will say why */
            return add(folder, entry->fts_path, entry->fts_statp);
        return !S_ISREG(behind.st_mode) || add(folder, entry->fts_path, &behind);
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
        complain(folder, language, entry);
        return true;
    default:
        return true;
    }
}

/* By file; of several names the first in front. */
static int by_file(const void *left, const void *right)
{
    const struct cli_file *a = *(struct cli_file *const *)left, *b = *(struct cli_file *const *)right;
    if (a->device != b->device)
        return a->device < b->device ? -1 : 1;
    if (a->number != b->number)
        return a->number < b->number ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

static bool mark_repeated(struct cli_folder *folder)
{
    struct cli_file **order = calloc(folder->count + 1, sizeof(struct cli_file *));
    if (order == NULL)
        return false;
    for (size_t i = 0; i < folder->count; i++)
        order[i] = &folder->files[i];
    qsort(order, folder->count, sizeof(struct cli_file *), by_file);
    for (size_t i = 1; i < folder->count; i++)
        order[i]->repeated =
            order[i]->device == order[i - 1]->device && order[i]->number == order[i - 1]->number;
    free(order);
    return true;
}

bool cli_folder_collect(struct cli_folder *folder, enum qc_language language, char **roots)
{
    bool fine = true;
    FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, by_name);
    FTSENT *entry = NULL;
    *folder = (struct cli_folder){ 0 };
    if (walk == NULL)
        return false;
    while (fine && (errno = 0, entry = fts_read(walk)) != NULL)
        fine = visit(folder, language, walk, entry);
    fine = fine && errno == 0;
    fts_close(walk);
    return fine && mark_repeated(folder);
}

const char *cli_folder_path(const struct cli_folder *folder, size_t index)
{
    return folder->files[index].repeated ? NULL : folder->files[index].path;
}

void cli_folder_free(struct cli_folder *folder)
{
    for (size_t i = 0; i < folder->count; i++)
        free(folder->files[i].path);
    free(folder->files);
}
