/*
 * str.h - string views and a string builder.
 *
 * A view points into a source or into the arena; it is not terminated and
 * never freed. All text is valid UTF-8 in NFC once a source is loaded.
 */
#ifndef QC_BASE_STR_H
#define QC_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

struct qc_str {
    const char *ptr;
    size_t len;
};

#define QC_STR(literal) ((struct qc_str){ (literal), sizeof(literal) - 1 })
#define QC_STR_ARGS(str) (int)(str).len, (str).ptr /* for "%.*s" */

static inline struct qc_str qc_str_from(const char *text)
{
    return (struct qc_str){ text, strlen(text) };
}

static inline bool qc_str_equal(struct qc_str a, struct qc_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool qc_str_starts(struct qc_str text, struct qc_str prefix)
{
    return prefix.len == 0 || (text.len >= prefix.len && memcmp(text.ptr, prefix.ptr, prefix.len) == 0);
}

static inline bool qc_str_ends(struct qc_str text, struct qc_str suffix)
{
    return suffix.len == 0 ||
           (text.len >= suffix.len && memcmp(text.ptr + text.len - suffix.len, suffix.ptr, suffix.len) == 0);
}

/* An empty view may have no pointer at all, to which C allows nothing to be added, not even 0. */
static inline struct qc_str qc_str_slice(struct qc_str text, size_t begin, size_t end)
{
    return text.len == 0 ? text : (struct qc_str){ text.ptr + begin, end - begin };
}

/* The rest of text after its first count bytes. */
static inline struct qc_str qc_str_skip(struct qc_str text, size_t count)
{
    return qc_str_slice(text, count, text.len);
}

/* Text of eight bytes at most as one number, which no other text of that length has. */
static inline uint64_t qc_short_bytes(struct qc_str text)
{
    uint32_t head, tail; /* they may overlap */
    if (text.len >= sizeof head) {
        memcpy(&head, text.ptr, sizeof head);
        memcpy(&tail, text.ptr + text.len - sizeof tail, sizeof tail);
        return (uint64_t)tail << 32 | head;
    }
    return text.len == 0 ? 0
                         : (unsigned char)text.ptr[0] | (uint64_t)(unsigned char)text.ptr[text.len / 2] << 8 |
                               (uint64_t)(unsigned char)text.ptr[text.len - 1] << 16;
}

/* Offset of the first needle in text, or text.len. */
size_t qc_str_find(struct qc_str text, struct qc_str needle);

/* Copies text into the arena. */
struct qc_str qc_str_copy(struct qc_arena *arena, struct qc_str text);

/* Terminated copy in the arena, for the system's calls. */
char *qc_str_terminated(struct qc_arena *arena, struct qc_str text);

/* Text of a printf format, in the arena. */
struct qc_str qc_str_format(struct qc_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
struct qc_str qc_str_vformat(struct qc_arena *arena, const char *format, va_list args);

/* A growing string over the arena. */
struct qc_buf {
    struct qc_arena *arena;
    char *ptr;
    size_t len, capacity;
};

/* Makes room for more bytes behind those that are there. */
void qc_buf_reserve(struct qc_buf *buf, size_t more);

static inline void qc_buf_add(struct qc_buf *buf, struct qc_str text)
{
    if (text.len == 0)
        return;
    if (text.len > buf->capacity - buf->len)
        qc_buf_reserve(buf, text.len);
    memcpy(buf->ptr + buf->len, text.ptr, text.len);
    buf->len += text.len;
}

static inline void qc_buf_char(struct qc_buf *buf, char byte)
{
    if (buf->len == buf->capacity)
        qc_buf_reserve(buf, 1);
    buf->ptr[buf->len++] = byte;
}

/* Adds an item of a list: behind the separator, unless it is the first thing in the buffer. */
static inline void qc_buf_item(struct qc_buf *buf, struct qc_str separator, struct qc_str item)
{
    if (buf->len > 0)
        qc_buf_add(buf, separator);
    qc_buf_add(buf, item);
}

void qc_buf_code(struct qc_buf *buf, unsigned code_point);

static inline struct qc_str qc_buf_str(const struct qc_buf *buf)
{
    return (struct qc_str){ buf->ptr, buf->len };
}

/* The same of a buffer to which nothing is added any more: room that it did not need is given back. */
struct qc_str qc_buf_settle(struct qc_buf *buf);

#endif
