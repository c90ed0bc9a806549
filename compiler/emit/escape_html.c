/*
 * escape_html.c - text and attribute values of HTML.
 *
 * Owns the table of characters that mean something to HTML. Must not write
 * markup.
 */
#include "emit/escape.h"
#include "emit/parts.h"

static const unsigned char SPECIAL[256] = {
    QC_UNPRINTABLE_BYTES, ['&'] = 1, ['<'] = 1, ['>'] = 1, ['"'] = 1, ['\''] = 1,
};

static struct qc_str in_text(struct qc_arena *arena, unsigned code)
{
    (void)arena;
    switch (code) {
    case '&':
        return QC_STR("&amp;");
    case '<':
        return QC_STR("&lt;");
    case '>':
        return QC_STR("&gt;");
    case '\n':
        return QC_BLANK;
    default:
        return qc_is_unprintable(code) ? QC_REPLACED : QC_KEEP;
    }
}

static struct qc_str in_attribute(struct qc_arena *arena, unsigned code)
{
    switch (code) {
    case '"':
        return QC_STR("&quot;");
    case '\'':
        return QC_STR("&#39;"); /* double quotes suffice today; a later template may use single ones */
    default:
        return in_text(arena, code);
    }
}

void qc_escape_html(struct qc_out *out, struct qc_str text)
{
    qc_escape_runs(out, text, SPECIAL, in_text);
}

void qc_escape_html_attribute(struct qc_out *out, struct qc_str text)
{
    qc_escape_runs(out, text, SPECIAL, in_attribute);
}
