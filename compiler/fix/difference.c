/*
 * difference.c - two versions of a file as a unified diff.
 *
 * Lines that stand once in both versions anchor the others: the longest chain
 * of them that keeps its order is taken as unchanged, and what lies between
 * two of them is compared from both ends. That costs n log n whatever the
 * texts are, and needs no table of all pairs; the result may say more than
 * the shortest one would, never anything wrong. Must not print.
 */
#include "fix/difference.h"

#include "base/map.h"

enum { CONTEXT = 3 };

typedef QC_VEC(struct qc_str) line_list;

/* A line of both versions. */
struct pair {
    size_t before, after; /* line numbers from 0 */
    size_t previous;      /* while chaining: the pair before it, or NONE */
};
#define NONE ((size_t)-1)

/* Where a text stands, while lines are counted. */
struct seen {
    size_t before, after;             /* the last place */
    size_t before_count, after_count;
};

struct difference {
    struct qc_arena *arena;
    line_list before, after;
    QC_VEC(struct pair) equal; /* lines that stay, in order; the last is the end of both */
};

/* Lines with their ends. */
static void cut_lines(struct qc_arena *arena, struct qc_str text, line_list *lines)
{
    while (text.len > 0) {
        const char *end = memchr(text.ptr, '\n', text.len);
        size_t length = end == NULL ? text.len : (size_t)(end - text.ptr) + 1;
        *qc_vec_push(arena, lines) = qc_str_slice(text, 0, length);
        text = qc_str_skip(text, length);
    }
}

/* --- what stays ------------------------------------------------------------- */

/* Equal lines from both ends of what lies between begin and end; then line by line where as many are left. */
static void add_between(struct difference *d, struct pair begin, struct pair end)
{
    while (begin.before < end.before && begin.after < end.after &&
           qc_str_equal(d->before.items[begin.before], d->after.items[begin.after])) {
        *qc_vec_push(d->arena, &d->equal) = begin;
        begin.before++;
        begin.after++;
    }
    size_t tail = 0;
    while (begin.before < end.before - tail && begin.after < end.after - tail &&
           qc_str_equal(d->before.items[end.before - tail - 1], d->after.items[end.after - tail - 1]))
        tail++;
    bool as_many = end.before - begin.before == end.after - begin.after;
    for (size_t i = 0; as_many && begin.before + i < end.before - tail; i++)
        if (qc_str_equal(d->before.items[begin.before + i], d->after.items[begin.after + i]))
            *qc_vec_push(d->arena, &d->equal) = (struct pair){ begin.before + i, begin.after + i, NONE };
    for (; tail > 0; tail--)
        *qc_vec_push(d->arena, &d->equal) = (struct pair){ end.before - tail, end.after - tail, NONE };
}

static struct seen *seen_of(struct difference *d, struct qc_map *map, struct qc_str line)
{
    struct seen *seen = qc_map_get(map, line);
    if (seen == NULL)
        seen = qc_map_add(d->arena, map, line, qc_alloc(d->arena, sizeof *seen));
    return seen;
}

typedef QC_VEC(struct pair) pair_list;

/* Lines that stand once in each version, in the order of the one before. */
static void find_unique(struct difference *d, pair_list *unique)
{
    struct qc_map map = { 0 };
    for (size_t i = 0; i < d->before.count; i++) {
        struct seen *seen = seen_of(d, &map, d->before.items[i]);
        seen->before = i;
        seen->before_count++;
    }
    for (size_t i = 0; i < d->after.count; i++) {
        struct seen *seen = seen_of(d, &map, d->after.items[i]);
        seen->after = i;
        seen->after_count++;
    }
    for (size_t i = 0; i < d->before.count; i++) {
        const struct seen *seen = qc_map_get(&map, d->before.items[i]);
        if (seen->before_count == 1 && seen->after_count == 1)
            *qc_vec_push(d->arena, unique) = (struct pair){ i, seen->after, NONE };
    }
}

/* The longest chain of pairs that keeps the order in the version after. Returns its last, or NONE. */
static size_t chain(struct qc_arena *arena, pair_list *unique)
{
    size_t *ends = qc_alloc_array(arena, unique->count + 1, sizeof *ends), longest = 0;
    for (size_t i = 0; i < unique->count; i++) {
        size_t low = 0, high = longest; /* how many chains end before this one's line */
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (unique->items[ends[middle]].after < unique->items[i].after)
                low = middle + 1;
            else
                high = middle;
        }
        unique->items[i].previous = low == 0 ? NONE : ends[low - 1];
        ends[low] = i;
        longest += low == longest;
    }
    return longest == 0 ? NONE : ends[longest - 1];
}

