/*
 * layout.c - gives each line its part: where the header ends, which line
 * continues which (language, "The header").
 *
 * Reads indentation and blank lines, which the grammar does not see. Must not
 * build anything; reports the lines that can have no part.
 */
#include "syntax/layout.h"

#include "base/utf8.h"
#include "syntax/starred.h"

const struct qc_keyword *qc_layout_keyword(struct qc_layout *layout, const struct qc_token *line, bool *english)
{
    if (line->line != QC_LINE_KEYED)
        return NULL;
    if (layout->looked_up != layout->next) {
        layout->looked_up = layout->next;
        layout->found = qc_keyword_find(&layout->cx->arena, qc_layout_text(layout, line->key), &layout->found_english);
    }
    if (layout->found != NULL)
        *english = layout->found_english;
    return layout->found;
}

static bool stands_alone(const struct qc_token *line)
{
    return line->indent == 0 && line->value.begin == line->value.end;
}

/* Does a body follow an ending that stands in the header? Recipients may be numbered, so a heading must. */
static bool body_follows(struct qc_layout *layout)
{
    for (size_t i = layout->next; i < layout->lines->items.count; i++) {
        struct qc_token line = qc_token_of(layout->source, &layout->lines->items.items[i]);
        struct qc_marker marker;
        bool look = line.line == QC_LINE_LABEL || line.line == QC_LINE_SIGN || line.line == QC_LINE_DECIMAL;
        if (look && qc_marker_read(&layout->cx->arena, layout->source, &line, &marker) &&
            (qc_style_is_heading(line.marker->style) || line.marker->value == 1))
            return true;
    }
    return false;
}

bool qc_layout_ending(struct qc_layout *layout, const struct qc_token *line)
{
    bool english;
    const struct qc_keyword *keyword = qc_layout_keyword(layout, line, &english);
    if (keyword == NULL || keyword->form != QC_KEYWORD_ENDING || !stands_alone(line))
        return false;
    if (!layout->in_body && body_follows(layout)) {
        qc_report(layout->cx, line->key, QC_MSG(part_order), QC_STR_ARGS(qc_layout_text(layout, line->span)));
        layout->key = layout->field = NULL;
        layout->before_body = true; /* its lines go with it, up to the body */
        return true;
    }
    qc_layout_put_keyed(layout, keyword->id == QC_KW_CLOSING ? QC_TOKEN_CLOSING : QC_TOKEN_RECIPIENTS, keyword);
    layout->in_body = true;
    return true;
}

/* --- the body --------------------------------------------------------- */

/* Constructions that are kept for later editions: a table row, an annex. */
static bool is_reserved(struct qc_layout *layout, const struct qc_token *line)
{
    struct qc_str text = qc_layout_text(layout, line->span);
    if (text.len > 1 && text.ptr[0] == '|' && text.ptr[text.len - 1] == '|')
        return true;
    struct qc_str key = text.len > 24 ? QC_STR("") : qc_name_key(&layout->cx->arena, text), word = key;
    while (word.len > 0 && strchr("0123456789ivxlc ", word.ptr[word.len - 1]) != NULL)
        word.len--;
    /* "phụ lục" ends in "c", which the loop takes for a numeral */
    if (word.len + 1 <= key.len && key.ptr[word.len] == 'c')
        word.len++;
    return key.len > 0 && qc_name_matches(word, QC_STR("phụ lục"));
}

static void report_reserved(struct qc_layout *layout, const struct qc_token *line)
{
    qc_report(layout->cx, line->span, QC_MSG(not_in_edition), QC_STR_ARGS(qc_layout_text(layout, line->span)));
}

static void body_keyword(struct qc_layout *layout, const struct qc_token *line)
{
    bool english;
    const struct qc_keyword *keyword = qc_layout_keyword(layout, line, &english);
    if (keyword == NULL)
        return;
    struct qc_str name = qc_layout_text(layout, line->key);
    bool alone = line->value.begin == line->value.end;
    if (keyword->form == QC_KEYWORD_ENDING && alone && line->indent > 0)
        qc_report(layout->cx, line->key, QC_MSG(value_on_line), QC_STR_ARGS(name));
    if (keyword->form == QC_KEYWORD_ENDING && !alone && line->indent == 0)
        qc_report(layout->cx, line->key, QC_MSG(value_on_line), QC_STR_ARGS(name));
    if (line->indent > 0 || !layout->after_blank || keyword->form == QC_KEYWORD_ENDING)
        return;
    if (keyword->id == QC_KW_TYPE)
        report_reserved(layout, line);
    else
        qc_report(layout->cx, line->key, QC_MSG(keyword_in_body), QC_STR_ARGS(name));
}

