/*
 * reference_target.c - the units that references mean: an index of numbered
 * units, and the walk from outer to inner parts.
 *
 * Owns the index. Where two units have the number, none is meant: which of
 * them is not guessed.
 */
#include "base/utf8.h"
#include "sema/reference_part.h"
#include "syntax/token.h"

/* --- the index: (class, number) to units in the order of the text -------------- */

/* Styles that are cited by the same word. */
enum class { CLASS_PART, CLASS_CHAPTER, CLASS_SECTION, CLASS_SIGN, CLASS_SUBSECTION, CLASS_ARTICLE, CLASS_CLAUSE,
             CLASS_POINT, CLASS_NONE };

/* All units of a class with one number. */
struct group {
    QC_VEC(const struct qc_unit *) units;
};

/* What a number means within a unit. */
struct found {
    const struct qc_unit *unit; /* the first; NULL when there is none */
    bool alone;
};

static enum class class_of(enum qc_style style)
{
    switch (style) {
    case QC_STYLE_PART: return CLASS_PART;
    case QC_STYLE_CHAPTER: return CLASS_CHAPTER;
    case QC_STYLE_SECTION: return CLASS_SECTION;
    case QC_STYLE_SUBSECTION: return CLASS_SUBSECTION;
    case QC_STYLE_LETTER_SIGN:
    case QC_STYLE_ROMAN_SIGN: return CLASS_SIGN;
    case QC_STYLE_ARTICLE: return CLASS_ARTICLE;
    case QC_STYLE_DECIMAL1:
    case QC_STYLE_DECIMAL2:
    case QC_STYLE_DECIMAL3:
    case QC_STYLE_DECIMAL4: return CLASS_CLAUSE;
    case QC_STYLE_LETTER:
    case QC_STYLE_PAREN:
    case QC_STYLE_SMALL_ROMAN: return CLASS_POINT;
    default: return CLASS_NONE;
    }
}

enum { LONGEST_KEY = 32 }; /* no marker has so long a number */

static struct qc_str key_for(char key[LONGEST_KEY], enum class class, struct qc_str number)
{
    key[0] = (char)class;
    memcpy(key + 1, number.ptr, number.len);
    return (struct qc_str){ key, number.len + 1 };
}

static bool is_plain_figure(struct qc_str number)
{
    bool plain = number.len > 0 && number.ptr[0] != '0';
    for (size_t i = 0; i < number.len; i++)
        plain = plain && number.ptr[i] >= '0' && number.ptr[i] <= '9';
    return plain;
}

