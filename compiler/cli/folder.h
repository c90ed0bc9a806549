/*
 * folder.h - the documents below a folder.
 */
#ifndef QC_CLI_FOLDER_H
#define QC_CLI_FOLDER_H

#include "cli/cli.h"

struct cli_file;

/* Files in the order of their names; free with cli_folder_free. */
struct cli_folder {
    struct cli_file *files;
    size_t count, room;
    bool failed; /* something could not be read, which was complained about */
};

/*
 * Collects the regular files *.qc below the roots, and roots that are files
 * themselves. What is hidden (a name that begins with a dot) is left out, as
 * are folders behind symbolic links, so that there is no end to miss; of a file
 * with several names or links the first counts. False when memory runs out.
 */
bool cli_folder_collect(struct cli_folder *folder, enum qc_language language, char **roots);

/* Path of a file by number from 0; NULL for one that counts under another name. */
const char *cli_folder_path(const struct cli_folder *folder, size_t index);

void cli_folder_free(struct cli_folder *folder);

#endif
