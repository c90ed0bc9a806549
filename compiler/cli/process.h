/*
 * process.h - runs another program: without a shell, with a time limit, and nothing of it is left behind.
 */
#ifndef QC_CLI_PROCESS_H
#define QC_CLI_PROCESS_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "cli/buffer.h"

/* Bytes at the end of what a program prints that are kept. */
enum { CLI_PROCESS_TAIL = 32 * 1024 };

struct cli_process {
    char *const *arguments;   /* the path of the program first; NULL last */
    char *const *environment; /* NULL last */
    const char *directory;    /* where it runs; NULL: here */
    const char *input;        /* path of what it reads as standard input; NULL: that is empty */
    struct cli_buffer *output; /* takes its stdout, whole; NULL: that goes where stderr goes */
    unsigned seconds;         /* when they are over it is killed */
    void (*waiting)(void *user, double elapsed); /* called while it runs, a few times a second; or NULL */
    void *user;
};

enum cli_process_end {
    CLI_PROCESS_EXITED,
    CLI_PROCESS_KILLED,      /* by a signal that was not ours */
    CLI_PROCESS_TIMED_OUT,
    CLI_PROCESS_INTERRUPTED, /* a signal waits that is to end us */
    CLI_PROCESS_NOT_STARTED,
};

struct cli_process_result {
    enum cli_process_end end;
    int code;                          /* exit status, signal, or errno when not started */
    char output[CLI_PROCESS_TAIL + 1]; /* the end of stdout and stderr, or of stderr; a NUL behind it */
    size_t length;
    bool cut; /* memory ran out for its stdout */
};

/*
 * Runs a program in a process group of its own, which is killed when it ends
 * in whatever way. The signals that end us must be blocked
 * (signals.h), so that the caller can clear up before they do.
 */
void cli_process_run(const struct cli_process *process, struct cli_process_result *result);

/* Starts a program that goes on when we end, without streams. False with errno. */
bool cli_process_start(char *const *arguments);

/* Path of the first of the programs ("a b c") that PATH holds; the caller frees it. NULL: there is none. */
char *cli_process_find(const char *programs);

#endif
