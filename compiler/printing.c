/*
 * printing.c - the public functions that print findings in a format, and the catalogue.
 *
 * Owns a printer's memory, which outlives the compilations that it prints.
 */
#include "context.h"

#include <stdlib.h>

#include "diag/format.h"

/* A document of findings; its own memory is that of a context in which nothing is compiled. */
struct qc_printer {
    struct qc_context own;
    struct qc_findings findings;
    qc_write_fn *write;
    void *user;
};

struct qc_printer *qc_printer_new(const char *format, enum qc_language language, bool color, qc_write_fn *write,
                                  void *user)
{
    const struct qc_findings_format *found = qc_findings_format_find(format);
    struct qc_printer *printer = found == NULL ? NULL : calloc(1, sizeof *printer);
    if (printer == NULL)
        return NULL;
    printer->findings = (struct qc_findings){
        .format = found, .lang = qc_lang_of(language), .color = color,
    };
    printer->write = write;
    printer->user = user;
    return printer;
}

enum qc_result qc_printer_add(struct qc_printer *printer, struct qc_context *qc)
{
    struct qc_buf buf = { .arena = &qc->cx.arena };
    if (qc->cx.sources.files.count == 0)
        return QC_BAD_ARGUMENT;
    WITH_MEMORY(qc, qc_findings_add(&printer->findings, &qc->cx, &buf));
    return qc_hand_over(&buf, printer->write, printer->user);
}

enum qc_result qc_printer_end(struct qc_printer *printer)
{
    struct qc_buf buf = { .arena = &printer->own.cx.arena };
    WITH_MEMORY(&printer->own, qc_findings_end(&printer->findings, &buf));
    return qc_hand_over(&buf, printer->write, printer->user);
}

void qc_printer_free(struct qc_printer *printer)
{
    if (printer == NULL)
        return;
    qc_arena_free(&printer->own.cx.arena);
    free(printer);
}

const char *qc_findings_format_name(size_t index)
{
    const struct qc_findings_format *format = qc_findings_format_at(index);
    return format == NULL ? NULL : format->name;
}

const char *qc_findings_format_summary(size_t index, enum qc_language language)
{
    return qc_findings_format_about(index, qc_lang_of(language));
}

static enum qc_result print_pattern(struct qc_context *own, enum qc_diag_id id, enum qc_language language,
                                    qc_write_fn *write, void *user)
{
    struct qc_buf buf = { .arena = &own->cx.arena };
    enum qc_lang lang = qc_lang_of(language);
    WITH_MEMORY(own, qc_buf_add(&buf, qc_diag_pattern(&own->cx.arena, id, lang)));
    return qc_hand_over(&buf, write, user);
}

enum qc_result qc_print_pattern(size_t rule, enum qc_language language, qc_write_fn *write, void *user)
{
    struct qc_context *own = rule < QC_DIAG_COUNT ? qc_context_new() : NULL;
    if (own == NULL)
        return rule < QC_DIAG_COUNT ? QC_NO_MEMORY : QC_BAD_ARGUMENT;
    enum qc_result result = print_pattern(own, (enum qc_diag_id)rule, language, write, user);
    qc_context_free(own);
    return result;
}

static enum qc_result print_rules(struct qc_context *own, qc_write_fn *write, void *user)
{
    struct qc_buf buf = { .arena = &own->cx.arena };
    WITH_MEMORY(own, qc_findings_rules(&buf));
    return qc_hand_over(&buf, write, user);
}

enum qc_result qc_print_rules(qc_write_fn *write, void *user)
{
    struct qc_context *own = qc_context_new();
    enum qc_result result = own == NULL ? QC_NO_MEMORY : print_rules(own, write, user);
    qc_context_free(own);
    return result;
}
