/*
 * format_gitlab.c - findings as a Code Quality report of GitLab, which it shows beside the lines of a merge request.
 *
 * Owns nothing. The format is that of Code Climate, of which GitLab reads a
 * part. It compares reports by fingerprints: one that is there twice counts once.
 */
#include "diag/format.h"

static void add_finding(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out,
                        struct qc_map *seen, const struct qc_diagnostic *diagnostic)
{
    static const char *const severities[] = { "info", "minor", "major" };
    struct qc_json *json = &findings->json;
    struct qc_span span = diagnostic->span;
    struct qc_str path = qc_repository_name(findings, cx, span.file), slug = qc_diag_slug(&cx->arena, diagnostic->id);
    struct qc_str print = qc_finding_print_in(cx, path, qc_finding_print(cx, diagnostic, seen));
    struct qc_str check = qc_str_format(&cx->arena, "%s %.*s", qc_diag_info(diagnostic->id).code, QC_STR_ARGS(slug));
    qc_json_line(json, out);
    qc_json_open(json, out, NULL, '{');
    qc_json_text(json, out, "description", qc_finding_message(&cx->arena, diagnostic, findings->lang));
    qc_json_text(json, out, "check_name", check);
    qc_json_text(json, out, "fingerprint", print);
    qc_json_text(json, out, "severity", qc_str_from(severities[diagnostic->level]));
    qc_json_open(json, out, "location", '{');
    qc_json_text(json, out, "path", path);
    qc_json_open(json, out, "lines", '{');
    qc_json_number(json, out, "begin", qc_line_of(qc_source_of(cx, span), span.begin).number);
    qc_json_number(json, out, "end", qc_line_of(qc_source_of(cx, span), span.end).number);
    qc_json_close(json, out, '}');
    qc_json_close(json, out, '}');
    qc_json_close(json, out, '}');
}

static void begin(struct qc_findings *findings, struct qc_buf *out)
{
    qc_json_open(&findings->json, out, NULL, '[');
}

static void add(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out)
{
    struct qc_map seen = { 0 };
    for (size_t i = 0; i < cx->diagnostics.count; i++)
        add_finding(findings, cx, out, &seen, cx->diagnostics.items[i]);
}

static void end(struct qc_findings *findings, struct qc_buf *out)
{
    qc_json_close(&findings->json, out, ']');
    qc_buf_char(out, '\n');
}

const struct qc_findings_format qc_findings_gitlab = { "gitlab", begin, add, end };
