/*
 * build.c - declarations and the prose outside the body.
 *
 * Owns nothing; everything is made in the arena. Must not look at meaning.
 */
#include "syntax/build.h"

#include "base/utf8.h"
#include "syntax/prose.h"

enum { FULL_LINE = 66, LONGEST_LINE = 120 }; /* code points; language, "Paragraphs" */

static struct qc_arena *arena_of(struct qc_builder *builder)
{
    return &builder->cx->arena;
}

/* --- header ----------------------------------------------------------- */

static struct qc_declaration *new_declaration(struct qc_builder *builder, const struct qc_token *token)
{
    struct qc_declaration *declaration = qc_alloc(arena_of(builder), sizeof *declaration);
    declaration->keyword = token->keyword;
    declaration->key = token->key;
    if (token->value.begin < token->value.end) {
        struct qc_prose *value = qc_prose_new(arena_of(builder), builder->source, token->value);
        *qc_vec_push(arena_of(builder), &declaration->values) = value;
        *qc_vec_push(arena_of(builder), &declaration->lines) =
            qc_prose_new(arena_of(builder), builder->source, token->value);
    }
    return declaration;
}

void qc_build_declaration(struct qc_builder *builder, const struct qc_token *token)
{
    qc_build_break(builder, token);
    struct qc_declaration *declaration = new_declaration(builder, token);
    builder->block = builder->target = declaration;
    if (declaration->keyword->form == QC_KEYWORD_ENDING) {
        *(declaration->keyword->id == QC_KW_CLOSING ? &builder->tree->closing : &builder->tree->recipients) =
            declaration;
        return;
    }
    if (declaration->keyword->form == QC_KEYWORD_PROSE && declaration->values.count > 0) {
        /* text on the keyword's own line opens the first paragraph */
        *qc_vec_push(arena_of(builder), &declaration->paragraphs) = declaration->values.items[0];
        declaration->paragraph_open = true;
        builder->last_line = token->value;
        builder->last_indent = token->indent;
        builder->paragraph_indent = token->indent;
    }
    *qc_vec_push(arena_of(builder), &builder->tree->declarations) = declaration;
}

static void add_value(struct qc_builder *builder, struct qc_span span)
{
    struct qc_declaration *target = builder->target;
    *qc_vec_push(arena_of(builder), &target->values) = qc_prose_new(arena_of(builder), builder->source, span);
    *qc_vec_push(arena_of(builder), &target->lines) = qc_prose_new(arena_of(builder), builder->source, span);
}

void qc_build_field(struct qc_builder *builder, const struct qc_token *token)
{
    for (size_t i = 0; i < builder->block->fields.count; i++) {
        struct qc_declaration *field = builder->block->fields.items[i];
        if (field->keyword != token->keyword)
            continue;
        if (token->keyword->form == QC_KEYWORD_LIST) { /* repeatable: one more value */
            builder->target = field;
            if (token->value.begin < token->value.end)
                add_value(builder, token->value);
            return;
        }
        struct qc_diagnostic *d = qc_report(builder->cx, token->key, QC_MSG(declared_twice),
                                            QC_STR_ARGS(qc_str_from(token->keyword->vietnamese)));
        qc_note_at(builder->cx, d, field->key, QC_NOTE_MSG(first_here));
        break;
    }
    builder->target = new_declaration(builder, token);
    *qc_vec_push(arena_of(builder), &builder->block->fields) = builder->target;
}

void qc_build_continuation(struct qc_builder *builder, const struct qc_token *token)
{
    struct qc_declaration *target = builder->target;
    struct qc_span span = qc_plain_line(builder->source, token);
    if (target->values.count == 0) {
        add_value(builder, span);
        return;
    }
    qc_prose_join(arena_of(builder), target->values.items[target->values.count - 1], builder->source, span);
    *qc_vec_push(arena_of(builder), &target->lines) = qc_prose_new(arena_of(builder), builder->source, span);
}

void qc_build_item(struct qc_builder *builder, const struct qc_token *token)
{
    add_value(builder, token->rest);
    if (token->rest.begin < token->rest.end)
        return;
    struct qc_declaration *target = builder->target; /* an item to be filled in */
    qc_prose_replace(arena_of(builder), target->values.items[target->values.count - 1], QC_STR("…"));
    qc_prose_replace(arena_of(builder), target->lines.items[target->lines.count - 1], QC_STR("…"));
}

/* --- paragraphs ------------------------------------------------------- */

