/*
 * config.c - reads the project file .qc.toml.
 *
 * Owns nothing. Goes on at the next line after a mistake. Looks nowhere but in
 * the project: hooks and services must come to the same result as their users.
 */
#include "diag/config.h"

#include <errno.h>

#include "base/utf8.h"
#include "diag/load.h"
#include "source/file.h"

enum { MOST_BYTES = 1u << 20 }; /* of a project file */

struct config {
    struct qc_compilation *cx;
    const struct qc_source *source;
    struct qc_choices *choices;
    size_t at;
    bool in_check; /* inside [check] */
    bool skipping; /* inside a table that there is not: it has been reported */
    unsigned seen; /* keys of [check], by bit */
};

enum key { KEY_NO, KEY_ERROR, KEY_WARNING, KEY_LEVEL, KEY_COUNT };

static const char *const keys[KEY_COUNT] = { "no", "error", "warning", "level" };

/* ---- reading ---- */

static char peek(const struct config *c)
{
    return c->at < c->source->text.len ? c->source->text.ptr[c->at] : '\0';
}

static void skip_blanks(struct config *c)
{
    while (peek(c) == ' ' || peek(c) == '\t')
        c->at++;
    if (peek(c) == '#')
        while (c->at < c->source->text.len && peek(c) != '\n')
            c->at++;
}

static void skip_lines(struct config *c)
{
    for (skip_blanks(c); peek(c) == '\n'; skip_blanks(c))
        c->at++;
}

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '_' || byte == '-';
}

static struct qc_span span_from(const struct config *c, size_t begin)
{
    return (struct qc_span){ (uint32_t)begin, (uint32_t)c->at, c->source->id };
}

static struct qc_str text_of(const struct config *c, struct qc_span span)
{
    return qc_str_slice(c->source->text, span.begin, span.end);
}

/* A name of letters, digits, "-" and "_"; empty when there is none. */
static struct qc_span read_name(struct config *c)
{
    size_t begin = c->at;
    while (is_name_byte(peek(c)))
        c->at++;
    return span_from(c, begin);
}

/* A string in either quotes, on one line; escapes are not needed for the names that stand here. */
static bool read_string(struct config *c, struct qc_span *inside)
{
    char quote = peek(c);
    if (quote != '"' && quote != '\'')
        return false;
    size_t begin = ++c->at;
    while (c->at < c->source->text.len && peek(c) != quote && peek(c) != '\n' && peek(c) != '\\')
        c->at++;
    *inside = span_from(c, begin);
    if (peek(c) != quote)
        return false;
    c->at++;
    return true;
}

/* The rest of the line from here on cannot be read. */
static void report_syntax(struct config *c)
{
    size_t begin = c->at;
    while (c->at < c->source->text.len && peek(c) != '\n')
        c->at++;
    struct qc_str rest = qc_str_trim(qc_str_slice(c->source->text, begin, c->at));
    struct qc_span span = { (uint32_t)begin, (uint32_t)(begin + rest.len), c->source->id };
    qc_report(c->cx, span, QC_MSG(config_syntax));
}

static void end_of_line(struct config *c)
{
    skip_blanks(c);
    if (c->at < c->source->text.len && peek(c) != '\n')
        report_syntax(c);
}

/* ---- meaning ---- */

static void report_unknown(struct config *c, struct qc_span span, const char *known)
{
    qc_report(c->cx, span, QC_MSG(config_unknown), QC_STR_ARGS(text_of(c, span)), known);
}

static void choose_rule(struct config *c, struct qc_span span, enum key key)
{
    static const unsigned char chosen[] = { QC_REPORT_NOT, QC_REPORT_ERROR, QC_REPORT_WARNING };
    struct qc_compilation *cx = c->cx;
    struct qc_str name = text_of(c, span);
    enum qc_diag_id found[QC_DIAG_COUNT];
    size_t count = qc_diag_find_all(qc_str_terminated(&cx->arena, name), found);
    if (count == 0) {
        struct qc_diagnostic *d = qc_report(cx, span, QC_MSG(config_unknown), QC_STR_ARGS(name), "qc rules");
        enum qc_diag_id near = cx->diagnostics.count > 100 ? QC_DIAG_COUNT : qc_diag_nearest(&cx->arena, name);
        if (near == QC_DIAG_COUNT)
            return;
        struct qc_str slug = qc_diag_slug(&cx->arena, near);
        qc_note(cx, d, QC_NOTE_MSG(did_you_mean), QC_STR_ARGS(slug));
        qc_fix(cx, d, span, slug);
    } else if (qc_diag_is_binding(found[0]) && key != KEY_ERROR) { /* no group has such a rule */
        qc_report(cx, span, QC_MSG(config_binding), QC_STR_ARGS(name));
    } else {
        for (size_t i = 0; i < count; i++)
            c->choices->rule[found[i]] = chosen[key];
    }
}

