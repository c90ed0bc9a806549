/*
 * format.h - findings of several compilations printed as one document.
 *
 * A format is a table of functions; format.c calls them in order and keeps
 * the counts.
 */
#ifndef QC_DIAG_FORMAT_H
#define QC_DIAG_FORMAT_H

#include "base/map.h"
#include "diag/json.h"
#include "source/position.h"

struct qc_findings_format;

/* One document that is being printed. */
struct qc_findings {
    const struct qc_findings_format *format;
    enum qc_lang lang;
    bool color;
    bool begun;
    struct qc_json json;           /* where a JSON document stands */
    size_t documents;              /* compilations printed */
    size_t count[3];               /* findings by level */
    size_t allowed, dropped;
    size_t by_rule[QC_DIAG_COUNT];
    enum qc_diag_id rules[QC_DIAG_COUNT]; /* that were found, in the order of their first finding */
    size_t rule_count;
    size_t rule_index[QC_DIAG_COUNT];     /* place in rules; only of those that were found */
    struct qc_str *names;                 /* of the compilation's files by qc_repository_name; "" until asked for */
};

/* Each appends to out; begin and end may be NULL. */
struct qc_findings_format {
    const char *name;
    void (*begin)(struct qc_findings *findings, struct qc_buf *out);
    void (*add)(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out);
    void (*end)(struct qc_findings *findings, struct qc_buf *out);
};

#define QC_FINDINGS_FORMAT(name, vi, en) extern const struct qc_findings_format qc_findings_##name;
#include "diag/formats.def"

/* Format by number from 0, its summary by language; NULL behind the last. */
const struct qc_findings_format *qc_findings_format_at(size_t index);
const char *qc_findings_format_about(size_t index, enum qc_lang lang);

/* Format of a name, or NULL. */
const struct qc_findings_format *qc_findings_format_find(const char *name);

/* Appends what is printed for one more compilation, before it the beginning if it is the first. Sorts it. */
void qc_findings_add(struct qc_findings *findings, struct qc_compilation *cx, struct qc_buf *out);

/* Appends the end; the beginning too when nothing was added. */
void qc_findings_end(struct qc_findings *findings, struct qc_buf *out);

/* Appends the catalogue as JSON. */
void qc_findings_rules(struct qc_buf *out);

/* ---- what several formats need ---- */

/* "info", "warning", "error". */
const char *qc_level_name(enum qc_level level);

const struct qc_source *qc_source_of(const struct qc_compilation *cx, struct qc_span span);

/* Place of a byte offset of a span's file. */
struct qc_position qc_place_of(const struct qc_compilation *cx, struct qc_span span, uint32_t at);

/* A rule's message without what it is given each time, "…" in place of it. */
struct qc_str qc_diag_pattern(struct qc_arena *arena, enum qc_diag_id id, enum qc_lang lang);

/* The message, and below it the notes that point nowhere. */
struct qc_str qc_finding_message(struct qc_arena *arena, const struct qc_diagnostic *diagnostic, enum qc_lang lang);

/*
 * What a finding of a file is known by when lines above it come or go: rule
 * and words of its line, hashed, and its number among equal ones; seen counts
 * these. The second makes one of it that is no other file's.
 */
struct qc_str qc_finding_print(struct qc_compilation *cx, const struct qc_diagnostic *diagnostic, struct qc_map *seen);
struct qc_str qc_finding_print_in(struct qc_compilation *cx, struct qc_str file, struct qc_str print);

/* A file as a repository knows it: relative to the nearest directory above it that holds .git, else as it was named. */
struct qc_str qc_repository_name(struct qc_findings *findings, struct qc_compilation *cx, uint32_t file);

#endif
