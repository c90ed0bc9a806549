/*
 * complete.c - textDocument/completion and completionItem/resolve: what the place wants, and which offers fit.
 *
 * Goes by the line that is being typed, as the document has errors while one
 * types; what stands around it is known from the tree. Vietnamese may be typed
 * without marks: then it is found without them.
 */
#include "lsp/complete.h"

#include "base/utf8.h"
#include "lsp/find.h"
#include "lsp/note.h"
#include "lsp/place.h"
#include "sema/instrument.h"
#include "source/position.h"

enum { MOST_ITEMS = 200 }; /* then the editor asks again when more has been typed */

/* ---- offers ---------------------------------------------------------------------- */

/* Is typed at the beginning of text, or of a word of it? */
static bool begins_word(struct qc_str text, struct qc_str typed, bool *at_start)
{
    *at_start = true;
    if (typed.len == 0)
        return true;
    for (size_t at = 0; at + typed.len <= text.len; at++) {
        if ((at > 0 && text.ptr[at - 1] != ' ') || !qc_str_starts(qc_str_skip(text, at), typed))
            continue;
        *at_start = at == 0;
        return true;
    }
    return false;
}

/* What the editor compares with what is typed; empty when the text does not go on from it. */
static struct qc_str filter_of(const struct lsp_completion *completion, struct qc_str text, bool *at_start)
{
    struct qc_arena *arena = &completion->server->scratch;
    struct qc_str key = qc_name_key(arena, text);
    if (!qc_str_is_ascii(completion->typed_key))
        return begins_word(key, completion->typed_key, at_start) ? text : QC_STR("");
    struct qc_str bare = qc_name_bare(arena, key);
    return begins_word(bare, completion->typed_key, at_start) ? bare : QC_STR("");
}

void lsp_complete_from(struct lsp_completion *completion, struct qc_str typed)
{
    completion->typed = typed;
    completion->typed_key = qc_name_key(&completion->server->scratch, typed);
    completion->span = (struct qc_span){ completion->offset - (uint32_t)typed.len, completion->end, 0 };
}

static json_t *edit_of(struct lsp_completion *completion, const struct lsp_offer *offer)
{
    struct lsp_server *server = completion->server;
    struct qc_str text = offer->text.len > 0 ? offer->text : offer->label;
    text = qc_str_format(&server->scratch, "%.*s%.*s%.*s", QC_STR_ARGS(completion->opening),
                         QC_STR_ARGS(text), QC_STR_ARGS(completion->ending));
    json_t *edit = json_object();
    json_object_set_new_nocheck(edit, "range", lsp_range(server, completion->document, completion->span));
    json_object_set_new_nocheck(edit, "newText", lsp_string(server, text));
    return edit;
}

void lsp_offer(struct lsp_completion *completion, struct lsp_offer offer)
{
    struct lsp_server *server = completion->server;
    bool at_start = true;
    struct qc_str filter = filter_of(completion, offer.label, &at_start);
    if (filter.len == 0 && offer.search.len > 0)
        filter = filter_of(completion, offer.search, &at_start);
    if (filter.len == 0 || (offer.whole_start && !at_start)) {
        json_decref(offer.data);
        return;
    }
    if (json_array_size(completion->items) == MOST_ITEMS) {
        completion->incomplete = true;
        json_decref(offer.data);
        return;
    }
    unsigned rank = 2 * offer.rank + !at_start;
    struct qc_str sort =
        qc_str_format(&server->scratch, "%02u%04zu", rank, json_array_size(completion->items));
    completion->incomplete =
        completion->incomplete || !qc_str_is_ascii(offer.label); /* the next key may put a mark on a letter */
    json_t *item = json_object();
    json_object_set_new_nocheck(item, "label", lsp_string(server, offer.label));
    json_object_set_new_nocheck(item, "kind", json_integer(offer.kind));
    if (offer.detail.len > 0)
        json_object_set_new_nocheck(
            item, "detail",
            lsp_string(server, lsp_shortened(&server->scratch, offer.detail, LSP_LONGEST_DETAIL)));
    json_object_set_new_nocheck(item, "filterText", lsp_string(server, filter));
    json_object_set_new_nocheck(item, "sortText", lsp_string(server, sort));
    json_object_set_new_nocheck(item, "textEdit", edit_of(completion, &offer));
    if (offer.data != NULL)
        json_object_set_new_nocheck(item, "data", offer.data);
    json_array_append_new(completion->items, item);
}

/* All text that has just begun is without marks: what counts is a keyword that lacks those it should have. */
struct qc_str lsp_as_written(struct lsp_completion *completion, struct qc_str name)
{
    const struct qc_tree *tree = completion->document->qc->tree;
    struct qc_arena *arena = &completion->server->scratch;
    bool lacking = false;
    for (size_t i = 0; i < tree->declarations.count && !lacking; i++)
        lacking =
            !tree->english && !qc_str_is_ascii(qc_str_from(tree->declarations.items[i]->keyword->vietnamese));
    return tree->unmarked && lacking ? qc_name_bare(arena, qc_nfc(arena, name)) : name;
}

