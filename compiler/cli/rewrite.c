/*
 * rewrite.c - puts the changed text of a compiled document where it belongs.
 *
 * Owns the way of the text: into its file, to stdout for standard input, or
 * as a diff. A file whose text does not change is not touched.
 */
#include "cli/rewrite.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/output.h"

static enum cli_status complain_write(const struct cli *cli, const char *path, int error)
{
    cli_complain(cli->options.language, CLI_MSG(cannot_write), path,
                 cli_error_text(cli->options.language, error));
    return CLI_FAILED;
}

static enum cli_status write_file(struct cli *cli, const struct cli_original *original)
{
    const char *path = original->path;
    struct cli_output output;
    struct stat about;
    if (stat(path, &about) == 0 && !S_ISREG(about.st_mode)) {
        cli_complain(cli->options.language, CLI_MSG(fix_no_file), path);
        return CLI_FAILED;
    }
    if (!cli_output_open(&output, path))
        return complain_write(cli, path, output.error);
    if (qc_text(cli->qc, cli_output_write, &output) == QC_OK) {
        if (cli_output_commit_over(&output, &original->bytes))
            return CLI_FINE;
        if (output.error == ESTALE) { /* an editor has saved it since; its text would be lost */
            cli_complain(cli->options.language, CLI_MSG(fix_changed), path);
            return CLI_FAILED;
        }
    } else {
        cli_output_abandon(&output);
    }
    return complain_write(cli, path, output.error);
}

enum cli_status cli_rewrite(struct cli *cli, const struct cli_original *original, bool changed)
{
    if (cli->options.diff) {
        enum qc_result result = qc_print_repairs(cli->qc, cli_write, stdout);
        if (result == QC_NO_MEMORY)
            return cli_complain_memory(cli);
        return result == QC_WRITE_FAILED ? CLI_FAILED : changed ? CLI_FINDINGS : CLI_FINE;
    }
    if (strcmp(original->path, "-") == 0)
        return qc_text(cli->qc, cli_write, stdout) == QC_WRITE_FAILED ? CLI_FAILED : CLI_FINE;
    return changed ? write_file(cli, original) : CLI_FINE;
}
