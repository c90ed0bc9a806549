/*
 * tree.h - what the parser makes of one file: declarations and units.
 *
 * Prose is kept as written: pieces of source lines joined by one blank. The
 * tree knows the language's structure and nothing of the document's meaning.
 */
#ifndef QC_SYNTAX_TREE_H
#define QC_SYNTAX_TREE_H

#include "source/source.h"
#include "syntax/keyword.h"

/* A piece of prose that lies in one line of the source. */
struct qc_piece {
    uint32_t text;   /* where it begins in the prose */
    uint32_t source; /* where it begins in the source */
};

/* What only few texts need: of several lines, or not as written. */
struct qc_pieces {
    QC_VEC(struct qc_piece) items; /* at least one, in order */
    size_t capacity;               /* of the prose's own copy */
    uint32_t source_end;           /* end of its last line's text */
};

/* A paragraph or a value: source lines without their indentation, joined by one blank. A text has many: few bytes. */
struct qc_prose {
    struct qc_str text;
    uint32_t file, source;    /* where it begins */
    struct qc_pieces *pieces; /* NULL: one line, and the text is a view of the source */
};

/* How many pieces it has, at least one, and which. */
size_t qc_prose_piece_count(const struct qc_prose *prose);
struct qc_piece qc_prose_piece(const struct qc_prose *prose, size_t index);

/* Where its last line's text ends in the source. */
uint32_t qc_prose_end(const struct qc_prose *prose);

/* Where text[begin..end) of the prose stands in the source. */
struct qc_span qc_prose_span(const struct qc_prose *prose, size_t begin, size_t end);

/* The whole prose in the source. */
struct qc_span qc_prose_whole(const struct qc_prose *prose);

struct qc_declaration {
    const struct qc_keyword *keyword;
    struct qc_span key;                        /* the keyword as typed */
    QC_VEC(struct qc_prose *) values;          /* in order; a blank declaration has none */
    QC_VEC(struct qc_declaration *) fields;    /* of a block */
    QC_VEC(struct qc_prose *) paragraphs;      /* of mở đầu, kết thúc, nơi nhận */
    QC_VEC(struct qc_prose *) lines;           /* the first value's typed lines */
    QC_VEC(const struct qc_declaration *) taken; /* set by sema: those of used files whose fields it has taken over */
    bool paragraph_open;                       /* while parsing: the next line may continue the last paragraph */
};

/* Kinds of number of a unit, by their look; see language, "Styles". */
enum qc_style {
#define QC_STYLE(id, name, rank, numbering, citation, anchor) QC_STYLE_##id,
#include "syntax/style.def"
    QC_STYLE_COUNT
};

enum qc_numbering { QC_NUMBERING_NONE, QC_NUMBERING_ARABIC, QC_NUMBERING_ROMAN, QC_NUMBERING_LETTER };

struct qc_style_info {
    const char *name;     /* for dumps */
    int rank;             /* class for nesting; smaller is outer */
    enum qc_numbering numbering;
    const char *citation; /* word before the number in a reference; "" when it cannot be cited */
    const char *anchor;   /* what an anchor has before the number */
};

const struct qc_style_info *qc_style_info(enum qc_style style);

/* Phần, Chương, Mục, Tiểu mục, Điều, A., I. */
bool qc_style_is_heading(enum qc_style style);

/* What a unit opens with. Units are many, so that it takes 32 bytes; the functions below say what stands where. */
struct qc_marker {
    const char *typed;      /* "Điều 5.", "1.", "a)", "-" in the text of the source, label word included */
    uint32_t begin, length; /* its offset there, and its bytes */
    uint32_t file;
    uint32_t number_at;     /* where in it the number stands */
    unsigned value;         /* last component: 5, 2, place among the Vietnamese letters, 2 */
    uint8_t number_length, separator_length;
    enum qc_style style : 8;
    bool number_is_proper : 1; /* false for a bad Roman numeral or a letter outside the Vietnamese order */
    bool closed_series : 1;    /* continues a series in another style: 2) after 1. */
};

/* As typed, and where. */
static inline struct qc_str qc_marker_text(const struct qc_marker *marker)
{
    return (struct qc_str){ marker->typed, marker->length };
}

static inline uint32_t qc_marker_end(const struct qc_marker *marker)
{
    return marker->begin + marker->length;
}

static inline struct qc_span qc_marker_span(const struct qc_marker *marker)
{
    return (struct qc_span){ marker->begin, qc_marker_end(marker), marker->file };
}

/* "5", "II", "đ", "1.2"; empty for items. */
static inline struct qc_str qc_marker_number(const struct qc_marker *marker)
{
    return (struct qc_str){ marker->typed + marker->number_at, marker->number_length };
}

/* ".", ")", "/", ".-", "()" …; empty when there is none. */
struct qc_str qc_marker_separator(const struct qc_marker *marker);

/* The components of its number before the last: "1" of 1.2. */
struct qc_str qc_marker_prefix(const struct qc_marker *marker);

/* Where its number stands. */
struct qc_span qc_marker_number_span(const struct qc_marker *marker);

enum qc_form {
    QC_FORM_SENTENCE, /* runs in after its number */
    QC_FORM_TITLE,    /* first paragraph is a title on its own line */
    QC_FORM_LEAD,     /* first paragraph leads in what follows with a colon */
};

/* "sentence", "title", "lead": for dumps. */
const char *qc_form_name(enum qc_form form);

struct qc_inlines;
struct qc_label;

struct qc_unit {
    struct qc_marker marker;
    struct qc_unit *parent, *first_child, *next;
    struct qc_prose first;     /* its first paragraph: on the marker's line, or its title */
    struct qc_prose *further;  /* the others, of the few units that have any */
    uint32_t paragraph_count;
    unsigned depth : 24;       /* 1 for the outermost; the root has 0 */
    enum qc_form form : 8;

    /* set by sema */
    struct qc_str anchor;              /* unique in the document; letters and figures of ASCII, "." and "-": no format escapes it */
    const struct qc_label *label;      /* its {#…}, or NULL */
    struct qc_inlines *content;        /* one for each paragraph */
    unsigned ordinal;                  /* among the siblings of its style that follow each other, from 1 */
    unsigned repeats;                  /* how many later units have the same anchor but for a suffix */
    uint32_t place, last_place;        /* in the order of the text, the root's is 0; that of the last unit in it */
};

/* One of its paragraphs, of paragraph_count. */
static inline const struct qc_prose *qc_unit_paragraph(const struct qc_unit *unit, size_t index)
{
    return index == 0 ? &unit->first : &unit->further[index - 1];
}

/* The next unit in the order of the text, children first; NULL after the last. */
struct qc_unit *qc_unit_next(struct qc_unit *unit);

struct qc_scanned;

struct qc_tree {
    struct qc_source *source;
    const struct qc_scanned *lines; /* of the scanner, with the parts of the layout pass: token.h */
    QC_VEC(struct qc_declaration *) declarations; /* mở đầu included, in order */
    struct qc_unit *root;
    struct qc_declaration *closing, *recipients; /* or NULL */
    bool unmarked; /* typed without Vietnamese marks: ASCII only */
    bool english; /* first keyword was English */
    bool field_meant;        /* the same of a field of a block */
    bool body_lost;          /* its first headings are mistakes that have been reported: it is not missing as well */
    bool meant[QC_KW_COUNT]; /* a mistake in the header was read as this keyword: it is not missing as well */
};

#endif
