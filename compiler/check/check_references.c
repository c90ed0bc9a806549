/*
 * check_references.c - references in prose: does what they name exist, and
 * are they written from small to great (NĐ 30/2020, PL II.V.7)?
 *
 * References to other documents are left alone.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "sema/reference.h"
#include "sema/resolve.h"

static const char *const level_words[QC_REFERENCE_LEVELS] = { "Phần", "Chương", "Mục", "Tiểu mục", "Điều", "khoản", "điểm" };

static const struct qc_reference_part *part_of(const struct qc_references *references,
                                               const struct qc_reference *reference, size_t index)
{
    return &references->parts.items[reference->first + index];
}

static struct qc_str slice(const struct qc_references *references, size_t begin, size_t end)
{
    return qc_str_slice(references->reading->text, begin, end);
}

/* --- what is not there ------------------------------------------------------ */

static struct qc_str name_of(const struct qc_check *check, const struct qc_unit *unit)
{
    struct qc_arena *arena = &check->cx->arena;
    if (unit->parent != NULL)
        return qc_unit_reference(arena, unit, check->document->has_section_labels);
    return check->document->type == NULL
               ? QC_STR("văn bản này")
               : qc_str_format(arena, "%.*s này", QC_STR_ARGS(check->document->type->plain));
}

static void report_missing(const struct qc_check *check, const struct qc_references *references,
                           const struct qc_reference *reference, const struct qc_text *text,
                           const struct qc_reference_part *part)
{
    struct qc_compilation *cx = check->cx;
    struct qc_span span = qc_prose_span(text->prose, reference->begin, reference->end);
    struct qc_str typed = slice(references, reference->begin, reference->end);
    struct qc_str what = qc_str_format(&cx->arena, "%s %.*s", level_words[part->level],
                                       QC_STR_ARGS(slice(references, part->number_begin, part->number_end)));
    struct qc_str where = name_of(check, part->in);
    struct qc_diagnostic *d;
    if (reference->scope == QC_REFERENCE_HERE)
        d = qc_report(cx, span, QC_MSG(reference_dangling), QC_STR_ARGS(typed), QC_STR_ARGS(where), QC_STR_ARGS(what));
    else
        d = qc_report(cx, span, QC_MSG(reference_unclear), QC_STR_ARGS(typed), QC_STR_ARGS(where), QC_STR_ARGS(what));
    if (part->in->parent != NULL)
        qc_note_at(cx, d, qc_marker_span(&part->in->marker), QC_NOTE_MSG(unit_around));
}

/* Returns whether something is missing, reported or not. */
static bool check_missing(const struct qc_check *check, const struct qc_references *references,
                          const struct qc_reference *reference, const struct qc_text *text)
{
    for (size_t i = 0; i < reference->count; i++) {
        const struct qc_reference_part *part = part_of(references, reference, i);
        if (!part->missing)
            continue;
        bool bare = reference->scope == QC_REFERENCE_BARE;
        bool phrase = part->itself && reference->count == 1; /* "Điều này giúp …", "về điểm này" */
        if (!phrase && !(bare && (reference->doubtful || qc_reference_is_uncertain(references, reference))))
            report_missing(check, references, reference, text, part);
        return true;
    }
    return false;
}

/* --- how it is written -------------------------------------------------------- */

/* The first word of a sentence or a line takes a capital. */
static bool opens_sentence(const struct qc_references *references, size_t item)
{
    if (item == 0)
        return true;
    const struct qc_item *before = &references->reading->items.items[item - 1];
    return before->kind == QC_ITEM_MARK && !qc_reading_mark(references->reading, item - 1, ',') &&
           !qc_reading_mark(references->reading, item - 1, '(');
}

/* The part's word as it should be, or as it is where both will do. */
static struct qc_str right_word(const struct qc_references *references, const struct qc_reference_part *part,
                                bool opening)
{
    struct qc_str typed = slice(references, part->begin, part->word_end);
    const struct qc_item *item = &references->reading->items.items[part->item];
    struct qc_str right = qc_str_from(level_words[part->level]);
    if (part->level >= QC_REFERENCE_CLAUSE)
        return item->capital && !opening ? right : qc_str_trim(typed);
    bool sign = part->level == QC_REFERENCE_SECTION &&
                (references->document->has_section_labels || part->unit == NULL || !qc_style_is_heading(part->unit->marker.style));
    return item->capital || sign ? qc_str_trim(typed) : right;
}

