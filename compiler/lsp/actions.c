/*
 * actions.c - textDocument/codeAction: what qc can change by itself.
 *
 * A finding offers its fix and its acceptance, or that it was looked at; a unit, that those behind it
 * count on from it; the document, all safe fixes. What has to be tried out to
 * be known is left until the editor wants it, if it can wait (codeAction/resolve).
 */
#include "lsp/actions.h"

#include "lsp/find.h"
#include "lsp/place.h"

/* What is asked for. */
struct wish {
    struct lsp_server *server;
    struct lsp_document *document;
    struct qc_span span;
    const json_t *only; /* kinds, or NULL: all */
    json_t *actions;
};

/* Is a kind wanted: it, or one above it ("source" is above "source.fixAll")? */
static bool is_wanted(const struct wish *wish, const char *kind)
{
    if (wish->only == NULL)
        return true;
    for (size_t i = 0; i < json_array_size(wish->only); i++) {
        const char *one = json_string_value(json_array_get(wish->only, i));
        size_t length = one == NULL ? 0 : strlen(one);
        if (one != NULL && (length == 0 || (strncmp(kind, one, length) == 0 &&
                                            (kind[length] == '\0' || kind[length] == '.'))))
            return true;
    }
    return false;
}

static json_t *new_action(struct wish *wish, const char *kind, struct qc_str title)
{
    json_t *action = json_object();
    json_object_set_new_nocheck(action, "title", lsp_string(wish->server, title));
    json_object_set_new_nocheck(action, "kind", json_string(kind));
    return action;
}

/* ---- of a finding ------------------------------------------------------------ */

static bool touches(const struct wish *wish, const struct qc_diagnostic *d)
{
    struct qc_span shown = lsp_shown_at(wish->document, d->span);
    return shown.begin <= wish->span.end && shown.end >= wish->span.begin;
}

static void add_for_finding(struct wish *wish, const struct qc_diagnostic *d)
{
    struct lsp_remedy remedies[3];
    size_t count = 0;
    count += lsp_fix_of(wish->server, wish->document, d, &remedies[count]);
    count += lsp_look_of(wish->server, wish->document, d, &remedies[count]);
    count += lsp_acceptance_of(wish->server, wish->document, d, &remedies[count]);
    for (size_t i = 0; i < count; i++) {
        json_t *action = new_action(wish, "quickfix", remedies[i].title), *findings = json_array();
        json_array_append_new(findings, lsp_diagnostic(wish->server, wish->document, d));
        json_object_set_new_nocheck(action, "diagnostics", findings);
        if (remedies[i].safe && wish->server->client.preferred)
            json_object_set_new_nocheck(action, "isPreferred", json_true());
        json_object_set_new_nocheck(action, "edit", remedies[i].edit);
        json_array_append_new(wish->actions, action);
    }
}

static void add_for_findings(struct wish *wish)
{
    const struct qc_compilation *cx = &wish->document->qc->cx;
    qc_fixes_chain(cx);
    size_t shown =
        cx->diagnostics.count < LSP_MOST_DIAGNOSTICS ? cx->diagnostics.count : LSP_MOST_DIAGNOSTICS;
    for (size_t i = 0; i < shown; i++)
        if (touches(wish, cx->diagnostics.items[i]))
            add_for_finding(wish, cx->diagnostics.items[i]);
}

/* ---- what has to be tried out --------------------------------------------------- */

enum trial { TRIAL_FIX_ALL, TRIAL_RENUMBER };

/* The edit; NULL when there is nothing to change. */
static json_t *try_out(struct lsp_server *server, struct lsp_document *document, enum trial trial,
                       uint32_t offset)
{
    struct qc_context *qc = lsp_context_new(server);
    json_t *edit = NULL;
    if (lsp_compile_copy(server, document, qc))
        edit = trial == TRIAL_FIX_ALL ? lsp_try_all_fixes(server, document, qc)
                                      : lsp_try_renumbering(server, document, qc, offset);
    qc_context_free(qc);
    return edit;
}

