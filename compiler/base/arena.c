/*
 * arena.c - chunked bump allocator.
 *
 * Owns the chunks. Must not know what is stored in them.
 */
#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* What tests the want of memory makes them so small that the system is asked for each block. */
#ifndef QC_FIRST_CHUNK
#define QC_FIRST_CHUNK (32 * 1024)
#define QC_LARGEST_CHUNK (8 * 1024 * 1024 - 64) /* with its head four huge pages */
#endif
/* A block of it comes untouched from the system, and goes back when it is freed. */
#ifndef QC_FROM_THE_SYSTEM
#define QC_FROM_THE_SYSTEM (256 * 1024)
#endif

#ifdef __has_feature /* of clang; gcc has a macro for it */
#define QC_SPOILS __has_feature(address_sanitizer)
#elif defined __SANITIZE_ADDRESS__
#define QC_SPOILS 1
#else
#define QC_SPOILS 0
#endif

/*
 * A chunk that would fill an eighth of a HUGE_PAGE is made of whole ones: one costs less to touch than that eighth in small
 * pages, and what a block leaves of it serves the next.
 */
enum {
    FIRST_CHUNK = QC_FIRST_CHUNK,
    LARGEST_CHUNK = QC_LARGEST_CHUNK,
    FROM_THE_SYSTEM = QC_FROM_THE_SYSTEM,
    HUGE_PAGE = 2 * 1024 * 1024
};

/* Of all that is allocated: no long double is, whose sixteen bytes would cost each small object some. */
union aligned {
    void *pointer;
    uint64_t number;
    double fraction;
};

struct qc_arena_chunk {
    struct qc_arena_chunk *older;
    size_t size;
    size_t mapped; /* bytes, this head with them, of one that was mapped; 0: it is of malloc */
    union aligned data[];
};

/*
 * A block that grew large stands alone: what a vector leaves behind each time that it doubles would cost as much again
 * as the vector.
 */
struct qc_arena_large {
    struct qc_arena_large *older;
    size_t number; /* of those that the arena has made */
    union aligned data[];
};

_Noreturn void qc_arena_exhausted(struct qc_arena *arena)
{
    if (arena->out_of_memory != NULL)
        longjmp(*arena->out_of_memory, 1);
    abort(); /* a caller that set no handler: a fault of the program, not of the machine */
}

static size_t round_up(size_t size)
{
    size_t align = _Alignof(union aligned);
    return (size + align - 1) & ~(align - 1);
}

/* Memory of the system, untouched, that begins where a huge page may; NULL when there is none. */
static void *map_aligned(size_t size)
{
    size_t room = size + HUGE_PAGE;
    char *begin = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (begin == MAP_FAILED)
        return NULL;
    size_t before = -(uintptr_t)begin & (HUGE_PAGE - 1), behind = room - before - size;
    if (before > 0)
        munmap(begin, before);
    if (behind > 0)
        munmap(begin + before + size, behind);
    return begin + before;
}

/* A chunk of this size or more in huge pages, if the system has them; NULL when it cannot be had so. */
static struct qc_arena_chunk *map_chunk(size_t size)
{
#ifdef MADV_HUGEPAGE
    size_t length = (sizeof(struct qc_arena_chunk) + size + HUGE_PAGE - 1) & ~(size_t)(HUGE_PAGE - 1);
    struct qc_arena_chunk *chunk = map_aligned(length);
    if (chunk == NULL)
        return NULL;
    (void)madvise(chunk, length, MADV_HUGEPAGE); /* it may have none: then these are small ones */
    chunk->mapped = length;
    chunk->size = length - sizeof *chunk;
    return chunk;
#else
    (void)size;
    return NULL;
#endif
}

static void free_chunk(struct qc_arena_chunk *chunk)
{
    if (chunk != NULL && chunk->mapped > 0)
        munmap(chunk, chunk->mapped);
    else
        free(chunk);
}

static void use_chunk(struct qc_arena *arena, struct qc_arena_chunk *chunk)
{
    chunk->older = arena->chunks;
    arena->chunks = chunk;
    arena->next = (char *)chunk->data;
    arena->end = arena->next + chunk->size;
}

