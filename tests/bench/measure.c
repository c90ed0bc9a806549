/*
 * measure.c - runs a program and says what it took: seconds on the clock, seconds of the processor, KB of memory at
 * most in one process of it, exit status.
 *
 *     measure PROGRAM [ARGUMENT]... 3>RESULT
 *
 * A small process starts it: what a process had before its exec counts as memory of the program.
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
    enum { RESULT = 3, NOT_STARTED = 127 };
    struct rusage used;
    int status;
    if (argc < 2)
        return NOT_STARTED;
    double begin = now();
    pid_t child = vfork();
    if (child == 0) {
        execvp(argv[1], argv + 1);
        _exit(NOT_STARTED);
    }
    if (child < 0 || wait4(child, &status, 0, &used) != child)
        return NOT_STARTED;
    dprintf(RESULT, "%.6f %.6f %ld %d\n", now() - begin, seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss,
            WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return 0;
}
