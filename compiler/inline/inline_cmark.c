/*
 * inline_cmark.c - what libcmark says of a paragraph.
 *
 * Turns a slotted text into our own inline nodes. Must not let anything of
 * cmark's out: its tree dies here.
 *
 * cmark reads documents, not paragraphs: text that begins like a block would
 * become one. The text goes in as one ATX heading, "# text #", which keeps
 * every character in place.
 */
#include <cmark.h>

#include "base/bytes.h"
#include "base/utf8.h"
#include "inline/cmark_memory.h"
#include "inline/emphasis.h"
#include "inline/slots.h"

enum { DEEPEST = 32 }; /* nesting of emphasis and links; deeper is text */

/* --- from cmark's nodes to ours --------------------------------------- */

struct walk {
    struct qc_compilation *cx;
    const struct qc_slotted *text;
    size_t slot;    /* placeholders come back in order */
    size_t star;    /* and so do stars */
    size_t bracket; /* and opening brackets */
};

struct list {
    struct qc_inline *first, **end;
};

static struct qc_inline *add(struct walk *walk, struct list *list, enum qc_inline_kind kind)
{
    struct qc_inline *node = qc_alloc(&walk->cx->arena, sizeof *node);
    node->kind = kind;
    *list->end = node;
    list->end = &node->next;
    return node;
}

/* Text that lives as long as the compilation. */
static void add_text(struct walk *walk, struct list *list, struct qc_str text)
{
    if (text.len > 0)
        add(walk, list, QC_INLINE_TEXT)->text = qc_nfc(&walk->cx->arena, text);
}

static const struct qc_slot *next_slot(struct walk *walk)
{
    static const struct qc_slot none = { { "", 0 }, NULL };
    return walk->slot < walk->text->slots.count ? &walk->text->slots.items[walk->slot++] : &none;
}

/* Length of the placeholder at text[at], or 0. */
static size_t placeholder_at(struct qc_str text, size_t at)
{
    size_t n;
    return (unsigned char)text.ptr[at] == 0xEF && qc_utf8_decode(text, at, &n) == QC_PLACEHOLDER ? n : 0;
}

/* Text with its slots filled in, for places that hold no nodes. */
static struct qc_str fill(struct walk *walk, struct qc_str text)
{
    struct qc_buf buf = { .arena = &walk->cx->arena };
    for (size_t i = 0; i < text.len;) {
        size_t n = placeholder_at(text, i);
        if (n > 0)
            qc_buf_add(&buf, next_slot(walk)->text);
        else
            qc_buf_char(&buf, text.ptr[i]);
        walk->star += text.ptr[i] == '*';
        walk->bracket += text.ptr[i] == '[';
        i += n > 0 ? n : 1;
    }
    return qc_buf_str(&buf);
}

static void report_star(struct walk *walk)
{
    if (walk->star >= walk->text->stars.count)
        return;
    struct qc_span span = walk->text->stars.items[walk->star];
    struct qc_diagnostic *d = qc_report(walk->cx, span, QC_MSG(star_unpaired));
    qc_fix(walk->cx, d, (struct qc_span){ span.begin, span.begin, span.file }, QC_STR("\\"));
}

/* Plain text: slots become text or reference nodes, runs between them text nodes. */
static void convert_text(struct walk *walk, struct list *list, struct qc_str text)
{
    struct qc_buf run = { .arena = &walk->cx->arena };
    qc_buf_reserve(&run, text.len);
    for (size_t i = 0; i < text.len;) {
        size_t tame = qc_bytes_tame(qc_str_skip(text, i));
        qc_buf_add(&run, qc_str_slice(text, i, i + tame));
        i += tame;
        if (i == text.len)
            break;
        size_t n = placeholder_at(text, i);
        if (n == 0) {
            if (text.ptr[i] == '*') {
                report_star(walk);
                walk->star++;
            }
            walk->bracket += text.ptr[i] == '[';
            qc_buf_char(&run, text.ptr[i++]);
            continue;
        }
        const struct qc_slot *slot = next_slot(walk);
        if (slot->unit == NULL) {
            qc_buf_add(&run, slot->text);
        } else {
            add_text(walk, list, qc_buf_settle(&run));
            run = (struct qc_buf){ .arena = &walk->cx->arena };
            struct qc_inline *node = add(walk, list, QC_INLINE_REFERENCE);
            node->text = slot->text;
            node->unit = slot->unit;
        }
        i += n;
    }
    add_text(walk, list, qc_buf_settle(&run));
}

static struct qc_inline *convert_children(struct walk *walk, cmark_node *parent, int depth);

static void convert_link(struct walk *walk, struct list *list, cmark_node *node, int depth)
{
    size_t bracket = walk->bracket++;
    struct qc_inline *children = convert_children(walk, node, depth + 1);
    const char *url = cmark_node_get_url(node), *title = cmark_node_get_title(node);
    struct qc_str address = fill(walk, qc_str_from(url == NULL ? "" : url));
    struct qc_str caption = fill(walk, qc_str_from(title == NULL ? "" : title));
    if (caption.len == 0 && qc_link_allowed(address)) {
        struct qc_inline *link = add(walk, list, QC_INLINE_LINK);
        link->children = children;
        link->target = address;
        return;
    }
    if (bracket < walk->text->brackets.count)
        qc_report(walk->cx, walk->text->brackets.items[bracket], QC_MSG(link_refused));
    add_text(walk, list, QC_STR("["));
    *list->end = children;
    while (*list->end != NULL)
        list->end = &(*list->end)->next;
    add_text(walk, list, QC_STR("]("));
    add_text(walk, list, address);
    if (caption.len > 0)
        add_text(walk, list, qc_str_format(&walk->cx->arena, " \"%.*s\"", QC_STR_ARGS(caption)));
    add_text(walk, list, QC_STR(")"));
}

