/*
 * source.h - one source file in memory: its bytes, its text, its lines.
 *
 * The text is what every later stage sees: valid UTF-8 in NFC, without a byte
 * order mark, lines ended by '\n'. Where that differs from the file's bytes a
 * map leads back, so that positions always speak of the file.
 */
#ifndef QC_SOURCE_SOURCE_H
#define QC_SOURCE_SOURCE_H

#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"

/* Half-open range of byte offsets into the text of source number file. */
struct qc_span {
    uint32_t begin, end;
    uint32_t file;
};

/* From text offset `text` on, text and bytes run in parallel from byte `byte`. */
struct qc_source_shift {
    uint32_t text, byte;
};

/* A line of an excerpt: where it begins in the whole, and its number there, from 1. */
struct qc_source_line {
    uint32_t begin, number;
};

/* Text offsets where lines begin; a vector (base/vec.h). */
struct qc_line_begins {
    uint32_t *items;
    size_t count, capacity;
};

/* Those of a text, of which a newline at the end begins one more. */
struct qc_line_begins qc_line_begins(struct qc_arena *arena, struct qc_str text);

enum qc_source_oddity {
    QC_ODD_BOM = 1 << 0,        /* a byte order mark at the start */
    QC_ODD_LINE_END = 1 << 1,   /* CR LF or CR */
    QC_ODD_DECOMPOSED = 1 << 2, /* letters not in NFC */
};

struct qc_source {
    uint32_t id;        /* its number in qc_sources */
    struct qc_str name; /* as shown in messages */
    bool built_in;             /* of the library: messages about it point at used_from */
    struct qc_span used_from;  /* of one that is built in: where another source uses it */
    struct qc_str bytes;
    struct qc_str text;
    unsigned oddities;             /* enum qc_source_oddity */
    bool is_plain;                 /* all of it is, as base/bytes.h has it: no blanks but the usual ones */
    QC_VEC(struct qc_source_shift) shifts; /* empty: text and bytes are the same */
    struct qc_line_begins lines;           /* none of a text that was not added to a compilation */
    QC_VEC(struct qc_source_line) kept;    /* of an excerpt, one for each line (source/excerpt.h); else empty */
};

struct qc_sources {
    QC_VEC(struct qc_source *) files;
};

enum qc_source_fault {
    QC_SOURCE_FINE,
    QC_SOURCE_TOO_LARGE,
    QC_SOURCE_NUL,          /* a zero byte */
    QC_SOURCE_NOT_UTF8,     /* see qc_source_guess */
    QC_SOURCE_NOT_A_CHARACTER, /* U+FDD0 and its kin */
};

/*
 * Adds a file of the given bytes, which stay where they are as long as the
 * arena. Returns NULL and says in *fault and *at (byte offset) why when the
 * bytes are no text.
 */
struct qc_source *qc_source_add(struct qc_arena *arena, struct qc_sources *sources, struct qc_str name,
                                struct qc_str bytes, enum qc_source_fault *fault, size_t *at);

/* Adds an empty source of this name, for messages about a file that cannot be read. */
struct qc_source *qc_source_add_empty(struct qc_arena *arena, struct qc_sources *sources, struct qc_str name);

/* The likely encoding of bytes that are no UTF-8: "UTF-16", "TCVN3", "Windows-1258", "VNI"; or NULL. */
const char *qc_source_guess(struct qc_str bytes);

/* Text of a span. */
struct qc_str qc_source_text(const struct qc_sources *sources, struct qc_span span);

#endif
