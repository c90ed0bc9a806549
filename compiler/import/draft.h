/*
 * draft.h - an old document while it is turned into texts: its lines as
 * pieces, cut into words. For the files of import/ only.
 */
#ifndef QC_IMPORT_DRAFT_H
#define QC_IMPORT_DRAFT_H

#include "import/import.h"
#include "import/words.h"
#include "syntax/keyword.h"
#include "syntax/token.h"

/* --- pieces ------------------------------------------------------------- */

enum import_piece_kind {
    IMPORT_PIECE_TEXT,
    IMPORT_PIECE_FURNITURE, /* of the page: its number, its header, a menu */
    IMPORT_PIECE_NOTE,      /* a footnote */
};

/* A line of the page, without the marks that are the look of its format. */
struct import_piece {
    struct import_cut cut;
    const struct import_line *line;
    enum import_piece_kind kind;
    bool opens; /* it opens a paragraph of the page, or a cell */
    bool bold;
    unsigned table, row, cell; /* from 1; table 0: in none */
    size_t indent;             /* columns before it in the source */
    bool drawn;  /* a row of a table that is drawn with tabs or blanks; its cells are parted by "|" now */
    bool marked; /* it opens with a marker: */
    struct qc_marker marker;
    size_t rest;           /* where the text behind the marker begins */
    bool mended;           /* from here on the language has another mark for such markers */
    struct qc_str dropped; /* a list number of a converter that stood before the marker, or empty */
};

struct import_draft {
    struct qc_compilation *cx;
    const struct import_page *page;
    struct qc_str stem;
    struct import_phrases phrases;
    QC_VEC(struct import_piece) pieces;
    size_t line_width;  /* where the page breaks its lines, in characters */
    size_t least_width; /* what nearly all lines that it broke would have passed with one word more */
    bool wrapped;       /* within those of such a page every line end is a wrap */
    bool indented;      /* first lines of paragraphs stand at a column of at least */
    size_t indent;      /* this, and others before it */
    bool spaced;        /* paragraphs are parted by blank lines, so that other line ends are wraps */
    struct import_result *result;
    struct import_text *text; /* the one that is written */
    struct qc_buf out;        /* its text so far */
    size_t aside_end;         /* where in it the last block of comments ends; SIZE_MAX: none yet */
};

static inline struct qc_arena *import_arena(const struct import_draft *draft)
{
    return &draft->cx->arena;
}

enum {
    IMPORT_MOST_LINES = 24,      /* of a title, of what it is attached to: what has more is none */
    IMPORT_MOST_TEXTS = 24,      /* of one page: the last takes what is left */
    IMPORT_MOST_SIGNATURES = 24, /* of one text */
    IMPORT_LONGEST_FIELD = 4000, /* bytes */
    IMPORT_FULL_LINE = 66,       /* as in the language: a line that could not take one word more */
    IMPORT_LONGEST_WRAP = 120,   /* no editor breaks lines longer than this */
};

/* The pieces of the page (clean.c), and the markers that they open with (markers.c). */
void import_clean(struct import_draft *draft);
void import_read_markers(struct import_draft *draft);

/* Does the title of an annex or a form stand at a piece: "Phụ lục I", "DANH SÁCH" above "(Kèm theo …)" (annex.c)? */
bool import_opens_annex(struct import_draft *draft, size_t at);

/* --- what a piece looks like (look.c) ------------------------------------- */

