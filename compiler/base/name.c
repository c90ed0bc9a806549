/*
 * name.c - how names are compared (language: "Names match with their marks,
 * or with none").
 *
 * Owns nothing. Must not be applied to prose: prose is never folded.
 */
#include <stdint.h>
#include <utf8proc.h>

#include "base/utf8.h"

/* A letter or mark of which the key has as many bytes, whatever stands beside it: those of nearly every name. */
static bool is_plain(unsigned c)
{
    if (c < 0x80)
        return c > ' ' && c != '-';
    return (c > 0xA0 && c < 0x1C0 && c != 0x130) || (c >= 0x1EA0 && c <= 0x1EF9);
}

struct qc_str qc_name_key(struct qc_arena *arena, struct qc_str name)
{
    size_t plain = 0, step;
    while (plain < name.len && is_plain(qc_utf8_decode(name, plain, &step)))
        plain += step;
    if (plain == name.len) {
        char *key = qc_alloc(arena, name.len);
        for (size_t i = 0; i < name.len; i += step)
            step = qc_utf8_encode(qc_lower(qc_utf8_decode(name, i, &step)), key + i);
        return (struct qc_str){ key, name.len };
    }
    name = qc_nfc(arena, name);
    struct qc_buf buf = { .arena = arena };
    bool gap = false;
    size_t n;
    for (size_t i = 0; i < name.len; i += n) {
        unsigned c = qc_utf8_decode(name, i, &n);
        if (qc_is_blank(c) || c == '-' || c == '\n') {
            gap = true;
            continue;
        }
        if (gap && buf.len > 0)
            qc_buf_char(&buf, ' ');
        gap = false;
        qc_buf_code(&buf, qc_lower(c));
    }
    return qc_buf_settle(&buf);
}

/* The letter under a precomposed letter's marks; đ has no decomposition and is mapped by hand. */
static unsigned base_letter(unsigned c)
{
    if (c < 0x80)
        return c;
    if (c == 0x111)
        return 'd';
    utf8proc_int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t)c, parts, 8, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE, &boundary);
    return count > 0 && count <= 8 ? (unsigned)parts[0] : c;
}

struct qc_str qc_name_bare(struct qc_arena *arena, struct qc_str key)
{
    struct qc_buf buf = { .arena = arena };
    size_t n;
    for (size_t i = 0; i < key.len; i += n) {
        unsigned c = qc_utf8_decode(key, i, &n);
        if (utf8proc_category((utf8proc_int32_t)c) != UTF8PROC_CATEGORY_MN)
            qc_buf_code(&buf, base_letter(c));
    }
    return qc_buf_settle(&buf);
}

bool qc_name_matches(struct qc_str typed_key, struct qc_str declared_key)
{
    if (qc_str_equal(typed_key, declared_key))
        return true;
    size_t at = 0, n;
    for (size_t i = 0; i < declared_key.len; i += n) {
        unsigned c = base_letter(qc_utf8_decode(declared_key, i, &n));
        if (c >= 0x80 || at == typed_key.len || (unsigned char)typed_key.ptr[at] != c)
            return false; /* a byte typed with a mark never equals an ASCII letter */
        at++;
    }
    return at == typed_key.len;
}

size_t qc_name_distance(struct qc_arena *arena, struct qc_str a, struct qc_str b, size_t limit)
{
    size_t rows = qc_utf8_count(a), columns = qc_utf8_count(b);
    if ((rows > columns ? rows - columns : columns - rows) > limit || rows > 64 || columns > 64)
        return limit + 1;
    size_t *row = qc_alloc_array(arena, columns + 1, sizeof *row);
    for (size_t j = 0; j <= columns; j++)
        row[j] = j;
    size_t step_a, step_b;
    for (size_t i = 0, at_a = 0; i < rows; i++, at_a += step_a) {
        unsigned code_a = qc_utf8_decode(a, at_a, &step_a);
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0, at_b = 0; j < columns; j++, at_b += step_b) {
            unsigned code_b = qc_utf8_decode(b, at_b, &step_b);
            size_t best = diagonal + (code_a != code_b);
            if (row[j + 1] + 1 < best)
                best = row[j + 1] + 1;
            if (row[j] + 1 < best)
                best = row[j] + 1;
            diagonal = row[j + 1];
            row[j + 1] = best;
        }
    }
    return row[columns] > limit ? limit + 1 : row[columns];
}
