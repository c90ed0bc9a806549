/*
 * notice.c - notices that files change, by inotify(7).
 *
 * Owns the watches. What another machine changes on a network file system is
 * not noticed: Linux does not tell.
 */
#include "cli/notice.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

static const uint32_t wanted = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MOVE_SELF |
                               IN_ONLYDIR;

bool cli_notice_open(struct cli_notice *notice, size_t input_count)
{
    *notice = (struct cli_notice){ .fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC), .input_count = input_count };
    notice->changed = calloc(input_count, sizeof *notice->changed);
    return notice->fd >= 0 && notice->changed != NULL;
}

void cli_notice_close(struct cli_notice *notice)
{
    for (size_t i = 0; i < notice->input_count; i++)
        cli_notice_forget(notice, i);
    for (size_t i = 0; i < notice->directory_count; i++)
        free(notice->directories[i].path);
    free(notice->directories);
    free(notice->files);
    free(notice->changed);
    if (notice->fd >= 0)
        close(notice->fd);
}

static void watch(struct cli_notice *notice, struct cli_notice_directory *directory)
{
    directory->watch = inotify_add_watch(notice->fd, directory->path, wanted);
}

/* Number of a directory, which is added if need be; SIZE_MAX when memory runs out. Takes over the path. */
static size_t directory_of(struct cli_notice *notice, char *path, bool *fresh)
{
    for (size_t i = 0; i < notice->directory_count; i++)
        if (strcmp(notice->directories[i].path, path) == 0) {
            free(path);
            return i;
        }
    struct cli_notice_directory *directories =
        realloc(notice->directories, (notice->directory_count + 1) * sizeof *directories);
    if (directories == NULL) {
        free(path);
        return SIZE_MAX;
    }
    notice->directories = directories;
    directories[notice->directory_count].path = path;
    watch(notice, &directories[notice->directory_count]);
    *fresh = true;
    return notice->directory_count++;
}

static bool add_name(struct cli_notice *notice, const char *path, size_t input, bool *fresh)
{
    const char *slash = strrchr(path, '/');
    struct cli_notice_file *files = realloc(notice->files, (notice->file_count + 1) * sizeof *files);
    if (files == NULL)
        return false;
    notice->files = files;
    char *directory = slash == NULL   ? strdup(".")
                      : slash == path ? strdup("/")
                                      : strndup(path, (size_t)(slash - path));
    char *name = strdup(slash == NULL ? path : slash + 1);
    size_t number = directory == NULL ? SIZE_MAX : directory_of(notice, directory, fresh);
    if (number == SIZE_MAX || name == NULL) {
        free(name);
        return false;
    }
    files[notice->file_count++] = (struct cli_notice_file){ number, input, name };
    return true;
}

bool cli_notice_add(struct cli_notice *notice, const char *path, size_t input, bool *fresh)
{
    char *real = realpath(path, NULL);
    bool fine = add_name(notice, path, input, fresh) && (real == NULL || add_name(notice, real, input, fresh));
    free(real);
    return fine;
}

void cli_notice_forget(struct cli_notice *notice, size_t input)
{
    size_t kept = 0;
    for (size_t i = 0; i < notice->file_count; i++)
        if (notice->files[i].input == input)
            free(notice->files[i].name);
        else
            notice->files[kept++] = notice->files[i];
    notice->file_count = kept;
}

/* name: NULL for every file there. */
static bool mark(struct cli_notice *notice, size_t directory, const char *name)
{
    bool found = false;
    for (size_t i = 0; i < notice->file_count; i++) {
        const struct cli_notice_file *file = &notice->files[i];
        if (file->directory == directory && (name == NULL || strcmp(file->name, name) == 0))
            found = notice->changed[file->input] = true;
    }
    return found;
}

static bool take(struct cli_notice *notice, const struct inotify_event *event)
{
    bool found = false;
    for (size_t i = 0; i < notice->directory_count; i++) {
        struct cli_notice_directory *directory = &notice->directories[i];
        bool overflow = (event->mask & IN_Q_OVERFLOW) != 0;
        if (!overflow && directory->watch != event->wd)
            continue;
        bool gone = (event->mask & (IN_IGNORED | IN_MOVE_SELF)) != 0;
        if ((event->mask & IN_MOVE_SELF) != 0)
            inotify_rm_watch(notice->fd, directory->watch);
        if (gone)
            directory->watch = -1;
        found = mark(notice, i, overflow || gone ? NULL : event->len > 0 ? event->name : "") || found;
    }
    return found;
}

bool cli_notice_read(struct cli_notice *notice)
{
    union {
        struct inotify_event event; /* for its alignment */
        char bytes[16 * 1024];
    } buffer;
    bool found = false;
    for (;;) {
        ssize_t got = read(notice->fd, buffer.bytes, sizeof buffer.bytes);
        if (got <= 0)
            return found;
        const struct inotify_event *event;
        for (char *at = buffer.bytes; at < buffer.bytes + got; at += sizeof *event + event->len) {
            event = (const struct inotify_event *)(const void *)at;
            found = take(notice, event) || found;
        }
    }
}

bool cli_notice_look_again(struct cli_notice *notice)
{
    bool gone = false;
    for (size_t i = 0; i < notice->directory_count; i++) {
        struct cli_notice_directory *directory = &notice->directories[i];
        if (directory->watch >= 0)
            continue;
        watch(notice, directory);
        if (directory->watch >= 0)
            mark(notice, i, NULL);
        gone = gone || directory->watch < 0;
    }
    return gone;
}
