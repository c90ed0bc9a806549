/*
 * lifecycle.c - how a session begins and ends: what the editor can do, and what qc offers.
 */
#include <strings.h>

#include "lsp/server.h"

/* The first of the editor's encodings that there is; UTF-16 when it names none (LSP 3.17, "PositionEncodingKind").
 * An editor that counts otherwise and cannot say so in its capabilities says it in its options: ALE counts bytes. */
static const char *const units[QC_UNIT_COUNT] = {
    [QC_UNIT_UTF16] = "utf-16",
    [QC_UNIT_UTF8] = "utf-8",
    [QC_UNIT_UTF32] = "utf-32",
};

static enum qc_code_unit choose_unit(const json_t *params)
{
    const json_t *encodings = lsp_get(params, "capabilities.general.positionEncodings");
    if (encodings == NULL)
        encodings = lsp_get(params, "initializationOptions.positionEncodings");
    for (size_t i = 0; i < json_array_size(encodings); i++) {
        const char *name = json_string_value(json_array_get(encodings, i));
        for (int unit = 0; name != NULL && unit < QC_UNIT_COUNT; unit++)
            if (strcmp(name, units[unit]) == 0)
                return (enum qc_code_unit)unit;
    }
    return QC_UNIT_UTF16;
}

static enum qc_language choose_language(const struct lsp_server *server, const json_t *params)
{
    const char *name = lsp_get_string(params, "initializationOptions.language");
    if (name == NULL)
        name = lsp_get_string(params, "locale");
    if (name == NULL || strlen(name) < 2)
        return server->language;
    bool whole = name[2] == '\0' || name[2] == '-' || name[2] == '_';
    return whole && strncasecmp(name, "vi", 2) == 0 ? QC_VIETNAMESE : QC_ENGLISH;
}

static bool holds(const json_t *list, const char *name)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *one = json_string_value(json_array_get(list, i));
        if (one != NULL && strcmp(one, name) == 0)
            return true;
    }
    return false;
}

static void read_client(struct lsp_client *client, const json_t *params)
{
    const json_t *document = lsp_get(params, "capabilities.textDocument");
    const json_t *workspace = lsp_get(params, "capabilities.workspace");
    *client = (struct lsp_client){
        .symbol_tree = lsp_get_bool(document, "documentSymbol.hierarchicalDocumentSymbolSupport"),
        .resolves_edits = holds(lsp_get(document, "codeAction.resolveSupport.properties"), "edit") &&
                          lsp_get_bool(document, "codeAction.dataSupport"),
        .action_objects = lsp_get(document, "codeAction.codeActionLiteralSupport") != NULL,
        .versioned_edits = lsp_get_bool(workspace, "workspaceEdit.documentChanges"),
        .related = lsp_get_bool(document, "publishDiagnostics.relatedInformation"),
        .preferred = lsp_get_bool(document, "codeAction.isPreferredSupport"),
        .hover_markdown = holds(lsp_get(document, "hover.contentFormat"), "markdown"),
        .item_markdown =
            holds(lsp_get(document, "completion.completionItem.documentationFormat"), "markdown"),
        .prepares_rename = lsp_get_bool(document, "rename.prepareSupport"),
        .watches = lsp_get_bool(workspace, "didChangeWatchedFiles.dynamicRegistration"),
    };
}

json_t *lsp_initialize(struct lsp_server *server, const json_t *params, struct lsp_error *error)
{
    if (!json_is_object(params))
        return lsp_fail(error, LSP_INVALID_PARAMS, "no params");
    server->language = choose_language(server, params);
    server->unit = choose_unit(params);
    server->phase = LSP_RUNNING;
    read_client(&server->client, params);
    json_t *offers = json_object();
    json_object_set_new(offers, "positionEncoding", json_string(units[server->unit]));
    json_object_set_new(offers, "textDocumentSync",
                        json_pack("{s:b, s:i, s:b}", "openClose", 1, "change", 2, "save", 1));
    for (size_t i = 0; i < lsp_method_count; i++)
        if (lsp_methods[i].provider != NULL)
            json_object_set_new(offers, lsp_methods[i].provider,
                                json_loads(lsp_methods[i].value, JSON_DECODE_ANY, NULL));
    if (!server->client.prepares_rename)
        json_object_set_new(offers, "renameProvider", json_true()); /* it may not be told of options */
    return json_pack("{s:o, s:{s:s, s:s}}", "capabilities", offers, "serverInfo", "name", "qc", "version",
                     QC_VERSION);
}

void lsp_initialized(struct lsp_server *server, const json_t *params)
{
    (void)params;
    if (!server->client.watches)
        return;
    json_t *watchers = json_pack("[{s:s}, {s:s}]", "globPattern", "**/*.qc", "globPattern", "**/.qc.toml");
    json_t *registration =
        json_pack("{s:s, s:s, s:{s:o}}", "id", "files", "method", "workspace/didChangeWatchedFiles",
                  "registerOptions", "watchers", watchers);
    lsp_request(server, "client/registerCapability", json_pack("{s:[o]}", "registrations", registration));
}

json_t *lsp_shutdown(struct lsp_server *server, const json_t *params, struct lsp_error *error)
{
    (void)params;
    (void)error;
    server->phase = LSP_SHUT_DOWN;
    return NULL;
}

void lsp_nothing_to_do(struct lsp_server *server, const json_t *params)
{
    (void)server;
    (void)params;
}
