/*
 * test_encoding.c - every letter in every encoding, against iconv where it knows one; and what is recognised.
 */
#include <iconv.h>

#include "base/utf8.h"
#include "import/decode.h"
#include "unit.h"

static struct qc_arena arena;

static const struct {
    unsigned code, tcvn3, tcvn5712, viscii, vni;
} letters[] = {
#define IMPORT_LETTER(code, tcvn3, tcvn5712, viscii, vni) { code, tcvn3, tcvn5712, viscii, vni },
#include "import/letters.def"
};
enum { LETTERS = sizeof letters / sizeof *letters };

static struct qc_str letter(size_t i)
{
    struct qc_buf buf = { .arena = &arena };
    qc_buf_code(&buf, letters[i].code);
    return qc_buf_str(&buf);
}

static bool reads(struct qc_str bytes, enum import_encoding encoding, struct qc_str expected)
{
    struct qc_str text;
    return qc_import_decode_as(&arena, bytes, encoding, &text) &&
           qc_str_equal(qc_nfc(&arena, text), expected);
}

/* All bytes that iconv makes of the letters in an encoding of its own name are read as the letters. */
static void test_iconv(const char *name, enum import_encoding encoding)
{
    iconv_t to = iconv_open(name, "UTF-8");
    if (to == (iconv_t)-1) {
        printf("skip - %s: this machine's iconv does not know it\n", name);
        return;
    }
    size_t right = 0;
    for (size_t i = 0; i < LETTERS; i++) {
        struct qc_str one = letter(i);
        char bytes[8], *in = (char *)(size_t)one.ptr, *out = bytes;
        size_t left = one.len, room = sizeof bytes;
        if (iconv(to, &in, &left, &out, &room) == (size_t)-1 ||
            iconv(to, NULL, NULL, &out, &room) == (size_t)-1)
            continue;
        right += reads(qc_str_copy(&arena, (struct qc_str){ bytes, sizeof bytes - room }), encoding, one);
    }
    iconv_close(to);
    unit_check(right == LETTERS, name);
}

static struct qc_str bytes_of(unsigned value)
{
    struct qc_buf buf = { .arena = &arena };
    if (value > 0xFF)
        qc_buf_char(&buf, (char)(unsigned char)(value >> 8));
    qc_buf_char(&buf, (char)(unsigned char)value);
    return qc_buf_str(&buf);
}

static void test_own_tables(void)
{
    size_t vni = 0, tcvn3 = 0, with_tcvn3 = 0;
    for (size_t i = 0; i < LETTERS; i++) {
        vni += reads(bytes_of(letters[i].vni), IMPORT_VNI, letter(i));
        with_tcvn3 += letters[i].tcvn3 != 0;
        tcvn3 += letters[i].tcvn3 != 0 && letters[i].tcvn3 == letters[i].tcvn5712 &&
                 reads(bytes_of(letters[i].tcvn3), IMPORT_TCVN3, letter(i));
    }
    unit_check(LETTERS == 134, "there are 134 letters with marks");
    unit_check(vni == LETTERS, "VNI has all of them");
    unit_check(tcvn3 == 74 && with_tcvn3 == 74,
               "TCVN3 has the small ones and seven capitals, where TCVN 5712 has them");
}

/* ---- sentences as the keyboards of the time wrote them ---- */

static void recognised(struct qc_str bytes, enum import_encoding encoding, const char *expected,
                       const char *what)
{
    enum import_encoding found;
    struct qc_str text = { "", 0 };
    enum import_fault fault = qc_import_decode(&arena, bytes, IMPORT_ENCODING_COUNT, &found, &text);
    bool right = fault == IMPORT_FINE && found == encoding &&
                 qc_str_equal(qc_nfc(&arena, text), qc_str_from(expected));
    if (!right)
        printf("fault %d, encoding %d, text %.*s\n", (int)fault, (int)found, QC_STR_ARGS(text));
    unit_check(right, what);
}

static void refused(struct qc_str bytes, enum import_fault expected, const char *what)
{
    enum import_encoding found;
    struct qc_str text;
    unit_check(qc_import_decode(&arena, bytes, IMPORT_ENCODING_COUNT, &found, &text) == expected, what);
}

static const char motto[] = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";

