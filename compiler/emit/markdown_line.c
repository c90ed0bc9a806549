/*
 * markdown_line.c - one line of CommonMark from a marker and a paragraph.
 *
 * Owns where stars and backticks may stand. A star opens or closes emphasis
 * by the characters around it ("flanking", CommonMark 6.2), so the paragraph
 * is first laid out flat in pieces, blanks are moved out of emphasis, and
 * emphasis that a reader would not see as such is left out: the words matter
 * more than their slant. Must not print a star that could be read as text.
 */
#include "base/utf8.h"
#include "emit/escape.h"
#include "emit/markdown.h"

struct piece {
    struct qc_str text;
    unsigned look; /* STRONG, EMPHASIS, CODE */
    const struct qc_inline *link;
};

struct pieces {
    struct qc_arena *arena;
    QC_VEC(struct piece) list;
};

enum { MARKS = QC_MD_STRONG | QC_MD_EMPHASIS };

static void add(struct pieces *pieces, struct qc_str text, unsigned look, const struct qc_inline *link)
{
    if (text.len > 0)
        *qc_vec_push(pieces->arena, &pieces->list) = (struct piece){ text, look, link };
}

/* ---- laying out ------------------------------------------------------------------------------------------ */

/* Lays a paragraph out flat. Emphasis inside emphasis is emphasis. */
static void add_inlines(struct pieces *pieces, const struct qc_inlines *inlines, unsigned look)
{
    struct qc_walk walk = qc_walk_start(pieces->arena, inlines);
    const struct qc_inline *node;
    size_t emphasis = 0, strong = 0;
    for (;;) {
        enum qc_step step = qc_walk_next(&walk, &node);
        if (step == QC_STEP_END)
            return;
        if (step == QC_STEP_TEXT) {
            unsigned marks =
                (look & MARKS) | (emphasis > 0 ? QC_MD_EMPHASIS : 0u) | (strong > 0 ? QC_MD_STRONG : 0u);
            if (look & QC_MD_HEADING)
                marks &= ~(unsigned)QC_MD_STRONG;
            /* in a link that begins a line, "]:" would make it a definition, which prints nothing */
            if (node->kind == QC_INLINE_CODE &&
                (walk.link == NULL || qc_str_find(node->text, QC_STR("]:")) == node->text.len))
                marks |= QC_MD_CODE;
            add(pieces, look & QC_MD_CAPITALS ? qc_str_upper(pieces->arena, node->text) : node->text, marks,
                walk.link);
            continue;
        }
        size_t *depth = node->kind == QC_INLINE_EMPHASIS ? &emphasis
                        : node->kind == QC_INLINE_STRONG ? &strong
                                                         : NULL;
        if (depth != NULL)
            *depth += step == QC_STEP_ENTER ? 1 : (size_t)-1;
    }
}

/* Joins neighbours that look the same. */
static struct pieces join(const struct pieces *from)
{
    struct pieces joined = { .arena = from->arena };
    for (size_t i = 0, end; i < from->list.count; i = end) {
        struct piece first = from->list.items[i];
        for (end = i + 1; end < from->list.count; end++)
            if (from->list.items[end].look != first.look || from->list.items[end].link != first.link)
                break;
        if (end > i + 1) {
            struct qc_buf text = { .arena = from->arena };
            for (size_t k = i; k < end; k++)
                qc_buf_add(&text, from->list.items[k].text);
            first.text = qc_buf_str(&text);
        }
        add(&joined, first.text, first.look, first.link);
    }
    return joined;
}

/* White space as CommonMark's flanking rules see it, once it is printed. */
static bool is_blank(unsigned code)
{
    return code == '\n' ||
           (qc_is_blank(code) && code != 0x200B && code != 0xFEFF && !qc_is_unprintable(code));
}

static unsigned first_code(struct qc_str text)
{
    size_t length;
    return qc_utf8_decode(text, 0, &length);
}

