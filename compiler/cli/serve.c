/*
 * serve.c - finds the module that serves pages.
 */
#include "cli/serve.h"

#include "base/module.h"
#include "qc.h"

const struct cli_serve_module *cli_serve_load(void)
{
    return qc_module_load("qc-serve.so", CLI_SERVE_SYMBOL, QC_VERSION);
}
