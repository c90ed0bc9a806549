/*
 * test_text.c - diagnostics as text: places, carets, fixes, and nothing that a terminal would obey.
 */
#include "diag/text.h"

#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "diag/show.h"
#include "qc.h"
#include "unit.h"

static jmp_buf out_of_memory;
static struct qc_compilation cx;

static void begin(const char *name, const char *text)
{
    enum qc_source_fault fault;
    size_t at;
    qc_arena_free(&cx.arena);
    cx = (struct qc_compilation){ .arena.out_of_memory = &out_of_memory };
    qc_source_add(&cx.arena, &cx.sources, qc_str_from(name), qc_str_from(text), &fault, &at);
}

/* The span of a piece of the first source. */
static struct qc_span span_of(const char *piece)
{
    size_t at = qc_str_find(cx.sources.files.items[0]->text, qc_str_from(piece));
    return (struct qc_span){ (uint32_t)at, (uint32_t)(at + strlen(piece)), 0 };
}

/* text with word instead of the first old; the catalogue may be worded anew without changing this test. */
static struct qc_str instead(struct qc_str text, struct qc_str old, const char *word)
{
    size_t at = qc_str_find(text, old);
    if (old.len == 0 || at == text.len)
        return text;
    struct qc_str before = qc_str_slice(text, 0, at), after = qc_str_skip(text, at + old.len);
    return qc_str_format(&cx.arena, "%.*s%s%.*s", QC_STR_ARGS(before), word, QC_STR_ARGS(after));
}

/* Compares what is printed, with words for what the catalogue says. */
static void printed(enum qc_lang lang, bool color, const char *expected, const char *what)
{
    struct qc_buf out = { .arena = &cx.arena };
    qc_diagnostics_print(&cx, lang, color, &out);
    struct qc_str text = qc_buf_str(&out);
    for (size_t i = 0; i < cx.diagnostics.count; i++) {
        struct qc_diagnostic *diagnostic = cx.diagnostics.items[i];
        text = instead(text, diagnostic->text[lang], "MESSAGE");
        text = instead(text, qc_str_from(qc_diag_info(diagnostic->id).norm), "NORM");
        for (size_t note = 0; note < diagnostic->notes.count; note++)
            text = instead(text, diagnostic->notes.items[note].text[lang], "NOTE");
    }
    unit_same(text, expected, what);
}

static void test_form(void)
{
    begin("a.qc", "1. Một\n2. Hai\n2. Ba\n");
    struct qc_span second = span_of("2. Ba");
    second.end = second.begin + 2;
    struct qc_diagnostic *diagnostic = qc_report(&cx, second, QC_MSG(type_missing));
    qc_note_at(&cx, diagnostic, span_of("2. H"), QC_NOTE_MSG(first_here));
    qc_note(&cx, diagnostic, QC_NOTE_MSG(did_you_mean), 1, "3");
    qc_fix(&cx, diagnostic, second, QC_STR("3."));
    qc_fix(&cx, diagnostic, (struct qc_span){ 0, 0, 0 }, QC_STR("x\n"));
    qc_fix(&cx, diagnostic, span_of("Một"), QC_STR(""));
    qc_fix(&cx, diagnostic, span_of("Hai"), QC_STR("a"));
    printed(QC_LANG_EN, false,
            "a.qc:3:1: error[QC101 type-missing]: MESSAGE\n"
            "    3 | 2. Ba\n"
            "      | ^~\n"
            "a.qc:2:1: note: NOTE\n"
            "    2 | 2. Hai\n"
            "      | ^~~~\n"
            "      = note: NOTE\n"
            "      = norm: NORM\n"
            "      = fix: replace '2.' with '3.'; insert 'x\\n' (1:1); delete 'Một' (1:4); and 1 more\n",
            "English");
    printed(QC_LANG_VI, false,
            "a.qc:3:1: error[QC101 type-missing]: MESSAGE\n"
            "    3 | 2. Ba\n"
            "      | ^~\n"
            "a.qc:2:1: note: NOTE\n"
            "    2 | 2. Hai\n"
            "      | ^~~~\n"
            "      = ghi chú: NOTE\n"
            "      = căn cứ: NORM\n"
            "      = sửa: thay “2.” bằng “3.”; thêm “x\\n” (1:1); bỏ “Một” (1:4); và 1 chỗ nữa\n",
            "Vietnamese");
    begin("a.qc", "Hai\n");
    qc_report(&cx, span_of("Hai"), QC_MSG(label_alone), 3, "Hai");
    printed(QC_LANG_VI, true,
            "\033[1ma.qc:1:1:\033[0m \033[1;35mwarning[QC067 label-alone]:\033[0m MESSAGE\n"
            "\033[34m    1 |\033[0m Hai\n"
            "\033[34m      |\033[0m \033[1;35m^~~\033[0m\n"
            "      = \033[1mxem\033[0m: NORM\n",
            "in colour");
}

