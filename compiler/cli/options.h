/*
 * options.h - the rows of options.def, for the files that read them.
 */
#ifndef QC_CLI_OPTIONS_H
#define QC_CLI_OPTIONS_H

#include "cli/cli.h"

struct cli_option {
    const char *name;
    char letter;          /* or 0 */
    const char *argument; /* its name in the help; NULL: the option takes none */
    unsigned commands;    /* bits CLI_ON(…) */

    /* Takes over a value, NULL without an argument. False after a complaint. */
    bool (*set)(struct cli_options *options, const struct cli_option *option, const char *value);
    size_t member;        /* offset in struct cli_options, where set goes by it */
    const char *words;    /* those of an enum, in its order, with ", " between them; or NULL */

    const char *help[2];  /* by enum qc_language */
};

/* The options in the order of options.def. */
extern const struct cli_option cli_option_rows[];
extern const size_t cli_option_count;

#endif
