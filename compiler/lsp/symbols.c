/*
 * symbols.c - textDocument/documentSymbol: header, units, closing and recipients, as an outline.
 *
 * Owns how each is called there, and its kind, which to an editor is a picture.
 */
#include "base/utf8.h"
#include "lsp/find.h"
#include "lsp/note.h"
#include "lsp/place.h"

enum { LONGEST = 80 }; /* code points of a name */

struct outline {
    struct lsp_server *server;
    struct lsp_document *document;
};

static struct qc_str shortened(struct outline *outline, struct qc_str text)
{
    return lsp_shortened(&outline->server->scratch, text, LONGEST);
}

static json_t *symbol(struct outline *outline, struct qc_str name, struct qc_str detail,
                      enum lsp_symbol_kind kind, struct qc_span range, struct qc_span selection)
{
    json_t *json = json_object();
    json_object_set_new_nocheck(json, "name", lsp_string(outline->server, name));
    if (detail.len > 0)
        json_object_set_new_nocheck(json, "detail", lsp_string(outline->server, detail));
    json_object_set_new_nocheck(json, "kind", json_integer(kind));
    json_object_set_new_nocheck(json, "range", lsp_range(outline->server, outline->document, range));
    json_object_set_new_nocheck(json, "selectionRange",
                                lsp_range(outline->server, outline->document, selection));
    return json;
}

/* ---- header, and what stands behind the body ------------------------------------- */

static json_t *declaration_symbol(struct outline *outline, const struct qc_declaration *declaration,
                                  enum lsp_symbol_kind kind)
{
    struct qc_span range = declaration->key, key = declaration->key;
    struct qc_str name = qc_source_text(&outline->document->qc->cx.sources, key);
    struct qc_str value =
        declaration->values.count > 0 ? shortened(outline, declaration->values.items[0]->text) : QC_STR("");
    bool named = declaration->keyword->form == QC_KEYWORD_BLOCK && value.len > 0;
    range.end = lsp_declaration_end(declaration);
    json_t *json = symbol(outline, named ? value : name, named ? name : value, kind, range, key);
    json_t *children = json_array();
    for (size_t i = 0; i < declaration->fields.count; i++)
        json_array_append_new(children,
                              declaration_symbol(outline, declaration->fields.items[i], LSP_SYMBOL_FIELD));
    json_object_set_new_nocheck(json, "children", children);
    return json;
}

static json_t *header_symbol(struct outline *outline, const struct qc_tree *tree)
{
    const struct qc_declaration *first = tree->declarations.items[0];
    struct qc_span range = first->key;
    json_t *children = json_array();
    for (size_t i = 0; i < tree->declarations.count; i++) {
        const struct qc_declaration *declaration = tree->declarations.items[i];
        enum lsp_symbol_kind kind =
            declaration->keyword->form == QC_KEYWORD_BLOCK ? LSP_SYMBOL_OBJECT : LSP_SYMBOL_PROPERTY;
        uint32_t end = lsp_declaration_end(declaration);
        range.end = end > range.end ? end : range.end;
        json_array_append_new(children, declaration_symbol(outline, declaration, kind));
    }
    struct qc_str name = qc_str_from(lsp_pick(outline->server, LSP_TEXT_symbol_header));
    json_t *json = symbol(outline, name, QC_STR(""), LSP_SYMBOL_MODULE, range, first->key);
    json_object_set_new_nocheck(json, "children", children);
    return json;
}

/* A line of nơi nhận is a recipient. */
static json_t *ending_symbol(struct outline *outline, const struct qc_declaration *declaration)
{
    json_t *json = declaration_symbol(outline, declaration, LSP_SYMBOL_ARRAY),
           *children = json_object_get(json, "children");
    for (size_t i = 0; i < declaration->paragraphs.count; i++) {
        const struct qc_prose *prose = declaration->paragraphs.items[i];
        struct qc_str name = shortened(outline, prose->text);
        struct qc_span span = qc_prose_whole(prose);
        if (name.len > 0)
            json_array_append_new(children, symbol(outline, name, QC_STR(""), LSP_SYMBOL_FIELD, span, span));
    }
    return json;
}

