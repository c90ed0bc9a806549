/*
 * format_sarif.c - findings as SARIF 2.1.0, for code scanning services.
 *
 * Owns nothing. What a service rejects costs all results of a run: fixes
 * stand only where there are any, places are relative to the repository and
 * percent-encoded, and columns say what they count. Allowed findings are left
 * out, because services show them as if they were open.
 */
#include "diag/format.h"
#include "qc.h"

static struct qc_str encoded(struct qc_arena *arena, struct qc_str path)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    static const char digits[] = "0123456789ABCDEF";
    struct qc_buf out = { .arena = arena };
    if (qc_str_starts(path, QC_STR("/")))
        qc_buf_add(&out, QC_STR("file://"));
    for (size_t i = 0; i < path.len; i++) {
        unsigned byte = (unsigned char)path.ptr[i];
        if (memchr(plain, (int)byte, sizeof plain - 1) != NULL) {
            qc_buf_char(&out, path.ptr[i]);
            continue;
        }
        qc_buf_char(&out, '%');
        qc_buf_char(&out, digits[byte >> 4]);
        qc_buf_char(&out, digits[byte & 15]);
    }
    return qc_buf_str(&out);
}

static void add_artifact(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out, uint32_t file)
{
    struct qc_json *json = &findings->json;
    struct qc_str path = qc_repository_name(findings, cx, file);
    qc_json_open(json, out, "artifactLocation", '{');
    qc_json_text(json, out, "uri", encoded(&cx->arena, path));
    if (!qc_str_starts(path, QC_STR("/")))
        qc_json_text(json, out, "uriBaseId", QC_STR("%SRCROOT%"));
    qc_json_close(json, out, '}');
}

static void add_region(struct qc_json *json, struct qc_compilation *cx, struct qc_buf *out, const char *key,
                       struct qc_span span)
{
    struct qc_position begin = qc_place_of(cx, span, span.begin), end = qc_place_of(cx, span, span.end);
    qc_json_open(json, out, key, '{');
    qc_json_number(json, out, "startLine", begin.line);
    qc_json_number(json, out, "startColumn", begin.column);
    qc_json_number(json, out, "endLine", end.line);
    qc_json_number(json, out, "endColumn", end.column);
    qc_json_close(json, out, '}');
}

static void add_physical(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out,
                         struct qc_span span)
{
    struct qc_json *json = &findings->json;
    qc_json_open(json, out, "physicalLocation", '{');
    add_artifact(findings, cx, out, span.file);
    add_region(json, cx, out, "region", span);
    qc_json_close(json, out, '}');
}

static void add_message(struct qc_json *json, struct qc_buf *out, const char *key, struct qc_str text)
{
    qc_json_open(json, out, key, '{');
    qc_json_text(json, out, "text", text);
    qc_json_close(json, out, '}');
}

static void add_related(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out,
                        const struct qc_diagnostic *diagnostic)
{
    struct qc_json *json = &findings->json;
    bool open = false;
    for (size_t i = 0; i < diagnostic->notes.count; i++) {
        const struct qc_note *note = &diagnostic->notes.items[i];
        if (!note->has_span)
            continue;
        if (!open)
            qc_json_open(json, out, "relatedLocations", '[');
        open = true;
        qc_json_open(json, out, NULL, '{');
        qc_json_number(json, out, "id", i + 1);
        add_physical(findings, cx, out, note->span);
        add_message(json, out, "message", note->text[findings->lang]);
        qc_json_close(json, out, '}');
    }
    if (open)
        qc_json_close(json, out, ']');
}

/* The edits of one file. */
static void add_changes(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out,
                        const struct qc_diagnostic *diagnostic, uint32_t file)
{
    struct qc_json *json = &findings->json;
    qc_json_open(json, out, NULL, '{');
    add_artifact(findings, cx, out, file);
    qc_json_open(json, out, "replacements", '[');
    for (size_t i = 0; i < diagnostic->edits.count; i++) {
        const struct qc_edit *edit = &diagnostic->edits.items[i];
        if (edit->span.file != file)
            continue;
        qc_json_open(json, out, NULL, '{');
        add_region(json, cx, out, "deletedRegion", edit->span);
        add_message(json, out, "insertedContent", edit->text);
        qc_json_close(json, out, '}');
    }
    qc_json_close(json, out, ']');
    qc_json_close(json, out, '}');
}

