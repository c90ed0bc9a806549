/*
 * loose.h - what a piece opens with, for markers.c: the number of a series and its mark.
 */
#ifndef QC_IMPORT_LOOSE_H
#define QC_IMPORT_LOOSE_H

#include "import/draft.h"

/* Series that go on by one, whatever their marks are. */
enum import_series {
    SERIES_NONE,
    SERIES_ARTICLE,
    SERIES_ROMAN,
    SERIES_SIGN,
    SERIES_NUMBER,
    SERIES_LETTER,
    SERIES_COUNT
};

/* What a piece opens with. */
struct import_opening {
    enum import_series series;
    unsigned value;
    bool loose;           /* its mark is none of the language: */
    struct qc_str number; /* "a", "Điều 5" */
    struct qc_str mark;   /* "," */
    size_t rest;          /* where the text behind it begins */
};

/* Reads a marker whose mark is none of the language. False when there is none; *opening is filled in part then. */
bool import_read_loose(const struct import_piece *piece, struct import_opening *opening);

#endif
