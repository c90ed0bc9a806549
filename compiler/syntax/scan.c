/*
 * scan.c - drives the generated scanner of grammar/qc.l over a source.
 *
 * Owns nothing: flex's memory comes from the arena. Must not decide what a
 * line means.
 */
#include "syntax/scan.h"

#include <stdlib.h>

#include "base/utf8.h"

/* The part of flex's interface that is used here; see "YY_DECL" in qc.l. */
typedef void *yyscan_t;
struct yy_buffer_state;
int qc_scan_next(yyscan_t scanner);
int qcscan_lex_init_extra(struct qc_scan *extra, yyscan_t *scanner);
struct yy_buffer_state *qcscan__scan_buffer(char *bytes, size_t size, yyscan_t scanner);
void qcscan_pop_buffer_state(yyscan_t scanner);
struct qc_scan *qcscan_get_extra(yyscan_t scanner);
void *qcscan_alloc(size_t size, yyscan_t scanner);
void *qcscan_realloc(void *old, size_t size, yyscan_t scanner);
void qcscan_free(void *block, yyscan_t scanner);

_Noreturn void qc_scan_fatal(void)
{
    abort(); /* not reached: qcscan_alloc never fails and the buffer never grows */
}

void *qcscan_alloc(size_t size, yyscan_t scanner)
{
    return qc_alloc(&qcscan_get_extra(scanner)->cx->arena, size);
}

void *qcscan_realloc(void *old, size_t size, yyscan_t scanner)
{
    /* only the stack of buffers grows, and only one is used */
    (void)old;
    return qcscan_alloc(size, scanner);
}

void qcscan_free(void *block, yyscan_t scanner)
{
    (void)block; /* goes with the arena */
    (void)scanner;
}

static const char *const line_names[] = {
#define QC_LINE(id, name) name,
#include "syntax/token.def"
};

const char *qc_line_name(enum qc_line_kind kind)
{
    return line_names[kind];
}

/* ASCII that is no blank, nor a part of one. */
static bool is_graphic(char c)
{
    return c > ' ' && c < 0x7F;
}

/* Where a line begins and ends without its blanks; its indentation in columns. */
static void place(struct qc_scanned_line *line, const struct qc_source *source, size_t begin, size_t end)
{
    const char *bytes = source->text.ptr;
    if (begin == end || (is_graphic(bytes[begin]) && is_graphic(bytes[end - 1]))) {
        line->begin = (uint32_t)begin;
        line->end = (uint32_t)end;
        line->indent = 0;
        return;
    }
    struct qc_str text = qc_str_slice(source->text, begin, end);
    size_t indent = qc_blank_prefix(text);
    struct qc_str trimmed = qc_str_trim(text);
    line->indent = indent == 0 ? 0 : (uint32_t)qc_utf8_width(qc_str_slice(text, 0, indent), 0);
    line->begin = (uint32_t)(trimmed.len == 0 ? begin : begin + indent);
    line->end = line->begin + (uint32_t)trimmed.len;
}

/* Where the key ends and the value begins: the first colon, which the scanner has seen. */
static void split_key(struct qc_token *line, const struct qc_source *source)
{
    struct qc_str text = qc_str_slice(source->text, line->span.begin, line->span.end);
    size_t colon = qc_str_find(text, QC_STR(":"));
    struct qc_str key = qc_str_trim(qc_str_slice(text, 0, colon));
    struct qc_str after = qc_str_skip(text, colon + 1);
    size_t value = colon + 1 + qc_blank_prefix(after);
    uint32_t begin = line->span.begin;
    line->key = (struct qc_span){ begin, begin + (uint32_t)key.len, source->id };
    line->value = (struct qc_span){ begin + (uint32_t)(value < text.len ? value : text.len), line->span.end,
                                    source->id };
}

struct qc_span qc_span_of_line(const struct qc_source *source, const struct qc_scanned_line *line)
{
    return (struct qc_span){ line->begin, line->end, source->id };
}

struct qc_token qc_token_of(const struct qc_source *source, const struct qc_scanned_line *line)
{
    struct qc_token token = {
        .line = (enum qc_line_kind)line->kind,
        .kind = (enum qc_token_kind)line->token,
        .span = qc_span_of_line(source, line),
        .indent = line->indent,
    };
    if (token.line == QC_LINE_KEYED)
        split_key(&token, source);
    switch (token.kind) {
    case QC_TOKEN_KEY:
    case QC_TOKEN_BLOCK:
    case QC_TOKEN_PROSE:
    case QC_TOKEN_CLOSING:
    case QC_TOKEN_RECIPIENTS: token.keyword = qc_keyword_info((enum qc_keyword_id)line->keyword); break;
    case QC_TOKEN_FIELD: token.keyword = qc_field_info((enum qc_field_id)line->keyword); break;
    default: break;
    }
    return token;
}

