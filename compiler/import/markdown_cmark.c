/*
 * markdown_cmark.c - what libcmark says of a piece of Markdown, as lines.
 *
 * cmark counts the items of a list itself; the number that stands before one
 * in the source is the document's, and is taken from there.
 */
#include <cmark.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "import/html.h"
#include "import/lines.h"
#include "import/markdown.h"
#include "import/signs.h"
#include "inline/cmark_memory.h"

struct walk {
    struct qc_arena *arena;
    struct import_page *page;
    struct import_line kind;      /* of the piece */
    QC_VEC(struct qc_str) source; /* its lines */
    struct qc_buf text;           /* of the line that is read */
    struct qc_str marker;         /* of the list item that it opens */
    enum import_break before;
    unsigned breaks;                            /* line ends of the paragraph so far */
    unsigned heading, strong, emphasis, images; /* which of them the text is in */
    bool bold, italic, begun, raised;
};

static void begin_line(struct walk *walk, enum import_break before)
{
    walk->text.len = 0;
    walk->before = before;
    walk->bold = walk->italic = true;
    walk->begun = false;
    walk->raised = walk->raised && before == IMPORT_BREAK_LINE;
}

static void end_line(struct walk *walk, unsigned line, enum import_break next)
{
    struct import_line kind = walk->kind;
    struct qc_str text = qc_buf_str(&walk->text);
    kind.source_line += line - 1 + walk->breaks;
    kind.before = walk->before;
    kind.heading = walk->heading;
    kind.bold = walk->begun && walk->bold;
    kind.italic = walk->begun && walk->italic;
    if (walk->marker.len > 0)
        text = qc_str_format(walk->arena, "%.*s%.*s", QC_STR_ARGS(walk->marker), QC_STR_ARGS(text));
    qc_import_add(walk->arena, walk->page, kind, text);
    walk->marker = QC_STR("");
    walk->breaks = next == IMPORT_BREAK_LINE ? walk->breaks + 1 : 0;
    begin_line(walk, next);
}

static void add_text(struct walk *walk, struct qc_str text)
{
    if (walk->images > 0)
        return;
    qc_buf_add(&walk->text, walk->raised ? qc_import_raised(walk->arena, text) : text);
    if (text.len == 0)
        return;
    walk->begun = true;
    walk->bold = walk->bold && walk->strong > 0;
    walk->italic = walk->italic && walk->emphasis > 0;
}

static struct qc_str literal(cmark_node *node)
{
    const char *text = cmark_node_get_literal(node);
    return text == NULL ? QC_STR("") : qc_str_from(text);
}

/* The marker of an item as the source has it, with a blank. */
static struct qc_str item_marker(const struct walk *walk, cmark_node *node)
{
    size_t line = (size_t)cmark_node_get_start_line(node), column = (size_t)cmark_node_get_start_column(node);
    if (line == 0 || line > walk->source.count || column == 0 || column > walk->source.items[line - 1].len)
        return QC_STR("");
    struct qc_str text = qc_str_skip(walk->source.items[line - 1], column - 1);
    size_t end = 0;
    while (end < text.len && text.ptr[end] != ' ' && text.ptr[end] != '\t')
        end++;
    return qc_str_format(walk->arena, "%.*s ", (int)end, text.ptr);
}

/* A heading that is underlined with dashes: in texts made of documents, a rule below a name. */
static bool is_ruled(const struct walk *walk, cmark_node *node)
{
    size_t line = (size_t)cmark_node_get_start_line(node);
    return cmark_node_get_heading_level(node) == 2 && line > 0 && line <= walk->source.count &&
           !qc_str_starts(qc_str_trim(walk->source.items[line - 1]), QC_STR("#"));
}

static unsigned line_of(cmark_node *node)
{
    for (; node != NULL; node = cmark_node_parent(node))
        if (cmark_node_get_start_line(node) > 0)
            return (unsigned)cmark_node_get_start_line(node);
    return 1;
}

/* A tag in a line: only a line's end, and what is raised, means something here. */
static void read_tag(struct walk *walk, cmark_node *node, unsigned line)
{
    struct qc_str tag = literal(node);
    if (html_tag_is(tag, "br"))
        end_line(walk, line, IMPORT_BREAK_LINE);
    else if (html_tag_is(tag, "sup"))
        walk->raised = !qc_str_starts(tag, QC_STR("</"));
}

/* What a comment says is seen nowhere, and kept beside the text. */
static void add_comment(struct walk *walk, struct qc_str comment, unsigned line)
{
    struct import_line kind = walk->kind;
    kind.source_line += line - 1;
    kind.furniture = true;
    qc_import_add(walk->arena, walk->page, kind, qc_str_trim(comment));
}

/* A block of HTML without its tags. */
static void read_html(struct walk *walk, cmark_node *node)
{
    unsigned line = line_of(node);
    struct html_pieces html = { .rest = literal(node) };
    for (struct qc_str text; html.rest.len > 0;)
        switch (html_next_piece(&html, &text)) {
        case HTML_PIECE_TEXT:
            add_text(walk, text);
            break;
        case HTML_PIECE_COMMENT:
            add_comment(walk, text, line);
            break;
        case HTML_PIECE_BLOCK:
            add_text(walk, QC_STR("\n"));
            break;
        case HTML_PIECE_TAG:
            break;
        }
    end_line(walk, line, IMPORT_BREAK_PARAGRAPH);
}

