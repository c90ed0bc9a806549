/*
 * inline.h - what stands inside a paragraph: text, emphasis, code, links and
 * what {…} prints.
 *
 * Inline text is final: names are substituted, escapes are resolved. An
 * emitter escapes it for its format and changes nothing else.
 */
#ifndef QC_INLINE_INLINE_H
#define QC_INLINE_INLINE_H

#include "diag/diag.h"
#include "syntax/tree.h"

enum qc_inline_kind {
    QC_INLINE_TEXT,      /* text */
    QC_INLINE_EMPHASIS,  /* children */
    QC_INLINE_STRONG,    /* children */
    QC_INLINE_CODE,      /* text */
    QC_INLINE_LINK,      /* children; target is an http, https or mailto address */
    QC_INLINE_REFERENCE, /* text, the printed reference; unit is what it points to */
};

struct qc_inline {
    enum qc_inline_kind kind;
    struct qc_str text;
    struct qc_str target;
    const struct qc_unit *unit;
    struct qc_inline *children, *next;
};

/* One paragraph: a list of inlines, and the plain text that it prints. */
struct qc_inlines {
    struct qc_inline *first; /* NULL when all of it is one run of text */
    struct qc_str plain; /* all its text, without emphasis and links */
    bool tame;           /* plain is known to be tame (base/bytes.h) */
    bool no_reference;   /* plain is known to hold no reference to a unit (sema/glance.h) */
    const struct qc_prose *prose; /* what it was read from; NULL when it stands in no source */
};

/* What the caller knows: the texts behind {…}. */
struct qc_expander {
    /*
     * Expands the reference `body` (what stands between the braces, blanks
     * trimmed) at span. Returns false when it is unknown, in which case it
     * prints as typed and the expander has reported it. Else sets *text and,
     * for a reference to a unit, *unit.
     */
    bool (*expand)(void *user, struct qc_str body, struct qc_span span, struct qc_str *text,
                   const struct qc_unit **unit);
    void *user;
};

/*
 * Reads the inlines of prose[from..to). Reports unpaired stars, braces that
 * are text and refused links. Never returns NULL.
 */
struct qc_inlines *qc_inline_read(struct qc_compilation *cx, const struct qc_prose *prose, size_t from, size_t to,
                                  const struct qc_expander *expander);

/* Its inlines; makes the one of a paragraph that is one run of text. */
struct qc_inline *qc_inline_nodes(struct qc_arena *arena, struct qc_inlines *inlines);

/* A paragraph of plain text that stands in no source. */
struct qc_inlines *qc_inline_plain(struct qc_arena *arena, struct qc_str text);

/* Puts plain text before or after a paragraph; empty text changes nothing. */
void qc_inline_prepend(struct qc_arena *arena, struct qc_inlines *inlines, struct qc_str text);
void qc_inline_append(struct qc_arena *arena, struct qc_inlines *inlines, struct qc_str text);

/* Is text[at] a backslash that escapes the ASCII punctuation behind it? */
bool qc_inline_is_escape(struct qc_str text, size_t at);

/* Adds plain text as a value has it: a brace or backslash in it opens no reference. */
void qc_inline_add_escaped(struct qc_buf *buf, struct qc_str text);

/* Reports that the brace at prose[at] opens or closes no reference and prints as text. */
void qc_inline_report_brace(struct qc_compilation *cx, const struct qc_prose *prose, size_t at);

/* Version of libcmark. */
const char *qc_inline_cmark_version(void);

/* All text of a list of inlines. */
struct qc_str qc_inline_text(struct qc_arena *arena, const struct qc_inline *first);

/* May a link lead to this address: http, https or mailto? */
bool qc_link_allowed(struct qc_str address);

/* Where brackets and addresses of a text end, for qc_link_refused: all at once, so that many cost no more than one. */
const uint32_t *qc_link_ends(struct qc_arena *arena, struct qc_str text);

/* Does a link open at the bracket text[at] that may not be one: another scheme, or a title? */
bool qc_link_refused(struct qc_str text, const uint32_t *ends, size_t at);

enum qc_inline_piece_kind {
    QC_PIECE_TEXT,      /* a run of characters that mean themselves */
    QC_PIECE_ESCAPE,    /* a backslash and the ASCII punctuation that it makes text */
    QC_PIECE_REFERENCE, /* {…} with its braces */
    QC_PIECE_BRACE,     /* a brace that opens or closes no reference */
    QC_PIECE_MARK,      /* one character that CommonMark knows, or a backslash that escapes nothing */
};

struct qc_inline_piece {
    enum qc_inline_piece_kind kind;
    size_t begin, end; /* in the text */
};

/* The piece of text that begins where the one given ends; false at the end of text. */
bool qc_inline_next(struct qc_str text, struct qc_inline_piece *piece);

/*
 * One reference {…} in text at or after from. Returns false when there is
 * none; else [*begin, *end) is the reference with its braces. Backslash
 * escapes are respected.
 */
bool qc_inline_next_reference(struct qc_str text, size_t from, size_t *begin, size_t *end);

#endif
