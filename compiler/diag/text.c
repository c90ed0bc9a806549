/*
 * text.c - prints diagnostics as text: places, source lines, carets, fixes.
 *
 * Owns nothing; appends to the caller's buffer. Nothing of a source may reach
 * the buffer but through show.h.
 */
#include "diag/text.h"

#include <stdint.h>
#include <stdio.h>

#include "diag/show.h"
#include "base/limits.h"

enum {
    MESSAGE_COLUMNS = 1000, /* a message may quote a line */
    QUOTE_COLUMNS = 60,     /* the texts of a fix */
    FIXES_SHOWN = 3,
};

struct printer {
    struct qc_compilation *cx;
    enum qc_lang lang;
    bool color;
    struct qc_buf *out;
};

static void paint(struct printer *p, const char *code)
{
    if (!p->color)
        return;
    qc_buf_add(p->out, QC_STR("\033["));
    qc_buf_add(p->out, qc_str_from(code));
    qc_buf_char(p->out, 'm');
}

static void add_format(struct printer *p, const char *format, size_t number)
{
    char text[64];
    int len = snprintf(text, sizeof text, format, number);
    qc_buf_add(p->out, (struct qc_str){ text, len < 0 ? 0 : (size_t)len });
}

static const struct qc_source *source_of(struct printer *p, struct qc_span span)
{
    return p->cx->sources.files.items[span.file];
}

static void add_place(struct printer *p, struct qc_span span)
{
    const struct qc_source *source = source_of(p, span);
    struct qc_position at = qc_position_of(source, span.begin);
    paint(p, "1");
    if (qc_str_equal(source->name, QC_STR("-")))
        qc_buf_add(p->out, QC_STR("<stdin>"));
    else
        qc_show_text(p->out, source->name, SIZE_MAX / 8);
    add_format(p, ":%zu", at.line);
    add_format(p, ":%zu:", at.column);
    paint(p, "0");
    qc_buf_char(p->out, ' ');
}

static void add_gutter(struct printer *p, const char *number, int width)
{
    char text[64];
    int len = snprintf(text, sizeof text, "%*s |", width, number);
    paint(p, "34");
    qc_buf_add(p->out, (struct qc_str){ text, (size_t)len });
    paint(p, "0");
}

static void add_snippet(struct printer *p, struct qc_span span, const char *paint_code)
{
    const struct qc_source *source = source_of(p, span);
    if (source->text.len == 0)
        return; /* a file that could not be read, or an empty one */
    struct qc_position at = qc_position_of(source, span.begin);
    struct qc_snippet snippet = qc_snippet_cut(source, span, at);
    char number[24];
    int digits = snprintf(number, sizeof number, "%zu", at.line), gutter = digits > 5 ? digits : 5;

    add_gutter(p, number, gutter);
    if (at.line_end > at.line_begin)
        qc_buf_char(p->out, ' ');
    qc_snippet_show(p->out, &snippet);
    qc_buf_char(p->out, '\n');

    add_gutter(p, "", gutter);
    for (size_t i = snippet.from; i < snippet.caret + 1 + snippet.cut_left; i++)
        qc_buf_char(p->out, ' ');
    paint(p, paint_code);
    qc_buf_char(p->out, '^');
    for (size_t i = snippet.caret + 1; i < snippet.caret_end; i++)
        qc_buf_char(p->out, '~');
    paint(p, "0");
    qc_buf_char(p->out, '\n');
}

static void add_label(struct printer *p, const char *const label[QC_LANG_COUNT])
{
    qc_buf_add(p->out, QC_STR("      = "));
    paint(p, "1");
    qc_buf_add(p->out, qc_str_from(label[p->lang]));
    paint(p, "0");
    qc_buf_add(p->out, QC_STR(": "));
}

static void add_note(struct printer *p, const struct qc_note *note)
{
    static const char *const label[] = { "ghi chú", "note" };
    if (note->has_span) {
        add_place(p, note->span);
        paint(p, "1;36");
        qc_buf_add(p->out, QC_STR("note:"));
        paint(p, "0");
        qc_buf_char(p->out, ' ');
    } else {
        add_label(p, label);
    }
    qc_show_text(p->out, note->text[p->lang], MESSAGE_COLUMNS);
    qc_buf_char(p->out, '\n');
    if (note->has_span)
        add_snippet(p, note->span, "1;36");
}

static void add_quoted(struct printer *p, const char *before, struct qc_str text)
{
    qc_buf_add(p->out, qc_str_from(before));
    qc_buf_add(p->out, qc_str_from(p->lang == QC_LANG_VI ? " “" : " '"));
    qc_show_text(p->out, text, QUOTE_COLUMNS);
    qc_buf_add(p->out, qc_str_from(p->lang == QC_LANG_VI ? "”" : "'"));
}

