/*
 * file.c - reads files, and finds out where they lie.
 *
 * Owns a descriptor while it reads. Must not look at the bytes (source.c
 * does), must not report, must not write.
 */
#include "source/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source/below.h"

enum { FIRST_ROOM = 64 * 1024, PATH_BYTES = 4096 };

/* errno when there is nothing to read from, 0 when it is worth another try. */
static int after_failed_read(int fd)
{
    if (errno == EINTR)
        return 0;
    if (errno != EAGAIN)
        return errno;
    /* a descriptor that was handed to us as non-blocking, as terminals sometimes are */
    struct pollfd wait = { .fd = fd, .events = POLLIN };
    return poll(&wait, 1, -1) < 0 && errno != EINTR ? errno : 0;
}

static int read_all(struct qc_arena *arena, int fd, size_t limit, struct qc_str *bytes)
{
    struct stat about;
    if (fstat(fd, &about) != 0)
        return errno;
    if (S_ISDIR(about.st_mode))
        return EISDIR;
    /* one byte more than the file has, so that its end is seen without growing */
    size_t most = limit + 1, room = FIRST_ROOM;
    if (S_ISREG(about.st_mode) && about.st_size > 0)
        room = (uintmax_t)about.st_size < most ? (size_t)about.st_size + 1 : most;
    if (room > most)
        room = most;
    char *block = qc_alloc_bytes(arena, room);
    size_t len = 0;
    for (;;) {
        if (len == room) {
            if (room == most)
                break;
            size_t more = room > most / 2 ? most : room * 2;
            block = qc_grow_bytes(arena, block, room, more);
            room = more;
        }
        ssize_t got = read(fd, block + len, room - len);
        if (got == 0)
            break;
        if (got > 0) {
            len += (size_t)got;
            continue;
        }
        int error = after_failed_read(fd);
        if (error != 0)
            return error;
    }
    *bytes = (struct qc_str){ block, len };
    return 0;
}

static int open_to_read(const char *path)
{
    if (strcmp(path, "-") == 0)
        return STDIN_FILENO;
    int fd;
    do
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    while (fd < 0 && errno == EINTR);
    return fd;
}

/* Reads what is open, and closes it. Standard input stays open. */
static bool read_opened(struct qc_arena *arena, int opened, size_t limit, struct qc_str *bytes, int *error)
{
    volatile int fd = opened; /* used after a jump */
    /* an allocation that fails jumps past the close below: land here first, then jump on */
    jmp_buf *outer = arena->out_of_memory, here;
    if (setjmp(here) != 0) {
        if (fd != STDIN_FILENO)
            close(fd);
        arena->out_of_memory = outer;
        qc_arena_exhausted(arena);
    }
    arena->out_of_memory = &here;
    *error = read_all(arena, fd, limit, bytes);
    arena->out_of_memory = outer;
    if (fd != STDIN_FILENO)
        close(fd);
    return *error == 0;
}

bool qc_file_read(struct qc_arena *arena, const char *path, size_t limit, struct qc_str *bytes, int *error)
{
    int fd = open_to_read(path);
    *error = errno;
    return fd >= 0 && read_opened(arena, fd, limit, bytes, error);
}

bool qc_file_read_below(struct qc_arena *arena, const char *root, const char *path, size_t limit, struct qc_str *bytes,
                        int *error)
{
    int fd = qc_open_below(root, path, error);
    return fd >= 0 && read_opened(arena, fd, limit, bytes, error);
}

/* Length of the directory part of a path; 0 when it has none. */
static size_t directory_length(const char *path)
{
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    while (len > 0 && path[len - 1] != '/')
        len--;
    while (len > 1 && path[len - 1] == '/')
        len--;
    return len;
}

bool qc_path_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

char *qc_path_directory(struct qc_arena *arena, const char *path)
{
    size_t len = directory_length(path);
    return qc_str_terminated(arena, len == 0 ? QC_STR(".") : (struct qc_str){ path, len });
}

