/*
 * units.c - the body: which lines open units, how units nest, what is a
 * paragraph (language, "Nesting", "Title or sentence", "Paragraphs").
 *
 *     Kiểu dấu đang mở thì đi tiếp bậc ấy; kiểu mới nằm trong mục gần nhất
 *     có bậc cao hơn.
 *
 * Numbers are taken as written: a wrong one is never a move.
 */
#include "base/utf8.h"
#include "syntax/build.h"
#include "syntax/prose.h"

static struct qc_str text_of(const struct qc_builder *builder, struct qc_span span)
{
    return qc_str_slice(builder->source->text, span.begin, span.end);
}

/* The open unit of a style, innermost first; NULL when the style is not open. */
static struct qc_unit *open_unit(const struct qc_builder *builder, enum qc_style style)
{
    for (struct qc_unit *unit = builder->unit; unit->parent != NULL; unit = unit->parent)
        if (unit->marker.style == style)
            return unit;
    return NULL;
}

static bool continues_by_one(const struct qc_unit *unit, unsigned value)
{
    return unit != NULL && value != 0 && value == unit->marker.value + 1;
}

/* --- which series a marker belongs to --------------------------------- */

/* One capital: a letter or a Roman sign, whichever series it continues. False when it is no marker here. */
static bool settle_capital(struct qc_builder *builder, struct qc_marker *marker)
{
    const struct qc_unit *letters = open_unit(builder, QC_STYLE_LETTER_SIGN);
    const struct qc_unit *romans = open_unit(builder, QC_STYLE_ROMAN_SIGN);
    char capital = marker->number_length == 1 ? *qc_marker_number(marker).ptr : 0;
    bool has_roman_look = capital != 0 && strchr("IVXLC", capital) != NULL;
    unsigned roman = has_roman_look ? qc_roman_value(qc_marker_number(marker)) : 0;
    bool opens = qc_marker_may_open(marker);
    if (!opens && letters == NULL && !(has_roman_look && romans != NULL))
        return false;
    bool as_roman = has_roman_look && (romans != NULL || opens);
    if (as_roman && letters != NULL && !continues_by_one(romans, roman)) {
        if (continues_by_one(letters, marker->value))
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
    const struct qc_unit *letters = open_unit(builder, QC_STYLE_LETTER);
    const struct qc_unit *romans = open_unit(builder, QC_STYLE_SMALL_ROMAN);
    if (continues_by_one(letters, marker->value) || (letter != 'i' && romans == NULL))
        return;
    marker->style = QC_STYLE_SMALL_ROMAN;
    marker->value = qc_roman_value(qc_marker_number(marker));
    marker->number_is_proper = true;
}

/* A number has at most two digits, three where it continues its series; 2) after 1. continues that level. */
static bool settle_arabic(struct qc_builder *builder, struct qc_marker *marker)
{
    const struct qc_unit *same = open_unit(builder, marker->style);
    if (marker->style == QC_STYLE_PAREN && same == NULL && marker->value != 1) {
        const struct qc_unit *clauses = open_unit(builder, QC_STYLE_DECIMAL1);
        if (clauses != NULL) {
            marker->style = QC_STYLE_DECIMAL1;
            marker->closed_series = true;
            same = clauses;
        }
    }
    return qc_marker_may_open(marker) || continues_by_one(same, marker->value);
}

/* Decides the style of a marker among the open series. False: the line is prose. */
static bool settle(struct qc_builder *builder, struct qc_marker *marker)
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
    if (token->marker->value != 1 || open_unit(builder, token->marker->style) != NULL)
        return false;
    struct qc_arena_mark mark = qc_arena_mark(&builder->cx->arena);
    bool begins = is_followed_by_second(builder, token);
    qc_arena_release(&builder->cx->arena, mark);
    return begins;
}

/* A wrapped line that happens to open with a marker: it goes on with the sentence above. */
static bool is_wrapped(const struct qc_builder *builder, const struct qc_token *token)
{
    if (!builder->paragraph_open || builder->unit->paragraph_count == 0)
        return false;
    struct qc_str above = text_of(builder, builder->last_line), rest = text_of(builder, token->rest);
    size_t n;
    unsigned last = last_code(above), first = qc_utf8_decode(rest, 0, &n);
    if (token->marker->style == QC_STYLE_DASH && last >= '0' && last <= '9' && first >= '0' && first <= '9')
        return true;
    /* "… quy định tại" / "Điều 5. …": but "… trách nhiệm của" / "a) Nhà trường" is a list */
    bool label = token->line == QC_LINE_LABEL;
    if (begins_series(builder, token))
        return false;
    return (label && qc_line_is_left_open(above)) || (!builder->on_first_line && qc_end_mark(above) == 0 && qc_is_lower(first));
}