static void test_places(void)
{
    begin("-", "\tab\tế\n\nx");
    qc_report(&cx, span_of("b\tế\n\n"), QC_MSG(type_missing));
    qc_report(&cx, span_of("\n\nx"), QC_MSG(subject_missing));
    qc_report(&cx, (struct qc_span){ span_of("x").begin - 1, span_of("x").begin, 0 }, QC_MSG(issuer_missing));
    qc_report(&cx, (struct qc_span){ span_of("x").end, span_of("x").end, 0 }, QC_MSG(number_missing));
    printed(QC_LANG_EN, false,
            "<stdin>:1:3: error[QC101 type-missing]: MESSAGE\n"
            "    1 |         ab      ế\n"
            "      |          ^~~~~~~~\n"
            "      = norm: NORM\n"
            "<stdin>:1:6: error[QC102 subject-missing]: MESSAGE\n"
            "    1 |         ab      ế\n"
            "      |                  ^\n"
            "      = norm: NORM\n"
            "<stdin>:2:1: error[QC103 issuer-missing]: MESSAGE\n"
            "    2 |\n"
            "      | ^\n"
            "      = norm: NORM\n"
            "<stdin>:3:2: warning[QC104 number-missing]: MESSAGE\n"
            "    3 | x\n"
            "      |  ^\n"
            "      = norm: NORM\n",
            "a span of several lines, an end of line, an empty line, the end");
    begin("a.qc", "");
    qc_report(&cx, (struct qc_span){ 0, 0, 0 }, QC_MSG(type_missing));
    printed(QC_LANG_EN, false,
            "a.qc:1:1: error[QC101 type-missing]: MESSAGE\n"
            "      = norm: NORM\n",
            "no line of an empty file");
}

static void test_hidden(void)
{
    begin("x\033[2J\xFF\n.qc", "Hai\033[1m\xC2\x9B\x7F\xE2\x80\xAEx");
    struct qc_diagnostic *diagnostic = qc_report(&cx, span_of("\x7F"), QC_MSG(label_unknown), 2, "\033\t");
    qc_fix(&cx, diagnostic, span_of("\x7F"), QC_STR("\033"));
    qc_note(&cx, diagnostic, QC_NOTE_MSG(did_you_mean), 3, "\xE2\x80\xAE");
    struct qc_buf out = { .arena = &cx.arena };
    qc_diagnostics_print(&cx, QC_LANG_EN, false, &out);
    struct qc_str text = qc_buf_str(&out);
    static const char *const parts[] = { "x\\u{1B}[2J\\xFF\\n.qc:1:9: error[",
                                         "'\\u{1B}\\t'",
                                         "\n    1 | Hai\\u{1B}[1m\\u{9B}\\u{7F}\\u{202E}x\n",
                                         "\n      |                   ^~~~~~\n",
                                         "'\\u{202E}'",
                                         "replace '\\u{7F}' with '\\u{1B}'\n" };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (qc_str_find(text, qc_str_from(parts[i])) == text.len)
            unit_same(text, parts[i], "a control is shown");
    bool clean = true;
    for (size_t i = 0; i < text.len; i++)
        clean = clean && ((unsigned char)text.ptr[i] >= 0x20 || text.ptr[i] == '\n') && text.ptr[i] != 0x7F;
    unit_check(clean, "controls and broken bytes are only shown");
}

