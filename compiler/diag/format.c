/*
 * format.c - the table of formats, the order of a document's parts, and what formats share.
 *
 * Owns the counts of a document. Must not know how a format looks.
 */
#include "diag/format.h"

#include <stdint.h>

#include "base/utf8.h"
#include "source/file.h"

#define FNV_BEGIN UINT64_C(14695981039346656037)

static const struct qc_findings_format *const formats[] = {
#define QC_FINDINGS_FORMAT(name, vi, en) &qc_findings_##name,
#include "diag/formats.def"
};

static const char *const abouts[][QC_LANG_COUNT] = {
#define QC_FINDINGS_FORMAT(name, vi, en) { vi, en },
#include "diag/formats.def"
};

const struct qc_findings_format *qc_findings_format_at(size_t index)
{
    return index < sizeof formats / sizeof formats[0] ? formats[index] : NULL;
}

const char *qc_findings_format_about(size_t index, enum qc_lang lang)
{
    return index < sizeof formats / sizeof formats[0] ? abouts[index][lang] : NULL;
}

const struct qc_findings_format *qc_findings_format_find(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

static void begin(struct qc_findings *findings, struct qc_buf *out)
{
    if (!findings->begun && findings->format->begin != NULL)
        findings->format->begin(findings, out);
    findings->begun = true;
}

void qc_findings_add(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out)
{
    begin(findings, out);
    qc_diagnostics_sort(cx);
    for (size_t i = 0; i < cx->diagnostics.count; i++) {
        enum qc_diag_id id = cx->diagnostics.items[i]->id;
        if (findings->by_rule[id]++ > 0)
            continue;
        findings->rule_index[id] = findings->rule_count;
        findings->rules[findings->rule_count++] = id;
    }
    for (int level = 0; level < 3; level++)
        findings->count[level] += cx->count[level];
    findings->names = qc_alloc_array(&cx->arena, cx->sources.files.count, sizeof *findings->names);
    findings->documents++;
    findings->allowed += cx->allowed.count;
    findings->dropped += cx->dropped;
    findings->format->add(findings, cx, out);
}

void qc_findings_end(struct qc_findings *findings, struct qc_buf *out)
{
    begin(findings, out);
    if (findings->format->end != NULL)
        findings->format->end(findings, out);
}

/* ---- what several formats need ---- */

const char *qc_level_name(enum qc_level level)
{
    static const char *const names[] = { "info", "warning", "error" };
    return names[level];
}

const struct qc_source *qc_source_of(const struct qc_compilation *cx, struct qc_span span)
{
    return cx->sources.files.items[span.file];
}

struct qc_position qc_place_of(const struct qc_compilation *cx, struct qc_span span, uint32_t at)
{
    return qc_position_of(qc_source_of(cx, span), at);
}

struct qc_str qc_diag_pattern(struct qc_arena *arena, enum qc_diag_id id, enum qc_lang lang)
{
    struct qc_buf out = { .arena = arena };
    const char *format = qc_diag_info(id).format[lang];
    while (*format != '\0') {
        size_t plain = strcspn(format, "%");
        qc_buf_add(&out, (struct qc_str){ format, plain });
        format += plain;
        if (format[0] == '%' && format[1] == '%') {
            qc_buf_char(&out, '%');
            format += 2;
        } else if (format[0] == '%') {
            format += strcspn(format, "diouxXcs");
            format += *format != '\0';
            /* two conversions with nothing between them are one blank to the reader */
            if (format[0] != '%')
                qc_buf_add(&out, QC_STR("…"));
        }
    }
    return qc_buf_str(&out);
}

struct qc_str qc_finding_message(struct qc_arena *arena, const struct qc_diagnostic *diagnostic, enum qc_lang lang)
{
    struct qc_buf text = { .arena = arena };
    qc_buf_add(&text, diagnostic->text[lang]);
    for (size_t i = 0; i < diagnostic->notes.count; i++) {
        if (diagnostic->notes.items[i].has_span)
            continue;
        qc_buf_char(&text, '\n');
        qc_buf_add(&text, diagnostic->notes.items[i].text[lang]);
    }
    return qc_buf_str(&text);
}

/* FNV-1a: the same on every machine. hash: what came before, FNV_BEGIN when nothing did. */
static uint64_t hash_on(uint64_t hash, struct qc_str text)
{
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.ptr[i]) * 1099511628211u;
    return hash;
}

struct qc_str qc_finding_print(struct qc_compilation *cx, const struct qc_diagnostic *diagnostic, struct qc_map *seen)
{
    const struct qc_source *source = qc_source_of(cx, diagnostic->span);
    struct qc_line at = qc_line_of(source, diagnostic->span.begin);
    struct qc_str line = qc_str_trim(qc_str_slice(source->text, at.begin, at.end));
    uint64_t hash = hash_on(hash_on(FNV_BEGIN, qc_str_from(qc_diag_info(diagnostic->id).code)), line);
    struct qc_str key = qc_str_format(&cx->arena, "%u:%llx", diagnostic->span.file, (unsigned long long)hash);
    size_t *count = qc_map_add(&cx->arena, seen, key, qc_alloc(&cx->arena, sizeof *count));
    return qc_str_format(&cx->arena, "%016llx:%zu", (unsigned long long)hash, ++*count);
}

struct qc_str qc_finding_print_in(struct qc_compilation *cx, struct qc_str file, struct qc_str print)
{
    uint64_t hash = hash_on(hash_on(hash_on(FNV_BEGIN, file), QC_STR(":")), print);
    return qc_str_format(&cx->arena, "%016llx", (unsigned long long)hash);
}

struct qc_str qc_repository_name(struct qc_findings *findings, struct qc_compilation *cx, uint32_t file)
{
    struct qc_str name = cx->sources.files.items[file]->name, *known = &findings->names[file];
    if (known->len == 0 && qc_str_equal(name, QC_STR("-")))
        *known = QC_STR("stdin");
    else if (known->len == 0)
        *known = qc_repository_path(&cx->arena, qc_str_terminated(&cx->arena, name));
    return *known;
}
