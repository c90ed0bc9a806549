/*
 * syllable.h - can a word be a Vietnamese syllable?
 *
 * A grammar of 27 onsets and some 170 rimes with the rules of the tones: it
 * knows no dictionary, and a word that it takes may still be the wrong one.
 * Must not be asked about foreign words, names and abbreviations.
 */
#ifndef QC_CHECK_SYLLABLE_H
#define QC_CHECK_SYLLABLE_H

#include "base/str.h"

enum qc_syllable_kind {
    QC_SYLLABLE_NONE,       /* no syllable: sacch, tráchnhiệm */
    QC_SYLLABLE_TONE_LACKS, /* ends in c, ch, p, t without sắc or nặng: sach, nhip */
    QC_SYLLABLE_TONE_PLACE, /* the tone stands on the wrong letter: đòan, qúy */
    QC_SYLLABLE_FINE,
};

/* Where the tone stands in hóa, hoá: both are written, and one text should choose. */
enum qc_tone_place { QC_TONE_ELSEWHERE, QC_TONE_EARLY, QC_TONE_LATE };

struct qc_syllable {
    enum qc_syllable_kind kind;
    unsigned tone;            /* 0 none, then huyền, sắc, hỏi, ngã, nặng */
    enum qc_tone_place place; /* of an open syllable in oa, oe, uy that has a tone */
};

enum { QC_TONE_NONE, QC_TONE_HUYEN, QC_TONE_SAC, QC_TONE_HOI, QC_TONE_NGA, QC_TONE_NANG };

/* Reads a word in lower case (NFC). */
struct qc_syllable qc_syllable_read(struct qc_str word);

/*
 * The word with this tone where it belongs, capitals as typed. `late` decides
 * for open oa, oe, uy.
 */
struct qc_str qc_syllable_with_tone(struct qc_arena *arena, struct qc_str word, unsigned tone, bool late);

/*
 * Where a word of two syllables written as one comes apart ("tráchnhiệm"), or
 * 0 when it does not, or in more than one place.
 */
size_t qc_syllable_seam(struct qc_str word);

#endif
