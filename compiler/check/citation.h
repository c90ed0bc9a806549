/*
 * citation.h - reads how a text cites other documents: type, number and
 * symbol, date (NĐ 30/2020, PL I.II.3–4, I.II.6.a–b).
 */
#ifndef QC_CHECK_CITATION_H
#define QC_CHECK_CITATION_H

#include "sema/reading.h"
#include "sema/date.h"

/* A kind of document that can be cited; a row of kinds.def. */
struct qc_act {
    const char *name, *code;
    int rank;     /* place among the bases, 0 when it has none of its own */
    bool by_name; /* cited by its name and one of day and number: a law, a charter */
};

/* The kind named at item number at, the longest name first; *count gets its items. NULL when there is none. */
const struct qc_act *qc_act_here(const struct qc_reading *reading, size_t at, size_t *count);

/* The kind whose name ends before item number end; *begin gets its first item. NULL when there is none. */
const struct qc_act *qc_act_before(const struct qc_reading *reading, size_t end, size_t *begin);

/* The first kind of this abbreviation, or NULL. */
const struct qc_act *qc_act_of_code(struct qc_str code);

/* Has the kind of this name the abbreviation, in some row? */
bool qc_act_takes_code(const struct qc_act *act, struct qc_str code);

/* "Kế hoạch" */
struct qc_str qc_act_capitalised(struct qc_arena *arena, const char *name);

enum qc_symbol_form {
    QC_SYMBOL_NATIONAL,  /* 43/2019/QH14 */
    QC_SYMBOL_NORMATIVE, /* 30/2020/NĐ-CP */
    QC_SYMBOL_TYPED,     /* 17/KH-MNBC: the first letters are those of a type */
    QC_SYMBOL_LETTER,    /* 439/PGDĐT-NV: no type, a công văn */
    QC_SYMBOL_PARTY,     /* 05-CT/TW */
};

/* A piece of a number that is written otherwise than the decree has it, and what stands there instead. */
struct qc_symbol_fault {
    size_t begin, end;
    const char *proper;
};

enum { QC_SYMBOL_FAULTS = 8 };

/* A number and symbol; first and end count items, the last two bytes. */
struct qc_symbol {
    enum qc_symbol_form form;
    size_t first, end;       /* without "số" */
    size_t begin_at, end_at; /* in the text */
    unsigned value;          /* of its figures */
    size_t figures;          /* how many they are */
    struct qc_str code;      /* its first letters: "KH", "PGDĐT" */
    struct qc_str body;      /* its last letters: "UBND", "TTg" */
    bool lead;               /* "số" stands before it */
    struct qc_symbol_fault faults[QC_SYMBOL_FAULTS];
    size_t fault_count;
};

/* Reads the number that begins at item number at. False when there is none. */
bool qc_symbol_read(const struct qc_reading *reading, size_t at, struct qc_symbol *symbol);

/* The number as the decree has it. */
struct qc_str qc_symbol_proper(struct qc_arena *arena, const struct qc_reading *reading,
                               const struct qc_symbol *symbol);

/* A kind with its number: "Kế hoạch số 17/KH-MNBC". */
struct qc_citation {
    const struct qc_act *type; /* NULL when no kind stands right before the number */
    size_t type_item;          /* its first item; that of "số" or the number when there is none */
    struct qc_symbol symbol;
};

/* The next number at or after item number from. */
bool qc_citation_next(const struct qc_reading *reading, size_t from, struct qc_citation *citation);

/* A day in a text: "ngày 05 tháng 9 năm 2024" or "05/9/2024". */
struct qc_found_date {
    size_t first, end;       /* items, "ngày" before a short form left out */
    size_t begin_at, end_at; /* in the text */
    struct qc_date date;
    bool spelled;    /* with tháng and năm */
    bool lead;       /* "ngày" stands before it, or in it */
    bool impossible; /* no day of the calendar */
};

/* Do two years that follow each other, "2024 - 2025", stand at item number at? *from gets the first; they are three items. */
bool qc_years_here(const struct qc_reading *reading, size_t at, unsigned *from);

bool qc_found_date_next(const struct qc_reading *reading, size_t from, struct qc_found_date *found);

#endif
