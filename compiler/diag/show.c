/*
 * show.c - text of any origin made fit to be printed.
 *
 * Owns nothing. The security boundary towards terminals: no control, bidi or
 * invisible character and no broken byte may pass.
 */
#include "diag/show.h"

#include <stdint.h>
#include <stdio.h>
#include <utf8proc.h>

#include "base/utf8.h"

enum {
    WINDOW = 100,      /* columns shown of a line that is longer */
    BEFORE_CARET = 40, /* of these, left of the caret */
    EXCERPT = 2000, /* bytes on either side of the caret that are looked at: a line may be the whole file */
};

static bool is_hidden(unsigned c)
{
    return qc_is_control(c) || qc_is_noncharacter(c) ||
           utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_CF;
}

size_t qc_show_one(const char *text, size_t length, char *out, size_t *out_length)
{
    *out_length = 0;
    if (length == 0)
        return 0;
    struct qc_str head = { text, length < 4 ? length : 4 };
    size_t used = 1;
    int written;
    if (qc_utf8_invalid(head.ptr, head.len) == 0) {
        written = snprintf(out, QC_SHOWN_ROOM, "\\x%02X", (unsigned)(unsigned char)*text);
    } else {
        unsigned c = qc_utf8_decode(head, 0, &used);
        if (!is_hidden(c)) {
            memcpy(out, text, used);
            *out_length = used;
            return used;
        }
        if (c == '\n' || c == '\t')
            written = snprintf(out, QC_SHOWN_ROOM, "%s", c == '\n' ? "\\n" : "\\t");
        else
            written = snprintf(out, QC_SHOWN_ROOM, "\\u{%X}", c);
    }
    *out_length = (size_t)written;
    return used;
}

/* Where text is shown: its columns from `from` to before `to` reach the buffer. */
struct view {
    struct qc_buf *out; /* NULL: only measures */
    size_t column;
    size_t from, to;
};

/* Appends what is shown for one character, or blanks for what an edge of the view leaves of it. */
static void add_cells(struct view *view, struct qc_str cells)
{
    size_t begin = view->column, end = begin + qc_utf8_width(cells, 0);
    view->column = end;
    /* a mark without width belongs to the character before it, also when an edge has cut that off */
    bool before = view->from > 0 && end <= view->from;
    if (view->out == NULL || before || begin >= view->to)
        return;
    if (begin >= view->from && end <= view->to) {
        qc_buf_add(view->out, cells);
        return;
    }
    begin = begin < view->from ? view->from : begin;
    end = end > view->to ? view->to : end;
    for (; begin < end; begin++)
        qc_buf_char(view->out, ' ');
}

/* Bytes of a letter or mark that is shown as it is, in one column, as nearly all are; 0 for one that wants a closer look. */
static size_t plain_length(struct qc_str text)
{
    const unsigned char *byte = (const unsigned char *)text.ptr;
    if (byte[0] >= 0x20 && byte[0] < 0x7F)
        return 1;
    if (text.len >= 2 && byte[0] >= 0xC3 && byte[0] <= 0xC9 && (byte[1] & 0xC0) == 0x80)
        return 2; /* U+00C0 to U+027F: Latin */
    bool letter = text.len >= 3 && byte[0] == 0xE1 && byte[1] >= 0xB8 && byte[1] <= 0xBB && (byte[2] & 0xC0) == 0x80;
    return letter ? 3 : 0; /* U+1E00 to U+1EFF: Latin */
}

/* Takes what is plain off the text, as far as it stands on one side of an edge of the view. */
static bool add_plain(struct view *view, struct qc_str *text)
{
    bool before = view->column < view->from, shown = view->out != NULL && !before && view->column < view->to;
    size_t most = before ? view->from - view->column : shown ? view->to - view->column : SIZE_MAX;
    size_t columns = 0, end = 0, length;
    while (columns < most && end < text->len && (length = plain_length(qc_str_skip(*text, end))) > 0) {
        end += length;
        columns++;
    }
    if (shown)
        qc_buf_add(view->out, qc_str_slice(*text, 0, end));
    view->column += columns;
    *text = qc_str_skip(*text, end);
    return end > 0;
}

static void add_text(struct view *view, struct qc_str text, bool expand_tabs)
{
    while (text.len > 0) {
        char cells[QC_SHOWN_ROOM];
        size_t len, used = 1;
        if (add_plain(view, &text))
            continue;
        if (*text.ptr == '\t' && expand_tabs) {
            len = 8 - view->column % 8;
            memset(cells, ' ', len);
        } else {
            used = qc_show_one(text.ptr, text.len, cells, &len);
        }
        add_cells(view, (struct qc_str){ cells, len });
        text = qc_str_skip(text, used);
    }
}

void qc_show_text(struct qc_buf *out, struct qc_str text, size_t columns)
{
    /* nothing that is worth reading has more bytes than this in so many columns */
    bool cut = text.len / 8 > columns;
    struct view view = { .out = out, .to = columns };
    add_text(&view, cut ? qc_str_slice(text, 0, columns * 8) : text, false);
    if (cut || view.column > columns)
        qc_buf_add(out, QC_STR("…"));
}

/* The nearest start of a character at or before at. */
static size_t character_start(struct qc_str text, size_t at)
{
    while (at > 0 && at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
        at--;
    return at;
}

struct qc_snippet qc_snippet_cut(const struct qc_source *source, struct qc_span span, struct qc_position at)
{
    struct qc_str text = source->text;
    size_t begin = span.begin < at.line_end ? span.begin : at.line_end;
    size_t end = span.end < at.line_end ? span.end : at.line_end;
    size_t low = begin - at.line_begin > EXCERPT ? character_start(text, begin - EXCERPT) : at.line_begin;
    size_t high = at.line_end - begin > EXCERPT ? character_start(text, begin + EXCERPT) : at.line_end;
    end = end > high ? high : end < begin ? begin : end;

    struct qc_snippet s = { .text = qc_str_slice(text, low, high), .to = SIZE_MAX };
    struct view ruler = { .out = NULL };
    add_text(&ruler, qc_str_slice(text, low, begin), true);
    s.caret = ruler.column;
    add_text(&ruler, qc_str_slice(text, begin, end), true);
    s.caret_end = ruler.column;
    add_text(&ruler, qc_str_slice(text, end, high), true);
    size_t width = ruler.column;

    if (width > WINDOW) {
        s.from = s.caret > BEFORE_CARET ? s.caret - BEFORE_CARET : 0;
        if (s.from >= width - WINDOW)
            s.from = width - WINDOW;
        else
            s.to = s.from + WINDOW;
    }
    s.cut_left = s.from > 0 || low > at.line_begin;
    s.cut_right = s.to < width || high < at.line_end;
    if (s.caret_end > s.to)
        s.caret_end = s.to;
    if (s.caret_end <= s.caret)
        s.caret_end = s.caret + 1;
    return s;
}

void qc_snippet_show(struct qc_buf *out, const struct qc_snippet *snippet)
{
    struct view view = { .out = out, .from = snippet->from, .to = snippet->to };
    if (snippet->cut_left)
        qc_buf_add(out, QC_STR("…"));
    add_text(&view, snippet->text, true);
    if (snippet->cut_right)
        qc_buf_add(out, QC_STR("…"));
}
