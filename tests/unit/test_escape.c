/*
 * test_escape.c - the escape functions: known texts, hostile texts, and every
 * code point alone.
 */
#include "base/utf8.h"
#include "emit/escape.h"
#include "emit/parts.h"
#include "unit.h"

static struct qc_arena arena;

struct pair {
    const char *text, *expected;
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- the functions under one shape ------------------------------------------------------------------------ */

static void markdown_inside(struct qc_out *out, struct qc_str text)
{
    qc_escape_markdown(out, text, false);
}

static void markdown_at_start(struct qc_out *out, struct qc_str text)
{
    qc_escape_markdown(out, text, true);
}

static struct qc_str escaped(void (*escape)(struct qc_out *, struct qc_str), struct qc_str text)
{
    struct qc_out out = { .buf = { .arena = &arena } };
    escape(&out, text);
    return qc_buf_str(&out.buf);
}

static void test_pairs(const char *what, void (*escape)(struct qc_out *, struct qc_str),
                       const struct pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char name[200];
        snprintf(name, sizeof name, "%s: %s", what, pairs[i].text);
        for (char *c = name; *c != '\0'; c++)
            if ((unsigned char)*c < ' ' || *c == 0x7F)
                *c = '?';
        unit_same(escaped(escape, qc_str_from(pairs[i].text)), pairs[i].expected, name);
    }
}

/* ---- known texts ----------------------------------------------------------------------------------------- */

#define VIETNAMESE "Điều 5. Khoản, điểm đ) “Quy chế” – 474/QC-MNHS… ẠẶẼỆỊỘỠỰỸ"
#define REPLACED "\xEF\xBF\xBD"

static void test_html(void)
{
    static const struct pair TEXT[] = {
        { "", "" },
        { VIETNAMESE, VIETNAMESE },
        { "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;" },
        { "</style><!-- -->]]>", "&lt;/style&gt;&lt;!-- --&gt;]]&gt;" },
        { "&lt; &#60; AT&T", "&amp;lt; &amp;#60; AT&amp;T" },
        { "a\tb\"c'd", "a\tb\"c'd" },
        { "a\nb", "a b" },
        { "\x01\x1B[31m\x7F\xC2\x85", REPLACED REPLACED "[31m" REPLACED REPLACED },
        { "\xE2\x80\xAE"
          "abc\xE2\x81\xA6\xE2\x80\xA8",
          REPLACED "abc" REPLACED REPLACED },
        { "\xEF\xBF\xBE\xF0\x9F\xBF\xBF\xEF\xB7\x90", REPLACED REPLACED REPLACED },
        { "\xF0\x9F\x98\x80 \xC2\xA0 \xE2\x80\x8B", "\xF0\x9F\x98\x80 \xC2\xA0 \xE2\x80\x8B" },
    };
    static const struct pair ATTRIBUTE[] = {
        { "a\" onclick=\"x", "a&quot; onclick=&quot;x" },
        { "a' onclick='x", "a&#39; onclick=&#39;x" },
        { "?a=1&copy=2", "?a=1&amp;copy=2" },
        { "<>\n", "&lt;&gt; " },
    };
    test_pairs("html", qc_escape_html, TEXT, COUNT(TEXT));
    test_pairs("html attribute", qc_escape_html_attribute, ATTRIBUTE, COUNT(ATTRIBUTE));
}

static void test_markdown(void)
{
    static const struct pair INSIDE[] = {
        { VIETNAMESE, VIETNAMESE },
        { "1. a - b + c > d = e", "1. a - b + c > d = e" },
        { "*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~" },
        { "[a](b) ![c] [d]: /e", "\\[a\\](b) !\\[c\\] \\[d\\]: /e" },
        { "<b>&amp;\\*", "\\<b>\\&amp;\\\\\\*" },
        { "a|b $x$ ^2^ {.c} #1", "a\\|b \\$x\\$ \\^2\\^ \\{.c\\} \\#1" },
        { "Hay!", "Hay\\!" }, /* a link may follow */
        { "a\tb\nc", "a b c" },
        { "\x07\xE2\x80\xAE", REPLACED REPLACED },
    };
    static const struct pair START[] = {
        { "1. a", "1\\. a" },         { "1.", "1\\." },       { "12) a", "12\\) a" }, { "1.2. a", "1.2. a" },
        { "13.9.2021", "13.9.2021" }, { "a) b", "a\\) b" },   { "IV. b", "IV\\. b" }, { "(1) b", "(1\\) b" },
        { "đ) b", "đ) b" },           { "Vui. b", "Vui. b" }, { "- a", "\\- a" },     { "--- ", "\\--- " },
        { "+ a", "\\+ a" },           { "* a", "\\* a" },     { "=== ", "\\=== " },   { "> a", "\\> a" },
        { "# a", "\\# a" },           { ": a", "\\: a" },     { "    a", "a" },       { "\t- a", "\\- a" },
        { "~~~ a", "\\~\\~\\~ a" },   { "!", "\\!" },         { "   ", "" },
        { "0. a", "0\\. a" },         { "9) a", "9\\) a" },     { "z) a", "z\\) a" },   { "Z. a", "Z\\. a" },
        { "A) a", "A\\) a" },         { "`) a", "\\`) a" },     { "ab) c", "ab) c" },   { "(a", "(a" },
    };
    test_pairs("markdown inside", markdown_inside, INSIDE, COUNT(INSIDE));
    test_pairs("markdown at a line's start", markdown_at_start, START, COUNT(START));
}

