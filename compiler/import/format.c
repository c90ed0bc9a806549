/*
 * format.c - which format a file is in.
 */
#include "import/format.h"

#include "base/utf8.h"

static const char *const names[IMPORT_FORMAT_COUNT] = {
    [IMPORT_TEXT] = "text",
    [IMPORT_MARKDOWN] = "markdown",
    [IMPORT_DOCX] = "docx",
    [IMPORT_HTML] = "html",
};

static const struct {
    struct qc_str ending;
    enum import_format format;
} endings[] = {
    { { ".md", 3 }, IMPORT_MARKDOWN }, { { ".markdown", 9 }, IMPORT_MARKDOWN },
    { { ".html", 5 }, IMPORT_HTML },   { { ".htm", 4 }, IMPORT_HTML },
    { { ".xhtml", 6 }, IMPORT_HTML },  { { ".docx", 5 }, IMPORT_DOCX },
    { { ".docm", 5 }, IMPORT_DOCX },
};

static const struct {
    struct qc_str sign;
    size_t offset;
    struct import_foreign foreign;
} foreigns[] = {
#define IMPORT_FOREIGN(sign, offset, command, vi, en)                                                        \
    { { sign, sizeof sign - 1 }, offset, { { vi, en }, command } },
#include "import/foreign.def"
};

const char *qc_import_format_name(enum import_format format)
{
    return names[format];
}

enum import_format qc_import_format_find(const char *name)
{
    unsigned i = 0;
    while (i < IMPORT_FORMAT_COUNT && strcmp(names[i], name) != 0)
        i++;
    return (enum import_format)i;
}

static bool has_at(struct qc_str bytes, size_t offset, struct qc_str sign)
{
    return bytes.len >= offset && qc_str_starts(qc_str_skip(bytes, offset), sign);
}

const struct import_foreign *qc_import_foreign(struct qc_str bytes)
{
    for (size_t i = 0; i < sizeof foreigns / sizeof *foreigns; i++)
        if (has_at(bytes, foreigns[i].offset, foreigns[i].sign))
            return &foreigns[i].foreign;
    return NULL;
}

/* The first letters of a file in small ones, without a byte order mark, the zeros of UTF-16 and blanks before them. */
static size_t opening(struct qc_str bytes, char *out, size_t room)
{
    enum { LOOKED_AT = 2048 };
    size_t length = 0;
    for (size_t i = 0; i < bytes.len && i < LOOKED_AT && length < room; i++) {
        unsigned char c = (unsigned char)bytes.ptr[i];
        if (c == 0 || c >= 0x80 || (length == 0 && c <= ' '))
            continue;
        out[length++] = (char)qc_lower(c);
    }
    return length;
}

/* HTML says so at its top, behind a declaration of XML or a comment. */
static bool is_html(struct qc_str bytes)
{
    enum { OPENING = 1024 };
    char small[OPENING];
    struct qc_str text = { small, opening(bytes, small, sizeof small) };
    if (!qc_str_starts(text, QC_STR("<")))
        return false;
    return qc_str_find(text, QC_STR("<html")) < text.len ||
           qc_str_find(text, QC_STR("<!doctype html")) < text.len ||
           qc_str_find(text, QC_STR("<body")) < text.len || qc_str_find(text, QC_STR("<head")) < text.len;
}

enum import_format qc_import_format_of(struct qc_str bytes, struct qc_str name)
{
    if (qc_str_starts(bytes, QC_STR("PK\3\4")) || qc_str_starts(bytes, QC_STR("PK\5\6")))
        return IMPORT_DOCX;
    if (is_html(bytes))
        return IMPORT_HTML;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct qc_str ending = endings[i].ending;
        if (name.len <= ending.len)
            continue;
        struct qc_str last = qc_str_skip(name, name.len - ending.len);
        size_t same = 0;
        while (same < ending.len &&
               qc_lower((unsigned char)last.ptr[same]) == (unsigned char)ending.ptr[same])
            same++;
        if (same == ending.len)
            return endings[i].format;
    }
    return IMPORT_TEXT;
}