static void add_chunk(struct qc_arena *arena, size_t at_least)
{
    size_t size = arena->chunks == NULL ? FIRST_CHUNK : arena->chunks->size * 2;
    if (size > LARGEST_CHUNK)
        size = LARGEST_CHUNK;
    if (size < at_least)
        size = at_least;
    struct qc_arena_chunk *chunk = arena->spare;
    if (chunk != NULL && chunk->size >= at_least) {
        arena->spare = NULL;
        use_chunk(arena, chunk);
        arena->clean = arena->end;
        return;
    }
    /* what calloc finds in the heap it clears, and so touches; a large block comes from the system, untouched */
    bool clean = size >= FROM_THE_SYSTEM;
    chunk = size >= HUGE_PAGE / 8 ? map_chunk(size) : NULL;
    if (chunk == NULL) {
        chunk = clean ? calloc(1, sizeof *chunk + size) : malloc(sizeof *chunk + size);
        if (chunk == NULL)
            qc_arena_exhausted(arena);
        chunk->mapped = 0;
        chunk->size = size;
    }
    use_chunk(arena, chunk);
    arena->clean = clean ? arena->next : arena->end;
}

/* Zeroes [from, to), but for what calloc left as zero and nobody has had: it is not even touched. */
static void zero(struct qc_arena *arena, char *from, char *to)
{
    if (from < arena->clean)
        memset(from, 0, (size_t)((to < arena->clean ? to : arena->clean) - from));
    if (to > arena->clean)
        arena->clean = to;
}

static char *take(struct qc_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        qc_arena_exhausted(arena);
    size = round_up(size);
    if (arena->next == NULL || size > (size_t)(arena->end - arena->next))
        add_chunk(arena, size);
    char *block = arena->next;
    arena->next += size;
    return block;
}

void *qc_alloc(struct qc_arena *arena, size_t size)
{
    char *block = take(arena, size);
    zero(arena, block, arena->next);
    return block;
}

void *qc_alloc_bytes(struct qc_arena *arena, size_t size)
{
    char *block = take(arena, size);
    if (arena->next > arena->clean)
        arena->clean = arena->next;
    return block;
}

static size_t bytes_of(struct qc_arena *arena, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        qc_arena_exhausted(arena);
    return bytes;
}

void *qc_alloc_array(struct qc_arena *arena, size_t count, size_t size)
{
    return qc_alloc(arena, bytes_of(arena, count, size));
}

/* Where the pointer to a large block stands; that to NULL behind the last when it is none. */
static struct qc_arena_large **large_of(struct qc_arena *arena, const void *block)
{
    struct qc_arena_large **large = &arena->large;
    while (*large != NULL && (void *)(*large)->data != block)
        large = &(*large)->older;
    return large;
}

static void drop_large(struct qc_arena_large **large)
{
    struct qc_arena_large *older = (*large)->older;
    free(*large);
    *large = older;
}

static void *alloc_large(struct qc_arena *arena, size_t size)
{
    struct qc_arena_large *large = size <= SIZE_MAX - sizeof *large ? calloc(1, sizeof *large + size) : NULL;
    if (large == NULL)
        qc_arena_exhausted(arena);
    large->number = arena->large == NULL ? 1 : arena->large->number + 1;
    large->older = arena->large;
    arena->large = large;
    return large->data;
}

/* A copy of a block that has become large, zeroed behind what it held. */
static void *grow_large(struct qc_arena *arena, char *old, size_t old_size, size_t size)
{
    void *grown = memcpy(alloc_large(arena, size), old, old_size);
    struct qc_arena_large **before = large_of(arena, old);
    if (*before != NULL)
        drop_large(before);
    else if (old + round_up(old_size) == arena->next)
        arena->next = old;
    return grown;
}

void *qc_alloc_table(struct qc_arena *arena, size_t count, size_t size)
{
    size_t bytes = bytes_of(arena, count, size);
    return bytes >= FROM_THE_SYSTEM ? alloc_large(arena, bytes) : qc_alloc(arena, bytes);
}

void qc_give_back_table(struct qc_arena *arena, void *table)
{
    struct qc_arena_large **large = large_of(arena, table); /* none stands at NULL */
    if (*large != NULL)
        drop_large(large);
}

