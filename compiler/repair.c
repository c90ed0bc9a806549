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

static enum qc_result apply(struct qc_context *qc, bool suggested, struct qc_applied *applied)
{
    WITH_MEMORY(qc, *applied = qc_fixes_apply(&qc->cx, qc->source, suggested));
    return QC_OK;
}

/*
 * Replaces text by what was applied and checks that; takes it back where it
 * cannot be read as well as before. False when this was the last round.
 */
static bool go_on(struct qc_context *qc, struct text *text, const struct qc_applied *applied,
                  struct qc_repaired *repaired, enum qc_result *result)
{
    size_t binding = count_binding(qc), fixed = applied->fixed;
    struct text next = { text->name, copy_of(applied->bytes), applied->bytes.len };
    *result = next.bytes == NULL ? QC_NO_MEMORY : compile_and_check(qc, &next);
    if (*result != QC_NO_MEMORY && (qc->document == NULL || count_binding(qc) > binding)) {
        free(next.bytes);
        *result = compile_and_check(qc, text);
        repaired->unsettled = true;
        return false;
    }
    repaired->fixed += fixed;
    free(text->bytes);
    *text = next;
    return *result != QC_NO_MEMORY;
}

static enum qc_result repair(struct qc_context *qc, bool suggested, struct text *text, struct qc_repaired *repaired)
{
    enum qc_result result = qc_check(qc);
    for (unsigned round = 0; result != QC_NO_MEMORY; round++) {
        struct qc_applied applied;
        if (apply(qc, suggested, &applied) == QC_NO_MEMORY)
            return QC_NO_MEMORY;
        repaired->elsewhere = applied.elsewhere;
        repaired->suggested = applied.unsafe;
        if (qc_str_equal(applied.bytes, qc->source->bytes))
            break;
        if (round == QC_MAX_FIX_ROUNDS) {
            repaired->unsettled = true;
            break;
        }
        if (go_on(qc, text, &applied, repaired, &result))
            continue;
        if (!suggested)
            break;
        suggested = false; /* what is safe need not suffer */
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
    if (result != QC_NO_MEMORY)
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

enum qc_result qc_print_repairs(struct qc_context *qc, qc_write_fn *write, void *user)
{
    if (qc->document == NULL || qc->before == NULL)
        return QC_BAD_ARGUMENT;
    struct qc_str before = { qc->before, qc->before_length };
    struct qc_buf out = { .arena = &qc->cx.arena };
    WITH_MEMORY(qc, qc_difference_print(&out, qc->source->name, before, qc->source->bytes));
    return out.len == 0 || write(user, out.ptr, out.len) ? QC_OK : QC_WRITE_FAILED;
}