static unsigned last_code(struct qc_str text)
{
    size_t at = text.len - 1, length;
    while (at > 0 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
        at--;
    return qc_utf8_decode(text, at, &length);
}

/* Moves the blanks at the edges of emphasis out of it. */
static struct pieces split_blanks(const struct pieces *from)
{
    struct pieces split = { .arena = from->arena };
    for (size_t i = 0; i < from->list.count; i++) {
        struct piece piece = from->list.items[i];
        if ((piece.look & MARKS) == 0 || (piece.look & QC_MD_CODE) != 0) {
            add(&split, piece.text, piece.look, piece.link);
            continue;
        }
        size_t begin = 0, end = piece.text.len, length;
        while (begin < end && is_blank(qc_utf8_decode(piece.text, begin, &length)))
            begin += length;
        for (unsigned code; end > begin && is_blank(code = last_code(qc_str_slice(piece.text, 0, end)));) {
            char bytes[4];
            end -= qc_utf8_encode(code, bytes);
        }
        add(&split, qc_str_slice(piece.text, 0, begin), 0, piece.link);
        add(&split, qc_str_slice(piece.text, begin, end), piece.look, piece.link);
        add(&split, qc_str_skip(piece.text, end), 0, piece.link);
    }
    return split;
}

/* ---- may the stars stand? -------------------------------------------------------------------------------- */

/* Blank or punctuation: a star between it and a word opens or closes by every version of the rules. */
static bool is_edge(unsigned code)
{
    if (code < 0x80)
        return is_blank(code) ||
               (code > ' ' && code < 0x7F && !qc_is_letter(code) && !(code >= '0' && code <= '9'));
    return is_blank(code) || (code >= 0x2010 && code <= 0x2027) || code == 0xAB || code == 0xBB;
}

/* Leaves emphasis out where its stars would touch a word, or other stars, on their outer side. */
static void drop_unreadable(struct pieces *pieces)
{
    for (size_t i = 0; i < pieces->list.count; i++) {
        struct piece *piece = &pieces->list.items[i];
        if ((piece->look & MARKS) == 0)
            continue;
        const struct piece *before = i > 0 ? piece - 1 : NULL;
        const struct piece *after = i + 1 < pieces->list.count ? piece + 1 : NULL;
        bool opens = before == NULL || before->link != piece->link || (before->look & QC_MD_CODE) != 0 ||
                     is_edge(last_code(before->text));
        bool touches = before != NULL && before->link == piece->link && (before->look & MARKS) != 0;
        bool closes = after == NULL || after->link != piece->link || (after->look & QC_MD_CODE) != 0 ||
                      is_edge(first_code(after->text));
        if (!opens || touches || !closes)
            piece->look &= ~(unsigned)MARKS;
    }
}

/* ---- printing -------------------------------------------------------------------------------------------- */

static bool is_ascii_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* A code span: backticks enough that none inside can close it. */
static void print_code(struct qc_out *out, struct qc_str text)
{
    size_t longest = 0, run = 0;
    bool blank = true;
    for (size_t i = 0; i < text.len; i++) {
        run = text.ptr[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
        blank = blank && is_ascii_blank(text.ptr[i]);
    }
    char first = text.ptr[0], last = text.ptr[text.len - 1];
    /* a reader takes one blank off each end, unless there is nothing else */
    bool pad = first == '`' || last == '`' || (is_ascii_blank(first) && is_ascii_blank(last) && !blank);
    for (size_t i = 0; i <= longest; i++)
        qc_buf_char(&out->buf, '`');
    qc_out_raw(out, pad ? " " : "");
    size_t length;
    for (size_t i = 0; i < text.len; i += length) {
        unsigned code = qc_utf8_decode(text, i, &length);
        if (code == '\n' || code == '\t')
            qc_buf_char(&out->buf, ' ');
        else
            qc_out_str(out, qc_is_unprintable(code) ? QC_REPLACED : qc_str_slice(text, i, i + length));
    }
    qc_out_raw(out, pad ? " " : "");
    for (size_t i = 0; i <= longest; i++)
        qc_buf_char(&out->buf, '`');
}

static void print_piece(struct qc_out *out, const struct piece *piece, bool at_line_start)
{
    const char *stars = (piece->look & MARKS) == MARKS        ? "***"
                        : (piece->look & QC_MD_STRONG) != 0   ? "**"
                        : (piece->look & QC_MD_EMPHASIS) != 0 ? "*"
                                                              : "";
    qc_out_raw(out, stars);
    if (piece->look & QC_MD_CODE)
        print_code(out, piece->text);
    else
        qc_escape_markdown(out, piece->text, at_line_start && *stars == '\0');
    qc_out_raw(out, stars);
}

static void print_pieces(struct qc_out *out, const struct pieces *pieces, bool at_line_start)
{
    const struct qc_inline *link = NULL;
    for (size_t i = 0; i <= pieces->list.count; i++) {
        const struct qc_inline *next = i < pieces->list.count ? pieces->list.items[i].link : NULL;
        if (next != link && link != NULL) {
            /* encoded, the address has no blank, bracket or backslash; "&" could still open an entity */
            qc_out_raw(out, "](<");
            struct qc_str url = qc_url_encode(out->buf.arena, link->target);
            for (size_t k = 0; k < url.len; k++) {
                if (url.ptr[k] == '&')
                    qc_buf_char(&out->buf, '\\');
                qc_buf_char(&out->buf, url.ptr[k]);
            }
            qc_out_raw(out, ">)");
        }
        if (next != link && next != NULL)
            qc_buf_char(&out->buf, '[');
        link = next;
        if (i < pieces->list.count)
            print_piece(out, &pieces->list.items[i], at_line_start && i == 0 && link == NULL);
    }
}

/* Most lines are a marker and one text without marks: nothing to lay out. */
static bool is_simple(const struct qc_inlines *content, unsigned look)
{
    return (look & (MARKS | QC_MD_CAPITALS)) == 0 &&
           (content == NULL || content->first == NULL ||
            (content->first->kind == QC_INLINE_TEXT && content->first->next == NULL));
}

static void print_simple(struct qc_out *out, struct qc_str marker, const struct qc_inlines *content,
                         bool at_line_start)
{
    qc_escape_markdown(out, marker, at_line_start);
    if (!qc_has_text(content))
        return;
    if (marker.len > 0)
        qc_buf_char(&out->buf, ' ');
    bool opens_line = at_line_start && marker.len == 0;
    if (content->first == NULL && content->tame && !opens_line)
        qc_out_str(out, content->plain); /* nothing in it is escaped */
    else
        qc_escape_markdown(out, content->first == NULL ? content->plain : content->first->text, opens_line);
}

void qc_markdown_line(struct qc_out *out, struct qc_str marker, unsigned marker_look,
                      const struct qc_inlines *content, unsigned look)
{
    bool heading = (look & QC_MD_HEADING) != 0;
    if (heading) {
        marker_look &= ~(unsigned)MARKS;
        look &= ~(unsigned)QC_MD_STRONG;
    }
    if (is_simple(content, look | marker_look)) {
        print_simple(out, marker, content, !heading);
        return;
    }
    struct qc_arena_mark mark = qc_out_scratch(out); /* the pieces go with the line */
    struct pieces pieces = { .arena = out->scratch };
    add(&pieces, marker, marker_look & MARKS, NULL);
    if (qc_has_text(content)) {
        if (marker.len > 0) /* bold on both sides is bold between them */
            add(&pieces, QC_STR(" "), marker_look & look & MARKS, NULL);
        add_inlines(&pieces, content, look);
    }
    /* split, so that blanks of emphasis join the text around it, and what is dropped joins it too */
    struct pieces joined = join(&pieces), split = split_blanks(&joined);
    pieces = join(&split);
    drop_unreadable(&pieces);
    pieces = join(&pieces);
    print_pieces(out, &pieces, !heading);
    qc_arena_release(out->scratch, mark);
}
