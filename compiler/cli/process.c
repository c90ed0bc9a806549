/*
 * process.c - runs another program.
 *
 * Owns the child, its process group and the pipes from it. Must not print.
 */
#include "cli/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cli/signals.h"

enum {
    LOOK_EVERY = 50, /* milliseconds */
    LOOK_AT_END = 1, /* the same when its streams are closed, as they are just before it ends */
    MOST_FILE_BYTES = 1 << 30,
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* ---- starting ---- */

/* A child begins with the signals of a fresh program, in a group of its own. */
static void set_attributes(posix_spawnattr_t *attributes, bool session)
{
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setsigdefault(attributes, &all);
    posix_spawnattr_setpgroup(attributes, 0);
    posix_spawnattr_setflags(attributes, (short)(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                                 (session ? POSIX_SPAWN_SETSID : POSIX_SPAWN_SETPGROUP)));
}

/* Where the streams of a child lead. */
struct streams {
    const char *input; /* path */
    int output, error; /* descriptors; -1: /dev/null */
};

static int set_stream(posix_spawn_file_actions_t *actions, int fd, int to)
{
    return to >= 0 ? posix_spawn_file_actions_adddup2(actions, to, fd)
                   : posix_spawn_file_actions_addopen(actions, fd, "/dev/null", O_WRONLY, 0);
}

/* Returns an errno. */
static int start(char *const *arguments, char *const *environment, const char *directory, const struct streams *streams,
                 bool session, pid_t *child)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int error = posix_spawn_file_actions_init(&actions);
    if (error != 0)
        return error;
    error = posix_spawnattr_init(&attributes);
    if (error != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return error;
    }
    set_attributes(&attributes, session);
    error = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, streams->input, O_RDONLY, 0);
    if (error == 0)
        error = set_stream(&actions, STDOUT_FILENO, streams->output);
    if (error == 0)
        error = set_stream(&actions, STDERR_FILENO, streams->error);
    if (error == 0 && directory != NULL)
        error = posix_spawn_file_actions_addchdir_np(&actions, directory);
    if (error == 0)
        error = posix_spawn(child, arguments[0], &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

bool cli_process_start(char *const *arguments)
{
    const struct streams none = { "/dev/null", -1, -1 };
    pid_t child;
    errno = start(arguments, environ, NULL, &none, true, &child);
    return errno == 0;
}

char *cli_process_find(const char *programs)
{
    const char *path = getenv("PATH");
    for (; path != NULL && *programs != '\0'; programs += strspn(programs, " ")) {
        size_t name = strcspn(programs, " ");
        for (const char *at = path; *at != '\0'; at += *at == ':') {
            size_t length = strcspn(at, ":");
            char *found = NULL;
            struct stat about;
            /* only absolute places: what lies where one happens to work is not to be run */
            if (at[0] == '/' && asprintf(&found, "%.*s/%.*s", (int)length, at, (int)name, programs) < 0)
                return NULL;
            if (found != NULL && stat(found, &about) == 0 && S_ISREG(about.st_mode) && access(found, X_OK) == 0)
                return found;
            free(found);
            at += length;
        }
        programs += name;
    }
    return NULL;
}

/* ---- waiting ---- */

/* The end of a pipe that a child writes to; fd -1: it is closed, or there is none. */
struct pipe_end {
    int fd;
    struct cli_buffer *whole; /* takes all that comes; NULL: the result keeps the end of it */
};

static ssize_t read_tail(int fd, struct cli_process_result *result)
{
    if (result->length > CLI_PROCESS_TAIL / 2) {
        size_t kept = CLI_PROCESS_TAIL / 2;
        memmove(result->output, result->output + result->length - kept, kept);
        result->length = kept;
    }
    ssize_t got = read(fd, result->output + result->length, CLI_PROCESS_TAIL - result->length);
    if (got > 0)
        result->length += (size_t)got;
    result->output[result->length] = '\0';
    return got;
}

static ssize_t read_whole(const struct pipe_end *end, struct cli_process_result *result)
{
    char piece[16 * 1024];
    ssize_t got = read(end->fd, piece, sizeof piece);
    /* what there is no room for is read nevertheless: who writes it must not wait for us */
    if (got > 0 && !cli_buffer_write(end->whole, piece, (size_t)got))
        result->cut = true;
    return got;
}

/* Takes over what there is to read. False at the end of the stream. */
static bool read_some(const struct pipe_end *end, struct cli_process_result *result)
{
    ssize_t got = end->whole != NULL ? read_whole(end, result) : read_tail(end->fd, result);
    return got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN));
}

