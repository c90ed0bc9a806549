/*
 * emission.h - printing a compiled document into memory, in a format and as the options say.
 */
#ifndef QC_CLI_EMISSION_H
#define QC_CLI_EMISSION_H

#include "cli/buffer.h"
#include "cli/cli.h"

/* Do the options that belong to a format fit one of those that are to be written? False after a complaint. */
bool cli_emission_fits(const struct cli_options *options, unsigned formats);

/*
 * Reads the style sheet that --css names, if it does, into css and lets the
 * options point to it. False after a complaint.
 */
bool cli_emission_read_css(struct cli_options *options, struct cli_buffer *css);

/*
 * Adds the compiled document in a format, by its number, to a buffer. name
 * stands in complaints. CLI_FINDINGS: what there is is not to be written, for
 * reasons that are findings; CLI_FAILED: after a complaint.
 */
enum cli_status cli_emit(struct cli *cli, const char *name, size_t format, struct cli_buffer *bytes);

#endif