static void convert_emphasis(struct walk *walk, struct list *list, cmark_node *node, size_t stars, int depth)
{
    struct qc_inline *emphasis = add(walk, list, stars == 1 ? QC_INLINE_EMPHASIS : QC_INLINE_STRONG);
    walk->star += stars;
    emphasis->children = convert_children(walk, node, depth + 1);
    walk->star += stars;
}

static void convert(struct walk *walk, struct list *list, cmark_node *node, int depth)
{
    const char *literal = cmark_node_get_literal(node);
    struct qc_str text = qc_str_from(literal == NULL ? "" : literal);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_EMPH: convert_emphasis(walk, list, node, 1, depth); break;
    case CMARK_NODE_STRONG: convert_emphasis(walk, list, node, 2, depth); break;
    case CMARK_NODE_LINK: convert_link(walk, list, node, depth); break;
    case CMARK_NODE_CODE: add(walk, list, QC_INLINE_CODE)->text = fill(walk, text); break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK: add_text(walk, list, QC_STR(" ")); break;
    default: convert_text(walk, list, text); break; /* text; nothing else can come up */
    }
}

static struct qc_inline *convert_children(struct walk *walk, cmark_node *parent, int depth)
{
    struct list list = { .first = NULL };
    list.end = &list.first;
    for (cmark_node *node = cmark_node_first_child(parent); node != NULL; node = cmark_node_next(node))
        convert(walk, &list, node, depth);
    return list.first;
}

static struct qc_inline *read_emphasis(struct walk *walk, struct qc_emphasis found)
{
    struct list list = { .first = NULL }, inside = { .first = NULL };
    struct qc_str text = qc_buf_str(&walk->text->buf);
    list.end = &list.first;
    inside.end = &inside.first;
    convert_text(walk, &list, qc_str_slice(text, 0, found.begin - found.stars));
    struct qc_inline *emphasis = add(walk, &list, found.stars == 1 ? QC_INLINE_EMPHASIS : QC_INLINE_STRONG);
    convert_text(walk, &inside, qc_str_slice(text, found.begin, found.end));
    emphasis->children = inside.first;
    convert_text(walk, &list, qc_str_skip(text, found.end + found.stars));
    return list.first;
}

/* --- the entry -------------------------------------------------------- */

static bool has_markup(struct qc_str text)
{
    return memchr(text.ptr, '*', text.len) != NULL || memchr(text.ptr, '`', text.len) != NULL ||
           qc_str_find(text, QC_STR("](")) < text.len;
}

static size_t depth_of(cmark_node *node)
{
    size_t depth = 0, deepest = 0;
    cmark_iter *iter = cmark_iter_new(node);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        bool leaf = cmark_node_first_child(cmark_iter_get_node(iter)) == NULL;
        if (event == CMARK_EVENT_ENTER && !leaf)
            depth++;
        else if (event == CMARK_EVENT_EXIT && !leaf)
            depth--;
        deepest = depth > deepest ? depth : deepest;
    }
    cmark_iter_free(iter);
    return deepest;
}

/* One heading and nothing else, not nested too deep; or NULL. */
static cmark_node *parse_heading(struct qc_compilation *cx, struct qc_str text)
{
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, qc_cmark_memory(&cx->scratch));
    cmark_parser_feed(parser, "# ", 2);
    cmark_parser_feed(parser, text.ptr, text.len);
    cmark_parser_feed(parser, " #\n", 3);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_node *heading = cmark_node_first_child(document);
    bool whole = heading != NULL && cmark_node_next(heading) == NULL &&
                 cmark_node_get_type(heading) == CMARK_NODE_HEADING && depth_of(document) < DEEPEST;
    return whole ? heading : NULL;
}

struct qc_inline *qc_slots_read(struct qc_compilation *cx, const struct qc_slotted *text)
{
    struct walk walk = { .cx = cx, .text = text };
    struct qc_str prepared = qc_buf_str(&text->buf);
    struct qc_emphasis emphasis;
    if (text->brackets.count == 0 && qc_emphasis_alone(prepared, &emphasis))
        return read_emphasis(&walk, emphasis);
    cmark_node *heading = prepared.len > 0 && has_markup(prepared) ? parse_heading(cx, prepared) : NULL;
    struct qc_inline *first = heading != NULL ? convert_children(&walk, heading, 0) : NULL;
    if (heading != NULL)
        return first;
    struct list list = { .first = NULL };
    list.end = &list.first;
    convert_text(&walk, &list, prepared);
    return list.first;
}

const char *qc_inline_cmark_version(void)
{
    return cmark_version_string();
}
