/*
 * base/limits.h - every cap of the compiler in one place.
 *
 * Each has a diagnostic of its own and a test at the limit and beyond it.
 */
#ifndef QC_LIMITS_H
#define QC_LIMITS_H

#define QC_MAX_FILE_BYTES (64u << 20)     /* one source file */
#define QC_MAX_INCLUDE_DEPTH 16u          /* nesting of "dùng:" */
#define QC_MAX_INCLUDE_FILES 256u         /* files that one document uses */
#define QC_MAX_EXPANSION_DEPTH 16u        /* {a} that prints {b} that prints … */
#define QC_MAX_EXPANSION_BYTES (32u << 20) /* all text that {…} inserts into one document */
#define QC_MAX_DIAGNOSTICS_SHOWN 100u     /* then a count of the rest */
#define QC_MAX_DIAGNOSTICS 10000u         /* kept in memory; the rest is only counted */
#define QC_MAX_NAME_BYTES 255u            /* a declared name or a label */

#endif
