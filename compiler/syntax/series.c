/*
 * series.c - which series a marker belongs to, and whether it is one at all
 * (language, "Styles", "Paragraphs").
 *
 * Looks at the open units and at lines further down; builds nothing.
 */
#include "base/utf8.h"
#include "syntax/units.h"

/* One capital: a letter or a Roman sign, whichever series it continues. False when it is no marker here. */
static bool settle_capital(struct qc_builder *builder, struct qc_marker *marker)
{
    const struct qc_unit *letters = qc_open_unit(builder, QC_STYLE_LETTER_SIGN);
    const struct qc_unit *romans = qc_open_unit(builder, QC_STYLE_ROMAN_SIGN);
    char capital = marker->number_length == 1 ? *qc_marker_number(marker).ptr : 0;
    bool has_roman_look = capital != 0 && strchr("IVXLC", capital) != NULL;
    unsigned roman = has_roman_look ? qc_roman_value(qc_marker_number(marker)) : 0;
    bool opens = qc_marker_may_open(marker);
    if (!opens && letters == NULL && !(has_roman_look && romans != NULL))
        return false;
    bool as_roman = has_roman_look && (romans != NULL || opens);
    if (as_roman && letters != NULL && !qc_continues_by_one(romans, roman)) {
        if (qc_continues_by_one(letters, marker->value))
            as_roman = false;
        else
            as_roman = capital == 'I' || capital == 'V' || capital == 'X';
    }
    if (as_roman) {
        marker->style = QC_STYLE_ROMAN_SIGN;
        marker->value = roman;
        marker->number_is_proper = true;
    }
    return true;
}

/* i) v) x): a letter that continues its series, or a small Roman numeral. */
static void settle_small(struct qc_builder *builder, struct qc_marker *marker)
{
    char letter = *qc_marker_number(marker).ptr;
    if (marker->number_length != 1 || strchr("ivx", letter) == NULL)
        return;
    const struct qc_unit *letters = qc_open_unit(builder, QC_STYLE_LETTER);
    const struct qc_unit *romans = qc_open_unit(builder, QC_STYLE_SMALL_ROMAN);
    if (qc_continues_by_one(letters, marker->value) || (letter != 'i' && romans == NULL))
        return;
    marker->style = QC_STYLE_SMALL_ROMAN;
    marker->value = qc_roman_value(qc_marker_number(marker));
    marker->number_is_proper = true;
}

/* A number has at most two digits, three where it continues its series; 2) after 1. continues that level. */
static bool settle_arabic(struct qc_builder *builder, struct qc_marker *marker)
{
    const struct qc_unit *same = qc_open_unit(builder, marker->style);
    if (marker->style == QC_STYLE_PAREN && same == NULL && marker->value != 1) {
        const struct qc_unit *clauses = qc_open_unit(builder, QC_STYLE_DECIMAL1);
        if (clauses != NULL) {
            marker->style = QC_STYLE_DECIMAL1;
            marker->closed_series = true;
            same = clauses;
        }
    }
    return qc_marker_may_open(marker) || qc_continues_by_one(same, marker->value);
}

bool qc_settle_marker(struct qc_builder *builder, struct qc_marker *marker)
{
    switch (marker->style) {
    case QC_STYLE_LETTER_SIGN: return settle_capital(builder, marker);
    case QC_STYLE_LETTER: settle_small(builder, marker); return true;
    case QC_STYLE_DECIMAL1:
    case QC_STYLE_DECIMAL2:
    case QC_STYLE_DECIMAL3:
    case QC_STYLE_DECIMAL4:
    case QC_STYLE_PAREN:
    case QC_STYLE_PARENS: return settle_arabic(builder, marker);
    default: return true; /* labels, Roman signs of several digits and bullets are what they look like */
    }
}

static unsigned last_code(struct qc_str text)
{
    size_t at = text.len, n;
    while (at > 0 && ((unsigned char)text.ptr[--at] & 0xC0) == 0x80) {
    }
    return text.len == 0 ? 0 : qc_utf8_decode(text, at, &n);
}

/* The next line with a marker of the style has the value 2. */
static bool is_followed_by_second(const struct qc_builder *builder, const struct qc_token *token)
{
    enum { LOOK_AHEAD = 100 }; /* lines; a wrapped marker is rare, and so is a longer first item */
    const struct qc_scanned_line *lines = builder->lines->items.items;
    for (size_t i = token->number + 1, seen = 0; i < builder->lines->items.count && seen < LOOK_AHEAD; i++) {
        struct qc_marker marker;
        struct qc_token later = qc_token_of(builder->source, &lines[i]);
        if (qc_marker_read(&builder->cx->arena, builder->source, &later, &marker) && marker.style == token->marker->style)
            return marker.value == 2;
        seen += later.line != QC_LINE_COMMENT;
    }
    return false;
}

/* The first of its series, and the next line with such a look is the second: "a) tổ chức họp;" "b) …". */
static bool begins_series(const struct qc_builder *builder, const struct qc_token *token)
{
    if (token->marker->value != 1 || qc_open_unit(builder, token->marker->style) != NULL)
        return false;
    struct qc_arena_mark mark = qc_arena_mark(&builder->cx->arena);
    bool begins = is_followed_by_second(builder, token);
    qc_arena_release(&builder->cx->arena, mark);
    return begins;
}

/* No "1.500 lượt người": a figure too long for the number of a unit, which is prose wherever it stands. */
static bool may_be_unit(const struct qc_builder *builder, const struct qc_marker *marker)
{
    return qc_style_info(marker->style)->numbering != QC_NUMBERING_ARABIC || qc_marker_may_open(marker) ||
           qc_continues_by_one(qc_open_unit(builder, marker->style), marker->value);
}

bool qc_marker_is_wrapped(const struct qc_builder *builder, const struct qc_token *token)
{
    if (!builder->paragraph_open || builder->unit->paragraph_count == 0)
        return false;
    struct qc_str above = qc_builder_text(builder, builder->last_line), rest = qc_builder_text(builder, token->rest);
    size_t n;
    unsigned last = last_code(above), first = qc_utf8_decode(rest, 0, &n);
    if (token->marker->style == QC_STYLE_DASH && last >= '0' && last <= '9' && first >= '0' && first <= '9')
        return true;
    /* "… quy định tại" / "Điều 5. …": but "… trách nhiệm của" / "a) Nhà trường" is a list */
    bool label = token->line == QC_LINE_LABEL;
    if (begins_series(builder, token) || !may_be_unit(builder, token->marker))
        return false;
    return (label && qc_line_is_left_open(above)) || (!builder->on_first_line && qc_end_mark(above) == 0 && qc_is_lower(first));
}
