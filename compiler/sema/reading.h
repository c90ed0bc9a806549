/*
 * reading.h - a text as a reader takes it in: words, figures and marks, with
 * their places.
 *
 * What is no prose - {…}, code spans, addresses of links - is one opaque item;
 * stars of emphasis and escaping backslashes are not there at all.
 */
#ifndef QC_SEMA_READING_H
#define QC_SEMA_READING_H

#include "base/str.h"
#include "base/vec.h"

enum qc_item_kind {
    QC_ITEM_WORD,   /* letters, and figures behind them */
    QC_ITEM_NUMBER, /* a figure, and letters behind it: 5, 5a, 2024 */
    QC_ITEM_MARK,   /* one other character */
    QC_ITEM_OPAQUE, /* {…}, `…`, an address */
};

struct qc_item {
    enum qc_item_kind kind;
    bool blank;        /* a blank stands before it, or nothing */
    bool capital;      /* its first letter is a capital */
    size_t begin, end; /* in the text */
    struct qc_str key; /* the same in small letters */
};

struct qc_reading {
    struct qc_str text;
    QC_VEC(struct qc_item) items;
};

/* Reads a text into reading, whose room is used again. */
void qc_reading_take(struct qc_arena *arena, struct qc_reading *reading, struct qc_str text);

/*
 * Do the words of phrase (small letters, parted by one blank) stand at item
 * number at, with blanks only between them? Returns how many items that is, or 0.
 */
size_t qc_reading_phrase(const struct qc_reading *reading, size_t at, const char *phrase);

/* Is item number at the mark? */
bool qc_reading_mark(const struct qc_reading *reading, size_t at, char mark);

/* The item behind the sentence that at stands in: behind . ! ? before a capital, or the end. */
size_t qc_reading_sentence_end(const struct qc_reading *reading, size_t at);

/*
 * Is a document named at item number at: "Nghị định số …", "Luật Thanh niên",
 * "Quy chế này", "30/2020/NĐ-CP"? Returns how many items name it (the number
 * and the subject behind it left out), or 0.
 */
size_t qc_reading_instrument(const struct qc_reading *reading, size_t at);

/* Does the number of a document stand there: "30/2020/NĐ-CP", "05-CT/TW"? */
bool qc_reading_symbol(const struct qc_reading *reading, size_t at);

#endif
