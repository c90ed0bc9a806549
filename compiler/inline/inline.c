/*
 * inline.c - reads a paragraph: escapes, {…}, and what cmark is to see.
 *
 * Of CommonMark the language takes *…*, **…**, `…` and […](…). Everything
 * else that means something to cmark is taken out of its sight first: each
 * escape, reference, brace and foreign mark becomes one placeholder, which
 * comes back as a slot. What is inserted can so never become markup.
 */
#include "inline/inline.h"

#include "base/bytes.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "inline/emphasis.h"
#include "inline/slots.h"

/* --- preparing the text for cmark ------------------------------------- */

struct reader {
    struct qc_compilation *cx;
    const struct qc_prose *prose;
    size_t from; /* where the text begins in the prose */
    struct qc_str text;
    const struct qc_expander *expander;
    struct qc_slotted out;
    const uint32_t *link_ends; /* made at the first bracket */
    size_t open_braces; /* that print as text: their partners are not reported */
    size_t marks;       /* that cmark gets to see */
};

static struct qc_span span_of(const struct reader *reader, size_t begin, size_t end)
{
    return qc_prose_span(reader->prose, reader->from + begin, reader->from + end);
}

static void add_slot(struct reader *reader, struct qc_str text, const struct qc_unit *unit)
{
    *qc_vec_push(&reader->cx->scratch, &reader->out.slots) = (struct qc_slot){ text, unit };
    qc_buf_code(&reader->out.buf, QC_PLACEHOLDER);
}

/*
 * May cmark see one more mark, the one at text[at]? A paragraph is in its hands as a whole, and each mark costs it some
 * hundred times the byte that it is.
 */
static bool take_mark(struct reader *reader, size_t at)
{
    if (++reader->marks == QC_MAX_MARKS + 1)
        qc_report(reader->cx, span_of(reader, at, at + 1), QC_MSG(mark_limit), QC_MAX_MARKS);
    return reader->marks <= QC_MAX_MARKS;
}

static void add_reference(struct reader *reader, const struct qc_inline_piece *piece)
{
    struct qc_str typed = qc_str_slice(reader->text, piece->begin, piece->end);
    struct qc_str body = qc_str_trim(qc_str_slice(typed, 1, typed.len - 1));
    const struct qc_unit *unit = NULL;
    struct qc_str text;
    struct qc_span span = span_of(reader, piece->begin, piece->end);
    if (!reader->expander->expand(reader->expander->user, body, span, &text, &unit)) {
        add_slot(reader, typed, NULL);
        return;
    }
    if (body.ptr[0] == '#') { /* a label prints nothing, nor the blank before it */
        struct qc_buf *buf = &reader->out.buf;
        while (buf->len > 0 && buf->ptr[buf->len - 1] == ' ')
            buf->len--;
        return;
    }
    add_slot(reader, text, unit);
}

static bool opens_quote(unsigned c)
{
    return c == 0 || qc_is_blank(c) || c == '(' || c == '[' || c == '"' || c == '\'' || c == 0x201C || c == 0x2018 ||
           c == 0xAB || c == '-' || c == '/';
}

/* A run of stars: handed to cmark where it stands at a word's start or end, else text. */
static size_t add_stars(struct reader *reader, size_t at)
{
    struct qc_str text = reader->text;
    size_t end = at, n;
    while (end < text.len && text.ptr[end] == '*')
        end++;
    unsigned before = qc_code_before(text, at), after = qc_utf8_decode(text, end, &n);
    bool word_start = opens_quote(before) && after != 0 && !qc_is_blank(after);
    bool word_end = before != 0 && !qc_is_blank(before) && !(qc_is_letter(after) || (after >= '0' && after <= '9'));
    bool footnote = before == '(' && after == ')';
    for (size_t i = at; i < end; i++) {
        if ((word_start || word_end) && !footnote && take_mark(reader, i)) {
            *qc_vec_push(&reader->cx->scratch, &reader->out.stars) = span_of(reader, i, i + 1);
            qc_buf_char(&reader->out.buf, '*');
        } else {
            add_slot(reader, QC_STR("*"), NULL);
        }
    }
    return end;
}

