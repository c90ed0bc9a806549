/*
 * layout.c - gives each line its part: where the header ends, which line
 * continues which (language, "The header").
 *
 * Reads indentation and blank lines, which the grammar does not see. Must not
 * build anything; reports the lines that can have no part.
 */
#include "base/limits.h"
#include "base/utf8.h"
#include "syntax/outdent.h"
#include "syntax/starred.h"
#include "syntax/token.h"

struct layout {
    struct qc_compilation *cx;
    const struct qc_source *source;
    struct qc_scanned *lines;
    size_t next; /* line behind the one that is placed */
    struct qc_marker marker; /* of that line, if it has one */
    size_t looked_up;        /* next when its keyword was looked up: */
    const struct qc_keyword *found;
    bool found_english;
    const struct qc_keyword *key;   /* the open declaration, or NULL */
    uint32_t key_indent;
    const struct qc_keyword *field; /* the open field of a block, or NULL */
    uint32_t field_indent;
    bool field_flush_left;          /* it stands flush left by mistake: indented fields after it are no part of it */
    struct qc_span key_span;
    bool after_mistake;             /* a line above was reported: what hangs on it is no second mistake */
    uint32_t mistake_indent;        /* of that line */
    bool after_blank;               /* a blank line stands right above */
    bool in_body;
    bool in_table;                  /* the line above is a table row: a table is reported once */
    bool before_body;               /* an ending, or a heading in stars, stood before the body: lines are skipped up to it */
    bool any_keyword;
    unsigned outdents;              /* suggested so far */
    struct qc_tree *tree;
};

static struct qc_str text_of(const struct layout *layout, struct qc_span span)
{
    return qc_str_slice(layout->source->text, span.begin, span.end);
}

/* Gives the line that is placed its part; keyword: of a declaration or field. */
static void put_keyed(struct layout *layout, enum qc_token_kind kind, const struct qc_keyword *keyword)
{
    struct qc_scanned_line *line = &layout->lines->items.items[layout->next - 1];
    line->token = (uint8_t)kind;
    line->keyword = (uint16_t)keyword->id;
}

static void put(struct layout *layout, enum qc_token_kind kind)
{
    layout->lines->items.items[layout->next - 1].token = (uint8_t)kind;
}

static bool read_marker(struct layout *layout, struct qc_token *line)
{
    return qc_marker_read(&layout->cx->arena, layout->source, line, &layout->marker);
}

/* Asked several times of a line, found once. */
static const struct qc_keyword *keyword_of(struct layout *layout, const struct qc_token *line, bool *english)
{
    if (line->line != QC_LINE_KEYED)
        return NULL;
    if (layout->looked_up != layout->next) {
        layout->looked_up = layout->next;
        layout->found = qc_keyword_find(&layout->cx->arena, text_of(layout, line->key), &layout->found_english);
    }
    if (layout->found != NULL)
        *english = layout->found_english;
    return layout->found;
}

static bool stands_alone(const struct qc_token *line)
{
    return line->indent == 0 && line->value.begin == line->value.end;
}

/* kết thúc: and nơi nhận:, flush left and alone on their line. */
/* Does a body follow an ending that stands in the header? Recipients may be numbered, so a heading must. */
static bool body_follows(struct layout *layout)
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

static bool try_ending(struct layout *layout, const struct qc_token *line)
{
    bool english;
    const struct qc_keyword *keyword = keyword_of(layout, line, &english);
    if (keyword == NULL || keyword->form != QC_KEYWORD_ENDING || !stands_alone(line))
        return false;
    if (!layout->in_body && body_follows(layout)) {
        qc_report(layout->cx, line->key, QC_MSG(part_order), QC_STR_ARGS(text_of(layout, line->span)));
        layout->key = layout->field = NULL;
        layout->before_body = true; /* its lines go with it, up to the body */
        return true;
    }
    put_keyed(layout, keyword->id == QC_KW_CLOSING ? QC_TOKEN_CLOSING : QC_TOKEN_RECIPIENTS, keyword);
    layout->in_body = true;
    return true;
}