static bool is_first_of_file(const struct qc_diagnostic *diagnostic, size_t edit)
{
    for (size_t i = 0; i < edit; i++)
        if (diagnostic->edits.items[i].span.file == diagnostic->edits.items[edit].span.file)
            return false;
    return true;
}

static void add_fix(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out,
                    const struct qc_diagnostic *diagnostic)
{
    static const struct qc_str label[QC_LANG_COUNT] = { { "Sửa như đề nghị.", sizeof "Sửa như đề nghị." - 1 },
                                                        { "Apply the fix.", sizeof "Apply the fix." - 1 } };
    struct qc_json *json = &findings->json;
    if (diagnostic->edits.count == 0)
        return;
    qc_json_open(json, out, "fixes", '[');
    qc_json_open(json, out, NULL, '{');
    add_message(json, out, "description", label[findings->lang]);
    qc_json_open(json, out, "artifactChanges", '[');
    for (size_t i = 0; i < diagnostic->edits.count; i++)
        if (is_first_of_file(diagnostic, i))
            add_changes(findings, cx, out, diagnostic, diagnostic->edits.items[i].span.file);
    qc_json_close(json, out, ']');
    qc_json_close(json, out, '}');
    qc_json_close(json, out, ']');
}

/* What a service knows a finding by from one version of the file to the next. */
static void add_fingerprint(struct qc_json *json, struct qc_compilation *cx, struct qc_buf *out, struct qc_map *seen,
                            const struct qc_diagnostic *diagnostic)
{
    qc_json_open(json, out, "partialFingerprints", '{');
    qc_json_text(json, out, "primaryLocationLineHash", qc_finding_print(cx, diagnostic, seen));
    qc_json_close(json, out, '}');
}

static const char *level_name(enum qc_level level)
{
    static const char *const names[] = { "note", "warning", "error" };
    return names[level];
}

static void add(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out)
{
    struct qc_json *json = &findings->json;
    struct qc_map seen = { 0 };
    for (size_t i = 0; i < cx->diagnostics.count; i++) {
        const struct qc_diagnostic *diagnostic = cx->diagnostics.items[i];
        qc_json_line(json, out);
        qc_json_open(json, out, NULL, '{');
        qc_json_text(json, out, "ruleId", qc_str_from(qc_diag_info(diagnostic->id).code));
        qc_json_number(json, out, "ruleIndex", findings->rule_index[diagnostic->id]);
        qc_json_text(json, out, "level", qc_str_from(level_name(diagnostic->level)));
        add_message(json, out, "message", qc_finding_message(&cx->arena, diagnostic, findings->lang));
        qc_json_open(json, out, "locations", '[');
        qc_json_open(json, out, NULL, '{');
        add_physical(findings, cx, out, diagnostic->span);
        qc_json_close(json, out, '}');
        qc_json_close(json, out, ']');
        add_related(findings, cx, out, diagnostic);
        add_fingerprint(json, cx, out, &seen, diagnostic);
        add_fix(findings, cx, out, diagnostic);
        qc_json_close(json, out, '}');
    }
}

static void begin(struct qc_findings *findings, struct qc_buf *out)
{
    struct qc_json *json = &findings->json;
    qc_json_open(json, out, NULL, '{');
    qc_json_text(json, out, "$schema",
                 QC_STR("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"));
    qc_json_text(json, out, "version", QC_STR("2.1.0"));
    qc_json_open(json, out, "runs", '[');
    qc_json_open(json, out, NULL, '{');
    qc_json_text(json, out, "columnKind", QC_STR("unicodeCodePoints"));
    qc_json_text(json, out, "language", findings->lang == QC_LANG_VI ? QC_STR("vi-VN") : QC_STR("en-US"));
    qc_json_open(json, out, "results", '[');
}