static struct qc_str right_part(struct qc_arena *arena, const struct qc_references *references,
                                const struct qc_reference_part *part, bool opening)
{
    struct qc_str number = slice(references, part->number_begin, part->number_end);
    if (!part->own_word)
        return number;
    struct qc_str from = qc_str_trim(slice(references, part->word_end, part->number_begin));
    return qc_str_format(arena, "%.*s %.*s%s%.*s", QC_STR_ARGS(right_word(references, part, opening)), QC_STR_ARGS(from),
                         from.len > 0 ? " " : "", QC_STR_ARGS(number));
}

/* The whole as it should be written; what joins its parts stays, but for a comma inside a chain. */
static struct qc_str right_form(struct qc_arena *arena, const struct qc_references *references,
                                const struct qc_reference *reference)
{
    struct qc_buf buf = { .arena = arena };
    bool turned = reference->turned;
    for (size_t i = 0; i < reference->count; i++) {
        size_t at = turned ? reference->count - 1 - i : i;
        const struct qc_reference_part *part = part_of(references, reference, at);
        bool opening = i == 0 && opens_sentence(references, part_of(references, reference, 0)->item);
        qc_buf_add(&buf, right_part(arena, references, part, opening));
        if (i + 1 == reference->count)
            break;
        const struct qc_reference_part *next = part + 1;
        struct qc_str between = turned ? QC_STR(" ") : slice(references, part->end, next->begin);
        if (qc_str_starts(between, QC_STR(")")))
            between = qc_str_skip(between, 1);
        bool inside = !turned && part->around == reference->first + at + 1;
        qc_buf_add(&buf, inside && qc_str_equal(qc_str_trim(between), QC_STR(",")) ? QC_STR(" ") : between);
    }
    return qc_buf_str(&buf);
}

/* All its parts are units of this document; else nobody knows what was meant. */
static bool is_resolved(const struct qc_references *references, const struct qc_reference *reference)
{
    for (size_t i = 0; i < reference->count; i++)
        if (part_of(references, reference, i)->unit == NULL)
            return false;
    return true;
}

static void check_form(const struct qc_check *check, const struct qc_references *references,
                       const struct qc_reference *reference, const struct qc_text *text)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_reference_part *first = part_of(references, reference, 0);
    bool phrase = reference->count == 1 && (first->itself || qc_reference_is_uncertain(references, reference));
    if ((phrase && !is_resolved(references, reference)) || (first->itself && reference->count == 1) ||
        (reference->turned && !reference->is_chain) || reference->dotted ||
        (reference->scope == QC_REFERENCE_BARE && !is_resolved(references, reference)))
        return;
    struct qc_str typed = slice(references, reference->begin, reference->end);
    struct qc_str right = right_form(&cx->arena, references, reference);
    if (qc_str_equal(typed, right) || qc_str_is_capitals(typed) ||
        qc_str_equal(qc_name_key(&cx->arena, typed), QC_STR("")))
        return;
    struct qc_span span = qc_prose_span(text->prose, reference->begin, reference->end);
    struct qc_diagnostic *d = qc_report(cx, span, QC_MSG(reference_form), QC_STR_ARGS(typed), QC_STR_ARGS(right));
    qc_fix(cx, d, span, right);
    d->fix_is_safe = reference->is_chain || reference->count == 1;
}

void *qc_begin_references(const struct qc_check *check)
{
    struct qc_references *references = qc_alloc(&check->cx->arena, sizeof *references);
    qc_references_begin(references, &check->cx->arena, check->document);
    return references;
}

void qc_check_references(const struct qc_check *check)
{
    struct qc_references *references = check->state;
    const struct qc_text *text = check->text;
    if (!text->own || !(qc_text_is_running(text) || text->kind == QC_TEXT_TITLE || text->kind == QC_TEXT_RECIPIENT))
        return;
    qc_references_read(references, check->reading, text->unit);
    for (size_t k = 0; k < references->items.count; k++) {
        const struct qc_reference *reference = &references->items.items[k];
        if (reference->scope != QC_REFERENCE_OTHER && !check_missing(check, references, reference, text))
            check_form(check, references, reference, text);
    }
}
