/*
 * format_json.c - findings and the catalogue as JSON, for programs.
 *
 * Owns the schema, number 1, which qc(1) describes: members may be added to
 * it, none may change its meaning.
 */
#include "base/utf8.h"
#include "diag/allow.h"
#include "diag/format.h"
#include "qc.h"

enum { SCHEMA = 1 };

static void add_place(struct qc_json *json, struct qc_buf *out, const char *key, const struct qc_source *source,
                      uint32_t offset)
{
    struct qc_position at = qc_position_of(source, offset);
    size_t end = offset < source->text.len ? offset : source->text.len;
    qc_json_open(json, out, key, '{');
    qc_json_number(json, out, "line", at.line);
    qc_json_number(json, out, "column", at.column);
    qc_json_number(json, out, "utf16", qc_utf8_utf16(qc_str_slice(source->text, at.line_begin, end)) + 1);
    qc_json_number(json, out, "byte", at.byte);
    qc_json_close(json, out, '}');
}

/* "file" and "span" of something. */
static void add_span(struct qc_json *json, struct qc_compilation *cx, struct qc_buf *out, struct qc_span span)
{
    const struct qc_source *source = qc_source_of(cx, span);
    qc_json_text(json, out, "file", source->name);
    qc_json_open(json, out, "span", '{');
    add_place(json, out, "begin", source, span.begin);
    add_place(json, out, "end", source, span.end);
    qc_json_close(json, out, '}');
}

static void add_texts(struct qc_json *json, struct qc_buf *out, const char *key, struct qc_str vi, struct qc_str en)
{
    qc_json_open(json, out, key, '{');
    qc_json_text(json, out, "vi", vi);
    qc_json_text(json, out, "en", en);
    qc_json_close(json, out, '}');
}

static void add_messages(struct qc_findings *findings, struct qc_buf *out, const struct qc_str text[QC_LANG_COUNT])
{
    qc_json_text(&findings->json, out, "message", text[findings->lang]);
    add_texts(&findings->json, out, "messages", text[QC_LANG_VI], text[QC_LANG_EN]);
}

static void add_fixes(struct qc_json *json, struct qc_compilation *cx, struct qc_buf *out,
                      const struct qc_diagnostic *diagnostic)
{
    qc_json_open(json, out, "fixes", '[');
    if (qc_diag_has_fix(diagnostic)) {
        qc_json_open(json, out, NULL, '{');
        qc_json_bool(json, out, "safe", diagnostic->fix_is_safe);
        qc_json_bool(json, out, "normalizes", diagnostic->fix_normalizes);
        qc_json_open(json, out, "edits", '[');
        for (size_t i = 0; i < diagnostic->edits.count; i++) {
            qc_json_open(json, out, NULL, '{');
            add_span(json, cx, out, diagnostic->edits.items[i].span);
            qc_json_text(json, out, "text", diagnostic->edits.items[i].text);
            qc_json_close(json, out, '}');
        }
        qc_json_close(json, out, ']');
        qc_json_close(json, out, '}');
    }
    qc_json_close(json, out, ']');
}

static void add_finding(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out,
                        const struct qc_diagnostic *diagnostic)
{
    struct qc_json *json = &findings->json;
    const struct qc_diag_info info = qc_diag_info(diagnostic->id);
    qc_json_line(json, out);
    qc_json_open(json, out, NULL, '{');
    qc_json_text(json, out, "code", qc_str_from(info.code));
    qc_json_text(json, out, "slug", qc_diag_slug(&cx->arena, diagnostic->id));
    qc_json_text(json, out, "level", qc_str_from(qc_level_name(diagnostic->level)));
    add_span(json, cx, out, diagnostic->span);
    add_messages(findings, out, diagnostic->text);
    qc_json_text(json, out, "norm", qc_str_from(info.norm));
    qc_json_open(json, out, "notes", '[');
    for (size_t i = 0; i < diagnostic->notes.count; i++) {
        const struct qc_note *note = &diagnostic->notes.items[i];
        qc_json_open(json, out, NULL, '{');
        add_messages(findings, out, note->text);
        if (note->has_span)
            add_span(json, cx, out, note->span);
        qc_json_close(json, out, '}');
    }
    qc_json_close(json, out, ']');
    add_fixes(json, cx, out, diagnostic);
    if (diagnostic->allowance != NULL)
        qc_json_text(json, out, "reason", diagnostic->allowance->reason);
    qc_json_close(json, out, '}');
}

