/*
 * pdf_about.h - the built-in PDF engine, seen from outside.
 */
#ifndef QC_EMIT_PDF_ABOUT_H
#define QC_EMIT_PDF_ABOUT_H

/* Version of Pango; NULL when the engine is not built in. */
const char *qc_pdf_version(void);

/* Family that documents are printed with, a static text; NULL: none has all Vietnamese letters, or no engine. */
const char *qc_pdf_usable_font(void);

#endif
