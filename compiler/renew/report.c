/*
 * report.c - the report of a renewal for people: what changed, which years
 * did not, what to look at.
 *
 * Owns the words around them. Text of a source passes diag/show.h.
 */
#include "base/utf8.h"
#include "diag/show.h"
#include "renew/report.h"
#include "source/position.h"

enum { NAME_COLUMNS = 200 };

static struct qc_str pick(const struct qc_renewal_report *report, const char *vi, const char *en)
{
    return qc_str_from(report->lang == QC_LANG_VI ? vi : en);
}

static void add_place(struct qc_renewal_report *report, const struct qc_source *source, size_t line)
{
    qc_show_text(report->out, source->name, NAME_COLUMNS);
    qc_buf_add(report->out, qc_str_format(&report->cx->arena, ":%zu: ", line));
}

static void add_line(struct qc_renewal_report *report, const char *lead, struct qc_str line)
{
    qc_buf_add(report->out, qc_str_from(lead));
    qc_show_text(report->out, line, line.len);
    qc_buf_char(report->out, '\n');
}

static bool is_inside_character(struct qc_str text, size_t at)
{
    return at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
}

/* What two versions of a long line have in common at both ends, but for some words, which say where that is. */
static void cut_common(struct qc_str old, struct qc_str new, size_t *front, size_t *back)
{
    enum { LONG = 200, WORDS = 80 }; /* bytes */
    size_t least = old.len < new.len ? old.len : new.len, begin = 0, end = 0;
    while (begin < least && old.ptr[begin] == new.ptr[begin])
        begin++;
    while (end < least - begin && old.ptr[old.len - 1 - end] == new.ptr[new.len - 1 - end])
        end++;
    *front = begin > WORDS && old.len > LONG ? begin - WORDS : 0;
    *back = end > WORDS && old.len > LONG ? end - WORDS : 0;
    while (is_inside_character(old, *front))
        --*front;
    while (is_inside_character(old, old.len - *back))
        --*back;
}

static void add_cut_line(struct qc_renewal_report *report, const char *lead, struct qc_str line, size_t front,
                         size_t back)
{
    qc_buf_add(report->out, qc_str_from(lead));
    qc_buf_add(report->out, front > 0 ? QC_STR("…") : QC_STR(""));
    add_line(report, "", qc_str_slice(line, front, line.len - back));
    if (back > 0) {
        report->out->len--;
        qc_buf_add(report->out, QC_STR("…\n"));
    }
}

/* The old lines and the new ones. */
static void add_lines(struct qc_renewal_report *report, const struct qc_changed_lines *lines)
{
    size_t front = 0, back = 0;
    if (lines->before.count == 1 && lines->after.count == 1)
        cut_common(lines->before.items[0], lines->after.items[0], &front, &back);
    for (size_t i = 0; i < lines->before.count; i++)
        add_cut_line(report, "  - ", lines->before.items[i], front, back);
    for (size_t i = 0; i < lines->after.count; i++)
        add_cut_line(report, "  + ", lines->after.items[i], front, back);
}

static void print_heading(struct qc_renewal_report *report, const char *vi, const char *en, size_t count)
{
    if (report->out->len > 0)
        qc_buf_char(report->out, '\n');
    qc_buf_add(report->out, pick(report, vi, en));
    qc_buf_add(report->out, qc_str_format(&report->cx->arena, " (%zu)\n", count));
}

static void print_changes(struct qc_renewal_report *report)
{
    print_heading(report, "Đã đổi", "Changed", report->lines.items.count);
    for (size_t i = 0; i < report->lines.items.count; i++) {
        const struct qc_changed_lines *lines = &report->lines.items.items[i];
        add_place(report, report->renewal->source, lines->line);
        add_line(report, "", qc_renewal_whys(&report->cx->arena, lines, report->lang));
        add_lines(report, lines);
    }
}

/* The lines whose {năm học} prints the new year by itself. */
static void print_following(struct qc_renewal_report *report)
{
    const struct qc_renewal *renewal = report->renewal;
    size_t last = 0;
    if (renewal->following.count == 0)
        return;
    qc_buf_add(report->out, pick(report, "{năm học} tự in năm mới ở các dòng:",
                                 "{năm học} prints the new year by itself in lines"));
    for (size_t i = 0; i < renewal->following.count; i++) {
        size_t line = qc_line_of(renewal->source, renewal->following.items[i]).number;
        if (line != last)
            qc_buf_add(report->out, qc_str_format(&report->cx->arena, "%s %zu", last == 0 ? "" : ",", line));
        last = line;
    }
    qc_buf_char(report->out, '\n');
}

/* Years of one line that have the same reason stand together. */
static void print_left(struct qc_renewal_report *report)
{
    const struct qc_renewal *renewal = report->renewal;
    if (renewal->left.count == 0)
        return;
    print_heading(report, "Năm để nguyên", "Years left alone", renewal->left.count);
    for (size_t i = 0; i < renewal->left.count;) {
        const struct qc_left_year *first = &renewal->left.items[i];
        const struct qc_year_reason *reason = qc_year_reason(first->reason);
        size_t line = qc_line_of(renewal->source, first->span.begin).number;
        add_place(report, renewal->source, line);
        for (size_t begin = i; i < renewal->left.count && renewal->left.items[i].reason == first->reason &&
                               qc_line_of(renewal->source, renewal->left.items[i].span.begin).number == line;
             i++) {
            qc_buf_add(report->out, i > begin ? QC_STR(", ") : QC_STR(""));
            qc_buf_add(report->out, qc_source_text(&report->cx->sources, renewal->left.items[i].span));
        }
        qc_buf_add(report->out, QC_STR(": "));
        qc_buf_add(report->out, qc_str_from(reason->text[report->lang]));
        qc_buf_add(report->out,
                   reason->look ? pick(report, "; hãy xem lại\n", "; look at it\n") : QC_STR("\n"));
    }
}

static void print_looks(struct qc_renewal_report *report)
{
    const struct qc_renewal *renewal = report->renewal;
    if (renewal->looks.count == 0)
        return;
    print_heading(report, "Cần xem lại", "To be looked at", renewal->looks.count);
    for (size_t i = 0; i < renewal->looks.count; i++) {
        const struct qc_look *look = &renewal->looks.items[i];
        const struct qc_source *source = qc_renewal_source(report, look->span);
        add_place(report, source, qc_line_of(source, look->span.begin).number);
        add_line(report, "", look->what.text[report->lang]);
    }
}

void qc_renewal_print(struct qc_compilation *cx, const struct qc_renewal *renewal, enum qc_lang lang,
                      struct qc_buf *out)
{
    struct qc_renewal_report report = qc_renewal_report_of(cx, renewal, lang, out);
    print_changes(&report);
    print_following(&report);
    print_left(&report);
    print_looks(&report);
}
