/*
 * queue.c - what the parser met and nobody has asked for yet.
 */
#include <stdlib.h>
#include <string.h>

#include "unpack/unpack.h"

/* Makes room for count more items of a size. */
static bool make_room(void **items, size_t *room, size_t used, size_t count, size_t size)
{
    if (used + count <= *room)
        return true;
    size_t larger = (used + count) * 2 + 64;
    void *grown = realloc(*items, larger * size);
    if (grown == NULL)
        return false;
    *items = grown;
    *room = larger;
    return true;
}

struct unpack_event *unpack_push(struct unpack_queue *queue, enum import_event kind)
{
    void *events = queue->events;
    if (!make_room(&events, &queue->event_room, queue->event_count, 1, sizeof *queue->events))
        return NULL;
    queue->events = events;
    struct unpack_event *event = &queue->events[queue->event_count++];
    *event = (struct unpack_event){ .kind = kind, .first_attribute = queue->pair_count };
    return event;
}

bool unpack_keep(struct unpack_queue *queue, const char *bytes, size_t length, size_t *at)
{
    void *text = queue->text;
    if (!make_room(&text, &queue->text_room, queue->text_length, length + 1, 1))
        return false;
    queue->text = text;
    *at = queue->text_length;
    memcpy(queue->text + queue->text_length, bytes, length);
    queue->text[queue->text_length + length] = '\0';
    queue->text_length += length + 1;
    return true;
}

bool unpack_push_text(struct unpack_queue *queue, const char *text, size_t length, unsigned line)
{
    struct unpack_event *last = queue->event_count == 0 ? NULL : &queue->events[queue->event_count - 1];
    size_t at;
    if (last != NULL && last->kind == IMPORT_EVENT_TEXT) {
        queue->text_length--; /* the end of the text before */
        if (!unpack_keep(queue, text, length, &at))
            return false;
        last->length += length;
        return true;
    }
    struct unpack_event *event = unpack_push(queue, IMPORT_EVENT_TEXT);
    if (event == NULL || !unpack_keep(queue, text, length, &at))
        return false;
    event->text = at;
    event->length = length;
    event->line = line;
    return true;
}

bool unpack_push_attribute(struct unpack_queue *queue, const char *name, const char *value, size_t length)
{
    void *pairs = queue->pairs;
    struct unpack_pair pair;
    if (!make_room(&pairs, &queue->pair_room, queue->pair_count, 1, sizeof *queue->pairs))
        return false;
    queue->pairs = pairs;
    if (!unpack_keep(queue, name, strlen(name), &pair.name) ||
        !unpack_keep(queue, value, length, &pair.value))
        return false;
    queue->pairs[queue->pair_count++] = pair;
    queue->events[queue->event_count - 1].attribute_count++;
    return true;
}

bool unpack_pop(struct unpack_queue *queue, struct import_node *node)
{
    if (queue->next == queue->event_count)
        return false;
    const struct unpack_event *event = &queue->events[queue->next];
    void *attributes = queue->attributes;
    if (!make_room(&attributes, &queue->attribute_room, 0, event->attribute_count, sizeof *queue->attributes))
        return false;
    queue->attributes = attributes;
    for (size_t i = 0; i < event->attribute_count; i++) {
        struct unpack_pair pair = queue->pairs[event->first_attribute + i];
        queue->attributes[i] = (struct import_attribute){ queue->text + pair.name, queue->text + pair.value };
    }
    queue->next++;
    bool element = event->kind != IMPORT_EVENT_TEXT;
    *node = (struct import_node){
        .event = event->kind,
        .space = element ? queue->text + event->space : "",
        .name = element ? queue->text + event->name : "",
        .text = element ? "" : queue->text + event->text,
        .length = event->length,
        .attributes = queue->attributes,
        .attribute_count = event->attribute_count,
        .line = event->line,
    };
    return true;
}

void unpack_clear(struct unpack_queue *queue)
{
    queue->event_count = queue->pair_count = queue->text_length = queue->next = 0;
}

void unpack_free(struct unpack_queue *queue)
{
    free(queue->events);
    free(queue->pairs);
    free(queue->text);
    free(queue->attributes);
    *queue = (struct unpack_queue){ 0 };
}
