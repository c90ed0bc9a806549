/*
 * json.h - writes JSON: an escaper, and the commas.
 */
#ifndef QC_DIAG_JSON_H
#define QC_DIAG_JSON_H

#include "diag/diag.h"

/*
 * Where a JSON text stands. It is not bound to a buffer: a document may be
 * written in several pieces.
 */
struct qc_json {
    bool comma; /* a value stands before the next one */
};

/*
 * Appends text as a JSON string with its quotes. Controls, bidi characters
 * and what is no character become \uXXXX, a byte that is no UTF-8 becomes
 * U+FFFD: the result is valid whatever the text, and safe on a terminal.
 */
void qc_json_string(struct qc_buf *out, struct qc_str text);

/* Appends a member or, with key NULL, an element. */
void qc_json_text(struct qc_json *json, struct qc_buf *out, const char *key, struct qc_str text);
void qc_json_number(struct qc_json *json, struct qc_buf *out, const char *key, size_t number);
void qc_json_bool(struct qc_json *json, struct qc_buf *out, const char *key, bool value);

/* Opens "{" or "[" as a member or element; closes with "}" or "]". */
void qc_json_open(struct qc_json *json, struct qc_buf *out, const char *key, char bracket);
void qc_json_close(struct qc_json *json, struct qc_buf *out, char bracket);

/* Puts the next value on a line of its own. */
void qc_json_line(struct qc_json *json, struct qc_buf *out);

#endif
