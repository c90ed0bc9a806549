/*
 * below.c - finds what a path names by descriptors, and where that lies.
 *
 * A directory is opened first and then asked where it is, by going up from it
 * until the root is met: no text of a path is compared, and nothing can be
 * put in its place between the question and the use. Owns descriptors while
 * it works, and allocates nothing.
 */
#include "source/below.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef O_PATH
#define O_PATH O_RDONLY
#endif

enum { PATH_BYTES = 4096, MOST_LINKS = 40, DIRECTORY = O_PATH | O_DIRECTORY | O_CLOEXEC };

/* What a path names: a name that is no link, in a directory. */
struct place {
    int directory;
    char name[PATH_BYTES];
};

/* to has room for it: every path here is shorter than PATH_BYTES. */
static void set(char *to, const char *text)
{
    memcpy(to, text, strlen(text) + 1);
}

static bool is_same(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* openat, made again when a signal interrupts it. */
static int open_at(int directory, const char *path, int flags)
{
    int fd;
    do
        fd = openat(directory, path, flags);
    while (fd < 0 && errno == EINTR);
    return fd;
}

/* Is the directory the root, or below it? */
static bool is_below(int root, int directory)
{
    struct stat wanted, here, above;
    if (fstat(root, &wanted) != 0 || fstat(directory, &here) != 0)
        return false;
    if (is_same(&here, &wanted))
        return true;
    int at = open_at(directory, ".", DIRECTORY);
    while (at >= 0 && !is_same(&here, &wanted)) {
        int up = open_at(at, "..", DIRECTORY);
        close(at);
        at = up;
        if (at < 0)
            return false;
        if (fstat(at, &above) != 0 || is_same(&above, &here)) { /* the directory above "/" is "/" */
            close(at);
            return false;
        }
        here = above;
    }
    if (at < 0)
        return false;
    close(at);
    return true;
}

/* Cuts the last name off a path, which becomes "." or what stands before it; a directory's own name is ".". */
static void split(char *path, char *name)
{
    char *slash = strrchr(path, '/'), *last = slash == NULL ? path : slash + 1;
    if (last[0] == '\0' || strcmp(last, ".") == 0 || strcmp(last, "..") == 0) {
        set(name, ".");
        return;
    }
    set(name, last);
    if (slash == NULL)
        set(path, ".");
    else
        slash[slash == path] = '\0'; /* of "/x" the slash stays */
}

/* Returns 0, or an errno. The caller closes place->directory, which is -1 when there is none. */
static int find(int root, const char *path, struct place *place)
{
    char rest[PATH_BYTES];
    place->directory = -1;
    if (path[0] == '\0' || strlen(path) >= sizeof rest)
        return path[0] == '\0' ? ENOENT : ENAMETOOLONG;
    set(rest, path);
    for (int links = 0; links <= MOST_LINKS; links++) {
        split(rest, place->name);
        int from = place->directory < 0 ? AT_FDCWD : place->directory, opened = open_at(from, rest, DIRECTORY);
        int error = errno;
        if (place->directory >= 0)
            close(place->directory);
        place->directory = opened;
        if (opened < 0)
            return error;
        if (!is_below(root, opened))
            return EXDEV;
        struct stat about;
        if (fstatat(opened, place->name, &about, AT_SYMLINK_NOFOLLOW) != 0)
            return errno;
        if (!S_ISLNK(about.st_mode))
            return 0;
        ssize_t length = readlinkat(opened, place->name, rest, sizeof rest - 1);
        if (length <= 0)
            return length < 0 ? errno : ENOENT;
        rest[length] = '\0';
    }
    return ELOOP;
}

static int open_regular(const struct place *place, int *error)
{
    struct stat about = { 0 };
    /* not blocking: what became a pipe meanwhile would wait for a writer */
    int fd = open_at(place->directory, place->name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    *error = fd < 0 ? errno : 0;
    if (fd >= 0 && (fstat(fd, &about) != 0 || !S_ISREG(about.st_mode))) {
        *error = EISDIR;
        close(fd);
        return -1;
    }
    return fd;
}

static int open_root(const char *root)
{
    return open_at(AT_FDCWD, root, DIRECTORY);
}

int qc_open_below(const char *root, const char *path, int *error)
{
    struct place place;
    int root_fd = open_root(root), fd = -1;
    if (root_fd < 0) {
        *error = errno;
        return -1;
    }
    *error = find(root_fd, path, &place);
    if (*error == 0)
        fd = open_regular(&place, error);
    if (place.directory >= 0)
        close(place.directory);
    close(root_fd);
    return fd;
}

/* Cuts off what is not there. False: nothing is left, or what ".." means behind it nobody can say. */
static bool shorten(char *path)
{
    size_t end = strlen(path), begin;
    while (end > 1 && path[end - 1] == '/')
        end--;
    for (begin = end; begin > 0 && path[begin - 1] != '/';)
        begin--;
    if ((end - begin == 2 && memcmp(path + begin, "..", 2) == 0) || (begin == 0 && strcmp(path, ".") == 0) || end <= 1)
        return false;
    while (begin > 1 && path[begin - 1] == '/')
        begin--;
    set(path + begin, begin == 0 ? "." : "");
    return true;
}

/* 0 when the path is there and below the root, else an errno. */
static int ask(int root, const char *path)
{
    int directory = open_at(AT_FDCWD, path, DIRECTORY), error;
    if (directory >= 0) {
        error = is_below(root, directory) ? 0 : EXDEV;
        close(directory);
        return error;
    }
    struct place place;
    error = find(root, path, &place);
    if (place.directory >= 0)
        close(place.directory);
    return error;
}

bool qc_path_is_inside(const char *root, const char *path)
{
    char part[PATH_BYTES];
    int root_fd = open_root(root), error = ENOENT;
    if (root_fd < 0)
        return false;
    bool fits = path[0] != '\0' && strlen(path) < sizeof part;
    if (fits) {
        set(part, path);
        do
            error = ask(root_fd, part);
        while ((error == ENOENT || error == ENOTDIR) && shorten(part));
    }
    close(root_fd);
    return error == 0;
}
