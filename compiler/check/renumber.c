/*
 * renumber.c - moves references in prose along with the units that get
 * another number.
 *
 * Owns the moves. Must not guess: a reference whose unit is not certain keeps
 * its number, is reported, and makes the fix a suggestion.
 */
#include "check/renumber.h"

#include "base/utf8.h"
#include "sema/reference.h"
#include "syntax/token.h"

enum { MOST_CANDIDATES = 1000 }; /* moves looked at for one reference; a document with more is in no order at all */

/* --- moves ------------------------------------------------------------------ */

static struct qc_str key_of_unit(const struct qc_unit *const *unit)
{
    return (struct qc_str){ (const char *)unit, sizeof *unit };
}

const struct qc_move *qc_renumber_move(const struct qc_renumber *renumber, const struct qc_unit *unit)
{
    return qc_map_get(&renumber->moves, key_of_unit(&unit));
}

struct qc_diagnostic *qc_renumber_enter(struct qc_renumber *renumber, struct qc_diagnostic *finding,
                                        struct qc_fix_group *group)
{
    struct qc_compilation *cx = renumber->check->cx;
    if (finding == &cx->unseen) { /* its edits belong to those of the others, and are wanted if nobody looks for findings */
        finding = qc_alloc(&cx->arena, sizeof *finding);
        *finding = cx->unseen;
    }
    finding->group = group;
    group->members++;
    *qc_vec_push(&cx->arena, &renumber->findings) = finding;
    return finding;
}

/* A number by which references and units are compared: "IV" and "04" are 4. */
static struct qc_str plain_number(struct qc_arena *arena, struct qc_str number, bool may_be_roman)
{
    unsigned roman = may_be_roman ? qc_roman_value(number) : 0;
    if (roman > 0)
        return qc_str_format(arena, "%u", roman);
    size_t zeros = 0;
    while (zeros + 1 < number.len && number.ptr[zeros] == '0')
        zeros++;
    return qc_name_key(arena, qc_str_skip(number, zeros));
}

static bool is_roman(const struct qc_unit *unit)
{
    return qc_style_info(unit->marker.style)->numbering == QC_NUMBERING_ROMAN &&
           unit->marker.style != QC_STYLE_SMALL_ROMAN;
}

void qc_renumber_unit(struct qc_renumber *renumber, struct qc_diagnostic *finding, const struct qc_unit *unit,
                      unsigned value, struct qc_str number)
{
    struct qc_arena *arena = &renumber->check->cx->arena;
    struct qc_move *move = qc_alloc(arena, sizeof *move), *other;
    *move = (struct qc_move){ .unit = unit, .value = value, .number = number, .finding = finding };
    if (qc_map_add(arena, &renumber->moves, key_of_unit(&move->unit), move) != move)
        return; /* the child of a moved unit that was found wrong itself */
    qc_fix(renumber->check->cx, finding, qc_marker_number_span(&unit->marker), number);
    other = qc_map_add(arena, &renumber->by_old, plain_number(arena, qc_marker_number(&unit->marker), is_roman(unit)), move);
    if (other != move) {
        move->same_old = other->same_old;
        other->same_old = move;
    }
    other = qc_map_add(arena, &renumber->by_new, plain_number(arena, number, is_roman(unit)), move);
    if (other != move) {
        move->same_new = other->same_new;
        other->same_new = move;
    }
}

/* --- references that are certain ----------------------------------------------- */

/* The new number in the look of the old: "Chương 2" of Chương II becomes "Chương 3", "điểm B" "điểm C". */
static struct qc_str number_like(struct qc_arena *arena, const struct qc_move *move, struct qc_str typed)
{
    bool letters = qc_style_info(move->unit->marker.style)->numbering == QC_NUMBERING_LETTER;
    bool figures = typed.ptr[0] >= '0' && typed.ptr[0] <= '9';
    struct qc_str number = move->number;
    if (!letters && figures && memchr(number.ptr, '.', number.len) == NULL)
        number = qc_str_format(arena, "%u", move->value);
    else if (!letters && !figures)
        number = qc_roman_format(arena, move->value);
    bool capital = !figures && qc_str_equal(typed, qc_str_upper(arena, typed));
    return figures ? number : capital ? qc_str_upper(arena, number) : qc_name_key(arena, number);
}

static void report(struct qc_renumber *renumber, const struct qc_references *references,
                   const struct qc_reference *reference, const struct qc_text *text, const struct qc_move *move)
{
    struct qc_compilation *cx = renumber->check->cx;
    struct qc_str typed = qc_str_slice(references->reading->text, reference->begin, reference->end);
    struct qc_span span = qc_prose_span(text->prose, reference->begin, reference->end);
    struct qc_diagnostic *d = qc_report(cx, span, QC_MSG(reference_ambiguous), QC_STR_ARGS(typed));
    qc_note_at(cx, d, qc_marker_span(&move->unit->marker), QC_NOTE_MSG(would_be_renumbered),
               QC_STR_ARGS(qc_check_marker(&cx->arena, move->unit, move->number)));
}

/* --- references that are not ------------------------------------------------------ */

/* School plans cite "1." of "I." as "mục 1", and "1." as "điểm 1". */
static bool may_be_called(const struct qc_unit *unit, enum qc_reference_level level)
{
    static const char *const words[QC_REFERENCE_LEVELS] = { "Phần", "Chương", "Mục", "Tiểu mục", "Điều", "khoản", "điểm" };
    const char *citation = qc_style_info(unit->marker.style)->citation;
    bool clause = strcmp(citation, words[QC_REFERENCE_CLAUSE]) == 0;
    return strcmp(citation, words[level]) == 0 || (level == QC_REFERENCE_PART && strcmp(citation, "Mục") == 0) ||
           (clause && (level == QC_REFERENCE_SECTION || level == QC_REFERENCE_SUBSECTION || level == QC_REFERENCE_POINT));
}