static void test_recognising(void)
{
    recognised(QC_STR("plain words, no mark"), IMPORT_UTF8, "plain words, no mark", "ASCII is UTF-8");
    recognised(qc_str_from(motto), IMPORT_UTF8, motto, "UTF-8");
    recognised(QC_STR("\xEF\xBB\xBFLớp"), IMPORT_UTF8, "Lớp", "UTF-8 with a byte order mark");
    recognised(QC_STR("C\xE9ng ho\xB5 x\xB7 h\xE9i ch\xF1 ngh\xDC"
                      "a Vi\xD6t Nam"),
               IMPORT_TCVN3, "Cộng hoà xã hội chủ nghĩa Việt Nam", "TCVN3");
    recognised(QC_STR("QUY CH\xD5 PH\xE8I H\xEEP"), IMPORT_TCVN3, "QUY CHẾ PHỐI HỢP",
               "TCVN3, a title whose marks are small letters");
    recognised(QC_STR("\xA7i\xD2u 1"), IMPORT_TCVN3, "Điều 1", "TCVN3, one word");
    recognised(QC_STR("U\xFB ban nh\xA9n d\xA9n"), IMPORT_TCVN3, "Uỷ ban nhân dân",
               "TCVN3, a capital before a small letter");
    recognised(QC_STR("Co\xE4ng ho\xF8"
                      "a xa\xF5 ho\xE4i chu\xFB ngh\xF3"
                      "a Vie\xE4t Nam"),
               IMPORT_VNI, "Cộng hòa xã hội chủ nghĩa Việt Nam", "VNI");
    recognised(QC_STR("\xD1ie\xE0u 1. \xD1o\xE1i t\xF6\xF4\xEFng"), IMPORT_VNI, "Điều 1. Đối tượng",
               "VNI, few words");
    recognised(QC_STR("C\xF4\xF2ng ho\xCC"
                      "a xa\xDE h\xF4\xF2i chu\xD2 nghi\xDE"
                      "a Vi\xEA\xF2t Nam"),
               IMPORT_WINDOWS1258, "Cộng hòa xã hội chủ nghĩa Việt Nam",
               "windows-1258, whose tones follow their letters");
    recognised(QC_STR("C\xB5ng h\xF2"
                      "a x\xE3 h\xB5i ch\xFC ngh\xEE"
                      "a Vi\xAEt Nam"),
               IMPORT_VISCII, "Cộng hòa xã hội chủ nghĩa Việt Nam", "VISCII");
    recognised(QC_STR("Céng hoµ x· héi chñ nghÜa ViÖt Nam"), IMPORT_TCVN3_IN_UTF8,
               "Cộng hoà xã hội chủ nghĩa Việt Nam", "TCVN3, its letters written as UTF-8");
    recognised(QC_STR("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"), IMPORT_VNI_IN_UTF8,
               "Cộng hòa xã hội chủ nghĩa Việt Nam", "VNI, its letters written as UTF-8");
    recognised(QC_STR("Müller à Besançon, señor Ørsted"), IMPORT_UTF8, "Müller à Besançon, señor Ørsted",
               "foreign names are no old font");
}

static void test_utf16(void)
{
    static const struct qc_str little = { "\x10\x01i\0\xC1\x1Eu\0 \0\x31\0", 12 };
    static const struct qc_str big = { "\x01\x10\0i\x1E\xC1\0u\0 \0\x31", 12 };
    static const struct qc_str marked = { "\xFF\xFE\x10\x01i\0\xC1\x1Eu\0 \0\x31\0", 14 };
    static const struct qc_str pair = { "\xFE\xFF\xD8\x3D\xDE\x00", 6 };
    static const struct qc_str torn = { "\xFE\xFF\xD8\x3D\x00\x31", 6 };
    recognised(little, IMPORT_UTF16LE, "Điều 1", "UTF-16LE without a mark");
    recognised(big, IMPORT_UTF16BE, "Điều 1", "UTF-16BE without a mark");
    recognised(marked, IMPORT_UTF16LE, "Điều 1", "UTF-16LE with a mark");
    recognised(pair, IMPORT_UTF16BE, "\U0001F600", "a surrogate pair");
    refused(torn, IMPORT_FAULT_BINARY, "half a surrogate pair");
}

static void test_refusing(void)
{
    refused(QC_STR(""), IMPORT_FAULT_EMPTY, "nothing");
    refused((struct qc_str){ "\x7F"
                             "ELF\x02\x01\x01\0\0\0\0\0",
                             12 },
            IMPORT_FAULT_BINARY, "a program");
    refused(QC_STR("Qu\xC6\xB0 ch\xE1\xBA\xBF ph\xE1\xBB\x91i h\xE1\xBB"), IMPORT_FAULT_UTF8_DAMAGED,
            "UTF-8 that was cut");
    refused(QC_STR("Stra\xDF"
                   "e nach K\xF6ln, \xFC"
                   "ber M\xFCnchen"),
            IMPORT_FAULT_ENCODING_UNKNOWN, "German in Latin-1");
}

static void test_names(void)
{
    bool all = true;
    for (unsigned i = 0; i < IMPORT_ENCODING_COUNT; i++)
        all = all &&
              qc_import_encoding_find(qc_str_from(qc_import_encoding_name((enum import_encoding)i))) == i;
    unit_check(all, "each is found by its name");
    unit_check(qc_import_encoding_find(QC_STR("cp1258")) == IMPORT_WINDOWS1258 &&
                   qc_import_encoding_find(QC_STR("utf_16le")) == IMPORT_UTF16LE &&
                   qc_import_encoding_find(QC_STR("abc")) == IMPORT_TCVN3,
               "and by others");
    unit_check(qc_import_encoding_find(QC_STR("utf")) == IMPORT_ENCODING_COUNT &&
                   qc_import_encoding_find(QC_STR("")) == IMPORT_ENCODING_COUNT,
               "not by less");
}

int main(void)
{
    jmp_buf out_of_memory;
    if (setjmp(out_of_memory) != 0)
        return 1;
    arena.out_of_memory = &out_of_memory;
    test_iconv("CP1258", IMPORT_WINDOWS1258);
    test_iconv("VISCII", IMPORT_VISCII);
    test_iconv("TCVN", IMPORT_TCVN5712);
    test_own_tables();
    test_recognising();
    test_utf16();
    test_refusing();
    test_names();
    qc_arena_free(&arena);
    return unit_end();
}
