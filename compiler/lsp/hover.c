/*
 * hover.c - textDocument/hover.
 */
#include "lsp/note.h"
#include "lsp/place.h"
#include "lsp/things.h"

json_t *lsp_hover(struct lsp_server *server, struct lsp_document *document, const json_t *params,
                  struct lsp_error *error)
{
    struct lsp_thing thing;
    struct lsp_note note = lsp_note_new(server, server->client.hover_markdown);
    if (!lsp_thing_asked(server, document, params, &thing, error) || !lsp_describe(&note, document, &thing))
        return NULL;
    json_t *hover = json_object();
    json_object_set_new_nocheck(hover, "contents", lsp_note_markup(&note));
    json_object_set_new_nocheck(hover, "range", lsp_range(server, document, thing.span));
    return hover;
}
