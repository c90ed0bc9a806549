/*
 * layout_header.c - the lines of the header: which are declarations, fields,
 * what goes on with them, which opens the body (language, "The header").
 *
 * Must not build anything; reports the lines that can have no part.
 */
#include "base/limits.h"
#include "base/utf8.h"
#include "syntax/layout.h"
#include "syntax/outdent.h"
#include "syntax/starred.h"

/* Label, section sign, 1. a) (1): the lines that may open the body. */
static bool qc_layout_opens_body(struct qc_layout *layout, struct qc_token *line)
{
    if (line->line == QC_LINE_BULLET || !qc_layout_marker(layout, line))
        return false;
    return qc_marker_may_open(line->marker);
}

static void open_declaration(struct qc_layout *layout, const struct qc_token *line, const struct qc_keyword *keyword,
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
    qc_layout_put_keyed(layout,
              keyword->form == QC_KEYWORD_BLOCK   ? QC_TOKEN_BLOCK
              : keyword->form == QC_KEYWORD_PROSE ? QC_TOKEN_PROSE
                                                  : QC_TOKEN_KEY,
              keyword);
}

static void open_field(struct qc_layout *layout, const struct qc_token *line, const struct qc_keyword *field)
{
    layout->field = field;
    layout->field_indent = line->indent;
    layout->field_flush_left = line->indent <= layout->key_indent;
    qc_layout_put_keyed(layout, QC_TOKEN_FIELD, field);
}

/* A block's field that is no keyword of the header, right under its block, flush left. */
static bool is_forgotten_field(struct qc_layout *layout, const struct qc_token *line, const struct qc_keyword *keyword,
                               const struct qc_keyword **field)
{
    if (layout->key == NULL || layout->key->form != QC_KEYWORD_BLOCK || layout->after_blank)
        return false;
    *field = qc_field_find(&layout->cx->arena, layout->key->id, qc_layout_text(layout, line->key));
    if (*field == NULL)
        return false;
    /* "người ký" is a block of its own, but not under a party */
    return keyword == NULL || (layout->key->id == QC_KW_PARTY && keyword->id == QC_KW_SIGNATORY);
}

static void report_field_flush_left(struct qc_layout *layout, const struct qc_token *line)
{
    struct qc_diagnostic *d =
        qc_report(layout->cx, line->key, QC_MSG(field_flush_left), QC_STR_ARGS(qc_layout_text(layout, line->key)));
    qc_note_at(layout->cx, d, layout->key_span, QC_NOTE_MSG(block_here));
    struct qc_span start = { line->span.begin, line->span.begin, line->span.file };
    qc_fix(layout->cx, d, start, QC_STR("  "));
    d->fix_is_safe = true;
}

static void mark_meant(struct qc_layout *layout, struct qc_str name)
{
    bool english;
    const struct qc_keyword *keyword = qc_keyword_find(&layout->cx->arena, name, &english);
    if (keyword != NULL)
        layout->tree->meant[keyword->id] = true;
}

