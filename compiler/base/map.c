/*
 * map.c - from strings to pointers.
 *
 * Owns its slots, in the arena. Entries are never removed.
 */
#include "base/map.h"

#include <stdint.h>

/*
 * FNV-1a over the bytes, seeded with an address that differs from run to run
 * where the system randomises them, so that a file cannot be written to
 * collide. Nothing depends on the order of slots.
 */
static size_t hash_of(struct qc_str key)
{
    static const char anchor;
    uint64_t hash = 14695981039346656037u ^ (uint64_t)(uintptr_t)&anchor;
    for (size_t i = 0; i < key.len; i++)
        hash = (hash ^ (unsigned char)key.ptr[i]) * 1099511628211u;
    return (size_t)(hash ^ hash >> 29);
}

static struct qc_map_slot *find(const struct qc_map *map, struct qc_str key, size_t hash)
{
    size_t mask = map->capacity - 1, i = hash & mask;
    while (map->slots[i].value != NULL &&
           (map->slots[i].hash != hash || !qc_str_equal(map->slots[i].key, key)))
        i = (i + 1) & mask;
    return &map->slots[i];
}

void *qc_map_get(const struct qc_map *map, struct qc_str key)
{
    return map->capacity == 0 ? NULL : find(map, key, hash_of(key))->value;
}

static void grow(struct qc_arena *arena, struct qc_map *map)
{
    struct qc_map larger = { .count = map->count, .capacity = map->capacity == 0 ? 16 : map->capacity * 2 };
    larger.slots = qc_alloc_array(arena, larger.capacity, sizeof *larger.slots);
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].value != NULL)
            *find(&larger, map->slots[i].key, map->slots[i].hash) = map->slots[i];
    *map = larger;
}

void *qc_map_add(struct qc_arena *arena, struct qc_map *map, struct qc_str key, void *value)
{
    if (map->count * 4 >= map->capacity * 3)
        grow(arena, map);
    size_t hash = hash_of(key);
    struct qc_map_slot *slot = find(map, key, hash);
    if (slot->value == NULL) {
        *slot = (struct qc_map_slot){ key, value, hash };
        map->count++;
    }
    return slot->value;
}