static void test_latex(void)
{
    static const struct pair TEXT[] = {
        { VIETNAMESE, VIETNAMESE },
        { "\\input{/etc/passwd}", "\\textbackslash{}input\\{/etc/passwd\\}" },
        { "100% #1 a_b $x$ R&D", "100\\% \\#1 a\\_b \\$x\\$ R\\&D" },
        { "^^5cinput ~", "\\textasciicircum{}\\textasciicircum{}5cinput \\textasciitilde{}" },
        { "-- --- ``a'' ,, << >> ?` \"b\" |", "-- --- ``a'' ,, << >> ?` \"b\" |" },
        { "a\n\nb\tc", "a  b c" },
        { "a\xC2\xA0"
          "b\xE2\x80\xAF"
          "c",
          "a~b~c" },
        { "a\xC2\xAD"
          "b\xE2\x80\x8B"
          "c",
          "a\\-b\\qcinvisible{200B}c" },
        { "\x01\xE2\x80\xAE" REPLACED, "\\qcreplaced{}\\qcreplaced{}\\qcreplaced{}" },
        { "☐ → 中 \xF0\x9F\x98\x80", "\\qcchar{☐} \\qcchar{→} \\qcchar{中} \\qcchar{\xF0\x9F\x98\x80}" },
        { "409/TTLT-BGDĐT-BNV", "409/TTLT-BGDĐT-BNV" },
        { "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
          "403/\\qcbreak\n2017/\\qcbreak\nNQLT-\\qcbreak\nUBTVQH14-\\qcbreak\nCP-ĐCTUBTWMTTQVN" },
        { "a ..................................... b",
          "a ................\\qcbreak\n................\\qcbreak\n..... b" },
        { "....................................", "...................................." },
    };
    static const struct pair URL[] = {
        { "https://a.vn/b_c?d=1&e=%20#f~", "https://a.vn/b\\_c?d=1\\&e=\\%20\\#f\\~" },
        { "https://a.vn/}\\input{x}^^5c", "https://a.vn/\\%7D\\%5Cinput\\%7Bx\\%7D\\%5E\\%5E5c" },
        { "https://a.vn/Quy chế", "https://a.vn/Quy\\%20ch\\%E1\\%BA\\%BF" },
    };
    test_pairs("latex", qc_escape_latex, TEXT, COUNT(TEXT));
    test_pairs("latex url", qc_escape_latex_url, URL, COUNT(URL));
}

static void test_urls(void)
{
    static const char *const ALLOWED[] = { "http://a", "HTTPS://a", "mailto:a@b.vn" };
    static const char *const REFUSED[] = {
        "",
        "javascript:alert(1)",
        "JavaScript:x",
        "data:text/html,x",
        "feed:javascript:x",
        "//a.vn",
        "/etc/passwd",
        "file:///etc/passwd",
        "http:",
        "http:x",
        " http://a",
        "\thttp://a",
        "vbscript:x",
        "mailto:",
    };
    static const struct pair ENCODED[] = {
        { "http://a/b\"c'd<e>f`g\\h i", "http://a/b%22c'd%3Ce%3Ef%60g%5Ch%20i" },
        { "http://[::1]/[x]?[y]", "http://[::1]/%5Bx%5D?%5By%5D" },
        { "http://a/%zz%4", "http://a/%25zz%254" },
        { "http://a/%41#b#c", "http://a/%41#b%23c" },
        { "http://a/\n\x01", "http://a/%0A%01" },
        { "http://a/đ", "http://a/%C4%91" },
    };
    for (size_t i = 0; i < COUNT(ALLOWED); i++)
        unit_check(qc_link_allowed(qc_str_from(ALLOWED[i])), ALLOWED[i]);
    bool none = true;
    for (size_t i = 0; i < COUNT(REFUSED); i++)
        none = none && !qc_link_allowed(qc_str_from(REFUSED[i]));
    unit_check(none, "no other address is a link");
    for (size_t i = 0; i < COUNT(ENCODED); i++)
        unit_same(qc_url_encode(&arena, qc_str_from(ENCODED[i].text)), ENCODED[i].expected,
                  "an encoded address");
}

