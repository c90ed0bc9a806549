/*
 * scrambled.h - documents that nobody wrote, the same ones every time.
 *
 * Each is made of some lines of a file, moved, broken, indented, doubled or left out, with blank lines and comments
 * between them.
 */
#ifndef QC_TESTS_SCRAMBLED_H
#define QC_TESTS_SCRAMBLED_H

#include <stdint.h>

#include "text.h"

enum { MOST_LINES = 40, MOST_CHANGES = 12 };

static uint64_t state = 88172645463325252u;

/* Other documents, by a number that is not 0. */
static inline void seed(uint64_t number)
{
    state ^= number * 0x9E3779B97F4A7C15u;
}

/* A number below limit (xorshift64). */
static size_t chance(size_t limit)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (size_t)(state % limit);
}

struct lines {
    const char *begin[MOST_LINES];
    size_t length[MOST_LINES], count;
};

static const char *line_start(const struct text *file, size_t at)
{
    while (at > 0 && file->bytes[at - 1] != '\n')
        at--;
    return file->bytes + at;
}

static void pick_lines(const struct text *file, struct lines *lines)
{
    const char *at = chance(3) == 0 ? file->bytes : line_start(file, chance(file->length + 1));
    size_t wanted = 1 + chance(MOST_LINES);
    for (lines->count = 0; lines->count < wanted && *at != '\0'; lines->count++) {
        lines->begin[lines->count] = at;
        lines->length[lines->count] = strcspn(at, "\n");
        at += lines->length[lines->count];
        at += *at == '\n';
    }
}

static void change_order(struct lines *lines)
{
    size_t a = chance(lines->count), b = chance(lines->count);
    const char *begin = lines->begin[a];
    size_t length = lines->length[a];
    lines->begin[a] = lines->begin[b];
    lines->length[a] = lines->length[b];
    if (chance(2) == 0) { /* else one of them is there twice now */
        lines->begin[b] = begin;
        lines->length[b] = length;
    }
}

/* The first blank from at on; NULL when there is none. */
static const char *find_blank(const char *line, size_t length, size_t at)
{
    return memchr(line + at, ' ', length - at);
}

static void put_line(struct text *text, const char *line, size_t length, size_t wildness)
{
    static const char *const before[] = { " ", "  ", "    ", "\t", "\n", "\n\n", "// ghi chú\n", "\n  // ghi chú\n\n", "\\", "- " };
    static const char *const inside[] = { "\n", "\n  ", "  ", " \n", "\n\n", "\n    " };
    if (chance(8) < wildness)
        add(text, before[chance(sizeof before / sizeof *before)]);
    const char *blank = length == 0 ? NULL : find_blank(line, length, chance(length));
    bool broken = chance(8) < wildness && blank != NULL;
    if (!broken) {
        append(text, line, length);
    } else {
        append(text, line, (size_t)(blank - line));
        add(text, inside[chance(sizeof inside / sizeof *inside)]);
        append(text, blank + 1, (size_t)(line + length - blank - 1));
    }
    add(text, chance(16) < wildness ? " \n" : "\n");
}

static void make(const struct text *file, struct text *text)
{
    struct lines lines;
    pick_lines(file, &lines);
    size_t changes = chance(MOST_CHANGES), wildness = chance(4);
    for (size_t i = 0; i < changes && lines.count > 0; i++)
        change_order(&lines);
    text->length = 0;
    add(text, "");
    for (size_t i = 0; i < lines.count; i++)
        put_line(text, lines.begin[i], lines.length[i], wildness);
}

#endif
