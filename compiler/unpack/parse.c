/*
 * parse.c - the only file that calls libxml2's parsers.
 *
 * Their callbacks fill the queue. No entity is declared, no file or network
 * address opened: a document type ends the reading of XML where it stands.
 */
#include <libxml/HTMLparser.h>
#include <string.h>

#include "base/limits.h"
#include "unpack/unpack.h"

static void stop(struct import_file *file, enum import_fault fault)
{
    if (file->fault == IMPORT_FINE)
        file->fault = fault;
    xmlStopParser(file->parser);
}

static unsigned line_of(const struct import_file *file)
{
    return file->parser->input == NULL ? 0 : (unsigned)file->parser->input->line;
}

/* An element begins or ends; false when that could not be kept. */
static bool push_element(struct import_file *file, enum import_event kind, const xmlChar *space,
                         const xmlChar *name)
{
    struct unpack_queue *queue = &file->queue;
    const char *uri = space == NULL ? "" : (const char *)space;
    struct unpack_event *event = unpack_push(queue, kind);
    if (event == NULL)
        return false;
    event->line = line_of(file);
    size_t at = queue->event_count - 1;
    return unpack_keep(queue, uri, strlen(uri), &queue->events[at].space) &&
           unpack_keep(queue, (const char *)name, strlen((const char *)name), &queue->events[at].name);
}

static bool go_deeper(struct import_file *file)
{
    if (file->depth++ < QC_MAX_IMPORT_DEPTH)
        return true;
    stop(file, IMPORT_FAULT_DEEP);
    return false;
}

static void on_text(void *user, const xmlChar *text, int length)
{
    struct import_file *file = user;
    if (file->fault == IMPORT_FINE &&
        !unpack_push_text(&file->queue, (const char *)text, (size_t)length, line_of(file)))
        stop(file, IMPORT_FAULT_MEMORY);
}

/* ---- XML ---- */

static void on_begin(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int spaces,
                     const xmlChar **space, int count, int defaulted, const xmlChar **attributes)
{
    enum { LOCAL_NAME = 0, VALUE = 3, VALUE_END = 4, STRIDE = 5 };
    struct import_file *file = user;
    (void)prefix, (void)spaces, (void)space, (void)defaulted;
    if (file->fault != IMPORT_FINE || !go_deeper(file))
        return;
    bool fine = push_element(file, IMPORT_EVENT_BEGIN, uri, name);
    for (int i = 0; fine && i < count; i++) {
        const xmlChar **one = &attributes[i * STRIDE];
        fine = unpack_push_attribute(&file->queue, (const char *)one[LOCAL_NAME], (const char *)one[VALUE],
                                     (size_t)(one[VALUE_END] - one[VALUE]));
    }
    if (!fine)
        stop(file, IMPORT_FAULT_MEMORY);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct import_file *file = user;
    (void)prefix;
    if (file->fault != IMPORT_FINE)
        return;
    file->depth--;
    if (!push_element(file, IMPORT_EVENT_END, uri, name))
        stop(file, IMPORT_FAULT_MEMORY);
}

static void on_document_type(void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    stop(user, IMPORT_FAULT_DOCTYPE);
}

/* ---- HTML ---- */

static void on_tag(void *user, const xmlChar *name, const xmlChar **attributes)
{
    struct import_file *file = user;
    if (file->fault != IMPORT_FINE || !go_deeper(file))
        return;
    bool fine = push_element(file, IMPORT_EVENT_BEGIN, NULL, name);
    for (size_t i = 0; fine && attributes != NULL && attributes[i] != NULL; i += 2) {
        const char *value = attributes[i + 1] == NULL ? "" : (const char *)attributes[i + 1];
        fine = unpack_push_attribute(&file->queue, (const char *)attributes[i], value, strlen(value));
    }
    if (!fine)
        stop(file, IMPORT_FAULT_MEMORY);
}

static void on_tag_end(void *user, const xmlChar *name)
{
    on_end(user, name, NULL, NULL);
}

/* ---- both ---- */

bool unpack_parse_begin(struct import_file *file, bool html)
{
    xmlSAXHandler calls;
    memset(&calls, 0, sizeof calls);
    calls.characters = calls.ignorableWhitespace = calls.cdataBlock = on_text;
    if (html) {
        calls.startElement = on_tag;
        calls.endElement = on_tag_end;
        file->parser = htmlCreatePushParserCtxt(&calls, file, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
        if (file->parser != NULL)
            htmlCtxtUseOptions(file->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                                 HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    } else {
        calls.initialized = XML_SAX2_MAGIC;
        calls.startElementNs = on_begin;
        calls.endElementNs = on_end;
        calls.internalSubset = on_document_type;
        file->parser = xmlCreatePushParserCtxt(&calls, file, NULL, 0, NULL);
        if (file->parser != NULL)
            xmlCtxtUseOptions(file->parser, XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET);
    }
    file->depth = 0;
    file->ended = false;
    return file->parser != NULL;
}

void unpack_parse_end(struct import_file *file)
{
    if (file->parser == NULL)
        return;
    if (file->parser->myDoc != NULL)
        xmlFreeDoc(file->parser->myDoc);
    xmlFreeParserCtxt(file->parser);
    file->parser = NULL;
}

/*
 * libxml2 compares each attribute of an element with all others. True when
 * more of them than any document has stand between "<" and ">".
 */
static bool has_too_many_attributes(struct import_file *file, const char *bytes, size_t length)
{
    enum { MOST = 4096 };
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '<' || bytes[i] == '>')
            file->equals = 0;
        else if (bytes[i] == '=' && ++file->equals > MOST)
            return true;
    }
    return false;
}

void unpack_parse(struct import_file *file, const char *bytes, size_t length, bool last)
{
    if (has_too_many_attributes(file, bytes, length)) {
        file->fault = IMPORT_FAULT_TOO_LARGE;
        return;
    }
    int status = file->archive == NULL ? htmlParseChunk(file->parser, bytes, (int)length, last)
                                       : xmlParseChunk(file->parser, bytes, (int)length, last);
    file->ended = last;
    if (file->fault != IMPORT_FINE)
        return;
    if (status == XML_ERR_NO_MEMORY)
        file->fault = IMPORT_FAULT_MEMORY;
    else if (file->archive != NULL && status != XML_ERR_OK && !file->parser->wellFormed)
        file->fault = IMPORT_FAULT_XML;
}
