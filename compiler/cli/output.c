/*
 * output.c - writes an output file by way of a temporary one beside it.
 *
 * Owns the temporary file, also towards signals: one at a time. Must not
 * print; the errno of a failure is left for the caller.
 */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/signals.h"

enum { MOST_LINKS = 40, PATH_BYTES = 4096 };

static char *volatile pending; /* the temporary file to remove when a signal ends the program */

static void remove_pending(void)
{
    const char *path = pending;
    if (path != NULL)
        unlink(path);
}

void cli_output_guard(void)
{
    cli_signals_guard(remove_pending);
}

static bool fail(struct cli_output *output, int error)
{
    if (output->error == 0)
        output->error = error != 0 ? error : EIO;
    return false;
}

/* Length of the directory part of path, its "/" included. */
static size_t directory_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

/* The first length bytes of before, and after; NULL when memory runs out. */
static char *join(const char *before, size_t length, const char *after, size_t after_length)
{
    char *joined = malloc(length + after_length + 1);
    if (joined == NULL)
        return NULL;
    memcpy(joined, before, length);
    memcpy(joined + length, after, after_length);
    joined[length + after_length] = '\0';
    return joined;
}

/* Where the chain of links that begins at path wants a file that is not there. NULL with errno. */
static char *follow_dangling(const char *path)
{
    char link[PATH_BYTES], *at = strdup(path);
    for (int links = 0; at != NULL; links++) {
        ssize_t length = readlink(at, link, sizeof link);
        if (length < 0 && (errno == EINVAL || errno == ENOENT))
            return at; /* no link: the place itself */
        if (length < 0 || (size_t)length == sizeof link || links == MOST_LINKS) {
            int error = length < 0 ? errno : ELOOP;
            free(at);
            errno = error;
            return NULL;
        }
        char *next = join(at, length > 0 && link[0] == '/' ? 0 : directory_length(at), link, (size_t)length);
        free(at);
        at = next;
    }
    return NULL;
}

/* Gives the temporary file owner and mode of the one that it replaces, if there is one. */
static void take_over(int fd, mode_t mode, const struct stat *old)
{
    /* only root may give a file away; a file system without owners or modes is no reason to fail */
    if (old != NULL && (old->st_uid != geteuid() || old->st_gid != getegid()) && fchown(fd, old->st_uid, old->st_gid) != 0)
        (void)!fchown(fd, (uid_t)-1, old->st_gid);
    (void)fchmod(fd, mode);
}

static bool open_temporary(struct cli_output *output, mode_t mode, const struct stat *old)
{
    static const char name[] = ".qc-XXXXXX";
    output->temporary = join(output->target, directory_length(output->target), name, sizeof name - 1);
    if (output->temporary == NULL)
        return fail(output, ENOMEM);

    /* a signal between making the file and noting its name would leave it */
    sigset_t before;
    cli_signals_hold(&before);
    do {
        strcpy(strrchr(output->temporary, '.'), name); /* a failed try has changed it */
        output->fd = mkostemp(output->temporary, O_CLOEXEC);
    } while (output->fd < 0 && errno == EINTR);
    int error = errno;
    if (output->fd >= 0)
        pending = output->temporary;
    cli_signals_release(&before);

    if (output->fd < 0) {
        free(output->temporary);
        output->temporary = NULL;
        return fail(output, error);
    }
    take_over(output->fd, mode, old);
    return true;
}

static bool open_directly(struct cli_output *output, const char *path)
{
    do
        output->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    while (output->fd < 0 && errno == EINTR);
    return output->fd >= 0 || fail(output, errno);
}

static bool open_output(struct cli_output *output, const char *path)
{
    struct stat about;
    mode_t mode;
    bool there = stat(path, &about) == 0;
    if (there) {
        if (S_ISDIR(about.st_mode))
            return fail(output, EISDIR);
        if (!S_ISREG(about.st_mode))
            return open_directly(output, path);
        /* renaming would get round the protection of a file that may not be written */
        if (faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
            return fail(output, errno);
        mode = about.st_mode & 0777;
        output->target = realpath(path, NULL);
    } else {
        if (errno != ENOENT)
            return fail(output, errno);
        mode_t mask = umask(0);
        umask(mask);
        mode = 0666 & ~mask;
        output->target = follow_dangling(path);
    }
    return output->target != NULL ? open_temporary(output, mode, there ? &about : NULL) : fail(output, errno);
}

bool cli_output_open(struct cli_output *output, const char *path)
{
    output->target = output->temporary = NULL;
    output->fd = -1;
    output->error = 0;
    output->used = 0;
    if (open_output(output, path))
        return true;
    cli_output_abandon(output);
    return false;
}

static bool write_all(struct cli_output *output, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(output->fd, bytes, length);
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (written < 0 && errno == EAGAIN) {
            struct pollfd wait = { .fd = output->fd, .events = POLLOUT };
            poll(&wait, 1, -1);
        } else if (written == 0 || errno != EINTR) {
            return fail(output, written == 0 ? EIO : errno);
        }
    }
    return true;
}

static bool flush(struct cli_output *output)
{
    size_t used = output->used;
    output->used = 0;
    return write_all(output, output->buffer, used);
}

