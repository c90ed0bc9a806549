/*
 * unpack.h - what a file holds while it is taken apart; for the files of unpack/.
 *
 * libxml2 calls back for each thing that it meets. The calls of one piece of
 * the input are kept in a queue, so that whoever reads can ask for one after
 * the other and stop when it likes: no tree is built, and memory is bounded
 * by the size of a piece.
 */
#ifndef QC_UNPACK_UNPACK_H
#define QC_UNPACK_UNPACK_H

#include <libxml/parser.h>
#include <zip.h>

#include "import/engine.h"

/* Offsets into the queue's text, since it moves while it grows. */
struct unpack_event {
    enum import_event kind;
    unsigned line;
    size_t space, name, text, length;
    size_t first_attribute, attribute_count;
};

struct unpack_pair {
    size_t name, value;
};

struct unpack_queue {
    struct unpack_event *events;
    struct unpack_pair *pairs;
    char *text;
    size_t event_count, event_room, pair_count, pair_room, text_length, text_room;
    size_t next;                         /* event to be given */
    struct import_attribute *attributes; /* of the one that was given last */
    size_t attribute_room;
};

struct import_file {
    const char *bytes; /* of HTML, what is left of them */
    size_t length;
    zip_t *archive;          /* NULL: HTML */
    zip_file_t *part;        /* the one that is read, or NULL */
    size_t unpacked;         /* bytes of all parts so far */
    xmlParserCtxtPtr parser; /* of the part, or NULL */
    unsigned depth;
    size_t equals; /* "=" since the last "<" or ">" */
    bool ended;    /* the parser has had the last byte */
    enum import_fault fault;
    struct unpack_queue queue;
};

/* ---- queue.c ---- */

/* Adds an event without a text; NULL when memory runs out. It moves with the next one. */
struct unpack_event *unpack_push(struct unpack_queue *queue, enum import_event kind);

/* Keeps a terminated copy of bytes, of which *at becomes the offset. False when memory runs out. */
bool unpack_keep(struct unpack_queue *queue, const char *bytes, size_t length, size_t *at);

/* Adds a text, to the one before it if nothing came between. False when memory runs out. */
bool unpack_push_text(struct unpack_queue *queue, const char *text, size_t length, unsigned line);

/* Adds an attribute to the event that was pushed last. */
bool unpack_push_attribute(struct unpack_queue *queue, const char *name, const char *value, size_t length);

/* Gives the next event. False when there is none, or memory runs out. */
bool unpack_pop(struct unpack_queue *queue, struct import_node *node);

/* Forgets all events, and frees all. */
void unpack_clear(struct unpack_queue *queue);
void unpack_free(struct unpack_queue *queue);

/* ---- parse.c ---- */

/* Begins to parse; false when memory runs out. */
bool unpack_parse_begin(struct import_file *file, bool html);
void unpack_parse_end(struct import_file *file);

/* Parses a piece of the input into the queue; last: nothing comes behind it. */
void unpack_parse(struct import_file *file, const char *bytes, size_t length, bool last);

/* ---- archive.c ---- */

struct import_file *unpack_open_archive(const char *bytes, size_t length, enum import_fault *fault);
struct import_file *unpack_open_html(const char *bytes, size_t length, enum import_fault *fault);
void unpack_close(struct import_file *file);
bool unpack_begin(struct import_file *file, const char *part, enum import_fault *fault);
void unpack_next(struct import_file *file, struct import_node *node);

#endif
