/*
 * report_json.c - the report of a renewal for programs.
 *
 * Owns the schema, number 1, which qc(1) describes: members may be added to
 * it, none may change its meaning.
 */
#include "base/utf8.h"
#include "diag/json.h"
#include "renew/report.h"
#include "source/position.h"

enum { SCHEMA = 1 };

static void add_messages(struct qc_json *json, struct qc_renewal_report *report, const struct qc_str text[QC_LANG_COUNT])
{
    qc_json_text(json, report->out, "message", text[report->lang]);
    qc_json_open(json, report->out, "messages", '{');
    qc_json_text(json, report->out, "vi", text[QC_LANG_VI]);
    qc_json_text(json, report->out, "en", text[QC_LANG_EN]);
    qc_json_close(json, report->out, '}');
}

static void json_changes(struct qc_json *json, struct qc_renewal_report *report)
{
    struct qc_buf *out = report->out;
    qc_json_open(json, out, "changed", '[');
    for (size_t i = 0; i < report->lines.items.count; i++) {
        const struct qc_changed_lines *lines = &report->lines.items.items[i];
        const struct qc_str whys[] = { [QC_LANG_VI] = qc_renewal_whys(&report->cx->arena, lines, QC_LANG_VI),
                                       [QC_LANG_EN] =
                                           qc_renewal_whys(&report->cx->arena, lines, QC_LANG_EN) };
        qc_json_line(json, out);
        qc_json_open(json, out, NULL, '{');
        qc_json_number(json, out, "line", lines->line);
        qc_json_open(json, out, "old", '[');
        for (size_t k = 0; k < lines->before.count; k++)
            qc_json_text(json, out, NULL, lines->before.items[k]);
        qc_json_close(json, out, ']');
        qc_json_open(json, out, "new", '[');
        for (size_t k = 0; k < lines->after.count; k++)
            qc_json_text(json, out, NULL, lines->after.items[k]);
        qc_json_close(json, out, ']');
        add_messages(json, report, whys);
        qc_json_close(json, out, '}');
    }
    qc_json_close(json, out, ']');
}

/* "no-school-year" */
static struct qc_str slug_of(struct qc_arena *arena, const char *id)
{
    struct qc_buf slug = { .arena = arena };
    for (; *id != '\0'; id++)
        qc_buf_char(&slug, *id == '_' ? '-' : (char)qc_lower((unsigned char)*id));
    return qc_buf_str(&slug);
}

static void json_left(struct qc_json *json, struct qc_renewal_report *report)
{
    const struct qc_renewal *renewal = report->renewal;
    struct qc_buf *out = report->out;
    struct qc_line line = { 0 };
    size_t column = 1,
           counted = 0; /* the column of text offset counted, from which the next one is counted on */
    qc_json_open(json, out, "left", '[');
    for (size_t i = 0; i < renewal->left.count; i++) {
        const struct qc_left_year *left = &renewal->left.items[i];
        const struct qc_year_reason *reason = qc_year_reason(left->reason);
        if (qc_line_of(renewal->source, left->span.begin).number != line.number) {
            line = qc_line_of(renewal->source, left->span.begin);
            column = 1;
            counted = line.begin;
        }
        column += qc_utf8_count(qc_str_slice(renewal->source->text, counted, left->span.begin));
        counted = left->span.begin;
        const struct qc_str text[] = { [QC_LANG_VI] = qc_str_from(reason->text[QC_LANG_VI]),
                                       [QC_LANG_EN] = qc_str_from(reason->text[QC_LANG_EN]) };
        qc_json_line(json, out);
        qc_json_open(json, out, NULL, '{');
        qc_json_number(json, out, "line", line.number);
        qc_json_number(json, out, "column", column);
        qc_json_text(json, out, "year", qc_source_text(&report->cx->sources, left->span));
        qc_json_text(json, out, "reason", slug_of(&report->cx->arena, reason->id));
        qc_json_bool(json, out, "look", reason->look);
        add_messages(json, report, text);
        qc_json_close(json, out, '}');
    }
    qc_json_close(json, out, ']');
}

static void json_looks(struct qc_json *json, struct qc_renewal_report *report)
{
    const struct qc_renewal *renewal = report->renewal;
    struct qc_buf *out = report->out;
    qc_json_open(json, out, "look", '[');
    for (size_t i = 0; i < renewal->looks.count; i++) {
        const struct qc_look *look = &renewal->looks.items[i];
        const struct qc_source *source = qc_renewal_source(report, look->span);
        qc_json_line(json, out);
        qc_json_open(json, out, NULL, '{');
        qc_json_text(json, out, "file", source->name);
        qc_json_number(json, out, "line", qc_line_of(source, look->span.begin).number);
        add_messages(json, report, look->what.text);
        qc_json_close(json, out, '}');
    }
    qc_json_close(json, out, ']');
}

void qc_renewal_print_json(struct qc_compilation *cx, const struct qc_renewal *renewal, enum qc_lang lang,
                           struct qc_buf *out)
{
    struct qc_renewal_report report = qc_renewal_report_of(cx, renewal, lang, out);
    struct qc_json json = { false };
    size_t last = 0;
    qc_json_open(&json, out, NULL, '{');
    qc_json_number(&json, out, "schema", SCHEMA);
    qc_json_text(&json, out, "file", renewal->source->name);
    qc_json_text(&json, out, "from", renewal->old_year);
    qc_json_text(&json, out, "to", renewal->new_year);
    json_changes(&json, &report);
    qc_json_open(&json, out, "following", '[');
    for (size_t i = 0; i < renewal->following.count; i++) {
        size_t line = qc_line_of(renewal->source, renewal->following.items[i]).number;
        if (line != last)
            qc_json_number(&json, out, NULL, line);
        last = line;
    }
    qc_json_close(&json, out, ']');
    json_left(&json, &report);
    json_looks(&json, &report);
    qc_json_close(&json, out, '}');
    qc_buf_char(out, '\n');
}
