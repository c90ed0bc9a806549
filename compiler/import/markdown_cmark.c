/*
 * markdown_cmark.c - what libcmark says of a piece of Markdown, as lines.
 *
 * cmark counts the items of a list itself; the number that stands before one
 * in the source is the document's, and is taken from there.
 */
#include <cmark.h>

#include "base/utf8.h"
#include "import/lines.h"
#include "import/markdown.h"
#include "inline/cmark_memory.h"

struct walk {
    struct qc_arena *arena;
    struct import_page *page;
    struct import_line kind;   /* of the piece */
    QC_VEC(struct qc_str) source; /* its lines */
    struct qc_buf text;        /* of the line that is read */
    struct qc_str marker;      /* of the list item that it opens */
    enum import_break before;
    unsigned breaks;           /* line ends of the paragraph so far */
    unsigned heading, strong, emphasis, images; /* which of them the text is in */
    bool bold, italic, begun;
};

static void begin_line(struct walk *walk, enum import_break before)
{
    walk->text.len = 0;
    walk->before = before;
    walk->bold = walk->italic = true;
    walk->begun = false;
}

static void end_line(struct walk *walk, unsigned line, enum import_break next)
{
    struct import_line kind = walk->kind;
    struct qc_buf out = { .arena = walk->arena };
    kind.source_line += line - 1 + walk->breaks;
    kind.before = walk->before;
    kind.heading = walk->heading;
    kind.bold = walk->begun && walk->bold;
    kind.italic = walk->begun && walk->italic;
    qc_buf_add(&out, walk->marker);
    qc_buf_add(&out, qc_buf_str(&walk->text));
    qc_import_add(walk->arena, walk->page, kind, qc_buf_str(&out));
    walk->marker = QC_STR("");
    walk->breaks = next == IMPORT_BREAK_LINE ? walk->breaks + 1 : 0;
    begin_line(walk, next);
}

static void add_text(struct walk *walk, struct qc_str text)
{
    if (walk->images > 0)
        return;
    qc_buf_add(&walk->text, text);
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

/* A tag in a line: only a line's end means something here. */
static void read_tag(struct walk *walk, cmark_node *node, unsigned line)
{
    struct qc_str tag = literal(node);
    if (qc_str_starts(tag, QC_STR("<br")) || qc_str_starts(tag, QC_STR("<BR")))
        end_line(walk, line, IMPORT_BREAK_LINE);
}

static unsigned line_of(cmark_node *node)
{
    for (; node != NULL; node = cmark_node_parent(node))
        if (cmark_node_get_start_line(node) > 0)
            return (unsigned)cmark_node_get_start_line(node);
    return 1;
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
    case CMARK_NODE_CODE: add_text(walk, literal(node)); break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK: end_line(walk, line_of(node), IMPORT_BREAK_LINE); break;
    case CMARK_NODE_HTML_INLINE: read_tag(walk, node, line_of(node)); break;
    case CMARK_NODE_STRONG: count(&walk->strong, entering); break;
    case CMARK_NODE_EMPH: count(&walk->emphasis, entering); break;
    case CMARK_NODE_IMAGE:
        count(&walk->images, entering);
        walk->page->pictures += entering;
        break;
    default: break; /* a link is its text */
    }
}

static void read_block(struct walk *walk, cmark_node *node, bool entering)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_ITEM: walk->marker = entering ? item_marker(walk, node) : QC_STR(""); break;
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
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
        walk->heading = 0;
        add_text(walk, literal(node));
        end_line(walk, line_of(node), IMPORT_BREAK_PARAGRAPH);
        break;
    default: break;
    }
}

static void cut_source(struct walk *walk, struct qc_str piece)
{
    for (size_t at = 0; at <= piece.len;) {
        size_t end = at;
        while (end < piece.len && piece.ptr[end] != '\n')
            end++;
        *qc_vec_push(walk->arena, &walk->source) = qc_str_slice(piece, at, end);
        at = end + 1;
    }
}

void qc_import_add_markdown(struct qc_arena *arena, struct import_page *page, struct import_line kind, struct qc_str piece)
{
    struct walk walk = { .arena = arena, .page = page, .kind = kind, .text = { .arena = arena }, .marker = QC_STR("") };
    cut_source(&walk, piece);
    begin_line(&walk, IMPORT_BREAK_PARAGRAPH);
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, qc_cmark_memory(arena));
    cmark_parser_feed(parser, piece.ptr, piece.len);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_iter *iterator = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;)
        (cmark_node_get_type(cmark_iter_get_node(iterator)) <= CMARK_NODE_LAST_BLOCK ? read_block : read_inline)(
            &walk, cmark_iter_get_node(iterator), event == CMARK_EVENT_ENTER);
    /* parser, nodes and iterator go with the arena */
}
