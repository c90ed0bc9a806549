/*
 * check_recipients.c - the recipients and the line of the file copy
 * (NĐ 30/2020, PL I.II.9): every line ends ";", the last is "- Lưu: VT, ….".
 *
 * Party and Youth Union have rules of form of their own: they are left alone.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "check/markup.h"
#include "check/visible.h"

/* A line of the recipients, cut: "- " "Lưu" ":" " VT, Chi đoàn" "." */
struct line {
    const struct qc_prose *prose;
    size_t content;       /* behind the dash */
    size_t marks;         /* where its end marks begin */
    size_t end;           /* behind them */
    bool is_file_copy;
    size_t word_end;      /* of "Lưu" */
    struct qc_str places; /* who keeps it: "VT, Chi đoàn" */
};

struct lines {
    QC_VEC(struct line) items;
    size_t last_copy; /* number of the last "Lưu" line, or items.count */
    size_t copies;
};

/* --- reading the lines -------------------------------------------------- */

static size_t skip_blanks(struct qc_str text, size_t at)
{
    return at + qc_blank_prefix(qc_str_skip(text, at));
}

/* "Lưu", in capitals or not, and not "Lưu ý", "Lưu trữ". */
static void read_file_copy(struct qc_arena *arena, struct line *line)
{
    struct qc_str text = line->prose->text, word = QC_STR("Lưu");
    struct qc_str head = qc_str_slice(text, line->content, text.len);
    bool whole = head.len == word.len || (head.len > word.len && ((unsigned char)head.ptr[word.len] & 0xC0) != 0x80);
    if (!whole || !qc_name_matches(qc_name_key(arena, qc_str_slice(head, 0, word.len)), QC_STR("lưu")))
        return;
    line->word_end = line->content + word.len;
    size_t n, at = skip_blanks(text, line->word_end);
    unsigned next = qc_utf8_decode(text, line->word_end, &n);
    if (qc_is_letter(next) || qc_is_lower(qc_utf8_decode(text, at, &n)))
        return;
    line->is_file_copy = true;
    if (next == ':' || (at < line->marks && text.ptr[at] == ':'))
        at = skip_blanks(text, (next == ':' ? line->word_end : at) + 1);
    line->places = at < line->marks ? qc_str_trim(qc_str_slice(text, at, line->marks)) : QC_STR("");
}

static struct line read_line(struct qc_arena *arena, const struct qc_prose *prose, struct qc_str dash)
{
    struct qc_str text = prose->text;
    struct line line = { .prose = prose };
    line.content = skip_blanks(text, 0);
    if (dash.len > 0 && qc_str_starts(qc_str_skip(text, line.content), dash))
        line.content = skip_blanks(text, line.content + dash.len);
    struct qc_str trimmed = qc_str_trim(text);
    line.end = trimmed.len == 0 ? 0 : (size_t)(trimmed.ptr - text.ptr) + trimmed.len;
    line.marks = line.end;
    struct qc_str seen = qc_visible(arena, prose); /* the ";" of "&nbsp;" is no mark */
    while (line.marks > line.content && strchr(".;,/", seen.ptr[line.marks - 1]) != NULL)
        line.marks--;
    read_file_copy(arena, &line);
    return line;
}

static void read_lines(const struct qc_check *check, struct lines *lines)
{
    const struct qc_document *document = check->document;
    const struct qc_declaration *recipients = document->tree->recipients;
    for (size_t i = 0; i < recipients->paragraphs.count; i++) {
        struct line line =
            read_line(&check->cx->arena, recipients->paragraphs.items[i], document->recipients.items[i].dash_text);
        *qc_vec_push(&check->cx->arena, &lines->items) = line;
        lines->copies += line.is_file_copy;
    }
    lines->last_copy = lines->items.count;
    for (size_t i = 0; i < lines->items.count; i++)
        if (lines->items.items[i].is_file_copy)
            lines->last_copy = i;
}

/* --- what the one line "Lưu" should say ---------------------------------- */

static bool is_records_office(struct qc_str places)
{
    return qc_str_starts(places, QC_STR("VT"));
}

enum { SHOWN_COPIES = 8 }; /* of more lines a message gives the form alone */

/* "- Lưu: VT, HSCĐ.": of several lines, the records office first. */
static struct qc_str right_copy(struct qc_arena *arena, const struct lines *lines)
{
    struct qc_buf buf = { .arena = arena };
    bool some = false;
    if (lines->copies > SHOWN_COPIES)
        return QC_STR("- Lưu: VT, ….");
    qc_buf_add(&buf, QC_STR("- Lưu: "));
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < lines->items.count; i++) {
            const struct line *line = &lines->items.items[i];
            if (!line->is_file_copy || line->places.len == 0 || is_records_office(line->places) != (pass == 0))
                continue;
            if (some)
                qc_buf_add(&buf, QC_STR(", "));
            qc_buf_add(&buf, line->places);
            some = true;
        }
    qc_buf_add(&buf, some ? QC_STR(".") : QC_STR("VT."));
    return qc_buf_str(&buf);
}

