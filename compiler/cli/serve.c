/*
 * serve.c - finds the module that serves pages.
 */
#include "cli/serve.h"

#include <string.h>

#include "base/module.h"
#include "qc.h"

const struct cli_serve_module *cli_serve_load(void)
{
    const struct cli_serve_module *module = qc_module_load("qc-serve.so", CLI_SERVE_SYMBOL);
    return module != NULL && strcmp(module->made_for, QC_VERSION) == 0 ? module : NULL;
}