static void compare(struct difference *d)
{
    pair_list unique = { 0 }, anchors = { 0 };
    find_unique(d, &unique);
    for (size_t i = chain(d->arena, &unique); i != NONE; i = unique.items[i].previous)
        *qc_vec_push(d->arena, &anchors) = unique.items[i];
    struct pair at = { 0, 0, NONE }, end = { d->before.count, d->after.count, NONE };
    for (size_t i = anchors.count; i-- > 0;) {
        add_between(d, at, anchors.items[i]);
        at = anchors.items[i];
        *qc_vec_push(d->arena, &d->equal) = at;
        at.before++;
        at.after++;
    }
    add_between(d, at, end);
    *qc_vec_push(d->arena, &d->equal) = end;
}

/* --- changes ----------------------------------------------------------------- */

/* May a change begin or end there: not inside a character, nor inside a line end of two? */
static bool is_border(struct qc_str text, size_t at)
{
    bool inside = at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
    bool in_line_end = at > 0 && at < text.len && text.ptr[at - 1] == '\r' && text.ptr[at] == '\n';
    return !inside && !in_line_end;
}

/* Bytes begin to end of before become text, which differs from them. */
static void add_change(struct qc_arena *arena, struct qc_replacements *changes, struct qc_str before, size_t begin, size_t end,
                       struct qc_str text)
{
    size_t most = end - begin < text.len ? end - begin : text.len, head = 0, tail = 0;
    while (head < most && before.ptr[begin + head] == text.ptr[head])
        head++;
    while (head > 0 && !(is_border(before, begin + head) && is_border(text, head)))
        head--;
    while (tail < most - head && before.ptr[end - tail - 1] == text.ptr[text.len - tail - 1])
        tail++;
    while (tail > 0 && !(is_border(before, end - tail) && is_border(text, text.len - tail)))
        tail--;
    *qc_vec_push(arena, &changes->items) =
        (struct qc_replacement){ begin + head, end - tail, qc_str_slice(text, head, text.len - tail) };
}

/* Lines from number begin to number end, as one view; text is their version. */
static struct qc_str join(struct qc_str text, const line_list *lines, size_t begin, size_t end)
{
    const char *first = begin < lines->count ? lines->items[begin].ptr : text.ptr + text.len;
    const char *behind = end < lines->count ? lines->items[end].ptr : text.ptr + text.len;
    return (struct qc_str){ first, (size_t)(behind - first) };
}

static void add_changed_lines(struct difference *d, struct qc_str before, struct qc_str after, struct pair begin,
                              struct pair end, struct qc_replacements *changes)
{
    /* as many lines as before: each is changed for itself */
    bool as_many = end.before - begin.before == end.after - begin.after;
    while (begin.before < end.before || begin.after < end.after) {
        struct pair next = as_many ? (struct pair){ begin.before + 1, begin.after + 1, NONE } : end;
        struct qc_str old = join(before, &d->before, begin.before, next.before);
        size_t at = (size_t)(old.ptr - before.ptr);
        add_change(d->arena, changes, before, at, at + old.len, join(after, &d->after, begin.after, next.after));
        begin = next;
    }
}

void qc_difference_find(struct qc_arena *arena, struct qc_str before, struct qc_str after, struct qc_replacements *changes)
{
    struct difference d = { .arena = arena };
    if (qc_str_equal(before, after))
        return;
    cut_lines(arena, before, &d.before);
    cut_lines(arena, after, &d.after);
    compare(&d);
    struct pair begin = { 0, 0, NONE };
    for (size_t i = 0; i < d.equal.count; i++) {
        struct pair equal = d.equal.items[i];
        add_changed_lines(&d, before, after, begin, equal, changes);
        begin = (struct pair){ equal.before + 1, equal.after + 1, NONE };
    }
}

/* --- printing ---------------------------------------------------------------- */

