/*
 * str.c - string views and a string builder.
 *
 * Owns nothing: bytes live in the arena of the caller. Must not look at what
 * the bytes mean; code points are the matter of utf8.c.
 */
#include "base/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include "base/utf8.h"

/* Where the two bytes of needle stand in text, or NULL; the first of them is rare where it is looked for. */
static const char *find_pair(struct qc_str text, struct qc_str needle)
{
    const char *at = text.ptr, *last = text.ptr + text.len - 1;
    while (at < last && (at = memchr(at, needle.ptr[0], (size_t)(last - at))) != NULL) {
        if (at[1] == needle.ptr[1])
            return at;
        at++;
    }
    return NULL;
}

size_t qc_str_find(struct qc_str text, struct qc_str needle)
{
    if (needle.len == 0)
        return 0;
    const char *found = NULL;
    if (needle.len == 1 && text.len > 0)
        found = memchr(text.ptr, needle.ptr[0], text.len); /* four times as fast as memmem */
    else if (needle.len == 2 && text.len > 0)
        found = find_pair(text, needle);
    else if (text.len > 0)
        found = memmem(text.ptr, text.len, needle.ptr, needle.len);
    return found == NULL ? text.len : (size_t)(found - text.ptr);
}

struct qc_str qc_str_copy(struct qc_arena *arena, struct qc_str text)
{
    char *copy = qc_alloc_bytes(arena, text.len);
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    return (struct qc_str){ copy, text.len };
}

char *qc_str_terminated(struct qc_arena *arena, struct qc_str text)
{
    char *copy = qc_alloc(arena, text.len + 1);
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    return copy;
}

struct qc_str qc_str_vformat(struct qc_arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int needed = vsnprintf(NULL, 0, format, args);
    size_t len = needed < 0 ? 0 : (size_t)needed;
    char *text = qc_alloc_bytes(arena, len + 1);
    text[0] = '\0';
    if (len > 0)
        vsnprintf(text, len + 1, format, again);
    va_end(again);
    return (struct qc_str){ text, len };
}

struct qc_str qc_str_format(struct qc_arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct qc_str text = qc_str_vformat(arena, format, args);
    va_end(args);
    return text;
}

enum { SMALL = 32 }; /* a buffer that begins with so little will grow */

void qc_buf_reserve(struct qc_buf *buf, size_t more)
{
    if (more <= buf->capacity - buf->len)
        return;
    if (more > SIZE_MAX / 4 || buf->len > SIZE_MAX / 4)
        qc_arena_exhausted(buf->arena);
    size_t capacity = buf->capacity * 2;
    if (capacity < buf->len + more)
        capacity = buf->len + more + (more < SMALL ? SMALL : 0);
    buf->ptr = qc_grow_bytes(buf->arena, buf->ptr, buf->capacity, capacity);
    buf->capacity = capacity;
}

struct qc_str qc_buf_settle(struct qc_buf *buf)
{
    qc_arena_trim(buf->arena, buf->ptr, buf->capacity, buf->len);
    buf->capacity = buf->len;
    return qc_buf_str(buf);
}

void qc_buf_code(struct qc_buf *buf, unsigned code_point)
{
    qc_buf_reserve(buf, 4);
    buf->len += qc_utf8_encode(code_point, buf->ptr + buf->len);
}