/* Label, section sign, 1. a) (1): the lines that may open the body. */
static bool opens_body(struct layout *layout, struct qc_token *line)
{
    if (line->line == QC_LINE_BULLET || !read_marker(layout, line))
        return false;
    return qc_marker_may_open(line->marker);
}

/* --- the header ------------------------------------------------------- */

static void open_declaration(struct layout *layout, const struct qc_token *line, const struct qc_keyword *keyword,
                             bool english)
{
    layout->key = keyword;
    layout->key_indent = line->indent;
    layout->key_span = line->key;
    layout->field = NULL;
    layout->after_mistake = false;
    if (!layout->any_keyword) {
        layout->any_keyword = true;
        layout->tree->english = english;
    }
    put_keyed(layout,
              keyword->form == QC_KEYWORD_BLOCK   ? QC_TOKEN_BLOCK
              : keyword->form == QC_KEYWORD_PROSE ? QC_TOKEN_PROSE
                                                  : QC_TOKEN_KEY,
              keyword);
}

static void open_field(struct layout *layout, const struct qc_token *line, const struct qc_keyword *field)
{
    layout->field = field;
    layout->field_indent = line->indent;
    layout->field_flush_left = line->indent <= layout->key_indent;
    put_keyed(layout, QC_TOKEN_FIELD, field);
}

/* A block's field that is no keyword of the header, right under its block, flush left. */
static bool is_forgotten_field(struct layout *layout, const struct qc_token *line, const struct qc_keyword *keyword,
                               const struct qc_keyword **field)
{
    if (layout->key == NULL || layout->key->form != QC_KEYWORD_BLOCK || layout->after_blank)
        return false;
    *field = qc_field_find(&layout->cx->arena, layout->key->id, text_of(layout, line->key));
    if (*field == NULL)
        return false;
    /* "người ký" is a block of its own, but not under a party */
    return keyword == NULL || (layout->key->id == QC_KW_PARTY && keyword->id == QC_KW_SIGNATORY);
}

static void report_field_flush_left(struct layout *layout, const struct qc_token *line)
{
    struct qc_diagnostic *d =
        qc_report(layout->cx, line->key, QC_MSG(field_flush_left), QC_STR_ARGS(text_of(layout, line->key)));
    qc_note_at(layout->cx, d, layout->key_span, QC_NOTE_MSG(block_here));
    struct qc_span start = { line->span.begin, line->span.begin, line->span.file };
    qc_fix(layout->cx, d, start, QC_STR("  "));
    d->fix_is_safe = true;
}

static void mark_meant(struct layout *layout, struct qc_str name)
{
    bool english;
    const struct qc_keyword *keyword = qc_keyword_find(&layout->cx->arena, name, &english);
    if (keyword != NULL)
        layout->tree->meant[keyword->id] = true;
}

static void report_unknown(struct layout *layout, const struct qc_token *line, int block)
{
    struct qc_compilation *cx = layout->cx;
    struct qc_str name = text_of(layout, line->key);
    struct qc_diagnostic *d;
    if (block < 0)
        d = qc_report(cx, line->key, QC_MSG(keyword_unknown), QC_STR_ARGS(name));
    else
        d = qc_report(cx, line->key, QC_MSG(field_unknown), QC_STR_ARGS(text_of(layout, layout->key_span)),
                      QC_STR_ARGS(name));
    const char *near = qc_keyword_nearest(&cx->arena, block, name);
    layout->after_mistake = true;
    layout->mistake_indent = line->indent;
    if (near == NULL)
        return;
    qc_note(cx, d, QC_NOTE_MSG(did_you_mean), QC_STR_ARGS(qc_str_from(near)));
    qc_fix(cx, d, line->key, qc_str_from(near));
    if (block < 0)
        mark_meant(layout, qc_str_from(near));
    else
        layout->tree->field_meant = true;
}

