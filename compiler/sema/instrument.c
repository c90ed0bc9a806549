/*
 * instrument.c - finds entries of the registry, and whether they are in force.
 *
 * Owns nothing: the registry is static data. Must not report.
 */
#include "sema/instrument.h"

#include "base/utf8.h"
#include "sema/registry.h"

/* Of an entry that need not be made for it. */
static struct qc_str name_of(size_t index)
{
    return qc_registry_text(qc_registry_rows[index].name);
}

static struct qc_str number_of(size_t index)
{
    return qc_registry_text(qc_registry_rows[index].number);
}

enum qc_force qc_instrument_force(const struct qc_instrument *instrument, struct qc_date day)
{
    long number = qc_date_number(day);
    if (number == 0)
        return QC_FORCE_UNKNOWN;
    long from = qc_date_number(instrument->from), until = qc_date_number(instrument->until);
    if (until != 0 && number >= until)
        return QC_FORCE_ENDED;
    long issued = qc_date_number(instrument->issued);
    if ((from != 0 && number < from) || (issued != 0 && number < issued))
        return QC_FORCE_NOT_YET;
    return from == 0 && until == 0 ? QC_FORCE_UNKNOWN : QC_FORCE_IN;
}

struct qc_str qc_instrument_links(struct qc_arena *arena, const struct qc_str links[QC_INSTRUMENT_LINKS],
                                  struct qc_str separator)
{
    struct qc_buf buf = { .arena = arena };
    for (size_t i = 0; i < QC_INSTRUMENT_LINKS && links[i].len > 0; i++)
        qc_buf_item(&buf, separator, links[i]);
    return qc_buf_str(&buf);
}

const struct qc_instrument *qc_registry_link(struct qc_str name)
{
    for (size_t i = 0; i < qc_registry_count && name.len > 0; i++)
        if (qc_str_equal(name_of(i), name))
            return qc_registry_at(i);
    return NULL;
}

const struct qc_instrument *qc_instrument_successor(const struct qc_instrument *instrument, struct qc_date day)
{
    for (size_t steps = 0; steps < qc_registry_count && instrument != NULL; steps++) { /* no circle is endless */
        if (instrument->replaced_by[1].len > 0)
            return NULL;
        instrument = qc_registry_link(instrument->replaced_by[0]);
        if (instrument == NULL || qc_instrument_force(instrument, day) != QC_FORCE_ENDED)
            break;
    }
    return instrument != NULL && qc_instrument_force(instrument, day) == QC_FORCE_IN ? instrument : NULL;
}

/* Can a name have this key? Says no to nearly every name without a look at its letters. */
static bool may_have_key(struct qc_str name, struct qc_str key, bool bare)
{
    return name.len == key.len || (bare && name.len > key.len && qc_utf8_count(name) == key.len);
}

/* Is this what was typed, whose key it is? */
static bool is_typed(struct qc_arena *arena, struct qc_str name, struct qc_str key, bool bare)
{
    return key.len > 0 && may_have_key(name, key, bare) && qc_name_matches(key, qc_name_key(arena, name));
}

const struct qc_instrument *qc_registry_name(struct qc_arena *arena, struct qc_str name)
{
    struct qc_str key = qc_name_key(arena, name);
    bool bare = qc_str_is_ascii(key);
    for (size_t i = 0; i < qc_registry_count; i++)
        if (is_typed(arena, name_of(i), key, bare))
            return qc_registry_at(i);
    return NULL;
}

/* --- numbers -------------------------------------------------------------- */

/* A letter of a number as it is compared: Đ, the letters that are typed for it, and D are one. */
static unsigned folded(unsigned c)
{
    switch (c) {
    case 0x110: case 0x111: /* Đ */
    case 0xD0: case 0xF0:   /* of Icelandic */
    case 0x189: case 0x256: /* of African languages */
        return 'd';
    default: return qc_lower(c);
    }
}

/* Marks and blanks part letters and figures, whichever of them it is. */
static bool is_parting(unsigned c)
{
    return c == '/' || c == '-' || c == '_' || c == '.' || qc_is_blank(c) || (c >= 0x2010 && c <= 0x2015);
}