/* The explanation in Markdown: its examples, which are indented, as code. Needs no page elsewhere. */
static struct qc_str markdown_help(struct qc_arena *arena, struct qc_str text)
{
    struct qc_buf out = { .arena = arena };
    bool in_code = false;
    while (text.len > 0) {
        size_t end = qc_str_find(text, QC_STR("\n"));
        struct qc_str line = qc_str_slice(text, 0, end);
        bool code = qc_str_starts(line, QC_STR("  "));
        if (code != in_code)
            qc_buf_add(&out, code ? QC_STR("\n```text\n") : QC_STR("```\n\n"));
        for (size_t i = code ? 2 : 0; i < line.len; i++) {
            if (!code && strchr("\\`*_<>[]#|", line.ptr[i]) != NULL)
                qc_buf_char(&out, '\\');
            qc_buf_char(&out, line.ptr[i]);
        }
        qc_buf_char(&out, '\n');
        in_code = code;
        text = qc_str_skip(text, end < text.len ? end + 1 : end);
    }
    if (in_code)
        qc_buf_add(&out, QC_STR("```\n"));
    return qc_buf_str(&out);
}

static void add_rule(struct qc_findings *findings, struct qc_buf *out, enum qc_diag_id id)
{
    struct qc_json *json = &findings->json;
    const struct qc_diag_info info = qc_diag_info(id);
    struct qc_str help = qc_str_from(info.explanation[findings->lang]);
    /* the reasons, without the examples below them */
    struct qc_str example = findings->lang == QC_LANG_VI ? QC_STR("\nSai:\n") : QC_STR("\nWrong:\n");
    struct qc_str why = qc_str_slice(help, 0, qc_str_find(help, example));
    qc_json_line(json, out);
    qc_json_open(json, out, NULL, '{');
    qc_json_text(json, out, "id", qc_str_from(info.code));
    qc_json_text(json, out, "name", qc_diag_slug(out->arena, id));
    add_message(json, out, "shortDescription", qc_diag_pattern(out->arena, id, findings->lang));
    add_message(json, out, "fullDescription", why);
    qc_json_open(json, out, "help", '{');
    qc_json_text(json, out, "text", help);
    qc_json_text(json, out, "markdown", markdown_help(out->arena, help));
    qc_json_close(json, out, '}');
    qc_json_open(json, out, "defaultConfiguration", '{');
    qc_json_text(json, out, "level", qc_str_from(level_name(info.level)));
    qc_json_close(json, out, '}');
    qc_json_open(json, out, "properties", '{');
    qc_json_text(json, out, "norm", qc_str_from(info.norm));
    qc_json_close(json, out, '}');
    qc_json_close(json, out, '}');
}

/* The tool comes last: then it is known which rules were found. */
static void end(struct qc_findings *findings, struct qc_buf *out)
{
    struct qc_json *json = &findings->json;
    qc_json_close(json, out, ']');
    qc_json_line(json, out);
    qc_json_open(json, out, "tool", '{');
    qc_json_open(json, out, "driver", '{');
    qc_json_text(json, out, "name", QC_STR("qc"));
    qc_json_text(json, out, "version", QC_STR(QC_VERSION));
    qc_json_text(json, out, "semanticVersion", QC_STR(QC_VERSION));
    qc_json_open(json, out, "rules", '[');
    for (size_t i = 0; i < findings->rule_count; i++)
        add_rule(findings, out, findings->rules[i]);
    qc_json_close(json, out, ']');
    for (int i = 0; i < 2; i++)
        qc_json_close(json, out, '}');
    qc_json_close(json, out, '}');
    qc_json_close(json, out, ']');
    qc_json_close(json, out, '}');
    qc_buf_char(out, '\n');
}

const struct qc_findings_format qc_findings_sarif = { "sarif", begin, add, end };
