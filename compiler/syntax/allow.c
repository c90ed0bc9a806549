/*
 * allow.c - allowances, the remarks that accept findings: what each of them covers.
 *
 * Owns nothing.
 */
#include "syntax/allow.h"

#include <stdlib.h>

#include "base/limits.h"
#include "diag/allow.h"

/* A unit with all below it, or a paragraph; half-open. */
struct extent {
    uint32_t begin, end;
};

struct collector {
    struct qc_compilation *cx;
    const struct qc_source *source;
    const struct qc_scanned *lines;
    struct qc_tree *tree;
    QC_VEC(struct extent) extents; /* by begin; filled for the first comment that needs them */
    uint32_t *part_end;            /* of each line of the header: where its declaration, field or item ends */
    size_t first;                  /* line that has a part, or one before it */
    size_t part, other;            /* behind the comment looked at last: line that has a part, that is no comment */
};

/* ---- what a comment covers ---- */

static void add_prose(struct collector *c, const struct qc_prose *prose)
{
    struct qc_span whole = qc_prose_whole(prose);
    /* with its newline: what is missing is reported behind the last letter */
    *qc_vec_push(&c->cx->arena, &c->extents) = (struct extent){ whole.begin, whole.end + 1 };
}

static void add_paragraphs(struct collector *c, const struct qc_declaration *part)
{
    for (size_t i = 0; part != NULL && i < part->paragraphs.count; i++)
        add_prose(c, part->paragraphs.items[i]);
}

static uint32_t body_end(const struct collector *c, uint32_t begin)
{
    uint32_t end = (uint32_t)c->source->text.len + 1; /* a line end that is missing is reported behind the last letter */
    const struct qc_declaration *parts[] = { c->tree->closing, c->tree->recipients };
    for (int i = 0; i < 2; i++)
        if (parts[i] != NULL && parts[i]->key.begin > begin && parts[i]->key.begin < end)
            end = parts[i]->key.begin;
    return end;
}

static void add_unit(struct collector *c, const struct qc_unit *unit)
{
    const struct qc_unit *above = unit;
    while (above != NULL && above->next == NULL)
        above = above->parent;
    uint32_t begin = unit->marker.begin;
    uint32_t end = above != NULL ? above->next->marker.begin : body_end(c, begin);
    *qc_vec_push(&c->cx->arena, &c->extents) = (struct extent){ begin, end };
}

static int by_begin(const void *left, const void *right)
{
    const struct extent *a = left, *b = right;
    return a->begin < b->begin ? -1 : a->begin > b->begin;
}

static void collect_extents(struct collector *c)
{
    for (size_t i = 0; i < c->tree->declarations.count; i++)
        add_paragraphs(c, c->tree->declarations.items[i]);
    for (struct qc_unit *unit = c->tree->root; unit != NULL; unit = qc_unit_next(unit)) {
        if (unit != c->tree->root)
            add_unit(c, unit);
        for (size_t i = 0; i < unit->paragraph_count; i++)
            add_prose(c, qc_unit_paragraph(unit, i));
    }
    add_paragraphs(c, c->tree->closing);
    add_paragraphs(c, c->tree->recipients);
    if (c->extents.count > 0)
        qsort(c->extents.items, c->extents.count, sizeof *c->extents.items, by_begin);
}

/* A smaller number contains the larger ones: declaration, field, item of a list. */
static int rank_of(enum qc_token_kind kind)
{
    switch (kind) {
    case QC_TOKEN_ITEM: return 3;
    case QC_TOKEN_FIELD: return 2;
    case QC_TOKEN_CONTINUATION:
    case QC_TOKEN_LINE:
    case QC_TOKEN_BREAK: return 4;
    default: return 1;
    }
}

static void collect_parts(struct collector *c)
{
    size_t count = c->lines->items.count;
    uint32_t end[5] = { 0 }; /* by rank: where the part that is open there ends */
    c->part_end = qc_alloc_array(&c->cx->arena, count, sizeof *c->part_end);
    for (size_t i = count; i-- > 0;) {
        const struct qc_scanned_line *line = &c->lines->items.items[i];
        if (line->token == QC_TOKEN_COUNT)
            continue;
        int rank = rank_of((enum qc_token_kind)line->token);
        c->part_end[i] = i + 1 == count ? line->end : end[rank];
        for (int inner = rank; inner < 5; inner++)
            end[inner] = line->begin;
    }
}

static bool has_part(const struct qc_scanned_line *line)
{
    return line->token != QC_TOKEN_COUNT && line->token != QC_TOKEN_BREAK;
}

/* The first line behind a comment that has a part and is not blank: the end of file at the latest. */
static size_t part_behind(struct collector *c, size_t comment)
{
    if (c->part <= comment)
        for (c->part = comment + 1; !has_part(&c->lines->items.items[c->part]);)
            c->part++;
    return c->part;
}