struct qc_token qc_token_marked(struct qc_arena *arena, const struct qc_source *source, const struct qc_scanned_line *line,
                                struct qc_marker *marker)
{
    struct qc_token token = qc_token_of(source, line);
    if (token.kind == QC_TOKEN_UNIT || token.kind == QC_TOKEN_ITEM)
        qc_marker_read(arena, source, &token, marker);
    return token;
}

/* --- windows: flex writes into its buffer, so that it gets a copy, some lines at a time --- */

enum { WINDOW = 16 * 1024 };

/* The end of the lines from at on that fit into a window; one line at least. */
static size_t window_end(struct qc_str text, size_t at)
{
    if (text.len - at <= WINDOW)
        return text.len;
    const char *newline = memrchr(text.ptr + at, '\n', WINDOW);
    size_t end = newline != NULL ? (size_t)(newline - text.ptr)
                                 : at + WINDOW + qc_str_find(qc_str_skip(text, at + WINDOW), QC_STR("\n"));
    return end < text.len ? end + 1 : end;
}

struct window {
    char *bytes;
    size_t room;
};

/* Shows flex text[at..end): the last line has a newline, and two NULs follow. */
static void show(struct qc_arena *arena, yyscan_t scanner, struct window *window, struct qc_str lines)
{
    size_t len = lines.len + (lines.ptr[lines.len - 1] != '\n');
    if (window->room < len + 2) {
        window->room = len < WINDOW ? WINDOW + 3 : len + 2;
        window->bytes = qc_alloc_bytes(arena, window->room);
    }
    qcscan_pop_buffer_state(scanner); /* the last window is not written to any more */
    memcpy(window->bytes, lines.ptr, lines.len);
    memcpy(window->bytes + len - 1, "\n\0", 3);
    qcscan__scan_buffer(window->bytes, len + 2, scanner);
}

static void add_line(struct qc_scanned *lines, int kind, const struct qc_source *source, size_t begin, size_t end)
{
    struct qc_scanned_line *line = &lines->items.items[lines->items.count++];
    line->kind = (uint8_t)kind;
    line->token = QC_TOKEN_COUNT;
    line->keyword = 0;
    place(line, source, begin, end);
}

/* The line behind line number `at` that is not empty, or that begins behind `shown`. */
static size_t behind_empty_lines(struct qc_str text, const struct qc_line_begins *begins, size_t at, size_t shown)
{
    do
        at++;
    while (at < begins->count && begins->items[at] < shown && text.ptr[begins->items[at]] == '\n');
    return at;
}

void qc_scan(struct qc_compilation *cx, const struct qc_source *source, struct qc_scanned *lines)
{
    struct qc_str text = source->text;
    struct qc_line_begins index = source->lines.count > 0 ? source->lines : qc_line_begins(&cx->arena, text);
    const uint32_t *begins = index.items;
    size_t count = index.count, shown = 0;
    lines->items.capacity = count + 1; /* and the end of file */
    lines->items.items = qc_alloc_bytes(&cx->arena, lines->items.capacity * sizeof *lines->items.items);
    struct qc_arena_mark mark = qc_arena_mark(&cx->arena);
    struct qc_scan scan = { .cx = cx };
    struct window window = { 0 };
    yyscan_t scanner;
    if (qcscan_lex_init_extra(&scan, &scanner) != 0)
        qc_arena_exhausted(&cx->arena);
    for (size_t i = 0, next; i < count && begins[i] < text.len; i = next) {
        if (begins[i] == shown) {
            shown = window_end(text, begins[i]);
            show(&cx->arena, scanner, &window, qc_str_slice(text, begins[i], shown));
        }
        /* half of the lines are empty: flex passes over them */
        next = behind_empty_lines(text, &index, i, shown);
        scan.length = (next < count ? begins[next] : text.len + 1) - begins[i];
        add_line(lines, qc_scan_next(scanner), source, begins[i], i + 1 < count ? begins[i + 1] - 1 : text.len);
        for (size_t k = i + 1; k < next; k++)
            add_line(lines, QC_LINE_BLANK, source, begins[k], begins[k]);
    }
    qc_arena_release(&cx->arena, mark);
    add_line(lines, QC_LINE_BLANK, source, text.len, text.len);
}
