/*
 * arena.h - one bump allocator a compilation.
 *
 * Everything that a compilation makes lives in its arena and is released in
 * one call; nothing in it is freed alone. An allocation never returns NULL:
 * when memory runs out the arena jumps to the handler that the library set,
 * which reports it and gives up the compilation.
 */
#ifndef QC_BASE_ARENA_H
#define QC_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>

struct qc_arena_chunk;
struct qc_arena_large;

struct qc_arena {
    struct qc_arena_chunk *chunks; /* newest first */
    struct qc_arena_chunk *spare;  /* the largest that was released: memory that has been touched costs no more */
    struct qc_arena_large *large;  /* blocks that have outgrown the chunks, newest first */
    char *next, *end;              /* free part of the newest chunk */
    char *clean;                   /* nobody has had what lies behind it in the newest chunk: it is zero */
    jmp_buf *out_of_memory;        /* set before the first allocation */
};

/* Returns size zeroed bytes, aligned for pointers and numbers of eight bytes; size 0 is allowed. */
void *qc_alloc(struct qc_arena *arena, size_t size);

/* The same, not zeroed: for bytes that are written before they are read, so that no more is touched than is used. */
void *qc_alloc_bytes(struct qc_arena *arena, size_t size);

/* Same for an array; a count whose size overflows counts as out of memory. */
void *qc_alloc_array(struct qc_arena *arena, size_t count, size_t size);

/* Same for a table that is outgrown: given back, a large one leaves nothing behind. NULL may be given back. */
void *qc_alloc_table(struct qc_arena *arena, size_t count, size_t size);
void qc_give_back_table(struct qc_arena *arena, void *table);

/*
 * Returns a copy of old_size bytes with room for new_size; grows in place
 * when the block was the last one made. The new part is zeroed. A large block
 * is released where it was: nothing may point into it but the caller.
 */
void *qc_realloc(struct qc_arena *arena, void *old, size_t old_size, size_t new_size);

/* The same for bytes: new_size is not smaller, and the new part is not zeroed. */
void *qc_grow_bytes(struct qc_arena *arena, void *old, size_t old_size, size_t new_size);

/*
 * What is made between a mark and its release goes at the release: for keys
 * and rows that do not outlive a look-up. Nothing made in between may be kept,
 * and no vector grown.
 */
struct qc_arena_mark {
    struct qc_arena_chunk *chunk;
    char *next;
    size_t large; /* how many large blocks had been made */
};
struct qc_arena_mark qc_arena_mark(const struct qc_arena *arena);
void qc_arena_release(struct qc_arena *arena, struct qc_arena_mark mark);

/* Makes a block smaller if it was the last one made: what it did not need is there for the next. */
void qc_arena_trim(struct qc_arena *arena, const void *block, size_t old_size, size_t size);

/* What one arena has released is memory for the other, which otherwise would touch new. */
void qc_arena_hand_on(struct qc_arena *from, struct qc_arena *to);

/* Jumps to the handler. Does not return. */
_Noreturn void qc_arena_exhausted(struct qc_arena *arena);

/* Releases everything, but keeps memory for what is made next. */
void qc_arena_reset(struct qc_arena *arena);

/* Releases every chunk; the arena may be used again. */
void qc_arena_free(struct qc_arena *arena);

#endif
