/*
 * prose.c - paragraphs: source lines joined by one blank, with a way back.
 *
 * A paragraph of one line is a view of the source; only one of several lines
 * is copied.
 */
#include "syntax/prose.h"

#include "base/utf8.h"
#include "syntax/token.h"

struct qc_prose qc_prose_of(const struct qc_source *source, struct qc_span span)
{
    return (struct qc_prose){ qc_str_slice(source->text, span.begin, span.end), source->id, span.begin, NULL };
}

struct qc_prose *qc_prose_new(struct qc_arena *arena, const struct qc_source *source, struct qc_span span)
{
    struct qc_prose *prose = qc_alloc(arena, sizeof *prose);
    *prose = qc_prose_of(source, span);
    return prose;
}

size_t qc_prose_piece_count(const struct qc_prose *prose)
{
    return prose->pieces == NULL ? 1 : prose->pieces->items.count;
}

struct qc_piece qc_prose_piece(const struct qc_prose *prose, size_t index)
{
    return prose->pieces == NULL ? (struct qc_piece){ 0, prose->source } : prose->pieces->items.items[index];
}

uint32_t qc_prose_end(const struct qc_prose *prose)
{
    return prose->pieces == NULL ? prose->source + (uint32_t)prose->text.len : prose->pieces->source_end;
}

/* Its pieces, so that they may change. */
static struct qc_pieces *pieces_of(struct qc_arena *arena, struct qc_prose *prose)
{
    if (prose->pieces == NULL) {
        struct qc_pieces *pieces = qc_alloc(arena, sizeof *pieces);
        *qc_vec_push(arena, &pieces->items) = qc_prose_piece(prose, 0);
        pieces->source_end = qc_prose_end(prose);
        prose->pieces = pieces;
    }
    return prose->pieces;
}

void qc_prose_replace(struct qc_arena *arena, struct qc_prose *prose, struct qc_str text)
{
    pieces_of(arena, prose);
    prose->text = text;
}

void qc_prose_join(struct qc_arena *arena, struct qc_prose *prose, const struct qc_source *source,
                   struct qc_span span)
{
    struct qc_pieces *pieces = pieces_of(arena, prose);
    struct qc_buf buf = { arena, (char *)prose->text.ptr, prose->text.len, pieces->capacity };
    if (pieces->capacity == 0) { /* still a view: the source is not written to */
        buf.ptr = NULL;
        buf.len = 0;
        qc_buf_add(&buf, prose->text);
    }
    qc_buf_char(&buf, ' ');
    *qc_vec_push(arena, &pieces->items) = (struct qc_piece){ (uint32_t)buf.len, span.begin };
    qc_buf_add(&buf, qc_str_slice(source->text, span.begin, span.end));
    prose->text = qc_buf_str(&buf);
    pieces->capacity = buf.capacity;
    pieces->source_end = span.end;
}

/* Source offset of a text offset; behind the last piece it is the end. */
static uint32_t source_offset(const struct qc_prose *prose, size_t at)
{
    size_t low = 0, high = qc_prose_piece_count(prose);
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (qc_prose_piece(prose, middle).text <= at)
            low = middle;
        else
            high = middle;
    }
    struct qc_piece piece = qc_prose_piece(prose, low);
    uint32_t offset = piece.source + (uint32_t)(at - piece.text), end = qc_prose_end(prose);
    return offset > end ? end : offset;
}

struct qc_span qc_prose_span(const struct qc_prose *prose, size_t begin, size_t end)
{
    uint32_t from = source_offset(prose, begin);
    uint32_t to = end > begin ? source_offset(prose, end - 1) + 1 : from;
    return (struct qc_span){ from, to < from ? from : to, prose->file };
}

struct qc_span qc_prose_whole(const struct qc_prose *prose)
{
    return (struct qc_span){ prose->source, qc_prose_end(prose), prose->file };
}

/* Start of the last code point of text. */
static size_t last_code(struct qc_str text, unsigned *code)
{
    size_t at = text.len - 1, n;
    while (at > 0 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
        at--;
    *code = qc_utf8_decode(text, at, &n);
    return at;
}

/* Where the text ends when a label {#…} at its end is left out. */
static size_t before_label(struct qc_str text)
{
    if (text.len == 0 || text.ptr[text.len - 1] != '}')
        return text.len;
    for (size_t i = text.len; i-- > 1;)
        if (text.ptr[i - 1] == '{')
            return text.ptr[i] == '#' ? i - 1 : text.len;
    return text.len;
}

unsigned qc_end_mark(struct qc_str text)
{
    text = qc_str_trim(text);
    for (;;) {
        size_t without = before_label(text);
        if (without < text.len) {
            text = qc_str_trim(qc_str_slice(text, 0, without));
            continue;
        }
        if (text.len == 0)
            return 0;
        unsigned code;
        size_t at = last_code(text, &code);
        bool closes = code == '"' || code == '\'' || code == ')' || code == ']' || code == '*' || code == '`' ||
                      code == 0x2019 || code == 0x201D || code == 0xBB || qc_is_blank(code);
        if (!closes)
            return code == '.' || code == ';' || code == ':' || code == ',' || code == '?' || code == '!' ||
                           code == 0x2026
                       ? code
                   : code == '/' && qc_str_ends(text, QC_STR("./")) ? '.'
                                                                    : 0;
        text = qc_str_slice(text, 0, at);
    }
}

bool qc_opens_in_lower_case(struct qc_str text)
{
    size_t i = 0, n;
    while (i < text.len) {
        unsigned c = qc_utf8_decode(text, i, &n);
        bool opens = c == '"' || c == '\'' || c == '(' || c == '[' || c == '*' || c == '`' || c == 0x2018 ||
                     c == 0x201C || c == 0xAB;
        if (!opens)
            return qc_is_lower(c);
        i += n;
    }
    return false;
}
