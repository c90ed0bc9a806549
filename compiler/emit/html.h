/*
 * html.h - what the files of the HTML format share, inside emit/ only.
 *
 * Each function writes one part of the page and nothing when the document
 * has no such part. Classes begin with "qc-", so that a page which takes the
 * output in keeps its own; stdlib/README.md lists them.
 */
#ifndef QC_EMIT_HTML_H
#define QC_EMIT_HTML_H

#include "emit/escape.h"
#include "emit/parts.h"

/* Paragraphs become headings down to <h6>; the first heading below the title is <h2>. */
enum { QC_HTML_FIRST_HEADING = 2, QC_HTML_LAST_HEADING = 6 };

/* html_text.c: a paragraph's inlines; references and links become <a>. */
void qc_html_inlines(struct qc_out *out, const struct qc_inlines *inlines);

/* A line of its own between two tags; nothing when it has no text. */
void qc_html_element(struct qc_out *out, const char *open, const struct qc_inlines *inlines,
                     const char *close);

/* ` name="value"`, escaped. */
void qc_html_attribute(struct qc_out *out, const char *name, struct qc_str value);

/* html_page.c: from the doctype to the opened <main>, and what closes it. */
void qc_html_page_start(const struct qc_emission *emission);
void qc_html_page_end(struct qc_out *out);

/* html_metadata.c: the attributes of the item, and its properties (schema.org Legislation) as microdata. */
void qc_html_item_attributes(struct qc_out *out);
void qc_html_metadata(struct qc_out *out, const struct qc_document *document);

/* html_head.c: issuers, state, number, place and date; the title; the recitals. */
void qc_html_head(struct qc_out *out, const struct qc_document *document);
void qc_html_title_block(struct qc_out *out, const struct qc_document *document);
void qc_html_recitals(struct qc_out *out, const struct qc_document *document);

/* html_toc.c: the table of contents. */
void qc_html_toc(struct qc_out *out, const struct qc_document *document);

/* html_units.c: the body. */
void qc_html_units(struct qc_out *out, const struct qc_document *document);

/* html_foot.c: signatures and recipients. */
void qc_html_foot(struct qc_out *out, const struct qc_document *document);

#endif
