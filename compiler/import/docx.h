/*
 * docx.h - what the parts of a .docx share while they are read (ECMA-376, part 1, 17); for docx*.c.
 */
#ifndef QC_IMPORT_DOCX_H
#define QC_IMPORT_DOCX_H

#include "base/map.h"
#include "import/numeral.h"
#include "import/page.h"
#include "import/walk.h"

enum docx_switch { DOCX_UNSET, DOCX_OFF, DOCX_ON };

/* How letters look (17.3.2): what a run, a style or the defaults say. */
struct docx_look {
    enum docx_switch bold, italic, capitals, hidden, raised;
    struct qc_str font;  /* empty: not said */
    struct qc_str style; /* of letters, which comes below what is said here; empty: none */
};

/* How a paragraph stands (17.3.1). */
struct docx_place {
    bool numbered;      /* numId or ilvl is there */
    long number, level; /* -1: not said; number 0: none */
    enum import_align align;
    long outline;      /* level from 0; -1: not said */
    bool mark_deleted; /* a tracked change took its end away: it goes on in the next one */
    struct qc_str style;
};

struct docx_style {
    struct qc_str id, based_on;
    struct docx_look look;
    struct docx_place place;
};

enum { DOCX_LEVELS = 9, DOCX_STYLE_CHAIN = 32 };

struct docx_level {
    enum import_numeral numeral;
    struct qc_str text;  /* "%1.%2." */
    struct qc_str style; /* paragraphs of this style are of the level */
    struct qc_str font;  /* of the sign */
    long start;
    long restart; /* -1: after any higher level; 0: never; n: after level n, from 1 */
    bool legal;   /* all numbers in figures */
    bool glued;   /* no tab or blank behind it */
};

/* A way to number, and how far it has come. */
struct docx_numbering {
    struct qc_str id, link; /* link: the style that has the numbering, when it is defined there */
    struct docx_level levels[DOCX_LEVELS];
    long value[DOCX_LEVELS];
    bool begun[DOCX_LEVELS];
};

/* A use of it: a list of the document. */
struct docx_list {
    struct docx_numbering *numbering;
    struct docx_level *level[DOCX_LEVELS]; /* NULL: that of the numbering */
    bool starts[DOCX_LEVELS];              /* it begins anew there, */
    long start[DOCX_LEVELS];               /* with this */
    bool started[DOCX_LEVELS];
};

/* A field that has begun, such as the number of the page: its instruction, which begins with its name, then its result. */
struct docx_field {
    bool result; /* the instruction is over */
    bool named;  /* the name is */
    char name[16];
    size_t length; /* of the name so far; one that is longer than there is room for is none that matters */
};

struct docx {
    struct qc_arena *arena;
    struct import_walk walk;
    struct import_page *page;
    struct qc_map styles, numberings, lists; /* by id */
    struct docx_look default_look;
    struct qc_str default_style;              /* of paragraphs */
    unsigned paragraphs, tables, definitions; /* so far; definitions: styles, ways to number and lists */
    const struct import_decoder *tcvn3, *vni; /* once a run is in a font of theirs */
    struct qc_buf raw, text;                  /* of the element that was read last */
    QC_VEC(struct docx_field) fields;         /* those that are open */
    struct qc_map footnotes, endnotes;        /* that the text refers to: by id a size_t, their number */
};

/* ---- docx_styles.c ---- */

void docx_read_styles(struct docx *docx);

/* Counts a definition. False, with the walk's fault, when there are more of them than any document has. */
bool docx_may_define(struct docx *docx);

/* What a style says, and for what it does not, those it is based on. */
struct docx_look docx_style_look(const struct docx *docx, struct qc_str style);
struct docx_place docx_style_place(const struct docx *docx, struct qc_str style);

/* Reads w:rPr or w:pPr, which was entered. */
void docx_read_look(struct import_walk *walk, struct docx_look *look);
void docx_read_place(struct import_walk *walk, struct docx_place *place);

/* What over says, else under. */
struct docx_look docx_look_over(struct docx_look under, struct docx_look over);

/* ---- docx_numbering.c ---- */

void docx_read_numbering(struct docx *docx);

/*
 * Counts a paragraph and gives what stands before its text; empty: nothing. *lost: something does, and
 * it cannot be told what.
 */
struct qc_str docx_count(struct docx *docx, const struct docx_place *place, bool *lost);

/* ---- docx_fields.c ---- */

/* What the text of a field's instruction is for. */
void docx_read_instruction(struct docx *docx, struct qc_str text);

/* Begins a field, separates its result, or ends it: w:fldChar. */
void docx_step_field(struct docx *docx, const char *type);

/* Is the text here part of an instruction; of a table of contents, or of the number of a page? */
bool docx_in_instruction(const struct docx *docx);
bool docx_in_furniture(const struct docx *docx);

/* ---- docx_line.c ---- */

/* Fonts whose letters are not Unicode's. */
enum docx_font { DOCX_FONT_UNICODE, DOCX_FONT_TCVN3, DOCX_FONT_TCVN3_CAPITALS, DOCX_FONT_VNI };

struct docx_paragraph {
    struct docx *docx;
    struct import_line kind;
    struct docx_place place;
    struct docx_look style, look; /* look: of the run */
    struct qc_buf text, hidden;
    struct qc_buf
        pending; /* letters of one font that are not decoded yet: a letter of VNI may be in two runs */
    enum docx_font font;           /* theirs */
    bool bold, italic, words;      /* of the line: all of its words are; it has words */
    bool furniture, other_letters; /* it has words of the page, as its number; and others */
    bool settled;                  /* its properties are known */
};

/* Adds letters that look as p->look says. */
void docx_add_text(struct docx_paragraph *p, struct qc_str text);

/* Puts the letters that were added into p->text. */
void docx_flush(struct docx_paragraph *p);

/* Begins a line; adds what was read since then to the page, and begins the next one. */
void docx_begin_line(struct docx_paragraph *p);
void docx_end_line(struct docx_paragraph *p);

/* ---- docx_paragraph.c ---- */

/*
 * Reads w:p, which was entered. carried: words that stand before its own, as those of a paragraph whose
 * end was deleted; it is emptied, or gets the words of this one.
 */
void docx_read_paragraph(struct docx *docx, struct import_line kind, struct qc_buf *carried);

/* ---- docx_body.c ---- */

/* Reads the paragraphs and tables of the element that was entered last; kind: what holds for all of their lines. */
void docx_read_blocks(struct docx *docx, struct import_line kind, struct qc_buf *carried);

/* Reads the notes of a part: those that the text refers to, each with its number. */
void docx_read_notes(struct docx *docx, bool at_end);

/* The number of a note as it stands in the text: "[1]", and "[i]" of those at the end of the document. */
struct qc_str docx_note_sign(struct docx *docx, size_t number, bool at_end);

/* The number of the note that the text refers to next: a new one, unless it has referred to it before. */
size_t docx_note_number(struct docx *docx, struct qc_str id, bool at_end);

#endif
