/*
 * libqc.c - the public functions, in the order of the stages.
 *
 * Owns the context. The only place where running out of memory is caught: the
 * arena jumps back here, and the call ends with QC_NO_MEMORY.
 */
#include "context.h"

#include <stdlib.h>

#include "base/limits.h"
#include "check/check.h"
#include "diag/allow.h"
#include "diag/config.h"
#include "diag/load.h"
#include "diag/show.h"
#include "diag/text.h"
#include "import/encoding.h"
#include "sema/resolve.h"
#include "source/file.h"
#include "syntax/parse.h"

_Static_assert(QC_INPUT_LIMIT == QC_MAX_FILE_BYTES, "the limit that qc.h promises is the one that holds");
_Static_assert((int)QC_ERROR == (int)QC_LEVEL_ERROR && (int)QC_ENGLISH == (int)QC_LANG_EN, "levels and languages agree");

struct qc_context *qc_context_new(void)
{
    return calloc(1, sizeof(struct qc_context));
}

void qc_context_reset(struct qc_context *qc)
{
    qc_arena_reset(&qc->cx.arena);
    qc_arena_reset(&qc->cx.scratch);
    free(qc->before);
    *qc = (struct qc_context){
        .cx = { .arena = qc->cx.arena, .scratch = qc->cx.scratch },
        .choices = qc->choices,
        .use_config = qc->use_config,
        .library = qc->library,
        .read = qc->read,
        .read_user = qc->read_user,
    };
    qc->cx.choices = &qc->chosen;
    qc->cx.library = qc->library;
    qc->cx.read = qc->read;
    qc->cx.read_user = qc->read_user;
}

void qc_context_free(struct qc_context *qc)
{
    if (qc == NULL)
        return;
    qc_context_reset(qc);
    qc_arena_free(&qc->cx.arena);
    qc_arena_free(&qc->cx.scratch);
    free(qc);
}

/* --- choosing --------------------------------------------------------- */

enum qc_result qc_choose(struct qc_context *qc, const char *rule, enum qc_choice choice)
{
    enum qc_diag_id found[QC_DIAG_COUNT];
    size_t count = qc_diag_find_all(rule, found);
    if (count == 0)
        return QC_BAD_ARGUMENT;
    for (size_t i = 0; i < count; i++)
        if (qc_diag_is_binding(found[i]) && (choice == QC_CHOICE_OFF || choice == QC_CHOICE_WARNING))
            return QC_FAILED;
    for (size_t i = 0; i < count; i++)
        qc->choices.rule[found[i]] = (unsigned char)choice;
    return QC_OK;
}

void qc_choose_none(struct qc_context *qc)
{
    qc_choices_none(&qc->choices);
}

void qc_choose_level(struct qc_context *qc, enum qc_message_level least)
{
    qc->choices.least = (enum qc_level)least;
    qc->choices.least_chosen = true;
}

void qc_use_config(struct qc_context *qc, bool use)
{
    qc->use_config = use;
}

void qc_use_library(struct qc_context *qc, const char *directories)
{
    qc->library = directories;
}

void qc_use_reader(struct qc_context *qc, qc_read_fn *read, void *user)
{
    qc->read = read;
    qc->read_user = user;
}

/* --- compiling -------------------------------------------------------- */

/* The encoding that qc import would read the bytes in; NULL when it knows none that fits. */
static const char *encoding_of(struct qc_arena *arena, struct qc_str bytes)
{
    enum { ENOUGH = 64 * 1024 }; /* bytes, an even number: half of a character of UTF-16 is none */
    enum import_encoding found;
    struct qc_str text;
    if (bytes.len > ENOUGH)
        bytes.len = ENOUGH;
    bool recognised = qc_import_decode(arena, bytes, IMPORT_ENCODING_COUNT, &found, &text) == IMPORT_FINE;
    return recognised ? qc_import_encoding_name(found) : NULL;
}

/* Returns false when a file that must be there cannot be read. */
static bool compile(struct qc_context *qc, const char *path, struct qc_str bytes)
{
    struct qc_str name = qc_str_from(path);
    enum qc_source_fault fault;
    size_t at;
    qc->source = qc_source_add(&qc->cx.arena, &qc->cx.sources, name, bytes, &fault, &at);
    if (qc->source == NULL) {
        struct qc_source *empty = qc_source_add_empty(&qc->cx.arena, &qc->cx.sources, name);
        const char *encoding = fault == QC_SOURCE_NOT_UTF8 ? encoding_of(&qc->cx.arena, bytes) : NULL;
        qc_source_report(&qc->cx, (struct qc_span){ 0, 0, empty->id }, fault, at, bytes, encoding);
        return true;
    }
    if (qc->use_config && !qc_config_read(&qc->cx, path, &qc->chosen))
        return false;
    qc_choices_overlay(&qc->chosen, &qc->choices);
    qc->tree = qc_parse(&qc->cx, qc->source);
    struct qc_document *document = qc_resolve(&qc->cx, qc->tree, path);
    qc_diagnostics_sort(&qc->cx);
    qc_allowances_apply(&qc->cx);
    qc->compiled_allowed = qc->cx.allowed.count;
    qc->compiled_count = qc->cx.diagnostics.count;
    memcpy(qc->compiled_levels, qc->cx.count, sizeof qc->cx.count);
    qc->document = document;
    return true;
}

