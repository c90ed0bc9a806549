/*
 * rewrite.h - puts the changed text of a compiled document where it belongs.
 */
#ifndef QC_CLI_REWRITE_H
#define QC_CLI_REWRITE_H

#include "cli/buffer.h"
#include "cli/cli.h"

/* The text of a file as it was read. */
struct cli_original {
    struct cli_buffer bytes; /* free with cli_buffer_free */
    const char *path;        /* "-": standard input */
};

/*
 * Puts the text that qc_repair or qc_reformat left: into its file if it
 * changed, on stdout for standard input, or with --diff what changed as a
 * diff. A file is replaced whole or not at all, and only while it still is
 * what was read. CLI_FINDINGS: --diff printed something. CLI_FAILED after a
 * complaint; failed writes to stdout are complained about when it is closed.
 */
enum cli_status cli_rewrite(struct cli *cli, const struct cli_original *original, bool changed);

#endif
