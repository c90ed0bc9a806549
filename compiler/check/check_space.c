/*
 * check_space.c - blanks and hidden characters, line by line, and the shape
 * of the file: byte order mark, line ends, normal form, final newline.
 *
 * Must not look at words. Blanks that only indent a line are free.
 */
#include "base/bytes.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/visible.h"

/* What is found in a line: each kind once as a note. */
enum kind { ODD_BLANK = 1 << 0, TAB = 1 << 1, INVISIBLE = 1 << 2, AT_END = 1 << 3, NO_NEWLINE = 1 << 4 };

struct line {
    struct qc_compilation *cx;
    struct qc_str text; /* of the whole source */
    uint32_t file;
    size_t begin, end;
    bool in_head; /* before the body: blanks behind the colon of a key only align its value */
    bool in_name, in_code; /* blanks in {…} and `…` are no prose */
    bool colon_seen;
    unsigned kinds;
    QC_VEC(struct qc_edit) edits; /* of the line's one finding */
};

/* Zero-width characters that join or part nothing in Vietnamese. */
static bool is_invisible(unsigned c)
{
    return c >= 0xAD && (c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF);
}

static void add(struct line *line, size_t begin, size_t end, struct qc_str text, unsigned kinds)
{
    struct qc_span span = { (uint32_t)begin, (uint32_t)end, line->file };
    *qc_vec_push(&line->cx->arena, &line->edits) = (struct qc_edit){ span, text };
    line->kinds |= kinds;
}

static void add_notes(struct qc_compilation *cx, struct qc_diagnostic *d, unsigned kinds)
{
    if (kinds & ODD_BLANK)
        qc_note(cx, d, QC_NOTE_MSG(space_no_break));
    if (kinds & TAB)
        qc_note(cx, d, QC_NOTE_MSG(space_tab));
    if (kinds & INVISIBLE)
        qc_note(cx, d, QC_NOTE_MSG(space_invisible));
    if (kinds & AT_END)
        qc_note(cx, d, QC_NOTE_MSG(space_at_end));
    if (kinds & NO_NEWLINE)
        qc_note(cx, d, QC_NOTE_MSG(space_no_newline));
}

static void report(struct line *line)
{
    if (line->edits.count == 0)
        return;
    struct qc_diagnostic *d =
        qc_report(line->cx, line->edits.items[0].span, QC_MSG(white_space), (unsigned)line->edits.count);
    add_notes(line->cx, d, line->kinds);
    for (size_t i = 0; i < line->edits.count; i++)
        qc_fix(line->cx, d, line->edits.items[i].span, line->edits.items[i].text);
    d->fix_is_safe = true;
}

/* A run of blanks and invisible characters. */
struct run {
    size_t begin, end, count;
    unsigned kinds;
    bool has_blank; /* one that is seen: else the run parts nothing */
};

static struct run run_at(const struct line *line, size_t at)
{
    struct run run = { .begin = at, .end = at };
    struct qc_str text = qc_str_slice(line->text, 0, line->end);
    size_t n;
    while (run.end < line->end) {
        unsigned c = qc_utf8_decode(text, run.end, &n);
        if (!qc_is_blank(c) && !is_invisible(c))
            break;
        run.kinds |= c == '\t' ? TAB : is_invisible(c) ? INVISIBLE : c != ' ' ? ODD_BLANK : 0;
        run.has_blank = run.has_blank || !is_invisible(c);
        run.count++;
        run.end += n;
    }
    return run;
}

/* Indentation keeps its columns, on which continuation lines depend. */
static struct qc_str indentation(const struct line *line, const struct run *run)
{
    struct qc_buf buf = { .arena = &line->cx->arena };
    size_t columns = qc_utf8_width(qc_str_slice(line->text, run->begin, run->end), 0);
    for (size_t i = 0; i < columns; i++)
        qc_buf_char(&buf, ' ');
    return qc_buf_str(&buf);
}

static void check_run(struct line *line, const struct run *run)
{
    bool aligns = line->in_head && !line->colon_seen && run->begin > line->begin &&
                  line->text.ptr[run->begin - 1] == ':' && run->kinds == 0;
    if (run->end == line->end)
        add(line, run->begin, run->end, QC_STR(""), run->kinds | AT_END);
    else if (run->begin == line->begin) {
        if (run->kinds != 0)
            add(line, run->begin, run->end, indentation(line, run), run->kinds);
    } else if ((run->count > 1 || run->kinds != 0) && !line->in_name && !line->in_code && !aligns) {
        add(line, run->begin, run->end, run->has_blank ? QC_STR(" ") : QC_STR(""), run->kinds);
    }
    line->colon_seen = line->colon_seen || (run->begin > line->begin && line->text.ptr[run->begin - 1] == ':');
}

