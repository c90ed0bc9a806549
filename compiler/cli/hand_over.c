/*
 * hand_over.c - lets qc-full go on, the same program linked so that it can
 * load modules.
 */
#include <limits.h>
#include <unistd.h>

#include "base/module.h"
#include "cli/cli.h"

void cli_want_modules(const struct cli *cli)
{
    char path[PATH_MAX];
    if (!qc_module_may_load() && qc_module_program("qc-full", path, sizeof path))
        execv(path, cli->arguments); /* if that fails, this one goes on, and says what it lacks */
}
