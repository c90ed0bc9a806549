/*
 * repair.c - the public functions that apply fixes: round after round, until nothing is left to fix.
 *
 * Owns the text between two rounds, which the context's arena does not
 * outlive. Must not read or write files; where the text goes is the caller's.
 */
#include "context.h"

#include <stdlib.h>

#include "base/limits.h"
#include "fix/apply.h"
#include "fix/difference.h"

/* A name and bytes that outlive a compilation. */
struct text {
    char *name, *bytes;
    size_t length;
};

static char *copy_of(struct qc_str text)
{
    char *copy = malloc(text.len + 1);
    if (copy == NULL)
        return NULL;
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    copy[text.len] = '\0';
    return copy;
}

/* Mistakes that hide what was written; no fix may bring one in. */
static size_t count_binding(const struct qc_context *qc)
{
    size_t count = 0;
    for (size_t i = 0; i < qc->cx.diagnostics.count; i++)
        count += qc_diag_is_binding(qc->cx.diagnostics.items[i]->id);
    return count;
}

static enum qc_result compile_and_check(struct qc_context *qc, const struct text *text)
{
    enum qc_result result = qc_compile_memory(qc, text->name, text->bytes, text->length);
    return result == QC_NO_MEMORY ? result : qc_check(qc);
}

/* --- one round ---------------------------------------------------------------- */

/* A round of fixes to a text, which the context holds compiled and checked. */
struct round {
    struct qc_context *qc;
    const struct text *text;
    bool suggested;
    size_t binding;            /* mistakes that hide something, before it */
    struct qc_applied applied; /* in the context's arena */
    bool *left_out;            /* by number of the fix; NULL: none */
    unsigned tries;            /* made to find those */
};

/* Did a compilation come to no text to judge? Memory ran out, or the project's file could not be read any more. */
static bool gave_up(enum qc_result result)
{
    return result == QC_NO_MEMORY || result == QC_UNREADABLE;
}

static enum qc_result apply(struct round *round)
{
    struct qc_context *qc = round->qc;
    struct qc_fix_choice choice = { round->suggested, round->left_out };
    WITH_MEMORY(qc, round->applied = qc_fixes_apply(&qc->cx, qc->source, &choice));
    return QC_OK;
}

/* Compiles what was applied. The next text is then the caller's, whatever the result. */
static enum qc_result compile_applied(const struct round *round, struct text *next)
{
    struct qc_str bytes = round->applied.bytes;
    *next = (struct text){ round->text->name, copy_of(bytes), bytes.len };
    return next->bytes == NULL ? QC_NO_MEMORY : qc_compile_memory(round->qc, next->name, next->bytes, next->length);
}

static bool is_readable(const struct round *round)
{
    return round->qc->document != NULL && count_binding(round->qc) <= round->binding;
}

/* Would the text be read as well as before with the fixes that are not left out? */
static enum qc_result try_fixes(struct round *round, bool *readable)
{
    struct text next;
    enum qc_result result = apply(round);
    if (gave_up(result))
        return result;
    result = compile_applied(round, &next);
    *readable = !gave_up(result) && is_readable(round);
    free(next.bytes);
    round->tries++;
    return gave_up(result) ? result : compile_and_check(round->qc, round->text);
}

/*
 * Of the fixes from number `from` to `to`, all left out and not all right
 * together, takes back in those that do no harm. Some may stay out for want of tries.
 */
static enum qc_result leave_out(struct round *round, size_t from, size_t to)
{
    size_t middle = from + (to - from) / 2, ends[] = { from, middle, to };
    enum qc_result result = QC_OK;
    for (size_t half = 0; half < 2 && to - from > 1 && !gave_up(result); half++) {
        bool readable, *first = round->left_out + ends[half];
        size_t count = ends[half + 1] - ends[half];
        if (round->tries == QC_MAX_FIX_TRIES)
            break;
        memset(first, false, count);
        result = try_fixes(round, &readable);
        if (gave_up(result) || readable)
            continue;
        memset(first, true, count);
        result = leave_out(round, ends[half], ends[half + 1]);
    }
    return result;
}