static void choose_level(struct config *c, struct qc_span span)
{
    static const char *const levels[] = { "info", "warning", "error" };
    for (int i = 0; i < 3; i++)
        if (qc_str_equal(text_of(c, span), qc_str_from(levels[i]))) {
            c->choices->least = (enum qc_level)i;
            return;
        }
    report_unknown(c, span, "info, warning, error");
}

/* ["a", "b"], over several lines if need be. False after a report. */
static bool read_list(struct config *c, enum key key)
{
    c->at++;
    for (skip_lines(c); peek(c) != ']'; skip_lines(c)) {
        struct qc_span name;
        if (!read_string(c, &name)) {
            report_syntax(c);
            return false;
        }
        if (!c->skipping)
            choose_rule(c, name, key);
        skip_lines(c);
        if (peek(c) == ',')
            c->at++;
        else if (peek(c) != ']') {
            report_syntax(c);
            return false;
        }
    }
    c->at++;
    return true;
}

/* A key outside of what is known: its value must be readable, for the lines behind it. */
static void skip_value(struct config *c)
{
    struct qc_span value;
    bool skipping = c->skipping, fine = true;
    c->skipping = true;
    if (peek(c) == '[')
        fine = read_list(c, KEY_NO);
    else if (!read_string(c, &value))
        while (c->at < c->source->text.len && peek(c) != '\n') /* a number or a date: not ours to judge */
            c->at++;
    c->skipping = skipping;
    if (fine)
        end_of_line(c);
}

static void read_assignment(struct config *c)
{
    struct qc_span name = read_name(c), value;
    skip_blanks(c);
    if (name.begin == name.end || peek(c) != '=') {
        c->at = name.begin;
        report_syntax(c);
        return;
    }
    c->at++;
    skip_blanks(c);
    int key = 0;
    while (key < KEY_COUNT && !qc_str_equal(text_of(c, name), qc_str_from(keys[key])))
        key++;
    if (c->skipping || !c->in_check || key == KEY_COUNT) {
        if (!c->skipping)
            report_unknown(c, name, c->in_check ? "no, error, warning, level" : "[check]");
        skip_value(c);
        return;
    }
    bool again = (c->seen & 1u << key) != 0, list = key != KEY_LEVEL;
    c->seen |= 1u << key;
    if (again)
        c->at = name.begin;
    if (again || (list && peek(c) != '[') || (!list && !read_string(c, &value))) {
        report_syntax(c);
        return;
    }
    if (!list)
        choose_level(c, value);
    else if (!read_list(c, (enum key)key))
        return;
    end_of_line(c);
}

static void read_table(struct config *c)
{
    size_t begin = c->at++;
    skip_blanks(c);
    struct qc_span name = read_name(c);
    skip_blanks(c);
    if (name.begin == name.end || peek(c) != ']') {
        c->at = begin;
        report_syntax(c);
        return;
    }
    c->at++;
    c->in_check = qc_str_equal(text_of(c, name), QC_STR("check"));
    c->skipping = !c->in_check;
    if (c->skipping)
        report_unknown(c, name, "check");
    end_of_line(c);
}

static void read_all(struct config *c)
{
    for (skip_lines(c); c->at < c->source->text.len; skip_lines(c)) {
        if (peek(c) == '[')
            read_table(c);
        else
            read_assignment(c);
    }
}

bool qc_config_read(struct qc_compilation *cx, const char *document_path, struct qc_choices *choices)
{
    const char *root = qc_project_root(&cx->arena, document_path);
    /* named as the document is: absolute, or from where the program runs */
    if (document_path[0] != '/')
        root = qc_path_from_here(&cx->arena, root);
    struct qc_str bytes, name = qc_path_resolve(&cx->arena, root, QC_STR(".qc.toml"));
    const char *path = qc_str_terminated(&cx->arena, name);
    size_t at;
    *qc_vec_push(&cx->arena, &cx->paths) = path;
    int error;
    enum qc_source_fault fault;
    if (!qc_file_read_below(&cx->arena, root, path, MOST_BYTES, &bytes, &error)) {
        if (error == ENOENT)
            return true;
        const struct qc_source *empty = qc_source_add_empty(&cx->arena, &cx->sources, name);
        qc_unreadable_report(cx, (struct qc_span){ 0, 0, empty->id }, name, error);
        return false;
    }
    if (bytes.len > MOST_BYTES)
        bytes.len = MOST_BYTES; /* nobody chooses so much: the cut is reported as any other mistake */
    struct config c = { .cx = cx, .choices = choices };
    c.source = qc_source_add(&cx->arena, &cx->sources, name, bytes, &fault, &at);
    if (c.source == NULL) {
        const struct qc_source *empty = qc_source_add_empty(&cx->arena, &cx->sources, name);
        qc_source_report(cx, (struct qc_span){ 0, 0, empty->id }, fault, at, bytes, NULL);
        return true;
    }
    size_t before = cx->count[QC_LEVEL_ERROR];
    read_all(&c);
    if (cx->count[QC_LEVEL_ERROR] == before)
        cx->sources.files.count--; /* nobody speaks of it: it is none of the files that the document uses */
    return true;
}
