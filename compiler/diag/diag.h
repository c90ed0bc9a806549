/*
 * diag.h - diagnostics: what a stage of the compiler has to say.
 *
 * A diagnostic is a row of diag.def with its place, its text in both
 * languages, notes and, where the fault can be repaired, edits. They are
 * collected and printed at the end; nothing here prints.
 */
#ifndef QC_DIAG_DIAG_H
#define QC_DIAG_DIAG_H

#include "source/source.h"

enum qc_level { QC_LEVEL_INFO, QC_LEVEL_WARNING, QC_LEVEL_ERROR };
enum qc_lang { QC_LANG_VI, QC_LANG_EN, QC_LANG_COUNT };

enum qc_diag_id {
#define QC_DIAG(slug, code, level, norm, vi, en) QC_D_##slug,
#include "diag/diag.def"
    QC_DIAG_COUNT
};

struct qc_diag_info {
    const char *slug; /* with "_", where people write "-" */
    const char *code;
    enum qc_level level;
    const char *norm;
    const char *format[QC_LANG_COUNT];
    const char *explanation[QC_LANG_COUNT];
};

/* Row of the catalogue. */
struct qc_diag_info qc_diag_info(enum qc_diag_id id);

/* From when the instrument that a norm names holds, as "05/3/2020"; "" for custom and for pages of the manual. */
const char *qc_norm_since(const char *norm);

/* Row number of a code or a slug, in any case; QC_DIAG_COUNT when there is none. */
enum qc_diag_id qc_diag_find(const char *name);

/* The rows that a code, a slug or the name of a group (groups.def) stands for; returns how many. */
size_t qc_diag_find_all(const char *name, enum qc_diag_id found[QC_DIAG_COUNT]);

/*
 * An error of reading (QC0xx), of the project file (QC4xx) or of printing
 * (QC5xx): there is nothing that could be printed. It can be neither switched
 * off, lowered nor allowed.
 */
bool qc_diag_is_binding(enum qc_diag_id id);

/* Is it found only when the document is printed (QC5xx), so that checking alone does not meet it? */
bool qc_diag_is_of_printing(enum qc_diag_id id);

/* Is it found only when the documents of several years are judged together (QC6xx)? */
bool qc_diag_is_of_chains(enum qc_diag_id id);

/* Is it about what qc import was unsure of (QC7xx)? */
bool qc_diag_is_of_import(enum qc_diag_id id);

/* Row number of the name nearest to a mistyped one; QC_DIAG_COUNT when none is near. */
enum qc_diag_id qc_diag_nearest(struct qc_arena *arena, struct qc_str typed);

/* A slug as people write it: "number-gap". */
struct qc_str qc_diag_slug(struct qc_arena *arena, enum qc_diag_id id);

/* How the findings of a rule are reported. */
enum qc_report_as { QC_REPORT_AS_IT_IS, QC_REPORT_NOT, QC_REPORT_WARNING, QC_REPORT_ERROR };

struct qc_choices {
    unsigned char rule[QC_DIAG_COUNT]; /* enum qc_report_as */
    enum qc_level least;               /* findings below it are not reported */
    bool least_chosen;                 /* least was asked for: a later, weaker choice leaves it */
};

/* Puts the choices that were made in over into under. */
void qc_choices_overlay(struct qc_choices *under, const struct qc_choices *over);

/* No rule is reported but those that cannot be switched off. */
void qc_choices_none(struct qc_choices *choices);

/* Is the rule reported at all, and at which level? NULL: everything, as the catalogue says. */
bool qc_diag_chosen(const struct qc_choices *choices, enum qc_diag_id id, enum qc_level *level);

/* One replacement in a source; begin == end inserts. */
struct qc_edit {
    struct qc_span span;
    struct qc_str text;
};

struct qc_note {
    bool has_span;
    struct qc_span span;
    struct qc_str text[QC_LANG_COUNT];
};

struct qc_diagnostic;

/* Findings whose fixes are right only together, as the numbers of one series: all are applied or none. */
struct qc_fix_group {
    size_t members; /* findings, reported or not */
    bool unsafe;    /* one of the edits may change what the text means */

    /* kept by fix/apply.c: those that are reported */
    struct qc_diagnostic *first, *last;
    size_t reported;
};

struct qc_diagnostic {
    enum qc_diag_id id;
    enum qc_level level;
    struct qc_span span;
    struct qc_str text[QC_LANG_COUNT];
    QC_VEC(struct qc_note) notes;
    QC_VEC(struct qc_edit) edits;
    bool fix_is_safe; /* the edits change no word's meaning */
    bool fix_normalizes; /* beside its edits: the file is written from its text, see source/source.h */
    struct qc_fix_group *group; /* or NULL */
    struct qc_diagnostic *next_in_group; /* kept by fix/apply.c */
    const struct qc_allowance *allowance; /* of one in qc_compilation.allowed */
};