static void check_line(struct line *line)
{
    struct qc_str text = qc_str_slice(line->text, 0, line->end);
    size_t start = line->begin + qc_blanks_at(text, line->begin), n;
    if (qc_str_starts(qc_str_skip(text, start), QC_STR("//")))
        return; /* a comment prints nothing */
    for (size_t i = line->begin; i < line->end; i += n) {
        unsigned c = qc_utf8_decode(text, i, &n);
        if (c == '`')
            line->in_code = !line->in_code;
        else if (c == '{' || c == '}')
            line->in_name = c == '{';
        if (qc_is_blank(c) || is_invisible(c)) {
            struct run run = run_at(line, i);
            check_run(line, &run);
            n = run.end - i;
        }
    }
}

/* What the text has lost already: there is nothing in it that an edit could point at. */
static void check_file(struct qc_compilation *cx, const struct qc_source *source)
{
    unsigned odd = source->oddities;
    if (odd == 0)
        return;
    struct qc_span start = { 0, 0, source->id };
    unsigned places = 0;
    for (unsigned bit = QC_ODD_BOM; bit <= QC_ODD_DECOMPOSED; bit <<= 1)
        places += (odd & bit) != 0;
    struct qc_diagnostic *d = qc_report(cx, start, QC_MSG(white_space), places);
    if (odd & QC_ODD_BOM)
        qc_note(cx, d, QC_NOTE_MSG(space_bom));
    if (odd & QC_ODD_LINE_END)
        qc_note(cx, d, QC_NOTE_MSG(space_line_end));
    if (odd & QC_ODD_DECOMPOSED)
        qc_note(cx, d, QC_NOTE_MSG(space_decomposed));
    d->fix_normalizes = d->fix_is_safe = true;
}

static size_t body_start(const struct qc_document *document)
{
    const struct qc_unit *first = document->root->first_child;
    return first == NULL ? document->tree->source->text.len : first->marker.begin;
}

static size_t line_start(struct qc_str text, size_t at)
{
    while (at > 0 && text.ptr[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_end(struct qc_str text, size_t at)
{
    const char *end = at < text.len ? memchr(text.ptr + at, '\n', text.len - at) : NULL;
    return end == NULL ? text.len : (size_t)(end - text.ptr);
}

/* Reports what is found in the line that begins there; returns where it ends. */
static size_t check_line_at(const struct qc_check *check, size_t begin, size_t body)
{
    const struct qc_source *source = check->document->tree->source;
    struct line line = { .cx = check->cx, .text = source->text, .file = source->id, .begin = begin };
    line.end = line_end(source->text, begin);
    line.in_head = begin < body;
    check_line(&line);
    /* a last line of blanks alone goes, so that the one before it ends the file */
    if (line.end == source->text.len && qc_str_trim(qc_str_slice(source->text, begin, line.end)).len > 0)
        add(&line, line.end, line.end, QC_STR("\n"), NO_NEWLINE);
    report(&line);
    return line.end;
}

/* The end of the blanks that only indent a line: they are free; at when they do not, or nothing stands behind them. */
static size_t skip_indentation(struct qc_str text, size_t at)
{
    size_t end = at;
    if (at > 0 && text.ptr[at - 1] != '\n')
        return at;
    while (end < text.len && text.ptr[end] == ' ')
        end++;
    return end == text.len || text.ptr[end] == '\n' ? at : end;
}

/* A quotation mark, a dash, an ellipsis: U+2010 to U+2027. */
static bool is_seen(struct qc_str text, size_t at)
{
    size_t n;
    unsigned c = qc_utf8_decode(text, at, &n);
    return c >= 0x2010 && c <= 0x2027;
}

void qc_check_space(const struct qc_check *check)
{
    struct qc_str text = check->document->tree->source->text;
    size_t body = body_start(check->document), last = line_start(text, text.len), next;
    check_file(check->cx, check->document->tree->source);
    for (size_t at = 0; (at = qc_bytes_untidy(text, at)) < last; at = next) {
        next = skip_indentation(text, at);
        if (next == at)
            next = is_seen(text, at) ? at + 1 : check_line_at(check, line_start(text, at), body);
    }
    check_line_at(check, last, body);
}
