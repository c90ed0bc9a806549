/*
 * signs.h - letters that stand for signs: those of symbol fonts, and raised figures.
 */
#ifndef QC_IMPORT_SIGNS_H
#define QC_IMPORT_SIGNS_H

#include "base/str.h"

/* A character of a symbol font, U+F020 to U+F0FF, as the sign that Unicode has for it; others as they are. */
unsigned qc_import_symbol(unsigned code);

/* Text in a font whose letters are signs: "ü" of Wingdings is a tick. In another font it stays as it is. */
struct qc_str qc_import_symbols(struct qc_arena *arena, struct qc_str text, struct qc_str font);

/* Raised text, as Unicode has raised figures: the 2 of "m2", the 1 of a note. What is not all figures stays as it is. */
struct qc_str qc_import_raised(struct qc_arena *arena, struct qc_str text);

#endif
