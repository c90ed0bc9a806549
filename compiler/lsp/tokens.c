/*
 * tokens.c - textDocument/semanticTokens: colours for what stands in the text, by what it means.
 *
 * Owns the legend. A token lies in one line and none in another: of two that
 * overlap the outer one ends where the inner begins.
 */
#include "lsp/place.h"
#include "lsp/things.h"
#include "source/position.h"

/* Types of the legend, in its order in methods.def. */
enum token_type {
    TOKEN_KEYWORD,
    TOKEN_PROPERTY,  /* a field of a block */
    TOKEN_NUMBER,    /* a unit's marker */
    TOKEN_DECORATOR, /* a label */
    TOKEN_VARIABLE,  /* a name */
    TOKEN_CLASS,     /* a party */
    TOKEN_TYPE,      /* an instrument */
    TOKEN_NAMESPACE, /* a file or module */
    TOKEN_STRING,    /* an address */
    TOKEN_COMMENT,
};

enum { MODIFIER_DECLARATION = 1 };

static enum token_type type_of(const struct lsp_thing *thing)
{
    switch (thing->kind) {
    case LSP_KEYWORD:
        return thing->keyword->block < 0 ? TOKEN_KEYWORD : TOKEN_PROPERTY;
    case LSP_FIELD:
        return TOKEN_PROPERTY;
    case LSP_MARKER:
        return TOKEN_NUMBER;
    case LSP_LABEL:
    case LSP_REFERENCE:
        return TOKEN_DECORATOR;
    case LSP_NAME:
        if (thing->name != NULL && thing->name->kind == QC_NAME_PARTY)
            return TOKEN_CLASS;
        return thing->entry != NULL || (thing->name != NULL && thing->name->cited != NULL) ? TOKEN_TYPE
                                                                                           : TOKEN_VARIABLE;
    case LSP_MENTION:
        return TOKEN_CLASS;
    case LSP_INSTRUMENT:
        return TOKEN_TYPE;
    case LSP_USE:
        return TOKEN_NAMESPACE;
    case LSP_LINK:
        return TOKEN_STRING;
    case LSP_COMMENT:
        return TOKEN_COMMENT;
    }
    return TOKEN_VARIABLE;
}

struct tokens {
    struct lsp_server *server;
    struct lsp_document *document;
    json_t *data;
    struct qc_place last; /* where the last token begins: places are counted from there */
};

/* A piece of one line, as text offsets. */
static void add_piece(struct tokens *tokens, uint32_t begin, uint32_t end, const struct lsp_thing *thing)
{
    struct lsp_server *server = tokens->server;
    const struct qc_line_index *lines = lsp_document_lines(server, tokens->document);
    struct qc_str bytes = lsp_document_bytes(tokens->document);
    size_t first = qc_byte_of(tokens->document->qc->source, begin),
           behind = qc_byte_of(tokens->document->qc->source, end);
    struct qc_place place = qc_place_of_byte(bytes, lines, first, server->unit);
    size_t length = qc_code_units(qc_str_slice(bytes, first, behind), server->unit);
    if (length == 0)
        return;
    bool same_line = place.line == tokens->last.line;
    json_array_append_new(tokens->data, json_integer((json_int_t)(place.line - tokens->last.line)));
    json_array_append_new(tokens->data,
                          json_integer((json_int_t)(place.column - (same_line ? tokens->last.column : 0))));
    json_array_append_new(tokens->data, json_integer((json_int_t)length));
    json_array_append_new(tokens->data, json_integer(type_of(thing)));
    json_array_append_new(tokens->data, json_integer(thing->declares ? MODIFIER_DECLARATION : 0));
    tokens->last = place;
}

/* Line by line. */
static void add_token(struct tokens *tokens, uint32_t begin, uint32_t end, const struct lsp_thing *thing)
{
    const struct qc_source *source = tokens->document->qc->source;
    while (begin < end) {
        size_t line_end = qc_line_of(source, begin).end;
        uint32_t stop = line_end < end ? (uint32_t)line_end : end;
        add_piece(tokens, begin, stop, thing);
        begin = stop + 1; /* behind the line end */
        while (begin < end && source->text.ptr[begin] == ' ')
            begin++; /* the indentation of the next line */
    }
}

static json_t *tokens_in(struct lsp_server *server, struct lsp_document *document, struct qc_span span)
{
    struct tokens tokens = { server, document, json_array(), { 0 } };
    struct lsp_things things = { 0 };
    lsp_things_in(server, document, span, LSP_EVERYTHING, &things);
    uint32_t done = 0;
    for (size_t i = 0; i < things.items.count; i++) {
        const struct lsp_thing *thing = &things.items.items[i],
                               *next = i + 1 < things.items.count ? thing + 1 : NULL;
        uint32_t begin = thing->span.begin > done ? thing->span.begin : done, end = thing->span.end;
        if (next != NULL && next->span.begin < end)
            end = next->span.begin > begin ? next->span.begin : begin;
        add_token(&tokens, begin, end, thing);
        done = end > done ? end : done;
    }
    json_t *json = json_object();
    json_object_set_new_nocheck(json, "data", tokens.data);
    return json;
}

json_t *lsp_semantic_tokens_full(struct lsp_server *server, struct lsp_document *document,
                                 const json_t *params, struct lsp_error *error)
{
    (void)params;
    (void)error;
    return tokens_in(server, document, (struct qc_span){ 0, (uint32_t)document->qc->source->text.len, 0 });
}

json_t *lsp_semantic_tokens_range(struct lsp_server *server, struct lsp_document *document,
                                  const json_t *params, struct lsp_error *error)
{
    struct qc_span span;
    if (!lsp_read_span(server, document, lsp_get(params, "range"), &span))
        return lsp_fail(error, LSP_INVALID_PARAMS, "no range");
    return tokens_in(server, document, span);
}
