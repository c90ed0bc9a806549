/*
 * edits.c - the changes of a renewal, and the places to be looked at.
 *
 * Owns how a value of several lines, a line or a whole declaration is
 * replaced. Must not decide what changes.
 */
#include <stdarg.h>

#include "base/utf8.h"
#include "renew/draft.h"
#include "source/position.h"

struct qc_said qc_draft_say(const struct qc_draft *draft, const char *vi, const char *en, ...)
{
    struct qc_said said;
    va_list args;
    va_start(args, en);
    said.text[QC_LANG_VI] = qc_str_vformat(qc_draft_arena(draft), vi, args);
    va_end(args);
    va_start(args, en);
    said.text[QC_LANG_EN] = qc_str_vformat(qc_draft_arena(draft), en, args);
    va_end(args);
    return said;
}

void qc_draft_change(struct qc_draft *draft, struct qc_span span, enum qc_change_kind kind,
                     struct qc_str text, struct qc_said why)
{
    *qc_vec_push(qc_draft_arena(draft), &draft->renewal->changes) =
        (struct qc_change){ { span, text }, kind, why };
    qc_draft_settle(draft, span);
}

void qc_draft_look(struct qc_draft *draft, struct qc_span span, struct qc_said what)
{
    *qc_vec_push(qc_draft_arena(draft), &draft->renewal->looks) = (struct qc_look){ span, what };
}

bool qc_draft_is_own(const struct qc_draft *draft, const struct qc_declaration *declaration)
{
    return declaration != NULL && declaration->key.file == draft->source->id;
}

/* ---- values ---- */

static uint32_t piece_end(const struct qc_prose *prose, size_t index)
{
    if (index + 1 == qc_prose_piece_count(prose))
        return qc_prose_end(prose);
    struct qc_piece piece = qc_prose_piece(prose, index);
    return piece.source + (qc_prose_piece(prose, index + 1).text - 1 - piece.text);
}

/* Blanks before a place, back to the start of its line. */
static uint32_t before_blanks(const struct qc_draft *draft, uint32_t at)
{
    const char *text = draft->source->text.ptr;
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
        at--;
    return at;
}

/* Lines of a value that a comment parts from the first ones go whole. */
static void set_lines(struct qc_draft *draft, struct qc_span span, bool first, struct qc_str text, struct qc_said why)
{
    if (first)
        qc_draft_change(draft, span, QC_CHANGE_TEXT, text, why);
    else
        qc_draft_remove_lines(draft, span, why);
}

void qc_draft_set_value(struct qc_draft *draft, const struct qc_prose *prose, struct qc_str text,
                        struct qc_said why)
{
    struct qc_span span = { qc_prose_piece(prose, 0).source, piece_end(prose, 0), prose->file };
    bool first = true;
    if (text.len == 0)
        span.begin = before_blanks(draft, span.begin);
    for (size_t i = 1; i < qc_prose_piece_count(prose); i++) {
        uint32_t begin = qc_prose_piece(prose, i).source;
        struct qc_str between = qc_str_slice(draft->source->text, span.end, begin);
        if (qc_str_trim(between).len > 0) { /* a comment, which stays */
            set_lines(draft, span, first, text, why);
            first = false;
            span.begin = begin;
        }
        span.end = piece_end(prose, i);
    }
    set_lines(draft, span, first, text, why);
}

void qc_draft_fill(struct qc_draft *draft, const struct qc_declaration *declaration, struct qc_str text,
                   struct qc_said why)
{
    struct qc_line key = qc_line_of(draft->source, declaration->key.end);
    struct qc_str rest = qc_str_slice(draft->source->text, declaration->key.end, key.end);
    uint32_t colon = declaration->key.end + (uint32_t)qc_str_find(rest, QC_STR(":"));
    struct qc_span span = { colon + 1, (uint32_t)key.end, draft->source->id };
    span.begin = span.begin > span.end ? span.end : span.begin;
    qc_draft_change(draft, span, QC_CHANGE_TEXT,
                    qc_str_format(qc_draft_arena(draft), " %.*s", QC_STR_ARGS(text)), why);
}

/* ---- lines ---- */

void qc_draft_remove_lines(struct qc_draft *draft, struct qc_span span, struct qc_said why)
{
    uint32_t last = span.end > span.begin ? span.end - 1 : span.begin;
    struct qc_span lines = { (uint32_t)qc_line_of(draft->source, span.begin).begin,
                             (uint32_t)qc_line_of(draft->source, last).end, draft->source->id };
    lines.end += lines.end < draft->source->text.len; /* its newline */
    qc_draft_change(draft, lines, QC_CHANGE_REMOVED, QC_STR(""), why);
}

static uint32_t later(uint32_t end, const struct qc_prose *prose)
{
    return qc_prose_end(prose) > end ? qc_prose_end(prose) : end;
}

/* The end of what a declaration says, its fields and paragraphs among it. */
static uint32_t end_of(const struct qc_declaration *declaration)
{
    uint32_t end = declaration->key.end;
    for (size_t i = 0; i < declaration->values.count; i++)
        end = later(end, declaration->values.items[i]);
    for (size_t i = 0; i < declaration->paragraphs.count; i++)
        end = later(end, declaration->paragraphs.items[i]);
    for (size_t i = 0; i < declaration->fields.count; i++) {
        uint32_t field = end_of(declaration->fields.items[i]);
        end = field > end ? field : end;
    }
    return end;
}

void qc_draft_add_line(struct qc_draft *draft, const struct qc_declaration *behind, struct qc_str line,
                       struct qc_said why)
{
    uint32_t at = (uint32_t)qc_line_of(draft->source, end_of(behind)).end;
    struct qc_span span = { at, at, draft->source->id };
    qc_draft_change(draft, span, QC_CHANGE_NEW,
                    qc_str_format(qc_draft_arena(draft), "\n%.*s", QC_STR_ARGS(line)), why);
}