/* "… nêu tại Điều" and on the next line its number: that would open a clause. */
static void report_split_label(struct qc_layout *layout, const struct qc_token *line, const struct qc_scanned_line *next)
{
    struct qc_compilation *cx = layout->cx;
    if (next->kind != QC_LINE_DECIMAL && next->kind != QC_LINE_SIGN)
        return;
    struct qc_str text = qc_layout_text(layout, line->span);
    size_t word = text.len;
    while (word > 0 && text.ptr[word - 1] != ' ')
        word--;
    struct qc_str last = qc_str_skip(text, word);
    int style;
    bool lack;
    size_t n;
    if (!qc_is_upper(qc_utf8_decode(last, 0, &n)) || qc_label_find(&cx->arena, last, &style, &lack) < 0)
        return;
    struct qc_span place = { line->span.begin + (uint32_t)word, line->span.end, line->span.file };
    struct qc_diagnostic *d = qc_report(cx, place, QC_MSG(label_alone), QC_STR_ARGS(last));
    qc_fix(cx, d, (struct qc_span){ line->span.end, next->begin, line->span.file }, QC_STR(" "));
}

static void body_line(struct qc_layout *layout, struct qc_token *line, const struct qc_scanned_line *next)
{
    if (qc_layout_ending(layout, line))
        return;
    report_split_label(layout, line, next);
    if (qc_layout_marker(layout, line)) {
        qc_layout_put(layout, QC_TOKEN_UNIT);
        return;
    }
    bool row = qc_layout_text(layout, line->span).ptr[0] == '|';
    if (is_reserved(layout, line) && !(row && layout->in_table))
        report_reserved(layout, line);
    else if (line->line == QC_LINE_HASH)
        qc_report(layout->cx, line->span, QC_MSG(markdown_heading));
    else if (line->line == QC_LINE_TEXT)
        qc_report_starred(layout->cx, layout->source, line);
    else if (line->line == QC_LINE_KEYED)
        body_keyword(layout, line);
    layout->in_table = row;
    qc_layout_put(layout, QC_TOKEN_LINE);
}

static void blank_line(struct qc_layout *layout)
{
    bool prose = layout->key != NULL && layout->key->form == QC_KEYWORD_PROSE;
    if (layout->in_body || prose) {
        qc_layout_put(layout, QC_TOKEN_BREAK);
        layout->breaks++;
    }
    layout->after_blank = true;
}

struct qc_layout *qc_layout_begin(struct qc_compilation *cx, const struct qc_source *source, struct qc_scanned *lines,
                                  struct qc_tree *tree)
{
    struct qc_layout *layout = qc_alloc(&cx->arena, sizeof *layout);
    *layout = (struct qc_layout){ .cx = cx, .source = source, .lines = lines, .tree = tree };
    return layout;
}

/* Gives a line that is neither empty nor a comment its part, if it has one. */
static void place_line(struct qc_layout *layout, const struct qc_scanned_line *line, struct qc_token *token)
{
    *token = qc_token_of(layout->source, line);
    layout->keyword = NULL;
    if (layout->in_body)
        body_line(layout, token, line + 1);
    else
        qc_layout_header_line(layout, token);
    layout->after_blank = false;
    token->kind = (enum qc_token_kind)line->token;
    token->keyword = layout->keyword;
    token->number = (uint32_t)(layout->next - 1);
    token->breaks = layout->breaks;
    if (token->kind != QC_TOKEN_UNIT && token->kind != QC_TOKEN_ITEM)
        token->marker = NULL; /* it has one, but not where it stands */
}

void qc_layout_next(struct qc_layout *layout, struct qc_token *token, struct qc_marker *marker)
{
    struct qc_scanned_line *items = layout->lines->items.items;
    size_t last = layout->lines->items.count - 1;
    layout->marker = marker;
    while (layout->next < last) {
        struct qc_scanned_line *line = &items[layout->next++];
        if (line->kind == QC_LINE_BLANK)
            blank_line(layout);
        else if (line->kind != QC_LINE_COMMENT) /* which is as if it were not there */
            place_line(layout, line, token);
        if (line->token != QC_TOKEN_COUNT && line->token != QC_TOKEN_BREAK)
            return;
    }
    items[last].token = QC_TOKEN_END;
    *token = qc_token_of(layout->source, &items[last]);
}
