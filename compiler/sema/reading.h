/*
 * reading.h - a text as a reader takes it in: words, figures and marks, with
 * their places.
 *
 * What is no prose - {…}, code spans, addresses of links - is one opaque item;
 * stars of emphasis and escaping backslashes are not there at all.
 */
#ifndef QC_SEMA_READING_H
#define QC_SEMA_READING_H

#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"
#include "base/vocabulary.h"

struct qc_item {
    struct qc_lexeme *lexeme; /* of all that are like it; its key has the item in small letters */
    uint32_t begin, end;      /* in the text */
    union {                   /* that of the lexeme, but for what is opaque; its blank is the item's own */
        struct {
            uint32_t head;
            unsigned char kind; /* enum qc_item_kind */
            bool capital, blank;
        };
        union qc_face face;
    };
};

/* Stands where there is no item any more: no word, no mark, apart from what was before. */
extern const struct qc_item qc_no_item;

struct qc_reading {
    struct qc_readings *readings; /* all those of the document */
    struct qc_str text;
    uint64_t signs; /* of all its items */
    bool doubled;   /* an item stands beside one like it */
    bool rough;     /* a mark stands otherwise than , . ; : ! ? close behind something and before a blank or the end */
    bool odd; /* there is more in it than words, figures and the marks of prose: {…}, stars, escapes, & … */
    QC_VEC(struct qc_item) items;
};

/* The tables of phrases that are sought in readings. A table's number is the bit of its first words' sign. */
enum qc_phrase_table_number {
    QC_TABLE_INSTRUMENTS,
    QC_TABLE_LABELS, /* of units, in references */
    QC_TABLE_SUBJECTS,
    QC_TABLE_ACTS,
    QC_TABLE_BODIES,
    QC_TABLE_LEVELS,
    QC_TABLE_YEARS,
    QC_TABLE_EFFECTS,
    QC_TABLE_SELVES,
    QC_TABLE_MAKING,
    QC_TABLE_SIDES, /* all parties at once */
    QC_TABLES,
    /* further bits of signs */
    QC_SIGN_PARTY = QC_TABLES, /* a first word of a party's name */
    QC_SIGN_ODD,               /* the reading is odd */
    QC_SIGN_THIS,              /* này */
    QC_SIGN_CHARTER,           /* lệ, as in điều lệ */
    QC_SIGN_SEMICOLON,
    QC_SIGN_QUOTE,    /* any mark of quotation */
    QC_SIGN_ELLIPSIS, /* … */
    QC_SIGN_WEB,      /* a first word of the furniture of web pages */
    QC_SIGN_UNKNOWN_BODY, /* a first word of a body that is no party */
    QC_SIGN_FIGURE = 63, /* a word or number with a figure in it: QC_FIGURES */
};

#define QC_SIGN(bit) ((uint64_t)1 << (bit))

/* Phrases of one table, in small letters, their words parted by one blank. */
struct qc_phrases {
    enum qc_phrase_table_number number;
    const char *const *first; /* that of the first row */
    size_t count, stride;     /* rows, and bytes from one to the next */
};

/* The table of the rows of an array, of which one member is the phrase. */
#define QC_PHRASES_OF(number, rows, member)                                                                   \
    { number, &(rows)[0].member, sizeof(rows) / sizeof(rows)[0], sizeof(rows)[0] }
/* The same of an array of phrases. */
#define QC_PHRASES(number, phrases) { number, phrases, sizeof(phrases) / sizeof(phrases)[0], sizeof(phrases)[0] }

/* What is known of a table once it has been asked for. */
struct qc_phrase_table {
    const uint32_t *heads; /* of each row, as qc_word_head has them; NULL: not yet asked for */
    const uint32_t *seconds; /* the same of second words; 0 when there is none */
    const uint16_t *next;  /* the next row of the same chain, counted from 1; 0 ends it */
    uint16_t chains[32];   /* the first row of each chain, by the head */
};

/* The readings of a document, each made once, and the first words of the tables of phrases sought in them. */
struct qc_readings {
    struct qc_arena *arena;
    struct qc_reading **slots; /* by the place of their text: open addressing */
    size_t count, capacity;    /* capacity is a power of two */
    struct qc_vocabulary vocabulary;
    struct qc_lexeme *marks[128]; /* of a mark in ASCII; NULL until one is met, and always of those that may be odd */
    QC_VEC(unsigned char) bits;        /* of the text that is being cut: qc_bytes_words */
    struct qc_phrase_table tables[QC_TABLES];
};