static void add_edit(struct printer *p, const struct qc_diagnostic *diagnostic, const struct qc_edit *edit)
{
    static const char *const insert[] = { "thêm", "insert" };
    static const char *const delete[] = { "bỏ", "delete" };
    static const char *const replace[] = { "thay", "replace" };
    static const char *const with[] = { " bằng", " with" };
    struct qc_span span = edit->span, around = diagnostic->span;
    if (span.begin == span.end) {
        add_quoted(p, insert[p->lang], edit->text);
    } else {
        struct qc_str old = qc_source_text(&p->cx->sources, span);
        add_quoted(p, (edit->text.len == 0 ? delete : replace)[p->lang], old);
        if (edit->text.len > 0)
            add_quoted(p, with[p->lang], edit->text);
    }
    if (span.file == around.file && span.begin >= around.begin && span.begin <= around.end)
        return;
    struct qc_position at = qc_position_of(source_of(p, span), span.begin);
    add_format(p, " (%zu:", at.line);
    add_format(p, "%zu)", at.column);
}

static void add_fix(struct printer *p, const struct qc_diagnostic *diagnostic)
{
    static const char *const label[] = { "sửa", "fix" };
    static const char *const more[] = { "; và %zu chỗ nữa", "; and %zu more" };
    static const char *const normalize[] = { "ghi lại cả tệp ở dạng dựng sẵn (NFC), không BOM, dòng kết thúc bằng LF",
                                             "write the whole file in NFC, without a byte order mark, with LF" };
    size_t count = diagnostic->edits.count;
    if (!qc_diag_has_fix(diagnostic))
        return;
    add_label(p, label);
    if (diagnostic->fix_normalizes)
        qc_buf_add(p->out, qc_str_from(normalize[p->lang]));
    for (size_t i = 0; i < count && i < FIXES_SHOWN; i++) {
        if (i > 0 || diagnostic->fix_normalizes)
            qc_buf_add(p->out, QC_STR("; "));
        add_edit(p, diagnostic, &diagnostic->edits.items[i]);
    }
    if (count > FIXES_SHOWN)
        add_format(p, more[p->lang], count - FIXES_SHOWN);
    qc_buf_char(p->out, '\n');
}

static void add_diagnostic(struct printer *p, const struct qc_diagnostic *diagnostic)
{
    static const char *const norm[] = { "căn cứ", "norm" };
    static const char *const see[] = { "xem", "see" };
    static const char *const level[] = { "info", "warning", "error" };
    static const char *const paints[] = { "1;36", "1;35", "1;31" };
    const struct qc_diag_info info = qc_diag_info(diagnostic->id);
    const char *paint_code = paints[diagnostic->level];
    add_place(p, diagnostic->span);
    paint(p, paint_code);
    qc_buf_add(p->out, qc_str_from(level[diagnostic->level]));
    qc_buf_char(p->out, '[');
    qc_buf_add(p->out, qc_str_from(info.code));
    qc_buf_char(p->out, ' ');
    for (const char *c = info.slug; *c != '\0'; c++)
        qc_buf_char(p->out, *c == '_' ? '-' : *c);
    qc_buf_add(p->out, QC_STR("]:"));
    paint(p, "0");
    qc_buf_char(p->out, ' ');
    qc_show_text(p->out, diagnostic->text[p->lang], MESSAGE_COLUMNS);
    qc_buf_char(p->out, '\n');
    add_snippet(p, diagnostic->span, paint_code);
    for (size_t i = 0; i < diagnostic->notes.count; i++)
        add_note(p, &diagnostic->notes.items[i]);
    if (info.norm[0] != '\0') {
        add_label(p, strncmp(info.norm, "qc(", 3) == 0 ? see : norm);
        qc_buf_add(p->out, qc_str_from(info.norm));
        qc_buf_char(p->out, '\n');
    }
    add_fix(p, diagnostic);
}

void qc_diagnostics_print(struct qc_compilation *cx, enum qc_lang lang, bool color, struct qc_buf *out)
{
    static const char *const rest[] = { "… và %zu phát hiện nữa không được in ra\n",
                                        "… and %zu more findings that are not shown\n" };
    struct printer p = { cx, lang, color, out };
    qc_diagnostics_sort(cx);
    /* the graver ones take the room first, in whatever order they stand */
    size_t by_level[3] = { 0 }, room[3], left = QC_MAX_DIAGNOSTICS_SHOWN, shown = 0;
    for (size_t i = 0; i < cx->diagnostics.count; i++)
        by_level[cx->diagnostics.items[i]->level]++;
    for (int level = QC_LEVEL_ERROR; level >= QC_LEVEL_INFO; level--) {
        room[level] = by_level[level] < left ? by_level[level] : left;
        left -= room[level];
    }
    for (size_t i = 0; i < cx->diagnostics.count; i++) {
        const struct qc_diagnostic *diagnostic = cx->diagnostics.items[i];
        if (room[diagnostic->level] == 0)
            continue;
        room[diagnostic->level]--;
        shown++;
        add_diagnostic(&p, diagnostic);
    }
    size_t unseen = cx->diagnostics.count - shown + cx->dropped;
    if (unseen > 0)
        add_format(&p, rest[lang], unseen);
}