bool cli_output_write(void *user, const char *bytes, size_t length)
{
    struct cli_output *output = user;
    if (output->error != 0)
        return false;
    if (length > sizeof output->buffer - output->used && !flush(output))
        return false;
    if (length > sizeof output->buffer)
        return write_all(output, bytes, length);
    if (length > 0)
        memcpy(output->buffer + output->used, bytes, length);
    output->used += length;
    return true;
}

/* Has the file system promised to keep what was written? Some have no such promise to give. */
static bool synced(int fd)
{
    return fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS;
}

/* Has the file exactly these bytes? */
static bool has_bytes(const char *path, const struct cli_buffer *bytes)
{
    struct cli_buffer now = { 0 };
    bool same = cli_buffer_read(&now, path, bytes->length + 1) && now.length == bytes->length &&
                (now.length == 0 || memcmp(now.bytes, bytes->bytes, now.length) == 0);
    cli_buffer_free(&now);
    return same;
}

static bool exchange(const struct cli_output *output)
{
    return renameat2(AT_FDCWD, output->temporary, AT_FDCWD, output->target, RENAME_EXCHANGE) == 0;
}

/*
 * Takes the file's place and looks at what stood there, which nobody can
 * change meanwhile by its name; gives it back when it is not what it should
 * be. A signal may not come between: it would remove what it takes for ours.
 */
static bool take_place_of(struct cli_output *output, const struct cli_buffer *old)
{
    sigset_t before;
    bool fine;
    cli_signals_hold(&before);
    if (exchange(output)) {
        fine = has_bytes(output->temporary, old);
        if (fine)
            unlink(output->temporary);
        else
            exchange(output);
    } else {
        bool known = errno != ENOSYS && errno != EINVAL; /* else a file system that cannot do this */
        fine = !known && has_bytes(output->target, old) && rename(output->temporary, output->target) == 0;
    }
    if (fine)
        pending = NULL;
    cli_signals_release(&before);
    return fine || fail(output, ESTALE);
}

/* Takes the place only where nothing is. */
static bool take_free_place(struct cli_output *output)
{
    if (renameat2(AT_FDCWD, output->temporary, AT_FDCWD, output->target, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return fail(output, errno);
    /* the file system cannot tell; what comes between looking and renaming is lost */
    struct stat about;
    if (lstat(output->target, &about) == 0)
        return fail(output, EEXIST);
    return (errno == ENOENT && rename(output->temporary, output->target) == 0) || fail(output, errno);
}

enum place { PLACE_ANY, PLACE_FREE, PLACE_OF_OLD };

static bool put_in_place(struct cli_output *output, enum place place, const struct cli_buffer *old)
{
    if (place == PLACE_OF_OLD)
        return take_place_of(output, old);
    if (place == PLACE_FREE)
        return take_free_place(output);
    return rename(output->temporary, output->target) == 0 || fail(output, errno);
}

static bool commit(struct cli_output *output, bool sync, enum place place, const struct cli_buffer *old)
{
    bool fine = output->error == 0 && flush(output);
    if (fine && sync && output->temporary != NULL && !synced(output->fd))
        fine = fail(output, errno);
    int fd = output->fd;
    output->fd = -1;
    if (fine && close(fd) != 0 && errno != EINTR)
        fine = fail(output, errno);
    else if (!fine)
        close(fd);
    if (fine && output->temporary != NULL)
        fine = put_in_place(output, place, old);
    if (fine) {
        pending = NULL;
        free(output->temporary);
        output->temporary = NULL;
    }
    cli_output_abandon(output);
    return fine;
}

bool cli_output_commit(struct cli_output *output)
{
    return commit(output, true, PLACE_ANY, NULL);
}

bool cli_output_commit_made(struct cli_output *output)
{
    return commit(output, false, PLACE_ANY, NULL);
}

bool cli_output_commit_new(struct cli_output *output)
{
    return commit(output, true, PLACE_FREE, NULL);
}

bool cli_output_commit_over(struct cli_output *output, const struct cli_buffer *old)
{
    return commit(output, true, PLACE_OF_OLD, old);
}

void cli_output_abandon(struct cli_output *output)
{
    if (output->fd >= 0)
        close(output->fd);
    if (output->temporary != NULL) {
        unlink(output->temporary);
        pending = NULL;
    }
    free(output->temporary);
    free(output->target);
    output->target = output->temporary = NULL;
    output->fd = -1;
}

bool cli_names_directory(const char *path)
{
    struct stat about;
    size_t length = strlen(path);
    return (length > 0 && path[length - 1] == '/') || (stat(path, &about) == 0 && S_ISDIR(about.st_mode));
}

bool cli_make_directory(const char *path, int *error)
{
    char *copy = strdup(path);
    *error = copy == NULL ? ENOMEM : 0;
    for (char *at = copy; copy != NULL && *at != '\0' && *error == 0;) {
        at += strspn(at, "/");
        at += strcspn(at, "/");
        char end = *at;
        *at = '\0';
        /* one that is there, or that is no directory, shows when the file is opened */
        if (mkdir(copy, 0777) != 0 && errno != EEXIST)
            *error = errno;
        *at = end;
    }
    free(copy);
    return *error == 0;
}
