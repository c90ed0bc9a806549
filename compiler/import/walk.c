/*
 * walk.c - going through what the engine reads, element by element.
 */
#include "import/walk.h"

#include <stdlib.h>

#include "base/limits.h"

bool qc_walk_begin(struct import_walk *walk, const char *part)
{
    walk->fault = IMPORT_FINE;
    return walk->engine->begin(walk->file, part, &walk->fault);
}

bool qc_walk_piece(struct import_walk *walk)
{
    if (walk->fault != IMPORT_FINE)
        return false;
    walk->engine->next(walk->file, &walk->node);
    if (walk->node.event == IMPORT_EVENT_FAULT)
        walk->fault = walk->node.fault;
    walk->text += walk->node.event == IMPORT_EVENT_TEXT ? walk->node.length : 0;
    walk->elements += walk->node.event == IMPORT_EVENT_BEGIN;
    if (walk->text > QC_MAX_IMPORT_TEXT || walk->elements > QC_MAX_IMPORT_ELEMENTS)
        walk->fault = IMPORT_FAULT_TOO_LARGE;
    if (walk->fault != IMPORT_FINE)
        return false;
    return walk->node.event == IMPORT_EVENT_BEGIN || walk->node.event == IMPORT_EVENT_TEXT;
}

bool qc_walk_child(struct import_walk *walk)
{
    while (qc_walk_piece(walk))
        if (walk->node.event == IMPORT_EVENT_BEGIN)
            return true;
    return false;
}

void qc_walk_skip(struct import_walk *walk)
{
    for (size_t depth = 1; depth > 0;) {
        if (qc_walk_child(walk))
            depth++;
        else if (walk->fault != IMPORT_FINE || walk->node.event == IMPORT_EVENT_DONE)
            return;
        else
            depth--;
    }
}

bool qc_walk_is(const struct import_walk *walk, const char *name)
{
    return strcmp(walk->node.name, name) == 0 && strstr(walk->node.space, "wordprocessingml") != NULL &&
           strstr(walk->node.space, "main") != NULL;
}

const char *qc_walk_attribute(const struct import_walk *walk, const char *name)
{
    for (size_t i = 0; i < walk->node.attribute_count; i++)
        if (strcmp(walk->node.attributes[i].name, name) == 0)
            return walk->node.attributes[i].value;
    return NULL;
}

struct qc_str qc_walk_text(const struct import_walk *walk, const char *name)
{
    const char *value = qc_walk_attribute(walk, name);
    return value == NULL ? QC_STR("") : qc_str_copy(walk->arena, qc_str_from(value));
}

long qc_walk_number(const struct import_walk *walk, const char *name, long otherwise)
{
    const char *value = qc_walk_attribute(walk, name);
    char *end;
    if (value == NULL)
        return otherwise;
    long number = strtol(value, &end, 10), most = 1000000; /* so that counting on never overflows */
    return end == value ? otherwise : number > most ? most : number < -most ? -most : number;
}

bool qc_walk_on(const struct import_walk *walk)
{
    const char *value = qc_walk_attribute(walk, "val");
    return value == NULL ||
           (strcmp(value, "0") != 0 && strcmp(value, "false") != 0 && strcmp(value, "off") != 0);
}