void *qc_realloc(struct qc_arena *arena, void *old, size_t old_size, size_t new_size)
{
    if (old == NULL || new_size > SIZE_MAX / 2)
        return qc_alloc(arena, new_size);
    if (new_size <= old_size)
        return old;
    size_t old_room = round_up(old_size), new_room = round_up(new_size);
    char *block = old;
    if (block + old_room == arena->next && new_room - old_room <= (size_t)(arena->end - arena->next)) {
        arena->next += new_room - old_room;
        zero(arena, block + old_size, block + new_room);
        return block;
    }
    if (new_size >= FROM_THE_SYSTEM)
        return grow_large(arena, old, old_size, new_size);
    return memcpy(qc_alloc(arena, new_size), old, old_size);
}

void *qc_grow_bytes(struct qc_arena *arena, void *old, size_t old_size, size_t new_size)
{
    size_t old_room = round_up(old_size);
    bool last = old != NULL && (char *)old + old_room == arena->next;
    if (old == NULL)
        return qc_alloc_bytes(arena, new_size);
    if (last && new_size <= SIZE_MAX / 2 && round_up(new_size) - old_room <= (size_t)(arena->end - arena->next)) {
        qc_alloc_bytes(arena, round_up(new_size) - old_room); /* right behind it */
        return old;
    }
    if (new_size >= FROM_THE_SYSTEM)
        return grow_large(arena, old, old_size, new_size);
    return memcpy(qc_alloc_bytes(arena, new_size), old, old_size);
}

struct qc_arena_mark qc_arena_mark(const struct qc_arena *arena)
{
    return (struct qc_arena_mark){ arena->chunks, arena->next, arena->large == NULL ? 0 : arena->large->number };
}

/* Where a sanitizer looks on, what is released is made useless, so that tests see who still reads it. */
static void spoil(char *from, const char *to)
{
#if QC_SPOILS
    memset(from, 0xDD, (size_t)(to - from));
#else
    (void)from;
    (void)to;
#endif
}

/* Takes the newest chunk off; keeps it when none larger is kept, but never an enormous one. */
static void drop_chunk(struct qc_arena *arena)
{
    struct qc_arena_chunk *chunk = arena->chunks, *smaller = chunk;
    arena->chunks = chunk->older;
    spoil((char *)chunk->data, (char *)chunk->data + chunk->size);
    if (chunk->size <= LARGEST_CHUNK && (arena->spare == NULL || arena->spare->size < chunk->size)) {
        smaller = arena->spare;
        arena->spare = chunk;
    }
    free_chunk(smaller);
}

void qc_arena_release(struct qc_arena *arena, struct qc_arena_mark mark)
{
    while (arena->chunks != mark.chunk)
        drop_chunk(arena);
    while (arena->large != NULL && arena->large->number > mark.large)
        drop_large(&arena->large);
    const char *old_end = arena->end;
    arena->next = mark.next;
    arena->end = mark.chunk == NULL ? NULL : (char *)mark.chunk->data + mark.chunk->size;
    if (arena->end != old_end)
        arena->clean = arena->end; /* an older chunk: how far it was used is not known */
    if (arena->next != NULL)
        spoil(arena->next, arena->clean);
}

void qc_arena_trim(struct qc_arena *arena, const void *block, size_t old_size, size_t size)
{
    const char *begin = block;
    if (begin != NULL && begin + round_up(old_size) == arena->next)
        arena->next -= round_up(old_size) - round_up(size);
}

void qc_arena_hand_on(struct qc_arena *from, struct qc_arena *to)
{
    if (from->spare == NULL || (to->spare != NULL && to->spare->size >= from->spare->size))
        return;
    struct qc_arena_chunk *smaller = to->spare;
    to->spare = from->spare;
    from->spare = smaller;
}

void qc_arena_reset(struct qc_arena *arena)
{
    while (arena->chunks != NULL)
        drop_chunk(arena);
    while (arena->large != NULL)
        drop_large(&arena->large);
    arena->next = arena->end = NULL;
}

void qc_arena_free(struct qc_arena *arena)
{
    qc_arena_reset(arena);
    free_chunk(arena->spare);
    arena->spare = NULL;
}
