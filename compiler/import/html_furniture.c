/*
 * html_furniture.c - which parts of a web page are not its text.
 *
 * By what elements are and are called; lists of nothing but links; and what
 * stands outside the element that has nearly all of the words. An element
 * with a text that only documents have is never cut away.
 */
#include "base/utf8.h"
#include "import/html.h"

enum { FEW_LINKS = 3, MAIN_PERCENT = 80 };

static const struct qc_str own_texts[] = {
#define HTML_FURNITURE(word)
#define HTML_OWN(text) { text, sizeof text - 1 },
#include "import/html_furniture.def"
};

static const struct qc_str furniture_words[] = {
#define HTML_FURNITURE(word) { word, sizeof word - 1 },
#define HTML_OWN(text)
#include "import/html_furniture.def"
};

static bool has_own_text(struct qc_arena *arena, struct qc_str text)
{
    struct qc_arena_mark mark = qc_arena_mark(arena);
    struct qc_str capitals = qc_str_upper(arena, text);
    bool own = false;
    for (size_t i = 0; i < sizeof own_texts / sizeof *own_texts && !own; i++)
        own = qc_str_find(capitals, own_texts[i]) < capitals.len;
    qc_arena_release(arena, mark);
    return own;
}

/* Letters of the words of a class or an id: "siteNav-top" has site, nav and top. */
static bool names_furniture(struct qc_str names)
{
    for (size_t at = 0; at < names.len;) {
        size_t begin = at;
        char word[32];
        while (at < names.len && (qc_is_letter((unsigned char)names.ptr[at])) &&
               (unsigned char)names.ptr[at] < 0x80 &&
               (at == begin || !(qc_is_upper((unsigned char)names.ptr[at]) &&
                                 qc_is_lower((unsigned char)names.ptr[at - 1]))))
            at++;
        size_t length = at - begin;
        for (size_t i = 0; i < length && i < sizeof word; i++)
            word[i] = (char)qc_lower((unsigned char)names.ptr[begin + i]);
        for (size_t i = 0; length <= sizeof word && i < sizeof furniture_words / sizeof *furniture_words; i++)
            if (qc_str_equal((struct qc_str){ word, length }, furniture_words[i]))
                return true;
        at += length == 0;
    }
    return false;
}

/* Parts of a page of Word that stand beside the text: "header", "footer", "comment-list". */
static bool is_margin(struct qc_str element)
{
    return qc_str_equal(element, QC_STR("header")) || qc_str_equal(element, QC_STR("footer")) ||
           qc_str_starts(element, QC_STR("comment"));
}

static bool is_hidden(const struct html_node *node)
{
    return html_has_attribute(node, "hidden") || qc_str_starts(html_style(node, "display"), QC_STR("none")) ||
           qc_str_starts(html_style(node, "visibility"), QC_STR("hidden")) ||
           is_margin(html_style(node, "mso-element"));
}

/* Is it furniture by what it is? inside: of <main> or <article>. */
static bool is_furniture(const struct html_node *node, bool inside)
{
    if (node->kind == HTML_TEXT)
        return false;
    if (node->kind == HTML_FURNITURE || is_hidden(node))
        return true;
    if (inside || node->kind == HTML_INLINE || html_is(node, "body") || html_is(node, "main") ||
        html_is(node, "article"))
        return false;
    return node->kind == HTML_EDGE || names_furniture(html_attribute(node, "class")) ||
           names_furniture(html_attribute(node, "id")) || names_furniture(html_attribute(node, "role"));
}

/* Counts what is in each element, and marks what is furniture by itself. */
static void measure(struct qc_arena *arena, struct html_node *node, bool inside, bool linked)
{
    inside = inside || html_is(node, "main") || html_is(node, "article");
    linked = linked || html_is(node, "a");
    if (node->kind == HTML_TEXT) {
        node->words = import_count(node->text);
        node->linked = linked ? node->words : 0;
        node->own = has_own_text(arena, node->text);
    }
    node->links = html_is(node, "a");
    for (struct html_node *child = node->first; child != NULL; child = child->next) {
        measure(arena, child, inside, linked);
        node->own = node->own || (child->own && !child->furniture);
        if (child->furniture)
            continue;
        node->words += child->words;
        node->linked += child->linked;
        node->links += child->links;
    }
    bool certain = node->kind == HTML_FURNITURE || (node->kind != HTML_TEXT && is_hidden(node));
    bool only_links = node->kind == HTML_BLOCK && node->links >= FEW_LINKS && node->words == node->linked;
    node->furniture = certain || (!node->own && (only_links || is_furniture(node, inside)));
}

static bool holds_rest(const struct html_node *node, const struct html_node *part)
{
    for (const struct html_node *child = node->first; child != NULL; child = child->next)
        if (child != part && child->own && !child->furniture)
            return true;
    return false;
}

/* Goes down to the element that has nearly all words, and marks its neighbours, as long as none is the document's. */
static void cut_neighbours(struct html_node *node)
{
    for (;;) {
        struct html_node *part = NULL;
        for (struct html_node *child = node->first; child != NULL; child = child->next)
            if (!child->furniture && child->kind != HTML_TEXT && child->own &&
                child->words * 100 >= node->words * MAIN_PERCENT)
                part = child;
        bool one_element = part != NULL && part->kind == HTML_BLOCK && !html_is(part, "p");
        if (!one_element || holds_rest(node, part))
            return;
        for (struct html_node *child = node->first; child != NULL; child = child->next)
            child->furniture = child->furniture || child != part;
        node = part;
    }
}

static size_t most_words_of_cell(const struct html_node *node)
{
    size_t most = html_is(node, "td") || html_is(node, "th") ? node->words : 0;
    for (const struct html_node *child = node->first; child != NULL; child = child->next) {
        size_t words = child->kind == HTML_TEXT ? 0 : most_words_of_cell(child);
        most = words > most ? words : most;
    }
    return most;
}

/* A table with so much in one cell only places it on the page. */
static void find_layout_tables(struct html_node *node)
{
    enum { MOST_WORDS = 400 };
    for (struct html_node *child = node->first; child != NULL; child = child->next)
        find_layout_tables(child);
    if (html_is(node, "table"))
        node->layout = most_words_of_cell(node) > MOST_WORDS;
}

void html_find_furniture(struct qc_arena *arena, struct html_node *root)
{
    measure(arena, root, false, false);
    cut_neighbours(root);
    find_layout_tables(root);
}
