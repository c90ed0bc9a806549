/*
 * engine.c - finds the module that takes files apart, and sees to it that they are closed.
 */
#include "import/engine.h"

#include "base/module.h"
#include "qc.h"

/* Loads the module, if that is not done; NULL when it is not there, or made for another qc. */
static const struct import_engine *load(void)
{
    return qc_module_load("qc-import.so", IMPORT_ENGINE_SYMBOL, QC_VERSION);
}

const char *qc_import_engine_version(void)
{
    const struct import_engine *engine = load();
    return engine == NULL ? NULL : engine->version();
}

enum import_fault qc_import_with_file(struct qc_arena *arena, const char *bytes, size_t length, bool html,
                                      import_reading *read, void *user)
{
    const struct import_engine *engine = load();
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
