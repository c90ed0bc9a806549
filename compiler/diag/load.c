/*
 * load.c - says why bytes are no text.
 */
#include "diag/load.h"

#include "base/utf8.h"
#include "base/limits.h"

void qc_source_report(struct qc_compilation *cx, struct qc_span span, enum qc_source_fault fault, size_t at,
                      struct qc_str bytes)
{
    switch (fault) {
    case QC_SOURCE_FINE: break;
    case QC_SOURCE_TOO_LARGE: qc_report(cx, span, QC_MSG(file_too_large), QC_MAX_FILE_BYTES >> 20); break;
    case QC_SOURCE_NUL: qc_report(cx, span, QC_MSG(file_nul), at); break;
    case QC_SOURCE_NOT_UTF8: {
        const char *guess = qc_source_guess(bytes);
        qc_report(cx, span, QC_MSG(file_encoding), (unsigned)(unsigned char)bytes.ptr[at], at,
                  guess == NULL ? "" : " (", guess == NULL ? "" : guess, guess == NULL ? "" : "?)");
        break;
    }
    case QC_SOURCE_NOT_A_CHARACTER: {
        size_t n;
        qc_report(cx, span, QC_MSG(file_noncharacter), qc_utf8_decode(bytes, at, &n), at);
        break;
    }
    }
}