/* --- nesting ---------------------------------------------------------- */

static struct qc_unit *numbered(const struct qc_builder *builder, struct qc_str number, int below_rank)
{
    for (struct qc_unit *unit = builder->unit; unit->parent != NULL; unit = unit->parent)
        if (qc_style_info(unit->marker.style)->rank < below_rank && qc_str_equal(qc_marker_number(&unit->marker), number))
            return unit;
    return NULL;
}

/* Where a unit of this marker goes: beside the open one of its style, or under the nearest of a higher class. */
static struct qc_unit *parent_for(const struct qc_builder *builder, const struct qc_marker *marker)
{
    const struct qc_unit *same = open_unit(builder, marker->style);
    if (same != NULL)
        return same->parent;
    int rank = qc_style_info(marker->style)->rank;
    struct qc_str prefix = qc_marker_prefix(marker);
    if (prefix.len > 0) { /* 1.1 goes under the open unit numbered 1 */
        struct qc_unit *under = numbered(builder, prefix, rank);
        if (under != NULL)
            return under;
    }
    struct qc_unit *parent = builder->unit;
    if (marker->style == QC_STYLE_STAR)
        return parent; /* closes nothing */
    while (parent->parent != NULL && qc_style_info(parent->marker.style)->rank > rank) {
        if (parent->marker.style == QC_STYLE_STAR && !qc_style_is_heading(marker->style))
            break; /* a star takes any clause, point or item */
        parent = parent->parent;
    }
    return parent;
}

static void add_unit(struct qc_builder *builder, const struct qc_token *token)
{
    /* written as a whole: memory that is read before it is written is fetched twice */
    struct qc_unit *unit = qc_alloc_bytes(&builder->cx->arena, sizeof *unit);
    struct qc_unit *parent = parent_for(builder, token->marker);
    *unit = (struct qc_unit){ .marker = *token->marker, .parent = parent, .depth = parent->depth + 1 };
    /* behind the unit beside it, the outermost of those that it closes */
    struct qc_unit *beside = builder->unit;
    while (beside != parent && beside->parent != parent)
        beside = beside->parent;
    *(beside == parent ? &parent->first_child : &beside->next) = unit;
    builder->unit = unit;
}

/* Room for one more paragraph. Most units have one; behind it the room is doubled each time it is full. */
static struct qc_prose *next_paragraph(struct qc_arena *arena, struct qc_unit *unit)
{
    size_t further = unit->paragraph_count;
    if (unit->paragraph_count++ == 0)
        return &unit->first;
    further--;
    if ((further & (further - 1)) == 0) /* 0, 1, 2, 4, 8 … are full */
        unit->further = qc_realloc(arena, unit->further, further * sizeof *unit->further,
                                   (further == 0 ? 1 : further * 2) * sizeof *unit->further);
    return &unit->further[further];
}

static struct qc_prose *last_paragraph(struct qc_unit *unit)
{
    return unit->paragraph_count == 1 ? &unit->first : &unit->further[unit->paragraph_count - 2];
}

static void add_paragraph(struct qc_builder *builder, struct qc_span span, uint32_t indent)
{
    *next_paragraph(&builder->cx->arena, builder->unit) = qc_prose_of(builder->source, span);
    builder->paragraph_indent = indent;
}

static void remember_line(struct qc_builder *builder, struct qc_span span, uint32_t indent)
{
    builder->last_line = span;
    builder->last_indent = indent;
    builder->paragraph_open = true;
}

static void report_marker(struct qc_builder *builder, const struct qc_token *token)
{
    struct qc_compilation *cx = builder->cx;
    const struct qc_marker *marker = token->marker;
    struct qc_span span = qc_marker_span(marker);
    if (token->glued) {
        struct qc_diagnostic *d = qc_report(cx, span, QC_MSG(marker_no_blank), QC_STR_ARGS(qc_marker_text(marker)));
        qc_fix(cx, d, (struct qc_span){ span.end, span.end, span.file }, QC_STR(" "));
        d->fix_is_safe = true;
    }
    if (marker->closed_series) {
        struct qc_diagnostic *d =
            qc_report(cx, span, QC_MSG(marker_closes_other), QC_STR_ARGS(qc_marker_text(marker)));
        const struct qc_unit *series = open_unit(builder, marker->style);
        qc_fix(cx, d, (struct qc_span){ qc_marker_number_span(marker).end, span.end, span.file },
               series == NULL ? QC_STR(".") : qc_marker_separator(&series->marker));
        d->fix_is_safe = true;
    }
}

