/*
 * docx_styles.c - styles.xml, and the properties of paragraphs and runs, which styles have as well.
 */
#include "import/docx.h"

#include <strings.h>

#include "base/limits.h"

static enum docx_switch read_switch(const struct import_walk *walk)
{
    return qc_walk_on(walk) ? DOCX_ON : DOCX_OFF;
}

static bool is_value(const struct import_walk *walk, const char *wanted)
{
    const char *value = qc_walk_attribute(walk, "val");
    return value != NULL && strcmp(value, wanted) == 0;
}

void docx_read_look(struct import_walk *walk, struct docx_look *look)
{
    while (qc_walk_child(walk)) {
        if (qc_walk_is(walk, "b"))
            look->bold = read_switch(walk);
        else if (qc_walk_is(walk, "i"))
            look->italic = read_switch(walk);
        else if (qc_walk_is(walk, "caps"))
            look->capitals = read_switch(walk);
        else if (qc_walk_is(walk, "vanish"))
            look->hidden = read_switch(walk);
        else if (qc_walk_is(walk, "vertAlign"))
            look->raised = is_value(walk, "superscript") ? DOCX_ON : DOCX_OFF;
        else if (qc_walk_is(walk, "rStyle"))
            look->style = qc_walk_text(walk, "val");
        else if (qc_walk_is(walk, "rFonts") && qc_walk_attribute(walk, "ascii") != NULL)
            look->font = qc_walk_text(walk, "ascii");
        qc_walk_skip(walk);
    }
}

static enum import_align align_of(const char *value)
{
    if (value == NULL)
        return IMPORT_ALIGN_UNKNOWN;
    if (strcmp(value, "center") == 0)
        return IMPORT_ALIGN_CENTER;
    return strcmp(value, "right") == 0 || strcmp(value, "end") == 0 ? IMPORT_ALIGN_RIGHT : IMPORT_ALIGN_LEFT;
}

static void read_number(struct import_walk *walk, struct docx_place *place)
{
    place->numbered = true;
    while (qc_walk_child(walk)) {
        if (qc_walk_is(walk, "numId"))
            place->number = qc_walk_number(walk, "val", -1);
        else if (qc_walk_is(walk, "ilvl"))
            place->level = qc_walk_number(walk, "val", -1);
        qc_walk_skip(walk);
    }
}

/* Properties of the paragraph's end: did a tracked change delete it? */
static void read_mark(struct import_walk *walk, struct docx_place *place)
{
    while (qc_walk_child(walk)) {
        place->mark_deleted = place->mark_deleted || qc_walk_is(walk, "del") || qc_walk_is(walk, "moveFrom");
        qc_walk_skip(walk);
    }
}

void docx_read_place(struct import_walk *walk, struct docx_place *place)
{
    while (qc_walk_child(walk)) {
        if (qc_walk_is(walk, "pStyle"))
            place->style = qc_walk_text(walk, "val");
        else if (qc_walk_is(walk, "jc"))
            place->align = align_of(qc_walk_attribute(walk, "val"));
        else if (qc_walk_is(walk, "outlineLvl"))
            place->outline = qc_walk_number(walk, "val", -1);
        if (qc_walk_is(walk, "numPr"))
            read_number(walk, place);
        else if (qc_walk_is(walk, "rPr"))
            read_mark(walk, place);
        else
            qc_walk_skip(walk);
    }
}

/* ---- the styles ---- */

bool docx_may_define(struct docx *docx)
{
    if (docx->definitions++ < QC_MAX_IMPORT_PARTS)
        return true;
    docx->walk.fault = IMPORT_FAULT_TOO_LARGE;
    return false;
}

/* "heading 1" to "heading 9", in any case: Word's own headings, whose level need not be said; -1: another style. */
static long heading_level(const char *name)
{
    static const char heading[] = "heading ";
    size_t length = sizeof heading - 1;
    bool named =
        name != NULL && strncasecmp(name, heading, length) == 0 && name[length] >= '1' && name[length] <= '9';
    return named && name[length + 1] == '\0' ? name[length] - '1' : -1;
}