/* ---- every code point ------------------------------------------------------------------------------------ */

static bool has_any(struct qc_str text, const char *bytes)
{
    for (; *bytes != '\0'; bytes++)
        if (memchr(text.ptr, *bytes, text.len) != NULL)
            return true;
    return false;
}

static bool has_control(struct qc_str text)
{
    size_t length;
    for (size_t i = 0; i < text.len; i += length) {
        unsigned code = qc_utf8_decode(text, i, &length);
        if (qc_is_unprintable(code) || code == '\n')
            return true;
    }
    return false;
}

static bool is_same(struct qc_str a, struct qc_str b)
{
    return qc_str_equal(a, b);
}

/* Nothing of TeX's remains: a bare character that means nothing to it, "~" for a blank, or a command of ours. */
static bool is_harmless_tex(struct qc_str tex, struct qc_str typed)
{
    if (is_same(tex, typed))
        return !has_any(tex, "\\{}$&#%_^~") && qc_utf8_invalid(tex.ptr, tex.len) == tex.len;
    return is_same(tex, QC_STR("~")) || is_same(tex, QC_STR(" ")) || tex.ptr[0] == '\\';
}

/* Beyond ASCII, LaTeX gets a letter as it is only if every font of the package has it; others are asked for by name. */
static void test_letters_of_fonts(void)
{
    static const unsigned kept[][2] = {
        { 0xA1, 0xAC },     { 0xAE, 0x137 },    { 0x139, 0x148 },   { 0x14A, 0x165 },   { 0x168, 0x17F },   { 0x1A0, 0x1A1 },
        { 0x1AF, 0x1B0 },   { 0x1EA0, 0x1EF9 }, { 0x2013, 0x2014 }, { 0x2018, 0x201A }, { 0x201C, 0x201E }, { 0x2020, 0x2022 },
        { 0x2026, 0x2026 }, { 0x2030, 0x2030 }, { 0x2039, 0x203A }, { 0x20AC, 0x20AC },
    };
    unsigned wrong = 0;
    for (unsigned code = 0xA0; code <= 0xFFFF; code++) {
        if (code >= 0xD800 && code < 0xE000)
            continue;
        bool wanted = false;
        for (size_t i = 0; i < COUNT(kept); i++)
            wanted = wanted || (code >= kept[i][0] && code <= kept[i][1]);
        char bytes[4];
        struct qc_str typed = { bytes, qc_utf8_encode(code, bytes) };
        wrong += qc_str_equal(escaped(qc_escape_latex, typed), typed) != wanted;
        qc_arena_free(&arena);
    }
    unit_check(wrong == 0, "latex: the letters that every font has, and no others");
}

static void test_every_code(void)
{
    bool html = true, attribute = true, markdown = true, latex = true, url = true, controls = true;
    for (unsigned code = 1; code <= 0x10FFFF; code++) {
        if (code >= 0xD800 && code < 0xE000)
            continue;
        char bytes[4];
        struct qc_str typed = { bytes, qc_utf8_encode(code, bytes) };
        struct qc_str a = escaped(qc_escape_html, typed), b = escaped(qc_escape_html_attribute, typed);
        struct qc_str c = escaped(markdown_inside, typed), d = escaped(qc_escape_latex, typed);
        struct qc_str e = escaped(qc_escape_latex_url, typed);
        html = html && !has_any(a, "<>");
        attribute = attribute && !has_any(b, "<>\"'");
        markdown = markdown && (!has_any(c, "\\`*_[]<&#$~^|{}") || (c.len == 2 && c.ptr[0] == '\\'));
        latex = latex && is_harmless_tex(d, typed);
        url = url && !has_any(e, " {}^\"<>");
        controls = controls && !has_control(a) && !has_control(b) && !has_control(c) && !has_control(d) &&
                   !has_control(e);
        qc_arena_free(&arena);
    }
    unit_check(html, "html: no code point can open a tag");
    unit_check(attribute, "html attribute: no code point can close the value");
    unit_check(markdown, "markdown: every mark has its backslash");
    unit_check(latex, "latex: every code point is harmless or a command");
    unit_check(url, "latex url: no blank, brace or caret");
    unit_check(controls, "no control character reaches an output");
}

int main(void)
{
    test_html();
    test_markdown();
    test_latex();
    test_urls();
    test_letters_of_fonts();
    test_every_code();
    qc_arena_free(&arena);
    return unit_end();
}
