/*
 * url.c - addresses of links, for every format.
 *
 * Owns the bytes of a URI (RFC 3986). Must not escape for a format: that
 * comes after. Which schemes may be linked to, inline/link.c says.
 */
#include "emit/parts.h"

/* Letters and digits apart, what a URI may hold. */
static const char MARKS[] = "-._~:/?#@!$&'()*+,;=";

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/* May the byte at i stand as it is? Brackets may around the address of a host, "[::1]". */
static bool may_stand(struct qc_str url, size_t i, bool in_host, bool in_fragment)
{
    char c = url.ptr[i];
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
        return true;
    if (c == '%')
        return url.len - i > 2 && is_hex(url.ptr[i + 1]) && is_hex(url.ptr[i + 2]);
    if (c == '[' || c == ']')
        return in_host;
    if (c == '#')
        return !in_fragment;
    return c != '\0' && strchr(MARKS, c) != NULL;
}

struct qc_str qc_url_encode(struct qc_arena *arena, struct qc_str url)
{
    static const char HEX[] = "0123456789ABCDEF";
    struct qc_buf buf = { .arena = arena };
    size_t host = qc_str_find(url, QC_STR("://"));
    bool in_host = false, in_fragment = false;
    for (size_t i = 0; i < url.len; i++) {
        char c = url.ptr[i];
        if (host < url.len && i == host + 3)
            in_host = true;
        if (c == '/' || c == '?' || c == '#')
            in_host = false;
        if (may_stand(url, i, in_host, in_fragment)) {
            qc_buf_char(&buf, c);
        } else {
            qc_buf_char(&buf, '%');
            qc_buf_char(&buf, HEX[(unsigned char)c >> 4]);
            qc_buf_char(&buf, HEX[(unsigned char)c & 15]);
        }
        in_fragment = in_fragment || c == '#';
    }
    return qc_buf_str(&buf);
}
