/*
 * test_bytes.c - the looks at many bytes against those at one, and against
 * what they promise.
 */
#include "base/bytes.h"
#include "base/bytes_wide.h"
#include "base/utf8.h"
#include "unit.h"

enum { ROOM = 128 };

static unsigned seed = 1;

static unsigned dice(unsigned sides)
{
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16) % sides;
}

static size_t code_points, wrong_plain, wrong_tame, wrong_mark, wrong_word, wrong_marked, wrong_address, wrong_run, wrong_control, wrong_tidy, wrong_figure, wrong_count, broken_promises;

static bool is_promised(struct qc_str text)
{
    if (qc_utf8_invalid(text.ptr, text.len) != text.len || !qc_nfc_quick(text))
        return false;
    size_t n;
    for (size_t i = 0; i < text.len; i += n) {
        unsigned c = qc_utf8_decode(text, i, &n);
        if (c == 0 || c == '\r' || qc_is_noncharacter(c))
            return false;
    }
    return true;
}

static size_t run_at(const unsigned char *bits, size_t at)
{
    size_t length = 0;
    while (length <= QC_LONGEST_RUN && (bits[(at + length) / 8] >> (at + length) % 8 & 1) != 0)
        length++;
    return length;
}

static void look(struct qc_str text)
{
    bool plain = qc_bytes_are_plain(text);
    size_t tame = qc_bytes_tame(text), lines = 0;
    for (size_t i = 0; i < text.len; i++)
        lines += text.ptr[i] == '\n';
    wrong_plain += plain != qc_bytes_are_plain_portable(text);
    wrong_tame += tame != qc_bytes_tame_portable(text);
    size_t from = text.len == 0 ? 0 : dice((unsigned)text.len + 1);
    wrong_mark += qc_bytes_mark(text, 0) != qc_bytes_mark_portable(text, 0) || qc_bytes_mark(text, from) != qc_bytes_mark_portable(text, from);
    wrong_tidy += qc_bytes_untidy(text, from) != qc_bytes_untidy_portable(text, from);
    wrong_control += qc_bytes_control(text, from) != qc_bytes_control_portable(text, from);
    unsigned char bits[QC_BYTES_BITS(ROOM)], bits_portable[QC_BYTES_BITS(ROOM)];
    qc_bytes_words(text, bits);
    qc_bytes_words_portable(text, bits_portable);
    wrong_address += qc_bytes_address(text) != qc_bytes_address_portable(text);
    wrong_marked += qc_bytes_marked(text) != qc_bytes_marked_portable(text);
    wrong_word += memcmp(bits, bits_portable, QC_BYTES_BITS(text.len)) != 0;
    for (size_t i = 0; i < text.len; i++)
        wrong_run += run_at(bits, i) > QC_LONGEST_RUN ? qc_bytes_run(bits, i) <= QC_LONGEST_RUN
                                                      : qc_bytes_run(bits, i) != run_at(bits, i);
    wrong_figure += qc_bytes_figure(text, from) != qc_bytes_figure_portable(text, from);
    uint32_t behind[ROOM], behind_portable[ROOM];
    qc_bytes_behind(text, '\n', behind);
    qc_bytes_behind_portable(text, '\n', behind_portable);
    wrong_count += lines != qc_bytes_count(text, '\n') || memcmp(behind, behind_portable, lines * sizeof *behind) != 0;
    broken_promises += plain && !is_promised(text);
}

/* The bytes at every place of a block of thirty-two, with letters around them or at the end. */
static void look_everywhere(const char *bytes, size_t len)
{
    char text[ROOM + 32];
    for (size_t at = 0; at < QC_WIDTH + 3; at += at < 3 || at > 28 ? 1 : 5)
        for (size_t behind = 0; behind < 48; behind += 15) {
            memset(text, 'a', sizeof text);
            memcpy(text + at, bytes, len);
            look((struct qc_str){ text, at + len + behind });
        }
}

static void test_code_points(void)
{
    for (unsigned c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
        char bytes[4];
        size_t len = qc_utf8_encode(c, bytes);
        look_everywhere(bytes, len);
        code_points++;
    }
    for (unsigned v = 0xC0u << 16; v < 1u << 24; v += 7) {
        char bytes[3] = { (char)(v >> 16), (char)(v >> 8), (char)v };
        look((struct qc_str){ bytes, 3 });
        if (v % 5 == 0)
            look_everywhere(bytes, 3);
    }
}

static void test_mixtures(void)
{
    static const char *const bits[] = { "a", "Z", " ", "\n", "ế", "Đ", "ư", "–", "“", "*", "{", "5", "\xC2\xA0", "\xE1\xBA",
                                        "\xE2\x80", "\x80", "\xF0\x9F\x98\x80", ":", "/", "w", "\t", "(", ";", "\xCC\x81" };
    for (int round = 0; round < 200000; round++) {
        char text[ROOM];
        size_t len = 0, wanted = dice(ROOM - 8);
        unsigned kinds = dice(2) == 0 ? 8 : sizeof bits / sizeof bits[0];
        while (len < wanted) {
            struct qc_str bit = qc_str_from(bits[dice(kinds)]);
            memcpy(text + len, bit.ptr, bit.len);
            len += bit.len;
        }
        look((struct qc_str){ text, len });
    }
}

int main(void)
{
    test_code_points();
    test_mixtures();
    unit_check(code_points > 10000 && wrong_plain == 0, "plain text: both ways give one answer");
    unit_check(broken_promises == 0, "plain text is valid, in NFC, and without what a source may not hold");
    unit_check(wrong_tame == 0, "tame text: both ways give one answer");
    unit_check(wrong_mark == 0 && wrong_figure == 0 && wrong_word == 0 && wrong_run == 0 && wrong_marked == 0 && wrong_address == 0,
               "marks, figures and words: both ways give one answer");
    unit_check(wrong_control == 0 && wrong_tidy == 0, "controls and white space: both ways give one answer");
    unit_check(qc_bytes_mark(QC_STR("năm học 2025; và"), 0) == sizeof "năm học 2025" - 1 &&
                   qc_bytes_figure(QC_STR("năm học 2025; và"), 0) == sizeof "năm học " - 1,
               "a mark, and a figure");
    unit_check(qc_bytes_untidy(QC_STR("Điều 5.\nKhoản  2"), 0) == sizeof "Điều 5.\nKhoản" - 1 &&
                   qc_bytes_untidy(QC_STR("a b \nc"), 0) == 3 && qc_bytes_untidy(QC_STR("a b "), 0) == 3 &&
                   qc_bytes_untidy(QC_STR("a b\n"), 0) == 4,
               "blanks that are not in order");
    unit_check(qc_bytes_address(QC_STR("xem tại https://hoamai.edu.vn.")) && qc_bytes_address(QC_STR("tại www.hoamai.edu.vn")) &&
                   !qc_bytes_address(QC_STR("tỉ lệ 1:5, 2/3")),
               "what may be an address");
    unit_check(qc_bytes_marked(QC_STR("một hai, ba bốn ẽẽ ế-ế năm")) == 4, "words with marks: each once");
    unit_check(wrong_count == 0, "lines are counted, and found");
    unit_check(qc_bytes_are_plain(QC_STR("Quy chế phối hợp – năm học “2025”; Điều 5.\n\tƯỚC")), "Vietnamese is plain");
    unit_check(qc_bytes_tame(QC_STR("Quy chế phối hợp, (Điều 5): *")) == sizeof "Quy chế phối hợp, (Điều 5): *" - 2,
               "tame up to a mark");
    return unit_end();
}
