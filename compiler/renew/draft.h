/*
 * draft.h - what the files of renew/ share while a document is renewed.
 */
#ifndef QC_RENEW_DRAFT_H
#define QC_RENEW_DRAFT_H

#include "renew/renew.h"
#include "sema/reading.h"

/* A number in the file that may be a year. */
struct qc_file_year {
    uint32_t begin, end; /* in the source */
    bool decided, left;  /* settled; and then left alone, for the reason */
    enum qc_year_left reason;
};

struct qc_draft {
    struct qc_compilation *cx;
    const struct qc_document *document;
    const struct qc_source *source;
    struct qc_renewal *renewal;
    unsigned from;                     /* first year of the document's own school year; 0: it has none */
    unsigned step;                     /* years that it moves on */
    QC_VEC(struct qc_file_year) years; /* in the order of the file */
};

static inline struct qc_arena *qc_draft_arena(const struct qc_draft *draft)
{
    return &draft->cx->arena;
}

/* ---- edits.c: changes and things to look at ---- */

/* Texts of text.def for qc_draft_say. */
#define RENEW_TEXT(name, vi, en)                                                                             \
    static const char qc_renew_vi_##name[] __attribute__((unused)) = vi;                                     \
    static const char qc_renew_en_##name[] __attribute__((unused)) = en;
#include "renew/text.def"
#define QC_RENEW_MSG(name) qc_renew_vi_##name, qc_renew_en_##name

/* A text of text.def: qc_draft_say(draft, QC_RENEW_MSG(look_signer), QC_STR_ARGS(name)). */
struct qc_said qc_draft_say(const struct qc_draft *draft, const char *vi, const char *en, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

/* Changes the span. Years in it are settled. */
void qc_draft_change(struct qc_draft *draft, struct qc_span span, enum qc_change_kind kind,
                     struct qc_str text, struct qc_said why);

void qc_draft_look(struct qc_draft *draft, struct qc_span span, struct qc_said what);

/* Puts text in the place of a value; its lines become one, but for comments between them. */
void qc_draft_set_value(struct qc_draft *draft, const struct qc_prose *prose, struct qc_str text,
                        struct qc_said why);

/* Gives a declaration without a value one. */
void qc_draft_fill(struct qc_draft *draft, const struct qc_declaration *declaration, struct qc_str text,
                   struct qc_said why);

/* Takes away the lines that a span touches. */
void qc_draft_remove_lines(struct qc_draft *draft, struct qc_span span, struct qc_said why);

/* Adds a line behind the last one of a declaration. */
void qc_draft_add_line(struct qc_draft *draft, const struct qc_declaration *behind, struct qc_str line,
                       struct qc_said why);

/* Is the declaration one of the document's own file? */
bool qc_draft_is_own(const struct qc_draft *draft, const struct qc_declaration *declaration);

/* ---- years.c: the years of the file ---- */

/* Finds them all; none is settled. */
void qc_draft_find_years(struct qc_draft *draft);

/* Settles those of a span: a change takes care of them. */
void qc_draft_settle(struct qc_draft *draft, struct qc_span span);

/* Leaves those of a span alone that are not settled yet. */
void qc_draft_leave(struct qc_draft *draft, struct qc_span span, enum qc_year_left reason);

/* The same for a value of several lines; comments between them are not in it. */
void qc_draft_leave_prose(struct qc_draft *draft, const struct qc_prose *prose, enum qc_year_left reason);

/* Moves on the year that an item of the reading of prose is: four figures, or two. */
void qc_draft_move(struct qc_draft *draft, const struct qc_prose *prose, const struct qc_item *year,
                   struct qc_said why);

/* What is left in the end goes into the report. */
void qc_draft_report_left(struct qc_draft *draft);

/* Text with each year of four figures moved by so many years. */
struct qc_str qc_years_moved(struct qc_arena *arena, struct qc_str text, int step);

/* The year that an item is, or 0. */
unsigned qc_item_year(const struct qc_item *item);

/* ---- moment.c: what a year belongs to ---- */

enum qc_moment_kind {
    QC_MOMENT_PAIR,    /* 2024 - 2025 */
    QC_MOMENT_PERIOD,  /* 2022 - 2027 */
    QC_MOMENT_DAY,     /* ngày 31 tháng 5 năm 2025, 31/5/2025 */
    QC_MOMENT_MONTH,   /* tháng 9 năm 2024, tháng 9/2024 */
    QC_MOMENT_QUARTER, /* quý I năm 2025; month is its first */
    QC_MOMENT_YEAR,    /* năm 2024, 2024 */
};

struct qc_moment {
    enum qc_moment_kind kind;
    size_t first, end;   /* its items; the words of its label among them */
    size_t years[2];     /* items that are years; of all but pairs and periods the first */
    struct qc_date date; /* year: the first one; day, month: as far as they are named */
    bool labelled;       /* "năm học" stands before the pair */
};

/* The moment whose first year is item number at. False when that is no year. */
bool qc_moment_read(const struct qc_reading *reading, size_t at, struct qc_moment *moment);

/* Do the words of phrase end right before item number end? Returns how many they are, or 0. */
size_t qc_words_before(const struct qc_reading *reading, size_t end, const char *phrase);

/* ---- prose.c: the years of a text ---- */

enum qc_renewed_text {
    QC_RENEWED_PROSE,
    QC_RENEWED_TITLE, /* the subject, or a value: two years need not be said to be a school year */
};

void qc_draft_prose(struct qc_draft *draft, const struct qc_prose *prose, enum qc_renewed_text kind);

/* Is it {năm học}, {năm học trước} or {năm học sau}? */
bool qc_draft_names_year(const struct qc_draft *draft, struct qc_str braces);

/* Does the text name a document by its number, or a day? */
bool qc_draft_is_dated(const struct qc_draft *draft, const struct qc_prose *prose);

/*
 * A basis that has a number or date: {năm học} in it becomes the year that it means now. Returns whether it is one
 * of the document's own school year.
 */
bool qc_draft_freeze(struct qc_draft *draft, const struct qc_prose *prose);

/* ---- looks.c: what is to be looked at beside the changes ---- */

void qc_draft_looks(struct qc_draft *draft);

/* ---- declarations.c and those that it calls: the header ---- */

void qc_draft_declarations(struct qc_draft *draft);

/* School year, number, date, effect, decision. False for any other declaration. */
bool qc_draft_head(struct qc_draft *draft, const struct qc_declaration *declaration);

/* The new document is a draft. */
void qc_draft_state(struct qc_draft *draft);

/* The old document as the new one cites it, in plain text. */
struct qc_str qc_draft_cite_old(struct qc_draft *draft);

void qc_draft_replaces(struct qc_draft *draft);
void qc_draft_basis(struct qc_draft *draft, const struct qc_prose *prose);

#endif
