/*
 * module.c - what the engine gives to qc, which loads it as qc-pdf.so.
 */
#include "pdf/engine.h"
#include "qc.h"

extern const struct qc_pdf_module qc_pdf_module;

__attribute__((visibility("default"))) const struct qc_pdf_module qc_pdf_module = {
    .made_for = QC_VERSION,
    .version = pango_version_string,
    .engine_size = sizeof(struct qc_pdf_engine),
    .open = qc_pdf_open,
    .close = qc_pdf_close,
    .text_font = qc_pdf_text_font,
    .other_font = qc_pdf_other_font,
    .find_glyph = qc_pdf_find_glyph,
    .set_pages = qc_pdf_set_pages,
    .file = qc_pdf_file,
};
