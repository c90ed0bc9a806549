/*
 * title.h - the titles of instruments in a text, word by word.
 */
#ifndef QC_CHECK_TITLE_H
#define QC_CHECK_TITLE_H

#include "sema/instrument.h"
#include "sema/reading.h"

/* The item behind the words of a title, all of which stand from item number at on; 0 when they do not. */
size_t qc_title_match(const struct qc_reading *reading, size_t at, struct qc_str title);

/*
 * The item behind the title of an instrument, its subject, that begins at item
 * number at, behind its type (small letters); 0 when it does not stand there whole, before
 * item number stop. A charter of schools goes by one of these schools, too.
 */
size_t qc_title_end(const struct qc_reading *reading, size_t at, size_t stop, const char *type,
                    struct qc_str instrument_type, struct qc_str title);

/* Do items from to end speak of something else than a subject: without one of its words that say anything? */
bool qc_title_is_other(const struct qc_reading *reading, size_t from, size_t end, struct qc_str subject);

/* Have they at least half of these words? */
bool qc_title_is_same(const struct qc_reading *reading, size_t from, size_t end, struct qc_str subject);

#endif
