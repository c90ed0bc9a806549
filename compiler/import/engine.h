/*
 * engine.h - what takes archives, XML and HTML apart, seen from outside.
 *
 * It is a module, ../unpack/, since its libraries take longer to start than a
 * check of a document takes, and since a machine may have none of them.
 */
#ifndef QC_IMPORT_ENGINE_H
#define QC_IMPORT_ENGINE_H

#include <stddef.h>

#include "base/arena.h"
#include "import/fault.h"

enum import_event {
    IMPORT_EVENT_BEGIN, /* an element begins */
    IMPORT_EVENT_END,   /* and ends; what HTML leaves open is ended, too */
    IMPORT_EVENT_TEXT,  /* a piece of text; one text may come in several */
    IMPORT_EVENT_DONE,  /* all was read */
    IMPORT_EVENT_FAULT, /* it cannot be read on */
};

struct import_attribute {
    const char *name, *value; /* the name without a prefix; terminated UTF-8 */
};

/* Something that was read; what it points to goes with the next one. */
struct import_node {
    enum import_event event;
    const char *space,
        *name; /* of an element: its namespace or "", its name without a prefix; of HTML in small letters */
    const char *text; /* of a text; not terminated */
    size_t length;
    const struct import_attribute *attributes; /* of a beginning */
    size_t attribute_count;
    unsigned line;           /* from 1 */
    enum import_fault fault; /* of a fault */
};

struct import_file;

/* What the module gives, under the name of IMPORT_ENGINE_SYMBOL. Its functions do not allocate in the arena. */
struct import_engine {
    const char *made_for;         /* QC_VERSION; first, see base/module.h */
    const char *(*version)(void); /* of libxml2 */

    /* Opens bytes, which must stay: an archive, or a page in HTML in UTF-8. NULL with *fault. */
    struct import_file *(*open_archive)(const char *bytes, size_t length, enum import_fault *fault);
    struct import_file *(*open_html)(const char *bytes, size_t length, enum import_fault *fault);

    /* NULL is allowed. */
    void (*close)(struct import_file *file);

    /* Begins to read a part of an archive as XML, and forgets the one before. False with *fault: FINE when there is no such part. */
    bool (*begin)(struct import_file *file, const char *part, enum import_fault *fault);

    /* The next event; behind DONE and FAULT the same again. */
    void (*next)(struct import_file *file, struct import_node *node);
};

#define IMPORT_ENGINE_SYMBOL "qc_import_engine"

/* Version of libxml2; NULL without the module. */
const char *qc_import_engine_version(void);

/*
 * Calls read with a file that is open, and closes it whatever happens: also
 * when memory runs out in it, which goes on to the arena's handler then.
 */
typedef enum import_fault import_reading(struct qc_arena *arena, const struct import_engine *engine,
                                         struct import_file *file, void *user);
enum import_fault qc_import_with_file(struct qc_arena *arena, const char *bytes, size_t length, bool html,
                                      import_reading *read, void *user);

#endif
