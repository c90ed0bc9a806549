/*
 * fault.h - why a file cannot be imported.
 */
#ifndef QC_IMPORT_FAULT_H
#define QC_IMPORT_FAULT_H

#include <stdbool.h>

enum import_fault {
    IMPORT_FINE,
#define IMPORT_FAULT(id, vi, en) IMPORT_FAULT_##id,
#include "import/faults.def"
    IMPORT_FAULT_COUNT
};

/* What it is, as the end of a sentence about the file; static. */
const char *qc_import_fault_text(enum import_fault fault, bool english);

#endif
