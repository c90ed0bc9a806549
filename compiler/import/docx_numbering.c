/*
 * docx_numbering.c - numbering.xml, and counting (ECMA-376, part 1, 17.9).
 *
 * Lists that use one numbering go on counting where another of them stopped,
 * unless they begin anew.
 */
#include "base/utf8.h"
#include "import/docx.h"
#include "import/signs.h"

static const struct {
    const char *name;
    enum import_numeral numeral;
} numerals[] = {
    { "none", IMPORT_NUMERAL_NONE },
    { "bullet", IMPORT_NUMERAL_BULLET },
    { "decimal", IMPORT_NUMERAL_DECIMAL },
    { "decimalZero", IMPORT_NUMERAL_TWO_DIGITS },
    { "lowerLetter", IMPORT_NUMERAL_SMALL_LETTER },
    { "upperLetter", IMPORT_NUMERAL_LETTER },
    { "lowerRoman", IMPORT_NUMERAL_SMALL_ROMAN },
    { "upperRoman", IMPORT_NUMERAL_ROMAN },
};

static enum import_numeral numeral_of(const char *name)
{
    for (size_t i = 0; name != NULL && i < sizeof numerals / sizeof *numerals; i++)
        if (strcmp(name, numerals[i].name) == 0)
            return numerals[i].numeral;
    return IMPORT_NUMERAL_OTHER;
}

/* w:rPr of a level: only its font says what sign a bullet is. */
static struct qc_str read_font(struct import_walk *walk)
{
    struct docx_look look = { 0 };
    docx_read_look(walk, &look);
    return look.font;
}

static void read_level(struct docx *docx, struct docx_level *level)
{
    struct import_walk *walk = &docx->walk;
    *level = (struct docx_level){ .numeral = IMPORT_NUMERAL_DECIMAL, .start = 0, .restart = -1 };
    while (qc_walk_child(walk)) {
        if (qc_walk_is(walk, "rPr")) {
            level->font = read_font(walk);
            continue;
        }
        const char *value = qc_walk_attribute(walk, "val");
        if (qc_walk_is(walk, "start"))
            level->start = qc_walk_number(walk, "val", 0);
        else if (qc_walk_is(walk, "numFmt"))
            level->numeral = numeral_of(value);
        else if (qc_walk_is(walk, "lvlText"))
            level->text = qc_walk_text(walk, "val");
        else if (qc_walk_is(walk, "pStyle"))
            level->style = qc_walk_text(walk, "val");
        else if (qc_walk_is(walk, "lvlRestart"))
            level->restart = qc_walk_number(walk, "val", -1);
        else if (qc_walk_is(walk, "isLgl"))
            level->legal = qc_walk_on(walk);
        else if (qc_walk_is(walk, "suff"))
            level->glued = value != NULL && strcmp(value, "nothing") == 0;
        qc_walk_skip(walk);
    }
}

/* The number of a level, or DOCX_LEVELS when it is none. */
static size_t level_number(const struct import_walk *walk)
{
    long level = qc_walk_number(walk, "ilvl", -1);
    return level < 0 || level >= DOCX_LEVELS ? DOCX_LEVELS : (size_t)level;
}

static void read_definition(struct docx *docx)
{
    struct import_walk *walk = &docx->walk;
    if (!docx_may_define(docx))
        return;
    struct docx_numbering *numbering = qc_alloc(docx->arena, sizeof *numbering);
    numbering->id = qc_walk_text(walk, "abstractNumId");
    for (size_t i = 0; i < DOCX_LEVELS; i++)
        numbering->levels[i] = (struct docx_level){ .numeral = IMPORT_NUMERAL_NONE, .restart = -1 };
    while (qc_walk_child(walk)) {
        size_t level = level_number(walk);
        if (qc_walk_is(walk, "lvl") && level < DOCX_LEVELS) {
            read_level(docx, &numbering->levels[level]);
            continue;
        }
        if (qc_walk_is(walk, "numStyleLink"))
            numbering->link = qc_walk_text(walk, "val");
        qc_walk_skip(walk);
    }
    qc_map_add(docx->arena, &docx->numberings, numbering->id, numbering);
}

static void read_override(struct docx *docx, struct docx_list *list)
{
    struct import_walk *walk = &docx->walk;
    size_t level = level_number(walk);
    while (qc_walk_child(walk)) {
        if (level < DOCX_LEVELS && qc_walk_is(walk, "lvl")) {
            list->level[level] = qc_alloc(docx->arena, sizeof *list->level[level]);
            read_level(docx, list->level[level]);
            continue;
        }
        if (level < DOCX_LEVELS && qc_walk_is(walk, "startOverride")) {
            list->starts[level] = true;
            list->start[level] = qc_walk_number(walk, "val", 1);
        }
        qc_walk_skip(walk);
    }
}

static void read_list(struct docx *docx)
{
    struct import_walk *walk = &docx->walk;
    if (!docx_may_define(docx))
        return;
    struct docx_list *list = qc_alloc(docx->arena, sizeof *list);
    struct qc_str id = qc_walk_text(walk, "numId");
    while (qc_walk_child(walk)) {
        if (qc_walk_is(walk, "lvlOverride")) {
            read_override(docx, list);
            continue;
        }
        if (qc_walk_is(walk, "abstractNumId"))
            list->numbering = qc_map_get(&docx->numberings, qc_walk_text(walk, "val"));
        qc_walk_skip(walk);
    }
    if (list->numbering != NULL)
        qc_map_add(docx->arena, &docx->lists, id, list);
}