/* A keyed line in the header. Returns false when it is no declaration or field where it stands. */
static bool header_keyed(struct layout *layout, const struct qc_token *line)
{
    bool english = false, in_block = layout->key != NULL && layout->key->form == QC_KEYWORD_BLOCK;
    bool deeper = layout->key != NULL && line->indent > layout->key_indent;
    const struct qc_keyword *keyword = keyword_of(layout, line, &english), *field;
    if (in_block && deeper) {
        field = qc_field_find(&layout->cx->arena, layout->key->id, text_of(layout, line->key));
        bool in_field = layout->field != NULL && line->indent > layout->field_indent && !layout->after_blank;
        if (in_field && !(field != NULL && layout->field_flush_left))
            return false; /* continues the field */
        if (field != NULL)
            open_field(layout, line, field);
        else
            report_unknown(layout, line, layout->key->id);
        if (field == NULL)
            layout->field = NULL;
        return true;
    }
    if (deeper && !layout->after_blank)
        return false; /* continues the value, or is text of mở đầu */
    if (is_forgotten_field(layout, line, keyword, &field)) {
        report_field_flush_left(layout, line);
        open_field(layout, line, field);
        return true;
    }
    if (keyword == NULL)
        return false;
    if (deeper && layout->key->form == QC_KEYWORD_PROSE)
        return false;
    if (keyword->form == QC_KEYWORD_ENDING) {
        qc_report(layout->cx, line->key, QC_MSG(value_on_line), QC_STR_ARGS(text_of(layout, line->key)));
        layout->key = NULL;
        layout->after_mistake = true;
        layout->mistake_indent = line->indent;
        return true;
    }
    open_declaration(layout, line, keyword, english);
    return true;
}

/* As a fix of its finding, gives a line the indentation of columns; keyword may be NULL: it could be none there. */
static void suggest_outdent(struct layout *layout, struct qc_diagnostic *d, const struct qc_token *line,
                            const struct qc_keyword *keyword, uint32_t columns)
{
    struct qc_compilation *cx = layout->cx;
    uint32_t line_begin = line->span.begin;
    if (keyword == NULL || layout->outdents++ >= QC_MAX_SUGGESTIONS ||
        !qc_may_outdent(cx, layout->source, layout->lines, layout->next - 1, keyword, columns))
        return;
    while (line_begin > 0 && layout->source->text.ptr[line_begin - 1] != '\n')
        line_begin--;
    qc_fix(cx, d, (struct qc_span){ line_begin, line->span.begin, line->span.file },
           qc_str_format(&cx->arena, "%*s", (int)columns, ""));
}

/* A line that continues the open value: text, or an item of a list. */
static void header_continuation(struct layout *layout, struct qc_token line)
{
    struct qc_compilation *cx = layout->cx;
    const struct qc_keyword *target = layout->field != NULL ? layout->field : layout->key;
    if (line.line == QC_LINE_BULLET && read_marker(layout, &line)) {
        if (target->form == QC_KEYWORD_LIST) {
            put(layout, QC_TOKEN_ITEM);
            return;
        }
        qc_report(cx, qc_marker_span(line.marker), QC_MSG(item_not_allowed), QC_STR_ARGS(qc_str_from(target->vietnamese)));
        return;
    }
    bool english;
    const struct qc_keyword *keyword = keyword_of(layout, &line, &english);
    const struct qc_keyword *field = NULL;
    if (layout->field != NULL && line.line == QC_LINE_KEYED)
        field = qc_field_find(&cx->arena, layout->key->id, text_of(layout, line.key));
    if (keyword != NULL || field != NULL) {
        struct qc_diagnostic *d = qc_report(cx, line.key, QC_MSG(keyword_in_continuation),
                                            QC_STR_ARGS(text_of(layout, line.key)));
        mark_meant(layout, text_of(layout, line.key));
        /* back to where its declaration or field stands */
        suggest_outdent(layout, d, &line, layout->field != NULL ? field : keyword,
                        layout->field != NULL ? layout->field_indent : layout->key_indent);
    }
    put(layout, QC_TOKEN_CONTINUATION);
}