unsigned import_last_code(struct qc_str text);         /* the last code point, or 0 */
bool import_is_capitals(const struct import_cut *cut); /* has letters, all of them capital */
bool import_is_nation(const struct import_draft *draft, const struct import_cut *cut, int *whose);
bool import_is_basis(const struct import_draft *draft, const struct import_piece *piece);
bool import_is_enacting(const struct import_draft *draft, const struct import_cut *cut);
/* Does "(Kèm theo Quyết định …)" begin at a piece? */
bool import_is_attached(struct import_draft *draft, size_t at);
bool import_is_person(const struct import_draft *draft, const struct import_cut *cut);
size_t import_end_of_person(const struct import_cut *cut); /* of the name, before a full stop */
bool import_is_signed_mark(const struct import_draft *draft, const struct import_cut *cut); /* "(Đã ký)" */
bool import_is_recipients(const struct import_draft *draft, const struct import_cut *cut); /* "Nơi nhận:" */
/* Opens with words of authority or is a position, as the lines above a signature do. */
bool import_is_signing(const struct import_draft *draft, const struct import_cut *cut);
/* The kind of document that a title opens with; *words of it. */
const struct import_phrase *import_kind_of(const struct import_draft *draft,
                                           const struct import_piece *piece);

/* "Long Biên, ngày 07 tháng 10 năm 2024": where the place ends and the date begins, in words; false when it is none. */
struct import_place_date {
    struct qc_str place;
    struct qc_str day, month, year; /* as typed; empty: blank */
    bool figures;                   /* "05/10/2025" without the words tháng and năm */
};
/* "7/10/2024" as the language takes it, blank parts left out; empty when all are blank. */
struct qc_str import_date_text(struct qc_arena *arena, const struct import_place_date *found);
bool import_read_place_date(const struct import_draft *draft, const struct import_cut *cut,
                            struct import_place_date *found);

/* --- paragraphs (join.c) --------------------------------------------------- */

struct import_paragraph {
    struct qc_str text;
    struct qc_buf joined; /* the text, where it is of several lines */
    size_t first, end;    /* pieces; furniture among them is not in the text */
    bool opens_unit;
    bool bridged; /* joined over a blank line */
    bool row;     /* a row of a table */
};

struct import_paragraphs {
    QC_VEC(struct import_paragraph) items;
};

/* What the lines of the page show of its layout (layout.c). */
void import_find_layout(struct import_draft *draft);
size_t import_width_of(const struct import_piece *piece);
/* Width of a line if it took the first word of the next one as well. */
size_t import_width_with(const struct import_piece *above, const struct import_piece *piece);

/* Joins the pieces [begin, end) where one goes on in the next; recitals: a basis opens a paragraph. */
void import_join(struct import_draft *draft, size_t begin, size_t end, bool recitals,
                 struct import_paragraphs *paragraphs);

/* Finds the rows of tables without borders among the pieces [begin, end) of a body (drawn.c). */
void import_find_rows(struct import_draft *draft, size_t begin, size_t end);

/* --- fragments (fragment.c) ------------------------------------------------- */

/* What of a piece is one thing in a head or under a text, where columns stand beside each other on one line. */
struct import_fragment {
    struct import_cut cut;
    const struct import_piece *piece;
    bool marked;     /* it opens with the marker of a unit that is no dash */
    unsigned column; /* from 1: its column, and the cell of a table; 0 where there is but one */
    size_t at, end;  /* where it stands on its line, in columns of a page */
    unsigned tabs;   /* before it on its line */
    bool spaced;     /* what stands beside it is parted from it by more than a blank */
    bool nation;     /* the national head, or that of the Party or the Youth Union */
    bool used;       /* a field holds it, or the outputs print it of themselves */
};

struct import_fragments {
    QC_VEC(struct import_fragment) items;
};

/* Where the next gap that parts columns begins in a text from `at` on, and where it ends; text.len when there is none. */
size_t import_find_gap(struct qc_str text, size_t at, size_t *end);

/* Cuts the pieces [begin, end) into columns; head: where words of a head follow each other, there too. */
void import_fragments_cut(struct import_draft *draft, size_t begin, size_t end, bool head,
                          struct import_fragments *fragments);

/* Where the next thing on a line of a foot begins, a byte; 0: there is none (glued.c). */
struct import_border {
    size_t at;
    bool column; /* it stands in the next column, not below */
};
struct import_border import_foot_border(struct import_draft *draft, const struct import_cut *cut,
                                        bool in_table);

