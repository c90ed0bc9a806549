/*
 * signals.c - the signals that end the program.
 *
 * Owns their list and their handler.
 */
#include "cli/signals.h"

#include <stddef.h>

static const int ending[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU };
enum { ENDING = sizeof ending / sizeof *ending };

static void (*clean_up)(void);
static sigset_t guarded; /* those of them that end us */

/* Who starts us may have ignored a signal, as nohup and a shell's background do: then it is not to end us. */
static bool is_ignored(int number)
{
    struct sigaction now;
    return sigaction(number, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

static void end(int number)
{
    clean_up();
    raise(number); /* the handler is reset: this ends the program once we return */
}

void cli_signals_guard(void (*clean)(void))
{
    clean_up = clean;
    sigemptyset(&guarded);
    for (int i = 0; i < ENDING; i++) {
        struct sigaction action = { .sa_handler = end, .sa_flags = (int)SA_RESETHAND };
        if (is_ignored(ending[i]))
            continue;
        sigaction(ending[i], &action, NULL);
        sigaddset(&guarded, ending[i]);
    }
    /* as failed writes these are reported like any other */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGCHLD, SIG_DFL); /* who starts us may have ignored it: then no child could be waited for */
}

void cli_signals_hold(sigset_t *before)
{
    sigprocmask(SIG_BLOCK, &guarded, before); /* one that is ignored would wait, and look like one that ends us */
}

void cli_signals_release(const sigset_t *before)
{
    sigprocmask(SIG_SETMASK, before, NULL);
}

bool cli_signals_waiting(void)
{
    sigset_t waiting;
    bool found = false;
    if (sigpending(&waiting) != 0)
        return false;
    for (int i = 0; i < ENDING; i++)
        found = found || sigismember(&waiting, ending[i]) == 1;
    return found;
}
