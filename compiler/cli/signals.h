/*
 * signals.h - the signals that end the program, and what has to be done before they do.
 */
#ifndef QC_CLI_SIGNALS_H
#define QC_CLI_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/* Calls clean, which must be safe in a signal handler, before a signal ends the program. A broken pipe does not. */
void cli_signals_guard(void (*clean)(void));

/* Makes these signals wait until they are released: what is done in between is done whole. */
void cli_signals_hold(sigset_t *before);
void cli_signals_release(const sigset_t *before);

/* Does one of them wait? */
bool cli_signals_waiting(void);

#endif