static bool is_within(const struct qc_unit *unit, const struct qc_unit *around)
{
    while (unit != NULL && unit != around)
        unit = unit->parent;
    return unit != NULL;
}

/* "3a" was put in behind 3: without the letter, or whole when there is none. */
static struct qc_str without_letter(struct qc_str number)
{
    size_t digits = 0;
    while (digits < number.len && number.ptr[digits] >= '0' && number.ptr[digits] <= '9')
        digits++;
    return digits > 0 ? qc_str_slice(number, 0, digits) : number;
}

/*
 * Of a part that means no unit alone: the first unit that it may mean and
 * that moves, or that would get the number which is missing now. All such
 * fixes are only suggestions then.
 */
static const struct qc_move *find_doubt(struct qc_renumber *renumber, const struct qc_references *references,
                                        const struct qc_reference_part *part)
{
    struct qc_arena *arena = &renumber->check->cx->arena;
    struct qc_str number = memchr(part->number.ptr, '.', part->number.len) == NULL ? without_letter(part->number)
                                                                                   : part->number;
    bool inserted = number.len < part->number.len;
    struct qc_str key = plain_number(arena, number, part->level < QC_REFERENCE_ARTICLE);
    const struct qc_unit *around = part->in;
    if (part->around != QC_REFERENCE_NO_PART)
        around = references->parts.items[part->around].unit;
    const struct qc_move *found = NULL;
    size_t looked = 0;
    bool by_new = part->missing && !inserted;
    for (struct qc_move *move = qc_map_get(by_new ? &renumber->by_new : &renumber->by_old, key); move != NULL;
         move = by_new ? move->same_new : move->same_old) {
        bool last = ++looked == MOST_CANDIDATES;
        if (last || (may_be_called(move->unit, part->level) && (around == NULL || is_within(move->unit, around)))) {
            move->finding->group->unsafe = true;
            found = found == NULL ? move : found;
        }
        if (last)
            break;
    }
    return found;
}

/* --- all references ------------------------------------------------------------------ */

/* Moves one part. Returns the unit's move when it may not be followed, or NULL. */
static const struct qc_move *follow(struct qc_renumber *renumber, struct qc_references *references,
                                    const struct qc_reference *reference, const struct qc_reference_part *part,
                                    const struct qc_text *text)
{
    struct qc_compilation *cx = renumber->check->cx;
    if (part->itself)
        return NULL;
    bool doubtful = reference->scope == QC_REFERENCE_BARE && reference->doubtful;
    /* a heading's small word, "mục IV", that leads to a unit is one: reference-form gives it its capital */
    bool small = part->unit != NULL && part->level < QC_REFERENCE_CLAUSE;
    bool uncertain = doubtful || (!small && qc_reference_is_uncertain(references, reference));
    if (part->unit == NULL)
        return uncertain ? NULL : find_doubt(renumber, references, part);
    const struct qc_move *move = qc_renumber_move(renumber, part->unit);
    if (move == NULL)
        return NULL;
    if (uncertain || !text->own) {
        move->finding->group->unsafe = true;
        return move;
    }
    struct qc_str typed = qc_str_slice(references->reading->text, part->number_begin, part->number_end);
    struct qc_span span = qc_prose_span(text->prose, part->number_begin, part->number_end);
    qc_fix(cx, move->finding, span, number_like(&cx->arena, move, typed));
    return NULL;
}

/* Other documents are cited there, as a rule: of this one only what names it counts. */
static bool cites_others(const struct qc_text *text)
{
    return text->kind == QC_TEXT_BASIS || text->kind == QC_TEXT_SUBJECT || text->kind == QC_TEXT_ISSUER ||
           text->kind == QC_TEXT_SIGNATURE;
}

static void follow_all(struct qc_renumber *renumber, struct qc_references *references, const struct qc_text *text)
{
    qc_references_find(references, text->prose->text, text->unit);
    for (size_t i = 0; i < references->items.count; i++) {
        const struct qc_reference *reference = &references->items.items[i];
        const struct qc_move *doubt = NULL;
        if (reference->scope == QC_REFERENCE_OTHER || (cites_others(text) && reference->scope != QC_REFERENCE_HERE))
            continue;
        for (size_t k = 0; k < reference->count; k++) {
            const struct qc_reference_part *part = &references->parts.items[reference->first + k];
            const struct qc_move *move = follow(renumber, references, reference, part, text);
            doubt = doubt == NULL ? move : doubt;
        }
        if (doubt != NULL)
            report(renumber, references, reference, text, doubt);
    }
}

void qc_renumber_references(struct qc_renumber *renumber)
{
    const struct qc_check *check = renumber->check;
    if (renumber->findings.count == 0)
        return;
    struct qc_references references;
    qc_references_begin(&references, &check->cx->arena, check->document);
    for (size_t i = 0; i < check->texts->items.count; i++)
        follow_all(renumber, &references, &check->texts->items.items[i]);
    qc_references_end(&references);
    /* a text typed without marks may have references that are not found */
    bool unmarked = check->document->tree->unmarked;
    for (size_t i = 0; i < renumber->findings.count; i++)
        renumber->findings.items[i]->fix_is_safe = !unmarked && !renumber->findings.items[i]->group->unsafe;
}