struct qc_span qc_plain_line(const struct qc_source *source, const struct qc_token *token)
{
    struct qc_span span = token->span;
    if (token->line != QC_LINE_ESCAPED || span.end - span.begin < 2)
        return span;
    unsigned char next = (unsigned char)source->text.ptr[span.begin + 1];
    bool punctuation = next > ' ' && next < 0x7F && !(next >= '0' && next <= '9') && !qc_is_letter(next);
    if (!punctuation) /* before a mark the backslash is an escape, and the inline reader takes it */
        span.begin++;
    return span;
}

static size_t width_of(const struct qc_source *source, struct qc_line_place line)
{
    return line.indent + qc_utf8_count(qc_str_slice(source->text, line.span.begin, line.span.end));
}

static size_t first_word_width(struct qc_str text)
{
    size_t i = 0, n;
    while (i < text.len && !qc_is_blank(qc_utf8_decode(text, i, &n)))
        i += n;
    return qc_utf8_count(qc_str_slice(text, 0, i));
}

bool qc_line_is_left_open(struct qc_str text)
{
    static const char *const words[] = {
#define QC_OPEN_WORD(word) word,
#include "open-words.def"
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        struct qc_str word = qc_str_from(words[i]);
        if (text.len > word.len && text.ptr[text.len - word.len - 1] == ' ' && qc_str_ends(text, word))
            return true;
    }
    return false;
}

bool qc_line_continues(const struct qc_source *source, struct qc_line_place above, uint32_t paragraph_indent,
                       struct qc_line_place line, bool is_title)
{
    struct qc_str text = qc_str_slice(source->text, line.span.begin, line.span.end);
    struct qc_str text_above = qc_str_slice(source->text, above.span.begin, above.span.end);
    if (qc_opens_in_lower_case(text) || line.indent > paragraph_indent || qc_line_is_left_open(text_above))
        return true;
    if (is_title && qc_str_is_capitals(text) && qc_str_is_capitals(text_above))
        return true;
    size_t n, width_above = width_of(source, above);
    if (is_title && qc_is_upper(qc_utf8_decode(text, 0, &n)))
        return false;
    return width_above + 1 + first_word_width(text) > FULL_LINE && width_above <= LONGEST_LINE &&
           width_of(source, line) <= LONGEST_LINE;
}

void qc_build_line(struct qc_builder *builder, const struct qc_token *token)
{
    qc_build_break(builder, token);
    struct qc_declaration *block = builder->block;
    struct qc_line_place above = { builder->last_line, builder->last_indent };
    struct qc_line_place line = { qc_plain_line(builder->source, token), token->indent };
    bool recipients = block->keyword->id == QC_KW_RECIPIENTS; /* there a line is a line of its own */
    bool continues = block->paragraph_open && token->line != QC_LINE_ESCAPED && token->line != QC_LINE_BULLET &&
                     (recipients ? line.indent > builder->paragraph_indent
                                 : qc_line_continues(builder->source, above, builder->paragraph_indent, line, false));
    if (continues) {
        qc_prose_join(arena_of(builder), block->paragraphs.items[block->paragraphs.count - 1], builder->source,
                      line.span);
    } else {
        *qc_vec_push(arena_of(builder), &block->paragraphs) =
            qc_prose_new(arena_of(builder), builder->source, line.span);
        builder->paragraph_indent = token->indent;
    }
    block->paragraph_open = true;
    builder->last_line = line.span;
    builder->last_indent = token->indent;
}

void qc_build_break(struct qc_builder *builder, const struct qc_token *token)
{
    if (token->breaks == builder->breaks)
        return;
    builder->breaks = token->breaks;
    builder->paragraph_open = false;
    if (builder->block != NULL)
        builder->block->paragraph_open = false;
}

void qc_build_ending_unit(struct qc_builder *builder, const struct qc_token *token)
{
    enum qc_style style = token->marker->style;
    bool item = qc_style_info(style)->numbering == QC_NUMBERING_NONE && !qc_style_is_heading(style);
    bool closing = builder->block->keyword->id == QC_KW_CLOSING; /* recipients may be numbered */
    if (closing ? !item : qc_style_is_heading(style))
        qc_build_misplaced(builder, qc_marker_span(token->marker));
    builder->block->paragraph_open = false; /* an item begins a line of its own */
    qc_build_line(builder, token);
}

void qc_build_misplaced(struct qc_builder *builder, struct qc_span span)
{
    qc_report(builder->cx, span, QC_MSG(part_order),
              QC_STR_ARGS(qc_source_text(&builder->cx->sources, span)));
}
