/*
 * call.c - how an engine is called: its arguments and its environment.
 *
 * Owns what each is told so that it does nothing but make a PDF of the file
 * in its directory.
 */
#include "cli/call.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- the environment ---- */

/* What a program needs to know of ours: where things are, and a date that is to be printed. */
static const char *const kept[] = {
    "PATH",       "HOME",           "SOURCE_DATE_EPOCH", "TEXMFHOME",        "TEXMFVAR",
    "TEXMFCACHE", "XDG_CACHE_HOME", "XDG_DATA_HOME",     "FONTCONFIG_FILE",  "FONTCONFIG_PATH",
};

/* openin_any and openout_any: no file outside its directory; the rest: lines of its messages are not broken */
static const char *const given[] = {
    "LANG=C.UTF-8",         "FORCE_SOURCE_DATE=1", "openin_any=p",   "openout_any=p",
    "max_print_line=10000", "error_line=254",      "half_error_line=238",
};

enum {
    KEPT = sizeof kept / sizeof *kept,
    GIVEN = sizeof given / sizeof *given,
};

void cli_call_environment_free(char **environment)
{
    for (size_t i = 0; environment != NULL && environment[i] != NULL; i++)
        free(environment[i]);
    free(environment);
}

static bool add(char **environment, const char *name, const char *equals, const char *value)
{
    size_t count = 0;
    while (environment[count] != NULL)
        count++;
    if (asprintf(&environment[count], "%s%s%s", name, equals, value) >= 0)
        return true;
    environment[count] = NULL;
    return false;
}

char **cli_call_environment(const char *directory)
{
    char **environment = calloc(KEPT + GIVEN + 2, sizeof *environment);
    bool fine = environment != NULL && add(environment, "TMPDIR", "=", directory);
    for (size_t i = 0; i < KEPT && fine; i++) {
        const char *value = getenv(kept[i]);
        fine = value == NULL || add(environment, kept[i], "=", value);
    }
    for (size_t i = 0; i < GIVEN && fine; i++)
        fine = add(environment, given[i], "", "");
    if (fine)
        return environment;
    cli_call_environment_free(environment);
    return NULL;
}

/* ---- how each is called; paths are relative to the private directory ---- */

/* LuaTeX makes the number that a PDF may have of the directory's name, which is never the same. */
#define NO_FILE_NUMBER "\\ifdefined\\pdfvariable\\pdfvariable suppressoptionalinfo 512 \\fi"

static void latex_arguments(const char **arguments, bool force)
{
    static const char *const fixed[] = {
        "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "-file-line-error", "-jobname=document",
    };
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        *arguments++ = fixed[i];
    /* at 3 a character that the font lacks is an error, not a hole in the page */
    *arguments++ = force ? NO_FILE_NUMBER "\\input{document.tex}"
                         : NO_FILE_NUMBER "\\tracinglostchars=3 \\input{document.tex}";
    *arguments = NULL;
}

static void html_arguments(const char **arguments)
{
    static const char *const fixed[] = {
        "--headless",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-extensions",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-breakpad",
        "--disable-crash-reporter",
        "--no-first-run",
        "--no-default-browser-check",
        "--host-resolver-rules=MAP * ~NOTFOUND", /* no network: the document needs none */
        "--user-data-dir=profile",
        "--no-pdf-header-footer",
        "--generate-pdf-document-outline",
        "--print-to-pdf=document.pdf",
    };
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        *arguments++ = fixed[i];
    if (geteuid() == 0)
        *arguments++ = "--no-sandbox"; /* its sandbox does not work for root */
    *arguments++ = "document.html";
    *arguments = NULL;
}

void cli_call_arguments(const char *arguments[CLI_CALL_ARGUMENTS], const char *program, const char *format, bool force)
{
    arguments[0] = program;
    if (strcmp(format, "html") == 0)
        html_arguments(arguments + 1);
    else
        latex_arguments(arguments + 1, force);
}