/* Is it so that its small letters are itself? */
static bool is_small(struct qc_str number)
{
    for (size_t i = 0; i < number.len; i++) {
        char c = number.ptr[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.'))
            return false;
    }
    return true;
}

/* Figures for a Roman numeral and for "07"; else the number in small letters. Letters of signs are no numerals. */
static struct qc_str number_of(struct qc_arena *arena, const struct qc_unit *unit)
{
    const struct qc_marker *marker = &unit->marker;
    struct qc_str number = qc_marker_number(marker);
    if (qc_marker_prefix(marker).len > 0 || qc_style_info(marker->style)->numbering == QC_NUMBERING_LETTER ||
        marker->style == QC_STYLE_SMALL_ROMAN || marker->value == 0)
        return is_small(number) ? number : qc_name_key(arena, number);
    return is_plain_figure(number) ? number : qc_str_format(arena, "%u", marker->value);
}

static void add_to_index(struct qc_references *references, const struct qc_unit *unit, enum class class)
{
    struct qc_arena *arena = references->arena;
    char bytes[LONGEST_KEY];
    struct qc_str number = number_of(arena, unit);
    if (number.len + 1 > sizeof bytes)
        return;
    struct qc_str key = key_for(bytes, class, number);
    struct group *group = qc_map_get(&references->index, key);
    if (group == NULL) {
        group = qc_alloc(arena, sizeof *group);
        qc_map_add(arena, &references->index, qc_str_copy(arena, key), group);
    }
    *qc_vec_push(arena, &group->units) = unit;
}

static bool is_inner(enum class class)
{
    return class == CLASS_CLAUSE || class == CLASS_POINT;
}

/* Of parts, chapters, sections and articles; clauses and points, which are many, are seldom looked for in much text. */
static void make_index(struct qc_references *references)
{
    references->indexed = true;
    for (struct qc_unit *unit = qc_unit_next(references->document->root); unit != NULL; unit = qc_unit_next(unit)) {
        enum class class = class_of(unit->marker.style);
        if (class == CLASS_NONE || is_inner(class))
            continue;
        references->has_parts = references->has_parts || class == CLASS_PART;
        add_to_index(references, unit, class);
    }
}

static void index_inner_units(struct qc_references *references)
{
    references->indexed_inner = true;
    for (struct qc_unit *unit = qc_unit_next(references->document->root); unit != NULL; unit = qc_unit_next(unit))
        if (is_inner(class_of(unit->marker.style)))
            add_to_index(references, unit, class_of(unit->marker.style));
}

/* --- looking up ----------------------------------------------------------------- */

/* By looking at each unit. */
static struct found get_near(const struct qc_references *references, const struct qc_unit *around, enum class class,
                             struct qc_str number)
{
    struct found found = { NULL, false };
    struct qc_arena_mark mark = qc_arena_mark(references->arena);
    for (struct qc_unit *unit = around->first_child; unit != NULL && unit->place <= around->last_place;
         unit = qc_unit_next(unit)) {
        if (class_of(unit->marker.style) != class || !qc_str_equal(number_of(references->arena, unit), number))
            continue;
        found.alone = found.unit == NULL;
        if (!found.alone)
            break;
        found.unit = unit;
    }
    qc_arena_release(references->arena, mark);
    return found;
}

static struct found get_indexed(const struct qc_references *references, const struct qc_unit *around, enum class class,
                                struct qc_str number)
{
    char bytes[LONGEST_KEY];
    struct found found = { NULL, false };
    const struct group *group =
        number.len + 1 > sizeof bytes ? NULL : qc_map_get(&references->index, key_for(bytes, class, number));
    if (group == NULL)
        return found;
    size_t low = 0, high = group->units.count; /* the first unit behind the one around it */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (group->units.items[middle]->place <= around->place)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < group->units.count && group->units.items[low]->place <= around->last_place) {
        found.unit = group->units.items[low];
        found.alone = low + 1 == group->units.count || group->units.items[low + 1]->place > around->last_place;
    }
    return found;
}

static struct found get(struct qc_references *references, const struct qc_unit *around, enum class class,
                        struct qc_str number)
{
    enum { NEAR = 100 }; /* units, to look at which costs less than to make an index */
    if (is_inner(class) && around->last_place - around->place <= NEAR)
        return get_near(references, around, class, number);
    if (is_inner(class) && !references->indexed_inner)
        index_inner_units(references);
    return get_indexed(references, around, class, number);
}

/* Classes that a level may mean, the likeliest first; school plans cite "1." of "I." as "mục 1". */
static const enum class meanings[QC_REFERENCE_LEVELS][4] = {
    [QC_REFERENCE_PART] = { CLASS_PART, CLASS_SIGN, CLASS_NONE },
    [QC_REFERENCE_CHAPTER] = { CLASS_CHAPTER, CLASS_NONE },
    [QC_REFERENCE_SECTION] = { CLASS_SECTION, CLASS_SIGN, CLASS_CLAUSE, CLASS_NONE },
    [QC_REFERENCE_SUBSECTION] = { CLASS_SUBSECTION, CLASS_CLAUSE, CLASS_NONE },
    [QC_REFERENCE_ARTICLE] = { CLASS_ARTICLE, CLASS_NONE },
    [QC_REFERENCE_CLAUSE] = { CLASS_CLAUSE, CLASS_NONE },
    [QC_REFERENCE_POINT] = { CLASS_POINT, CLASS_CLAUSE, CLASS_NONE },
};

