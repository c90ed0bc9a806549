/*
 * outputs.c - the public functions that print a compiled document: formats, stages, parties, bases.
 *
 * Owns nothing. An output is printed again to find which paragraph stands at a line of it.
 */
#include "context.h"

#include <stdio.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "check/bases_print.h"
#include "check/mentions.h"
#include "diag/allow.h"
#include "emit/emit.h"
#include "emit/pdf_module.h"
#include "import/engine.h"
#include "sema/resolve.h"
#include "syntax/parse.h"

static struct qc_out out_of(struct qc_context *qc, qc_write_fn *write, void *user)
{
    return (struct qc_out){ .buf = { .arena = &qc->cx.arena }, .scratch = &qc->cx.scratch, .write = write, .user = user };
}

static void emit(const struct qc_emitter *emitter, const struct qc_emission *emission)
{
    qc_buf_reserve(&emission->out->buf, 2 * QC_OUT_WINDOW); /* what is outgrown would stay in the arena */
    emitter->emit(emission);
    qc_diagnostics_sort(emission->cx);
    qc_allowances_apply(emission->cx);
}

enum qc_result qc_emit(struct qc_context *qc, const char *format, const struct qc_emit_options *options,
                       qc_write_fn *write, void *user)
{
    static const struct qc_emit_options defaults;
    const struct qc_emitter *emitter = qc_emitter_find(format);
    if (emitter == NULL || qc->document == NULL)
        return QC_BAD_ARGUMENT;
    qc->emitter = emitter;
    qc->emitted = options == NULL ? defaults : *options;
    struct qc_out out = out_of(qc, write, user);
    const struct qc_emission emission = { &out, qc->document, &qc->emitted, &qc->cx };
    size_t errors = qc->cx.count[QC_LEVEL_ERROR];
    WITH_MEMORY(qc, emit(emitter, &emission));
    qc->emitted.css = NULL; /* the caller's, and no line of an output that other programs read hangs on it */
    if (qc->cx.count[QC_LEVEL_ERROR] > errors)
        return QC_FAILED;
    return qc_out_end(&out) ? QC_OK : QC_WRITE_FAILED;
}

bool qc_has_document(const struct qc_context *qc)
{
    return qc->document != NULL;
}

static bool discard(void *user, const char *bytes, size_t length)
{
    (void)user, (void)bytes, (void)length;
    return true;
}

/* The paragraph that a line, from 1, of the last output prints; NULL when there is none. */
static const struct qc_prose *prose_of_line(struct qc_context *qc, size_t line)
{
    if (line == 0 || qc->emitter == NULL)
        return NULL;
    struct qc_out out = out_of(qc, discard, NULL);
    out.search.line = line;
    const struct qc_emission emission = { &out, qc->document, &qc->emitted, &qc->cx };
    emit(qc->emitter, &emission);
    qc_out_end(&out);
    return line <= out.search.passed ? out.search.found : NULL;
}

static bool report_line(struct qc_context *qc, const char *program, size_t line, const char *message)
{
    const struct qc_prose *prose = prose_of_line(qc, line);
    if (prose == NULL)
        return false;
    qc_report(&qc->cx, qc_prose_whole(prose), QC_MSG(engine_refuses), program, message);
    qc_diagnostics_sort(&qc->cx);
    return true;
}

