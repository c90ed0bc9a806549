/*
 * pdf_module.h - the built-in PDF engine, seen from outside.
 *
 * It is a module, ../pdf/, since its libraries take longer to start than
 * a check of a document takes, and since a machine may have none of them.
 */
#ifndef QC_EMIT_PDF_MODULE_H
#define QC_EMIT_PDF_MODULE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct qc_pdf_draft;
struct qc_pdf_engine;

/* What the module gives, under the name of QC_PDF_SYMBOL. Its functions do not allocate in the arena. */
struct qc_pdf_module {
    const char *made_for;        /* QC_VERSION; first, see base/module.h */
    const char *(*version)(void); /* of Pango */

    /* Size of an engine, which its owner allocates, zeroed. */
    size_t engine_size;

    /* Finds the fonts; false when there is none with all Vietnamese letters. To be closed in any case. */
    bool (*open)(struct qc_pdf_engine *engine);

    /* Frees what the engine holds; may be called again. */
    void (*close)(struct qc_pdf_engine *engine);

    /* Name of the text's font, and of another one by its number; static. */
    const char *(*text_font)(const struct qc_pdf_engine *engine);
    const char *(*other_font)(unsigned font);

    /* Has one of the engine's fonts the character? Then *font is which, as in struct qc_pdf_run. */
    bool (*find_glyph)(struct qc_pdf_engine *engine, unsigned face, unsigned code, unsigned *font);

    /* Sets the blocks on pages. False when memory runs out. */
    bool (*set_pages)(struct qc_pdf_engine *engine, const struct qc_pdf_draft *draft);

    /* The file, which is the engine's, once the pages are set. */
    struct qc_str (*file)(const struct qc_pdf_engine *engine);
};

#define QC_PDF_SYMBOL "qc_pdf_module"

/* Loads the module, if that is not done; NULL when it is not there, or made for another qc. */
const struct qc_pdf_module *qc_pdf_load(void);

/* Version of Pango; NULL without the module. */
const char *qc_pdf_version(void);

/* Family that documents are printed with, a static text; NULL: none has all Vietnamese letters, or no module. */
const char *qc_pdf_usable_font(void);

#endif