/* Gives the fragments of a foot their columns, from 1, a block of them below the other; returns the last one (columns.c). */
unsigned import_find_columns(const struct import_draft *draft, struct import_fragments *fragments);

/* --- the parts of one text ------------------------------------------------- */

struct import_issuer {
    struct qc_str name;
    bool parent, bold;
};

struct import_signature {
    struct {
        int field; /* enum qc_field_id of bên */
        struct qc_str text;
    } lines[8]; /* in the order of the page */
    size_t count;
    struct qc_str name; /* empty: a blank */
    bool taken;         /* a party of the title has it */
};

struct import_party {
    struct qc_str name, full_name, alias;     /* the last two may be empty */
    const struct import_signature *signature; /* or NULL */
};

/* A text of the page: where its parts stand, and what was read of them. */
struct import_part {
    size_t begin, title, below, recitals, body, ending, annex, end; /* pieces, in this order */
    const struct import_phrase *kind;                               /* or NULL */
    const struct import_phrase *foreign; /* what it is when the language has no form for it; or NULL */
    int whose;                           /* IMPORT_STATE … */
    struct import_fragments head, foot;
    QC_VEC(struct qc_str) subject; /* lines */
    QC_VEC(struct import_issuer) issuers;
    struct qc_str number, attached, authority, school_year;
    size_t head_lines, title_lines; /* that were read */
    size_t year_line, year_begin;   /* where in the subject the school year stands */
    struct import_place_date place_date;
    struct import_place_date foot_date; /* of a line above the signatures */
    size_t recipients_heading;          /* 1 + its fragment; 0: none */
    size_t foot_dated, foot_days;       /* 1 + its first fragment, 0: none; how many */
    bool enacts;                        /* the line of authority ends in QUYẾT ĐỊNH */
    bool numbered, dated;               /* a line for the number, or for place and date, is there */
    QC_VEC(struct import_signature) signatures;
    QC_VEC(struct qc_str) recipients;
    QC_VEC(struct import_party) parties;
    struct import_paragraphs preamble, text;
    size_t closing; /* paragraphs of text from here on are the closing */
};

/* Finds the texts of the page and the parts of each (split.c). */
struct import_parts {
    QC_VEC(struct import_part) items;
};
void import_split(struct import_draft *draft, struct import_parts *parts);
/* Label, section sign, number or letter: what opens a body in the language. */
bool import_opens_body(const struct import_draft *draft, size_t at);

/* Do names of bodies stand beside each other, as above the positions of those who sign? */
bool import_names_signing_bodies(struct import_draft *draft, size_t at);
/* Does what stands under a text begin at a piece (ending.c)? */
bool import_opens_ending(struct import_draft *draft, size_t at);
/*
 * A heading that goes on with the body's numbers behind the piece: the text does not end there, nor anywhere before
 * that heading. Its place, or 0.
 */
size_t import_body_goes_on(struct import_draft *draft, size_t at);

void import_read_head(struct import_draft *draft, struct import_part *part);          /* head.c */
bool import_read_number_line(struct import_part *part, const struct import_cut *cut); /* "Số: 12/QC-MNHM" */
void import_read_issuers(struct import_draft *draft, struct import_part *part);       /* issuers.c */
void import_read_title(struct import_draft *draft, struct import_part *part);         /* title.c */
/* The line of authority where it stands behind the bases; it is taken from the recitals. */
void import_read_authority(struct import_draft *draft, struct import_part *part);
void import_read_foot(struct import_draft *draft, struct import_part *part); /* foot.c */
bool import_is_foot_day(const struct import_part *part,
                        size_t at); /* is a fragment of the foot its place and date? */
void import_read_parties(struct import_draft *draft, struct import_part *part); /* parties.c */
struct import_party *import_party_named(struct import_part *part, struct qc_arena *arena, struct qc_str name);
/* What a paragraph says of parties: "… (sau đây gọi là …)" (aliases.c). */
void import_read_aliases(struct import_draft *draft, struct import_part *part, struct qc_str text);

#endif
