/*
 * publish.c - the findings of open documents, as the editor shows them.
 *
 * A finding in another file is shown where the document uses that file, with
 * the place in it as related information: so each document has only findings
 * of its own, whichever others are open.
 */
#include "lsp/place.h"

#include "base/limits.h"
#include "lsp/uri.h"

enum { SEVERITY_ERROR = 1, SEVERITY_WARNING, SEVERITY_INFORMATION };
enum { TAG_UNNECESSARY = 1, TAG_DEPRECATED };

static int severity_of(enum qc_level level)
{
    static const int severities[] = { SEVERITY_INFORMATION, SEVERITY_WARNING, SEVERITY_ERROR };
    return severities[level];
}

/* 0: none. */
static int tag_of(enum qc_diag_id id)
{
    switch (id) {
    case QC_D_name_unused:
    case QC_D_allow_unused:
        return TAG_UNNECESSARY;
    case QC_D_basis_ended:
    case QC_D_basis_ended_likely:
        return TAG_DEPRECATED;
    default:
        return 0;
    }
}

struct qc_span lsp_shown_at(const struct lsp_document *document, struct qc_span span)
{
    for (unsigned depth = 0; span.file != 0 && depth <= QC_MAX_INCLUDE_DEPTH; depth++)
        span = document->qc->cx.sources.files.items[span.file]->used_from;
    return span.file == 0 ? span : (struct qc_span){ 0 };
}

static void add_related(struct lsp_server *server, struct lsp_document *document, json_t *list,
                        struct qc_span span, struct qc_str text)
{
    json_t *location = lsp_location(server, document, span);
    if (location == NULL)
        return;
    json_t *related = json_object();
    json_object_set_new_nocheck(related, "location", location);
    json_object_set_new_nocheck(related, "message", lsp_string(server, text));
    json_array_append_new(list, related);
}

/* Notes with a place are related information; the others stand below the message. */
static struct qc_str message_of(struct lsp_server *server, const struct qc_diagnostic *d)
{
    struct qc_str message = d->text[qc_lang_of(server->language)];
    for (size_t i = 0; i < d->notes.count; i++) {
        const struct qc_note *note = &d->notes.items[i];
        if (note->has_span && server->client.related)
            continue;
        struct qc_str text = note->text[qc_lang_of(server->language)];
        message = qc_str_format(&server->scratch, "%.*s\n%.*s", QC_STR_ARGS(message), QC_STR_ARGS(text));
    }
    return message;
}

/* A file as the document would name it: from its own directory, if it lies below. */
static struct qc_str name_of(struct lsp_server *server, const struct lsp_document *document, uint32_t file)
{
    struct qc_str name = document->qc->cx.sources.files.items[file]->name;
    if (document->path == NULL || !qc_str_starts(name, QC_STR("/")))
        return name;
    name = lsp_path_normal(&server->scratch, name);
    size_t directory = (size_t)(strrchr(document->path, '/') - document->path) + 1;
    bool below = qc_str_starts(name, (struct qc_str){ document->path, directory });
    return below ? qc_str_skip(name, directory) : name;
}

/* Where the finding is shown, and what is said there. */
static void add_place(struct lsp_server *server, struct lsp_document *document, const struct qc_diagnostic *d,
                      json_t *json)
{
    struct qc_str message = message_of(server, d);
    struct qc_span span = d->span;
    json_t *related = json_array();
    if (span.file != 0) {
        struct qc_str name = name_of(server, document, span.file);
        add_related(server, document, related, span, d->text[qc_lang_of(server->language)]);
        message = lsp_format(server, LSP_MSG(used_file), QC_STR_ARGS(name), QC_STR_ARGS(message));
        span = lsp_shown_at(document, span);
    }
    for (size_t i = 0; i < d->notes.count; i++)
        if (d->notes.items[i].has_span)
            add_related(server, document, related, d->notes.items[i].span,
                        d->notes.items[i].text[qc_lang_of(server->language)]);
    json_object_set_new_nocheck(json, "range", lsp_range(server, document, span));
    json_object_set_new_nocheck(json, "message", lsp_string(server, message));
    if (server->client.related && json_array_size(related) > 0)
        json_object_set_nocheck(json, "relatedInformation", related);
    json_decref(related);
}

json_t *lsp_diagnostic(struct lsp_server *server, struct lsp_document *document,
                       const struct qc_diagnostic *d)
{
    json_t *json = json_object();
    add_place(server, document, d, json);
    json_object_set_new_nocheck(json, "severity", json_integer(severity_of(d->level)));
    json_object_set_new_nocheck(json, "code", json_string(qc_diag_info(d->id).code));
    json_object_set_new_nocheck(json, "source", json_string("qc"));
    if (tag_of(d->id) != 0) {
        json_t *tags = json_array();
        json_array_append_new(tags, json_integer(tag_of(d->id)));
        json_object_set_new_nocheck(json, "tags", tags);
    }
    return json;
}

/* How many there are beyond those that are shown. */
static json_t *more(struct lsp_server *server, struct lsp_document *document, size_t count)
{
    json_t *json = json_object();
    struct qc_str message = lsp_format(server, LSP_MSG(more_findings), count);
    json_object_set_new_nocheck(json, "range", lsp_byte_range(server, document, 0, 0));
    json_object_set_new_nocheck(json, "message", lsp_string(server, message));
    json_object_set_new_nocheck(json, "severity", json_integer(SEVERITY_INFORMATION));
    json_object_set_new_nocheck(json, "source", json_string("qc"));
    return json;
}

/* Takes the reference to diagnostics. */
static void send_diagnostics(struct lsp_server *server, const struct lsp_document *document,
                             json_t *diagnostics)
{
    json_t *params = json_object();
    json_object_set_new_nocheck(params, "uri", json_string(document->uri));
    json_object_set_new_nocheck(params, "version", json_integer(document->version));
    json_object_set_new_nocheck(params, "diagnostics", diagnostics);
    lsp_notify(server, "textDocument/publishDiagnostics", params);
}

bool lsp_publish_next(struct lsp_server *server)
{
    struct lsp_document *document = server->documents;
    while (document != NULL && !document->unpublished)
        document = document->next;
    if (document == NULL || server->phase != LSP_RUNNING)
        return false;
    lsp_compile(server, document);
    const struct qc_compilation *cx = &document->qc->cx;
    size_t shown =
        cx->diagnostics.count < LSP_MOST_DIAGNOSTICS ? cx->diagnostics.count : LSP_MOST_DIAGNOSTICS;
    size_t left = cx->diagnostics.count - shown + cx->dropped;
    json_t *diagnostics = lsp_must(server, json_array());
    for (size_t i = 0; i < shown; i++)
        json_array_append_new(diagnostics, lsp_diagnostic(server, document, cx->diagnostics.items[i]));
    if (left > 0)
        json_array_append_new(diagnostics, more(server, document, left));
    send_diagnostics(server, document, diagnostics);
    document->unpublished = false;
    return true;
}

void lsp_publish_none(struct lsp_server *server, const struct lsp_document *document)
{
    send_diagnostics(server, document, lsp_must(server, json_array()));
}
