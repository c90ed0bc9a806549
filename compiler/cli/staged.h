/*
 * staged.h - commands on what is staged in git, whatever lies in the work tree.
 */
#ifndef QC_CLI_STAGED_H
#define QC_CLI_STAGED_H

#include "cli/cli.h"

/*
 * Runs a command on the documents that the next commit adds or changes, those
 * below the operands if there are any: as they are in the index, with the
 * files that they use and the project file from there, too. Messages name them
 * as seen from where the user stands.
 */
enum cli_status cli_staged(struct cli *cli, enum cli_status (*command)(struct cli *cli));

#endif