void qc_inline_report_brace(struct qc_compilation *cx, const struct qc_prose *prose, size_t at)
{
    struct qc_str brace = qc_str_slice(prose->text, at, at + 1);
    struct qc_diagnostic *d = qc_report(cx, qc_prose_span(prose, at, at + 1), QC_MSG(brace_text), QC_STR_ARGS(brace),
                                        QC_STR_ARGS(brace));
    qc_fix(cx, d, qc_prose_span(prose, at, at), QC_STR("\\"));
}

static void add_brace(struct reader *reader, size_t at)
{
    bool opens = reader->text.ptr[at] == '{';
    if (opens || reader->open_braces == 0)
        qc_inline_report_brace(reader->cx, reader->prose, reader->from + at);
    reader->open_braces = opens ? reader->open_braces + 1 : reader->open_braces > 0 ? reader->open_braces - 1 : 0;
    add_slot(reader, qc_str_slice(reader->text, at, at + 1), NULL);
}

/* Hands cmark the marks that the language takes; returns what is behind them. */
static size_t add_mark(struct reader *reader, size_t at)
{
    struct qc_str text = reader->text;
    switch (text.ptr[at]) {
    case '*': return add_stars(reader, at);
    case '`':
    case ']':
        if (!take_mark(reader, at))
            break;
        qc_buf_char(&reader->out.buf, text.ptr[at]);
        return at + 1;
    case '[':
        if (at > 0 && text.ptr[at - 1] == '!')
            break; /* no images */
        if (reader->link_ends == NULL)
            reader->link_ends = qc_link_ends(&reader->cx->scratch, text);
        if (qc_link_refused(text, reader->link_ends, at)) {
            qc_report(reader->cx, span_of(reader, at, at + 1), QC_MSG(link_refused));
            break;
        }
        if (!take_mark(reader, at))
            break;
        *qc_vec_push(&reader->cx->scratch, &reader->out.brackets) = span_of(reader, at, at + 1);
        qc_buf_char(&reader->out.buf, '[');
        return at + 1;
    }
    add_slot(reader, qc_str_slice(text, at, at + 1), NULL);
    return at + 1;
}

static void add_pieces(struct reader *reader)
{
    struct qc_str text = reader->text;
    for (struct qc_inline_piece piece = { .end = 0 }; qc_inline_next(text, &piece);)
        switch (piece.kind) {
        case QC_PIECE_TEXT: qc_buf_add(&reader->out.buf, qc_str_slice(text, piece.begin, piece.end)); break;
        case QC_PIECE_ESCAPE:
            reader->open_braces += text.ptr[piece.begin + 1] == '{';
            add_slot(reader, qc_str_slice(text, piece.begin + 1, piece.end), NULL);
            break;
        case QC_PIECE_REFERENCE: add_reference(reader, &piece); break;
        case QC_PIECE_BRACE: add_brace(reader, piece.begin); break;
        case QC_PIECE_MARK: piece.end = add_mark(reader, piece.begin); break;
        }
}

/* --- reading ---------------------------------------------------------- */

static struct qc_inline *text_node(struct qc_arena *arena, struct qc_str text)
{
    struct qc_inline *node = qc_alloc(arena, sizeof *node);
    node->kind = QC_INLINE_TEXT;
    node->text = text;
    return node;
}

static bool holds(struct qc_str text, char byte)
{
    return memchr(text.ptr, byte, text.len) != NULL;
}

/* Marks of the language but the star. */
static bool has_other_marks(struct qc_str text)
{
    return holds(text, '\\') || holds(text, '{') || holds(text, '}') || holds(text, '`') || holds(text, '[');
}

/* Text of a source that has one emphasis and no other mark: parts of it as they stand. */
static struct qc_inline *emphasised(struct qc_arena *arena, struct qc_str text, struct qc_emphasis found)
{
    struct qc_inline *emphasis = qc_alloc(arena, sizeof *emphasis), *first = emphasis;
    size_t before = found.begin - found.stars, behind = found.end + found.stars;
    emphasis->kind = found.stars == 1 ? QC_INLINE_EMPHASIS : QC_INLINE_STRONG;
    emphasis->children = text_node(arena, qc_str_slice(text, found.begin, found.end));
    if (before > 0) {
        first = text_node(arena, qc_str_slice(text, 0, before));
        first->next = emphasis;
    }
    if (behind < text.len)
        emphasis->next = text_node(arena, qc_str_skip(text, behind));
    return first;
}