/* Text that is no declaration. One as it is printed, "Căn cứ Luật …", was meant to be: its lead words become the keyword. */
static void report_keyless(struct layout *layout, const struct qc_token *line)
{
    struct qc_compilation *cx = layout->cx;
    struct qc_diagnostic *d = qc_report(cx, line->span, QC_MSG(line_stray));
    size_t length;
    const struct qc_keyword *keyword = qc_keyword_led(text_of(layout, line->span), &length);
    if (keyword == NULL)
        return;
    const char *name = layout->tree->english ? keyword->english : keyword->vietnamese;
    struct qc_span lead = { line->span.begin, line->span.begin + (uint32_t)length, line->span.file };
    struct qc_str declared = qc_str_format(&cx->arena, "%s:", name);
    qc_note(cx, d, QC_NOTE_MSG(did_you_mean), QC_STR_ARGS(declared));
    qc_fix(cx, d, lead, declared);
    layout->tree->meant[keyword->id] = true;
}

static void report_stray(struct layout *layout, struct qc_token *line)
{
    struct qc_compilation *cx = layout->cx;
    layout->after_mistake = true;
    layout->mistake_indent = line->indent;
    if (line->line == QC_LINE_KEYED) {
        report_unknown(layout, line, -1);
        layout->key = layout->field = NULL;
    } else if (line->line == QC_LINE_HASH)
        qc_report(cx, line->span, QC_MSG(markdown_heading));
    else if (line->line == QC_LINE_TEXT && qc_report_starred(cx, layout->source, line))
        layout->before_body = layout->tree->body_lost = true; /* what follows is no mistake of its own */
    else if (line->line == QC_LINE_BULLET && layout->key != NULL && read_marker(layout, line))
        qc_report(cx, qc_marker_span(line->marker), QC_MSG(item_not_allowed),
                  QC_STR_ARGS(qc_str_from(layout->key->vietnamese)));
    else
        report_keyless(layout, line);
}

/* "cân cứ: …" flush left in the text of mở đầu: a keyword with the wrong marks. */
static bool report_near_keyword(struct layout *layout, const struct qc_token *line)
{
    struct qc_arena *arena = &layout->cx->arena;
    if (line->line != QC_LINE_KEYED || line->indent > 0 || line->key.end - line->key.begin > 48)
        return false;
    struct qc_str bare = qc_name_bare(arena, qc_name_key(arena, text_of(layout, line->key)));
    bool english;
    if (qc_keyword_find(arena, bare, &english) == NULL)
        return false;
    report_unknown(layout, line, -1);
    layout->key = layout->field = NULL;
    return true;
}

static void header_line(struct layout *layout, struct qc_token *line)
{
    bool prose = layout->key != NULL && layout->key->form == QC_KEYWORD_PROSE;
    bool deeper = layout->key != NULL && line->indent > layout->key_indent;
    if (try_ending(layout, line))
        return;
    /* an indented "1." or "a)" is text of mở đầu; a label or section sign opens the body anywhere */
    if (opens_body(layout, line) && !(prose && line->indent > 0 && !qc_style_is_heading(line->marker->style))) {
        layout->in_body = true;
        put(layout, QC_TOKEN_UNIT);
        return;
    }
    if (layout->before_body) {
        if (line->line == QC_LINE_TEXT)
            qc_report_starred(layout->cx, layout->source, line);
        return;
    }
    /* what hangs on a reported line goes with it */
    bool hangs = line->indent > layout->mistake_indent ||
                 (line->line == QC_LINE_BULLET && line->indent == layout->mistake_indent);
    if (layout->after_mistake && !layout->after_blank && hangs)
        return;
    layout->after_mistake = false;
    if (line->line == QC_LINE_KEYED && header_keyed(layout, line))
        return;
    if (prose) {
        if (report_near_keyword(layout, line))
            return;
        put(layout, QC_TOKEN_LINE);
        return;
    }
    /* dash lines of a list may stand flush left under their key */
    bool list_item = line->line == QC_LINE_BULLET && layout->key != NULL &&
                     (layout->field != NULL ? layout->field : layout->key)->form == QC_KEYWORD_LIST;
    bool continues = layout->field != NULL ? line->indent > layout->field_indent : deeper;
    if (layout->key != NULL && !layout->after_blank && (continues || list_item))
        header_continuation(layout, *line);
    else if (list_item)
        header_continuation(layout, *line); /* items may be set apart by blank lines */
    else
        report_stray(layout, line);
}