/* Counts in how many elements of a kind the text is. */
static void count(unsigned *depth, bool entering)
{
    *depth = entering ? *depth + 1 : *depth - 1;
}

static void read_inline(struct walk *walk, cmark_node *node, bool entering)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
        add_text(walk, literal(node));
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        end_line(walk, line_of(node), IMPORT_BREAK_LINE);
        break;
    case CMARK_NODE_HTML_INLINE:
        read_tag(walk, node, line_of(node));
        break;
    case CMARK_NODE_STRONG:
        count(&walk->strong, entering);
        break;
    case CMARK_NODE_EMPH:
        count(&walk->emphasis, entering);
        break;
    case CMARK_NODE_IMAGE:
        count(&walk->images, entering);
        walk->page->pictures += entering;
        break;
    default:
        break; /* a link is its text */
    }
}

static void read_block(struct walk *walk, cmark_node *node, bool entering)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_ITEM:
        walk->marker = entering ? item_marker(walk, node) : QC_STR("");
        break;
    case CMARK_NODE_HEADING:
        walk->heading = is_ruled(walk, node) ? 0 : (unsigned)cmark_node_get_heading_level(node);
        if (!entering)
            end_line(walk, line_of(node), IMPORT_BREAK_PARAGRAPH);
        break;
    case CMARK_NODE_PARAGRAPH:
        walk->heading = 0;
        if (!entering)
            end_line(walk, line_of(node), IMPORT_BREAK_PARAGRAPH);
        break;
    case CMARK_NODE_HTML_BLOCK:
        walk->heading = 0;
        read_html(walk, node);
        break;
    case CMARK_NODE_CODE_BLOCK:
        walk->heading = 0;
        add_text(walk, literal(node));
        end_line(walk, line_of(node), IMPORT_BREAK_PARAGRAPH);
        break;
    default:
        break;
    }
}

static void cut_source(struct walk *walk, struct qc_arena *scratch, struct qc_str piece)
{
    for (size_t at = 0; at <= piece.len;) {
        size_t end = at;
        while (end < piece.len && piece.ptr[end] != '\n')
            end++;
        *qc_vec_push(scratch, &walk->source) = qc_str_slice(piece, at, end);
        at = end + 1;
    }
}

/* Reads a part of a piece; scratch is cmark's, and the list of source lines. */
static void read_part(struct walk *walk, struct qc_arena *scratch, struct qc_str part)
{
    cut_source(walk, scratch, part);
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, qc_cmark_memory(scratch));
    cmark_parser_feed(parser, part.ptr, part.len);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_iter *iterator = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        bool block = cmark_node_get_type(node) <= CMARK_NODE_LAST_BLOCK;
        (block ? read_block : read_inline)(walk, node, event == CMARK_EVENT_ENTER);
    }
    /* parser, nodes and iterator go with the arena */
}

/* The same, in an arena that goes at the end, also when memory runs out: cmark needs some hundred times the text. */
static void read_in_scratch(struct walk *walk, struct qc_arena *scratch, struct qc_str part)
{
    jmp_buf *outer = walk->arena->out_of_memory, landing;
    if (setjmp(landing) != 0) {
        qc_arena_free(scratch);
        walk->arena->out_of_memory = outer;
        qc_arena_exhausted(walk->arena);
    }
    scratch->out_of_memory = walk->arena->out_of_memory = &landing;
    read_part(walk, scratch, part);
    walk->arena->out_of_memory = outer;
    qc_arena_free(scratch);
}

/*
 * Where a part of the text ends: at an empty line before one that is not
 * indented, where no block goes on; when none comes, at a line's end, and
 * when not even that comes, anywhere.
 */
static size_t part_end(struct qc_str text, size_t begin)
{
    enum { LEAST = 16 * 1024, MANY = 4 * LEAST, MOST = 8 * LEAST };
    for (size_t at = begin + LEAST; at < text.len; at++) {
        bool ends = text.ptr[at] == '\n', empty = ends && text.ptr[at - 1] == '\n';
        bool indented = at + 1 < text.len && strchr(" \t", text.ptr[at + 1]) != NULL;
        bool letter = ((unsigned char)text.ptr[at] & 0xC0) != 0x80 && !ends;
        if ((empty && !indented) || (ends && at - begin > MANY))
            return at + 1;
        if (letter && at - begin > MOST)
            return at;
    }
    return text.len;
}

void qc_import_add_markdown(struct qc_arena *arena, struct import_page *page, struct import_line kind,
                            struct qc_str piece)
{
    struct qc_arena scratch = { 0 };
    for (size_t begin = 0; begin < piece.len && page->lines.count < QC_MAX_IMPORT_LINES;) {
        size_t end = part_end(piece, begin);
        struct qc_str part = qc_str_slice(piece, begin, end);
        struct walk walk = {
            .arena = arena, .page = page, .kind = kind, .text = { .arena = arena }, .marker = QC_STR("")
        };
        begin_line(&walk, IMPORT_BREAK_PARAGRAPH);
        read_in_scratch(&walk, &scratch, part);
        kind.source_line += (unsigned)walk.source.count - 1;
        begin = end;
    }
}
