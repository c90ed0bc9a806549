/*
 * keyword.h - look-up in the keyword table of grammar/keywords.def.
 */
#ifndef QC_SYNTAX_KEYWORD_H
#define QC_SYNTAX_KEYWORD_H

#include "base/str.h"

enum qc_keyword_id {
#define QC_KEYWORD(id, vietnamese, english, form, braces, lead, openers, vi, en) QC_KW_##id,
#include "keywords.def"
    QC_KW_COUNT
};

enum qc_field_id {
#define QC_FIELD(block, id, vietnamese, english, form, lead, openers, vi, en) QC_F_##block##_##id,
#include "keywords.def"
    QC_F_COUNT
};

enum qc_word_id {
#define QC_WORD(id, vietnamese, english) QC_WORD_##id,
#include "keywords.def"
    QC_WORD_COUNT
};

enum qc_keyword_form {
    QC_KEYWORD_SCALAR,
    QC_KEYWORD_LIST,
    QC_KEYWORD_BLOCK,
    QC_KEYWORD_PROSE,
    QC_KEYWORD_ENDING,
};

/* Does {…} with its name print the value of a keyword? A field is named behind its block, so of fields: no. */
enum qc_keyword_braces { QC_BRACES_NO, QC_BRACES_YES, QC_BRACES_ONLY };

/* A keyword of the header, or a field of a block. */
struct qc_keyword {
    int id;    /* enum qc_keyword_id, or enum qc_field_id for a field */
    int block; /* keyword that the field belongs to, or -1 for a keyword of the header */
    const char *vietnamese, *english;
    enum qc_keyword_form form;
    enum qc_keyword_braces braces;
    const char *lead, *openers;
    const char *meaning[2]; /* Vietnamese, English */
};

/* The tables, in the order of keywords.def. */
const struct qc_keyword *qc_keyword_info(enum qc_keyword_id id);
const struct qc_keyword *qc_field_info(enum qc_field_id id);

/* The keyword typed as name, or NULL. *english: it was its English alias. */
const struct qc_keyword *qc_keyword_find(struct qc_arena *arena, struct qc_str name, bool *english);

/* The field of a block typed as name, or NULL. */
const struct qc_keyword *qc_field_find(struct qc_arena *arena, int block, struct qc_str name);

/* The nearest keyword (block < 0) or field of a block to a mistyped name, or NULL. */
const char *qc_keyword_nearest(struct qc_arena *arena, int block, struct qc_str name);

/* The lead words in the form of the Party and the Youth Union. */
const char *qc_keyword_party_lead(const struct qc_keyword *keyword);

/* The value word typed as text, or QC_WORD_COUNT. */
enum qc_word_id qc_word_find(struct qc_arena *arena, struct qc_str text);
const char *qc_word_vietnamese(enum qc_word_id id);

/* Row of QC_LABEL typed as word ("điều", "Tiểu mục"), or -1; *style gets its enum qc_style. */
int qc_label_find(struct qc_arena *arena, struct qc_str word, int *style, bool *separator_may_lack);

/* Length of the opener of keyword that text begins with (capital included), or 0. */
size_t qc_keyword_opener(const struct qc_keyword *keyword, struct qc_str text);

/*
 * The declaration whose line on paper opens as text does: "Căn cứ Luật …"; or NULL. *length: of its lead words. Those in
 * small letters, as "ngày", open no line.
 */
const struct qc_keyword *qc_keyword_led(struct qc_str text, size_t *length);

#endif