/* --- edits --------------------------------------------------------------- */

static struct qc_span source_lines(const struct qc_check *check, const struct line *line)
{
    return qc_whole_lines(check->document->tree->source, qc_prose_whole(line->prose));
}

static struct qc_diagnostic *report(const struct qc_check *check, const struct line *line, struct qc_str right)
{
    return qc_report(check->cx, qc_prose_span(line->prose, 0, line->end), QC_MSG(recipients_form),
                     QC_STR_ARGS(qc_str_slice(line->prose->text, 0, line->end)), QC_STR_ARGS(right));
}

/* A second "Lưu" line goes into the last one. */
static void report_second_copy(const struct qc_check *check, const struct lines *lines, const struct line *line)
{
    struct qc_arena *arena = &check->cx->arena;
    const struct line *last = &lines->items.items[lines->last_copy];
    struct qc_diagnostic *d = report(check, line, right_copy(arena, lines));
    qc_note_at(check->cx, d, qc_prose_span(last->prose, 0, last->end), QC_NOTE_MSG(one_file_copy));
    if (line->places.len == 0 || last->places.len == 0)
        return;
    qc_fix(check->cx, d, source_lines(check, line), QC_STR(""));
    bool before = is_records_office(line->places) && !is_records_office(last->places);
    size_t begin = (size_t)(last->places.ptr - last->prose->text.ptr), at = before ? begin : begin + last->places.len;
    qc_fix(check->cx, d, qc_prose_span(last->prose, at, at),
           qc_str_format(arena, "%s%.*s%s", before ? "" : ", ", QC_STR_ARGS(line->places), before ? ", " : ""));
    d->fix_is_safe = true;
}

/* Puts a "Lưu" line behind the last line, which then ends in ";" as any other. */
static void add_copy(const struct qc_check *check, struct qc_diagnostic *d, const struct lines *lines,
                     struct qc_str copy)
{
    const struct line *end = &lines->items.items[lines->items.count - 1];
    bool dash = check->document->recipients.items[lines->items.count - 1].dash;
    if (!dash || (end->marks > end->content && strchr(":}", end->prose->text.ptr[end->marks - 1]) != NULL))
        return; /* the line leads in others, or is not ours to mark */
    struct qc_str indent = qc_line_before(check->document->tree->source, qc_prose_whole(end->prose));
    qc_fix(check->cx, d, qc_prose_span(end->prose, end->marks, end->end),
           qc_str_format(&check->cx->arena, ";\n%.*s%.*s", QC_STR_ARGS(indent), QC_STR_ARGS(copy)));
}

/* The "Lưu" line that stays: a colon, one full stop, nothing behind it. */
static void check_last_copy(const struct qc_check *check, const struct lines *lines)
{
    struct qc_compilation *cx = check->cx;
    const struct line *line = &lines->items.items[lines->last_copy];
    struct qc_str text = line->prose->text;
    struct qc_str marks = qc_str_slice(text, line->marks, line->end);
    bool colon = line->word_end < text.len && text.ptr[line->word_end] == ':';
    bool stop = qc_str_equal(marks, QC_STR(".")), is_last = lines->last_copy + 1 == lines->items.count;
    bool kept = line->places.len > 0; /* by whom, qc can but propose */
    if (colon && stop && is_last && kept)
        return;
    struct qc_diagnostic *d = report(check, line, right_copy(&cx->arena, lines));
    if (!is_last) {
        const struct line *end = &lines->items.items[lines->items.count - 1];
        qc_note_at(cx, d, qc_prose_span(end->prose, 0, end->end), QC_NOTE_MSG(file_copy_last));
        if (lines->copies > 1)
            return; /* they are made one first */
        add_copy(check, d, lines, right_copy(&cx->arena, lines));
        if (d->edits.count > 0)
            qc_fix(cx, d, source_lines(check, line), QC_STR(""));
        d->fix_is_safe = kept;
        return;
    }
    size_t place = kept ? (size_t)(line->places.ptr - text.ptr) : line->marks;
    if (!colon || !kept)
        qc_fix(cx, d, qc_prose_span(line->prose, line->word_end, place), kept ? QC_STR(": ") : QC_STR(": VT"));
    if (!stop)
        qc_fix(cx, d, qc_prose_span(line->prose, line->marks, line->end), QC_STR("."));
    d->fix_is_safe = kept;
}

