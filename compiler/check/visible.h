/*
 * visible.h - prose as its words and marks are read: what is no prose
 * ({…}, code, addresses, escaped marks, HTML) is hidden, every offset stays.
 */
#ifndef QC_CHECK_VISIBLE_H
#define QC_CHECK_VISIBLE_H

#include "base/utf8.h"
#include "check/texts.h"

/* Stands for each hidden byte: neither blank nor mark, so it counts as part of a word that is never looked into. */
enum { QC_HIDDEN = 1 };

/* The text of prose with hidden bytes for what is no prose; the text itself when there is none. */
struct qc_str qc_visible(struct qc_arena *arena, const struct qc_prose *prose);

/* May an address stand in a text? It begins with a scheme, or with "www.". */
bool qc_may_hold_address(struct qc_str text);

/* The same, but for tags and entities of HTML, which are in sight. */
struct qc_str qc_visible_markup(struct qc_arena *arena, const struct qc_prose *prose);

/* A run of letters, digits and hidden bytes. */
struct qc_word {
    size_t begin, end;
};

/* The next word at or after *at, which moves behind it; false when there is none. */
bool qc_word_next(struct qc_str text, size_t *at, struct qc_word *word);

struct qc_str qc_word_text(struct qc_str text, struct qc_word word);

static inline bool qc_is_digit(unsigned c)
{
    return c >= '0' && c <= '9';
}

/* A letter, a digit or hidden: what a mark is written close to. */
static inline bool qc_is_word_code(unsigned c)
{
    return c == QC_HIDDEN || qc_is_digit(c) || qc_is_letter(c);
}

/* Length of the blanks in text from at on. */
size_t qc_blanks_at(struct qc_str text, size_t at);

/* Where the blanks before text[at] begin. */
size_t qc_blanks_before(struct qc_str text, size_t at);

/*
 * The source from prose[begin] up to prose[end], the blanks and line ends
 * between two lines included. Its text may hold comments.
 */
struct qc_span qc_gap_span(const struct qc_prose *prose, size_t begin, size_t end);

/*
 * The lines of a span, whole, with the line end behind them or, at the end of
 * a file that lacks it, the one before.
 */
struct qc_span qc_whole_lines(const struct qc_source *source, struct qc_span span);

/* What stands before a span on its line. */
struct qc_str qc_line_before(const struct qc_source *source, struct qc_span span);

/* Nothing but blanks and line ends in a span: it may be closed. */
bool qc_gap_is_empty(const struct qc_compilation *cx, struct qc_span span);

/* End of the words of a text: before a label {#…} and the blanks at its end. */
size_t qc_words_end(struct qc_str text);

#endif