static void read_and_compile(struct qc_context *qc, const char *path, bool *read)
{
    struct qc_str bytes, name = qc_str_from(path);
    int error;
    *qc_vec_push(&qc->cx.arena, &qc->cx.paths) = qc_str_terminated(&qc->cx.arena, name);
    if (qc_file_read(&qc->cx.arena, path, QC_MAX_FILE_BYTES, &bytes, &error)) {
        *read = compile(qc, path, bytes);
        return;
    }
    struct qc_source *empty = qc_source_add_empty(&qc->cx.arena, &qc->cx.sources, name);
    qc_unreadable_report(&qc->cx, (struct qc_span){ 0, 0, empty->id }, name, error);
}

static enum qc_result outcome(const struct qc_context *qc)
{
    return qc->cx.count[QC_LEVEL_ERROR] > 0 ? QC_FAILED : QC_OK;
}

enum qc_result qc_compile_file(struct qc_context *qc, const char *path)
{
    bool read = false;
    qc_context_reset(qc);
    WITH_MEMORY(qc, read_and_compile(qc, path, &read));
    return read ? outcome(qc) : QC_UNREADABLE;
}

enum qc_result qc_compile_memory(struct qc_context *qc, const char *name, const char *bytes, size_t length)
{
    bool read = false;
    qc_context_reset(qc);
    WITH_MEMORY(qc, read = compile(qc, name, qc_str_copy(&qc->cx.arena, (struct qc_str){ bytes, length })));
    return read ? outcome(qc) : QC_UNREADABLE;
}

const char *qc_file_at(const struct qc_context *qc, size_t index)
{
    return index < qc->cx.paths.count ? qc->cx.paths.items[index] : NULL;
}

/* --- checking --------------------------------------------------------- */

/* Checks once; what an earlier run that ran out of memory had found is forgotten. */
static void check_all(struct qc_context *qc)
{
    qc->cx.diagnostics.count = qc->compiled_count;
    memcpy(qc->cx.count, qc->compiled_levels, sizeof qc->cx.count);
    qc->cx.allowed.count = qc->compiled_allowed;
    qc_check_all(&qc->cx, qc->document);
    qc_diagnostics_sort(&qc->cx);
    qc_allowances_apply(&qc->cx);
    qc_allowances_report_unused(&qc->cx, qc->source->id);
    qc_diagnostics_sort(&qc->cx);
    qc->checked = true;
}

enum qc_result qc_check(struct qc_context *qc)
{
    if (qc->document == NULL)
        return qc->cx.count[QC_LEVEL_ERROR] > 0 ? QC_FAILED : QC_BAD_ARGUMENT;
    if (!qc->checked)
        WITH_MEMORY(qc, check_all(qc));
    return outcome(qc);
}

/* --- diagnostics ------------------------------------------------------ */

size_t qc_message_count(const struct qc_context *qc, enum qc_message_level level)
{
    return qc->cx.count[level];
}

size_t qc_rule_count(const struct qc_context *qc, size_t index)
{
    return index < QC_DIAG_COUNT ? qc_diagnostics_count(&qc->cx, (enum qc_diag_id)index) : 0;
}

enum qc_result qc_print_messages(struct qc_context *qc, enum qc_language language, bool color, qc_write_fn *write,
                                 void *user)
{
    struct qc_buf buf = { .arena = &qc->cx.arena };
    WITH_MEMORY(qc, qc_diagnostics_print(&qc->cx, qc_lang_of(language), color, &buf));
    return qc_hand_over(&buf, write, user);
}

bool qc_rule_at(size_t index, struct qc_rule *rule)
{
    if (index >= QC_DIAG_COUNT)
        return false;
    const struct qc_diag_info info = qc_diag_info((enum qc_diag_id)index);
    *rule = (struct qc_rule){
        .number = index,
        .code = info.code,
        .slug = info.slug,
        .level = (enum qc_message_level)info.level,
        .norm = info.norm,
        .norm_since = qc_norm_since(info.norm),
        .explanation = { info.explanation[0], info.explanation[1] },
        .binding = qc_diag_is_binding((enum qc_diag_id)index),
    };
    return true;
}

bool qc_rule_find(const char *name, struct qc_rule *rule)
{
    return qc_rule_at((size_t)qc_diag_find(name), rule);
}

size_t qc_show_character(const char *text, size_t length, char *out, size_t *out_length)
{
    return qc_show_one(text, length, out, out_length);
}

const char *qc_version(void)
{
    return QC_VERSION;
}
