/*
 * writer.h - how the text of a .qc file is put down. For write*.c only.
 */
#ifndef QC_IMPORT_WRITER_H
#define QC_IMPORT_WRITER_H

#include "import/draft.h"

/* Puts text down so that it prints as it is: marks of the language get their backslash. Counts its words as kept. */
void import_put_text(struct import_draft *draft, struct qc_str text);

/* "keyword: value", a line; a value of several lines goes on indented. An empty value is a blank to fill in. */
void import_put_field(struct import_draft *draft, const char *indent, const char *keyword,
                      struct qc_str value);

/* Syntax, as it is. */
void import_put(struct import_draft *draft, const char *syntax);

/* A comment. */
void import_put_comment(struct import_draft *draft, struct qc_str text);

/* A comment of words that the document does not print: they are counted, and a doubt stands above them. */
void import_put_aside(struct import_draft *draft, struct qc_str text);

/* The comment that has the user look at what is written next: qc check reports it until it is deleted. */
void import_put_doubt(struct import_draft *draft, enum qc_diag_id id);

/* The same with a name in it. */
void import_put_named_doubt(struct import_draft *draft, enum qc_diag_id id, struct qc_str name);

/* What there is to look at in a paragraph; before it. A table has one such comment, before its first row. */
void import_put_doubts(struct import_draft *draft, const struct import_paragraphs *paragraphs, size_t at);

void import_write_head(struct import_draft *draft, const struct import_part *part,
                       const struct import_part *before);
void import_write_body(struct import_draft *draft, struct import_part *part);
void import_write_foot(struct import_draft *draft, const struct import_part *part);

/* The sentences of effect and replacement, found in the paragraphs of a text from number `first` on (effect.c). */
struct import_effect {
    size_t paragraph, begin, end; /* of what {hiệu lực} stands for; SIZE_MAX: none */
    size_t replaces_paragraph, replaces_begin, replaces_end;
    struct qc_str effect, replaces;
};
void import_find_effect(struct import_draft *draft, const struct import_part *part, size_t first,
                        struct import_effect *effect);

#endif
