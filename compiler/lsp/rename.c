/*
 * rename.c - textDocument/prepareRename and rename: labels, and names that a
 * document, or a file of its project, declares.
 *
 * All that means the name changes, or nothing: what is not certain is said,
 * and the user decides. A party keeps its other names.
 */
#include "base/limits.h"
#include "base/utf8.h"
#include "lsp/edits.h"
#include "lsp/place.h"
#include "lsp/uses.h"
#include "source/below.h"
#include "source/file.h"
#include "source/position.h"

/* What is to get another name. */
struct renaming {
    struct lsp_server *server;
    struct lsp_document *document;
    struct lsp_thing thing;
    const struct qc_name *name; /* or NULL: a label */
    struct lsp_error *error;
};

static bool refuse(struct renaming *renaming, struct qc_str message)
{
    lsp_fail(renaming->error, LSP_REQUEST_FAILED, qc_str_terminated(&renaming->server->scratch, message));
    return false;
}

static bool refuse_for(struct renaming *renaming, enum lsp_text reason)
{
    return refuse(renaming, qc_str_from(lsp_pick(renaming->server, reason)));
}

/* ---- may it get another name? ---------------------------------------------------- */

static struct qc_str typed(const struct lsp_document *document, const struct lsp_thing *thing)
{
    return qc_source_text(&document->qc->cx.sources, thing->span);
}

/* The name by which a party is mentioned; NULL of its full name, which is no name for braces. */
static const struct qc_name *name_of_mention(struct lsp_server *server, const struct lsp_document *document,
                                             const struct lsp_thing *mention)
{
    const struct qc_name *twin;
    const struct qc_name *name =
        qc_symbols_name(document->qc->document->symbols, &server->scratch, typed(document, mention), &twin);
    return name != NULL && name->declaration == mention->party->declaration ? name : NULL;
}

/* Is it the document itself, or a file of its project? */
static bool may_be_changed(const struct renaming *renaming, const struct lsp_document *document,
                           uint32_t file)
{
    const struct qc_source *source = document->qc->cx.sources.files.items[file];
    struct qc_arena *arena = &renaming->server->scratch;
    if (file == 0)
        return true;
    const char *root = document->path == NULL ? NULL : qc_project_root(arena, document->path);
    return !source->built_in && root != NULL &&
           qc_path_is_inside(root, qc_str_terminated(arena, source->name));
}

/* False with no error: nothing stands there that could have another name. */
static bool may_rename(struct renaming *renaming)
{
    const struct lsp_thing *thing = &renaming->thing;
    if (thing->kind == LSP_LABEL)
        return true;
    if (thing->kind == LSP_MENTION)
        renaming->name = name_of_mention(renaming->server, renaming->document, thing);
    else if (thing->kind == LSP_NAME)
        renaming->name = thing->name;
    else
        return false;
    const struct qc_name *name = renaming->name;
    if (name == NULL || name->declaration == NULL)
        return refuse_for(renaming,
                          thing->kind == LSP_MENTION ? LSP_TEXT_rename_full_name : LSP_TEXT_rename_language);
    if (name->declaration->keyword->id == QC_KW_ABBREVIATION)
        return refuse_for(renaming, LSP_TEXT_rename_abbreviation);
    return may_be_changed(renaming, renaming->document, name->span.file) ||
           refuse_for(renaming, LSP_TEXT_rename_library);
}

static bool begin(struct renaming *renaming, const json_t *params)
{
    return lsp_thing_asked(renaming->server, renaming->document, params, &renaming->thing, renaming->error) &&
           may_rename(renaming);
}

/* ---- is the new name one? ----------------------------------------------------------- */

static bool holds_any(struct qc_str text, const char *bytes)
{
    for (size_t i = 0; i < text.len; i++)
        if (strchr(bytes, text.ptr[i]) != NULL || (unsigned char)text.ptr[i] < ' ')
            return true;
    return false;
}

/* What would end a name, open another one, or be markup where a party is mentioned. */
static bool is_name(const struct renaming *renaming, struct qc_str name)
{
    bool party = renaming->name != NULL && renaming->name->kind == QC_NAME_PARTY;
    if (name.len == 0 || name.len > QC_MAX_NAME_BYTES || holds_any(name, party ? "{}\\=,;*`[]<>" : "{}\\="))
        return false;
    return name.ptr[0] != '#' && name.ptr[0] != '@';
}

static bool is_taken(const struct renaming *renaming, const struct lsp_document *document,
                     const struct lsp_thing *thing, struct qc_str name)
{
    const struct qc_symbols *symbols = document->qc->document->symbols;
    struct qc_arena *arena = &renaming->server->scratch;
    struct qc_str key = qc_name_key(arena, name), bare = qc_name_bare(arena, key), stem;
    if (renaming->name == NULL) {
        const struct qc_label *label = qc_map_get(&symbols->labels_by_bare, bare);
        return label != NULL && label != thing->label;
    }
    const struct qc_name *own =
        thing->name != NULL ? thing->name : name_of_mention(renaming->server, document, thing);
    const struct qc_name *exact = qc_map_get(&symbols->names_by_key, key),
                         *other = qc_map_get(&symbols->names_by_bare, bare);
    const struct qc_name *twin,
        *word = qc_name_split_index(name, &stem) > 0 ? qc_symbols_name(symbols, arena, stem, &twin) : NULL;
    return (exact != NULL && exact != own) || (other != NULL && (other != own || other->twin != NULL)) ||
           (word != NULL && word->kind == QC_NAME_KEYWORD) || qc_registry_find(arena, name) != NULL;
}

/* ---- where it stands ------------------------------------------------------------------- */

