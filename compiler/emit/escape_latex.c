/*
 * escape_latex.c - text and addresses inside LaTeX.
 *
 * Owns the list of what means something to TeX and of what the fonts surely
 * hold. Must not write markup but the commands \qcchar, \qcreplaced,
 * \qcinvisible, \qcbreak and \- that stdlib/latex/qc.sty explains.
 * Quotes, dashes and "<" print as they stand because that package loads its
 * fonts without TeX's ligatures.
 */
#include "base/utf8.h"
#include "emit/escape.h"
#include "emit/latex.h"
#include "emit/parts.h"

enum {
    COLUMN_HOLDS = 36, /* letters on a line of the narrowest column, 65 mm, if a capital counts as two */
    BREAK_AFTER = 16,  /* letters between two breaks of a longer word, */
    JOINT_AFTER = 4,   /* or fewer behind a sign that joins the words of a code or an address */
};

/* clang-format off */
static const unsigned char SPECIAL[256] = {
    QC_UNPRINTABLE_BYTES,
    ['\t'] = 1, ['\\'] = 1, ['{'] = 1, ['}'] = 1, ['$'] = 1, ['&'] = 1, ['#'] = 1, ['%'] = 1, ['_'] = 1,
    ['^'] = 1,  ['~'] = 1,
    /* first bytes of the letters that a font may lack */
    [0xC4] = QC_LETTER_BYTE, [0xC5] = QC_LETTER_BYTE, [0xC6] = QC_LETTER_BYTE, [0xC7] = 1, [0xC8] = 1, [0xC9] = 1, [0xCA] = 1, [0xCB] = 1, [0xCC] = 1,
    [0xCD] = 1, [0xCE] = 1, [0xCF] = 1, [0xD0] = 1, [0xD1] = 1, [0xD2] = 1, [0xD3] = 1, [0xD4] = 1, [0xD5] = 1,
    [0xD6] = 1, [0xD7] = 1, [0xD9] = 1, [0xDA] = 1, [0xDB] = 1, [0xDC] = 1, [0xDD] = 1, [0xDE] = 1, [0xDF] = 1,
    [0xE0] = 1, [0xE1] = QC_LETTER_BYTE, [0xE3] = 1, [0xE4] = 1, [0xE5] = 1, [0xE6] = 1, [0xE7] = 1, [0xE8] = 1, [0xE9] = 1,
    [0xEA] = 1, [0xEB] = 1, [0xEC] = 1, [0xED] = 1, [0xEE] = 1,
};
/* clang-format on */

/* Do all fonts of the package have it? Vietnamese, the Latin letters around it, and common punctuation. */
static bool is_in_every_font(unsigned code)
{
    if (code >= 0x1EA0 && code <= 0x1EF9)
        return true;
    if (code < 0x180)
        return code != 0x138 && code != 0x149 && code != 0x166 && code != 0x167;
    return code == 0x1A0 || code == 0x1A1 || code == 0x1AF || code == 0x1B0 || code == 0x2013 ||
           code == 0x2014 || (code >= 0x2018 && code <= 0x201E && code != 0x201B) ||
           (code >= 0x2020 && code <= 0x2022) || code == 0x2026 || code == 0x2030 || code == 0x2039 ||
           code == 0x203A || code == 0x20AC;
}

/* Not U+FFFD itself: LuaTeX takes it for a sign of broken input, and stops. */
static const struct qc_str REPLACED = { "\\qcreplaced{}", 13 };

static struct qc_str ascii(unsigned code)
{
    switch (code) {
    case '\\':
        return QC_STR("\\textbackslash{}");
    case '{':
        return QC_STR("\\{");
    case '}':
        return QC_STR("\\}");
    case '$':
        return QC_STR("\\$");
    case '&':
        return QC_STR("\\&");
    case '#':
        return QC_STR("\\#");
    case '%':
        return QC_STR("\\%");
    case '_':
        return QC_STR("\\_");
    case '^':
        return QC_STR("\\textasciicircum{}");
    case '~':
        return QC_STR("\\textasciitilde{}");
    default:
        return QC_KEEP;
    }
}

