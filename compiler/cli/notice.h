/*
 * notice.h - notices that files change: saved in place, replaced by rename, deleted, made anew.
 */
#ifndef QC_CLI_NOTICE_H
#define QC_CLI_NOTICE_H

#include <stdbool.h>
#include <stddef.h>

/* Directories are watched, not files: editors replace a file by another of its name. */
struct cli_notice_directory {
    char *path;
    int watch; /* of inotify; -1: the directory is not there at the moment */
};

/* An input is made from the file of this name in a directory. */
struct cli_notice_file {
    size_t directory, input;
    char *name;
};

struct cli_notice {
    int fd; /* readable when something has happened */
    struct cli_notice_directory *directories;
    size_t directory_count;
    struct cli_notice_file *files;
    size_t file_count;
    bool *changed; /* by input; set here, taken back by the caller */
    size_t input_count;
};

/* False with errno. To be closed in any case. */
bool cli_notice_open(struct cli_notice *notice, size_t input_count);
void cli_notice_close(struct cli_notice *notice);

/*
 * Watches a file that an input is made from, symbolic links followed and
 * not. *fresh is set when a directory was not watched before: what happened
 * there until now has been missed. False when memory runs out.
 */
bool cli_notice_add(struct cli_notice *notice, const char *path, size_t input, bool *fresh);

/* Forgets the files of an input. */
void cli_notice_forget(struct cli_notice *notice, size_t input);

/* Marks the inputs of which a file has changed, without waiting. Was there one? */
bool cli_notice_read(struct cli_notice *notice);

/* Looks for directories that were gone. Is one still? */
bool cli_notice_look_again(struct cli_notice *notice);

#endif
