/*
 * vec.h - growing arrays over the arena, typed by macro.
 *
 *     QC_VEC(struct point) points = {0};
 *     *qc_vec_push(arena, &points) = (struct point){ 1, 2 };
 *     for (size_t i = 0; i < points.count; i++) use(points.items[i]);
 *
 * Growing moves the items: keep indices, not pointers, across a push.
 */
#ifndef QC_BASE_VEC_H
#define QC_BASE_VEC_H

#include "base/arena.h"

#define QC_VEC(type)                                                                                          \
    struct {                                                                                                  \
        type *items;                                                                                          \
        size_t count, capacity;                                                                               \
    }

/* Appends one zeroed item and returns a pointer to it. */
#define qc_vec_push(arena, vec)                                                                               \
    ((vec)->count == (vec)->capacity                                                                          \
         ? ((vec)->items = qc_vec_grow(arena, (vec)->items, &(vec)->capacity, sizeof *(vec)->items),          \
            &(vec)->items[(vec)->count++])                                                                    \
         : &(vec)->items[(vec)->count++])

/* Makes room for count items in a vector that has none yet: what is outgrown stays in the arena. */
#define qc_vec_reserve(arena, vec, count)                                                                     \
    do {                                                                                                      \
        size_t qc_room = (count);                                                                             \
        if ((vec)->items == NULL) {                                                                           \
            (vec)->items = qc_alloc_array(arena, qc_room, sizeof *(vec)->items);                              \
            (vec)->capacity = qc_room; /* only now: qc_alloc_array may not come back */                       \
        }                                                                                                     \
    } while (0)

/* Makes room for count items in a vector that is filled anew: nothing of what it holds stays. */
#define qc_vec_renew(arena, vec, wanted)                                                                      \
    do {                                                                                                      \
        (vec)->count = 0;                                                                                     \
        if ((vec)->capacity < (wanted)) {                                                                     \
            size_t qc_room = (wanted) + (wanted) / 2;                                                         \
            (vec)->items = qc_alloc_array(arena, qc_room, sizeof *(vec)->items);                              \
            (vec)->capacity = qc_room; /* only now: qc_alloc_array may not come back */                       \
        }                                                                                                     \
    } while (0)

static inline void *qc_vec_grow(struct qc_arena *arena, void *items, size_t *capacity, size_t size)
{
    size_t old = *capacity, count = old == 0 ? 4 : old * 2, bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        qc_arena_exhausted(arena);
    void *grown = qc_realloc(arena, items, old * size, bytes);
    *capacity = count; /* only now: qc_realloc may not come back */
    return grown;
}

#endif
