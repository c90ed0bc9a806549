/*
 * engine.h - a PDF by way of another program: a TeX or a browser.
 */
#ifndef QC_CLI_ENGINE_H
#define QC_CLI_ENGINE_H

#include "cli/buffer.h"
#include "cli/cli.h"

struct cli_engine_info {
    const char *name;
    const char *format;   /* what it reads, a format of the library */
    const char *programs; /* names on PATH, with blanks between them */
    const char *packages; /* of Debian */
};

/* Row of engines.def; NULL for the engine built in. */
const struct cli_engine_info *cli_engine_info(enum cli_engine engine);

/* Name of an engine, "builtin" among them. */
const char *cli_engine_name(enum cli_engine engine);

/* How long an engine may take, in seconds. */
unsigned cli_engine_seconds(const struct cli_options *options);

/*
 * Prints the compiled document with the engine that the options name, not the
 * one built in, and adds the PDF to a buffer. name stands in complaints. What the engine says of a line
 * of the document becomes a finding, and the result is CLI_FINDINGS; other
 * trouble is complained about. Without the result CLI_FINE the buffer is as
 * it was.
 */
enum cli_status cli_engine_print(struct cli *cli, const char *name, struct cli_buffer *pdf);

#endif
