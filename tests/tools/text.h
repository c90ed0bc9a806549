/*
 * text.h - a text that grows, for the tools that hold a document against what is printed of it.
 */
#ifndef QC_TESTS_TEXT_H
#define QC_TESTS_TEXT_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
    char *bytes;
    size_t length, room;
};

/* Ends the program when memory runs out. The bytes end with a zero. */
static inline bool append(void *user, const char *bytes, size_t length)
{
    struct text *text = user;
    if (text->length + length + 1 > text->room) {
        text->room = 2 * (text->length + length + 1);
        text->bytes = realloc(text->bytes, text->room);
        if (text->bytes == NULL)
            exit(2);
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
    return true;
}

static inline void add(struct text *text, const char *string)
{
    append(text, string, strlen(string));
}

static inline bool read_file(const char *path, struct text *text)
{
    FILE *file = fopen(path, "rb");
    char bytes[4096];
    for (size_t got; file != NULL && (got = fread(bytes, 1, sizeof bytes, file)) > 0;)
        append(text, bytes, got);
    add(text, "");
    if (file != NULL)
        fclose(file);
    return file != NULL;
}

#endif
