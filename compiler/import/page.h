/*
 * page.h - an old document as its file shows it: lines, and what the format says of each.
 *
 * The readers make it of bytes, one for each format; what the lines mean is
 * for others to find out. No reader drops a word: what is no part of the
 * document, as a page's number or a web page's menu, is a line as well, and
 * marked. All of it lives in the arena that the reader was given.
 */
#ifndef QC_IMPORT_PAGE_H
#define QC_IMPORT_PAGE_H

#include "base/str.h"
#include "base/vec.h"

enum import_format { IMPORT_TEXT, IMPORT_MARKDOWN, IMPORT_DOCX, IMPORT_HTML, IMPORT_FORMAT_COUNT };

enum import_align { IMPORT_ALIGN_UNKNOWN, IMPORT_ALIGN_LEFT, IMPORT_ALIGN_CENTER, IMPORT_ALIGN_RIGHT };

/* What parts a line from the one before it. */
enum import_break {
    IMPORT_BREAK_PARAGRAPH, /* a blank line, or the format's own paragraph: certainly another one */
    IMPORT_BREAK_LINE,      /* a line's end in plain text, which may be a hard wrap; <br>, Shift+Enter */
};

struct import_line {
    struct qc_str text; /* NFC, without control characters, not empty; a tab and a no-break space are kept */
    unsigned source_line; /* from 1: of text and HTML the line, of docx the paragraph */
    enum import_break before;
    enum import_align align;
    unsigned heading;   /* level of a heading of the format, from 1; 0: none */
    bool bold, italic;  /* the whole line is */
    unsigned table;     /* number of its table in the file, from 1; 0: in none */
    unsigned row, cell; /* there, from 1; a table in a cell is lines of that cell */
    bool numbered;      /* what the text begins with was put there by automatic numbering */
    bool lost_number;   /* automatic numbering put something there, and it cannot be told what */
    bool furniture;     /* of the page and not of the document: its header, its number, a menu */
    bool footnote;      /* of a note; the text begins with its number in brackets: "[1] " */
};

struct import_page {
    const char *name; /* of the file */
    enum import_format format;
    const char *encoding; /* static: "UTF-8", "TCVN3"; of docx "UTF-8" */
    QC_VEC(struct import_line) lines;
    size_t deleted;  /* words that a tracked change had deleted; the only ones that are left out */
    size_t pictures; /* pictures and formulas, which have no words */
};

/* Words of a text, runs of letters and digits: what all figures count (words.c). */
size_t import_count(struct qc_str text);

#endif
