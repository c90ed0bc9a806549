/*
 * faultcall.c - makes one call of the system go wrong: faultcall REPORT NUMBER FAULT PROGRAM ARGUMENT...
 *
 * Runs the program and counts its calls from the first of main() on, which asks for the flags of descriptor 0. Call
 * NUMBER (from 1) fails with the error number FAULT; or, "short", reads or writes one byte; or a signal arrives before
 * it, "signal 15". REPORT gets a line for each call, its number and first argument, and "hit" when it came to the fault.
 * NUMBER 0 only counts. The exit status is that of the program, 128 and the signal when one ended it. Programs
 * that it starts are left alone.
 */
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <fcntl.h>
#include <unistd.h>

#ifndef __x86_64__
int main(void)
{
    fputs("faultcall: knows the registers of x86-64 only\n", stderr);
    return 77;
}
#else

enum fault { FAIL, SHORT, SIGNAL };

struct job {
    FILE *report;
    unsigned long number;
    enum fault fault;
    int value; /* error, or signal */
    unsigned long count; /* calls so far */
    bool began, spoil;   /* main() runs; the call that is being made gets the error */
};

/* At the entry of a call. */
static void enter(struct job *job, pid_t program)
{
    struct user_regs_struct regs;
    if (ptrace(PTRACE_GETREGS, program, NULL, &regs) != 0)
        return;
    job->began = job->began || (regs.orig_rax == SYS_fcntl && regs.rdi == 0 && regs.rsi == F_GETFD);
    if (!job->began)
        return;
    fprintf(job->report, "%llu %llu\n", (unsigned long long)regs.orig_rax, (unsigned long long)regs.rdi);
    if (++job->count != job->number)
        return;
    bool counted = regs.orig_rax == SYS_read || regs.orig_rax == SYS_write;
    if (job->fault == SHORT && (!counted || regs.rdx < 2))
        return;
    fputs("hit\n", job->report);
    if (job->fault == SIGNAL) {
        kill(program, job->value);
        return;
    }
    if (job->fault == SHORT)
        regs.rdx = 1;
    else
        regs.orig_rax = (unsigned long long)-1; /* no call at all */
    job->spoil = job->fault == FAIL;
    ptrace(PTRACE_SETREGS, program, NULL, &regs);
}

static void leave(struct job *job, pid_t program)
{
    struct user_regs_struct regs;
    if (!job->spoil || ptrace(PTRACE_GETREGS, program, NULL, &regs) != 0)
        return;
    regs.rax = (unsigned long long)-job->value;
    ptrace(PTRACE_SETREGS, program, NULL, &regs);
    job->spoil = false;
}

static int follow(struct job *job, pid_t program)
{
    bool inside = false;
    int status = 0, deliver = 0;
    if (waitpid(program, &status, 0) < 0 || !WIFSTOPPED(status))
        return 2;
    ptrace(PTRACE_SETOPTIONS, program, NULL, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL | PTRACE_O_TRACEEXEC);
    for (;;) {
        if (ptrace(PTRACE_SYSCALL, program, NULL, deliver) != 0 && errno != ESRCH)
            return 2;
        deliver = 0;
        if (waitpid(program, &status, 0) < 0)
            return 2;
        if (WIFEXITED(status))
            return WEXITSTATUS(status);
        if (WIFSIGNALED(status))
            return 128 + WTERMSIG(status);
        int stop = WSTOPSIG(status);
        if (stop == (SIGTRAP | 0x80)) {
            inside = !inside;
            if (inside)
                enter(job, program);
            else
                leave(job, program);
        } else if (stop != SIGTRAP) {
            deliver = stop;
        }
    }
}

int main(int argc, char **argv)
{
    if (argc < 5) {
        fputs("usage: faultcall REPORT NUMBER FAULT PROGRAM ARGUMENT...\n", stderr);
        return 2;
    }
    struct job job = { .report = fopen(argv[1], "we"), .number = strtoul(argv[2], NULL, 10) };
    if (job.report == NULL)
        return 2;
    if (strcmp(argv[3], "short") == 0)
        job.fault = SHORT;
    else if (strncmp(argv[3], "signal ", 7) == 0)
        job.fault = SIGNAL;
    job.value = job.fault == SHORT ? 0 : atoi(argv[3] + (job.fault == SIGNAL ? 7 : 0));
    pid_t program = fork();
    if (program == 0) {
        ptrace(PTRACE_TRACEME, 0, NULL, NULL);
        raise(SIGSTOP);
        execvp(argv[4], argv + 4);
        _exit(127);
    }
    int status = program < 0 ? 2 : follow(&job, program);
    return fclose(job.report) == 0 ? status : 2;
}
#endif
