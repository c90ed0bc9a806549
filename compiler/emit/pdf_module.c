/*
 * pdf_module.c - finds the built-in PDF engine, and asks it what it is made of.
 */
#include "emit/pdf_module.h"

#include <stdlib.h>

#include "base/module.h"
#include "qc.h"

const struct qc_pdf_module *qc_pdf_load(void)
{
    return qc_module_load("qc-pdf.so", QC_PDF_SYMBOL, QC_VERSION);
}

const char *qc_pdf_version(void)
{
    const struct qc_pdf_module *module = qc_pdf_load();
    return module == NULL ? NULL : module->version();
}

const char *qc_pdf_usable_font(void)
{
    const struct qc_pdf_module *module = qc_pdf_load();
    struct qc_pdf_engine *engine = module == NULL ? NULL : calloc(1, module->engine_size);
    if (engine == NULL)
        return NULL;
    const char *font = module->open(engine) ? module->text_font(engine) : NULL;
    module->close(engine);
    free(engine);
    return font;
}
