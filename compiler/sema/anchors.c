/*
 * anchors.c - an anchor for each unit: #II.1, #dieu-5.2.a, #II.1.-2.
 *
 * Owns what an anchor looks like: ASCII letters, figures, dots and dashes.
 * Numbers are taken as they stand.
 */
#include "sema/anchors.h"

struct qc_anchors qc_anchors_new(struct qc_arena *arena, struct qc_arena *scratch, size_t units)
{
    size_t capacity = 16;
    while (capacity < units * 2)
        capacity *= 2;
    return (struct qc_anchors){ .arena = arena,
                                .scratch = scratch,
                                .prints = qc_alloc_array(scratch, capacity, sizeof(uint32_t)),
                                .mask = capacity - 1 };
}

/* Copies a number; returns its end. Anchors are ASCII, and no other letter of a number has two bytes. */
static char *put_number(char *to, struct qc_str number)
{
    for (size_t i = 0; i < number.len; i++) {
        bool ascii = (unsigned char)number.ptr[i] < 0x80;
        *to++ = ascii ? number.ptr[i] : 'd'; /* đ, Đ: dd */
    }
    return to;
}

/* Figures of a number at the end of room; returns where they begin. */
static struct qc_str count_of(char room[], size_t size, unsigned count)
{
    size_t at = size;
    do {
        room[--at] = (char)('0' + count % 10);
        count /= 10;
    } while (count > 0);
    return (struct qc_str){ room + at, size - at };
}

static char *take(struct qc_anchors *anchors, size_t length)
{
    enum { SEVERAL = 1024 };
    if (length > anchors->left) {
        anchors->left = length > SEVERAL ? length : SEVERAL;
        anchors->room = qc_alloc_bytes(anchors->arena, anchors->left);
    }
    char *anchor = anchors->room;
    anchors->room += length;
    anchors->left -= length;
    return anchor;
}

/* Articles are numbered through the text, so their path begins anew. Items are counted. */
static struct qc_str anchor_of(struct qc_anchors *anchors, const struct qc_unit *unit)
{
    char figures[10]; /* of 32 bits */
    bool inside = unit->parent->parent != NULL && unit->marker.style != QC_STYLE_ARTICLE;
    struct qc_str path = inside ? unit->parent->anchor : QC_STR("");
    struct qc_str style = qc_str_from(qc_style_info(unit->marker.style)->anchor);
    struct qc_str number = qc_marker_number(&unit->marker);
    if (number.len == 0)
        number = count_of(figures, sizeof figures, unit->ordinal);
    size_t length = path.len + inside + style.len + number.len;
    char *anchor = take(anchors, length), *to = anchor;
    if (inside) {
        memcpy(to, path.ptr, path.len);
        to += path.len;
        *to++ = '.';
    }
    memcpy(to, style.ptr, style.len);
    put_number(to + style.len, number);
    return (struct qc_str){ anchor, length };
}

/* False when an anchor like this may have been before. */
static bool is_new(struct qc_anchors *anchors, struct qc_str anchor)
{
    size_t hash = qc_hash(anchor), i = hash >> sizeof hash * 4 & anchors->mask;
    uint32_t print = (uint32_t)hash == 0 ? 1 : (uint32_t)hash;
    while (anchors->prints[i] != 0) {
        if (anchors->prints[i] == print)
            return false;
        i = (i + 1) & anchors->mask;
    }
    anchors->prints[i] = print;
    return true;
}

static void keep_all_before(struct qc_anchors *anchors, const struct qc_unit *unit)
{
    struct qc_unit *before = unit->parent;
    while (before->parent != NULL)
        before = before->parent;
    anchors->exact = true;
    for (before = qc_unit_next(before); before != unit; before = qc_unit_next(before))
        qc_map_add(anchors->scratch, &anchors->taken, before->anchor, before);
}

/* A number that stands twice: the second is IV.2-2. */
static struct qc_str untaken(struct qc_anchors *anchors, struct qc_unit *unit, struct qc_str plain)
{
    struct qc_str anchor = plain;
    struct qc_unit *holder = qc_map_add(anchors->scratch, &anchors->taken, anchor, unit);
    while (holder != unit) {
        holder->repeats++;
        anchor = qc_str_format(anchors->arena, "%.*s-%u", QC_STR_ARGS(plain), holder->repeats + 1);
        holder = qc_map_add(anchors->scratch, &anchors->taken, anchor, unit) == unit ? unit
                                                                                     : qc_map_get(&anchors->taken, plain);
    }
    return anchor;
}

void qc_anchors_set(struct qc_anchors *anchors, struct qc_unit *unit)
{
    unit->anchor = anchor_of(anchors, unit);
    if (!anchors->exact && is_new(anchors, unit->anchor))
        return;
    if (!anchors->exact)
        keep_all_before(anchors, unit);
    unit->anchor = untaken(anchors, unit, unit->anchor);
}