enum qc_result qc_report_line(struct qc_context *qc, const char *program, size_t line, const char *message)
{
    bool reported;
    WITH_MEMORY(qc, reported = report_line(qc, program, line, message));
    return reported ? QC_FAILED : QC_BAD_ARGUMENT;
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

static void dump_tokens(struct qc_context *qc, struct qc_buf *buf)
{
    qc_dump_tokens(&qc->cx, qc->source, buf);
}

static void dump_tree(struct qc_context *qc, struct qc_buf *buf)
{
    qc_dump_tree(qc->tree, buf);
}

static void dump_document(struct qc_context *qc, struct qc_buf *buf)
{
    qc_dump_document(&qc->cx.arena, qc->document, buf);
}

static void dump_outline(struct qc_context *qc, struct qc_buf *buf)
{
    qc_dump_outline(&qc->cx.arena, qc->document, buf);
}

static const struct stage {
    const char *name;
    void (*dump)(struct qc_context *qc, struct qc_buf *buf);
} stages[] = {
    { "tokens", dump_tokens }, { "tree", dump_tree }, { "document", dump_document }, { "outline", dump_outline },
};

enum { STAGES = sizeof stages / sizeof *stages };

const char *qc_stage_name(size_t index)
{
    return index < STAGES ? stages[index].name : NULL;
}

static const struct stage *find_stage(const char *name)
{
    for (size_t i = 0; i < STAGES; i++)
        if (strcmp(stages[i].name, name) == 0)
            return &stages[i];
    return NULL;
}

enum qc_result qc_dump(struct qc_context *qc, const char *stage, qc_write_fn *write, void *user)
{
    struct qc_buf buf = { .arena = &qc->cx.arena }, shown = { .arena = &qc->cx.arena };
    const struct stage *found = find_stage(stage);
    if (qc->document == NULL || found == NULL)
        return QC_BAD_ARGUMENT;
    WITH_MEMORY(qc, found->dump(qc, &buf); show_lines(&shown, qc_buf_str(&buf)));
    return qc_hand_over(&shown, write, user);
}

enum qc_result qc_parties(struct qc_context *qc, qc_write_fn *write, void *user)
{
    struct qc_buf buf = { .arena = &qc->cx.arena }, shown = { .arena = &qc->cx.arena };
    if (qc->document == NULL)
        return QC_BAD_ARGUMENT;
    WITH_MEMORY(qc, qc_mentions_list(&qc->cx.arena, qc->document, &buf); show_lines(&shown, qc_buf_str(&buf)));
    return qc_hand_over(&shown, write, user);
}

static struct qc_date date_of(struct qc_day day)
{
    return (struct qc_date){ day.day, day.month, day.year, day.year != 0 };
}

/* As typed, or in the order of ISO 8601: "2026-11-22". */
bool qc_day_read(const char *text, struct qc_day *day)
{
    static const char iso[] = "dddd-dd-dd";
    char turned[sizeof "dd/dd/dddd"];
    size_t same = 0;
    while (text[same] != '\0' && (iso[same] == 'd' ? text[same] >= '0' && text[same] <= '9' : text[same] == iso[same]))
        same++;
    if (text[same] == '\0' && same == strlen(iso)) {
        snprintf(turned, sizeof turned, "%.2s/%.2s/%.4s", text + 8, text + 5, text);
        text = turned;
    }
    struct qc_date date;
    bool fine = qc_utf8_invalid(text, strlen(text)) == strlen(text) &&
                qc_date_read(qc_str_from(text), &date) == QC_DATE_FINE && qc_date_number(date) > 0;
    *day = fine ? (struct qc_day){ date.day, date.month, date.year } : (struct qc_day){ 0 };
    return fine;
}

enum qc_result qc_bases(struct qc_context *qc, const struct qc_bases_options *options, qc_write_fn *write, void *user)
{
    struct qc_buf buf = { .arena = &qc->cx.arena }, shown = { .arena = &qc->cx.arena };
    if (qc->document == NULL)
        return QC_BAD_ARGUMENT;
    struct qc_bases_question question = { date_of(options->on), date_of(options->today),
                                          qc_lang_of(options->language), options->json };
    WITH_MEMORY(qc, qc_bases_print(&qc->cx, qc->document, &question, &buf); show_lines(&shown, qc_buf_str(&buf)));
    return qc_hand_over(&shown, write, user);
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

bool qc_format_built(size_t index)
{
    const char *name = qc_format_name(index);
    return name != NULL && (strcmp(name, "pdf") != 0 || qc_pdf_version() != NULL);
}

const char *qc_pdf_font(void)
{
    return qc_pdf_usable_font();
}

bool qc_component_at(size_t index, const char **name, const char **version)
{
    const struct {
        const char *name, *version;
    } components[] = {
        { "libcmark", qc_inline_cmark_version() },
        { "libutf8proc", utf8proc_version() },
        { "Pango", qc_pdf_version() },
        { "libxml2", qc_import_engine_version() },
    };
    if (index >= sizeof components / sizeof *components)
        return false;
    *name = components[index].name;
    *version = components[index].version;
    return true;
}
