/*
 * module.c - what this gives to qc, which loads it as qc-import.so.
 */
#include "qc.h"
#include "unpack/unpack.h"

static const char *version(void)
{
    return LIBXML_DOTTED_VERSION;
}

extern const struct import_engine qc_import_engine;

__attribute__((visibility("default"))) const struct import_engine qc_import_engine = {
    .made_for = QC_VERSION,
    .version = version,
    .open_archive = unpack_open_archive,
    .open_html = unpack_open_html,
    .close = unpack_close,
    .begin = unpack_begin,
    .next = unpack_next,
};