void qc_build_unit(struct qc_builder *builder, const struct qc_token *token)
{
    qc_build_break(builder, token);
    struct qc_token line = *token;
    struct qc_marker marker = *token->marker; /* settled here; the token stays what it looks like */
    line.marker = &marker;
    if (is_wrapped(builder, &line)) {
        struct qc_diagnostic *d =
            qc_report(builder->cx, qc_marker_span(&marker), QC_MSG(marker_wrapped), QC_STR_ARGS(qc_marker_text(&marker)));
        qc_fix(builder->cx, d, (struct qc_span){ builder->last_line.end, line.span.begin, line.span.file },
               QC_STR(" "));
        qc_prose_join(&builder->cx->arena, last_paragraph(builder->unit), builder->source, line.span);
        remember_line(builder, line.span, line.indent);
        builder->on_first_line = false;
        return;
    }
    if (!settle(builder, line.marker)) {
        qc_build_unit_line(builder, &line);
        return;
    }
    report_marker(builder, &line);
    add_unit(builder, &line);
    if (line.rest.begin < line.rest.end)
        add_paragraph(builder, line.rest, line.indent);
    builder->paragraph_indent = line.indent;
    builder->on_first_line = true;
    remember_line(builder, line.span, line.indent);
}

static void report_no_mark(struct qc_builder *builder, struct qc_span look)
{
    struct qc_diagnostic *d =
        qc_report(builder->cx, look, QC_MSG(heading_without_mark), QC_STR_ARGS(text_of(builder, look)));
    qc_fix(builder->cx, d, (struct qc_span){ look.end, look.end, look.file }, QC_STR("."));
}

/* "II NHIỆM VỤ": a Roman numeral and capitals, but no mark between. */
static void report_sign_look(struct qc_builder *builder, const struct qc_token *token)
{
    struct qc_str text = text_of(builder, token->span);
    size_t digits = 0;
    while (digits < text.len && strchr("IVX", text.ptr[digits]) != NULL)
        digits++;
    if (digits == 0 || digits > 5 || digits == text.len || text.ptr[digits] != ' ')
        return;
    struct qc_str title = qc_str_trim(qc_str_skip(text, digits));
    if (qc_utf8_count(title) >= 3 && qc_str_is_capitals(title))
        report_no_mark(builder, (struct qc_span){ token->span.begin, token->span.begin + (uint32_t)digits,
                                                  token->span.file });
}

/* "Điều 4 Luật Giáo dục …" is a reference: the word behind the number is a type of instrument. */
static bool opens_with_instrument(struct qc_str text)
{
    static const char *const types[] = { "Luật",       "Bộ luật",   "Pháp lệnh",  "Hiến pháp", "Nghị định", "Nghị quyết",
                                         "Quyết định", "Thông tư",  "Chỉ thị",    "Quy chế",   "Quy định",  "Điều lệ",
                                         "Hướng dẫn",  "Công văn",  "Kế hoạch",   "Chương",    "Mục",       "Phần" };
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (qc_str_starts(text, qc_str_from(types[i])))
            return true;
    return false;
}

/* Value of the Arabic or Roman number at text[*at], and where it ends. */
static unsigned number_at(struct qc_str text, size_t *at)
{
    size_t begin = *at;
    unsigned value = 0;
    for (; *at < text.len && text.ptr[*at] >= '0' && text.ptr[*at] <= '9' && *at < begin + 3; ++*at)
        value = value * 10 + (unsigned)(text.ptr[*at] - '0');
    if (*at > begin)
        return value;
    while (*at < text.len && text.ptr[*at] != '\0' && strchr("IVXLC", text.ptr[*at]) != NULL)
        ++*at;
    return qc_roman_value(qc_str_slice(text, begin, *at));
}

