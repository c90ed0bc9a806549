/*
 * module.h - parts of the program that are loaded only when they are wanted.
 */
#ifndef QC_BASE_MODULE_H
#define QC_BASE_MODULE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Loads a module, a shared library without a path in its name, and returns
 * what symbol names in it: a structure whose first member, a const char *, is
 * the version that it was made for, since another one's may differ. NULL when
 * there is no such module, symbol, or version. It is looked for in the directory that the environment's QC_MODULES
 * names, or else beside the program, in ../lib/qc from there, and where
 * `make install` was to put it. Once loaded it stays.
 */
const void *qc_module_load(const char *file, const char *symbol, const char *version);

/*
 * Can this program load modules? One that is linked statically cannot; it
 * starts without the loader of shared libraries, which takes longer than a
 * small document.
 */
bool qc_module_may_load(void);

/* Finds a program that stands where modules do, whatever QC_MODULES says. Its path goes to path, which has size bytes. */
bool qc_module_program(const char *file, char *path, size_t size);

#endif
