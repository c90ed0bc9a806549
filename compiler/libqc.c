/*
 * libqc.c - the public functions, in the order of the stages.
 *
 * Owns the context. The only place where running out of memory is caught: the
 * arena jumps back here, and the call ends with QC_NO_MEMORY.
 */
#include "context.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/mentions.h"
#include "diag/allow.h"
#include "diag/config.h"
#include "diag/load.h"
#include "diag/show.h"
#include "diag/text.h"
#include "emit/emit.h"
#include "sema/resolve.h"
#include "source/file.h"
#include "syntax/parse.h"

_Static_assert(QC_INPUT_LIMIT == QC_MAX_FILE_BYTES, "the limit that qc.h promises is the one that holds");
_Static_assert((int)QC_ERROR == (int)QC_LEVEL_ERROR && (int)QC_ENGLISH == (int)QC_LANG_EN, "levels and languages agree");

struct qc_context *qc_context_new(void)
{
    return calloc(1, sizeof(struct qc_context));
}

static void reset(struct qc_context *qc)
{
    qc_arena_free(&qc->cx.arena);
    free(qc->before);
    *qc = (struct qc_context){ .choices = qc->choices, .use_config = qc->use_config };
    qc->cx.choices = &qc->chosen;
}

void qc_context_free(struct qc_context *qc)
{
    if (qc == NULL)
        return;
    reset(qc);
    free(qc);
}

/* --- choosing --------------------------------------------------------- */