static void read_style(struct docx *docx)
{
    struct import_walk *walk = &docx->walk;
    if (!docx_may_define(docx))
        return;
    struct docx_style *style = qc_alloc(docx->arena, sizeof *style);
    const char *type = qc_walk_attribute(walk, "type"), *standard = qc_walk_attribute(walk, "default");
    style->id = qc_walk_text(walk, "styleId");
    style->place = (struct docx_place){ .number = -1, .level = -1, .outline = -1 };
    if (type != NULL && strcmp(type, "paragraph") == 0 && standard != NULL && strcmp(standard, "0") != 0 &&
        strcmp(standard, "false") != 0)
        docx->default_style = style->id;
    while (qc_walk_child(walk)) {
        if (qc_walk_is(walk, "basedOn"))
            style->based_on = qc_walk_text(walk, "val");
        else if (qc_walk_is(walk, "name"))
            style->place.outline = heading_level(qc_walk_attribute(walk, "val"));
        if (qc_walk_is(walk, "rPr"))
            docx_read_look(walk, &style->look);
        else if (qc_walk_is(walk, "pPr"))
            docx_read_place(walk, &style->place);
        else
            qc_walk_skip(walk);
    }
    if (style->id.len > 0)
        qc_map_add(docx->arena, &docx->styles, style->id, style);
}

/* w:docDefaults: the look of a run is two elements further down. */
static void read_defaults(struct docx *docx)
{
    while (qc_walk_child(&docx->walk)) {
        if (qc_walk_is(&docx->walk, "rPrDefault"))
            read_defaults(docx);
        else if (qc_walk_is(&docx->walk, "rPr"))
            docx_read_look(&docx->walk, &docx->default_look);
        else
            qc_walk_skip(&docx->walk);
    }
}

void docx_read_styles(struct docx *docx)
{
    struct import_walk *walk = &docx->walk;
    if (!qc_walk_child(walk)) /* w:styles */
        return;
    while (qc_walk_child(walk)) {
        if (qc_walk_is(walk, "style"))
            read_style(docx);
        else if (qc_walk_is(walk, "docDefaults"))
            read_defaults(docx);
        else
            qc_walk_skip(walk);
    }
}

/* ---- what they say ---- */

struct docx_look docx_look_over(struct docx_look under, struct docx_look over)
{
    return (struct docx_look){
        .bold = over.bold != DOCX_UNSET ? over.bold : under.bold,
        .italic = over.italic != DOCX_UNSET ? over.italic : under.italic,
        .capitals = over.capitals != DOCX_UNSET ? over.capitals : under.capitals,
        .hidden = over.hidden != DOCX_UNSET ? over.hidden : under.hidden,
        .raised = over.raised != DOCX_UNSET ? over.raised : under.raised,
        .font = over.font.len > 0 ? over.font : under.font,
    };
}

struct docx_look docx_style_look(const struct docx *docx, struct qc_str id)
{
    struct docx_look look = { 0 };
    const struct docx_style *style = qc_map_get(&docx->styles, id);
    for (unsigned i = 0; style != NULL && i < DOCX_STYLE_CHAIN; i++) {
        look = docx_look_over(style->look, look);
        style = qc_map_get(&docx->styles, style->based_on);
    }
    return look;
}

struct docx_place docx_style_place(const struct docx *docx, struct qc_str id)
{
    struct docx_place place = { .number = -1, .level = -1, .outline = -1, .style = id };
    const struct docx_style *style = qc_map_get(&docx->styles, id);
    for (unsigned i = 0; style != NULL && i < DOCX_STYLE_CHAIN; i++) {
        const struct docx_place *said = &style->place;
        if (said->numbered && !place.numbered)
            place.style = style->id; /* whose level of the list it is */
        place.numbered = place.numbered || said->numbered;
        place.number = place.number >= 0 ? place.number : said->number;
        place.level = place.level >= 0 ? place.level : said->level;
        place.outline = place.outline >= 0 ? place.outline : said->outline;
        place.align = place.align != IMPORT_ALIGN_UNKNOWN ? place.align : said->align;
        style = qc_map_get(&docx->styles, style->based_on);
    }
    return place;
}