/* "Điều 2 Hiệu lực thi hành": the next article, a capital and no end mark, but no mark after the number. */
static void report_label_look(struct qc_builder *builder, const struct qc_token *token)
{
    struct qc_str text = text_of(builder, token->span);
    size_t word = qc_str_find(text, QC_STR(" ")), end = word + 1, n;
    int style;
    bool may_lack;
    if (end >= text.len || qc_label_find(&builder->cx->arena, qc_str_slice(text, 0, word), &style, &may_lack) < 0)
        return;
    unsigned value = number_at(text, &end);
    bool next = continues_by_one(open_unit(builder, (enum qc_style)style), value);
    if (!next || end + 1 >= text.len || text.ptr[end] != ' ' || qc_end_mark(text) != 0 || qc_line_is_left_open(text))
        return;
    struct qc_str title = qc_str_skip(text, end + 1);
    if (qc_is_upper(qc_utf8_decode(title, 0, &n)) && !opens_with_instrument(title))
        report_no_mark(builder, (struct qc_span){ token->span.begin, token->span.begin + (uint32_t)end,
                                                  token->span.file });
}

void qc_build_unit_line(struct qc_builder *builder, const struct qc_token *token)
{
    qc_build_break(builder, token);
    struct qc_unit *unit = builder->unit;
    struct qc_line_place above = { builder->last_line, builder->last_indent };
    struct qc_line_place line = { qc_plain_line(builder->source, token), token->indent };
    bool heading = unit->parent != NULL && qc_style_is_heading(unit->marker.style);
    bool in_title = heading && unit->paragraph_count == 1;
    struct qc_str text = text_of(builder, line.span);
    bool label = qc_str_starts(text, QC_STR("{#")) && qc_str_find(text, QC_STR("}")) == text.len - 1;
    if (label && unit->paragraph_count > 0) { /* a label alone on its line belongs to the paragraph above */
        qc_prose_join(&builder->cx->arena, last_paragraph(unit), builder->source, line.span);
        return;
    }
    bool continues = builder->paragraph_open && unit->paragraph_count > 0 && token->line != QC_LINE_ESCAPED &&
                     qc_line_continues(builder->source, above, builder->paragraph_indent, line, in_title);
    if (continues) {
        qc_prose_join(&builder->cx->arena, last_paragraph(unit), builder->source, line.span);
    } else {
        report_sign_look(builder, token);
        report_label_look(builder, token);
        add_paragraph(builder, line.span, token->indent);
    }
    /* the title of a heading that is but a label is in effect its first line */
    builder->on_first_line = heading && unit->paragraph_count == 1 && !continues;
    remember_line(builder, line.span, token->indent);
}

/* --- title or sentence ------------------------------------------------ */

/* The whole text stands in one pair of double stars. */
static bool is_wholly_strong(struct qc_str text)
{
    return text.len > 4 && qc_str_starts(text, QC_STR("**")) && qc_str_ends(text, QC_STR("**")) &&
           qc_str_find(qc_str_slice(text, 2, text.len - 2), QC_STR("**")) == text.len - 4;
}

static enum qc_form form_of(const struct qc_unit *unit)
{
    if (unit->paragraph_count == 0)
        return QC_FORM_SENTENCE;
    struct qc_str first = unit->first.text;
    bool article = unit->marker.style == QC_STYLE_ARTICLE;
    if (!article && (qc_style_is_heading(unit->marker.style) || is_wholly_strong(first)))
        return QC_FORM_TITLE;
    bool followed = unit->first_child != NULL || unit->paragraph_count > 1;
    if (!article && !followed)
        return QC_FORM_SENTENCE;
    unsigned mark = qc_end_mark(first);
    if (article)
        return mark == 0 || mark == ':' ? QC_FORM_TITLE : QC_FORM_SENTENCE;
    bool item = qc_style_info(unit->marker.style)->citation[0] == '\0';
    return mark == ':' ? QC_FORM_LEAD : mark == 0 && !item ? QC_FORM_TITLE : QC_FORM_SENTENCE;
}

void qc_build_finish_units(struct qc_builder *builder)
{
    for (struct qc_unit *unit = qc_unit_next(builder->tree->root); unit != NULL; unit = qc_unit_next(unit))
        unit->form = form_of(unit);
}

struct qc_unit *qc_unit_next(struct qc_unit *unit)
{
    if (unit->first_child != NULL)
        return unit->first_child;
    while (unit != NULL && unit->next == NULL)
        unit = unit->parent;
    return unit == NULL ? NULL : unit->next;
}
