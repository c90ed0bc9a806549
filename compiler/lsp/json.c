/*
 * json.c - reading what the editor sent, which may be of any shape, and texts for it.
 *
 * Owns nothing.
 */
#include "lsp/server.h"

#include "base/utf8.h"

json_t *lsp_get(const json_t *json, const char *path)
{
    char key[64];
    while (json != NULL) {
        size_t length = strcspn(path, ".");
        if (length >= sizeof key)
            return NULL;
        memcpy(key, path, length);
        key[length] = '\0';
        json_t *member = json_object_get(json, key);
        if (path[length] == '\0')
            return member;
        json = member;
        path += length + 1;
    }
    return NULL;
}

const char *lsp_get_string(const json_t *json, const char *path)
{
    return json_string_value(lsp_get(json, path));
}

json_int_t lsp_get_integer(const json_t *json, const char *path, json_int_t otherwise)
{
    const json_t *member = lsp_get(json, path);
    return json_is_integer(member) ? json_integer_value(member) : otherwise;
}

bool lsp_get_bool(const json_t *json, const char *path)
{
    return json_is_true(lsp_get(json, path));
}

json_t *lsp_string(struct lsp_server *server, struct qc_str text)
{
    if (text.len == 0)
        return json_string("");
    if (qc_utf8_invalid(text.ptr, text.len) == text.len)
        return json_stringn_nocheck(text.ptr, text.len);
    struct qc_str valid = qc_str_copy(&server->scratch, text);
    char *bytes = (char *)valid.ptr; /* the copy is ours */
    for (size_t at = 0; at < valid.len; at++) {
        at += qc_utf8_invalid(bytes + at, valid.len - at);
        if (at < valid.len)
            bytes[at] = '?';
    }
    return json_stringn_nocheck(valid.ptr, valid.len);
}

const char *lsp_json_version(void)
{
    return jansson_version_str();
}
