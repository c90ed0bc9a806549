/*
 * remark.c - reads the comments that speak to qc:
 *
 *     // qc: cho phép number-gap, QC127 — khoản 3 đã bãi bỏ
 *     // qc: xem lại QC704 — đoạn được nối qua một dòng trống hay chỗ sang trang
 *
 * Owns nothing. To the parser they are comments like others: a document reads
 * the same with them and without. What they mean is for allow.c and review.c.
 */
#include "syntax/remark.h"

#include "base/limits.h"
#include "base/utf8.h"

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

static bool find_verb(struct qc_str key, enum qc_remark_verb *verb)
{
    static const struct {
        const char *vietnamese, *english;
    } verbs[] = {
        [QC_REMARK_ALLOW] = { "cho phép", "allow" },
        [QC_REMARK_REVIEW] = { "xem lại", "review" },
    };
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
        if (qc_str_equal(key, qc_str_from(verbs[i].english)) ||
            qc_name_matches(key, qc_str_from(verbs[i].vietnamese))) {
            *verb = (enum qc_remark_verb)i;
            return true;
        }
    return false;
}

/* Length of "// qc: cho phép" with the blanks behind it; 0 when the comment is an ordinary one. */
static size_t opening_length(struct qc_arena *arena, struct qc_str comment, enum qc_remark_verb *verb)
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
        if (find_verb(key, verb))
            return at;
    }
    return 0;
}

static void read_names(struct qc_compilation *cx, struct qc_span comment, struct qc_str text, size_t *at,
                       struct qc_remark *remark)
{
    for (;;) {
        size_t len = name_length(qc_str_skip(text, *at));
        uint32_t begin = comment.begin + (uint32_t)*at;
        *qc_vec_push(&cx->arena, &remark->names) =
            (struct qc_span){ begin, begin + (uint32_t)len, comment.file };
        *at += len;
        size_t next = *at + qc_blank_prefix(qc_str_skip(text, *at));
        if (next == text.len || text.ptr[next] != ',')
            return;
        *at = next + 1 + qc_blank_prefix(qc_str_skip(text, next + 1));
    }
}

void qc_remarks_read(struct qc_compilation *cx, const struct qc_source *source,
                     const struct qc_scanned *lines, struct qc_remarks *remarks)
{
    for (size_t i = 0; i < lines->items.count; i++) {
        const struct qc_scanned_line *line = &lines->items.items[i];
        if (line->kind != QC_LINE_COMMENT)
            continue;
        struct qc_span span = qc_span_of_line(source, line);
        struct qc_remark remark = { .line = i };
        struct qc_str text = qc_str_slice(source->text, span.begin, span.end);
        size_t at = opening_length(&cx->arena, text, &remark.verb);
        if (at == 0)
            continue;
        read_names(cx, span, text, &at, &remark);
        struct qc_str rest = qc_str_trim(qc_str_skip(text, at));
        size_t separator = separator_length(rest);
        remark.reason = separator == 0 ? QC_STR("") : qc_str_trim(qc_str_skip(rest, separator));
        *qc_vec_push(&cx->arena, &remarks->items) = remark;
    }
}

enum qc_diag_id qc_remark_rule(struct qc_compilation *cx, struct qc_span name)
{
    struct qc_str typed = qc_source_text(&cx->sources, name);
    return typed.len > QC_MAX_NAME_BYTES ? QC_DIAG_COUNT : qc_diag_find(qc_str_terminated(&cx->arena, typed));
}
