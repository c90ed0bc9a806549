/*
 * reformat.c - the public function that lays a document out in the canonical form of its source.
 *
 * Owns the proof that nothing changes but the layout: the new text must
 * compile to the same tree and document, or the old one stays.
 */
#include "context.h"

#include <stdlib.h>

#include "fmt/fmt.h"
#include "sema/resolve.h"
#include "syntax/parse.h"

/* What outlives a compilation; malloc'ed, each ended by NUL. */
struct kept {
    char *name, *before, *after, *meaning;
    size_t before_length, after_length, meaning_length;
};

static char *copy_of(struct qc_str text)
{
    char *copy = malloc(text.len + 1);
    if (copy != NULL) {
        if (text.len > 0)
            memcpy(copy, text.ptr, text.len);
        copy[text.len] = '\0';
    }
    return copy;
}

static void free_kept(struct kept *kept)
{
    free(kept->name);
    free(kept->before);
    free(kept->after);
    free(kept->meaning);
    *kept = (struct kept){ 0 };
}

/* The tree and the document, without the places of their lines. */
static struct qc_str meaning_of(struct qc_context *qc)
{
    struct qc_buf buf = { .arena = &qc->cx.arena };
    qc_dump_tree(qc->tree, &buf);
    qc_dump_document(&qc->cx.arena, qc->document, &buf);
    return qc_buf_str(&buf);
}

static void keep(struct qc_context *qc, unsigned wrap, struct kept *kept)
{
    struct qc_str meaning = meaning_of(qc), after = qc_fmt(&qc->cx.arena, qc->tree, wrap);
    kept->name = copy_of(qc->source->name);
    kept->before = copy_of(qc->source->bytes);
    kept->after = copy_of(after);
    kept->meaning = copy_of(meaning);
    kept->before_length = qc->source->bytes.len;
    kept->after_length = after.len;
    kept->meaning_length = meaning.len;
}

static enum qc_result keep_safely(struct qc_context *qc, unsigned wrap, struct kept *kept)
{
    WITH_MEMORY(qc, keep(qc, wrap, kept));
    bool all = kept->name != NULL && kept->before != NULL && kept->after != NULL && kept->meaning != NULL;
    return all ? QC_OK : QC_NO_MEMORY;
}

static enum qc_result compare(struct qc_context *qc, const struct kept *kept, bool *same)
{
    struct qc_str before = { kept->meaning, kept->meaning_length };
    *same = false;
    if (qc->document != NULL)
        WITH_MEMORY(qc, *same = qc_str_equal(before, meaning_of(qc)));
    return QC_OK;
}

/* Compiles the canonical form; when it does not mean the same, the old text again. */
static enum qc_result replace(struct qc_context *qc, const struct kept *kept, bool *same)
{
    enum qc_result result = qc_compile_memory(qc, kept->name, kept->after, kept->after_length);
    if (result != QC_NO_MEMORY && compare(qc, kept, same) == QC_NO_MEMORY)
        return QC_NO_MEMORY;
    if (result == QC_NO_MEMORY || result == QC_UNREADABLE || *same)
        return result;
    return qc_compile_memory(qc, kept->name, kept->before, kept->before_length);
}

/* *same: the text is the canonical form now, or was it before. */
static enum qc_result reformat(struct qc_context *qc, unsigned wrap, struct kept *kept, bool *same)
{
    enum qc_result result = keep_safely(qc, wrap, kept);
    struct qc_str before = { kept->before, kept->before_length }, after = { kept->after, kept->after_length };
    *same = true;
    return result == QC_OK && !qc_str_equal(before, after) ? replace(qc, kept, same) : result;
}

enum qc_result qc_reformat(struct qc_context *qc, unsigned wrap, struct qc_reformatted *reformatted)
{
    *reformatted = (struct qc_reformatted){ 0 };
    if (qc->document == NULL)
        return QC_BAD_ARGUMENT;
    if (qc->cx.count[QC_LEVEL_ERROR] > 0)
        return QC_FAILED;
    struct kept kept = { 0 };
    bool same;
    enum qc_result result = reformat(qc, wrap, &kept, &same);
    if (result != QC_NO_MEMORY && result != QC_UNREADABLE && !same && wrap > 0) {
        free_kept(&kept);
        reformatted->unwrapped = true;
        result = reformat(qc, 0, &kept, &same);
    }
    if (result != QC_NO_MEMORY && result != QC_UNREADABLE) {
        free(qc->before);
        qc->before = kept.before;
        qc->before_length = kept.before_length;
        kept.before = NULL;
        reformatted->refused = !same;
        reformatted->changed = !qc_str_equal(qc->source->bytes, (struct qc_str){ qc->before, qc->before_length });
    }
    free_kept(&kept);
    return result;
}
