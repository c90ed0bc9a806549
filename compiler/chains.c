/*
 * chains.c - the public functions that judge the documents of several years together.
 *
 * Owns nothing beside the context: chain/ has the rules.
 */
#include "context.h"

#include "diag/allow.h"
#include "diag/config.h"
#include "source/file.h"

static bool begin(struct qc_context *qc, const char *folder)
{
    struct qc_arena *arena = &qc->cx.arena;
    qc_source_add_empty(arena, &qc->cx.sources, qc_str_from(folder)); /* what JSON calls the document */
    struct qc_str inside = qc_str_format(arena, qc_path_is_special(folder) ? "%s/." : "%s", folder);
    if (qc->use_config && !qc_config_read(&qc->cx, qc_str_terminated(arena, inside), &qc->chosen))
        return false;
    qc_choices_overlay(&qc->chosen, &qc->choices);
    return true;
}

enum qc_result qc_chains_begin(struct qc_context *chains, const char *folder)
{
    bool read = false;
    qc_context_reset(chains);
    WITH_MEMORY(chains, read = begin(chains, folder));
    return !read ? QC_UNREADABLE : chains->cx.count[QC_LEVEL_ERROR] > 0 ? QC_FAILED : QC_OK;
}

static void add(struct qc_context *chains, struct qc_context *qc)
{
    if (qc->document == NULL || qc->cx.count[QC_LEVEL_ERROR] > 0)
        qc_chain_add_broken(&chains->cx, &qc->cx);
    else
        qc_chain_add_document(&chains->cx, &chains->chains, &qc->cx, qc->document);
}

/* Both contexts allocate: whichever runs out of memory ends the call. */
static enum qc_result add_guarded(struct qc_context *chains, struct qc_context *qc)
{
    WITH_MEMORY(qc, add(chains, qc));
    return QC_OK;
}

enum qc_result qc_chains_add(struct qc_context *chains, struct qc_context *qc)
{
    enum qc_result result = QC_OK;
    if (chains->cx.sources.files.count == 0 || qc->cx.sources.files.count == 0 || chains->judged)
        return QC_BAD_ARGUMENT;
    WITH_MEMORY(chains, result = add_guarded(chains, qc));
    return result;
}

static void judge(struct qc_context *qc)
{
    qc->judged = true;
    qc_chain_link(&qc->cx, &qc->chains);
    qc_chain_judge(&qc->cx, &qc->chains);
    qc_diagnostics_sort(&qc->cx);
    qc_allowances_apply(&qc->cx);
}

enum qc_result qc_chains_judge(struct qc_context *chains)
{
    if (chains->cx.sources.files.count == 0)
        return QC_BAD_ARGUMENT;
    if (!chains->judged)
        WITH_MEMORY(chains, judge(chains));
    return chains->cx.count[QC_LEVEL_ERROR] > 0 ? QC_FAILED : QC_OK;
}

enum qc_result qc_chains_print(struct qc_context *chains, enum qc_language language, qc_write_fn *write,
                               void *user)
{
    struct qc_buf buf = { .arena = &chains->cx.arena };
    if (!chains->judged)
        return QC_BAD_ARGUMENT;
    WITH_MEMORY(chains,
                qc_chain_list(&chains->chains, qc_lang_of(language), &buf));
    return qc_hand_over(&buf, write, user);
}
