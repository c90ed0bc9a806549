/*
 * judge.h - is an output what the format allows, and nothing that only an author could have put there?
 *
 * Each ends the process when it is not. They know what the emitters write and
 * nothing of how: they read the output alone.
 */
#ifndef QC_TESTS_FUZZ_JUDGE_H
#define QC_TESTS_FUZZ_JUDGE_H

#include "base/str.h"

/* UTF-8 with no control, bidirectional or line separating character but newline and tab. */
void judge_terminal(struct qc_str out);

/* One JSON value (RFC 8259). */
void judge_json(struct qc_str out);

/* An address outside of the page: http, https or mailto. */
void judge_address(struct qc_str address);

/* Elements and attributes of the emitter alone, each closed; addresses within the page, or http, https, mailto. */
void judge_html(struct qc_str out);

/* Commands and environments of the emitter alone, braces that balance, no character that acts. */
void judge_latex(struct qc_str out);

/* What CommonMark reads: headings and paragraphs, no list, quotation, block of code or HTML, image. */
void judge_markdown(struct qc_str out);

#endif
