/*
 * process.c - runs another program.
 *
 * Owns the child, its process group and the pipe from it. Must not print.
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

enum { LOOK_EVERY = 50 /* milliseconds */, MOST_FILE_BYTES = 1 << 30 };

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

/* output: descriptor for its stdout and stderr; -1: /dev/null. Returns an errno. */
static int start(char *const *arguments, char *const *environment, const char *directory, int output, bool session,
                 pid_t *child)
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
    error = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    for (int fd = STDOUT_FILENO; fd <= STDERR_FILENO && error == 0; fd++)
        error = output >= 0 ? posix_spawn_file_actions_adddup2(&actions, output, fd)
                            : posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", O_WRONLY, 0);
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
    pid_t child;
    errno = start(arguments, environ, NULL, -1, true, &child);
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

/* Takes over what there is to read, keeping the end. False at the end of the stream. */
static bool read_some(int fd, struct cli_process_result *result)
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
    return got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN));
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

static void wait_for(const struct cli_process *process, pid_t child, int output, struct cli_process_result *result)
{
    double begin = now(), elapsed = 0;
    bool open = true;
    for (;;) {
        struct pollfd wait = { .fd = open ? output : -1, .events = POLLIN };
        int ready = poll(&wait, 1, LOOK_EVERY);
        if (ready > 0)
            open = read_some(output, result);
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
    struct pollfd rest = { .fd = output, .events = POLLIN };
    for (int i = 0; i < 8 && open && poll(&rest, 1, 0) > 0; i++)
        open = read_some(output, result);
}

void cli_process_run(const struct cli_process *process, struct cli_process_result *result)
{
    int pipe_ends[2];
    pid_t child;
    *result = (struct cli_process_result){ .end = CLI_PROCESS_NOT_STARTED };
    if (pipe2(pipe_ends, O_CLOEXEC) != 0) {
        result->code = errno;
        return;
    }
    result->code = start(process->arguments, process->environment, process->directory, pipe_ends[1], false, &child);
    close(pipe_ends[1]);
    if (result->code == 0) {
        const struct rlimit most = { MOST_FILE_BYTES, MOST_FILE_BYTES };
        (void)prlimit(child, RLIMIT_FSIZE, &most, NULL); /* a program gone mad shall not fill the disk */
        wait_for(process, child, pipe_ends[0], result);
        while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    close(pipe_ends[0]);
}
