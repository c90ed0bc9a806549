/*
 * load.c - says why bytes are no text.
 */
#include "diag/load.h"

#include <errno.h>

#include "base/utf8.h"
#include "base/limits.h"

void qc_source_report(struct qc_compilation *cx, struct qc_span span, enum qc_source_fault fault, size_t at,
                      struct qc_str bytes, const char *encoding)
{
    switch (fault) {
    case QC_SOURCE_FINE: break;
    case QC_SOURCE_TOO_LARGE: qc_report(cx, span, QC_MSG(file_too_large), QC_MAX_FILE_BYTES >> 20); break;
    case QC_SOURCE_NUL: qc_report(cx, span, QC_MSG(file_nul), at); break;
    case QC_SOURCE_NOT_UTF8: {
        const char *guess = encoding != NULL ? encoding : qc_source_guess(bytes);
        struct qc_diagnostic *d =
            qc_report(cx, span, QC_MSG(file_encoding), (unsigned)(unsigned char)bytes.ptr[at], at,
                  guess == NULL ? "" : " (", guess == NULL ? "" : guess, guess == NULL ? "" : "?)");
        if (encoding != NULL)
            qc_note(cx, d, QC_NOTE_MSG(import_reads));
        break;
    }
    case QC_SOURCE_NOT_A_CHARACTER: {
        size_t n;
        qc_report(cx, span, QC_MSG(file_noncharacter), qc_utf8_decode(bytes, at, &n), at);
        break;
    }
    }
}

void qc_unreadable_report(struct qc_compilation *cx, struct qc_span span, struct qc_str name, int error)
{
    struct qc_diagnostic *d = qc_report(cx, span, QC_MSG(file_unreadable), QC_STR_ARGS(name));
    switch (error) {
    case ENOENT: qc_note(cx, d, QC_NOTE_MSG(no_such_file)); break;
    case EACCES: qc_note(cx, d, QC_NOTE_MSG(no_permission)); break;
    case EISDIR: qc_note(cx, d, QC_NOTE_MSG(is_directory)); break;
    case EXDEV: qc_note(cx, d, QC_NOTE_MSG(lies_outside)); break;
    default: qc_note(cx, d, QC_NOTE_MSG(system_error), strerror(error)); break;
    }
}