/* Applies again without the fixes that made the text less readable; the context holds the old text. */
static enum qc_result apply_others(struct round *round)
{
    size_t count = round->applied.offered;
    round->left_out = malloc(count * sizeof *round->left_out);
    if (round->left_out == NULL)
        return QC_NO_MEMORY;
    memset(round->left_out, true, count);
    enum qc_result result = leave_out(round, 0, count);
    if (!gave_up(result))
        result = apply(round);
    free(round->left_out);
    round->left_out = NULL;
    return result;
}

/* --- all rounds ----------------------------------------------------------------- */

/*
 * Replaces text by what was applied to it, and checks that. A fix that makes
 * it less readable is left out. *settled: there was nothing else to apply.
 */
static enum qc_result go_on(struct round *round, struct text *text, struct qc_repaired *repaired, bool *settled)
{
    struct text next;
    enum qc_result result = compile_applied(round, &next);
    if (!gave_up(result) && !is_readable(round)) {
        free(next.bytes);
        next.bytes = NULL;
        repaired->unsettled = true;
        result = compile_and_check(round->qc, text);
        if (!gave_up(result))
            result = apply_others(round);
        if (gave_up(result))
            return result;
        *settled = qc_str_equal(round->applied.bytes, round->qc->source->bytes);
        if (*settled)
            return result;
        result = compile_applied(round, &next);
    }
    if (gave_up(result)) {
        free(next.bytes);
        return result;
    }
    repaired->fixed += round->applied.fixed;
    free(text->bytes);
    *text = next;
    return qc_check(round->qc);
}

static enum qc_result repair(struct qc_context *qc, bool suggested, struct text *text, struct qc_repaired *repaired)
{
    enum qc_result result = qc_check(qc);
    bool settled = false;
    for (unsigned number = 0; !gave_up(result) && !settled; number++) {
        struct round round = { .qc = qc, .text = text, .suggested = suggested, .binding = count_binding(qc) };
        if (apply(&round) == QC_NO_MEMORY)
            return QC_NO_MEMORY;
        repaired->elsewhere = round.applied.elsewhere;
        repaired->suggested = round.applied.unsafe;
        if (qc_str_equal(round.applied.bytes, qc->source->bytes))
            break;
        if (number == QC_MAX_FIX_ROUNDS) {
            repaired->unsettled = true;
            break;
        }
        result = go_on(&round, text, repaired, &settled);
    }
    return result;
}

enum qc_result qc_repair(struct qc_context *qc, bool suggested, struct qc_repaired *repaired)
{
    *repaired = (struct qc_repaired){ 0 };
    if (qc->document == NULL)
        return qc_check(qc);
    struct qc_str bytes = qc->source->bytes;
    struct text text = { copy_of(qc->source->name), copy_of(bytes), bytes.len };
    size_t before_length = bytes.len;
    char *before = copy_of(bytes);
    enum qc_result result = QC_NO_MEMORY;
    if (text.name != NULL && text.bytes != NULL && before != NULL)
        result = repair(qc, suggested, &text, repaired);
    free(text.name);
    free(text.bytes);
    free(qc->before);
    qc->before = before;
    qc->before_length = before_length;
    if (!gave_up(result))
        repaired->changed = !qc_str_equal(qc->source->bytes, (struct qc_str){ before, before_length });
    return result;
}

enum qc_result qc_text(struct qc_context *qc, qc_write_fn *write, void *user)
{
    if (qc->document == NULL)
        return QC_BAD_ARGUMENT;
    struct qc_str bytes = qc->source->bytes;
    return bytes.len == 0 || write(user, bytes.ptr, bytes.len) ? QC_OK : QC_WRITE_FAILED;
}

static void print_repairs(const struct qc_context *qc, struct qc_buf *out)
{
    struct qc_str before = { qc->before, qc->before_length };
    qc_difference_print(out, qc->source->name, before, qc->source->bytes);
}

enum qc_result qc_print_repairs(struct qc_context *qc, qc_write_fn *write, void *user)
{
    if (qc->document == NULL || qc->before == NULL)
        return QC_BAD_ARGUMENT;
    struct qc_buf out = { .arena = &qc->cx.arena };
    WITH_MEMORY(qc, print_repairs(qc, &out));
    return out.len == 0 || write(user, out.ptr, out.len) ? QC_OK : QC_WRITE_FAILED;
}
