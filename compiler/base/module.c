/*
 * module.c - loads modules.
 */
#include "base/module.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef QC_MODULE_DIR
#define QC_MODULE_DIR "/usr/local/lib/qc"
#endif

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

static void *open_in(const char *directory, const char *below, const char *file)
{
    char path[2 * PATH_MAX];
    int length = snprintf(path, sizeof path, "%s%s/%s", directory, below, file);
    return length < 0 || (size_t)length >= sizeof path ? NULL : dlopen(path, RTLD_NOW | RTLD_LOCAL);
}

static void *find(const char *file)
{
    char program[PATH_MAX];
    const char *chosen = secure_getenv("QC_MODULES");
    void *module = NULL;
    if (chosen != NULL && chosen[0] != '\0') {
        module = open_in(chosen, "", file);
    } else {
        if (program_directory(program)) {
            module = open_in(program, "", file);
            if (module == NULL)
                module = open_in(program, "/../lib/qc", file);
        }
        if (module == NULL)
            module = open_in(QC_MODULE_DIR, "", file);
    }
    return module;
}

const void *qc_module_load(const char *file, const char *symbol, const char *version)
{
    void *module = find(file);
    const char *const *made_for = module == NULL ? NULL : dlsym(module, symbol);
    return made_for != NULL && strcmp(*made_for, version) == 0 ? made_for : NULL;
}
