/*
 * pdf_about.c - what the built-in PDF engine is made of, and which font it would print with.
 */
#include "emit/pdf_about.h"

#include <stdlib.h>

#include "emit/pdf.h"

#if QC_PANGO

#include <pango/pangocairo.h>

const char *qc_pdf_version(void)
{
    return pango_version_string();
}

const char *qc_pdf_usable_font(void)
{
    const char *font = NULL;
    struct qc_pdf_engine *engine = calloc(1, qc_pdf_engine_size());
    if (engine == NULL)
        return NULL;
    if (qc_pdf_open(engine))
        font = qc_pdf_text_font(engine);
    qc_pdf_close(engine);
    free(engine);
    return font;
}

#else

const char *qc_pdf_version(void)
{
    return NULL;
}

const char *qc_pdf_usable_font(void)
{
    return NULL;
}

#endif
