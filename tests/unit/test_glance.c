/*
 * test_glance.c - the looks at a whole text: that of any machine and that of
 * this one give one answer, and what they say is so.
 */
#include "sema/glance.h"

#include "base/utf8.h"
#include "emit/escape.h"
#include "emit/latex.h"
#include "unit.h"

enum { ROOM = 160 };

static unsigned seed = 7;

static unsigned dice(unsigned sides)
{
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16) % sides;
}

static size_t wrong_tame, wrong_marked, wrong_refers, wrong_plain, texts, referring, plain_texts;

static void look(struct qc_str text)
{
    struct qc_glance here = qc_glance_at(text), anywhere = qc_glance_at_portable(text);
    bool plain = qc_latex_is_plain(text);
    wrong_tame += here.tame != anywhere.tame;
    wrong_marked += here.marked != anywhere.marked;
    wrong_refers += here.refers != anywhere.refers;
    wrong_plain += plain != qc_latex_is_plain_portable(text);
    referring += here.refers;
    plain_texts += plain;
    texts++;
}

/* A text at each place of a longer one, with letters around it or at an end. */
static void look_everywhere(struct qc_str bit)
{
    char text[ROOM];
    for (size_t at = 0; at < 70; at++)
        for (size_t behind = 0; behind < 70; behind += 23) {
            memset(text, 'a', sizeof text);
            for (size_t i = 5; i < sizeof text; i += 6)
                text[i] = ' ';
            memcpy(text + at, bit.ptr, bit.len);
            look((struct qc_str){ text, at + bit.len + behind });
        }
}

static void test_references(void)
{
    static const char *const words[] = { "điều", "Điều", "ĐIỀU", "khoản", "Khoản", "KHOẢN", "điểm", "Điểm", "ĐIỂM", "mục", "Mục", "MỤC",
                                         "chương", "Chương", "CHƯƠNG", "phần", "Phần", "PHẦN", "tiểu mục", "Tiểu mục", "TIỂU MỤC" };
    static const char *const numbers[] = { " 5", " IV", " a", " đ)", " này", ("\xC2\xA0" "5"), "  5", "\t5", " a–b" };
    static const char *const others[] = { " kiện", "5", " chung", "", "g 5", ("\xE1\x9A\x80" "5") };
    char text[ROOM];
    size_t missed = 0, seen = 0;
    for (size_t w = 0; w < sizeof words / sizeof words[0]; w++) {
        for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
            struct qc_str bit = { text, (size_t)snprintf(text, sizeof text, "%s%s", words[w], numbers[i]) };
            missed += !qc_glance_at(bit).refers;
            look_everywhere(bit);
        }
        for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
            struct qc_str bit = { text, (size_t)snprintf(text, sizeof text, "%s%s", words[w], others[i]) };
            seen += qc_glance_at(bit).refers;
            look_everywhere(bit);
        }
    }
    unit_check(missed == 0, "each word before each kind of number is seen");
    unit_check(seen == 0, "a word before no number is none");
}

static void test_code_points(void)
{
    for (unsigned c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 997) {
        char bytes[4];
        if (c < 0xD800 || c > 0xDFFF)
            look_everywhere((struct qc_str){ bytes, qc_utf8_encode(c, bytes) });
    }
}

static void test_mixtures(void)
{
    static const char *const bits[] = { "a", "trường", " ", " ", "ế", "Điều 5", "mục", "đến", " II", "nghiêng", "–", "*", "{", "khoản ",
                                        "\xC2\xA0", "ươ", "Ơ", "Ỹ", "Ỻ", "ſ", "ĸ", "2024-2025", "đ", "n", "u", "m", "c" };
    for (int round = 0; round < 200000; round++) {
        char text[ROOM];
        size_t len = 0, wanted = dice(ROOM - 16);
        unsigned kinds = dice(2) == 0 ? 10 : sizeof bits / sizeof bits[0];
        while (len < wanted) {
            struct qc_str bit = qc_str_from(bits[dice(kinds)]);
            memcpy(text + len, bit.ptr, bit.len);
            len += bit.len;
        }
        look((struct qc_str){ text, len });
    }
}

static struct qc_arena arena;

/* A text that is called plain is printed as it stands by the code that looks at each character. */
static void test_plain_latex(void)
{
    unit_check(qc_latex_is_plain(QC_STR("nghĩa vụ của Đoàn trường: ẠỸ (Ơ ư) 12/2024; ã-õ")), "Vietnamese is plain");
    unit_check(!qc_latex_is_plain(QC_STR("Ỻ")) && !qc_latex_is_plain(QC_STR("ĸ")) && !qc_latex_is_plain(QC_STR("50 %")),
               "letters that a font may lack, and what means something to TeX, are not");
    unit_check(!qc_latex_is_plain(QC_STR("aaaaaaaaaaaaaaaaaaa")) && qc_latex_is_plain(QC_STR("aaaaaaaaaaaaaaaaaa")),
               "nor is a word that is not short");
    size_t changed = 0;
    for (unsigned c = 1; c < 0x3000; c++) {
        char bytes[8] = "aa";
        struct qc_str text = { bytes, 2 + qc_utf8_encode(c, bytes + 2) };
        struct qc_out out = { .buf = { .arena = &arena } };
        /* behind a word so long that the whole text is looked at */
        struct qc_str whole = qc_str_format(&arena, "aaaaaaaaaaaaaaaaaaaa %.*s", QC_STR_ARGS(text));
        qc_escape_latex(&out, whole);
        changed += qc_latex_is_plain(text) && !qc_str_equal(qc_buf_str(&out.buf), whole);
    }
    unit_check(changed == 0, "what is plain is not escaped");
}

int main(void)
{
    test_references();
    test_code_points();
    test_mixtures();
    test_plain_latex();
    unit_check(texts > 1000000 && referring > 1000 && plain_texts > 1000, "many texts of each kind");
    unit_check(wrong_tame == 0, "tame: both ways give one answer");
    unit_check(wrong_marked == 0, "marks: both ways give one answer");
    unit_check(wrong_refers == 0, "references: both ways give one answer");
    unit_check(wrong_plain == 0, "plain for LaTeX: both ways give one answer");
    qc_arena_free(&arena);
    return unit_end();
}
