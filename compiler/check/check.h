/*
 * check.h - the checks over a resolved document.
 *
 * A check reads the document, which is const, and reports. All run; none
 * stops another.
 */
#ifndef QC_CHECK_CHECK_H
#define QC_CHECK_CHECK_H

#include "check/bases.h"
#include "check/texts.h"

/* What a check is given. */
struct qc_check {
    struct qc_compilation *cx;
    const struct qc_document *document;
    const struct qc_texts *texts; /* all prose, in printed order */
    const struct qc_bases *bases; /* BASES, and checks of their rules: what it rests on */
    const struct qc_unit *unit;   /* SIBLINGS: the parent whose children are looked at */
    const struct qc_text *text;   /* PROSE: the paragraph or value (texts.h) */
    const struct qc_reading *reading; /* PROSE: of the text; the next one's takes its place */
    void *state;                  /* PROSE: what qc_begin_NAME returned */
};

/* Runs every check. */
void qc_check_all(struct qc_compilation *cx, const struct qc_document *document);

#define QC_CHECK(name, scope, ...) void qc_check_##name(const struct qc_check *check);
#define QC_PROSE(name, signs, looks, end, ...)                                                                      \
    void qc_check_##name(const struct qc_check *check);                                                       \
    void *qc_begin_##name(const struct qc_check *check);
#include "check/checks.def"

void qc_end_wording(const struct qc_check *check);
void qc_end_dashes(const struct qc_check *check);
void qc_end_semicolons(const struct qc_check *check);
void qc_end_quotes(const struct qc_check *check);
void qc_end_duties(const struct qc_check *check);

/* Runs one QC_PROSE check that has no end over all texts: begin and run are its functions. */
void qc_check_prose(const struct qc_check *check, void *(*begin)(const struct qc_check *check),
                    void (*run)(const struct qc_check *check));

/* Adds to a finding when, and with what, the registry's entry was last compared. */
void qc_check_note_registry(struct qc_compilation *cx, struct qc_diagnostic *d, const struct qc_instrument *instrument);

/* Declarations for other files to use: no body and no type. The rules of a whole document do not hold. */
bool qc_check_is_fragment(const struct qc_document *document);

/* Does the text itself say from when the document holds, or try to: "Quy chế này có hiệu lực kể từ ngày ký"? */
bool qc_check_states_effect(const struct qc_check *check);

/* Marker of a unit as it would be with another number: "Điều 5.", "đ)". */
struct qc_str qc_check_marker(struct qc_arena *arena, const struct qc_unit *unit, struct qc_str number);

/* The number that value has in the unit's style: "5", "IV", "đ", "1.2". */
struct qc_str qc_check_number(struct qc_arena *arena, const struct qc_unit *unit, unsigned value);

#endif