/* Text with any marks. What cmark is to see goes with what it makes of it. */
static struct qc_inline *read_marks(struct reader *reader)
{
    struct qc_compilation *cx = reader->cx;
    struct qc_arena_mark mark = qc_arena_mark(&cx->scratch);
    cx->scratch.out_of_memory = cx->arena.out_of_memory;
    reader->out.buf.arena = &cx->scratch;
    qc_buf_reserve(&reader->out.buf, reader->text.len);
    add_pieces(reader);
    struct qc_inline *first = qc_slots_read(cx, &reader->out);
    qc_arena_release(&cx->scratch, mark);
    return first;
}

struct qc_inlines *qc_inline_read(struct qc_compilation *cx, const struct qc_prose *prose, size_t from, size_t to,
                                  const struct qc_expander *expander)
{
    struct qc_str text = qc_str_slice(prose->text, from, to);
    struct qc_inlines *inlines = qc_inline_plain(&cx->arena, text);
    inlines->prose = prose;
    inlines->tame = qc_bytes_tame(text) == text.len;
    if (inlines->tame)
        return inlines;
    bool other = has_other_marks(text);
    if (!other && !holds(text, '*'))
        return inlines;
    struct qc_emphasis found;
    if (!other && qc_emphasis_alone(text, &found)) {
        inlines->first = emphasised(&cx->arena, text, found);
    } else {
        struct reader reader = { .cx = cx, .prose = prose, .from = from, .text = text, .expander = expander };
        inlines->first = read_marks(&reader);
    }
    inlines->plain = qc_inline_text(&cx->arena, inlines->first);
    return inlines;
}

/* --- plain paragraphs ------------------------------------------------- */

struct qc_inlines *qc_inline_plain(struct qc_arena *arena, struct qc_str text)
{
    struct qc_inlines *inlines = qc_alloc(arena, sizeof *inlines);
    inlines->plain = text;
    return inlines;
}

struct qc_inline *qc_inline_nodes(struct qc_arena *arena, struct qc_inlines *inlines)
{
    if (inlines->first == NULL)
        inlines->first = text_node(arena, inlines->plain);
    return inlines->first;
}

static struct qc_str joined(struct qc_arena *arena, struct qc_str a, struct qc_str b)
{
    struct qc_buf buf = { .arena = arena };
    qc_buf_add(&buf, a);
    qc_buf_add(&buf, b);
    return qc_buf_str(&buf);
}

void qc_inline_prepend(struct qc_arena *arena, struct qc_inlines *inlines, struct qc_str text)
{
    if (text.len == 0)
        return;
    struct qc_inline *node = text_node(arena, text);
    node->next = qc_inline_nodes(arena, inlines);
    inlines->first = node;
    inlines->tame = inlines->no_reference = false;
    inlines->plain = joined(arena, text, inlines->plain);
}

void qc_inline_append(struct qc_arena *arena, struct qc_inlines *inlines, struct qc_str text)
{
    if (text.len == 0)
        return;
    struct qc_inline *last = qc_inline_nodes(arena, inlines);
    while (last->next != NULL)
        last = last->next;
    last->next = text_node(arena, text);
    inlines->tame = inlines->no_reference = false;
    inlines->plain = joined(arena, inlines->plain, text);
}

static void collect(struct qc_buf *buf, const struct qc_inline *node)
{
    for (; node != NULL; node = node->next) {
        qc_buf_add(buf, node->text);
        collect(buf, node->children); /* as deep as emphasis nests, which inline_cmark.c caps */
    }
}

struct qc_str qc_inline_text(struct qc_arena *arena, const struct qc_inline *first)
{
    struct qc_buf buf = { .arena = arena };
    collect(&buf, first);
    return qc_buf_settle(&buf);
}
