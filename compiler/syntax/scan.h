/*
 * scan.h - between the generated scanner and syntax/scan.c; nobody else's.
 */
#ifndef QC_SYNTAX_SCAN_H
#define QC_SYNTAX_SCAN_H

#include "syntax/token.h"

struct qc_scan {
    struct qc_compilation *cx;
    size_t length; /* of the line that is scanned, with its newline and the empty lines behind it */
};

/* Flex's fatal errors: memory ran out. Unwinds to the library's handler. */
_Noreturn void qc_scan_fatal(void);

#endif
