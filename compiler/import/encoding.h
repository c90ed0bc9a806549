/*
 * encoding.h - from bytes to text: Unicode's forms, and what was used in Vietnam before it.
 */
#ifndef QC_IMPORT_ENCODING_H
#define QC_IMPORT_ENCODING_H

#include "base/str.h"
#include "import/fault.h"

enum import_encoding {
#define IMPORT_ENCODING(id, name, ...) IMPORT_##id,
#include "import/encodings.def"
    IMPORT_ENCODING_COUNT
};

/* As users read and type it: "TCVN3". */
const char *qc_import_encoding_name(enum import_encoding encoding);

/* An encoding by its name or a synonym, in any case, "-" and "_" left out or not; IMPORT_ENCODING_COUNT: there is none. */
enum import_encoding qc_import_encoding_find(struct qc_str name);

/*
 * Decodes bytes to NFC UTF-8. wanted IMPORT_ENCODING_COUNT: the encoding is
 * recognised, which goes by what is valid and by how many words can be
 * Vietnamese; *found is which. Nothing is guessed: when two fit and give
 * different texts, or none fits, that is a fault.
 */
enum import_fault qc_import_decode(struct qc_arena *arena, struct qc_str bytes, enum import_encoding wanted,
                                   enum import_encoding *found, struct qc_str *text);

/* One encoding, whatever the words look like. False when the bytes are not in it. */
bool qc_import_decode_as(struct qc_arena *arena, struct qc_str bytes, enum import_encoding encoding,
                         struct qc_str *text);

#endif
