/*
 * importing.c - the public functions that make documents in the language of old ones.
 *
 * Must not read or write files; the bytes come from the caller, and where the
 * texts go is the caller's.
 */
#include "context.h"

#include "base/limits.h"
#include "check/check.h"
#include "import/format.h"
#include "import/import.h"
#include "import/readers.h"

_Static_assert(QC_IMPORT_LIMIT == QC_MAX_IMPORT_BYTES, "the limit that qc.h promises is the one that holds");

static struct qc_str file_name(struct qc_str path)
{
    for (size_t i = path.len; i > 0; i--)
        if (path.ptr[i - 1] == '/')
            return qc_str_skip(path, i);
    return path;
}

/* The name of a file without its ending. */
static struct qc_str stem_of(struct qc_str path)
{
    struct qc_str name = file_name(path);
    for (size_t i = name.len; i > 1; i--)
        if (name.ptr[i - 1] == '.')
            return qc_str_slice(name, 0, i - 1);
    return name;
}

/* A name for the shell: in quotes when it has more than plain characters. */
static struct qc_str quoted(struct qc_arena *arena, const char *name)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/-";
    struct qc_buf out = { .arena = arena };
    if (name[0] != '\0' && name[0] != '-' && strspn(name, plain) == strlen(name))
        return qc_str_from(name);
    qc_buf_add(&out, name[0] == '-' ? QC_STR("'./") : QC_STR("'"));
    for (; *name != '\0'; name++)
        qc_buf_add(&out, *name == '\'' ? QC_STR("'\\''") : (struct qc_str){ name, 1 });
    qc_buf_char(&out, '\'');
    return qc_buf_str(&out);
}

static void explain_foreign(struct qc_arena *arena, const struct import_foreign *foreign, const char *name,
                            struct qc_imported *imported)
{
    static const char *const be[] = { "là", "is" };
    struct qc_str command = qc_str_from(foreign->command);
    size_t at = qc_str_find(command, QC_STR("FILE"));
    for (size_t i = 0; i < 2; i++)
        imported->fault[i] = qc_str_terminated(arena, qc_str_format(arena, "%s %s", be[i], foreign->what[i]));
    if (command.len > 0) {
        struct qc_str file = quoted(arena, name), rest = qc_str_skip(command, at + sizeof "FILE" - 1);
        imported->convert =
            qc_str_terminated(arena, qc_str_format(arena, "%.*s%.*s%.*s", (int)at, command.ptr,
                                                   QC_STR_ARGS(file), QC_STR_ARGS(rest)));
    }
}

static enum import_fault read_page(struct qc_arena *arena, enum import_format format, struct qc_str bytes,
                                   enum import_encoding encoding, struct import_page *page)
{
    switch (format) {
    case IMPORT_DOCX:
        return qc_import_read_docx(arena, bytes, page);
    case IMPORT_HTML:
        return qc_import_read_html(arena, bytes, encoding, page);
    case IMPORT_MARKDOWN:
        return qc_import_read_markdown(arena, bytes, encoding, page);
    case IMPORT_TEXT:
    case IMPORT_FORMAT_COUNT:
        break;
    }
    return qc_import_read_text(arena, bytes, encoding, page);
}

static size_t count_furniture(const struct import_page *page)
{
    size_t count = 0;
    for (size_t i = 0; i < page->lines.count; i++)
        count += page->lines.items[i].furniture;
    return count;
}

struct request {
    const char *name, *stem; /* stem: or NULL */
    struct qc_str bytes;
    enum import_format format;     /* IMPORT_FORMAT_COUNT: by the bytes */
    enum import_encoding encoding; /* IMPORT_ENCODING_COUNT: by the bytes */
};

static void explain_fault(enum import_fault fault, struct qc_imported *imported)
{
    imported->fault[QC_VIETNAMESE] = qc_import_fault_text(fault, false);
    imported->fault[QC_ENGLISH] = qc_import_fault_text(fault, true);
}

/* Reads the bytes. NULL with imported->fault when they cannot be read. */
static struct import_page *read_bytes(struct qc_context *qc, const struct request *request,
                                      struct qc_imported *imported)
{
    struct qc_arena *arena = &qc->cx.arena;
    enum import_format format = request->format;
    const struct import_foreign *foreign =
        format == IMPORT_FORMAT_COUNT ? qc_import_foreign(request->bytes) : NULL;
    if (foreign != NULL) {
        explain_foreign(arena, foreign, request->name, imported);
        return NULL;
    }
    if (format == IMPORT_FORMAT_COUNT)
        format = qc_import_format_of(request->bytes, qc_str_from(request->name));
    imported->format = qc_import_format_name(format);
    struct import_page *page = qc_alloc(arena, sizeof *page);
    page->name = qc_str_terminated(arena, qc_str_from(request->name));
    enum import_fault fault = request->bytes.len > QC_MAX_IMPORT_BYTES
                                  ? IMPORT_FAULT_TOO_LARGE
                                  : read_page(arena, format, request->bytes, request->encoding, page);
    if (fault == IMPORT_FINE)
        return page;
    explain_fault(fault, imported);
    return NULL;
}

