/*
 * verdict.h - what it means that an engine failed.
 */
#ifndef QC_CLI_VERDICT_H
#define QC_CLI_VERDICT_H

#include "cli/engine.h"
#include "cli/process.h"

/*
 * Makes a finding of what an engine said of a line of source, which it read
 * and qc_emit printed last, and returns CLI_FINDINGS; else complains that the
 * engine failed, and returns CLI_FAILED.
 */
enum cli_status cli_verdict(struct cli *cli, const struct cli_engine_info *engine,
                            const struct cli_process_result *result, const struct cli_buffer *source);

#endif
