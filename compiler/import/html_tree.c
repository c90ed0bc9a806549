/*
 * html_tree.c - the tree of a web page.
 */
#include "base/limits.h"
#include "base/utf8.h"
#include "import/html.h"

static enum html_kind kind_of(const char *name)
{
    static const struct {
        const char *name;
        enum html_kind kind;
    } tags[] = {
#define HTML_TAG(name, kind) { #name, HTML_##kind },
#include "import/html_tags.def"
    };
    size_t low = 0, high = sizeof tags / sizeof *tags;
    while (low < high) { /* they are in the order of their names */
        size_t middle = (low + high) / 2;
        int order = strcmp(name, tags[middle].name);
        if (order == 0)
            return tags[middle].kind;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return HTML_INLINE;
}

static struct html_node *append(struct qc_arena *arena, struct html_node *parent, struct html_node **last,
                                enum html_kind kind, unsigned line)
{
    struct html_node *node = qc_alloc(arena, sizeof *node);
    node->kind = kind;
    node->parent = parent;
    node->line = line;
    if (*last == NULL)
        parent->first = node;
    else
        (*last)->next = node;
    *last = node;
    return node;
}

/* Letters of ASCII in small ones: properties are compared so. */
static void make_small(struct qc_str text)
{
    char *bytes = (char *)(size_t)text.ptr; /* a copy of the tree's own */
    for (size_t i = 0; i < text.len; i++)
        bytes[i] = (unsigned char)bytes[i] < 0x80 ? (char)qc_lower((unsigned char)bytes[i]) : bytes[i];
}

static void keep_attributes(struct import_walk *walk, struct html_node *node)
{
    static const char *const kept[] = { "class", "id",   "role",  "style",    "align", "face",
                                        "start", "type", "value", "reversed", "hidden" };
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        if (qc_walk_attribute(walk, kept[i]) == NULL)
            continue;
        struct html_attribute *attribute = qc_alloc(walk->arena, sizeof *attribute);
        *attribute =
            (struct html_attribute){ qc_str_from(kept[i]), qc_walk_text(walk, kept[i]), node->attributes };
        if (strcmp(kept[i], "style") == 0)
            make_small(attribute->value);
        node->attributes = attribute;
    }
}

static void read_style(struct import_walk *walk, struct html_sheet *sheet)
{
    struct qc_buf text = { .arena = walk->arena };
    while (qc_walk_piece(walk))
        if (walk->node.event == IMPORT_EVENT_TEXT)
            qc_buf_add(&text, (struct qc_str){ walk->node.text, walk->node.length });
        else
            qc_walk_skip(walk);
    html_read_sheet(sheet, qc_buf_str(&text));
}

/* Reads the children of an element. The engine bounds how deep this goes. */
static void read_children(struct import_walk *walk, struct html_sheet *sheet, struct html_node *parent,
                          size_t *count)
{
    struct html_node *last = NULL;
    while (qc_walk_piece(walk)) {
        bool text = walk->node.event == IMPORT_EVENT_TEXT;
        enum html_kind kind = text ? HTML_TEXT : kind_of(walk->node.name);
        if (kind == HTML_DROPPED && strcmp(walk->node.name, "style") == 0) {
            read_style(walk, sheet);
            continue;
        }
        if (kind == HTML_DROPPED) {
            qc_walk_skip(walk);
            continue;
        }
        if (++*count > QC_MAX_IMPORT_LINES) {
            walk->fault = IMPORT_FAULT_TOO_LARGE;
            return;
        }
        struct html_node *node = append(walk->arena, parent, &last, kind, walk->node.line);
        if (text) {
            node->text = qc_str_copy(walk->arena, (struct qc_str){ walk->node.text, walk->node.length });
            continue;
        }
        node->name = qc_str_copy(walk->arena, qc_str_from(walk->node.name));
        keep_attributes(walk, node);
        read_children(walk, sheet, node, count);
    }
}

struct html_node *html_tree(struct import_walk *walk, struct html_sheet *sheet)
{
    struct html_node *root = qc_alloc(walk->arena, sizeof *root);
    size_t count = 0;
    root->kind = HTML_BLOCK;
    root->name = QC_STR("");
    read_children(walk, sheet, root, &count);
    return root;
}

/* ---- asking it ---- */

bool html_is(const struct html_node *node, const char *name)
{
    return node->kind != HTML_TEXT && qc_str_equal(node->name, qc_str_from(name));
}

static const struct html_attribute *find(const struct html_node *node, const char *name)
{
    const struct html_attribute *attribute = node->attributes;
    while (attribute != NULL && !qc_str_equal(attribute->name, qc_str_from(name)))
        attribute = attribute->next;
    return attribute;
}

bool html_has_attribute(const struct html_node *node, const char *name)
{
    return find(node, name) != NULL;
}

struct qc_str html_attribute(const struct html_node *node, const char *name)
{
    const struct html_attribute *attribute = find(node, name);
    return attribute == NULL ? QC_STR("") : attribute->value;
}

struct qc_str html_property(struct qc_str properties, struct qc_str name)
{
    while (properties.len > 0) {
        size_t end = qc_str_find(properties, QC_STR(";")), colon = qc_str_find(properties, QC_STR(":"));
        if (colon < end && qc_str_equal(qc_str_trim(qc_str_slice(properties, 0, colon)), name))
            return qc_str_trim(qc_str_slice(properties, colon + 1, end));
        properties = qc_str_skip(properties, end < properties.len ? end + 1 : end);
    }
    return QC_STR("");
}

struct qc_str html_style(const struct html_node *node, const char *property)
{
    return html_property(html_attribute(node, "style"), qc_str_from(property));
}
