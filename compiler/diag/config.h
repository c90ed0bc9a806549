/*
 * config.h - the project file .qc.toml: which rules a project has chosen.
 */
#ifndef QC_DIAG_CONFIG_H
#define QC_DIAG_CONFIG_H

#include "diag/diag.h"

/*
 * Reads the .qc.toml of the project that a document belongs to, if it has one,
 * into choices. What is wrong with it is reported at its place in it. A small
 * part of TOML is understood:
 *
 *     # comment
 *     [check]
 *     no = ["number-missing", 'QC105']
 *     error = ["name-unused"]
 *     warning = ["number-gap"]
 *     level = "warning"
 *
 * Returns false when there is one that cannot be read: what is chosen is then
 * unknown. Mistakes in it are errors of the document, and no such case.
 */
bool qc_config_read(struct qc_compilation *cx, const char *document_path, struct qc_choices *choices);

#endif
