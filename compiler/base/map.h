/*
 * map.h - from strings to pointers: open addressing over the arena.
 */
#ifndef QC_BASE_MAP_H
#define QC_BASE_MAP_H

#include <stdint.h>

#include "base/str.h"

struct qc_map_slot {
    const char *key;
    uint32_t length, hash; /* no key has more than 4 GB */
    void *value;
};

struct qc_map {
    struct qc_map_slot *slots;
    size_t count, capacity; /* capacity is 0 or a power of two */
};

/* Seeded with an address that differs from run to run: nothing may depend on the order that follows from it. */
size_t qc_hash(struct qc_str bytes);

/* The same in every process, for tables that the program is built with; not for what files add words to. */
uint32_t qc_hash_fixed(struct qc_str bytes);

/* Makes room for count keys in a map that has none yet: what is outgrown stays in the arena. */
void qc_map_reserve(struct qc_arena *arena, struct qc_map *map, size_t count);

/* The value of key, or NULL. */
void *qc_map_get(const struct qc_map *map, struct qc_str key);

/*
 * Sets key to value (not NULL) unless it is set; returns the value that holds
 * then. The key's bytes must live as long as the map.
 */
void *qc_map_add(struct qc_arena *arena, struct qc_map *map, struct qc_str key, void *value);

#endif
