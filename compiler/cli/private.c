/*
 * private.c - makes and removes a private directory.
 */
#include "cli/private.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    MOST_ROUNDS = 16, /* of removing */
    ROOM_BELOW = 64,  /* for names of files in it */
};

bool cli_private_make(char directory[CLI_PRIVATE_BYTES])
{
    const char *temporary = getenv("TMPDIR");
    if (temporary == NULL || temporary[0] != '/')
        temporary = "/tmp";
    int length = snprintf(directory, CLI_PRIVATE_BYTES, "%s/qc-XXXXXX", temporary);
    errno = ENAMETOOLONG;
    return length > 0 && length < CLI_PRIVATE_BYTES - ROOM_BELOW && mkdtemp(directory) != NULL;
}

/* What is to be removed from a directory needs leave to write there. */
static int unlock_one(const char *path, const struct stat *about, int kind, struct FTW *place)
{
    (void)about, (void)place;
    if (kind == FTW_D || kind == FTW_DNR)
        chmod(path, 0700);
    return 0;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *place)
{
    (void)about, (void)kind, (void)place;
    remove(path);
    return 0;
}

void cli_private_remove(const char *path)
{
    /* a directory that could not be read is only unlocked by the first round */
    for (int i = 0; i < MOST_ROUNDS && access(path, F_OK) == 0; i++) {
        nftw(path, unlock_one, 16, FTW_PHYS);
        nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    }
}
