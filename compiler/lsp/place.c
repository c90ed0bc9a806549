/*
 * place.c - places: from what the compiler counts in to what the editor does, and back.
 *
 * The compiler counts bytes of the text in normal form, the editor code units
 * of its own text; between the two lie the bytes of the file.
 */
#include "lsp/place.h"

#include <stdlib.h>

#include "lsp/uri.h"
#include "source/position.h"

bool lsp_read_place(const json_t *json, struct qc_place *place)
{
    json_int_t line = lsp_get_integer(json, "line", -1), column = lsp_get_integer(json, "character", -1);
    *place = (struct qc_place){ (size_t)line, (size_t)column };
    return line >= 0 && column >= 0;
}

static json_t *position(struct qc_place place)
{
    json_t *json = json_object();
    json_object_set_new_nocheck(json, "line", json_integer((json_int_t)place.line));
    json_object_set_new_nocheck(json, "character", json_integer((json_int_t)place.column));
    return json;
}

static json_t *range(const struct lsp_server *server, struct qc_str bytes, const struct qc_line_index *lines,
                     size_t begin, size_t end)
{
    json_t *json = json_object();
    json_object_set_new_nocheck(json, "start", position(qc_place_of_byte(bytes, lines, begin, server->unit)));
    json_object_set_new_nocheck(json, "end", position(qc_place_of_byte(bytes, lines, end, server->unit)));
    return json;
}

json_t *lsp_byte_range(struct lsp_server *server, struct lsp_document *document, size_t begin, size_t end)
{
    return range(server, lsp_document_bytes(document), lsp_document_lines(server, document), begin, end);
}

/* Lines of a source that the document uses, counted once for each compilation. */
static const struct qc_line_index *lines_of(struct lsp_server *server, struct lsp_document *document,
                                            uint32_t file)
{
    if (document->used_lines == NULL) {
        document->used_count = document->qc->cx.sources.files.count;
        document->used_lines = lsp_must(server, calloc(document->used_count, sizeof *document->used_lines));
    }
    struct qc_line_index *lines = &document->used_lines[file];
    if (lines->count == 0 && !qc_line_index_make(lines, document->qc->cx.sources.files.items[file]->bytes))
        lsp_exhausted(server);
    return lines;
}

json_t *lsp_range(struct lsp_server *server, struct lsp_document *document, struct qc_span span)
{
    const struct qc_source *source = document->qc->cx.sources.files.items[span.file];
    size_t begin = qc_byte_of(source, span.begin), end = qc_byte_of(source, span.end);
    if (source == document->qc->cx.sources.files.items[0])
        return lsp_byte_range(server, document, begin, end);
    return range(server, source->bytes, lines_of(server, document, span.file), begin, end);
}

json_t *lsp_source_uri(struct lsp_server *server, const struct lsp_document *document, uint32_t file)
{
    if (file == 0)
        return json_string(document->uri);
    const struct qc_source *source = document->qc->cx.sources.files.items[file];
    if (source->built_in)
        return NULL;
    const char *path = qc_str_terminated(&server->scratch, source->name);
    const struct lsp_document *open = lsp_document_at(server, path);
    if (open != NULL)
        return json_string(open->uri);
    char *real = path[0] == '/' ? NULL : realpath(path, NULL);
    if (path[0] != '/' && real == NULL)
        return NULL;
    struct qc_str normal = real == NULL ? lsp_path_normal(&server->scratch, source->name)
                                        : qc_str_copy(&server->scratch, qc_str_from(real));
    free(real);
    return lsp_string(server, lsp_uri_of(&server->scratch, normal));
}

json_t *lsp_location(struct lsp_server *server, struct lsp_document *document, struct qc_span span)
{
    json_t *uri = lsp_source_uri(server, document, span.file);
    if (uri == NULL)
        return NULL;
    json_t *json = json_object();
    json_object_set_new_nocheck(json, "uri", uri);
    json_object_set_new_nocheck(json, "range", lsp_range(server, document, span));
    return json;
}

bool lsp_read_offset(struct lsp_server *server, struct lsp_document *document, const json_t *position,
                     uint32_t *offset)
{
    struct qc_place place;
    if (!lsp_read_place(position, &place))
        return false;
    size_t byte = qc_byte_of_place(lsp_document_bytes(document), lsp_document_lines(server, document), place,
                                   server->unit);
    *offset = qc_text_of(document->qc->source, byte);
    return true;
}

bool lsp_read_span(struct lsp_server *server, struct lsp_document *document, const json_t *range,
                   struct qc_span *span)
{
    uint32_t begin, end;
    if (!lsp_read_offset(server, document, lsp_get(range, "start"), &begin) ||
        !lsp_read_offset(server, document, lsp_get(range, "end"), &end))
        return false;
    *span = (struct qc_span){ begin < end ? begin : end, begin < end ? end : begin, 0 };
    return true;
}