void docx_read_numbering(struct docx *docx)
{
    struct import_walk *walk = &docx->walk;
    if (!qc_walk_child(walk)) /* w:numbering */
        return;
    while (qc_walk_child(walk)) {
        if (qc_walk_is(walk, "abstractNum"))
            read_definition(docx);
        else if (qc_walk_is(walk, "num"))
            read_list(docx);
        else
            qc_walk_skip(walk);
    }
}

/* ---- counting ---- */

static struct docx_list *find_list(struct docx *docx, long number)
{
    return qc_map_get(&docx->lists, qc_str_format(docx->arena, "%ld", number));
}

static const struct docx_level *level_of(const struct docx_list *list, size_t level)
{
    return list->level[level] != NULL ? list->level[level] : &list->numbering->levels[level];
}

/* The list of a paragraph, through the style that has its levels if it is defined there. */
static struct docx_list *list_of(struct docx *docx, const struct docx_place *place)
{
    struct docx_list *list = find_list(docx, place->number);
    if (list == NULL || list->numbering->link.len == 0)
        return list;
    struct docx_place linked = docx_style_place(docx, list->numbering->link);
    struct docx_list *other = linked.number > 0 ? find_list(docx, linked.number) : NULL;
    return other == NULL ? list : other;
}

static size_t level_in(const struct docx_list *list, const struct docx_place *place)
{
    if (place->level >= 0)
        return place->level < DOCX_LEVELS ? (size_t)place->level : DOCX_LEVELS - 1;
    for (size_t i = 0; place->style.len > 0 && i < DOCX_LEVELS; i++)
        if (qc_str_equal(level_of(list, i)->style, place->style))
            return i;
    return 0;
}

static void advance(struct docx_list *list, size_t level)
{
    struct docx_numbering *numbering = list->numbering;
    if (list->starts[level] && !list->started[level]) {
        numbering->value[level] = list->start[level];
    } else if (numbering->begun[level]) {
        numbering->value[level]++;
    } else {
        numbering->value[level] = level_of(list, level)->start;
    }
    numbering->begun[level] = list->started[level] = true;
    for (size_t i = level + 1; i < DOCX_LEVELS; i++) {
        long restart = level_of(list, i)->restart;
        if (restart < 0 || (restart > 0 && (long)level < restart))
            numbering->begun[i] = false;
    }
}

/* A number of a level in the text of another one. A higher level that has not come yet counts as at its start. */
static struct qc_str number_in(struct docx *docx, const struct docx_list *list, size_t level, bool legal)
{
    const struct docx_level *about = level_of(list, level);
    long value = list->numbering->begun[level] ? list->numbering->value[level]
                 : list->starts[level]         ? list->start[level]
                                               : about->start;
    return qc_import_numeral(docx->arena, legal ? IMPORT_NUMERAL_DECIMAL : about->numeral, value);
}

static struct qc_str bullet(struct docx *docx, const struct docx_level *level)
{
    struct qc_buf out = { .arena = docx->arena };
    struct qc_str text = qc_import_symbols(docx->arena, level->text, level->font);
    size_t n;
    unsigned code = qc_utf8_decode(text, 0, &n);
    if (n == 0)
        return qc_buf_str(&out);
    /* a hollow circle is an "o" of a typewriter font */
    qc_buf_code(&out, code == 'o' && n == text.len ? 0x25E6 : qc_import_symbol(code));
    qc_buf_add(&out, qc_str_skip(text, n));
    return qc_buf_str(&out);
}

static struct qc_str sign(struct docx *docx, const struct docx_list *list, size_t at, bool *lost)
{
    const struct docx_level *level = level_of(list, at);
    if (level->numeral == IMPORT_NUMERAL_BULLET)
        return bullet(docx, level);
    struct qc_buf out = { .arena = docx->arena };
    for (size_t i = 0; i < level->text.len; i++) {
        char c = level->text.ptr[i], digit = i + 1 < level->text.len ? level->text.ptr[i + 1] : 0;
        if (c != '%' || digit < '1' || digit > '9') {
            qc_buf_char(&out, c);
            continue;
        }
        size_t other = (size_t)(digit - '1');
        struct qc_str number = number_in(docx, list, other, level->legal);
        *lost = *lost || (number.len == 0 && level_of(list, other)->numeral != IMPORT_NUMERAL_NONE);
        qc_buf_add(&out, number);
        i++;
    }
    return qc_buf_str(&out);
}

struct qc_str docx_count(struct docx *docx, const struct docx_place *place, bool *lost)
{
    *lost = false;
    if (place->number <= 0)
        return QC_STR("");
    struct docx_list *list = list_of(docx, place);
    if (list == NULL)
        return QC_STR("");
    size_t at = level_in(list, place);
    advance(list, at);
    struct qc_str text = sign(docx, list, at, lost);
    if (*lost || text.len == 0)
        return QC_STR("");
    return level_of(list, at)->glued ? text : qc_str_format(docx->arena, "%.*s ", QC_STR_ARGS(text));
}
