/*
 * emission.h - printing a compiled document, in a format and as the options say.
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

/* May printing a format, by its number, find something? Then it is printed before the findings are told. */
bool cli_emission_finds(size_t format);

/*
 * Prints the compiled document, which there is, in a format that finds
 * nothing. *written: the writer took it all. CLI_FAILED: it did not, or after
 * a complaint memory ran out; what was written is to be thrown away.
 */
enum cli_status cli_emit(struct cli *cli, size_t format, qc_write_fn *write, void *user, bool *written);

/*
 * Adds the same in a format that may find something to a buffer. name
 * stands in complaints. CLI_FINDINGS: what there is is not to be written, for
 * reasons that are findings; CLI_FAILED: after a complaint.
 */
enum cli_status cli_emit_found(struct cli *cli, const char *name, size_t format, struct cli_buffer *bytes);

#endif