/* Takes the reference to action. */
static void add_trial(struct wish *wish, json_t *action, enum trial trial, uint32_t offset)
{
    if (wish->server->client.resolves_edits) {
        json_t *data = json_pack("{s:s, s:I, s:i, s:I}", "uri", wish->document->uri, "version",
                                 wish->document->version, "trial", (int)trial, "offset", (json_int_t)offset);
        json_object_set_new_nocheck(action, "data", data);
        json_array_append_new(wish->actions, action);
        return;
    }
    json_t *edit = try_out(wish->server, wish->document, trial, offset);
    if (edit == NULL) {
        json_decref(action);
        return;
    }
    json_object_set_new_nocheck(action, "edit", edit);
    json_array_append_new(wish->actions, action);
}

static bool has_safe_fix(const struct qc_compilation *cx)
{
    for (size_t i = 0; i < cx->diagnostics.count; i++)
        if (cx->diagnostics.items[i]->fix_is_safe && qc_diag_has_fix(cx->diagnostics.items[i]))
            return true;
    return false;
}

static void add_fix_all(struct wish *wish)
{
    if (!has_safe_fix(&wish->document->qc->cx))
        return;
    json_t *action =
        new_action(wish, "source.fixAll.qc", qc_str_from(lsp_pick(wish->server, LSP_TEXT_fix_all)));
    add_trial(wish, action, TRIAL_FIX_ALL, 0);
}

static void add_renumbering(struct wish *wish)
{
    const struct qc_unit *unit = lsp_unit_at(wish->document, wish->span.begin);
    if (unit == NULL || !lsp_is_miscounted_behind(unit))
        return;
    struct qc_str title = lsp_format(wish->server, LSP_MSG(renumber), QC_STR_ARGS(qc_marker_text(&unit->marker)));
    add_trial(wish, new_action(wish, "refactor.rewrite", title), TRIAL_RENUMBER, unit->marker.begin);
}

/* ---- the requests ------------------------------------------------------------------ */

json_t *lsp_code_action(struct lsp_server *server, struct lsp_document *document, const json_t *params,
                        struct lsp_error *error)
{
    struct wish wish = { .server = server, .document = document, .only = lsp_get(params, "context.only") };
    if (!lsp_read_span(server, document, lsp_get(params, "range"), &wish.span))
        return lsp_fail(error, LSP_INVALID_PARAMS, "no range");
    if (!server->client.action_objects)
        return NULL; /* it knows commands only */
    if (!json_is_array(wish.only))
        wish.only = NULL;
    wish.actions = json_array();
    if (is_wanted(&wish, "quickfix"))
        add_for_findings(&wish);
    if (is_wanted(&wish, "refactor.rewrite"))
        add_renumbering(&wish);
    if (is_wanted(&wish, "source.fixAll.qc"))
        add_fix_all(&wish);
    return wish.actions;
}

json_t *lsp_resolve_action(struct lsp_server *server, const json_t *params, struct lsp_error *error)
{
    const char *uri = lsp_get_string(params, "data.uri");
    struct lsp_document *document = uri == NULL ? NULL : lsp_document_find(server, uri);
    json_int_t trial = lsp_get_integer(params, "data.trial", -1),
               offset = lsp_get_integer(params, "data.offset", -1);
    if (document == NULL || (trial != TRIAL_FIX_ALL && trial != TRIAL_RENUMBER) || offset < 0 ||
        offset > UINT32_MAX)
        return lsp_fail(error, LSP_INVALID_PARAMS, "not one of the actions that were offered");
    if (lsp_get_integer(params, "data.version", -1) != document->version)
        return lsp_fail(error, LSP_CONTENT_MODIFIED, "the document has changed");
    lsp_compile(server, document);
    json_t *action = json_copy((json_t *)params); /* the copy is ours */
    json_t *edit = document->qc->document == NULL
                       ? NULL
                       : try_out(server, document, (enum trial)trial, (uint32_t)offset);
    if (edit != NULL)
        json_object_set_new_nocheck(action, "edit", edit);
    return action;
}