static struct qc_str letter(struct qc_arena *arena, unsigned code)
{
    if (code == 0xFFFD)
        return REPLACED;
    if (is_in_every_font(code))
        return QC_KEEP;
    struct qc_buf buf = { .arena = arena };
    qc_buf_add(&buf, QC_STR("\\qcchar{"));
    qc_buf_code(&buf, code);
    qc_buf_char(&buf, '}');
    return qc_buf_str(&buf);
}

static struct qc_str in_text(struct qc_arena *arena, unsigned code)
{
    enum { SOFT_HYPHEN = 0xAD };
    switch (qc_page_character(code)) {
    case QC_PAGE_BLANK:
        return QC_BLANK;
    case QC_PAGE_TIE:
        return QC_STR("~");
    case QC_PAGE_NOTHING:
        return code == SOFT_HYPHEN ? QC_STR("\\-") : qc_str_format(arena, "\\qcinvisible{%04X}", code);
    case QC_PAGE_REPLACED:
        return REPLACED;
    case QC_PAGE_LETTER:
        break;
    }
    return code < 0x80 ? ascii(code) : letter(arena, code);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static bool fits_a_line(struct qc_str word)
{
    if (word.len <= QC_LATEX_SHORT_WORD)
        return true;
    size_t width = 0, length;
    for (size_t i = 0; i < word.len && width <= COLUMN_HOLDS; i += length)
        width += qc_is_upper(qc_utf8_decode(word, i, &length)) ? 2 : 1;
    return width <= COLUMN_HOLDS;
}

static bool is_joint(char c)
{
    return c == '-' || c == '/' || c == '.' || c == '_' || c == '?' || c == '&' || c == '=' || c == '@';
}

static void print_long_word(struct qc_out *out, struct qc_str word)
{
    size_t done = 0, letters = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (((unsigned char)word.ptr[i] & 0xC0) == 0x80)
            continue;
        bool joint = letters >= JOINT_AFTER && is_joint(word.ptr[i - 1]) && !is_joint(word.ptr[i]);
        if (letters < BREAK_AFTER && !joint) {
            letters++;
            continue;
        }
        qc_escape_runs(out, qc_str_slice(word, done, i), SPECIAL, in_text);
        qc_out_raw(out, "\\qcbreak\n"); /* no blank: TeX skips a line end behind a command */
        done = i;
        letters = 1;
    }
    qc_escape_runs(out, qc_str_skip(word, done), SPECIAL, in_text);
}

/* A word longer than a line gets places to break, else its end would print into the next column or beyond the paper. */
void qc_escape_latex(struct qc_out *out, struct qc_str text)
{
    enum { SHORT = QC_LATEX_SHORT_WORD /* it fits in any case */ };
    _Static_assert(SHORT * 2 <= COLUMN_HOLDS, "capitals all of them");
    size_t done = 0, end;
    if (qc_latex_is_plain(text)) {
        qc_out_str(out, text);
        return;
    }
    for (size_t i = 0; i < text.len && text.len - i > SHORT; i = end + 1) {
        for (end = i + SHORT; end > i && !is_blank(text.ptr[end]); end--)
            ;
        if (is_blank(text.ptr[end])) /* the words before it are short */
            continue;
        for (end = i + SHORT; end < text.len && !is_blank(text.ptr[end]); end++)
            ;
        if (fits_a_line(qc_str_slice(text, i, end)))
            continue;
        qc_escape_runs(out, qc_str_slice(text, done, i), SPECIAL, in_text);
        print_long_word(out, qc_str_slice(text, i, end));
        done = end;
    }
    qc_escape_runs(out, qc_str_skip(text, done), SPECIAL, in_text);
}

static const unsigned char URL_SPECIAL[256] = {
    ['%'] = 1, ['#'] = 1, ['&'] = 1, ['_'] = 1, ['$'] = 1, ['~'] = 1,
};

/* hyperref turns these back into the bare character, inside the argument of another command too. */
static struct qc_str in_url(struct qc_arena *arena, unsigned code)
{
    (void)arena;
    static const char ESCAPES[] = "\\%\\#\\&\\_\\$\\~";
    for (const char *escape = ESCAPES; *escape != '\0'; escape += 2)
        if (code == (unsigned char)escape[1])
            return (struct qc_str){ escape, 2 };
    return QC_KEEP;
}

void qc_escape_latex_url(struct qc_out *out, struct qc_str text)
{
    qc_escape_runs(out, qc_url_encode(out->buf.arena, text), URL_SPECIAL, in_url);
}