/* Is it this name, among all that the party is called? */
static bool is_named(const struct renaming *renaming, const struct lsp_use *use)
{
    const struct lsp_thing *thing = &use->thing;
    struct qc_arena *arena = &renaming->server->scratch;
    if (renaming->name == NULL)
        return thing->kind == LSP_LABEL;
    if (thing->kind == LSP_NAME)
        return thing->name != NULL && qc_str_equal(thing->name->key, renaming->name->key);
    return thing->kind == LSP_MENTION &&
           qc_str_equal(qc_name_key(arena, typed(use->document, thing)), renaming->name->key);
}

/* Written in other capitals than declared, nobody knows whether it is the party. */
static bool is_certain(const struct lsp_use *use)
{
    return use->thing.kind != LSP_MENTION || use->thing.exact;
}

/* The new name where it stands; in a heading in capitals, or at the start of a sentence, with those of the old one. */
static struct qc_str name_there(const struct renaming *renaming, const struct lsp_use *use,
                                struct qc_str name)
{
    struct qc_arena *arena = &renaming->server->scratch;
    struct qc_str old = typed(use->document, &use->thing);
    size_t n, m;
    unsigned first = qc_utf8_decode(old, 0, &n);
    if (use->thing.kind == LSP_MENTION && qc_str_is_capitals(old) &&
        !qc_str_is_capitals(renaming->name->name))
        return qc_str_upper(arena, name);
    if (use->thing.kind != LSP_MENTION || !qc_is_upper(first) ||
        qc_is_upper(qc_utf8_decode(renaming->name->name, 0, &n)))
        return name;
    qc_utf8_decode(name, 0, &m);
    struct qc_str capital = qc_str_upper(arena, qc_str_slice(name, 0, m));
    return qc_str_format(arena, "%.*s%.*s", QC_STR_ARGS(capital), QC_STR_ARGS(qc_str_skip(name, m)));
}

/* ---- the change --------------------------------------------------------------------------- */

/* Looks at every place before any is changed. */
static bool check_uses(struct renaming *renaming, const struct lsp_uses *uses, struct qc_str name)
{
    if (uses->built_in)
        return refuse_for(renaming, LSP_TEXT_rename_library);
    for (size_t i = 0; i < uses->items.count; i++) {
        const struct lsp_use *use = &uses->items.items[i];
        if (!is_named(renaming, use))
            continue;
        if (!may_be_changed(renaming, use->document, use->thing.span.file))
            return refuse_for(renaming, LSP_TEXT_rename_library);
        if (is_taken(renaming, use->document, &use->thing, name))
            return refuse(renaming, lsp_format(renaming->server, LSP_MSG(rename_taken), QC_STR_ARGS(name)));
        const struct qc_source *source = use->document->qc->cx.sources.files.items[use->thing.span.file];
        if (!is_certain(use))
            return refuse(renaming, lsp_format(renaming->server, LSP_MSG(rename_doubt),
                                               QC_STR_ARGS(typed(use->document, &use->thing)),
                                               qc_line_of(source, use->thing.span.begin).number));
    }
    return true;
}

static json_t *edit_of(const struct renaming *renaming, const struct lsp_uses *uses, struct qc_str name)
{
    json_t *files = json_object(), *edit = json_object(), *edits;
    const char *uri;
    for (size_t i = 0; i < uses->items.count; i++) {
        const struct lsp_use *use = &uses->items.items[i];
        if (!is_named(renaming, use))
            continue;
        json_t *file = lsp_source_uri(renaming->server, use->document, use->thing.span.file);
        if (json_object_get(files, json_string_value(file)) == NULL)
            json_object_set_new(files, json_string_value(file), json_array());
        json_t *range = lsp_range(renaming->server, use->document, use->thing.span);
        json_array_append_new(json_object_get(files, json_string_value(file)),
                              lsp_text_edit(renaming->server, range, name_there(renaming, use, name)));
        json_decref(file);
    }
    json_object_foreach(files, uri, edits)
        lsp_add_file(renaming->server, edit, json_string(uri), json_incref(edits));
    json_decref(files);
    return edit;
}

json_t *lsp_rename(struct lsp_server *server, struct lsp_document *document, const json_t *params,
                   struct lsp_error *error)
{
    struct renaming renaming = { .server = server, .document = document, .error = error };
    struct lsp_uses uses = { 0 };
    const char *wanted = lsp_get_string(params, "newName");
    if (wanted == NULL)
        return lsp_fail(error, LSP_INVALID_PARAMS, "no new name");
    if (!begin(&renaming, params)) {
        if (error->code == 0)
            refuse_for(&renaming, LSP_TEXT_rename_nothing);
        return NULL;
    }
    struct qc_str name = qc_str_trim(qc_nfc(&server->scratch, qc_str_from(wanted)));
    if (!is_name(&renaming, name)) {
        refuse_for(&renaming, LSP_TEXT_rename_form);
        return NULL;
    }
    lsp_uses_find(server, document, &renaming.thing, false, &uses);
    return check_uses(&renaming, &uses, name) ? edit_of(&renaming, &uses, name) : NULL;
}

json_t *lsp_prepare_rename(struct lsp_server *server, struct lsp_document *document, const json_t *params,
                           struct lsp_error *error)
{
    struct renaming renaming = { .server = server, .document = document, .error = error };
    if (!begin(&renaming, params))
        return NULL;
    json_t *json = json_object();
    struct qc_str old = renaming.name != NULL ? renaming.name->name : renaming.thing.label->name;
    json_object_set_new_nocheck(json, "range", lsp_range(server, document, renaming.thing.span));
    json_object_set_new_nocheck(json, "placeholder", lsp_string(server, old));
    return json;
}