static void report_unknown(struct qc_layout *layout, const struct qc_token *line, int block)
{
    struct qc_compilation *cx = layout->cx;
    struct qc_str name = qc_layout_text(layout, line->key);
    struct qc_diagnostic *d;
    if (block < 0)
        d = qc_report(cx, line->key, QC_MSG(keyword_unknown), QC_STR_ARGS(name));
    else
        d = qc_report(cx, line->key, QC_MSG(field_unknown), QC_STR_ARGS(qc_layout_text(layout, layout->key_span)),
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
static bool header_keyed(struct qc_layout *layout, const struct qc_token *line)
{
    bool english = false, in_block = layout->key != NULL && layout->key->form == QC_KEYWORD_BLOCK;
    bool deeper = layout->key != NULL && line->indent > layout->key_indent;
    const struct qc_keyword *keyword = qc_layout_keyword(layout, line, &english), *field;
    if (in_block && deeper) {
        field = qc_field_find(&layout->cx->arena, layout->key->id, qc_layout_text(layout, line->key));
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
        qc_report(layout->cx, line->key, QC_MSG(value_on_line), QC_STR_ARGS(qc_layout_text(layout, line->key)));
        layout->key = NULL;
        layout->after_mistake = true;
        layout->mistake_indent = line->indent;
        return true;
    }
    open_declaration(layout, line, keyword, english);
    return true;
}

/* As a fix of its finding, gives a line the indentation of columns; keyword may be NULL: it could be none there. */
static void suggest_outdent(struct qc_layout *layout, struct qc_diagnostic *d, const struct qc_token *line,
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
static void header_continuation(struct qc_layout *layout, struct qc_token *line)
{
    struct qc_compilation *cx = layout->cx;
    const struct qc_keyword *target = layout->field != NULL ? layout->field : layout->key;
    if (line->line == QC_LINE_BULLET && qc_layout_marker(layout, line)) {
        if (target->form == QC_KEYWORD_LIST) {
            qc_layout_put(layout, QC_TOKEN_ITEM);
            return;
        }
        qc_report(cx, qc_marker_span(line->marker), QC_MSG(item_not_allowed), QC_STR_ARGS(qc_str_from(target->vietnamese)));
        return;
    }
    bool english;
    const struct qc_keyword *keyword = qc_layout_keyword(layout, line, &english);
    const struct qc_keyword *field = NULL;
    if (layout->field != NULL && line->line == QC_LINE_KEYED)
        field = qc_field_find(&cx->arena, layout->key->id, qc_layout_text(layout, line->key));
    if (keyword != NULL || field != NULL) {
        struct qc_diagnostic *d = qc_report(cx, line->key, QC_MSG(keyword_in_continuation),
                                            QC_STR_ARGS(qc_layout_text(layout, line->key)));
        mark_meant(layout, qc_layout_text(layout, line->key));
        /* back to where its declaration or field stands */
        suggest_outdent(layout, d, line, layout->field != NULL ? field : keyword,
                        layout->field != NULL ? layout->field_indent : layout->key_indent);
    }
    qc_layout_put(layout, QC_TOKEN_CONTINUATION);
}

/* Text that is no declaration. One as it is printed, "Căn cứ Luật …", was meant to be: its lead words become the keyword. */
static void report_keyless(struct qc_layout *layout, const struct qc_token *line)
{
    struct qc_compilation *cx = layout->cx;
    struct qc_diagnostic *d = qc_report(cx, line->span, QC_MSG(line_stray));
    size_t length;
    const struct qc_keyword *keyword = qc_keyword_led(qc_layout_text(layout, line->span), &length);
    if (keyword == NULL)
        return;
    const char *name = layout->tree->english ? keyword->english : keyword->vietnamese;
    struct qc_span lead = { line->span.begin, line->span.begin + (uint32_t)length, line->span.file };
    struct qc_str declared = qc_str_format(&cx->arena, "%s:", name);
    qc_note(cx, d, QC_NOTE_MSG(did_you_mean), QC_STR_ARGS(declared));
    qc_fix(cx, d, lead, declared);
    layout->tree->meant[keyword->id] = true;
}

static void report_stray(struct qc_layout *layout, struct qc_token *line)
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
    else if (line->line == QC_LINE_BULLET && layout->key != NULL && qc_layout_marker(layout, line))
        qc_report(cx, qc_marker_span(line->marker), QC_MSG(item_not_allowed),
                  QC_STR_ARGS(qc_str_from(layout->key->vietnamese)));
    else
        report_keyless(layout, line);
}

/* "cân cứ: …" flush left in the text of mở đầu: a keyword with the wrong marks. */
static bool report_near_keyword(struct qc_layout *layout, const struct qc_token *line)
{
    struct qc_arena *arena = &layout->cx->arena;
    if (line->line != QC_LINE_KEYED || line->indent > 0 || line->key.end - line->key.begin > 48)
        return false;
    struct qc_str bare = qc_name_bare(arena, qc_name_key(arena, qc_layout_text(layout, line->key)));
    bool english;
    if (qc_keyword_find(arena, bare, &english) == NULL)
        return false;
    report_unknown(layout, line, -1);
    layout->key = layout->field = NULL;
    return true;
}

void qc_layout_header_line(struct qc_layout *layout, struct qc_token *line)
{
    bool prose = layout->key != NULL && layout->key->form == QC_KEYWORD_PROSE;
    bool deeper = layout->key != NULL && line->indent > layout->key_indent;
    if (qc_layout_ending(layout, line))
        return;
    /* an indented "1." or "a)" is text of mở đầu; a label or section sign opens the body anywhere */
    if (qc_layout_opens_body(layout, line) && !(prose && line->indent > 0 && !qc_style_is_heading(line->marker->style))) {
        layout->in_body = true;
        qc_layout_put(layout, QC_TOKEN_UNIT);
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
        qc_layout_put(layout, QC_TOKEN_LINE);
        return;
    }
    /* dash lines of a list may stand flush left under their key */
    bool list_item = line->line == QC_LINE_BULLET && layout->key != NULL &&
                     (layout->field != NULL ? layout->field : layout->key)->form == QC_KEYWORD_LIST;
    bool continues = layout->field != NULL ? line->indent > layout->field_indent : deeper;
    if (layout->key != NULL && !layout->after_blank && (continues || list_item))
        header_continuation(layout, line);
    else if (list_item)
        header_continuation(layout, line); /* items may be set apart by blank lines */
    else
        report_stray(layout, line);
}
