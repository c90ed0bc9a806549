/*
 * build.h - what qc build does with its inputs, for those who do it again and again.
 */
#ifndef QC_CLI_BUILD_H
#define QC_CLI_BUILD_H

#include "cli/target.h"

/* Settles where and as what the inputs are written. False after a complaint; free the target in any case. */
bool cli_build_plan(struct cli_target *target, const struct cli *cli);

/*
 * Prints the findings of the compiled input and writes it, if they allow it,
 * in all formats of the target. result: of its compilation.
 */
enum cli_status cli_build_write(struct cli *cli, const struct cli_target *target, size_t input,
                                enum qc_result result);

#endif