static void begin(struct qc_findings *findings, struct qc_buf *out)
{
    struct qc_json *json = &findings->json;
    qc_json_open(json, out, NULL, '{');
    qc_json_number(json, out, "schema", SCHEMA);
    qc_json_text(json, out, "tool", QC_STR("qc"));
    qc_json_text(json, out, "version", QC_STR(QC_VERSION));
    qc_json_text(json, out, "language", findings->lang == QC_LANG_VI ? QC_STR("vi") : QC_STR("en"));
    qc_json_open(json, out, "documents", '[');
}

static void add(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out)
{
    struct qc_json *json = &findings->json;
    qc_json_line(json, out);
    qc_json_open(json, out, NULL, '{');
    qc_json_text(json, out, "file", cx->sources.files.items[0]->name);
    qc_json_open(json, out, "findings", '[');
    for (size_t i = 0; i < cx->diagnostics.count; i++)
        add_finding(findings, cx, out, cx->diagnostics.items[i]);
    qc_json_close(json, out, ']');
    qc_json_open(json, out, "allowed", '[');
    for (size_t i = 0; i < cx->allowed.count; i++)
        add_finding(findings, cx, out, cx->allowed.items[i]);
    qc_json_close(json, out, ']');
    qc_json_close(json, out, '}');
}

static void end(struct qc_findings *findings, struct qc_buf *out)
{
    struct qc_json *json = &findings->json;
    qc_json_close(json, out, ']');
    qc_json_line(json, out);
    qc_json_open(json, out, "summary", '{');
    qc_json_number(json, out, "documents", findings->documents);
    qc_json_number(json, out, "errors", findings->count[QC_LEVEL_ERROR]);
    qc_json_number(json, out, "warnings", findings->count[QC_LEVEL_WARNING]);
    qc_json_number(json, out, "infos", findings->count[QC_LEVEL_INFO]);
    qc_json_number(json, out, "allowed", findings->allowed);
    qc_json_number(json, out, "omitted", findings->dropped);
    qc_json_open(json, out, "rules", '{');
    for (size_t i = 0; i < findings->rule_count; i++)
        qc_json_number(json, out, qc_diag_info(findings->rules[i]).code, findings->by_rule[findings->rules[i]]);
    qc_json_close(json, out, '}');
    qc_json_close(json, out, '}');
    qc_json_close(json, out, '}');
    qc_buf_char(out, '\n');
}

const struct qc_findings_format qc_findings_json = { "json", begin, add, end };

void qc_findings_rules(struct qc_buf *out)
{
    struct qc_json json = { 0 };
    qc_json_open(&json, out, NULL, '{');
    qc_json_number(&json, out, "schema", SCHEMA);
    qc_json_open(&json, out, "rules", '[');
    for (int i = 0; i < QC_DIAG_COUNT; i++) {
        enum qc_diag_id id = (enum qc_diag_id)i;
        const struct qc_diag_info info = qc_diag_info(id);
        qc_json_line(&json, out);
        qc_json_open(&json, out, NULL, '{');
        qc_json_text(&json, out, "code", qc_str_from(info.code));
        qc_json_text(&json, out, "slug", qc_diag_slug(out->arena, id));
        qc_json_text(&json, out, "level", qc_str_from(qc_level_name(info.level)));
        qc_json_bool(&json, out, "binding", qc_diag_is_binding(id));
        qc_json_text(&json, out, "norm", qc_str_from(info.norm));
        add_texts(&json, out, "messages", qc_diag_pattern(out->arena, id, QC_LANG_VI),
                  qc_diag_pattern(out->arena, id, QC_LANG_EN));
        add_texts(&json, out, "explanations", qc_str_from(info.explanation[QC_LANG_VI]),
                  qc_str_from(info.explanation[QC_LANG_EN]));
        qc_json_close(&json, out, '}');
    }
    qc_json_close(&json, out, ']');
    qc_json_close(&json, out, '}');
    qc_buf_char(out, '\n');
}
