/*
 * check_recipients.c - the recipients and the line of the file copy
 * (NĐ 30/2020, PL I.II.9): every line ends ";", the last is "- Lưu: VT, ….".
 *
 * Party and Youth Union have rules of form of their own: they are left alone.
 */
#include "base/utf8.h"
#include "check/check.h"

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
    while (line.marks > line.content && strchr(".;,/", text.ptr[line.marks - 1]) != NULL)
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
    qc_buf_char(&buf, '.');
    return qc_buf_str(&buf);
}

/* --- edits --------------------------------------------------------------- */

/* The source lines of a line, with the line end behind or, at the end of the file, before them. */
static struct qc_span source_lines(const struct qc_check *check, const struct line *line)
{
    struct qc_str source = check->document->tree->source->text;
    struct qc_span span = qc_prose_whole(line->prose);
    while (span.begin > 0 && source.ptr[span.begin - 1] != '\n')
        span.begin--;
    while (span.end < source.len && source.ptr[span.end] != '\n')
        span.end++;
    if (span.end < source.len)
        span.end++;
    else if (span.begin > 0)
        span.begin--;
    return span;
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

/* The "Lưu" line that stays: a colon, one full stop, nothing behind it. */
static void check_last_copy(const struct qc_check *check, const struct lines *lines)
{
    struct qc_compilation *cx = check->cx;
    const struct line *line = &lines->items.items[lines->last_copy];
    struct qc_str text = line->prose->text;
    struct qc_str marks = qc_str_slice(text, line->marks, line->end);
    bool colon = line->word_end < text.len && text.ptr[line->word_end] == ':';
    bool stop = qc_str_equal(marks, QC_STR(".")), is_last = lines->last_copy + 1 == lines->items.count;
    if (colon && stop && is_last)
        return;
    struct qc_diagnostic *d = report(check, line, right_copy(&cx->arena, lines));
    if (!is_last) {
        const struct line *end = &lines->items.items[lines->items.count - 1];
        qc_note_at(cx, d, qc_prose_span(end->prose, 0, end->end), QC_NOTE_MSG(file_copy_last));
        return; /* moving it also changes the marks of others: the author's to do */
    }
    size_t place = line->places.len == 0 ? line->marks : (size_t)(line->places.ptr - text.ptr);
    if (!colon)
        qc_fix(cx, d, qc_prose_span(line->prose, line->word_end, place), line->places.len == 0 ? QC_STR(":") : QC_STR(": "));
    if (!stop)
        qc_fix(cx, d, qc_prose_span(line->prose, line->marks, line->end), QC_STR("."));
    d->fix_is_safe = true;
}

/* Any other line ends ";". One that leads in others ends ":", one that {…} ends is not ours to mark. */
static void check_end(const struct qc_check *check, const struct lines *lines, size_t index)
{
    struct qc_compilation *cx = check->cx;
    const struct line *line = &lines->items.items[index];
    struct qc_str text = line->prose->text;
    if (!check->document->recipients.items[index].dash || line->marks <= line->content ||
        strchr(":}", text.ptr[line->marks - 1]) != NULL)
        return;
    struct qc_str marks = qc_str_slice(text, line->marks, line->end);
    bool last = index + 1 == lines->items.count; /* with no "Lưu" line, which is reported there */
    if (qc_str_equal(marks, QC_STR(";")) || last)
        return;
    struct qc_str right = qc_str_format(&cx->arena, "%.*s;", QC_STR_ARGS(qc_str_slice(text, 0, line->marks)));
    struct qc_diagnostic *d = report(check, line, right);
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
}

void qc_check_recipients(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    const struct qc_tree *tree = document->tree;
    if (qc_check_is_fragment(document))
        return;
    if (tree->recipients == NULL && !document->attached && !tree->meant[QC_KW_RECIPIENTS]) {
        const struct qc_declaration *type = document->first[QC_KW_TYPE];
        struct qc_span start = { 0, 0, tree->source->id };
        qc_report(check->cx, type != NULL && type->key.file == start.file ? type->key : start,
                  QC_MSG(recipients_missing));
    }
    if (tree->recipients != NULL && document->profile == QC_PROFILE_ND30)
        check_lines(check);
}
