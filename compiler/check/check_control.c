/*
 * check_control.c - control characters: no output prints them, and those that
 * turn the direction of writing make a source look other than it is
 * (CVE-2021-42574). Comments count as well: they are read, too.
 */
#include "base/bytes.h"
#include "base/utf8.h"
#include "check/check.h"

enum { KINDS = 80 }; /* more than there are such code points */

struct found {
    unsigned code;
    struct qc_diagnostic *diagnostic; /* of the first place; all places are in its fix */
};

/* Line ends and tabs are layout; blanks of odd kinds are check_space.c's. */
static bool is_reported(unsigned c)
{
    return c != '\n' && c != '\t' && qc_is_control(c) && !qc_is_blank(c);
}

static struct found *of_code(struct found *found, size_t *count, unsigned code)
{
    size_t i = 0;
    while (i < *count && found[i].code != code)
        i++;
    if (i == *count && i < KINDS)
        found[(*count)++] = (struct found){ .code = code };
    return i < KINDS ? &found[i] : NULL;
}

/* What parted lines parts words; the rest stands inside them. */
static struct qc_str instead(unsigned code)
{
    return code == 0x85 || code == 0x2028 || code == 0x2029 ? QC_STR(" ") : QC_STR("");
}

static size_t count_places(struct qc_str text, unsigned code)
{
    size_t count = 0;
    for (size_t i = 0, n; i < text.len; i += n)
        count += qc_utf8_decode(text, i, &n) == code;
    return count;
}

static void report(const struct qc_check *check, const struct qc_source *source, struct found *found, size_t at, size_t length)
{
    struct qc_compilation *cx = check->cx;
    struct qc_span span = { (uint32_t)at, (uint32_t)(at + length), source->id };
    if (found->diagnostic == NULL) {
        found->diagnostic = qc_report(cx, span, QC_MSG(control_character), found->code,
                                      (unsigned)count_places(source->text, found->code));
        found->diagnostic->fix_is_safe = true;
    }
    qc_fix(cx, found->diagnostic, span, instead(found->code));
}

void qc_check_control(const struct qc_check *check)
{
    const struct qc_source *source = check->document->tree->source;
    struct qc_str text = source->text;
    struct found found[KINDS];
    size_t count = 0, length;
    for (size_t i = 0; (i = qc_bytes_control(text, i)) < text.len; i++) {
        unsigned code = qc_utf8_decode(text, i, &length);
        struct found *of = is_reported(code) ? of_code(found, &count, code) : NULL;
        if (of != NULL)
            report(check, source, of, i, length);
    }
}