/* Waits for something to read, and takes it over. False when there was nothing. */
static bool read_ends(struct pipe_end ends[2], int milliseconds, struct cli_process_result *result)
{
    struct pollfd wait[2] = { { .fd = ends[0].fd, .events = POLLIN }, { .fd = ends[1].fd, .events = POLLIN } };
    if (poll(wait, 2, milliseconds) <= 0)
        return false;
    for (int i = 0; i < 2; i++)
        if (wait[i].revents != 0 && !read_some(&ends[i], result)) {
            close(ends[i].fd);
            ends[i].fd = -1;
        }
    return true;
}

/* Has the child ended? Then its end is noted; it stays a zombie, which keeps the number of its group taken. */
static bool has_ended(pid_t child, struct cli_process_result *result)
{
    siginfo_t about = { .si_pid = 0 };
    if (waitid(P_PID, (id_t)child, &about, WEXITED | WNOHANG | WNOWAIT) != 0)
        return errno != EINTR;
    if (about.si_pid == 0)
        return false;
    result->end = about.si_code == CLD_EXITED ? CLI_PROCESS_EXITED : CLI_PROCESS_KILLED;
    result->code = about.si_status;
    return true;
}

static void wait_for(const struct cli_process *process, pid_t child, struct pipe_end ends[2],
                     struct cli_process_result *result)
{
    double begin = now(), elapsed = 0;
    for (;;) {
        read_ends(ends, ends[0].fd < 0 && ends[1].fd < 0 ? LOOK_AT_END : LOOK_EVERY, result);
        elapsed = now() - begin;
        if (has_ended(child, result))
            break;
        if (cli_signals_waiting()) {
            result->end = CLI_PROCESS_INTERRUPTED;
            break;
        }
        if (elapsed >= process->seconds) {
            result->end = CLI_PROCESS_TIMED_OUT;
            break;
        }
        if (process->waiting != NULL)
            process->waiting(process->user, elapsed);
    }
    kill(-child, SIGKILL);
    /* what it printed last; a pipe holds 64 KiB, and who still fills it is not waited for */
    for (int i = 0; i < 8 && read_ends(ends, 0, result); i++)
        continue;
}

static void run(const struct cli_process *process, int output, int error, struct pipe_end ends[2],
                struct cli_process_result *result)
{
    const struct streams streams = { process->input != NULL ? process->input : "/dev/null",
                                     process->output != NULL ? output : error, error };
    pid_t child;
    result->code = start(process->arguments, process->environment, process->directory, &streams, false, &child);
    close(error);
    if (output >= 0)
        close(output);
    if (result->code != 0)
        return;
    const struct rlimit most = { MOST_FILE_BYTES, MOST_FILE_BYTES };
    (void)prlimit(child, RLIMIT_FSIZE, &most, NULL); /* a program gone mad shall not fill the disk */
    wait_for(process, child, ends, result);
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
        continue;
}

void cli_process_run(const struct cli_process *process, struct cli_process_result *result)
{
    int error[2], output[2] = { -1, -1 };
    *result = (struct cli_process_result){ .end = CLI_PROCESS_NOT_STARTED };
    if (pipe2(error, O_CLOEXEC) != 0) {
        result->code = errno;
        return;
    }
    struct pipe_end ends[2] = { { error[0], NULL }, { -1, process->output } };
    if (process->output != NULL && pipe2(output, O_CLOEXEC) != 0) {
        result->code = errno;
        close(error[1]);
    } else {
        ends[1].fd = output[0];
        run(process, output[1], error[1], ends, result);
    }
    for (int i = 0; i < 2; i++)
        if (ends[i].fd >= 0)
            close(ends[i].fd);
}