struct qc_str qc_path_resolve(struct qc_arena *arena, const char *directory, struct qc_str relative)
{
    size_t len = strlen(directory);
    bool bare = len == 0 || strcmp(directory, ".") == 0 || qc_str_starts(relative, QC_STR("/"));
    if (bare)
        return qc_str_format(arena, "%.*s", QC_STR_ARGS(relative));
    return qc_str_format(arena, "%s%s%.*s", directory, directory[len - 1] == '/' ? "" : "/",
                         QC_STR_ARGS(relative));
}

/* realpath into the caller's stack: nothing is left to free when a later allocation jumps away. */
static bool real_path(const char *path, char real[PATH_BYTES])
{
    char *found = realpath(path, NULL);
    if (found == NULL)
        return false;
    size_t len = strlen(found);
    if (len < PATH_BYTES)
        memcpy(real, found, len + 1);
    free(found);
    errno = ENAMETOOLONG;
    return len < PATH_BYTES;
}

/* Is the path, which is real, that of the directory or of something in it? */
static bool is_below(const char *directory, const char *path)
{
    size_t len = strcmp(directory, "/") == 0 ? 0 : strlen(directory);
    return strncmp(path, directory, len) == 0 && (path[len] == '/' || path[len] == '\0');
}

static bool holds(const char *directory, const char *name)
{
    char path[PATH_BYTES + 16];
    int len = snprintf(path, sizeof path, "%s/%s", directory, name);
    return len > 0 && (size_t)len < sizeof path && access(path, F_OK) == 0;
}

char *qc_project_root(struct qc_arena *arena, const char *document_path)
{
    char *own = qc_path_directory(arena, document_path), root[PATH_BYTES];
    if (document_path[0] == '\0' || strcmp(document_path, "-") == 0 || !real_path(own, root))
        return own;
    for (;;) {
        if (holds(root, ".git") || holds(root, ".qc.toml"))
            return qc_str_terminated(arena, qc_str_from(root));
        size_t above = directory_length(root);
        if (strcmp(root, "/") == 0 || above == 0)
            return own;
        root[above] = '\0';
    }
}

bool qc_path_is_special(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode);
}

const char *qc_path_from_here(struct qc_arena *arena, const char *directory)
{
    char here[PATH_BYTES], there[PATH_BYTES];
    if (!real_path(".", here) || !real_path(directory, there))
        return directory;
    size_t len = strlen(here);
    if (is_below(here, there))
        return there[len] == '\0' ? "." : qc_str_terminated(arena, qc_str_from(there + len + (len > 1)));
    if (!is_below(there, here))
        return directory;
    struct qc_buf way = { .arena = arena };
    for (len = strcmp(there, "/") == 0 ? 0 : strlen(there); here[len] != '\0'; len++)
        if (here[len] == '/')
            qc_buf_add(&way, way.len == 0 ? QC_STR("..") : QC_STR("/.."));
    return qc_str_terminated(arena, qc_buf_str(&way));
}

struct qc_str qc_repository_path(struct qc_arena *arena, const char *path)
{
    struct qc_str given = qc_str_from(path);
    while (qc_str_starts(given, QC_STR("./")))
        given = qc_str_skip(given, 2);
    char root[PATH_BYTES], own[PATH_BYTES];
    /* the directory is followed, the file is not: a link in the repository is known by its own name */
    if (path[0] == '\0' || !real_path(qc_path_directory(arena, path), own))
        return given;
    memcpy(root, own, sizeof root);
    while (!holds(root, ".git")) {
        size_t above = directory_length(root);
        if (strcmp(root, "/") == 0 || above == 0)
            return given;
        root[above] = '\0';
    }
    size_t len = strcmp(root, "/") == 0 ? 0 : strlen(root);
    const char *below = own[len] == '/' ? own + len + 1 : "";
    const char *name = path + directory_length(path);
    name += strspn(name, "/");
    return qc_str_format(arena, "%s%s%s", below, below[0] == '\0' ? "" : "/", name);
}