/* "Tỉnh ủy; (b/c)": the ";" that stands before a note in brackets, or line->marks. */
static size_t mark_before_note(const struct line *line)
{
    struct qc_str text = line->prose->text;
    size_t at = line->marks;
    if (at <= line->content || text.ptr[at - 1] != ')')
        return line->marks;
    while (at > line->content && text.ptr[at - 1] != '(')
        at--;
    at = at > line->content ? at - 1 : at;
    while (at > line->content && text.ptr[at - 1] == ' ')
        at--;
    return at > line->content && text.ptr[at - 1] == ';' ? at - 1 : line->marks;
}

/* Any other line ends ";". One that leads in others ends ":", one that {…} ends is not ours to mark. */
static void check_end(const struct qc_check *check, const struct lines *lines, size_t index)
{
    struct qc_compilation *cx = check->cx;
    const struct line *line = &lines->items.items[index];
    struct qc_str text = line->prose->text;
    if (!check->document->recipients.items[index].dash || line->marks <= line->content ||
        strchr(":}", text.ptr[line->marks - 1]) != NULL || qc_markup_ends(text))
        return;
    struct qc_str marks = qc_str_slice(text, line->marks, line->end);
    bool last = index + 1 == lines->items.count; /* with no "Lưu" line, which is reported there */
    if (qc_str_equal(marks, QC_STR(";")) || last)
        return;
    size_t early = mark_before_note(line), behind = early < line->marks ? early + 1 : early;
    struct qc_str right = qc_str_format(&cx->arena, "%.*s%.*s;", QC_STR_ARGS(qc_str_slice(text, 0, early)),
                                        QC_STR_ARGS(qc_str_slice(text, behind, line->marks)));
    struct qc_diagnostic *d = report(check, line, right);
    if (early < behind)
        qc_fix(cx, d, qc_prose_span(line->prose, early, behind), QC_STR(""));
    qc_fix(cx, d, qc_prose_span(line->prose, line->marks, line->end), QC_STR(";"));
    d->fix_is_safe = true;
}

static void check_lines(const struct qc_check *check)
{
    struct lines lines = { 0 };
    read_lines(check, &lines);
    for (size_t i = 0; i < lines.items.count; i++) {
        const struct line *line = &lines.items.items[i];
        if (!line->is_file_copy)
            check_end(check, &lines, i);
        else if (i != lines.last_copy)
            report_second_copy(check, &lines, line);
        else
            check_last_copy(check, &lines);
    }
    if (lines.copies > 0 || lines.items.count == 0)
        return;
    const struct line *end = &lines.items.items[lines.items.count - 1];
    struct qc_diagnostic *d = report(check, end, QC_STR("- Lưu: VT."));
    qc_note(check->cx, d, QC_NOTE_MSG(file_copy_missing));
    add_copy(check, d, &lines, QC_STR("- Lưu: VT."));
}

/* The parties that sign, and who keeps it. */
static struct qc_str usual_recipients(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    struct qc_buf buf = { .arena = &check->cx->arena };
    bool english = document->tree->english;
    qc_buf_add(&buf, qc_str_format(buf.arena, "\n%s:\n",
                                   english ? qc_keyword_info(QC_KW_RECIPIENTS)->english
                                           : qc_keyword_info(QC_KW_RECIPIENTS)->vietnamese));
    for (size_t i = 0; i < document->parties.count; i++)
        if (document->parties.items[i].is_party && document->parties.items[i].signs)
            qc_buf_add(&buf, qc_str_format(buf.arena, "- %.*s;\n", QC_STR_ARGS(document->parties.items[i].name)));
    qc_buf_add(&buf, QC_STR("- Lưu: VT.\n"));
    return qc_buf_str(&buf);
}

static void report_none(const struct qc_check *check)
{
    const struct qc_tree *tree = check->document->tree;
    const struct qc_declaration *type = check->document->first[QC_KW_TYPE];
    struct qc_span start = { 0, 0, tree->source->id }, end = start;
    struct qc_diagnostic *d = qc_report(check->cx, type != NULL && type->key.file == start.file ? type->key : start,
                                        QC_MSG(recipients_missing));
    end.begin = end.end = (uint32_t)tree->source->text.len;
    if (tree->root->first_child != NULL && !tree->unmarked && qc_str_ends(tree->source->text, QC_STR("\n")))
        qc_fix(check->cx, d, end, usual_recipients(check));
}

void qc_check_recipients(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    const struct qc_tree *tree = document->tree;
    if (qc_check_is_fragment(document))
        return;
    if (tree->recipients == NULL && !document->attached && !tree->meant[QC_KW_RECIPIENTS])
        report_none(check);
    if (tree->recipients != NULL && document->profile == QC_PROFILE_ND30)
        check_lines(check);
}