/* The innermost unit or paragraph that a line of text belongs to. */
static struct qc_span extent_of(const struct collector *c, struct qc_span line)
{
    size_t low = 0, high = c->extents.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->extents.items[middle].begin <= line.begin)
            low = middle + 1;
        else
            high = middle;
    }
    if (low > 0 && c->extents.items[low - 1].end > line.begin)
        return (struct qc_span){ c->extents.items[low - 1].begin, c->extents.items[low - 1].end, line.file };
    return line;
}

/* Does the comment stand before all lines that have a part, and a blank line behind it and the comments that follow it? */
static bool is_for_document(struct collector *c, size_t comment)
{
    const struct qc_scanned_line *lines = c->lines->items.items;
    while (lines[c->first].token == QC_TOKEN_COUNT)
        c->first++;
    if (c->first < comment)
        return false;
    if (c->other <= comment)
        for (c->other = comment + 1; lines[c->other].kind == QC_LINE_COMMENT;)
            c->other++;
    return lines[c->other].kind == QC_LINE_BLANK;
}

static struct qc_span covered_by(struct collector *c, size_t line)
{
    struct qc_span comment = qc_span_of_line(c->source, &c->lines->items.items[line]);
    if (is_for_document(c, line))
        return (struct qc_span){ 0, (uint32_t)c->source->text.len + 1, comment.file };
    if (c->part_end == NULL) {
        collect_parts(c);
        collect_extents(c);
    }
    size_t at = part_behind(c, line);
    struct qc_token token = qc_token_of(c->source, &c->lines->items.items[at]);
    struct qc_span covered = { token.span.begin, 0, comment.file };
    if (token.kind == QC_TOKEN_UNIT || token.kind == QC_TOKEN_LINE)
        covered = extent_of(c, token.span);
    else
        covered.end = c->part_end[at];
    if (covered.begin > comment.begin)
        covered.begin = comment.begin; /* comments between have findings, too */
    return covered;
}

/* ---- what it accepts ---- */

static void report_unknown(struct qc_compilation *cx, struct qc_span span, struct qc_str name)
{
    struct qc_diagnostic *d = qc_report(cx, span, QC_MSG(allow_unknown), QC_STR_ARGS(name));
    if (cx->diagnostics.count > QC_MAX_DIAGNOSTICS_SHOWN)
        return; /* nobody reads the rest, and guessing takes its time */
    enum qc_diag_id near = qc_diag_nearest(&cx->arena, name);
    if (near == QC_DIAG_COUNT)
        return;
    struct qc_str slug = qc_diag_slug(&cx->arena, near);
    qc_note(cx, d, QC_NOTE_MSG(did_you_mean), QC_STR_ARGS(slug));
    qc_fix(cx, d, span, slug);
}

static void add_allowance(struct collector *c, const struct qc_remark *remark, struct qc_span name)
{
    struct qc_compilation *cx = c->cx;
    struct qc_str typed = qc_source_text(&cx->sources, name);
    enum qc_diag_id id = qc_remark_rule(cx, name);
    if (id == QC_DIAG_COUNT) {
        report_unknown(cx, name, typed);
        return;
    }
    if (cx->allowances.count >= QC_MAX_ALLOWANCES) {
        qc_report(cx, name, QC_MSG(allow_unused), QC_STR_ARGS(typed));
        return;
    }
    struct qc_allowance *allowance = qc_alloc(&cx->arena, sizeof *allowance);
    *allowance = (struct qc_allowance){
        .id = id, .name = name, .covers = covered_by(c, remark->line), .reason = remark->reason
    };
    *qc_vec_push(&cx->arena, &cx->allowances) = allowance;
}

/* The names of a remark as one text, for its report. */
static struct qc_str named(const struct collector *c, const struct qc_remark *remark)
{
    const struct qc_span *last = &remark->names.items[remark->names.count - 1];
    return qc_str_slice(c->source->text, remark->names.items[0].begin, last->end);
}

void qc_allowances_collect(struct qc_compilation *cx, const struct qc_source *source, const struct qc_scanned *lines,
                           struct qc_tree *tree, const struct qc_remarks *remarks)
{
    struct collector c = { .cx = cx, .source = source, .lines = lines, .tree = tree };
    for (size_t i = 0; i < remarks->items.count; i++) {
        const struct qc_remark *remark = &remarks->items.items[i];
        if (remark->verb != QC_REMARK_ALLOW)
            continue;
        if (remark->reason.len == 0)
            qc_report(cx, qc_span_of_line(source, &lines->items.items[remark->line]), QC_MSG(allow_reason), QC_STR_ARGS(named(&c, remark)));
        for (size_t k = 0; k < remark->names.count; k++)
            add_allowance(&c, remark, remark->names.items[k]);
    }
}