/* Every byte, alone and after each lead, is shown as something without a control. */
static void test_every_pair(void)
{
    bool clean = true, moves = true;
    for (unsigned pair = 0; pair < 0x10000; pair++) {
        char text[] = { (char)(pair >> 8), (char)pair }, shown[QC_SHOWN_BYTES + 1] = { 0 };
        size_t length = 0, used = qc_show_character(text, 2, shown, &length);
        moves = moves && used >= 1 && used <= 2 && length >= 1 && length <= QC_SHOWN_BYTES;
        for (size_t i = 0; i < length; i++)
            clean = clean && (unsigned char)shown[i] >= 0x20 && shown[i] != 0x7F;
        clean = clean && !((unsigned char)shown[0] == 0xC2 && (unsigned char)shown[1] < 0xA0);
    }
    unit_check(clean, "no two bytes show a control");
    unit_check(moves, "and something of them is always used and shown");
    size_t length = 1;
    char none[QC_SHOWN_BYTES];
    unit_check(qc_show_character("", 0, none, &length) == 0 && length == 0, "at the end, nothing");
}

static void test_limit(void)
{
    begin("a.qc", "x\ny");
    for (unsigned i = 0; i < QC_MAX_DIAGNOSTICS_SHOWN + 10; i++) {
        struct qc_str name = qc_str_format(&cx.arena, "%u", i);
        qc_report(&cx, (struct qc_span){ 0, 1, 0 }, QC_MSG(name_unused), QC_STR_ARGS(name));
    }
    qc_report(&cx, span_of("y"), QC_MSG(type_missing));
    struct qc_buf out = { .arena = &cx.arena };
    qc_diagnostics_print(&cx, QC_LANG_EN, false, &out);
    struct qc_str text = qc_buf_str(&out);
    unit_check(qc_str_find(text, QC_STR("type-missing")) < text.len, "errors are shown before warnings are");
    size_t shown = 0;
    for (size_t i = 0; i + 1 < text.len; i++)
        shown += text.ptr[i] == '[' && text.ptr[i + 1] == 'Q';
    unit_check(shown == QC_MAX_DIAGNOSTICS_SHOWN, "as many as there is room for");
    unit_check(qc_str_ends(text, QC_STR("\n… and 11 more findings that are not shown\n")),
               "then the rest is counted");
}

/* Every character alone: shown as qc_show_one shows it, and cut where its width says. */
static void test_every_character(void)
{
    bool same = true, cut = true;
    begin("a.qc", "a\n");
    for (unsigned c = 0x20; c < 0x3000; c++) {
        struct qc_buf text = { .arena = &cx.arena }, shown = { .arena = &cx.arena }, twice = { .arena = &cx.arena };
        char one[QC_SHOWN_ROOM];
        size_t length;
        qc_buf_code(&text, c);
        qc_show_one(text.ptr, text.len, one, &length);
        struct qc_str wanted = { one, length };
        size_t width = qc_utf8_width(wanted, 0);
        qc_show_text(&shown, qc_buf_str(&text), 100);
        same = same && qc_str_equal(qc_buf_str(&shown), wanted);
        qc_buf_code(&text, c);
        qc_show_text(&twice, qc_buf_str(&text), width);
        struct qc_str half = qc_str_format(&cx.arena, "%.*s…", QC_STR_ARGS(wanted));
        cut = cut && (width == 0 || qc_str_equal(qc_buf_str(&twice), half));
    }
    unit_check(same, "every character is shown as it is, or as its number");
    unit_check(cut, "and takes the columns that it is wide");
}

/* Allowances, groups and people name a finding by its code. */
static void test_codes(void)
{
    bool own = true;
    for (int i = 0; i < QC_DIAG_COUNT; i++)
        for (int k = 0; k < i; k++)
            own = own && strcmp(qc_diag_info((enum qc_diag_id)i).code, qc_diag_info((enum qc_diag_id)k).code) != 0;
    unit_check(own, "each finding has a code of its own");
}

int main(void)
{
    if (setjmp(out_of_memory) != 0)
        return 1;
    test_form();
    test_places();
    test_hidden();
    test_every_pair();
    test_every_character();
    test_limit();
    test_codes();
    qc_arena_free(&cx.arena);
    return unit_end();
}
