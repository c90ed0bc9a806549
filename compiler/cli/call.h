/*
 * call.h - how an engine is called: its arguments and its environment.
 */
#ifndef QC_CLI_CALL_H
#define QC_CLI_CALL_H

#include <stdbool.h>

enum { CLI_CALL_ARGUMENTS = 24 };

/*
 * Fills in the arguments of an engine that reads document.tex (format
 * "latex") or document.html ("html") and writes document.pdf, all in the
 * directory it runs in. force: a character that its font lacks is no error.
 */
void cli_call_arguments(const char *arguments[CLI_CALL_ARGUMENTS], const char *program, const char *format, bool force);

/* The environment for a program, with its temporary files in directory. The caller frees it; NULL: out of memory. */
char **cli_call_environment(const char *directory);
void cli_call_environment_free(char **environment);

#endif
