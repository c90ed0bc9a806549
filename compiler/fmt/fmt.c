/*
 * fmt.c - lays a source file out in its canonical form.
 *
 * Owns what a line looks like and where blank lines stand. Where a line can
 * be broken is wrap.c's.
 */
#include "fmt/line.h"

#include <stdlib.h>

#include "base/utf8.h"

struct fmt {
    struct qc_fmt_lines lines;
    const struct qc_tree *tree;
    QC_VEC(uint32_t) joined; /* where pieces begin that go on with a line above, in order */
    QC_VEC(uint32_t) units;  /* where units begin, in order */
    unsigned base;           /* indentation of paragraphs: those of mở đầu are indented */
    unsigned value;          /* indentation of what goes on with the open value */
    bool in_block;           /* the open declaration is a block */
    bool in_body;            /* units and endings */
    bool in_ending;          /* kết thúc, nơi nhận */
    bool line_by_line;       /* in nơi nhận each line stands for itself */
    unsigned paragraph;      /* indentation of the open paragraph's first line */
    bool kept;               /* the lines of the open value print as lines */
    bool opened;             /* the line above is a keyword that opens prose */
    bool after_blank;
};

/* --- which lines go on with the one above --------------------------------------- */

static void add_joined(struct fmt *fmt, const struct qc_prose *prose)
{
    for (size_t i = 1; i < qc_prose_piece_count(prose); i++)
        *qc_vec_push(fmt->lines.arena, &fmt->joined) = qc_prose_piece(prose, i).source;
}

static void add_paragraphs(struct fmt *fmt, const struct qc_declaration *declaration)
{
    for (size_t i = 0; declaration != NULL && i < declaration->paragraphs.count; i++)
        add_joined(fmt, declaration->paragraphs.items[i]);
}

