/*
 * allow.c - reads the comments that accept findings:
 *
 *     // qc: cho phép number-gap, QC127 — khoản 3 đã bãi bỏ
 *
 * Owns nothing. To the parser they are comments like others: a document reads
 * the same with them and without.
 */
#include "syntax/allow.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/utf8.h"
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
    uint32_t begin = unit->marker.span.begin;
    uint32_t end = above != NULL ? above->next->marker.span.begin : body_end(c, begin);
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
        for (size_t i = 0; i < unit->paragraphs.count; i++)
            if (unit->paragraphs.items[i]->pieces.count > 0)
                add_prose(c, unit->paragraphs.items[i]);
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

/* The first line behind an offset that has a part and is not blank; the end of file when there is none. */
static size_t token_behind(const struct collector *c, uint32_t offset)
{
    size_t low = 0, high = c->lines->items.count - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->lines->items.items[middle].begin > offset)
            high = middle;
        else
            low = middle + 1;
    }
    while (low + 1 < c->lines->items.count && !has_part(&c->lines->items.items[low]))
        low++;
    return low;
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

/* Does the comment stand before all tokens, and a blank line behind it and the comments that follow it? */
static bool is_for_document(const struct collector *c, size_t line)
{
    const struct qc_scanned_line *lines = c->lines->items.items;
    for (size_t above = 0; above < line; above++)
        if (lines[above].token != QC_TOKEN_COUNT)
            return false;
    while (lines[++line].kind == QC_LINE_COMMENT)
        ;
    return lines[line].kind == QC_LINE_BLANK;
}

static struct qc_span covered_by(struct collector *c, size_t line)
{
    struct qc_span comment = qc_token_of(c->source, &c->lines->items.items[line]).span;
    if (is_for_document(c, line))
        return (struct qc_span){ 0, (uint32_t)c->source->text.len + 1, comment.file };
    if (c->part_end == NULL) {
        collect_parts(c);
        collect_extents(c);
    }
    size_t at = token_behind(c, comment.begin);
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

/* ---- what a comment says ---- */

/* Length of the dash or colon before the reason; 0 when text opens with none. */
static size_t separator_length(struct qc_str text)
{
    static const char *const separators[] = { "—", "–", "--", "-", ":" };
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++)
        if (qc_str_starts(text, qc_str_from(separators[i])))
            return strlen(separators[i]);
    return 0;
}

/* Where the character at `at` ends: between its bytes no blank may be looked for. */
static size_t behind(struct qc_str text, size_t at)
{
    size_t length;
    qc_utf8_decode(text, at, &length);
    return at + length;
}

/* Length of a rule's name; a "-" inside it is part of it. */
static size_t name_length(struct qc_str text)
{
    size_t len = 0;
    while (len < text.len && text.ptr[len] != ',') {
        struct qc_str rest = qc_str_skip(text, len);
        if (qc_blank_prefix(rest) > 0 || (text.ptr[len] != '-' && separator_length(rest) > 0) ||
            qc_str_starts(rest, QC_STR("--")))
            break;
        len = behind(text, len);
    }
    while (len > 0 && text.ptr[len - 1] == '-')
        len--;
    return len;
}

/* Length of "// qc: cho phép" with the blanks behind it; 0 when the comment is an ordinary one. */
static size_t opening_length(struct qc_arena *arena, struct qc_str comment)
{
    enum { LONGEST = 24 }; /* bytes of a word: nothing longer is looked at */
    size_t at = 2 + qc_blank_prefix(qc_str_skip(comment, 2));
    struct qc_str rest = qc_str_skip(comment, at);
    if (rest.len < 2 || (rest.ptr[0] | 32) != 'q' || (rest.ptr[1] | 32) != 'c')
        return 0;
    at += 2 + qc_blank_prefix(qc_str_skip(rest, 2));
    if (at == comment.len || comment.ptr[at] != ':')
        return 0;
    at += 1 + qc_blank_prefix(qc_str_skip(comment, at + 1));
    size_t begin = at;
    for (int words = 1; words <= 2; words++) {
        while (at < comment.len && qc_blank_prefix(qc_str_skip(comment, at)) == 0)
            at = behind(comment, at);
        if (at - begin > LONGEST)
            return 0;
        struct qc_str key = qc_name_key(arena, qc_str_slice(comment, begin, at));
        at += qc_blank_prefix(qc_str_skip(comment, at));
        if (qc_str_equal(key, QC_STR("allow")) || qc_name_matches(key, QC_STR("cho phép")))
            return at;
    }
    return 0;
}

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

static void add_allowance(struct collector *c, size_t line, struct qc_span name, struct qc_str reason)
{
    struct qc_compilation *cx = c->cx;
    struct qc_str typed = qc_str_slice(c->source->text, name.begin, name.end);
    enum qc_diag_id id = typed.len > QC_MAX_NAME_BYTES ? QC_DIAG_COUNT
                                                       : qc_diag_find(qc_str_terminated(&cx->arena, typed));
    if (id == QC_DIAG_COUNT) {
        report_unknown(cx, name, typed);
        return;
    }
    if (cx->allowances.count >= QC_MAX_ALLOWANCES) {
        qc_report(cx, name, QC_MSG(allow_unused), QC_STR_ARGS(typed));
        return;
    }
    struct qc_allowance *allowance = qc_alloc(&cx->arena, sizeof *allowance);
    *allowance = (struct qc_allowance){ .id = id, .name = name, .covers = covered_by(c, line), .reason = reason };
    *qc_vec_push(&cx->arena, &cx->allowances) = allowance;
}

static void read_comment(struct collector *c, size_t line)
{
    struct qc_span span = qc_token_of(c->source, &c->lines->items.items[line]).span;
    struct qc_str text = qc_str_slice(c->source->text, span.begin, span.end);
    size_t at = opening_length(&c->cx->arena, text), first = at;
    if (at == 0)
        return;
    QC_VEC(struct qc_span) names = { 0 };
    for (;;) {
        size_t len = name_length(qc_str_skip(text, at));
        uint32_t begin = span.begin + (uint32_t)at;
        *qc_vec_push(&c->cx->arena, &names) = (struct qc_span){ begin, begin + (uint32_t)len, span.file };
        at += len;
        size_t next = at + qc_blank_prefix(qc_str_skip(text, at));
        if (next == text.len || text.ptr[next] != ',')
            break;
        at = next + 1 + qc_blank_prefix(qc_str_skip(text, next + 1));
    }
    struct qc_str named = qc_str_slice(text, first, at), rest = qc_str_trim(qc_str_skip(text, at));
    size_t separator = separator_length(rest);
    struct qc_str reason = separator == 0 ? QC_STR("") : qc_str_trim(qc_str_skip(rest, separator));
    if (reason.len == 0)
        qc_report(c->cx, span, QC_MSG(allow_reason), QC_STR_ARGS(named));
    for (size_t i = 0; i < names.count; i++)
        add_allowance(c, line, names.items[i], reason);
}

void qc_allowances_collect(struct qc_compilation *cx, const struct qc_source *source, const struct qc_scanned *lines,
                           struct qc_tree *tree)
{
    struct collector c = { .cx = cx, .source = source, .lines = lines, .tree = tree };
    for (size_t i = 0; i < lines->items.count; i++)
        if (lines->items.items[i].kind == QC_LINE_COMMENT)
            read_comment(&c, i);
}
