/*
 * note.c - texts that the editor shows as Markdown (CommonMark) or as they are.
 *
 * Owns the escape: a document must not show pictures, links or commands in the editor.
 */
#include "lsp/note.h"

#include "base/utf8.h"

struct lsp_note lsp_note_new(struct lsp_server *server, bool markdown)
{
    return (struct lsp_note){ server, markdown, { .arena = &server->scratch } };
}

static bool is_punctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

/*
 * Could text[at] be markup of CommonMark, or of what editors add to it (addresses, tables, formulas)? Nearly
 * any mark at the beginning of a line: "- ", "1. ", "#".
 */
static bool may_be_markup(struct qc_str text, size_t at, bool first_word)
{
    char c = text.ptr[at], next = at + 1 < text.len ? text.ptr[at + 1] : ' ';
    return is_punctuation(c) &&
           (first_word || strchr("\\`*_[]<>&~|$@", c) != NULL || (c == ':' && next == '/') ||
            (c == '.' && at > 0 && (text.ptr[at - 1] | 0x20) == 'w'));
}

/* A line end in it becomes a blank, so that it stays one paragraph. */
static void add_text(struct lsp_note *note, struct qc_str text, bool first_word)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (note->markdown && may_be_markup(text, i, first_word))
            qc_buf_char(&note->buf, '\\');
        first_word = first_word && c != ' ';
        qc_buf_char(&note->buf, c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    }
}

static void add_markup(struct lsp_note *note, const char *markup)
{
    if (note->markdown)
        qc_buf_add(&note->buf, qc_str_from(markup));
}

static void begin_paragraph(struct lsp_note *note)
{
    if (note->buf.len > 0)
        qc_buf_add(&note->buf, note->markdown ? QC_STR("\n\n") : QC_STR("\n"));
}

void lsp_note_title(struct lsp_note *note, struct qc_str text)
{
    begin_paragraph(note);
    add_markup(note, "**");
    add_text(note, qc_str_trim(text), false); /* no blank at the end: it would not be bold */
    add_markup(note, "**");
}

void lsp_note_paragraph(struct lsp_note *note, struct qc_str text)
{
    text = qc_str_trim(text);
    if (text.len == 0)
        return;
    begin_paragraph(note);
    add_text(note, text, true);
}

void lsp_note_item(struct lsp_note *note, enum lsp_text label, struct qc_str value)
{
    value = qc_str_trim(value);
    if (value.len == 0)
        return;
    if (note->buf.len > 0)
        qc_buf_char(&note->buf, '\n');
    add_markup(note, "- ");
    qc_buf_add(&note->buf, qc_str_from(lsp_pick(note->server, label)));
    qc_buf_add(&note->buf, QC_STR(": "));
    add_text(note, value, false);
}

json_t *lsp_note_markup(const struct lsp_note *note)
{
    json_t *json = json_object();
    json_object_set_new_nocheck(json, "kind", json_string(note->markdown ? "markdown" : "plaintext"));
    json_object_set_new_nocheck(json, "value", lsp_string(note->server, qc_buf_str(&note->buf)));
    return json;
}

struct qc_str lsp_shortened(struct qc_arena *arena, struct qc_str text, size_t most)
{
    size_t at = 0, n;
    text = qc_str_trim(text);
    for (size_t count = 0; count < most && at < text.len; count++) {
        qc_utf8_decode(text, at, &n);
        at += n;
    }
    if (at == text.len)
        return text;
    return qc_str_format(arena, "%.*s…", QC_STR_ARGS(qc_str_trim(qc_str_slice(text, 0, at))));
}

struct qc_str lsp_unit_line(struct qc_arena *arena, const struct qc_unit *unit, size_t most)
{
    struct qc_str text = unit->paragraph_count > 0 ? unit->content[0].plain : QC_STR("");
    return qc_str_trim(qc_str_format(arena, "%.*s %.*s", QC_STR_ARGS(qc_marker_text(&unit->marker)),
                                     QC_STR_ARGS(lsp_shortened(arena, text, most))));
}
