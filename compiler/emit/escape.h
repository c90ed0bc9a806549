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

/* Argument of \href: a URL inside a LaTeX argument. */
void qc_escape_latex_url(struct qc_out *out, struct qc_str text);

#endif
