/*
 * mentions.h - where a text names a party, by its name, an alias or its full
 * name.
 *
 * Whole words, the longest name first. A party is not named inside the name of
 * a document ("Luật Công đoàn") or inside a longer name ("Phó Hiệu trưởng",
 * "Công đoàn Việt Nam", "đoàn viên Công đoàn").
 */
#ifndef QC_CHECK_MENTIONS_H
#define QC_CHECK_MENTIONS_H

#include "base/map.h"
#include "check/texts.h"
#include "sema/reading.h"

struct qc_mention {
    size_t party;      /* number in document->parties */
    size_t begin, end; /* in the text */
    bool exact;        /* capitals as declared; the first letter may be one where a small one is declared */
    bool whole;        /* no part of a longer name */
};

struct qc_mentions {
    struct qc_arena *arena;
    const struct qc_document *document;
    struct qc_map names;   /* by the words in small letters */
    size_t longest;        /* items of the longest name */
    const struct qc_reading *reading; /* of the text last given */
    QC_VEC(struct qc_mention) items;
};

/* Makes mentions ready for a document's parties. */
void qc_mentions_begin(struct qc_mentions *mentions, struct qc_arena *arena, const struct qc_document *document);

/* Finds the mentions in a text, in order. */
void qc_mentions_find(struct qc_mentions *mentions, struct qc_str text);

/* The same of a text that is cut already. */
void qc_mentions_read(struct qc_mentions *mentions, const struct qc_reading *reading);

/*
 * Do the items [at, at + count) of a reading stand in a longer name or in the
 * name of a document?
 */
bool qc_mention_is_part(const struct qc_reading *reading, size_t at, size_t count);

/* Every unit that names a party, a row each: party, unit, its first words; parted by tabs. */
void qc_mentions_list(struct qc_arena *arena, const struct qc_document *document, struct qc_buf *out);

#endif