/* As git and GNU diff write it: quoted when a byte of it would not pass, with a tab behind it when it has a blank. */
static void add_path(struct qc_buf *out, const char *marks, struct qc_str path)
{
    bool quoted = false, blank = false;
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];
        quoted = quoted || c < 0x20 || c == 0x7F || c == '"' || c == '\\';
        blank = blank || c == ' ';
    }
    while (path.len > 0 && path.ptr[0] == '/')
        path = qc_str_skip(path, 1);
    qc_buf_add(out, qc_str_slice(qc_str_from(marks), 0, 4));
    if (quoted)
        qc_buf_char(out, '"');
    qc_buf_add(out, qc_str_skip(qc_str_from(marks), 4));
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];
        if (quoted && (c < 0x20 || c >= 0x7F || c == '"' || c == '\\'))
            qc_buf_add(out, qc_str_format(out->arena, "\\%03o", c));
        else
            qc_buf_char(out, (char)c);
    }
    qc_buf_add(out, quoted ? QC_STR("\"\n") : blank ? QC_STR("\t\n") : QC_STR("\n"));
}

static void add_range(struct qc_buf *out, char sign, size_t first, size_t count)
{
    /* an empty range is said to stand behind the line before it */
    qc_buf_add(out, qc_str_format(out->arena, "%c%zu", sign, count == 0 ? first : first + 1));
    if (count != 1)
        qc_buf_add(out, qc_str_format(out->arena, ",%zu", count));
    qc_buf_char(out, ' ');
}

static void add_lines(struct qc_buf *out, char sign, const line_list *lines, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        qc_buf_char(out, sign);
        qc_buf_add(out, lines->items[i]);
        if (!qc_str_ends(lines->items[i], QC_STR("\n")))
            qc_buf_add(out, QC_STR("\n\\ No newline at end of file\n"));
    }
}

/* The lines from begin to end, the equal ones among them from number `from` on. */
static void add_hunk(struct qc_buf *out, const struct difference *d, struct pair begin, struct pair end, size_t from)
{
    qc_buf_add(out, QC_STR("@@ "));
    add_range(out, '-', begin.before, end.before - begin.before);
    add_range(out, '+', begin.after, end.after - begin.after);
    qc_buf_add(out, QC_STR("@@\n"));
    while (begin.before < end.before || begin.after < end.after) {
        struct pair equal = d->equal.items[from++];
        add_lines(out, '-', &d->before, begin.before, equal.before);
        add_lines(out, '+', &d->after, begin.after, equal.after);
        if (equal.before == end.before)
            return; /* the end of both */
        add_lines(out, ' ', &d->before, equal.before, equal.before + 1);
        begin = (struct pair){ equal.before + 1, equal.after + 1, NONE };
    }
}

/* Are the lines between two equal ones changed? */
static bool is_change(const struct difference *d, size_t index)
{
    struct pair at = { 0, 0, NONE };
    if (index > 0)
        at = (struct pair){ d->equal.items[index - 1].before + 1, d->equal.items[index - 1].after + 1, NONE };
    return d->equal.items[index].before != at.before || d->equal.items[index].after != at.after;
}

static void add_hunks(struct qc_buf *out, const struct difference *d)
{
    size_t count = d->equal.count;
    for (size_t i = 0; i < count; i++) {
        if (!is_change(d, i))
            continue;
        size_t from = i > CONTEXT ? i - CONTEXT : 0, last = i; /* changes lie before equal line `last` */
        for (size_t k = i + 1; k < count && k <= last + 2 * CONTEXT; k++)
            if (is_change(d, k))
                last = k;
        struct pair begin = d->equal.items[from], end = d->equal.items[last];
        if (i == 0)
            begin = (struct pair){ 0, 0, NONE };
        size_t behind = count - 1 - last < CONTEXT ? count - 1 - last : CONTEXT;
        end.before += behind;
        end.after += behind;
        add_hunk(out, d, begin, end, from);
        i = last;
    }
}

void qc_difference_print(struct qc_buf *out, struct qc_str path, struct qc_str before, struct qc_str after)
{
    struct difference d = { .arena = out->arena };
    if (qc_str_equal(before, after))
        return;
    cut_lines(d.arena, before, &d.before);
    cut_lines(d.arena, after, &d.after);
    compare(&d);
    add_path(out, "--- a/", path);
    add_path(out, "+++ b/", path);
    add_hunks(out, &d);
}
