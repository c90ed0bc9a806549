/*
 * json.c - writes JSON.
 *
 * Owns nothing; appends to the caller's buffer. Must not know what it writes.
 */
#include "diag/json.h"

#include <stdio.h>

#include "base/utf8.h"

static void add_escape(struct qc_buf *out, unsigned unit)
{
    char text[8];
    int len = snprintf(text, sizeof text, "\\u%04X", unit & 0xFFFFu);
    qc_buf_add(out, (struct qc_str){ text, (size_t)len });
}

static void add_code(struct qc_buf *out, unsigned code)
{
    switch (code) {
    case '"': qc_buf_add(out, QC_STR("\\\"")); return;
    case '\\': qc_buf_add(out, QC_STR("\\\\")); return;
    case '\n': qc_buf_add(out, QC_STR("\\n")); return;
    case '\t': qc_buf_add(out, QC_STR("\\t")); return;
    default: break;
    }
    bool hidden = code < 0x20 || qc_is_control(code) || qc_is_noncharacter(code);
    if (!hidden) {
        qc_buf_code(out, code);
    } else if (code < 0x10000) {
        add_escape(out, code);
    } else {
        add_escape(out, 0xD800 + ((code - 0x10000) >> 10));
        add_escape(out, 0xDC00 + ((code - 0x10000) & 0x3FF));
    }
}

void qc_json_string(struct qc_buf *out, struct qc_str text)
{
    qc_buf_char(out, '"');
    while (text.len > 0) {
        size_t valid = qc_utf8_invalid(text.ptr, text.len), used;
        for (size_t at = 0; at < valid; at += used)
            add_code(out, qc_utf8_decode((struct qc_str){ text.ptr, valid }, at, &used));
        if (valid < text.len)
            qc_buf_code(out, 0xFFFD);
        text = qc_str_skip(text, valid < text.len ? valid + 1 : valid);
    }
    qc_buf_char(out, '"');
}

/* The comma before a value, and the key that leads it in. */
static void lead_in(struct qc_json *json, struct qc_buf *out, const char *key)
{
    if (json->comma)
        qc_buf_char(out, ',');
    json->comma = true;
    if (key == NULL)
        return;
    qc_json_string(out, qc_str_from(key));
    qc_buf_char(out, ':');
}

void qc_json_text(struct qc_json *json, struct qc_buf *out, const char *key, struct qc_str text)
{
    lead_in(json, out, key);
    qc_json_string(out, text);
}

void qc_json_number(struct qc_json *json, struct qc_buf *out, const char *key, size_t number)
{
    char text[24];
    int len = snprintf(text, sizeof text, "%zu", number);
    lead_in(json, out, key);
    qc_buf_add(out, (struct qc_str){ text, (size_t)len });
}

void qc_json_bool(struct qc_json *json, struct qc_buf *out, const char *key, bool value)
{
    lead_in(json, out, key);
    qc_buf_add(out, value ? QC_STR("true") : QC_STR("false"));
}

void qc_json_open(struct qc_json *json, struct qc_buf *out, const char *key, char bracket)
{
    lead_in(json, out, key);
    qc_buf_char(out, bracket);
    json->comma = false;
}

void qc_json_close(struct qc_json *json, struct qc_buf *out, char bracket)
{
    qc_buf_char(out, bracket);
    json->comma = true;
}

void qc_json_line(struct qc_json *json, struct qc_buf *out)
{
    if (json->comma)
        qc_buf_char(out, ',');
    json->comma = false;
    qc_buf_char(out, '\n');
}
