/*
 * map.c - from strings to pointers.
 *
 * Owns its slots, in the arena. Entries are never removed.
 */
#include "base/map.h"

#include <stdint.h>

enum { FIRST_CAPACITY = 16 };

static uint64_t mix(uint64_t hash, uint64_t bytes)
{
    hash = (hash ^ bytes) * 0x9E3779B97F4A7C15u; /* 2^64 / golden ratio */
    return hash ^ hash >> 32;
}

/* Eight bytes at a time. The seed is there so that a file cannot be written to collide. */
size_t qc_hash(struct qc_str key)
{
    static const char anchor;
    uint64_t hash = (uint64_t)(uintptr_t)&anchor ^ key.len;
    size_t i = 0;
    for (; key.len - i >= 8; i += 8) {
        uint64_t bytes;
        memcpy(&bytes, key.ptr + i, sizeof bytes);
        hash = mix(hash, bytes);
    }
    return (size_t)mix(hash, qc_short_bytes(qc_str_skip(key, i)));
}

/* FNV-1a: byte by byte, so that the order of bytes in a word of the machine does not matter. */
uint32_t qc_hash_fixed(struct qc_str key)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < key.len; i++)
        hash = (hash ^ (unsigned char)key.ptr[i]) * 16777619u;
    return hash;
}

static struct qc_map_slot *find(const struct qc_map *map, struct qc_str key, uint32_t hash)
{
    size_t mask = map->capacity - 1, i = hash & mask;
    while (map->slots[i].value != NULL &&
           (map->slots[i].hash != hash || !qc_str_equal((struct qc_str){ map->slots[i].key, map->slots[i].length }, key)))
        i = (i + 1) & mask;
    return &map->slots[i];
}

void *qc_map_get(const struct qc_map *map, struct qc_str key)
{
    return map->capacity == 0 ? NULL : find(map, key, (uint32_t)qc_hash(key))->value;
}

static bool is_full(size_t count, size_t capacity)
{
    return count * 4 >= capacity * 3;
}

static void grow_to(struct qc_arena *arena, struct qc_map *map, size_t capacity)
{
    struct qc_map larger = { .count = map->count, .capacity = capacity };
    larger.slots = qc_alloc_table(arena, larger.capacity, sizeof *larger.slots);
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].value != NULL)
            *find(&larger, (struct qc_str){ map->slots[i].key, map->slots[i].length }, map->slots[i].hash) = map->slots[i];
    qc_give_back_table(arena, map->slots);
    *map = larger;
}

void qc_map_reserve(struct qc_arena *arena, struct qc_map *map, size_t count)
{
    size_t capacity = FIRST_CAPACITY;
    while (is_full(count, capacity) && capacity < SIZE_MAX / 8)
        capacity *= 2;
    if (map->capacity == 0)
        grow_to(arena, map, capacity);
}

void *qc_map_add(struct qc_arena *arena, struct qc_map *map, struct qc_str key, void *value)
{
    if (is_full(map->count, map->capacity))
        grow_to(arena, map, map->capacity == 0 ? FIRST_CAPACITY : map->capacity * 2);
    uint32_t hash = (uint32_t)qc_hash(key);
    struct qc_map_slot *slot = find(map, key, hash);
    if (slot->value == NULL) {
        *slot = (struct qc_map_slot){ key.ptr, (uint32_t)key.len, hash, value };
        map->count++;
    }
    return slot->value;
}