/* A number on the way through its normal form. */
struct walk {
    struct qc_str text;
    size_t at;
    unsigned last, before; /* what was given out last, and before that; 0 at the start */
};

/* The next letter, figure or "-" of a number in normal form; 0 at its end. */
static unsigned next_of(struct walk *walk)
{
    bool parted = false, joined = false;
    unsigned c = 0;
    size_t n = 0;
    for (; walk->at < walk->text.len; walk->at += n) {
        c = folded(qc_utf8_decode(walk->text, walk->at, &n));
        if (c == '&')
            joined = true;
        else if (is_parting(c))
            parted = walk->last != 0;
        else if (c != '0' || walk->last != 0)
            break; /* no zero before the first figure */
    }
    if (walk->at == walk->text.len)
        return 0;
    bool ministry = walk->before == 'g' && walk->last == 'd' && c == 'd'; /* BGD-ĐT */
    walk->before = walk->last;
    if (parted && !joined && !ministry)
        return walk->last = '-';
    walk->at += n;
    return walk->last = c;
}

bool qc_number_same(struct qc_str a, struct qc_str b)
{
    struct walk left = { a, 0, 0, 0 }, right = { b, 0, 0, 0 };
    for (;;) {
        unsigned c = next_of(&left);
        if (c != next_of(&right))
            return false;
        if (c == 0)
            return left.last != 0;
    }
}

/* Its figures: two numbers that differ in them need no closer look. */
static unsigned figures_of(struct qc_str number)
{
    unsigned value = 0;
    for (size_t i = 0; i < number.len && number.ptr[i] >= '0' && number.ptr[i] <= '9'; i++)
        value = value * 10 + (unsigned)(number.ptr[i] - '0');
    return value;
}

const struct qc_instrument *qc_registry_number(struct qc_str number)
{
    unsigned figures = figures_of(number);
    for (size_t i = 0; i < qc_registry_count; i++)
        if (figures_of(number_of(i)) == figures && qc_number_same(number_of(i), number))
            return qc_registry_at(i);
    return NULL;
}

const struct qc_instrument *qc_registry_find(struct qc_arena *arena, struct qc_str typed)
{
    const struct qc_instrument *found = qc_registry_name(arena, typed);
    if (found != NULL || typed.len == 0 || typed.ptr[0] < '0' || typed.ptr[0] > '9')
        return found;
    found = qc_registry_number(typed);
    struct qc_str key = qc_name_key(arena, typed);
    bool bare = qc_str_is_ascii(key);
    for (size_t i = 0; found == NULL && i < qc_registry_count; i++)
        if (is_typed(arena, number_of(i), key, bare))
            found = qc_registry_at(i);
    return found;
}

/* "luat cong doan" of "luat cong doan 2024": a name that lacks its year. */
static bool lacks_year(struct qc_str key, struct qc_str name)
{
    return name.len > key.len + 1 && qc_str_starts(name, key) && name.ptr[key.len] == ' ' &&
           name.ptr[key.len + 1] >= '0' && name.ptr[key.len + 1] <= '9';
}

const struct qc_instrument *qc_registry_nearest(struct qc_arena *arena, struct qc_str typed, struct qc_date day,
                                                size_t *distance)
{
    struct qc_str key = qc_name_bare(arena, qc_name_key(arena, typed));
    size_t best = *distance;
    const struct qc_instrument *near = NULL;
    for (size_t i = 0; i < qc_registry_count && key.len > 0; i++) {
        struct qc_str name = qc_name_bare(arena, qc_name_key(arena, name_of(i)));
        struct qc_str number = qc_name_bare(arena, qc_name_key(arena, number_of(i)));
        size_t far = lacks_year(key, name) ? 0 : qc_name_distance(arena, key, name, best);
        size_t other = number.len == 0 ? far : qc_name_distance(arena, key, number, best);
        far = other < far ? other : far;
        bool newer = far == 0 && near != NULL && qc_instrument_force(near, day) != QC_FORCE_IN;
        if (far < best || (far == best && newer)) {
            best = far;
            near = qc_registry_at(i);
        }
    }
    *distance = best;
    return near;
}