/* --- the body --------------------------------------------------------- */

/* Constructions that are kept for later editions: a table row, an annex. */
static bool is_reserved(struct layout *layout, const struct qc_token *line)
{
    struct qc_str text = text_of(layout, line->span);
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

static void report_reserved(struct layout *layout, const struct qc_token *line)
{
    qc_report(layout->cx, line->span, QC_MSG(not_in_edition), QC_STR_ARGS(text_of(layout, line->span)));
}

static void body_keyword(struct layout *layout, const struct qc_token *line)
{
    bool english;
    const struct qc_keyword *keyword = keyword_of(layout, line, &english);
    if (keyword == NULL)
        return;
    struct qc_str name = text_of(layout, line->key);
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
static void report_split_label(struct layout *layout, const struct qc_token *line, const struct qc_scanned_line *next)
{
    struct qc_compilation *cx = layout->cx;
    if (next->kind != QC_LINE_DECIMAL && next->kind != QC_LINE_SIGN)
        return;
    struct qc_str text = text_of(layout, line->span);
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

static void body_line(struct layout *layout, struct qc_token *line, const struct qc_scanned_line *next)
{
    if (try_ending(layout, line))
        return;
    report_split_label(layout, line, next);
    if (read_marker(layout, line)) {
        put(layout, QC_TOKEN_UNIT);
        return;
    }
    bool row = text_of(layout, line->span).ptr[0] == '|';
    if (is_reserved(layout, line) && !(row && layout->in_table))
        report_reserved(layout, line);
    else if (line->line == QC_LINE_HASH)
        qc_report(layout->cx, line->span, QC_MSG(markdown_heading));
    else if (line->line == QC_LINE_TEXT)
        qc_report_starred(layout->cx, layout->source, line);
    else if (line->line == QC_LINE_KEYED)
        body_keyword(layout, line);
    layout->in_table = row;
    put(layout, QC_TOKEN_LINE);
}

void qc_layout(struct qc_compilation *cx, const struct qc_source *source, struct qc_scanned *lines, struct qc_tree *tree)
{
    struct layout layout = { .cx = cx, .source = source, .lines = lines, .tree = tree };
    size_t last = lines->items.count - 1;
    for (size_t i = 0; i < last; i++) {
        const struct qc_scanned_line *kept = &lines->items.items[i];
        layout.next = i + 1;
        if (kept->kind == QC_LINE_COMMENT)
            continue; /* as if it were not there */
        if (kept->kind == QC_LINE_BLANK) {
            bool prose = layout.key != NULL && layout.key->form == QC_KEYWORD_PROSE;
            if (layout.in_body || prose)
                put(&layout, QC_TOKEN_BREAK);
            layout.after_blank = true;
            continue;
        }
        struct qc_token line = qc_token_of(source, kept);
        if (layout.in_body)
            body_line(&layout, &line, kept + 1);
        else
            header_line(&layout, &line);
        layout.after_blank = false;
    }
    lines->items.items[last].token = QC_TOKEN_END;
}
