/*
 * telex.h - words whose Telex keys were not turned into marks: "truwowngf".
 */
#ifndef QC_CHECK_TELEX_H
#define QC_CHECK_TELEX_H

#include "base/str.h"

/*
 * The syllable that the keys of a word (ASCII, small letters) stand for:
 * "truwowngf" is "trường", "ddaof" is "đào". "" when they make no syllable, or
 * one without any mark.
 */
struct qc_str qc_telex_read(struct qc_arena *arena, struct qc_str keys);

#endif