/* ---- units ---------------------------------------------------------------------------- */

static enum lsp_symbol_kind kind_of(const struct qc_unit *unit)
{
    if (unit->marker.style == QC_STYLE_ARTICLE)
        return LSP_SYMBOL_CLASS;
    if (qc_style_is_heading(unit->marker.style))
        return LSP_SYMBOL_NAMESPACE;
    return qc_style_info(unit->marker.style)->rank < qc_style_info(QC_STYLE_LETTER)->rank ? LSP_SYMBOL_METHOD
                                                                                          : LSP_SYMBOL_FIELD;
}

/* "Điều 5. Trách nhiệm của Nhà trường". */
static json_t *unit_symbol(struct outline *outline, const struct qc_unit *unit)
{
    struct qc_str name = lsp_unit_line(&outline->server->scratch, unit, LONGEST);
    struct qc_span range = qc_marker_span(&unit->marker);
    range.end = lsp_unit_end(unit);
    return symbol(outline, name, QC_STR(""), kind_of(unit), range, qc_marker_span(&unit->marker));
}

/* Items with a dash have no number that one would look for. */
static json_t *unit_symbols(struct outline *outline, const struct qc_unit *parent)
{
    json_t *list = json_array();
    for (const struct qc_unit *unit = parent->first_child; unit != NULL; unit = unit->next) {
        if (qc_style_info(unit->marker.style)->numbering == QC_NUMBERING_NONE)
            continue;
        json_t *json = unit_symbol(outline, unit);
        if (unit->first_child != NULL)
            json_object_set_new_nocheck(json, "children", unit_symbols(outline, unit));
        json_array_append_new(list, json);
    }
    return list;
}

/* ---- the request ------------------------------------------------------------------------ */

/* For an editor that knows no tree: each symbol with the name of the one around it. */
static void flatten(struct outline *outline, json_t *tree, const char *container, json_t *list)
{
    for (size_t i = 0; i < json_array_size(tree); i++) {
        json_t *node = json_array_get(tree, i), *flat = json_object(), *location = json_object();
        json_object_set_new_nocheck(location, "uri", json_string(outline->document->uri));
        json_object_set_nocheck(location, "range", json_object_get(node, "range"));
        json_object_set_nocheck(flat, "name", json_object_get(node, "name"));
        json_object_set_nocheck(flat, "kind", json_object_get(node, "kind"));
        json_object_set_new_nocheck(flat, "location", location);
        if (container != NULL)
            json_object_set_new_nocheck(flat, "containerName", json_string(container));
        json_array_append_new(list, flat);
        flatten(outline, json_object_get(node, "children"), lsp_get_string(node, "name"), list);
    }
}

json_t *lsp_document_symbol(struct lsp_server *server, struct lsp_document *document, const json_t *params,
                            struct lsp_error *error)
{
    (void)params;
    (void)error;
    struct outline outline = { server, document };
    const struct qc_tree *tree = document->qc->tree;
    json_t *symbols = json_array(), *units = unit_symbols(&outline, document->qc->document->root);
    if (tree->declarations.count > 0)
        json_array_append_new(symbols, header_symbol(&outline, tree));
    json_array_extend(symbols, units);
    json_decref(units);
    if (tree->closing != NULL)
        json_array_append_new(symbols, ending_symbol(&outline, tree->closing));
    if (tree->recipients != NULL)
        json_array_append_new(symbols, ending_symbol(&outline, tree->recipients));
    if (server->client.symbol_tree)
        return symbols;
    json_t *list = json_array();
    flatten(&outline, symbols, NULL, list);
    json_decref(symbols);
    return list;
}
