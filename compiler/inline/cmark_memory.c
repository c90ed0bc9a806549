/*
 * cmark_memory.c - libcmark's memory comes from an arena.
 *
 * cmark's hook has no user pointer, so the arena is per thread.
 */
#include "inline/cmark_memory.h"

#include <stddef.h>
#include <stdint.h>

static _Thread_local struct qc_arena *current_arena;

/* cmark reallocates without saying the old size: it stands before each block. */
static const size_t header_size = sizeof(uint64_t);

static void *with_size(void *block, size_t size)
{
    *(size_t *)block = size;
    return (char *)block + header_size;
}

static void *arena_calloc(size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX / 2)
        qc_arena_exhausted(current_arena);
    return with_size(qc_alloc(current_arena, bytes + header_size), bytes);
}

static void *arena_realloc(void *old, size_t size)
{
    if (old == NULL)
        return arena_calloc(1, size);
    char *block = (char *)old - header_size;
    size_t old_size = *(size_t *)(void *)block;
    if (size > SIZE_MAX / 2)
        qc_arena_exhausted(current_arena);
    return with_size(qc_realloc(current_arena, block, old_size + header_size, size + header_size), size);
}

static void arena_free(void *block)
{
    (void)block; /* goes with the arena */
}

cmark_mem *qc_cmark_memory(struct qc_arena *arena)
{
    static cmark_mem memory = { arena_calloc, arena_realloc, arena_free };
    current_arena = arena;
    return &memory;
}