static struct found look_up(struct qc_references *references, const struct qc_unit *around,
                            const struct qc_reference_part *part)
{
    struct found found = { NULL, false };
    struct qc_str numeral = QC_STR("");
    unsigned value = part->level < QC_REFERENCE_ARTICLE ? qc_roman_value(part->number) : 0;
    bool figures = part->number.ptr[0] >= '0' && part->number.ptr[0] <= '9';
    if (value > 0)
        numeral = qc_str_format(references->arena, "%u", value);
    else if (figures && memchr(part->number.ptr, '.', part->number.len) == NULL) {
        size_t zeros = 0; /* "Điều 07" */
        while (zeros + 1 < part->number.len && part->number.ptr[zeros] == '0')
            zeros++;
        numeral = qc_str_skip(part->number, zeros);
    }
    for (size_t i = 0; meanings[part->level][i] != CLASS_NONE; i++) {
        enum class class = meanings[part->level][i];
        if (class == CLASS_CLAUSE && !figures)
            continue;
        if (numeral.len > 0)
            found = get(references, around, class, numeral);
        if (found.unit == NULL)
            found = get(references, around, class, part->number);
        if (found.unit != NULL)
            return found;
    }
    return found;
}

/* Whether a unit is what a level is called by. */
static bool is_at_level(const struct qc_unit *unit, enum qc_reference_level level)
{
    enum class class = class_of(unit->marker.style);
    if (level == QC_REFERENCE_SECTION)
        return class == CLASS_SECTION || class == CLASS_SIGN;
    return class == meanings[level][0];
}

static const struct qc_unit *enclosing(const struct qc_unit *unit, enum qc_reference_level level)
{
    while (unit != NULL && !is_at_level(unit, level))
        unit = unit->parent;
    return unit;
}

/* What bounds the search for a part that names nothing around it. */
static const struct qc_unit *nearest_holder(struct qc_references *references, const struct qc_reference_part *part,
                                            const struct qc_unit *unit)
{
    const struct qc_unit *root = references->document->root;
    if (unit == NULL || part->level == QC_REFERENCE_ARTICLE || part->level == QC_REFERENCE_PART)
        return root; /* chapters may begin anew in each part */
    for (const struct qc_unit *around = unit; around->parent != NULL; around = around->parent) {
        enum class class = class_of(around->marker.style);
        bool heading = class <= CLASS_ARTICLE;
        bool holds = part->level == QC_REFERENCE_CLAUSE  ? heading
                     : part->level == QC_REFERENCE_POINT ? heading || class == CLASS_CLAUSE
                                                         : class == CLASS_CHAPTER || class == CLASS_PART;
        if (holds && look_up(references, around, part).unit != NULL)
            return around;
        if (heading && class >= CLASS_SECTION && part->level >= QC_REFERENCE_CLAUSE)
            return around; /* clauses are cited within their article or section */
    }
    return root;
}

/* --- resolving -------------------------------------------------------------------- */

static void resolve_part(struct qc_references *references, const struct qc_reference *reference,
                         struct qc_reference_part *part, const struct qc_unit *unit)
{
    const struct qc_unit *around = references->document->root;
    if (part->itself) {
        part->unit = enclosing(unit, part->level);
        part->missing = part->unit == NULL;
        part->in = around;
        return;
    }
    if (part->around != QC_REFERENCE_NO_PART) {
        around = references->parts.items[part->around].unit;
        if (around == NULL)
            return; /* one mistake, one message */
    } else if (reference->scope == QC_REFERENCE_BARE || reference->count > 1) {
        around = nearest_holder(references, part, unit);
    }
    struct found found = look_up(references, around, part);
    part->missing = found.unit == NULL;
    part->in = around;
    part->unit = found.alone ? found.unit : NULL;
}

void qc_reference_resolve(struct qc_references *references, struct qc_reference *reference, const struct qc_unit *unit)
{
    if (!references->indexed)
        make_index(references);
    for (enum qc_reference_level level = QC_REFERENCE_PART; level < QC_REFERENCE_LEVELS; level++)
        for (size_t i = 0; i < reference->count; i++) {
            struct qc_reference_part *part = &references->parts.items[reference->first + i];
            if (part->level == level)
                resolve_part(references, reference, part, unit);
        }
}