struct qc_allowance;

/*
 * What somebody should look at, as a comment says it:
 *
 *     // qc: xem lại QC704 — đoạn được nối qua một dòng trống hay chỗ sang trang
 *
 * qc import writes them (doubts.def), syntax/review.c reads them, and
 * check/check_reviews.c reports each of them until it is deleted.
 */
struct qc_review {
    enum qc_diag_id id;     /* QC7xx */
    struct qc_span place;   /* what it speaks of: the comments right below, or else the next line that is none */
    struct qc_str reason;   /* what stands behind its dash; may be empty */
    struct qc_span removal; /* what to delete so that it is gone: the whole line, or its name of several */
};

/* What all stages of one compilation share. */
struct qc_compilation {
    struct qc_arena arena;
    struct qc_arena scratch; /* of one paragraph while it is read; its memory serves the next */
    struct qc_sources sources;
    QC_VEC(const char *) paths; /* of the files that were read, or looked for in vain */
    const struct qc_choices *choices; /* or NULL */
    const char *library; /* directories of modules, ":" between them; or NULL */
    bool (*read)(void *user, const char *path, const char **bytes, size_t *length); /* as qc_read_fn of qc.h; or NULL */
    void *read_user;
    QC_VEC(struct qc_diagnostic *) diagnostics;
    QC_VEC(struct qc_allowance *) allowances;  /* in the order of the text; see diag/allow.h */
    QC_VEC(struct qc_diagnostic *) allowed;    /* diagnostics that an allowance took away */
    QC_VEC(struct qc_review) reviews;          /* in the order of each text */
    struct qc_diagnostic unseen; /* stands for any that is left out by choice or only counted, until the next is reported */
    size_t dropped;  /* diagnostics beyond QC_MAX_DIAGNOSTICS */
    size_t count[3]; /* by level */
};

/*
 * Formats of one row for a call, checked by the compiler in both languages:
 *     qc_report(cx, span, QC_MSG(name_unknown), QC_STR_ARGS(name));
 */
#define QC_MSG(slug) QC_D_##slug, qc_vi_##slug, qc_en_##slug
#define QC_NOTE_MSG(name) qc_note_vi_##name, qc_note_en_##name

#define QC_DIAG(slug, code, level, norm, vi, en)                                                              \
    static const char qc_vi_##slug[] __attribute__((unused)) = vi;                                            \
    static const char qc_en_##slug[] __attribute__((unused)) = en;
#include "diag/diag.def"
#define QC_NOTE(name, vi, en)                                                                                 \
    static const char qc_note_vi_##name[] __attribute__((unused)) = vi;                                       \
    static const char qc_note_en_##name[] __attribute__((unused)) = en;
#include "diag/note.def"

/*
 * Adds a diagnostic, unless the choices leave its rule out. Never returns
 * NULL; notes and edits may be added to the result. One that nobody sees takes
 * none and is &cx->unseen. One about a module that is built in points at the
 * "dùng" that takes it in.
 */
struct qc_diagnostic *qc_report(struct qc_compilation *cx, struct qc_span span, enum qc_diag_id id,
                                const char *format_vi, const char *format_en, ...)
    __attribute__((format(printf, 4, 6), format(printf, 5, 6)));

/* Adds a note that points at a place. */
void qc_note_at(struct qc_compilation *cx, struct qc_diagnostic *diagnostic, struct qc_span span,
                const char *format_vi, const char *format_en, ...)
    __attribute__((format(printf, 4, 6), format(printf, 5, 6)));

/* Adds a note without a place. */
void qc_note(struct qc_compilation *cx, struct qc_diagnostic *diagnostic, const char *format_vi,
             const char *format_en, ...) __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

/*
 * Adds an edit to the diagnostic's fix; not to a module that is built in, which nobody can change. Comment lines in the
 * midst of the span stay, behind the text.
 */
void qc_fix(struct qc_compilation *cx, struct qc_diagnostic *diagnostic, struct qc_span span, struct qc_str text);

/* Removes lines that another edit of the fix has put elsewhere, with their comments. */
void qc_fix_moved(struct qc_compilation *cx, struct qc_diagnostic *diagnostic, struct qc_span lines);

/* Is there a way to repair it, safe or not? */
bool qc_diag_has_fix(const struct qc_diagnostic *diagnostic);

/* How many findings of a rule there are. */
size_t qc_diagnostics_count(const struct qc_compilation *cx, enum qc_diag_id id);

/* Sorts by file, place, code and text; drops exact repeats and takes them off the counts. */
void qc_diagnostics_sort(struct qc_compilation *cx);

#endif
