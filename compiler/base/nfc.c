/*
 * nfc.c - the composed normal form (UAX #15).
 *
 * Unicode data and composition are utf8proc's. Its sorting of marks is by insertion, which costs the square of a long
 * row; here a row of any length costs what it is long.
 */
#include <utf8proc.h>

#include "base/bytes.h"
#include "base/utf8.h"
#include "base/vec.h"

bool qc_nfc_quick(struct qc_str text)
{
    if (qc_bytes_are_plain(text))
        return true;
    size_t n;
    for (size_t i = 0; i < text.len; i += n) {
        if ((unsigned char)text.ptr[i] < 0xCC) { /* below U+0300 */
            n = 1;
            continue;
        }
        unsigned c = qc_utf8_decode(text, i, &n);
        bool safe = c < 0x300 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2002 && c <= 0x203F);
        if (!safe)
            return false;
    }
    return true;
}

static unsigned mark_class(utf8proc_int32_t code)
{
    return code < 0x300 ? 0 : (unsigned)utf8proc_get_property(code)->combining_class;
}

/* Sorts a row of marks by class; those of one class stay as they stand. By counting: there are 256 classes. */
static void sort_marks(struct qc_arena *arena, utf8proc_int32_t *marks, size_t count)
{
    size_t place[257] = { 0 };
    for (size_t i = 0; i < count; i++)
        place[mark_class(marks[i]) + 1]++;
    for (size_t i = 1; i < 257; i++)
        place[i] += place[i - 1];
    utf8proc_int32_t *sorted = qc_alloc_array(arena, count, sizeof *sorted);
    for (size_t i = 0; i < count; i++)
        sorted[place[mark_class(marks[i])]++] = marks[i];
    memcpy(marks, sorted, count * sizeof *sorted);
}

static void order(struct qc_arena *arena, utf8proc_int32_t *codes, size_t count)
{
    for (size_t i = 0; i < count;) {
        size_t begin = i, last = 0;
        bool sorted = true;
        for (size_t class; i < count && (class = mark_class(codes[i])) != 0; i++) {
            sorted = sorted && class >= last;
            last = class;
        }
        if (!sorted)
            sort_marks(arena, codes + begin, i - begin);
        i += i == begin;
    }
}

struct qc_str qc_nfc(struct qc_arena *arena, struct qc_str text)
{
    if (qc_nfc_quick(text))
        return text;
    enum { MOST_PARTS = 4 }; /* of the decomposition of one code point (UAX #15) */
    utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    QC_VEC(utf8proc_int32_t) codes = { 0 };
    qc_vec_reserve(arena, &codes, text.len + 1);
    size_t n;
    int boundary = 0;
    for (size_t i = 0; i < text.len; i += n) {
        utf8proc_int32_t code = (utf8proc_int32_t)qc_utf8_decode(text, i, &n), parts[MOST_PARTS];
        utf8proc_ssize_t count = utf8proc_decompose_char(code, parts, MOST_PARTS, options, &boundary);
        for (utf8proc_ssize_t k = 0; k < count && k < MOST_PARTS; k++)
            *qc_vec_push(arena, &codes) = parts[k];
    }
    order(arena, codes.items, codes.count);
    /* composed in place, and encoded there: with a zero byte behind it */
    *qc_vec_push(arena, &codes) = 0;
    utf8proc_ssize_t length = utf8proc_reencode(codes.items, (utf8proc_ssize_t)codes.count - 1, options);
    return length < 0 ? text : (struct qc_str){ (const char *)codes.items, (size_t)length };
}
