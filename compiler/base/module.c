/*
 * module.c - finds and loads modules.
 */
#include "base/module.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef QC_MODULE_DIR
#define QC_MODULE_DIR "/usr/local/lib/qc"
#endif

enum { PLACE_BYTES = 2 * PATH_MAX };

/* The directory of the running program; false when the system does not tell. */
static bool program_directory(char directory[PATH_MAX])
{
    ssize_t length = readlink("/proc/self/exe", directory, PATH_MAX - 1);
    if (length <= 0)
        return false;
    directory[length] = '\0';
    char *slash = strrchr(directory, '/');
    if (slash == NULL)
        return false;
    *slash = '\0';
    return true;
}

/* Where a file is looked for, one place after the other; false behind the last. Places that are too long are passed over. */
static bool next_place(unsigned *number, const char *file, char path[PLACE_BYTES])
{
    static const char *const beside[] = { "", "/../lib/qc" };
    enum { BESIDE = sizeof beside / sizeof *beside };
    char program[PATH_MAX];
    int length = PLACE_BYTES;
    while (*number <= BESIDE && (length < 0 || length >= PLACE_BYTES)) {
        unsigned now = (*number)++;
        if (now == BESIDE)
            length = snprintf(path, PLACE_BYTES, "%s/%s", QC_MODULE_DIR, file);
        else if (program_directory(program))
            length = snprintf(path, PLACE_BYTES, "%s%s/%s", program, beside[now], file);
    }
    return length >= 0 && length < PLACE_BYTES;
}

bool qc_module_program(const char *file, char *path, size_t size)
{
    char place[PLACE_BYTES];
    for (unsigned number = 0; next_place(&number, file, place);)
        if (strlen(place) < size && access(place, X_OK) == 0) {
            memcpy(path, place, strlen(place) + 1);
            return true;
        }
    return false;
}

#ifdef QC_STATIC

bool qc_module_may_load(void)
{
    return false;
}

const void *qc_module_load(const char *file, const char *symbol, const char *version)
{
    (void)file;
    (void)symbol;
    (void)version;
    return NULL;
}

#else

bool qc_module_may_load(void)
{
    return true;
}

static void *find(const char *file)
{
    char path[PLACE_BYTES];
    const char *chosen = secure_getenv("QC_MODULES");
    void *module = NULL;
    if (chosen != NULL && chosen[0] != '\0') {
        int length = snprintf(path, sizeof path, "%s/%s", chosen, file);
        return length < 0 || (size_t)length >= sizeof path ? NULL : dlopen(path, RTLD_NOW | RTLD_LOCAL);
    }
    for (unsigned number = 0; module == NULL && next_place(&number, file, path);)
        module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    return module;
}

const void *qc_module_load(const char *file, const char *symbol, const char *version)
{
    void *module = find(file);
    const char *const *made_for = module == NULL ? NULL : dlsym(module, symbol);
    return made_for != NULL && strcmp(*made_for, version) == 0 ? made_for : NULL;
}

#endif
