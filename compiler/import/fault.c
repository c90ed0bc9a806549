/*
 * fault.c - what the faults are called.
 */
#include "import/fault.h"

static const char *const texts[][2] = {
    { "", "" },
#define IMPORT_FAULT(id, vi, en) { vi, en },
#include "import/faults.def"
};

const char *qc_import_fault_text(enum import_fault fault, bool english)
{
    return texts[fault][english];
}
