/*
 * uri.c - file: URIs and paths.
 */
#include "lsp/uri.h"

#include <strings.h>

static int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    char small = (char)(digit | 32);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/* Undoes %XX. False when it is malformed, or a zero byte. */
static bool decode(struct qc_buf *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text != '%') {
            qc_buf_char(out, *text);
            continue;
        }
        int high = hex_value(text[1]), low = high < 0 ? -1 : hex_value(text[2]);
        if (low < 0 || high * 16 + low == 0)
            return false;
        qc_buf_char(out, (char)(high * 16 + low));
        text += 2;
    }
    return true;
}

const char *lsp_uri_path(struct qc_arena *arena, const char *uri)
{
    static const char scheme[] = "file://", local[] = "localhost";
    struct qc_buf path = { .arena = arena };
    if (strncasecmp(uri, scheme, strlen(scheme)) != 0)
        return NULL;
    uri += strlen(scheme);
    if (strncasecmp(uri, local, strlen(local)) == 0)
        uri += strlen(local);
    if (*uri != '/' || !decode(&path, uri))
        return NULL;
    qc_buf_char(&path, '\0');
    return path.ptr;
}

struct qc_str lsp_uri_of(struct qc_arena *arena, struct qc_str path)
{
    struct qc_buf uri = { .arena = arena };
    qc_buf_add(&uri, QC_STR("file://"));
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];
        bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     (c != '\0' && strchr("/-._~", c) != NULL);
        if (plain)
            qc_buf_char(&uri, (char)c);
        else
            qc_buf_add(&uri, qc_str_format(arena, "%%%02X", c));
    }
    return qc_buf_str(&uri);
}

struct qc_str lsp_path_normal(struct qc_arena *arena, struct qc_str path)
{
    struct qc_buf out = { .arena = arena };
    while (path.len > 0) {
        size_t length = qc_str_find(path, QC_STR("/"));
        struct qc_str name = qc_str_slice(path, 0, length);
        path = qc_str_skip(path, length < path.len ? length + 1 : length);
        if (name.len == 0 || qc_str_equal(name, QC_STR(".")))
            continue;
        if (qc_str_equal(name, QC_STR(".."))) {
            while (out.len > 0 && out.ptr[--out.len] != '/')
                ;
            continue;
        }
        qc_buf_char(&out, '/');
        qc_buf_add(&out, name);
    }
    return out.len == 0 ? QC_STR("/") : qc_buf_str(&out);
}