/* ---- the place ------------------------------------------------------------------------ */

/* Where the brace stands that is open at the cursor; line.len when there is none. */
static size_t open_brace(struct qc_str line)
{
    struct qc_inline_piece piece = { 0 };
    size_t open = line.len;
    while (qc_inline_next(line, &piece))
        if (piece.kind == QC_PIECE_BRACE)
            open = line.ptr[piece.begin] == '{' ? piece.begin : line.len;
        else if (piece.kind == QC_PIECE_REFERENCE)
            open = line.len;
    return open;
}

/* What is written replaces all up to the brace that closes, and closes when none does. */
static void complete_braces(struct lsp_completion *completion, size_t open)
{
    const struct qc_source *source = completion->document->qc->source;
    struct qc_str rest =
        qc_str_slice(source->text, completion->offset, qc_line_of(source, completion->offset).end);
    size_t close = 0;
    while (close < rest.len && rest.ptr[close] != '}' && rest.ptr[close] != '{')
        close++;
    if (close < rest.len && rest.ptr[close] == '}')
        completion->end += (uint32_t)close;
    else
        completion->ending = QC_STR("}");
    struct qc_str typed = qc_str_skip(completion->line, open + 1);
    lsp_complete_from(completion, qc_str_skip(typed, qc_blank_prefix(typed)));
    lsp_complete_braces(completion);
}

enum part { IN_HEADER, IN_BODY, BEHIND_BODY };

static enum part part_of(const struct lsp_completion *completion, uint32_t line_begin)
{
    const struct qc_tree *tree = completion->document->qc->tree;
    if ((tree->closing != NULL && tree->closing->key.begin < line_begin) ||
        (tree->recipients != NULL && tree->recipients->key.begin < line_begin))
        return BEHIND_BODY;
    return tree->root->first_child != NULL && tree->root->first_child->marker.begin < line_begin
               ? IN_BODY
               : IN_HEADER;
}

static void complete(struct lsp_completion *completion)
{
    uint32_t line_begin = completion->offset - (uint32_t)completion->line.len;
    size_t open = open_brace(completion->line);
    if (open < completion->line.len) {
        complete_braces(completion, open);
        return;
    }
    lsp_complete_from(completion, qc_str_skip(completion->line, qc_blank_prefix(completion->line)));
    switch (part_of(completion, line_begin)) {
    case IN_HEADER:
        lsp_complete_header(completion);
        break;
    case IN_BODY:
        lsp_complete_markers(completion);
        lsp_complete_endings(completion);
        break;
    case BEHIND_BODY:
        lsp_complete_endings(completion);
        break;
    }
}

/* ---- the requests -------------------------------------------------------------------------- */

json_t *lsp_completion(struct lsp_server *server, struct lsp_document *document, const json_t *params,
                       struct lsp_error *error)
{
    struct lsp_completion completion = { .server = server, .document = document };
    if (!lsp_read_offset(server, document, lsp_get(params, "position"), &completion.offset))
        return lsp_fail(error, LSP_INVALID_PARAMS, "no position");
    completion.end = completion.offset;
    document->qc->cx.arena.out_of_memory = server->scratch.out_of_memory;
    const struct qc_source *source = document->qc->source;
    completion.line =
        qc_str_slice(source->text, qc_line_of(source, completion.offset).begin, completion.offset);
    completion.items = json_array();
    complete(&completion);
    json_t *list = json_object();
    json_object_set_new_nocheck(list, "isIncomplete", json_boolean(completion.incomplete));
    json_object_set_new_nocheck(list, "items", completion.items);
    return list;
}

json_t *lsp_resolve_completion(struct lsp_server *server, const json_t *params, struct lsp_error *error)
{
    const char *name = lsp_get_string(params, "data.instrument");
    json_int_t keyword = lsp_get_integer(params, "data.keyword", -1),
               field = lsp_get_integer(params, "data.field", -1);
    const struct qc_instrument *entry =
        name == NULL ? NULL : qc_registry_name(&server->scratch, qc_str_from(name));
    struct lsp_note note = lsp_note_new(server, server->client.item_markdown);
    if (!json_is_object(params))
        return lsp_fail(error, LSP_INVALID_PARAMS, "no item");
    json_t *item = json_copy((json_t *)params); /* the copy is ours */
    if (entry != NULL)
        lsp_describe_instrument(&note, entry);
    else if (keyword >= 0 && keyword < QC_KW_COUNT)
        lsp_describe_keyword(&note, qc_keyword_info((enum qc_keyword_id)keyword));
    else if (field >= 0 && field < QC_F_COUNT)
        lsp_describe_keyword(&note, qc_field_info((enum qc_field_id)field));
    else
        return item;
    json_object_set_new_nocheck(item, "documentation", lsp_note_markup(&note));
    return item;
}
