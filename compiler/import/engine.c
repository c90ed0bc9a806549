/*
 * engine.c - finds the module that takes files apart, and sees to it that they are closed.
 */
#include "import/engine.h"

#include <string.h>

#include "base/module.h"
#include "qc.h"

const struct import_engine *qc_import_engine_load(void)
{
    const struct import_engine *engine = qc_module_load("qc-import.so", IMPORT_ENGINE_SYMBOL);
    return engine != NULL && strcmp(engine->made_for, QC_VERSION) == 0 ? engine : NULL;
}

const char *qc_import_engine_version(void)
{
    const struct import_engine *engine = qc_import_engine_load();
    return engine == NULL ? NULL : engine->version();
}

enum import_fault qc_import_with_file(struct qc_arena *arena, const char *bytes, size_t length, bool html,
                                      import_reading *read, void *user)
{
    const struct import_engine *engine = qc_import_engine_load();
    enum import_fault fault = IMPORT_FAULT_NO_MODULE;
    if (engine == NULL)
        return fault;
    struct import_file *volatile file =
        (html ? engine->open_html : engine->open_archive)(bytes, length, &fault);
    if (file == NULL)
        return fault;
    jmp_buf *outer = arena->out_of_memory, landing;
    if (setjmp(landing) != 0) {
        engine->close(file);
        arena->out_of_memory = outer;
        qc_arena_exhausted(arena);
    }
    arena->out_of_memory = &landing;
    fault = read(arena, engine, file, user);
    arena->out_of_memory = outer;
    engine->close(file);
    return fault;
}
