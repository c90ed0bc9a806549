/*
 * parts.h - what the output formats share, inside emit/ only.
 *
 * The look of a unit and the walk through a paragraph are decided here once,
 * so that a title is a title, and a link a link, in every format.
 */
#ifndef QC_EMIT_PARTS_H
#define QC_EMIT_PARTS_H

#include "base/vec.h"
#include "emit/emit.h"

#define QC_EMITTER(name, extension, vietnamese, english)                                                     \
    void qc_emit_##name(const struct qc_emission *emission);
#include "emit/emitters.def"

/* How a unit's first paragraph stands by its marker (NĐ 30/2020, PL I.II.6). */
enum qc_look {
    QC_LOOK_LABEL,  /* marker on a line of its own, title in capitals on the next; centred, bold */
    QC_LOOK_TITLE,  /* marker and title on one bold line */
    QC_LOOK_RUN_IN, /* marker bold, the text runs on */
    QC_LOOK_PLAIN,  /* marker, then the text */
};

enum qc_look qc_unit_look(const struct qc_unit *unit);

/* Is the first line of a unit of this look a heading of the document's outline? */
static inline bool qc_look_is_heading(enum qc_look look)
{
    return look == QC_LOOK_LABEL || look == QC_LOOK_TITLE;
}

/* The unit's first paragraph, or NULL. */
const struct qc_inlines *qc_unit_text(const struct qc_unit *unit);

/* Is there something to print? NULL is allowed. */
bool qc_has_text(const struct qc_inlines *inlines);

enum qc_step {
    QC_STEP_END,
    QC_STEP_TEXT,  /* text, code or a reference */
    QC_STEP_ENTER, /* emphasis, strong or a link: its children follow */
    QC_STEP_LEAVE,
};

struct qc_open {
    const struct qc_inline *node;
    bool shown; /* false: passed over */
};

/*
 * A walk through one paragraph in printed order. It does not recurse, so that
 * no text can exhaust the stack, and hands out only what every format can
 * print: a link inside a link, one with an address that is not http, https
 * or mailto, and marks nested deeper than any reader needs are passed over,
 * their text is not.
 */
struct qc_walk {
    struct qc_arena *arena;
    const struct qc_inline *next;
    struct qc_inline whole;       /* the text of a paragraph that is one run of it */
    bool is_whole;                /* and it has not been handed out */
    QC_VEC(struct qc_open) open;  /* containers around next */
    size_t shown;                 /* how many of them were handed out */
    const struct qc_inline *link; /* the link among those, or NULL */
};

struct qc_walk qc_walk_start(struct qc_arena *arena, const struct qc_inlines *inlines);
enum qc_step qc_walk_next(struct qc_walk *walk, const struct qc_inline **node);

/*
 * The address with every byte that may not stand in a URI percent-encoded
 * (RFC 3986): no blank, quote, bracket, backslash or control is left in it.
 */
struct qc_str qc_url_encode(struct qc_arena *arena, struct qc_str url);

/* The file of stdlib/ with this name, or nothing. */
struct qc_str qc_embedded_text(const char *name);

/* In a table special[]: a letter begins with it that is kept when it is one of Vietnamese. */
enum { QC_LETTER_BYTE = 2 };

/*
 * Writes text; at a byte that special[] marks, what replace says of the code
 * point there: other text, or a view without pointer to keep it. The bytes
 * between are copied in runs.
 */
void qc_escape_runs(struct qc_out *out, struct qc_str text, const unsigned char special[256],
                    struct qc_str (*replace)(struct qc_arena *arena, unsigned code));

/*
 * The bytes of a table special[] with which what is unprintable begins; a
 * format adds its own.
 */
/* clang-format off */
#define QC_UNPRINTABLE_BYTES                                                                                  \
    [0x00] = 1, [0x01] = 1, [0x02] = 1, [0x03] = 1, [0x04] = 1, [0x05] = 1, [0x06] = 1, [0x07] = 1,           \
    [0x08] = 1, [0x0A] = 1, [0x0B] = 1, [0x0C] = 1, [0x0D] = 1, [0x0E] = 1, [0x0F] = 1, [0x10] = 1,           \
    [0x11] = 1, [0x12] = 1, [0x13] = 1, [0x14] = 1, [0x15] = 1, [0x16] = 1, [0x17] = 1, [0x18] = 1,           \
    [0x19] = 1, [0x1A] = 1, [0x1B] = 1, [0x1C] = 1, [0x1D] = 1, [0x1E] = 1, [0x1F] = 1, [0x7F] = 1,           \
    [0xC2] = 1, [0xD8] = 1, [0xE2] = 1, [0xEF] = 1, [0xF0] = 1, [0xF1] = 1, [0xF2] = 1, [0xF3] = 1,           \
    [0xF4] = 1
/* clang-format on */

/* Kept as typed: the answer of a replace function. */
#define QC_KEEP ((struct qc_str){ NULL, 0 })

/* What stands for a code point that no output carries: a blank for a line end, else U+FFFD. */
#define QC_BLANK QC_STR(" ")
#define QC_REPLACED QC_STR("\xEF\xBF\xBD")

/* What no output carries: controls but tab and line end, and what never is a character. */
bool qc_is_unprintable(unsigned code);

/* What a printed page makes of a character. */
enum qc_page_character {
    QC_PAGE_LETTER,   /* prints */
    QC_PAGE_BLANK,    /* one blank with those beside it */
    QC_PAGE_TIE,      /* a blank at which no line ends */
    QC_PAGE_NOTHING,  /* by Unicode prints nothing: a font without it would show a box */
    QC_PAGE_REPLACED, /* no output carries it */
};
enum qc_page_character qc_page_character(unsigned code);

#endif