static void import(struct qc_context *qc, const struct request *request, struct qc_imported *imported)
{
    const struct import_page *page = read_bytes(qc, request, imported);
    if (page == NULL)
        return;
    struct import_result *result = qc_alloc(&qc->cx.arena, sizeof *result);
    struct qc_str stem =
        request->stem == NULL ? stem_of(qc_str_from(request->name)) : qc_str_from(request->stem);
    qc_import_compose(&qc->cx, page, stem, result);
    qc->imported = result;
    imported->encoding = page->encoding;
    imported->texts = result->texts.count;
    imported->words = result->words;
    imported->deleted = page->deleted;
    imported->pictures = page->pictures;
    imported->furniture = count_furniture(page);
}

static enum qc_result import_request(struct qc_context *qc, const struct request *request,
                                     struct qc_imported *imported)
{
    qc_context_reset(qc);
    WITH_MEMORY(qc, import(qc, request, imported));
    return qc->imported == NULL ? QC_UNREADABLE : QC_OK;
}

enum qc_result qc_import(struct qc_context *qc, const char *name, const char *bytes, size_t length,
                         const struct qc_import_options *options, struct qc_imported *imported)
{
    struct request request = { .name = name,
                               .bytes = { bytes, length },
                               .format = IMPORT_FORMAT_COUNT,
                               .encoding = IMPORT_ENCODING_COUNT };
    *imported = (struct qc_imported){ 0 };
    if (options != NULL) {
        request.stem = options->stem;
        if (options->format != NULL &&
            (request.format = qc_import_format_find(options->format)) == IMPORT_FORMAT_COUNT)
            return QC_BAD_ARGUMENT;
        if (options->encoding != NULL && (request.encoding = qc_import_encoding_find(
                                              qc_str_from(options->encoding))) == IMPORT_ENCODING_COUNT)
            return QC_BAD_ARGUMENT;
    }
    return import_request(qc, &request, imported);
}

static const struct import_text *text_at(const struct qc_context *qc, size_t index)
{
    return qc->imported != NULL && index < qc->imported->texts.count ? &qc->imported->texts.items[index]
                                                                     : NULL;
}

bool qc_imported_text(const struct qc_context *qc, size_t index, struct qc_imported_text *text)
{
    const struct import_text *found = text_at(qc, index);
    if (found == NULL)
        return false;
    *text = (struct qc_imported_text){ .name = found->name.ptr,
                                       .name_length = found->name.len,
                                       .bytes = found->text.ptr,
                                       .length = found->text.len,
                                       .words = found->words,
                                       .aside = found->aside };
    return true;
}

enum qc_result qc_compile_imported(struct qc_context *qc, const struct qc_context *importer, size_t index,
                                   const char *name)
{
    const struct import_text *text = text_at(importer, index);
    if (text == NULL || qc == importer)
        return QC_BAD_ARGUMENT;
    enum qc_result result = qc_compile_memory(qc, name, text->text.ptr, text->text.len);
    if (result != QC_OK && result != QC_FAILED)
        return result;
    WITH_MEMORY(qc, qc_check_reviews(&(struct qc_check){ .cx = &qc->cx, .document = qc->document }));
    return result;
}

bool qc_units_at(const struct qc_context *qc, size_t kind, const char **name, size_t *count)
{
    enum qc_style style = (enum qc_style)(kind + 1); /* the first is the root's */
    *count = 0;
    if (style >= QC_STYLE_COUNT)
        return false;
    const struct qc_style_info *info = qc_style_info(style);
    bool sign = style == QC_STYLE_LETTER_SIGN || style == QC_STYLE_ROMAN_SIGN;
    *name = qc_style_is_heading(style) && !sign ? info->citation : info->name;
    if (style == QC_STYLE_SUBSECTION)
        *name = "Tiểu mục"; /* cited as Mục */
    struct qc_unit *unit = qc->tree == NULL ? NULL : qc->tree->root;
    for (unit = unit == NULL ? NULL : qc_unit_next(unit); unit != NULL; unit = qc_unit_next(unit))
        *count += unit->marker.style == style;
    return true;
}

const char *qc_import_format_at(size_t index)
{
    return index < IMPORT_FORMAT_COUNT ? qc_import_format_name((enum import_format)index) : NULL;
}

const char *qc_import_encoding_at(size_t index)
{
    return index < IMPORT_ENCODING_COUNT ? qc_import_encoding_name((enum import_encoding)index) : NULL;
}
