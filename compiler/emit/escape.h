/*
 * escape.h - the security boundary: text that means nothing to the format.
 *
 * One function a format and place. Each takes any valid UTF-8; no byte of the
 * text can act as markup, command or attribute.
 */
#ifndef QC_EMIT_ESCAPE_H
#define QC_EMIT_ESCAPE_H

#include "emit/out.h"

/* Character data of HTML. Controls become U+FFFD. */
void qc_escape_html(struct qc_out *out, struct qc_str text);

/* Value of a double-quoted attribute of HTML. */
void qc_escape_html_attribute(struct qc_out *out, struct qc_str text);

/* Inline text of CommonMark; at_line_start: also what could open a block there. */
void qc_escape_markdown(struct qc_out *out, struct qc_str text, bool at_line_start);

/* Text of LaTeX (XeLaTeX and LuaLaTeX), outside verbatim. */
void qc_escape_latex(struct qc_out *out, struct qc_str text);

/*
 * Does LaTeX print the text as it stands, its letters being those of
 * Vietnamese and its words short? False only means that somebody has to look
 * closer.
 */
enum { QC_LATEX_SHORT_WORD = 18 /* bytes */ };
bool qc_latex_is_plain(struct qc_str text);

/* The same without the instructions that only some machines have. */
bool qc_latex_is_plain_portable(struct qc_str text);

/* Argument of \href: a URL inside a LaTeX argument. */
void qc_escape_latex_url(struct qc_out *out, struct qc_str text);

#endif