static int compare_offsets(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void sort(uint32_t *offsets, size_t count)
{
    if (count > 0)
        qsort(offsets, count, sizeof *offsets, compare_offsets);
}

static bool has(const uint32_t *offsets, size_t count, uint32_t offset)
{
    return count > 0 && bsearch(&offset, offsets, count, sizeof offset, compare_offsets) != NULL;
}

/* Of declarations only the prose: a line of another value is a continuation by its token. */
static void collect_places(struct fmt *fmt)
{
    const struct qc_tree *tree = fmt->tree;
    for (size_t i = 0; i < tree->declarations.count; i++)
        add_paragraphs(fmt, tree->declarations.items[i]);
    for (struct qc_unit *unit = tree->root; unit != NULL; unit = qc_unit_next(unit)) {
        if (unit != tree->root)
            *qc_vec_push(fmt->lines.arena, &fmt->units) = unit->marker.begin;
        for (size_t i = 0; i < unit->paragraph_count; i++)
            add_joined(fmt, qc_unit_paragraph(unit, i));
    }
    add_paragraphs(fmt, tree->closing);
    add_paragraphs(fmt, tree->recipients);
    sort(fmt->joined.items, fmt->joined.count);
    sort(fmt->units.items, fmt->units.count);
}

static bool is_joined(const struct fmt *fmt, const struct qc_token *token)
{
    return has(fmt->joined.items, fmt->joined.count, token->span.begin);
}

/* Not every line with a marker begins a unit: "khoản" and below it "1. của Điều này" is a wrapped line. */
static bool is_unit(const struct fmt *fmt, const struct qc_token *token)
{
    return token->kind == QC_TOKEN_UNIT && has(fmt->units.items, fmt->units.count, token->marker->begin);
}

/* --- one line --------------------------------------------------------------------- */

static struct qc_str text_of(const struct fmt *fmt, struct qc_span span)
{
    return qc_str_slice(fmt->tree->source->text, span.begin, span.end);
}

static struct qc_fmt_line *add(struct fmt *fmt, struct qc_str text, unsigned indent)
{
    struct qc_fmt_line *line = qc_vec_push(fmt->lines.arena, &fmt->lines.items);
    *line = (struct qc_fmt_line){
        .text = text, .indent = indent, .blank_before = fmt->after_blank, .kept = fmt->kept,
    };
    fmt->after_blank = false;
    return line;
}

/* "căn cứ: …": the keyword with its marks, or in English where it was. */
static void add_keyed(struct fmt *fmt, const struct qc_token *token, unsigned indent)
{
    struct qc_arena *arena = fmt->lines.arena;
    struct qc_str typed = qc_name_key(arena, text_of(fmt, token->key)), value = text_of(fmt, token->value);
    bool english = qc_str_equal(typed, qc_name_key(arena, qc_str_from(token->keyword->english)));
    const char *name = english ? token->keyword->english : token->keyword->vietnamese;
    struct qc_str text = qc_str_format(arena, "%s:%s%.*s", name, value.len > 0 ? " " : "", QC_STR_ARGS(value));
    add(fmt, text, indent)->head = text.len - value.len;
}

/* A marker and, one blank behind it, its text. */
static struct qc_fmt_line *add_marked(struct fmt *fmt, const struct qc_token *token, unsigned indent)
{
    struct qc_str marker = text_of(fmt, qc_marker_span(token->marker)), rest = qc_str_trim(text_of(fmt, token->rest));
    struct qc_fmt_line *line = add(fmt, qc_str_format(fmt->lines.arena, "%.*s%s%.*s", QC_STR_ARGS(marker),
                                                      rest.len > 0 ? " " : "", QC_STR_ARGS(rest)), indent);
    line->head = marker.len + 1;
    return line;
}

static void add_declaration(struct fmt *fmt, const struct qc_token *token)
{
    bool set = token->kind != QC_TOKEN_KEY || fmt->in_block;
    fmt->kept = token->keyword->id == QC_KW_SUBJECT;
    add_keyed(fmt, token, 0);
    fmt->in_block = token->kind == QC_TOKEN_BLOCK;
    fmt->base = token->kind == QC_TOKEN_PROSE ? QC_FMT_STEP : 0;
    fmt->value = QC_FMT_STEP;
    fmt->in_body = fmt->in_ending = token->kind == QC_TOKEN_CLOSING || token->kind == QC_TOKEN_RECIPIENTS;
    fmt->line_by_line = token->kind == QC_TOKEN_RECIPIENTS;
    fmt->opened = (fmt->in_body || token->kind == QC_TOKEN_PROSE) && token->value.begin == token->value.end;
    if (set)
        qc_fmt_set_apart(&fmt->lines);
}

/* In the body a keyword is text, but not flush left below a blank line. */
static bool is_keyword(const struct fmt *fmt, const struct qc_token *token)
{
    bool english;
    return token->line == QC_LINE_KEYED && qc_keyword_find(fmt->lines.arena, text_of(fmt, token->key), &english) != NULL;
}

/* A line of text. One that looks like something else is text only where it stands. */
static struct qc_fmt_line *add_text(struct fmt *fmt, const struct qc_token *token, unsigned indent)
{
    struct qc_fmt_line *line = add(fmt, text_of(fmt, token->span), indent);
    line->kept = line->kept || token->kind == QC_TOKEN_UNIT || token->line == QC_LINE_ESCAPED || is_keyword(fmt, token);
    return line;
}

/* The first line of a paragraph. */
static void add_paragraph(struct fmt *fmt, const struct qc_token *token)
{
    bool marker = token->kind == QC_TOKEN_UNIT && !fmt->in_ending; /* below a blank line it would begin a unit */
    bool keyword = fmt->in_body && is_keyword(fmt, token);
    bool indented = keyword && token->indent > 0;
    bool apart = indented || !(fmt->line_by_line || fmt->opened || marker || keyword);
    fmt->paragraph = fmt->base + (indented ? QC_FMT_STEP : 0);
    add_text(fmt, token, fmt->paragraph);
    if (apart)
        qc_fmt_set_apart(&fmt->lines);
    fmt->opened = false;
}

static void add_unit(struct fmt *fmt, const struct qc_token *token)
{
    add_marked(fmt, token, 0)->unit = true;
    if (!fmt->in_body || qc_style_is_heading(token->marker->style))
        qc_fmt_set_apart(&fmt->lines);
    fmt->in_body = true;
    fmt->opened = fmt->kept = false;
    fmt->base = fmt->paragraph = 0;
}

static void add_token(struct fmt *fmt, const struct qc_token *token)
{
    switch (token->kind) {
    case QC_TOKEN_KEY:
    case QC_TOKEN_BLOCK:
    case QC_TOKEN_PROSE:
    case QC_TOKEN_CLOSING:
    case QC_TOKEN_RECIPIENTS: add_declaration(fmt, token); break;
    case QC_TOKEN_FIELD:
        add_keyed(fmt, token, QC_FMT_STEP);
        fmt->value = 2 * QC_FMT_STEP;
        break;
    case QC_TOKEN_CONTINUATION: add_text(fmt, token, fmt->value)->continues = true; break;
    case QC_TOKEN_ITEM: add_marked(fmt, token, fmt->value - QC_FMT_STEP); break;
    default:
        if (is_unit(fmt, token))
            add_unit(fmt, token);
        else if (is_joined(fmt, token))
            add_text(fmt, token, fmt->paragraph + QC_FMT_STEP)->continues = true;
        else
            add_paragraph(fmt, token);
        break;
    }
}

/* --- the file ---------------------------------------------------------------------- */

void qc_fmt_set_apart(struct qc_fmt_lines *lines)
{
    size_t i = lines->items.count - 1;
    while (i > 0 && !lines->items.items[i].blank_before && lines->items.items[i - 1].comment)
        i--;
    lines->items.items[i].blank_before = true;
}

/* A comment stands where the line below it does. */
static void indent_comments(struct qc_fmt_lines *lines)
{
    unsigned indent = 0;
    for (size_t i = lines->items.count; i-- > 0;) {
        if (lines->items.items[i].comment)
            lines->items.items[i].indent = indent;
        else
            indent = lines->items.items[i].indent;
    }
}

static struct qc_str print(const struct qc_fmt_lines *lines)
{
    struct qc_buf out = { .arena = lines->arena };
    for (size_t i = 0; i < lines->items.count; i++) {
        const struct qc_fmt_line *line = &lines->items.items[i];
        if (line->blank_before && i > 0)
            qc_buf_char(&out, '\n');
        for (unsigned column = 0; column < line->indent; column++)
            qc_buf_char(&out, ' ');
        qc_buf_add(&out, line->text);
        qc_buf_char(&out, '\n');
    }
    return qc_buf_str(&out);
}

/* The lines of the scanner, each with what the layout pass made of it. */
static void add_lines(struct fmt *fmt)
{
    const struct qc_scanned *lines = fmt->tree->lines;
    for (size_t i = 0; i < lines->items.count; i++) {
        struct qc_marker marker;
        struct qc_token line =
            qc_token_marked(fmt->lines.arena, fmt->tree->source, &lines->items.items[i], &marker);
        if (line.line == QC_LINE_BLANK) {
            fmt->after_blank = true;
            continue;
        }
        if (line.line == QC_LINE_COMMENT)
            add(fmt, text_of(fmt, line.span), 0)->comment = true;
        else if (line.kind != QC_TOKEN_COUNT)
            add_token(fmt, &line);
        else
            add(fmt, text_of(fmt, line.span), line.indent); /* it has no part: as it is */
    }
}

struct qc_str qc_fmt(struct qc_arena *arena, const struct qc_tree *tree, unsigned wrap)
{
    struct fmt fmt = { .lines = { .arena = arena }, .tree = tree };
    collect_places(&fmt);
    add_lines(&fmt);
    if (wrap > 0)
        qc_fmt_wrap(&fmt.lines, wrap);
    indent_comments(&fmt.lines);
    return print(&fmt.lines);
}