enum qc_result qc_choose(struct qc_context *qc, const char *rule, enum qc_choice choice)
{
    enum qc_diag_id id = qc_diag_find(rule);
    if (id == QC_DIAG_COUNT)
        return QC_BAD_ARGUMENT;
    if (qc_diag_is_binding(id) && (choice == QC_CHOICE_OFF || choice == QC_CHOICE_WARNING))
        return QC_FAILED;
    qc->choices.rule[id] = (unsigned char)choice;
    return QC_OK;
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

/* --- compiling -------------------------------------------------------- */

static void compile(struct qc_context *qc, const char *path, const char *content, size_t length)
{
    struct qc_str name = qc_str_from(path), bytes = { content, length };
    enum qc_source_fault fault;
    size_t at;
    qc->source = qc_source_add(&qc->cx.arena, &qc->cx.sources, name, bytes, &fault, &at);
    if (qc->source == NULL) {
        struct qc_source *empty = qc_source_add_empty(&qc->cx.arena, &qc->cx.sources, name);
        qc_source_report(&qc->cx, (struct qc_span){ 0, 0, empty->id }, fault, at, bytes);
        return;
    }
    if (qc->use_config)
        qc_config_read(&qc->cx, path, &qc->chosen);
    qc_choices_overlay(&qc->chosen, &qc->choices);
    qc->tree = qc_parse(&qc->cx, qc->source);
    struct qc_document *document = qc_resolve(&qc->cx, qc->tree, path);
    qc_diagnostics_sort(&qc->cx);
    qc_allowances_apply(&qc->cx);
    qc->compiled_allowed = qc->cx.allowed.count;
    qc->compiled_count = qc->cx.diagnostics.count;
    memcpy(qc->compiled_levels, qc->cx.count, sizeof qc->cx.count);
    qc->document = document;
}

static void read_and_compile(struct qc_context *qc, const char *path, bool *unreadable)
{
    struct qc_str bytes, name = qc_str_from(path);
    int error;
    *unreadable = !qc_file_read(&qc->cx.arena, path, QC_MAX_FILE_BYTES, &bytes, &error);
    if (!*unreadable) {
        compile(qc, path, bytes.ptr, bytes.len);
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
    bool unreadable = false;
    reset(qc);
    WITH_MEMORY(qc, read_and_compile(qc, path, &unreadable));
    return unreadable ? QC_UNREADABLE : outcome(qc);
}

enum qc_result qc_compile_memory(struct qc_context *qc, const char *name, const char *bytes, size_t length)
{
    reset(qc);
    WITH_MEMORY(qc, compile(qc, name, bytes, length));
    return outcome(qc);
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

/* --- printing --------------------------------------------------------- */

static enum qc_result write_all(const struct qc_buf *buf, qc_write_fn *write, void *user)
{
    return buf->len == 0 || write(user, buf->ptr, buf->len) ? QC_OK : QC_WRITE_FAILED;
}

enum qc_result qc_emit(struct qc_context *qc, const char *format, const struct qc_emit_options *options,
                       qc_write_fn *write, void *user)
{
    static const struct qc_emit_options defaults;
    const struct qc_emitter *emitter = qc_emitter_find(format);
    if (emitter == NULL || qc->document == NULL)
        return QC_BAD_ARGUMENT;
    struct qc_out out = { .buf = { .arena = &qc->cx.arena } };
    const struct qc_emission emission = { &out, qc->document, options == NULL ? &defaults : options, &qc->cx };
    WITH_MEMORY(qc, emitter->emit(&emission));
    return write_all(&out.buf, write, user);
}

/* A dump goes to a terminal as well: no control character of the source gets there raw. */
static void show_lines(struct qc_buf *out, struct qc_str text)
{
    for (size_t i = 0, n; i < text.len; i += n) {
        unsigned c = qc_utf8_decode(text, i, &n);
        if (c == '\n' || c == '\t' || !qc_is_control(c))
            qc_buf_add(out, qc_str_slice(text, i, i + n));
        else
            qc_buf_add(out, qc_str_format(out->arena, "\\u{%04X}", c));
    }
}

static bool dump(struct qc_context *qc, const char *stage, struct qc_buf *buf)
{
    if (strcmp(stage, "tokens") == 0)
        qc_dump_tokens(&qc->cx, qc->source, buf);
    else if (strcmp(stage, "tree") == 0)
        qc_dump_tree(qc->tree, buf);
    else if (strcmp(stage, "document") == 0)
        qc_dump_document(&qc->cx.arena, qc->document, buf);
    else if (strcmp(stage, "outline") == 0)
        qc_dump_outline(&qc->cx.arena, qc->document, buf);
    else
        return false;
    return true;
}

enum qc_result qc_dump(struct qc_context *qc, const char *stage, qc_write_fn *write, void *user)
{
    struct qc_buf buf = { .arena = &qc->cx.arena };
    bool known = false;
    if (qc->document == NULL)
        return QC_BAD_ARGUMENT;
    struct qc_buf shown = { .arena = &qc->cx.arena };
    WITH_MEMORY(qc, known = dump(qc, stage, &buf); show_lines(&shown, qc_buf_str(&buf)));
    return known ? write_all(&shown, write, user) : QC_BAD_ARGUMENT;
}

enum qc_result qc_parties(struct qc_context *qc, qc_write_fn *write, void *user)
{
    struct qc_buf buf = { .arena = &qc->cx.arena }, shown = { .arena = &qc->cx.arena };
    if (qc->document == NULL)
        return QC_BAD_ARGUMENT;
    WITH_MEMORY(qc, qc_mentions_list(&qc->cx.arena, qc->document, &buf); show_lines(&shown, qc_buf_str(&buf)));
    return write_all(&shown, write, user);
}

const char *qc_format_name(size_t index)
{
    for (size_t i = 0; i <= index; i++)
        if (qc_emitters[i].name == NULL)
            return NULL;
    return qc_emitters[index].name;
}

const char *qc_format_extension(size_t index)
{
    return qc_format_name(index) == NULL ? NULL : qc_emitters[index].extension;
}

const char *qc_format_summary(size_t index, enum qc_language language)
{
    return qc_format_name(index) == NULL ? NULL : qc_emitters[index].summary[language];
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
    WITH_MEMORY(qc, qc_diagnostics_print(&qc->cx, language == QC_VIETNAMESE ? QC_LANG_VI : QC_LANG_EN, color, &buf));
    return write_all(&buf, write, user);
}

bool qc_rule_at(size_t index, struct qc_rule *rule)
{
    if (index >= QC_DIAG_COUNT)
        return false;
    const struct qc_diag_info *info = qc_diag_info((enum qc_diag_id)index);
    *rule = (struct qc_rule){
        .code = info->code,
        .slug = info->slug,
        .level = (enum qc_message_level)info->level,
        .norm = info->norm,
        .format = { info->format[0], info->format[1] },
        .explanation = { info->explanation[0], info->explanation[1] },
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
