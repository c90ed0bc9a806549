/*
 * base/limits.h - every cap of the compiler in one place.
 *
 * Each has a diagnostic of its own and a test at the limit and beyond it.
 */
#ifndef QC_LIMITS_H
#define QC_LIMITS_H

#define QC_MAX_FILE_BYTES (128u << 20)    /* one source file */
#define QC_MAX_INCLUDE_DEPTH 16u          /* nesting of "dùng:" */
#define QC_MAX_INCLUDE_FILES 256u         /* files that one document uses */
#define QC_MAX_EXPANSION_DEPTH 16u        /* {a} that prints {b} that prints … */
#define QC_MAX_EXPANSION_BYTES (32u << 20) /* all text that {…} inserts into one document */
#define QC_MAX_EXPANSION_FACTOR 100u      /* the same for each character of the sources: a small file makes no large document */
#define QC_FREE_EXPANSION_BYTES (64u << 10) /* which any file may insert */
#define QC_MAX_SUGGESTIONS 50u            /* searches for "did you mean" among the names of one document */
#define QC_MAX_NESTED_EXPANSIONS 10000u   /* {…} inside values that {…} prints */
#define QC_MAX_MARKS 10000u               /* * ` [ and ] in one paragraph; further ones print as text */
#define QC_MAX_DIAGNOSTICS_SHOWN 100u     /* then a count of the rest */
#define QC_MAX_DIAGNOSTICS 10000u         /* kept in memory; the rest is only counted */
#define QC_MAX_FIX_ROUNDS 10u             /* of fixing and checking anew, for one document */
#define QC_MAX_FIX_TRIES 64u              /* in a round, to find the fixes that make a document unreadable */
#define QC_MAX_ALLOWANCES 10000u          /* comments that accept a finding; further ones have no effect */
#define QC_MAX_ALIASES 10000u             /* other names of parties, gọi là, in one document; further ones are none */
#define QC_MAX_NAME_BYTES 255u            /* name of đặt or viết tắt; a longer one is no name */
#define QC_MAX_IMPORT_BYTES (32u << 20)   /* one file that is imported; a .docx may have pictures in it */
#define QC_MAX_IMPORT_TEXT (8u << 20)     /* its text */
#define QC_MAX_IMPORT_UNPACKED (64u << 20) /* the parts of a .docx that are read, unpacked */
#define QC_MAX_IMPORT_PARTS 10000u        /* files in a .docx */
#define QC_MAX_IMPORT_DEPTH 256u          /* nesting of elements in XML and HTML */
#define QC_MAX_IMPORT_ELEMENTS 2000000u   /* of XML and HTML in all parts */
#define QC_MAX_IMPORT_LINES 200000u       /* of what is imported; paragraphs of a .docx, nodes of a page */

#endif
