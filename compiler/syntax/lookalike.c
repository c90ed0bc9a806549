/*
 * lookalike.c - lines that open like a heading but are none: the mark behind
 * their number is missing.
 *
 * Builds nothing; reports.
 */
#include "base/utf8.h"
#include "syntax/units.h"

static void report_no_mark(struct qc_builder *builder, struct qc_span look)
{
    struct qc_diagnostic *d =
        qc_report(builder->cx, look, QC_MSG(heading_without_mark), QC_STR_ARGS(qc_builder_text(builder, look)));
    qc_fix(builder->cx, d, (struct qc_span){ look.end, look.end, look.file }, QC_STR("."));
}

/* "II NHIỆM VỤ": a Roman numeral and capitals, but no mark between. */
static void report_sign(struct qc_builder *builder, const struct qc_token *token)
{
    struct qc_str text = qc_builder_text(builder, token->span);
    size_t digits = 0;
    while (digits < text.len && strchr("IVX", text.ptr[digits]) != NULL)
        digits++;
    if (digits == 0 || digits > 5 || digits == text.len || text.ptr[digits] != ' ')
        return;
    struct qc_str title = qc_str_trim(qc_str_skip(text, digits));
    if (qc_utf8_count(title) >= 3 && qc_str_is_capitals(title))
        report_no_mark(builder, (struct qc_span){ token->span.begin, token->span.begin + (uint32_t)digits,
                                                  token->span.file });
}

/* "Điều 4 Luật Giáo dục …" is a reference: the word behind the number is a type of instrument. */
static bool opens_with_instrument(struct qc_str text)
{
    static const char *const types[] = { "Luật",       "Bộ luật",   "Pháp lệnh",  "Hiến pháp", "Nghị định", "Nghị quyết",
                                         "Quyết định", "Thông tư",  "Chỉ thị",    "Quy chế",   "Quy định",  "Điều lệ",
                                         "Hướng dẫn",  "Công văn",  "Kế hoạch",   "Chương",    "Mục",       "Phần" };
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (qc_str_starts(text, qc_str_from(types[i])))
            return true;
    return false;
}

/* Value of the Arabic or Roman number at text[*at], and where it ends. */
static unsigned number_at(struct qc_str text, size_t *at)
{
    size_t begin = *at;
    unsigned value = 0;
    for (; *at < text.len && text.ptr[*at] >= '0' && text.ptr[*at] <= '9' && *at < begin + 3; ++*at)
        value = value * 10 + (unsigned)(text.ptr[*at] - '0');
    if (*at > begin)
        return value;
    while (*at < text.len && text.ptr[*at] != '\0' && strchr("IVXLC", text.ptr[*at]) != NULL)
        ++*at;
    return qc_roman_value(qc_str_slice(text, begin, *at));
}

/* "Điều 2 Hiệu lực thi hành": the next article, a capital and no end mark, but no mark after the number. */
static void report_label(struct qc_builder *builder, const struct qc_token *token)
{
    struct qc_str text = qc_builder_text(builder, token->span);
    size_t word = qc_str_find(text, QC_STR(" ")), end = word + 1, n;
    int style;
    bool may_lack;
    if (end >= text.len || qc_label_find(&builder->cx->arena, qc_str_slice(text, 0, word), &style, &may_lack) < 0)
        return;
    unsigned value = number_at(text, &end);
    bool next = qc_continues_by_one(qc_open_unit(builder, (enum qc_style)style), value);
    if (!next || end + 1 >= text.len || text.ptr[end] != ' ' || qc_end_mark(text) != 0 || qc_line_is_left_open(text))
        return;
    struct qc_str title = qc_str_skip(text, end + 1);
    if (qc_is_upper(qc_utf8_decode(title, 0, &n)) && !opens_with_instrument(title))
        report_no_mark(builder, (struct qc_span){ token->span.begin, token->span.begin + (uint32_t)end,
                                                  token->span.file });
}

void qc_report_lookalike(struct qc_builder *builder, const struct qc_token *token)
{
    report_sign(builder, token);
    report_label(builder, token);
}
