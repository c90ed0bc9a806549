/*
 * test_syllable.c - the grammar of Vietnamese syllables.
 */
#include "check/syllable.h"

#include "base/utf8.h"
#include "unit.h"

static struct qc_arena arena;

/* Every word of a text, parted by blanks, is of the kind. */
static void all_are(enum qc_syllable_kind kind, const char *words, const char *what)
{
    struct qc_str rest = qc_str_from(words);
    bool right = true;
    while (rest.len > 0) {
        size_t end = qc_str_find(rest, QC_STR(" "));
        struct qc_str word = qc_str_slice(rest, 0, end);
        if (qc_syllable_read(word).kind != kind) {
            printf("  %.*s is %d\n", QC_STR_ARGS(word), (int)qc_syllable_read(word).kind);
            right = false;
        }
        rest = qc_str_skip(rest, end < rest.len ? end + 1 : end);
    }
    unit_check(right, what);
}

static void test_words(void)
{
    all_are(QC_SYLLABLE_FINE,
            "căn cứ luật giáo dục quyết định ban hành quy chế phối hợp giữa nhà trường và chi đoàn hiệu "
            "trưởng chịu trách "
            "nhiệm tổ chức thực hiện nghiêm túc khuyến khích nghiệp vụ nguyên tắc thường xuyên ngoại giao "
            "huỷ thuỷ quyển "
            "hưởng ứng hoạt động đoạt giải khoẻ xoè nhuần nhuyễn khuỷu tay ngoằn ngoèo nguệch ngoạc",
            "common words");
    all_are(QC_SYLLABLE_FINE, "gì gìn giữ giá giếng giêng giết giặc giấy giỏi giờ giũa giáo", "words in gi");
    all_are(QC_SYLLABLE_FINE,
            "quá quý quốc quyền quỳnh quýt quở quên quét quần quẩn quặng qui quít quẹo quân", "words in qu");
    all_are(QC_SYLLABLE_FINE, "yêu yên yết yểm yếng ý ỷ ỉa ao ủy uỷ uống ướt ong ông ừ ấy oán oẳn",
            "words without an onset");
    all_are(QC_SYLLABLE_FINE, "ghế ghi nghĩ nghề nghiên kể kỳ kẻ kiên cơ cũ gỗ ngang ngô",
            "k and c, gh and g, ngh and ng");
    all_are(QC_SYLLABLE_FINE, "xoong buýt moóc soóc", "words that came as loans");
}

static void test_faults(void)
{
    all_are(QC_SYLLABLE_TONE_LACKS, "nhip sach thưc hơp hoach đươc màc tôt",
            "a stop at the end wants sắc or nặng");
    all_are(QC_SYLLABLE_TONE_PLACE, "đòan tòan khỏan gía qúy qùa mưá", "the tone on the wrong letter");
    all_are(
        QC_SYLLABLE_NONE,
        "tráchnhiệm nhàtrường bankiểm đếnđội nghành ghà kông cế ngiệp jê wá zậy fát video file sacch nhưg",
        "no syllables");
    all_are(QC_SYLLABLE_NONE, "thựchiệnn nghiêngnghiêngnghiêngnghiêng qu b", "too long, too short");
}

static void test_places(void)
{
    unit_check(qc_syllable_read(QC_STR("hóa")).place == QC_TONE_EARLY &&
                   qc_syllable_read(QC_STR("hoá")).place == QC_TONE_LATE &&
                   qc_syllable_read(QC_STR("ủy")).place == QC_TONE_EARLY &&
                   qc_syllable_read(QC_STR("khoẻ")).place == QC_TONE_LATE,
               "hóa and hoá");
    unit_check(qc_syllable_read(QC_STR("hoán")).place == QC_TONE_ELSEWHERE &&
                   qc_syllable_read(QC_STR("quý")).place == QC_TONE_ELSEWHERE &&
                   qc_syllable_read(QC_STR("hoa")).place == QC_TONE_ELSEWHERE,
               "only where there is a choice");
    unit_same(qc_syllable_with_tone(&arena, QC_STR("Hoá"), QC_TONE_SAC, false), "Hóa", "from hoá to hóa");
    unit_same(qc_syllable_with_tone(&arena, QC_STR("ỦY"), QC_TONE_HOI, true), "UỶ", "in capitals");
    unit_same(qc_syllable_with_tone(&arena, QC_STR("Đòan"), QC_TONE_HUYEN, false), "Đoàn", "to its place");
    unit_same(qc_syllable_with_tone(&arena, QC_STR("qúy"), QC_TONE_SAC, false), "quý", "behind qu");
    unit_same(qc_syllable_with_tone(&arena, QC_STR("sach"), QC_TONE_NANG, false), "sạch", "another tone");
    unit_same(qc_syllable_with_tone(&arena, QC_STR("thuơng"), QC_TONE_SAC, false), "thuơng",
              "no syllable stays");
}

static void test_seams(void)
{
    unit_check(qc_syllable_seam(QC_STR("tráchnhiệm")) == strlen("trách"), "tráchnhiệm");
    unit_check(qc_syllable_seam(QC_STR("đếnđội")) == strlen("đến"), "đếnđội");
    unit_check(qc_syllable_seam(QC_STR("tiếng")) == 0 && qc_syllable_seam(QC_STR("nhip")) == 0, "no seam");
}

int main(void)
{
    test_words();
    test_faults();
    test_places();
    test_seams();
    qc_arena_free(&arena);
    return unit_end();
}