/* Cuts a text that stays where it is. *reading may be used again, and its room with it; nobody keeps it. */
void qc_reading_cut(struct qc_readings *readings, struct qc_str text, struct qc_reading *reading);

/* Those of a document that has none yet; in the arena, as all that they will hold. */
struct qc_readings *qc_readings_new(struct qc_arena *arena);

/* The reading of a text that stays where it is. Owned by readings; made when it is first asked for. */
const struct qc_reading *qc_reading_of(struct qc_readings *readings, struct qc_str text);

static inline bool qc_ends_word(char c)
{
    return c == ' ' || c == '\0';
}

/* First four bytes of the first word of a phrase, as in struct qc_item. No loop: compilers make a constant of it. */
static inline uint32_t qc_word_head(const char *phrase)
{
    const unsigned char *p = (const unsigned char *)phrase;
    if (qc_ends_word(phrase[0]))
        return 0;
    if (qc_ends_word(phrase[1]))
        return p[0];
    if (qc_ends_word(phrase[2]))
        return p[0] | (uint32_t)p[1] << 8;
    uint32_t head = p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16;
    return qc_ends_word(phrase[3]) ? head : head | (uint32_t)p[3] << 24;
}

/* Makes a table known: from now on the first words of its phrases bear its sign. */
const struct qc_phrase_table *qc_phrase_table_new(struct qc_readings *readings, const struct qc_phrases *phrases);

static inline const struct qc_phrase_table *qc_phrase_table(struct qc_readings *readings,
                                                            const struct qc_phrases *phrases)
{
    const struct qc_phrase_table *table = &readings->tables[phrases->number];
    return table->heads != NULL ? table : qc_phrase_table_new(readings, phrases);
}

/* May one of the phrases stand at item number at? False for nearly every word of a text. */
static inline bool qc_reading_may_begin(const struct qc_reading *reading, size_t at, const struct qc_phrases *phrases)
{
    if (at >= reading->items.count)
        return false;
    qc_phrase_table(reading->readings, phrases);
    return reading->items.items[at].lexeme->signs >> phrases->number & 1;
}

/* The first item at or behind from at which one of the phrases may stand; the count of items when there is none. */
size_t qc_reading_seek(const struct qc_reading *reading, size_t from, const struct qc_phrases *phrases);

/* How many items the first phrase of the table that stands at item number at has, and its row; 0 when none stands there. */
size_t qc_reading_any(const struct qc_reading *reading, size_t at, const struct qc_phrases *phrases, size_t *row);

/* qc_reading_phrase for a phrase of which the first word begins right. */
size_t qc_reading_whole_phrase(const struct qc_reading *reading, size_t at, const char *phrase);

/*
 * Do the words of phrase (small letters, parted by one blank) stand at item
 * number at, with blanks only between them? Returns how many items that is, or 0.
 */
static inline size_t qc_reading_phrase(const struct qc_reading *reading, size_t at, const char *phrase)
{
    if (at >= reading->items.count || reading->items.items[at].head != qc_word_head(phrase))
        return 0;
    return qc_reading_whole_phrase(reading, at, phrase);
}

/* Is item number at the mark? */
static inline bool qc_reading_mark(const struct qc_reading *reading, size_t at, char mark)
{
    return at < reading->items.count && reading->items.items[at].head == (uint32_t)(unsigned char)mark &&
           reading->items.items[at].kind == QC_ITEM_MARK;
}

/* The item behind the sentence that at stands in: behind . ! ? before a capital, or the end. */
size_t qc_reading_sentence_end(const struct qc_reading *reading, size_t at);

/* The words with which the name of a document begins (instruments.def). */
extern const struct qc_phrases qc_instrument_phrases;

/* May the name or the number of a document begin at item number at? False for nearly every item. */
static inline bool qc_reading_may_name(const struct qc_reading *reading, size_t at)
{
    return reading->items.items[at].kind == QC_ITEM_NUMBER ||
           qc_reading_may_begin(reading, at, &qc_instrument_phrases);
}

/*
 * Is a document named at item number at: "Nghị định số …", "Luật Thanh niên",
 * "Quy chế này", "30/2020/NĐ-CP"? Returns how many items name it (the number
 * and the subject behind it left out), or 0.
 */
size_t qc_reading_instrument(const struct qc_reading *reading, size_t at);

/* Does the number of a document stand there: "30/2020/NĐ-CP", "05-CT/TW"? */
bool qc_reading_symbol(const struct qc_reading *reading, size_t at);

#endif
